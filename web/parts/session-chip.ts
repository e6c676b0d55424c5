/**
 * Who is signed in, in the head of every page: name, role and PC, the way to the own page, switching,
 * signing out.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { SessionView } from '../../server/contract/people.ts';
import { shared } from '../look/shared.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { peopleWords, sayRoles } from '../words/people-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { panelLook } from './panel-look.ts';

const person = svg`<circle cx="10" cy="6" r="3.600" fill="none" stroke="currentColor" stroke-width="2"></circle><path d="M3 18c0-4 3-6 7-6s7 2 7 6" fill="none" stroke="currentColor" stroke-width="2"></path>`;

export class SessionChip extends LitElement {
  static override properties = { isOpen: { state: true }, failure: { state: true } };
  declare isOpen: boolean;
  declare failure: string;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.isOpen = false;
    this.failure = '';
  }

  static override styles = [
    shared,
    panelLook,
    css`
      .name { max-width: 15ch; overflow: hidden; text-overflow: ellipsis; }
      .panel { gap: 12px; }
      .quiet { overflow-wrap: anywhere; }
      .acts { display: grid; gap: 8px; padding-top: 12px; border-top: 1px solid var(--line); }
      .acts button { font-size: var(--type-body); }
      @media (max-width: 1759px) { .name { max-width: 11ch; } }
      @media (max-width: 600px) { .name { display: none; } .chip-button { width: 48px; padding: 0; } }
    `,
  ];

  readonly #away = (event: PointerEvent): void => {
    if (this.isOpen && !event.composedPath().includes(this)) this.isOpen = false;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#away);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#away);
  }

  protected override render(): TemplateResult | null {
    const { who } = this.#who;
    if (who === null) return null;
    const { session } = who;
    return html`
      <button class="chip-button" aria-expanded=${this.isOpen ? 'true' : 'false'} aria-controls="panel" aria-label=${session === null ? roomWords.nobody : `${session.person.name}, ${sayRoles(session.person.roles)}`}
        @click=${() => this.#toggle()}>
        <svg viewBox="0 0 20 20" aria-hidden="true">${person}</svg><span class="name" translate=${session === null ? 'yes' : 'no'}>${session === null ? roomWords.signIn : session.person.name}</span>
      </button>
      <div id="panel" ?hidden=${!this.isOpen} @keydown=${(event: KeyboardEvent) => this.#escape(event)}>${this.isOpen ? this.#panel(session) : null}</div>
    `;
  }

  #panel(session: SessionView | null): TemplateResult {
    const machine = this.#who.who?.machine ?? null;
    const at = machine === null ? roomWords.notEnrolled : `${peopleWords.machineKinds[machine.kind]}: ${machine.name}`;
    return html`
      <div class="panel">
        <div>
          <h2 translate=${session === null ? 'yes' : 'no'}>${session?.person.name ?? roomWords.nobody}</h2>
          ${session === null ? null : html`<p class="quiet small">${sayRoles(session.person.roles)} · <code translate="no">${session.person.code}</code> · ${roomWords.signedInBy} ${peopleWords.strengths[session.strength]}</p>`}
          <p class="quiet small">${at}</p>
          ${this.#who.who?.totpWanted === true ? html`<p class="small"><b>${roomWords.appWanted}</b></p>` : null}
        </div>
        <div class="acts">
          ${this.#who.isAtBenchPc ? html`<button @click=${() => this.#switch()}>${session === null ? entryWords.signInMore : roomWords.switch}</button>` : session === null ? html`<a class="button" href="/sign-in">${roomWords.signIn}</a>` : null}
          ${session === null ? null : html`<a class="button" href="/me" @click=${() => this.#close()}>${roomWords.me}</a>`}
          ${session === null ? null : html`<button @click=${() => void this.#signOut()}>${roomWords.signOut}</button>`}
          <p role="alert" class="small">${this.failure}</p>
        </div>
      </div>
    `;
  }

  #toggle(): void {
    this.isOpen = !this.isOpen;
  }

  #switch(): void {
    this.#close();
    this.dispatchEvent(new CustomEvent('hf-switch', { bubbles: true, composed: true }));
  }

  async #signOut(): Promise<void> {
    const problem = await whoDesk.signOut();
    this.failure = problem === null ? '' : `${roomWords.stillSignedIn} ${sayCallProblem(problem)}`;
    if (problem === null) this.#close();
  }

  #close(): void {
    this.isOpen = false;
    this.failure = '';
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.#close();
    this.renderRoot.querySelector('button')?.focus();
  }
}
customElements.define('hf-session-chip', SessionChip);

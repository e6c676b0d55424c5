/**
 * Who is signed in, in the head of every page: name, role and PC, the way to the other pages, switching, signing out. A page
 * that is not theirs stays in the list and says why.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { SessionView } from '../../server/contract/people.ts';
import type { Action } from '../../server/contract/rights.ts';
import { shared } from '../look/shared.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { peopleWords, sayRoles } from '../words/people-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { panelLook } from './panel-look.ts';

const person = svg`<circle cx="10" cy="6" r="3.600" fill="none" stroke="currentColor" stroke-width="2"></circle><path d="M3 18c0-4 3-6 7-6s7 2 7 6" fill="none" stroke="currentColor" stroke-width="2"></path>`;

const PAGES: readonly (readonly [path: string, name: string, action: Action])[] = [
  ['/', roomWords.board, 'see-benches'], ['/cases', roomWords.cases, 'see-cases'], ['/queue', roomWords.queue, 'see-cases'], ['/briefs', roomWords.briefs, 'see-own-briefs'],
  ['/partners', roomWords.partners, 'see-partners'], ['/false-stops', roomWords.falseStops, 'see-records'], ['/people', roomWords.people, 'see-people'],
  ['/machines', roomWords.machines, 'see-people'], ['/audit', roomWords.audit, 'see-audit'], ['/me', roomWords.me, 'own-session'],
];

export class SessionChip extends LitElement {
  static override properties = { isOpen: { state: true }, failure: { state: true }, waiting: { attribute: false } };
  /** How much stands in the queue; null: not known. */
  declare waiting: number | null;
  declare isOpen: boolean;
  declare failure: string;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.isOpen = false;
    this.failure = '';
    this.waiting = null;
  }

  static override styles = [
    shared,
    panelLook,
    css`
      .name { max-width: 15ch; overflow: hidden; text-overflow: ellipsis; }
      .panel { gap: 12px; }
      .quiet { overflow-wrap: anywhere; }
      nav a, nav span { display: grid; align-content: center; min-height: 48px; padding: 4px 12px; margin-inline: -12px; border-radius: 8px; text-decoration: none; font-weight: 600; }
      nav a:hover { background: var(--sunken); }
      nav small { font-size: 14px; line-height: 20px; font-weight: 400; }
      nav span { color: var(--ink-quiet); }
      .acts { display: grid; gap: 8px; padding-top: 12px; border-top: 1px solid var(--line); }
      .acts button { font-size: 16px; }
      @media (max-width: 600px) { .name { max-width: 11ch; } .chip-button { padding-inline: 10px; } }
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
        <svg viewBox="0 0 20 20" aria-hidden="true">${person}</svg><span class="name">${session === null ? roomWords.signIn : session.person.name}</span>
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
          <h2>${session?.person.name ?? roomWords.nobody}</h2>
          ${session === null ? null : html`<p class="quiet small">${sayRoles(session.person.roles)} · ${session.person.code} · ${roomWords.signedInBy} ${peopleWords.strengths[session.strength]}</p>`}
          <p class="quiet small">${at}</p>
          ${this.#who.who?.totpWanted === true ? html`<p class="small"><b>${roomWords.appWanted}</b></p>` : null}
        </div>
        <nav aria-label=${roomWords.pages}>${PAGES.map((page) => this.#page(...page))}</nav>
        <div class="acts">
          ${this.#who.isAtBenchPc ? html`<button @click=${() => this.#switch()}>${session === null ? entryWords.signInMore : roomWords.switch}</button>` : session === null ? html`<a class="button" href="/sign-in">${roomWords.signIn}</a>` : null}
          ${session === null ? null : html`<button @click=${() => void this.#signOut()}>${roomWords.signOut}</button>`}
          <p role="alert" class="small">${this.failure}</p>
        </div>
      </div>
    `;
  }

  #page(path: string, name: string, action: Action): TemplateResult {
    const why = this.#who.whyNot(action);
    return why === null
      ? html`<a href=${path} @click=${() => this.#close()} aria-current=${location.pathname === path ? 'page' : 'false'}>${path === '/queue' && this.waiting !== null ? `${name} (${this.waiting})` : name}</a>`
      : html`<span role="link" aria-disabled="true">${name}<small>${why}</small></span>`;
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

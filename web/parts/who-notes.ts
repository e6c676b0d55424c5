/**
 * What stands under the head because of who asks: words that the shift before left, and that nobody is signed in at a
 * bench PC. And the page for whoever may not see the one that was wanted.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Who } from '../../server/contract/people.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayDay, sayTimeOfDay } from '../words/times.ts';

type Handover = NonNullable<Who['handover']>;

const SEEN_KEY = 'holdfast-handover-seen';

function readSeen(): string | null {
  try {
    return sessionStorage.getItem(SEEN_KEY);
  } catch {
    return null;
  }
}

function keepSeen(atIso: string): void {
  try {
    sessionStorage.setItem(SEEN_KEY, atIso);
  } catch {
    // A browser that forbids storage shows the words again after a reload.
  }
}

export class WhoNotes extends LitElement {
  static override properties = { seen: { state: true } };
  declare seen: string | null;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.seen = readSeen();
  }

  static override styles = [
    shared,
    css`
      .note { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 24px; padding: 8px 28px; border-bottom: 1px solid var(--line); background: var(--sunken); }
      .note p { flex: 1 1 260px; min-width: 0; overflow-wrap: anywhere; white-space: pre-line; }
      button, .button { font-size: var(--type-body); }
      @media (max-width: 600px) { .note { padding: 8px 16px; } .note button { flex: 1 1 100%; } }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { who } = this.#who;
    if (who === null) return null;
    if (who.session === null) return who.machine?.kind === 'bench-pc' ? this.#bench() : null;
    return who.handover === null || who.handover.atIso === this.seen ? null : this.#handover(who.handover);
  }

  #bench(): TemplateResult {
    return html`<section class="note" aria-label=${roomWords.nobody}><p>${entryWords.benchOnly}</p>
      <button class="primary" @click=${() => this.dispatchEvent(new CustomEvent('hf-switch', { bubbles: true, composed: true }))}>${entryWords.signInMore}</button></section>`;
  }

  #handover({ from, words, atIso }: Handover): TemplateResult {
    return html`<section class="note" aria-label=${entryWords.handover}><p><b>${entryWords.handoverFrom(from, `${sayDay(atIso)}, ${sayTimeOfDay(atIso)}`)}</b>
${words}</p><button @click=${() => this.#see(atIso)}>${entryWords.handoverSeen}</button></section>`;
  }

  #see(atIso: string): void {
    this.seen = atIso;
    keepSeen(atIso);
  }
}
customElements.define('hf-who-notes', WhoNotes);

export class NotYours extends LitElement {
  static override properties = { why: { type: String } };
  declare why: string;
  readonly #who = new WhoController(this);

  static override styles = [shared, css`
    .ways { display: flex; flex-wrap: wrap; gap: 12px; } section { display: grid; gap: 12px; max-width: 640px; margin: 8vh auto 0; padding: 28px; } h1 { font-size: var(--type-page); line-height: 36px; } p { max-width: 60ch; }`];

  protected override render(): TemplateResult {
    return html`<section><h1>${roomWords.notYourPage}</h1><p>${this.why}</p>
      ${this.#who.may('file-brief') ? html`<p class="ways"><a class="button primary" href="/brief">${roomWords.writeBrief}</a><a class="button" href="/briefs">${roomWords.briefs}</a></p>` : null}</section>`;
  }
}
customElements.define('hf-not-yours', NotYours);

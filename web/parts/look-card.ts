/**
 * Who it is and what matters, behind one tap that says why: the look is on record before anything is shown, and the customer
 * can read it. What was shown is kept by this element alone, and forgotten with it.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseView } from '../../server/contract/case-state.ts';
import type { Agent, Contact, Story } from '../../server/contract/case-private.ts';
import { lookAt } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { LOOK_REASONS, caseWords as says } from '../words/case-words.ts';
import type { LookReason } from '../words/case-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { caseLook } from './case-look.ts';
import { formLook } from './form-look.ts';
import { typed } from './typed.ts';

export type LookSlot = 'contact' | 'story' | 'agent';
interface Shown {
  readonly contact: Contact | null;
  readonly story: Story | null;
  readonly agents: readonly Agent[];
  readonly failures: readonly string[];
}
const REASON_CHARS_MIN = 3;

export class LookCard extends LitElement {
  static override properties = { view: { attribute: false }, only: { attribute: false }, reasons: { attribute: false }, shown: { state: true }, isAsking: { state: true }, other: { state: true } };
  declare view: CaseView | undefined;
  /** Which of the three are wanted here. */
  declare only: readonly LookSlot[];
  declare reasons: readonly LookReason[];
  declare shown: Shown | null;
  declare isAsking: boolean;
  /** Null: no own reason is being typed. */
  declare other: string | null;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.only = ['contact', 'story', 'agent'];
    this.reasons = LOOK_REASONS;
    this.shown = null;
    this.isAsking = false;
    this.other = null;
  }

  static override styles = [
    shared, caseLook, formLook,
    css`
      blockquote { margin: 0; padding: 8px 0 8px 16px; border-inline-start: 4px solid var(--act); font-size: var(--type-lead); line-height: 26px; white-space: pre-line; overflow-wrap: anywhere; }
      blockquote.not { border-inline-start-color: var(--waiting-mark); font-weight: 700; }
      h3 { padding-top: 4px; font-size: var(--type-note); line-height: 20px; color: var(--ink-quiet); }
      form { gap: 12px; }
      bdi { unicode-bidi: isolate; }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { view } = this;
    if (view === undefined) return null;
    const slots = this.#slots(view);
    if (slots.length === 0) return html`<p class="quiet">${says.whoNothing}</p>`;
    const why = this.#who.whyNot('look');
    return this.shown === null ? this.#ask(why) : this.#show(this.shown);
  }

  #ask(why: string | null): TemplateResult {
    const off = why !== null || this.isAsking ? 'true' : 'false';
    return html`
      <p class="quiet">${says.whoHidden}</p>
      <div class="acts">
        ${this.reasons.map((reason) => html`<button aria-disabled=${off} @click=${() => { if (why === null) void this.look(says.lookReasons[reason]); }}>${says.lookReasons[reason]}</button>`)}
        <button aria-disabled=${off} aria-expanded=${this.other === null ? 'false' : 'true'} @click=${() => { if (why === null) this.other = this.other === null ? '' : null; }}>${says.lookOther}</button>
      </div>
      ${why === null ? null : html`<p class="why">${why}</p>`}
      ${this.other === null ? null : this.#form(this.other)}
    `;
  }

  #form(other: string): TemplateResult {
    const isReady = other.trim().length >= REASON_CHARS_MIN;
    return html`
      <form @submit=${(event: SubmitEvent) => { event.preventDefault(); if (isReady) void this.look(other.trim()); }}>
        <label>${says.lookOtherField}<small>${says.lookOtherHint}</small><input name="reason" autocomplete="off" maxlength="200" .value=${other} @input=${(event: InputEvent) => { this.other = typed(event); }} /></label>
        <button type="submit" aria-disabled=${isReady ? 'false' : 'true'}>${says.lookNow}</button>
      </form>
    `;
  }

  #show({ contact, story, agents, failures }: Shown): TemplateResult {
    return html`
      <div class="list" role="status">
        ${contact === null ? null : this.#contact(contact)}
        ${story === null ? null : this.#story(story)}
        ${agents.map(({ name, mail, reference }) => html`<p class="quiet small">${says.agent}: <bdi translate="no">${name}</bdi>${mail === null ? '' : `, ${mail}`}${reference === '' ? '' : `, ${says.reference} ${reference}`}</p>`)}
      </div>
      ${failures.map((failure) => html`<p role="alert" class="failed">${roomWords.notRead} ${failure}</p>`)}
      <div class="acts"><button @click=${() => { this.shown = null; this.other = null; }}>${says.hide}</button></div>
    `;
  }

  #contact({ name, greeting, mail, phone, mayCall }: Contact): TemplateResult {
    return html`<dl class="facts">
      <dt>${says.name}</dt><dd><b><bdi translate="no">${name}</bdi></b></dd>
      ${greeting === '' ? null : html`<dt>${says.greeting}</dt><dd><bdi>${greeting}</bdi></dd>`}
      ${phone === null ? null : html`<dt>${says.phone}</dt><dd><a translate="no" href="tel:${phone}">${phone}</a>${mayCall ? '' : ` (${says.mayNotCall})`}</dd>`}
      ${mail === null ? null : html`<dt>${says.mail}</dt><dd><a translate="no" href="mailto:${mail}">${mail}</a></dd>`}
    </dl>`;
  }

  #story({ matters, doNotAsk, happened }: Story): TemplateResult {
    return html`
      ${matters === '' ? null : html`<h3>${says.matters}</h3><blockquote dir="auto">${matters}</blockquote>`}
      ${doNotAsk === '' ? null : html`<h3>${says.doNotAsk}</h3><blockquote class="not" dir="auto">${doNotAsk}</blockquote>`}
      ${happened === '' ? null : html`<h3>${says.happened}</h3><blockquote dir="auto">${happened}</blockquote>`}
    `;
  }

  #slots({ case: { rows, otherAgents } }: CaseView): readonly LookSlot[] {
    return this.only.filter((slot) => rows[slot] !== null || (slot === 'agent' && otherAgents.length > 0));
  }

  /** Whether the story was shown; for whoever takes a brief. */
  async look(why: string): Promise<boolean> {
    const { view } = this;
    if (view === undefined || this.isAsking) return false;
    this.isAsking = true;
    const code = view.case.code;
    const wanted = this.#slots(view);
    const read = async (slot: LookSlot) => (wanted.includes(slot) ? lookAt(code, slot, why) : null);
    const [contact, story, agent] = await Promise.all([read('contact'), read('story'), read('agent')]);
    this.isAsking = false;
    if (code !== this.view?.case.code) return false;
    const failures = [contact, story, agent].flatMap((answer) => (answer === null || answer.ok ? [] : [sayCallProblem(answer.problem)]));
    const erased = [contact, story, agent].some((answer) => answer?.ok === true && answer.value.unreadable > 0) ? [says.erased] : [];
    this.shown = {
      contact: contact?.ok === true ? contact.value.contact : null, story: story?.ok === true ? story.value.story : null,
      agents: agent?.ok === true ? [...(agent.value.agent === null ? [] : [agent.value.agent]), ...agent.value.otherAgents] : [], failures: [...new Set([...failures, ...erased])],
    };
    const isRead = this.shown.story !== null || view.case.rows.story === null;
    this.dispatchEvent(new CustomEvent<boolean>('hf-looked', { detail: isRead, bubbles: true, composed: true }));
    return isRead;
  }
}
customElements.define('hf-look-card', LookCard);

declare global {
  interface HTMLElementTagNameMap {
    'hf-look-card': LookCard;
  }
}

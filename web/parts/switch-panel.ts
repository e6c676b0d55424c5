/**
 * Quick switch at an enrolled bench PC: a badge, or a name and a PIN; whoever goes may leave words for who comes. Whoever
 * was signed in is signed out by it. The server decides.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { SwitchBody, Who } from '../../server/contract/people.ts';
import { switchTo } from '../people-calls.ts';
import { shared } from '../look/shared.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { BadgeReader } from './badge-reader.ts';
import { formLook } from './form-look.ts';
import './pin-pad.ts';
import { switchLook } from './switch-look.ts';
import { typed } from './typed.ts';

type Candidate = Who['quick'][number];

export class SwitchPanel extends LitElement {
  static override properties = { first: { type: String }, chosen: { state: true }, handover: { state: true }, isSending: { state: true }, failure: { state: true } };
  /** Who is offered first: whoever was here when it locked. */
  declare first: string | null;
  declare chosen: Candidate | null;
  declare handover: string;
  declare isSending: boolean;
  declare failure: string;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.first = null;
    this.chosen = null;
    this.handover = '';
    this.isSending = false;
    this.failure = '';
    new BadgeReader(this, (badge) => void this.#switch({ badge }));
  }

  static override styles = [shared, formLook, switchLook];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('first') && this.first !== null) this.chosen = this.#others().find(({ id, hasPin }) => id === this.first && hasPin) ?? null;
  }

  protected override render(): TemplateResult {
    const others = this.#others();
    return html`
      <p>${others.length === 0 ? entryWords.nobodyQuick : entryWords.badge}</p>
      <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
      ${this.chosen === null ? this.#list(others) : this.#pin(this.chosen)}
      ${(this.#who.who?.session ?? null) === null ? null : html`
        <label>${entryWords.handover}<small>${entryWords.handoverHint}</small>
          <textarea name="handover" maxlength="500" .value=${this.handover} @input=${(event: InputEvent) => this.#write(typed(event))}></textarea></label>`}
      <p><a class="button" href="/sign-in" @click=${() => this.#leave()}>${entryWords.byPassword}</a></p>
    `;
  }

  /** Whoever is signed in need not switch to themselves. */
  #others(): readonly Candidate[] {
    const { who } = this.#who;
    return (who?.quick ?? []).filter(({ id }) => id !== who?.session?.person.id);
  }

  #list(others: readonly Candidate[]): TemplateResult {
    return html`<ul class="people">${others.map((one) => html`
      <li><button aria-disabled=${one.hasPin ? 'false' : 'true'} @click=${() => { if (one.hasPin) this.#choose(one); }}>${one.name}${one.hasPin ? null : html`<small>${entryWords.noPin}</small>`}</button></li>`)}</ul>`;
  }

  #pin(one: Candidate): TemplateResult {
    return html`
      <h3>${entryWords.pinOf(one.name)}</h3>
      <hf-pin-pad label=${entryWords.pinOf(one.name)} .isSending=${this.isSending} @hf-pin=${(event: CustomEvent<string>) => void this.#switch({ person: one.id, pin: event.detail })}></hf-pin-pad>
      <p><button @click=${() => this.#choose(null)}>${entryWords.others}</button></p>
    `;
  }

  #write(words: string): void {
    this.handover = words;
  }

  #choose(one: Candidate | null): void {
    this.chosen = one;
    this.failure = '';
  }

  async #switch(by: Pick<SwitchBody, 'badge' | 'person' | 'pin'>): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    this.failure = '';
    this.renderRoot.querySelector('hf-pin-pad')?.clear();
    const words = this.handover.trim();
    const answer = await switchTo({ ...by, ...(words === '' ? {} : { handover: words }) });
    this.isSending = false;
    if (!answer.ok) {
      this.failure = sayCallProblem(answer.problem);
      return;
    }
    this.chosen = null;
    this.handover = '';
    whoDesk.take(answer.value);
    this.#leave();
  }

  #leave(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-switch-panel', SwitchPanel);

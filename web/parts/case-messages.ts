/**
 * The conversation of a case: what waits, then behind one tap on record everything that was written, and the answer. Words of a customer
 * reach a partner only when a person here passes them on. Nothing that was read is kept beyond this element.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MESSAGE_WORDS_MAX } from '../../server/contract/case-messages.ts';
import type { CaseMessage, MessageMark, OpenMessage } from '../../server/contract/case-messages.ts';
import type { CaseView } from '../../server/contract/case-state.ts';
import type { Partner } from '../../server/contract/partners.ts';
import type { Answer } from '../api.ts';
import { markMessage, passMessageOn, readMessages, writeMessage } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { addressees, firstAddressee } from '../reading/conversation.ts';
import type { Addressee } from '../reading/conversation.ts';
import { whyOff } from '../reading/case-doing.ts';
import { WhoController } from '../who-desk.ts';
import { caseWords } from '../words/case-words.ts';
import { messageWords as says } from '../words/message-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayMoment } from '../words/times.ts';
import { caseLook } from './case-look.ts';
import { chipLook, chips } from './chips.ts';
import { doButtons } from './do-buttons.ts';
import type { DoButton } from './do-buttons.ts';
import { formLook } from './form-look.ts';
import { messageLine, messageLook } from './message-line.ts';
import { typed } from './typed.ts';

/** From here on the field says how much is left. */
const LEFT_SHOWN = 300;

const sayOpen = ({ from, atIso, asksCall }: OpenMessage): string => `${says.from[from]}, ${sayMoment(atIso)}${asksCall ? `, ${says.asksCall}` : ''}`;
const linkFor = ({ to, transferId }: Addressee): DoButton => ({ what: 'link', label: says.makeLink[to], ...(transferId === null ? {} : { subject: transferId }) });

export class CaseMessages extends LitElement {
  static override properties = {
    view: { attribute: false }, partners: { attribute: false }, messages: { state: true }, to: { state: true }, words: { state: true }, passing: { state: true }, isSending: { state: true }, failure: { state: true },
  };
  declare view: CaseView | undefined;
  declare partners: readonly Partner[];
  /** Null: not read here yet. */
  declare messages: readonly CaseMessage[] | null;
  /** Null: whoever waits longest. */
  declare to: string | null;
  declare words: string;
  /** The message that is about to be passed on, and to which handover. */
  declare passing: { readonly id: string; readonly transferId: string } | null;
  declare isSending: boolean;
  declare failure: string;
  readonly #names = new NamesController(this);
  readonly #who = new WhoController(this);
  /** How many there were when they were read; more since then is new. */
  /** When it was read, by the clock of the server; before that every link counts as one that works. */
  #readAtIso = '';
  #countRead = 0;
  #sent: { readonly content: string; readonly id: string } | null = null;

  constructor() {
    super();
    this.partners = [];
    this.#empty();
  }

  static override styles = [
    shared, caseLook, formLook, chipLook, messageLook,
    css`.new { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; } form { padding-top: 8px; border-top: 1px solid var(--line); } form button { justify-self: start; } .talk .acts button { min-height: 48px; }`,
  ];

  #empty(): void {
    this.messages = null;
    this.to = null;
    this.words = '';
    this.passing = null;
    this.isSending = false;
    this.failure = '';
    this.#sent = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && changed.get('view')?.case.id !== this.view?.case.id) this.#empty();
  }

  protected override render(): TemplateResult | null {
    const { view } = this;
    if (view === undefined) return null;
    const { openMessages, messageCount } = view.case;
    return html`
      <h2>${says.title}</h2>
      ${openMessages.length === 0 ? null : html`<p class="warn"><b>${says.waits(openMessages.length)}.</b> ${openMessages.slice(0, 3).map(sayOpen).join(' · ')}</p>`}
      ${this.messages === null ? this.#closed(messageCount) : this.#talk(view, this.messages)}
      <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
      ${this.#form(view)}
    `;
  }

  #closed(count: number): TemplateResult {
    if (count === 0) return html`<p class="quiet">${says.none}</p>`;
    const why = this.#who.whyNot('look');
    return html`<p class="quiet">${says.hidden}</p>
      <div class="acts"><button aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) void this.read(); }}>${says.read}</button></div>${why === null ? null : html`<p class="why">${why}</p>`}`;
  }

  #talk(view: CaseView, messages: readonly CaseMessage[]): TemplateResult {
    const isOld = view.case.messageCount > this.#countRead;
    return html`
      <ol class="talk">${repeat(messages, ({ id }) => id, (message) => this.#line(view, message))}</ol>
      ${isOld ? html`<p class="new warn" role="status">${says.isNew} <button @click=${() => void this.read()}>${says.show}</button></p>` : null}
    `;
  }

  #line(view: CaseView, message: CaseMessage): TemplateResult {
    const say = (code: string): string => this.#names.say(code);
    const waits = view.case.openMessages.some(({ id }) => id === message.id);
    return messageLine({
      message, waits, say, from: message.by === null ? this.#side(view, message.from, message.transferId) : say(message.by), to: this.#side(view, message.to, message.transferId),
      passedTo: this.#side(view, 'partner', message.passed?.transferId ?? null), acts: message.from === 'store' ? null : this.#acts(view, message, waits),
    });
  }

  #side({ case: { transfers } }: CaseView, side: CaseMessage['from'], transferId: string | null): string {
    const partner = side === 'partner' ? transfers.find(({ id }) => id === transferId)?.to.partner : undefined;
    return this.partners.find(({ id }) => id === partner)?.name ?? says.from[side];
  }

  #acts(view: CaseView, { id, from, to, passed }: CaseMessage, waits: boolean): TemplateResult {
    const why = whyOff('answer', view, (action) => this.#who.whyNot(action));
    const off = why !== null || this.isSending ? 'true' : 'false';
    const partners = this.#all(view).filter((one) => one.to === 'partner');
    const isForStore = to === 'store' || from === 'customer';
    const first = partners.at(-1)?.transferId ?? '';
    return html`
      ${this.passing?.id !== id ? null : this.#passOn(view, this.passing)}
      <div class="acts">
        ${from !== 'customer' || passed !== null || partners.length === 0 || this.passing?.id === id ? null : html`<button aria-disabled=${off} @click=${() => { if (why === null) this.passing = { id, transferId: first }; }}>${says.passOn}</button>`}
        ${!isForStore ? null : waits
          ? html`<button aria-disabled=${off} @click=${() => { if (why === null) void this.#mark(id, 'needs-no-answer'); }}>${says.noAnswer}</button>`
          : html`<button aria-disabled=${off} @click=${() => { if (why === null) void this.#mark(id, 'unread'); }}>${says.unread}</button>`}
      </div>
    `;
  }

  #passOn(view: CaseView, passing: NonNullable<CaseMessages['passing']>): TemplateResult {
    const partners = this.#all(view).filter((one) => one.to === 'partner');
    return html`
      <div class="card">
        <p>${says.passOnWhat}</p>
        ${chips({ name: `pass-${passing.id}`, legend: says.passOnTo, options: partners.map(({ key }) => key), words: this.#namesOf(view, partners), chosen: [passing.transferId], pick: ([transferId = '']) => { this.passing = { ...passing, transferId }; } })}
        <div class="acts"><button @click=${() => { this.passing = null; }}>${roomWords.back}</button>
          <button class="primary" aria-disabled=${this.isSending ? 'true' : 'false'} @click=${() => void this.#pass(view, passing)}>${says.passOnVerb}</button></div>
      </div>
    `;
  }

  #pass({ case: { code } }: CaseView, { id: message, transferId }: NonNullable<CaseMessages['passing']>): Promise<boolean> {
    return this.#send(message, `pass ${message} ${transferId}`, (id) => passMessageOn(code, message, { id, transferId }));
  }

  #form(view: CaseView): TemplateResult {
    const all = this.#all(view);
    const key = this.to ?? firstAddressee(all, view.case.openMessages);
    const chosen = all.find((one) => one.key === key) ?? all[0];
    const names = this.#namesOf(view, all);
    const why = whyOff('answer', view, (action) => this.#who.whyNot(action));
    const lack = this.words.trim() === '' ? says.missing : null;
    const isReady = why === null && lack === null && !this.isSending && chosen !== undefined;
    const left = MESSAGE_WORDS_MAX - this.words.length;
    return html`
      <form @submit=${(event: SubmitEvent) => { event.preventDefault(); if (isReady) void this.#write(view, chosen); }}>
        ${all.length === 1 ? null : chips({ name: 'to', legend: says.to, options: all.map((one) => one.key), words: names, chosen: [key], pick: ([next = 'customer']) => { this.to = next; } })}
        <label>${says.words}<small>${says.wordsHint}</small><textarea name="message" dir="auto" rows="3" maxlength=${MESSAGE_WORDS_MAX} .value=${this.words} @input=${(event: InputEvent) => { this.words = typed(event); }}></textarea></label>
        ${left > LEFT_SHOWN ? null : html`<p class="quiet small" role="status">${says.left(left)}</p>`}
        ${chosen === undefined || chosen.hasLink ? null : html`<p class="warn">${says.noLink[chosen.to]}</p>${doButtons(this, view, this.#who, [linkFor(chosen)])}`}
        <button type="submit" class=${isReady ? 'primary' : ''} aria-disabled=${isReady ? 'false' : 'true'}>${this.isSending ? roomWords.sending : says.send(names[key] ?? says.from.customer)}</button>
        ${why === null ? null : html`<p class="why">${why}</p>`}
      </form>
    `;
  }

  #all({ case: state }: CaseView): readonly Addressee[] {
    return addressees(state, this.#readAtIso);
  }

  #namesOf(view: CaseView, all: readonly Addressee[]): Readonly<Record<string, string>> {
    return Object.fromEntries(all.map(({ key, to, transferId }) => [key, this.#side(view, to, transferId)]));
  }

  /** For whoever was asked to answer: the reason is said already. */
  async read(): Promise<void> {
    const { view } = this;
    if (view === undefined) return;
    const { code, messageCount } = view.case;
    const answer = await readMessages(code, says.readWhy);
    if (code !== this.view?.case.code) return;
    this.failure = answer.ok ? '' : `${roomWords.notRead} ${sayCallProblem(answer.problem)}`;
    if (!answer.ok) return;
    this.#countRead = Math.max(messageCount, answer.value.messages.length);
    this.#readAtIso = answer.value.atIso;
    this.messages = answer.value.messages;
  }

  async #write({ case: { code } }: CaseView, { to, transferId }: Addressee): Promise<void> {
    const words = this.words.trim();
    if (await this.#send('answer', `${to} ${transferId ?? ''} ${words}`, (id) => writeMessage(code, { id, to, transferId, words }))) {
      this.words = '';
      this.to = null;
    }
  }

  async #mark(message: string, as: MessageMark): Promise<void> {
    const { view } = this;
    if (view !== undefined) await this.#send(message, `${as} ${message} ${view.case.lastSeq}`, (id) => markMessage(view.case.code, message, { id, as }));
  }

  /** The same sent again after a broken line is done once; what is shown here is read again after it. */
  async #send(what: string, content: string, send: (id: string) => Promise<Answer<CaseView>>): Promise<boolean> {
    if (this.isSending) return false;
    this.isSending = true;
    this.#sent = this.#sent?.content === content ? this.#sent : { content, id: crypto.randomUUID() };
    const answer = await send(this.#sent.id);
    this.isSending = false;
    this.failure = answer.ok ? '' : `${caseWords.notDone} ${sayCallProblem(answer.problem)}`;
    if (!answer.ok) return false;
    this.#sent = null;
    if (this.passing?.id === what) this.passing = null;
    this.dispatchEvent(new CustomEvent<CaseView>('hf-case', { detail: answer.value, bubbles: true, composed: true }));
    await this.updateComplete;
    if (this.messages !== null) await this.read();
    return true;
  }
}
customElements.define('hf-case-messages', CaseMessages);

declare global {
  interface HTMLElementTagNameMap {
    'hf-case-messages': CaseMessages;
  }
}

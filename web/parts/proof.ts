/**
 * One person confirms one act, freshly: with the password (and a code where the server asks for it), by passkey, or at a
 * bench PC with badge and PIN. What the server answered is kept until it is used, because a code works once; nothing typed outlives it.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Confirmation, ConfirmationBody, ConfirmedAct } from '../../server/contract/people.ts';
import { RIGHTS } from '../../server/contract/rights.ts';
import type { ShownPasskey } from '../../server/contract/passkeys.ts';
import { askPasskeyToConfirm, confirmAct } from '../people-calls.ts';
import type { Answer } from '../api.ts';
import { shared } from '../look/shared.ts';
import { noPasskeyHere, showPasskey } from '../reading/passkey.ts';
import { WhoController } from '../who-desk.ts';
import { passkeyWords } from '../words/passkey-words.ts';
import { proofWords } from '../words/proof-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { formLook } from './form-look.ts';
import './password-field.ts';
import { typed } from './typed.ts';

/** The server takes it for five minutes; a form must not begin with one that ends on the way. */
const KEPT_MS = 4 * 60_000;
const CODE = /^\d{6}$/;

type Way = 'password' | 'badge' | 'passkey';
interface Typed {
  readonly user: string;
  readonly password: string;
  readonly code: string;
  readonly badge: string;
  readonly pin: string;
}
const WAYS: Readonly<Record<Way, string>> = { password: proofWords.byPassword, badge: proofWords.byBadge, passkey: passkeyWords.way };
const EMPTY: Typed = { user: '', password: '', code: '', badge: '', pin: '' };

export class Proof extends LitElement {
  static override properties = {
    act: { type: String }, isSecond: { type: Boolean }, fields: { state: true }, way: { state: true }, needsCode: { state: true }, failure: { state: true },
  };
  declare act: ConfirmedAct;
  /** Somebody else than whoever is signed in here. */
  declare isSecond: boolean;
  declare fields: Typed;
  declare way: Way;
  declare needsCode: boolean;
  declare failure: string;
  readonly #who = new WhoController(this);
  #held: { readonly subject: string; readonly untilMs: number; readonly confirmation: Confirmation } | null = null;

  constructor() {
    super();
    this.isSecond = false;
    this.#begin();
  }

  static override styles = [
    shared,
    formLook,
    css`
      fieldset { gap: 12px; padding: 16px; border: 1px solid var(--line); border-radius: var(--round-m); background: var(--sunken); }
      legend { float: inline-start; padding: 0; }
      legend + * { clear: both; }
      .how { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5em, 1fr)); gap: 8px; }
      .how button { min-height: 48px; font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); padding-inline: 8px; }
      .how button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
      .done { color: var(--fine); font-weight: 700; }
    `,
  ];

  protected override render(): TemplateResult {
    const { fields } = this;
    const canBadge = this.#who.isAtBenchPc && RIGHTS[this.act].strength === 'quick';
    const ways: readonly Way[] = ['password', ...(canBadge ? ['badge' as const] : []), ...(noPasskeyHere() === null ? ['passkey' as const] : [])];
    const way = ways.includes(this.way) ? this.way : 'password';
    return html`
      <fieldset>
        <legend>${this.isSecond ? proofWords.second : proofWords.own}</legend>
        ${this.isSecond ? html`<p class="small quiet">${proofWords.secondHint}</p>
          <label>${proofWords.secondUser}<input name="user" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="80" .value=${fields.user} @input=${(event: Event) => this.#take('user', typed(event))} /></label>` : null}
        ${ways.length > 1 ? html`<div class="how" role="group" aria-label=${proofWords.how}>${ways.map((one) => this.#way(one, one === way))}</div>` : null}
        ${this.#fields(way)}
        <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
      </fieldset>
    `;
  }

  #way(way: Way, isChosen: boolean): TemplateResult {
    return html`<button type="button" aria-pressed=${isChosen ? 'true' : 'false'} @click=${() => { this.way = way; this.#changed(); }}>${WAYS[way]}</button>`;
  }

  #fields(way: Way): TemplateResult {
    if (way === 'passkey') return html`<p class="small">${this.isSecond ? passkeyWords.wayHintSecond : passkeyWords.wayHint}</p>`;
    return way === 'badge' ? this.#badge() : this.#password();
  }

  #password(): TemplateResult {
    return html`
      <hf-password label=${this.isSecond ? proofWords.secondPassword : proofWords.password} .value=${this.fields.password} @hf-typed=${(event: CustomEvent<string>) => this.#take('password', event.detail)} @hf-enter=${() => this.#submit()}></hf-password>
      ${this.#hasCode() ? html`
        <label>${proofWords.code}
          <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" .value=${this.fields.code} @input=${(event: Event) => this.#take('code', typed(event))} @keydown=${(event: KeyboardEvent) => this.#enter(event)} /></label>` : null}
    `;
  }

  #badge(): TemplateResult {
    return html`
      <label>${proofWords.badge}<small>${proofWords.badgeHint}</small>
        <input name="badge" type="password" autocomplete="off" maxlength="200" .value=${this.fields.badge} @input=${(event: Event) => this.#take('badge', typed(event))} @keydown=${(event: KeyboardEvent) => this.#toPin(event)} /></label>
      <label>${proofWords.pin}
        <input name="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="12" .value=${this.fields.pin} @input=${(event: Event) => this.#take('pin', typed(event))} @keydown=${(event: KeyboardEvent) => this.#enter(event)} /></label>
    `;
  }

  /** Whether everything is typed that is needed to ask. */
  get isFilled(): boolean {
    const { user, password, code, badge, pin } = this.fields;
    if (this.isSecond && user.trim() === '') return false;
    if (this.way === 'passkey') return true;
    if (this.way === 'badge') return badge.length >= 8 && /^\d{6,12}$/.test(pin);
    return password !== '' && (!this.#hasCode() || CODE.test(code));
  }

  /** The proof, or null with the reason shown here. */
  async confirm(subject: string): Promise<string | null> {
    if (this.#held !== null && this.#held.subject === subject && performance.now() < this.#held.untilMs) return this.#held.confirmation.id;
    this.failure = '';
    const answer = this.way === 'passkey' ? await this.#byPasskey(subject) : await confirmAct(this.#body(subject));
    if (answer === null) {
      this.failure = passkeyWords.nothing;
      return null;
    }
    if (!answer.ok) {
      this.#refuse(answer);
      return null;
    }
    this.#held = { subject, untilMs: performance.now() + KEPT_MS, confirmation: answer.value };
    return answer.value.id;
  }

  async #byPasskey(subject: string): Promise<Answer<Confirmation> | null> {
    const asked = { act: this.act, subject, ...(this.isSecond ? { user: this.fields.user } : {}) };
    const question = await askPasskeyToConfirm(asked);
    if (!question.ok) return question;
    const passkey: ShownPasskey | null = await showPasskey(question.value);
    return passkey === null ? null : confirmAct({ ...asked, passkey });
  }

  /** After the act was sent, whatever became of it. */
  used(): void {
    this.#held = null;
    // A code and a badge work for one act; a password may be wanted again at once.
    this.fields = { ...this.fields, code: '', badge: '', pin: '' };
    this.#tell();
  }

  #hasCode(): boolean {
    return this.needsCode || (!this.isSecond && this.#who.who?.hasApp === true);
  }

  #body(subject: string): ConfirmationBody {
    const { user, password, code, badge, pin } = this.fields;
    const how = this.way === 'badge' ? { badge, pin } : { password, ...(this.#hasCode() && code !== '' ? { code } : {}) };
    return { act: this.act, subject, ...how, ...(this.isSecond ? { user } : {}) };
  }

  #refuse(answer: Extract<Answer<Confirmation>, { ok: false }>): void {
    const { problem } = answer;
    const isCode = problem.kind === 'refused' && problem.reply.code === 'code-needed';
    this.needsCode ||= isCode;
    this.fields = { ...this.fields, code: '' };
    this.failure = isCode ? proofWords.codeNeeded : `${this.isSecond ? proofWords.secondNotConfirmed : proofWords.notConfirmed} ${sayCallProblem(problem)}`;
    this.#tell();
  }

  #begin(): void {
    this.fields = EMPTY;
    this.way = 'password';
    this.needsCode = false;
    this.failure = '';
    this.#held = null;
  }

  #take(key: keyof Typed, value: string): void {
    this.fields = { ...this.fields, [key]: value };
    this.#changed();
  }

  #changed(): void {
    this.#held = null;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('hf-proof', { bubbles: true }));
  }

  /** A reader ends with Enter, which must not send the form. */
  #toPin(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLInputElement>('input[name="pin"]')?.focus();
  }

  #enter(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#submit();
  }

  #submit(): void {
    this.closest('form')?.requestSubmit();
  }
}
customElements.define('hf-proof', Proof);

declare global {
  interface HTMLElementTagNameMap {
    'hf-proof': Proof;
  }
}

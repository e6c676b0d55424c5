/**
 * The page where somebody signs in with user name and password, and a code where the server asks for one. It never tells
 * whether a user exists; at an enrolled bench PC it also offers the quick switch.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { askPasskeyToEnter, signIn, signInByPasskey } from '../people-calls.ts';
import type { Answer } from '../api.ts';
import type { Who } from '../../server/contract/people.ts';
import { logo } from '../look/logo.ts';
import { shared } from '../look/shared.ts';
import { formLook } from '../parts/form-look.ts';
import '../parts/no-passkey.ts';
import '../parts/password-field.ts';
import '../parts/provider-sign-in.ts';
import '../parts/switch-panel.ts';
import { typed } from '../parts/typed.ts';
import { noPasskeyHere, showPasskey } from '../reading/passkey.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { passkeyWords } from '../words/passkey-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { entryLook } from './entry-look.ts';
import '../parts/language-choice.ts';

const CODE = /^\d{6}$/;

export class SignInPage extends LitElement {
  static override properties = {
    user: { state: true }, password: { state: true }, code: { state: true }, needsCode: { state: true }, isSending: { state: true }, isAsking: { state: true }, failure: { state: true },
  };
  declare user: string;
  declare password: string;
  declare code: string;
  declare needsCode: boolean;
  declare isSending: boolean;
  /** A passkey is waited for. */
  declare isAsking: boolean;
  declare failure: string;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.user = '';
    this.password = '';
    this.code = '';
    this.needsCode = false;
    this.isSending = false;
    this.isAsking = false;
    this.failure = '';
  }

  static override styles = [shared, formLook, entryLook];

  protected override firstUpdated(): void {
    if (!this.#who.isAtBenchPc) this.renderRoot.querySelector<HTMLInputElement>('input[name="user"]')?.focus();
  }

  protected override render(): TemplateResult {
    const { who } = this.#who;
    return html`
      <div class="page">
        <p class="mark"><svg viewBox="0 0 24 24" aria-hidden="true">${logo}</svg>Holdfast</p>
        <section aria-labelledby="title">
          <h1 id="title">${entryWords.title}</h1>
          ${whoDesk.hasEnded ? html`<p class="note" role="status">${entryWords.ended}</p>` : null}
          ${who?.needsFirstAdmin === true && !who.virtual ? html`<p class="note">${entryWords.noAdmin}</p>` : null}
          ${who?.virtual === true ? html`<p class="note">${entryWords.virtual}</p>` : null}
          ${this.#form()}
          ${who?.provider === null || who?.provider === undefined ? null : html`<hf-provider-sign-in .name=${who.provider.name}></hf-provider-sign-in>`}
          ${this.#passkey()}
          <details><summary>${entryWords.lost}</summary><p>${entryWords.lostText}</p></details>
        </section>
        <hf-language></hf-language>
        ${this.#who.isAtBenchPc ? html`
          <section aria-label=${entryWords.switchTitle}><h2>${entryWords.switchTitle}</h2><hf-switch-panel></hf-switch-panel></section>
          <p><a class="button" href="/">${entryWords.back}</a></p>` : null}
      </div>
    `;
  }

  #form(): TemplateResult {
    const isReady = this.user.trim() !== '' && this.password !== '' && (!this.needsCode || CODE.test(this.code)) && !this.isSending;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isReady)}>
        <label>${entryWords.user}
          <input name="user" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="80" .value=${this.user} @input=${(event: InputEvent) => { this.user = typed(event); }} /></label>
        <hf-password .value=${this.password} @hf-typed=${(event: CustomEvent<string>) => { this.password = event.detail; }}></hf-password>
        ${this.needsCode ? html`
          <label>${entryWords.code}<small>${entryWords.codeHint}</small>
            <input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" .value=${this.code} @input=${(event: InputEvent) => { this.code = typed(event); }} /></label>` : null}
        <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
        <button type="submit" class="primary" aria-disabled=${isReady ? 'false' : 'true'}>${this.isSending ? entryWords.sending : entryWords.submit}</button>
      </form>
    `;
  }

  #passkey(): TemplateResult {
    const canAsk = noPasskeyHere() === null && !this.isAsking;
    return html`
      <div class="passkey">
        <button type="button" aria-disabled=${canAsk ? 'false' : 'true'} @click=${() => { if (canAsk) void this.#byPasskey(); }}>${this.isAsking ? passkeyWords.asking : passkeyWords.use}</button>
        <hf-no-passkey></hf-no-passkey>
      </div>
    `;
  }

  async #byPasskey(): Promise<void> {
    this.isAsking = true;
    this.failure = '';
    const answer = await this.#askPasskey();
    this.isAsking = false;
    if (answer === null) this.failure = passkeyWords.nothing;
    else if (answer.ok) this.#enter(answer.value);
    else this.failure = sayCallProblem(answer.problem);
  }

  async #askPasskey(): Promise<Answer<Who> | null> {
    const question = await askPasskeyToEnter();
    if (!question.ok) return question;
    const shown = await showPasskey(question.value);
    return shown === null ? null : signInByPasskey(shown);
  }

  #enter(who: Who): void {
    this.password = '';
    whoDesk.take(who);
    this.dispatchEvent(new CustomEvent('hf-signed-in', { bubbles: true, composed: true }));
  }

  async #submit(event: SubmitEvent, isReady: boolean): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    this.isSending = true;
    this.failure = '';
    const answer = await signIn({ user: this.user, password: this.password, ...(this.needsCode ? { code: this.code } : {}) });
    this.isSending = false;
    if (answer.ok) {
      this.#enter(answer.value);
      return;
    }
    const isCode = answer.problem.kind === 'refused' && answer.problem.reply.code === 'code-needed';
    const isFirst = isCode && !this.needsCode;
    this.code = '';
    this.needsCode ||= isCode;
    this.failure = isFirst ? '' : sayCallProblem(answer.problem);
    await this.updateComplete;
    if (isFirst) this.renderRoot.querySelector<HTMLInputElement>('input[name="code"]')?.focus();
  }
}
customElements.define('hf-sign-in', SignInPage);

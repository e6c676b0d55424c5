/**
 * Where a link brings somebody in: the one-time link of the first admin or for a new password, the door of a virtual store,
 * the link of a wall board, the way back from an identity provider. The token was taken out of the address before; here it is used once.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { PASSWORD_CHARS_MIN, userSchema } from '../../server/contract/people.ts';
import { backFromProvider, enterDemo, openWall, takeLink } from '../people-calls.ts';
import { logo } from '../look/logo.ts';
import { shared } from '../look/shared.ts';
import { formLook } from '../parts/form-look.ts';
import '../parts/password-field.ts';
import { typed } from '../parts/typed.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { entryLook } from './entry-look.ts';

export class EntryPage extends LitElement {
  static override properties = {
    kind: { type: String }, token: { attribute: false }, name: { state: true }, user: { state: true }, password: { state: true }, isSending: { state: true }, failure: { state: true },
  };
  declare kind: 'link' | 'demo' | 'wall' | 'back';
  declare token: string | null;
  declare name: string;
  declare user: string;
  declare password: string;
  declare isSending: boolean;
  declare failure: string;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.token = null;
    this.name = '';
    this.user = '';
    this.password = '';
    this.isSending = false;
    this.failure = '';
  }

  static override styles = [shared, formLook, entryLook];

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('token') || this.token === null) return;
    if (this.kind === 'back') void this.#comeBack(this.token);
    else if (this.kind !== 'link') void this.#open(this.kind, this.token);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="page">
        <p class="mark"><svg viewBox="0 0 24 24" aria-hidden="true">${logo}</svg>Holdfast</p>
        <section aria-labelledby="title">${this.token === null ? this.#told(entryWords.linkTitle, entryWords.noToken, true) : this.kind === 'link' ? this.#form(this.token) : this.#opening()}</section>
      </div>
    `;
  }

  #opening(): TemplateResult {
    const title = this.kind === 'back' ? entryWords.title : entryWords.linkTitle;
    if (this.failure !== '') return this.#told(title, this.failure, true);
    return this.#told(title, { demo: entryWords.entering, wall: entryWords.wallOpening, back: entryWords.sending, link: entryWords.taking }[this.kind], false);
  }

  #told(title: string, text: string, isEnd: boolean): TemplateResult {
    return html`<h1 id="title">${title}</h1><p role=${isEnd ? 'alert' : 'status'}>${text}</p>${isEnd ? html`<p><a class="button" href="/sign-in">${entryWords.toSignIn}</a></p>` : null}`;
  }

  #form(token: string): TemplateResult {
    const isFirst = this.#who.who?.needsFirstAdmin === true;
    const isNamed = !isFirst || (this.name.trim().length >= 2 && userSchema.safeParse(this.user).success);
    const isReady = isNamed && this.password.length >= PASSWORD_CHARS_MIN && !this.isSending;
    return html`
      <h1 id="title">${isFirst ? entryWords.newAdminTitle : entryWords.newPasswordTitle}</h1>
      <p>${isFirst ? entryWords.newAdminText : entryWords.newPasswordText}</p>
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isReady, isFirst, token)}>
        ${isFirst ? html`
          <label>${entryWords.name}<small>${entryWords.nameHint}</small>
            <input name="name" autocomplete="name" maxlength="80" .value=${this.name} @input=${(event: InputEvent) => { this.name = typed(event); }} /></label>
          <label>${entryWords.user}<small>${entryWords.userHint}</small>
            <input name="user" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="40" .value=${this.user} @input=${(event: InputEvent) => { this.user = typed(event); }} /></label>` : null}
        <hf-password isNew label=${entryWords.newPassword} hint=${entryWords.passwordHint} .value=${this.password} @hf-typed=${(event: CustomEvent<string>) => { this.password = event.detail; }}></hf-password>
        <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
        <button type="submit" class="primary" aria-disabled=${isReady ? 'false' : 'true'}>${this.isSending ? entryWords.taking : entryWords.take}</button>
      </form>
    `;
  }

  async #submit(event: SubmitEvent, isReady: boolean, isFirst: boolean, token: string): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    this.isSending = true;
    this.failure = '';
    const answer = await takeLink({ token, password: this.password, ...(isFirst ? { name: this.name.trim(), user: this.user } : {}) });
    this.isSending = false;
    if (!answer.ok) {
      this.failure = sayCallProblem(answer.problem);
      return;
    }
    this.password = '';
    whoDesk.take(answer.value);
    this.#goIn();
  }

  async #open(kind: 'demo' | 'wall', token: string): Promise<void> {
    this.failure = '';
    const answer = await (kind === 'demo' ? enterDemo(token) : openWall(token));
    if (!answer.ok) {
      this.failure = sayCallProblem(answer.problem);
      return;
    }
    await whoDesk.askAnew();
    this.#goIn();
  }

  async #comeBack(query: string): Promise<void> {
    this.failure = '';
    const answer = await backFromProvider(query);
    if (!answer.ok) {
      this.failure = sayCallProblem(answer.problem);
      return;
    }
    whoDesk.take(answer.value);
    this.#goIn();
  }

  #goIn(): void {
    this.dispatchEvent(new CustomEvent('hf-signed-in', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-entry', EntryPage);

/** On the own page: where Holdfast writes when somebody is called. The address goes one way only; the page learns whether one is set. */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { ownMail, setOwnMail } from '../case-calls.ts';
import { roomLook } from '../pages/room-look.ts';
import { shared } from '../look/shared.ts';
import { callWords as says } from '../words/call-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { askedView } from './asked-view.ts';
import { Asked } from './asked.ts';
import { formLook } from './form-look.ts';
import { typed } from './typed.ts';

export class OwnMail extends LitElement {
  static override properties = { value: { state: true }, told: { state: true } };
  declare value: string;
  declare told: string;
  readonly #mail = new Asked(this, ownMail);

  constructor() {
    super();
    this.value = '';
    this.told = '';
  }

  static override styles = [shared, formLook, roomLook];

  protected override render(): TemplateResult {
    return html`
      <section aria-label=${says.mailTitle}>
        <h2>${says.mailTitle}</h2>
        <p class="why">${says.mailText}</p>
        ${askedView(this.#mail, ({ isSet }) => html`
          <form @submit=${(event: SubmitEvent) => { event.preventDefault(); void this.#send(this.value.trim()); }}>
            <label><span>${says.mail} <span class="tag">${isSet ? says.mailSet : says.mailNotSet}</span></span>
              <input name="own-mail" type="email" autocomplete="email" maxlength="254" .value=${this.value} @input=${(event: InputEvent) => this.#take(event)} /></label>
            <div class="acts left"><button type="submit" aria-disabled=${this.value.includes('@') ? 'false' : 'true'}>${says.mailKeep}</button>${isSet ? html`<button type="button" @click=${() => void this.#send(null)}>${says.mailAway}</button>` : null}</div>
          </form>`)}
        <p role="status">${this.told}</p>
      </section>
    `;
  }

  #take(event: InputEvent): void {
    this.value = typed(event);
  }

  async #send(mail: string | null): Promise<void> {
    if (mail !== null && !mail.includes('@')) return;
    const answer = await setOwnMail(mail);
    this.told = answer.ok ? says.mailKept : `${roomWords.notDone} ${sayCallProblem(answer.problem)}`;
    if (!answer.ok) return;
    this.value = '';
    this.#mail.take(answer.value);
  }
}
customElements.define('hf-own-mail', OwnMail);

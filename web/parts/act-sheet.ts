/**
 * A dialog for one act that is confirmed anew: what it means, its own fields in the slot, a reason where one is kept, the
 * proof, and what came of it. The page that opens it sends the act.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { ConfirmedAct } from '../../server/contract/people.ts';
import type { Answer } from '../api.ts';
import { shared } from '../look/shared.ts';
import { proofWords } from '../words/proof-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { formLook } from './form-look.ts';
import './proof.ts';
import './sheet.ts';
import { typed } from './typed.ts';

const REASON_CHARS_MIN = 3;

export interface ActToConfirm {
  readonly act: ConfirmedAct;
  readonly subject: string;
  readonly heading: string;
  readonly text: string;
  /** What stands on the button. */
  readonly verb: string;
  readonly asksReason: boolean;
  /** Sends it; what is answered besides is the page's. */
  send(confirmation: string, reason: string): Promise<Answer<unknown>>;
}

export class ActSheet extends LitElement {
  static override properties = { doing: { attribute: false }, isReady: { type: Boolean }, reason: { state: true }, isSending: { state: true }, failure: { state: true } };
  /** Null while it is closed. */
  declare doing: ActToConfirm | null;
  /** Whether the fields in the slot are filled. */
  declare isReady: boolean;
  declare reason: string;
  declare isSending: boolean;
  declare failure: string;

  constructor() {
    super();
    this.doing = null;
    this.isReady = true;
    this.reason = '';
    this.isSending = false;
    this.failure = '';
  }

  static override styles = [shared, formLook, css`:host { display: contents; } .fields { display: grid; gap: 16px; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('doing') || (changed.get('doing') ?? null) !== null) return;
    this.reason = '';
    this.failure = '';
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.doing !== null} heading=${this.doing?.heading ?? ''}>${this.doing === null ? null : this.#form(this.doing)}</hf-sheet>`;
  }

  #form(doing: ActToConfirm): TemplateResult {
    const hasReason = !doing.asksReason || this.reason.trim().length >= REASON_CHARS_MIN;
    const isFilled = this.renderRoot.querySelector('hf-proof')?.isFilled === true;
    const isReady = this.isReady && hasReason && isFilled && !this.isSending;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, doing, isReady)} @hf-proof=${() => this.requestUpdate()}>
        <p>${doing.text}</p>
        <div class="fields"><slot @keydown=${(event: KeyboardEvent) => this.#enter(event)}></slot></div>
        ${doing.asksReason ? html`
          <label>${roomWords.reason}<small>${roomWords.reasonHint}</small>
            <textarea name="reason" maxlength="500" .value=${this.reason} @input=${(event: InputEvent) => { this.reason = typed(event); }}></textarea></label>` : null}
        <hf-proof act=${doing.act}></hf-proof>
        <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
        <div class="row foot">
          <button type="button" @click=${() => this.#close()}>${proofWords.back}</button>
          <button type="submit" class="primary" aria-disabled=${isReady ? 'false' : 'true'}>${this.isSending ? roomWords.sending : doing.verb}</button>
        </div>
      </form>
    `;
  }

  /** Fields from outside belong to no form in here: Enter in them is taken by hand. */
  #enter(event: KeyboardEvent): void {
    const [field] = event.composedPath();
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement) || field.type === 'checkbox') return;
    event.preventDefault();
    this.renderRoot.querySelector('form')?.requestSubmit();
  }

  async #submit(event: SubmitEvent, doing: ActToConfirm, isReady: boolean): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    this.isSending = true;
    this.failure = '';
    const proof = this.renderRoot.querySelector('hf-proof');
    const confirmation = await proof?.confirm(doing.subject) ?? null;
    const answer = confirmation === null ? null : await doing.send(confirmation, this.reason.trim());
    this.isSending = false;
    if (answer === null) return;
    proof?.used();
    if (answer.ok) this.#close();
    else this.failure = `${roomWords.notDone} ${sayCallProblem(answer.problem)}`;
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-act-sheet', ActSheet);

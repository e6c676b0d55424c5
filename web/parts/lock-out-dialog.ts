/**
 * Taking a bench out of service, or returning it: for the first with the reason. It explains what it means before
 * the press, and what the bench answered after it. The bench decides.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { returnBench, takeOutBench } from '../order-calls.ts';
import { shared } from '../look/shared.ts';
import { drillWords, sayOrder } from '../words/drill-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import { typed } from './typed.ts';

const REASON_CHARS_MIN = 3;

export type LockOutKind = 'out' | 'return';

export class LockOutDialog extends LitElement {
  static override properties = {
    kind: { attribute: false }, benchId: { type: String }, benchName: { type: String }, reason: { state: true },
    isSending: { state: true }, failure: { state: true },
  };
  /** Null while it is closed. */
  declare kind: LockOutKind | null;
  declare benchId: string;
  declare benchName: string;
  declare reason: string;
  declare isSending: boolean;
  declare failure: string;

  constructor() {
    super();
    this.kind = null;
    this.benchId = '';
    this.benchName = '';
    this.#begin();
  }

  static override styles = [
    shared,
    formLook,
    css`:host { display: contents; }`,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('kind') && this.kind !== null) this.#begin();
  }

  #begin(): void {
    this.reason = '';
    this.isSending = false;
    this.failure = '';
  }

  protected override render(): TemplateResult {
    const heading = this.kind === 'return' ? drillWords.returnHeading(this.benchName) : drillWords.takeOutHeading(this.benchName);
    return html`<hf-sheet .isOpen=${this.kind !== null} heading=${heading}>${this.kind === null ? null : this.#form(this.kind)}</hf-sheet>`;
  }

  #form(kind: LockOutKind): TemplateResult {
    const isReady = kind === 'return' || this.reason.trim().length >= REASON_CHARS_MIN;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, kind, isReady)}>
        <p>${kind === 'out' ? drillWords.outHint : drillWords.returnHint}</p>
        ${kind === 'return' ? null : html`
          <label>${drillWords.reason}<small>${drillWords.reasonHint}</small>
            <textarea name="reason" maxlength="500" .value=${this.reason} @input=${(event: InputEvent) => { this.reason = typed(event); }}></textarea></label>`}
        <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
        <div class="row">
          <button type="button" @click=${() => this.#close()}>${drillWords.back}</button>
          <button type="submit" class="primary" aria-disabled=${isReady && !this.isSending ? 'false' : 'true'}>
            ${this.isSending ? drillWords.sending : kind === 'out' ? drillWords.takeOutVerb : drillWords.returnVerb}</button>
        </div>
      </form>
    `;
  }

  async #submit(event: SubmitEvent, kind: LockOutKind, isReady: boolean): Promise<void> {
    event.preventDefault();
    if (!isReady || this.isSending) return;
    this.isSending = true;
    const answer = await (kind === 'out' ? takeOutBench(this.benchId, { reason: this.reason.trim() }) : returnBench(this.benchId));
    this.isSending = false;
    if (!answer.ok) this.failure = `${drillWords.notDone} ${sayCallProblem(answer.problem)}`;
    else if (!answer.value.ok) this.failure = `${drillWords.notDone} ${sayOrder(answer.value)}`;
    else this.#close();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-lock-out-dialog', LockOutDialog);

/**
 * The reset of one trip: what blocks it, why, who confirms, and with data at stake who else. It stays visible and says its
 * reason when it cannot be done. A reset lifts the lock and starts nothing.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { resetBench } from '../order-calls.ts';
import { shared } from '../look/shared.ts';
import { blocksOf, lacksOf, resetSubject, thingOf } from '../reading/reset-form.ts';
import type { Obstacle } from '../reading/reset-form.ts';
import { WhoController } from '../who-desk.ts';
import { proofWords } from '../words/proof-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { formLook } from './form-look.ts';
import './proof.ts';
import type { Proof } from './proof.ts';
import './sheet.ts';
import { typed } from './typed.ts';
import { stopWords } from '../words/stop-words.ts';

type Told = { readonly isDone: boolean; readonly text: string };

export class ResetDialog extends LitElement {
  static override properties = {
    isOpen: { type: Boolean }, benchName: { type: String }, status: { attribute: false },
    reason: { state: true }, isSending: { state: true }, told: { state: true },
  };
  declare isOpen: boolean;
  declare benchName: string;
  declare status: BenchStatus | null;
  declare reason: string;
  declare isSending: boolean;
  declare told: Told | null;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.isOpen = false;
    this.benchName = '';
    this.status = null;
    this.reason = '';
    this.isSending = false;
    this.told = null;
  }

  static override styles = [
    shared,
    formLook,
    css`
      :host { display: contents; }
      .obstacles { display: grid; gap: 8px; padding: 12px 16px; border-inline-start: 4px solid var(--waiting-mark); border-radius: var(--round-s); background: var(--sunken); font-size: var(--type-note); line-height: 22px; }
      .done { border-inline-start-color: var(--fine); }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.reason = '';
    this.told = null;
  }

  protected override render(): TemplateResult {
    return html`
      <hf-sheet .isOpen=${this.isOpen} heading=${stopWords.resetOf(this.benchName)}>
        ${!this.isOpen ? null : this.told?.isDone === true ? this.#done(this.told.text) : this.#form()}
      </hf-sheet>
    `;
  }

  #done(text: string): TemplateResult {
    return html`<p class="obstacles done" role="status">${text}</p><button @click=${() => this.#close()}>${proofWords.close}</button>`;
  }

  #form(): TemplateResult | null {
    const { status } = this;
    if (status === null) return null;
    const why = this.#who.whyNot('reset', thingOf(status));
    const blocks = [...(why === null ? [] : [{ title: why, whatToDo: '' }]), ...blocksOf(status)];
    const needsSecond = thingOf(status).dataAtStake;
    const lacks = lacksOf(status, { reason: this.reason, hasOwnProof: this.#proof(false)?.isFilled === true, hasSecondProof: this.#proof(true)?.isFilled === true });
    const isReady = blocks.length === 0 && lacks.length === 0;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isReady)} @hf-proof=${() => this.requestUpdate()}>
        <p>${proofWords.resetIs}</p>
        ${blocks.length === 0 ? null : this.#obstacles(blocks)}
        <label>${proofWords.resetReason}
          <small>${proofWords.resetReasonHint}</small>
          <textarea name="reason" data-first maxlength="500" .value=${this.reason} @input=${(event: InputEvent) => { this.reason = typed(event); }}></textarea>
        </label>
        <hf-proof act="reset"></hf-proof>
        ${needsSecond ? html`<hf-proof act="second-reset" .isSecond=${true}></hf-proof>` : null}
        <div role="alert">${this.told === null ? null : html`<p class="failed">${this.told.text}</p>`}</div>
        ${blocks.length > 0 || lacks.length === 0 ? null : html`<p class="quiet small">${lacks.join(' · ')}</p>`}
        <div class="row foot">
          <button type="button" @click=${() => this.#close()}>${proofWords.back}</button>
          <button type="submit" class="primary" aria-disabled=${isReady && !this.isSending ? 'false' : 'true'}>${this.isSending ? proofWords.resetSending : proofWords.resetNow}</button>
        </div>
      </form>
    `;
  }

  #obstacles(obstacles: readonly Obstacle[]): TemplateResult {
    return html`<ul class="obstacles"><li><b>${proofWords.resetNotYet}</b></li>${obstacles.map((one) => html`<li><b>${one.title.replace(/\.$/, '')}.</b> ${one.whatToDo}</li>`)}</ul>`;
  }

  #proof(isSecond: boolean): Proof | null {
    return this.renderRoot.querySelector<Proof>(`hf-proof[act="${isSecond ? 'second-reset' : 'reset'}"]`);
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }

  async #submit(event: SubmitEvent, isReady: boolean): Promise<void> {
    event.preventDefault();
    const { status } = this;
    if (!isReady || this.isSending || status === null) return;
    this.isSending = true;
    this.told = null;
    await this.#send(status);
    this.isSending = false;
  }

  async #send(status: BenchStatus): Promise<void> {
    const [own, second] = [this.#proof(false), this.#proof(true)];
    const subject = resetSubject(status);
    const confirmation = await own?.confirm(subject) ?? null;
    if (confirmation === null) return;
    const secondConfirmation = second === null ? null : await second.confirm(subject);
    if (second !== null && secondConfirmation === null) return;
    const answer = await resetBench(status.bench, { tripId: status.trip?.id ?? '', reason: this.reason.trim(), confirmation, secondConfirmation });
    own?.used();
    second?.used();
    if (!answer.ok) this.told = { isDone: false, text: `${proofWords.notReset} ${sayCallProblem(answer.problem)}` };
    else if (!answer.value.ok) {
      const words = bridgeWords.orderRefusals[answer.value.refusal ?? 'no-answer'];
      this.told = { isDone: false, text: `${proofWords.notReset} ${words.title}. ${words.whatToDo}` };
    } else this.told = { isDone: true, text: `${bridgeWords.orderOutcomes['reset-done'].title}. ${bridgeWords.orderOutcomes['reset-done'].whatToDo}` };
  }
}
customElements.define('hf-reset-dialog', ResetDialog);

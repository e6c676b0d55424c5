/**
 * The reset of one trip: what blocks it, who resets, with whom, and why. It stays visible and says its reason when it
 * cannot be done. A reset lifts the lock and starts nothing.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { english } from '../../firmware-bridge/contract/words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { resetBench } from '../api.ts';
import { shared } from '../look/shared.ts';
import { blocksOf, lacksOf, resetBody } from '../reading/reset-form.ts';
import type { Obstacle, ResetForm } from '../reading/reset-form.ts';
import { sayCallProblem } from '../words/sentences.ts';
import './sheet.ts';

const EMPTY: ResetForm = { name: '', secondName: '', reason: '' };
type Told = { readonly isDone: boolean; readonly text: string };

export class ResetDialog extends LitElement {
  static override properties = {
    isOpen: { type: Boolean }, benchName: { type: String }, status: { attribute: false },
    form: { state: true }, isSending: { state: true }, told: { state: true },
  };
  declare isOpen: boolean;
  declare benchName: string;
  declare status: BenchStatus | null;
  declare form: ResetForm;
  declare isSending: boolean;
  declare told: Told | null;

  constructor() {
    super();
    this.isOpen = false;
    this.benchName = '';
    this.status = null;
    this.form = EMPTY;
    this.isSending = false;
    this.told = null;
  }

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      form { display: grid; gap: 16px; }
      label { display: grid; gap: 4px; font-weight: 700; }
      label small { font-weight: 400; font-size: 14px; line-height: 20px; color: var(--ink-quiet); }
      input, textarea { width: 100%; min-height: 48px; padding: 10px 12px; border: 2px solid var(--mark); border-radius: 8px; background: var(--paper); color: var(--ink); font: 400 17px/24px var(--text); }
      textarea { min-height: 76px; resize: vertical; }
      .obstacles { display: grid; gap: 8px; padding: 12px 16px; border-inline-start: 4px solid var(--waiting-mark); background: var(--sunken); font-size: 15px; line-height: 22px; }
      .row { display: grid; grid-template-columns: 1fr 2fr; gap: 12px; }
      .done { border-inline-start-color: var(--fine); }
      .failed { border-inline-start-color: var(--stopped); }
    `,
  ];

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.form = EMPTY;
    this.told = null;
  }

  protected override render(): TemplateResult {
    return html`
      <hf-sheet .isOpen=${this.isOpen} heading="Reset ${this.benchName}">
        ${!this.isOpen ? null : this.told?.isDone === true ? this.#done(this.told.text) : this.#form()}
      </hf-sheet>
    `;
  }

  #done(text: string): TemplateResult {
    return html`<p class="obstacles done" role="status">${text}</p><button @click=${() => this.#close()}>Close</button>`;
  }

  #form(): TemplateResult | null {
    const { status } = this;
    if (status === null) return null;
    const blocks = blocksOf(status);
    const lacks = lacksOf(status, this.form);
    const isReady = blocks.length === 0 && lacks.length === 0;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isReady)}>
        <p>A reset lifts the lock of this stop. It starts nothing: a restore must be begun anew by a person.</p>
        ${blocks.length === 0 ? null : this.#obstacles('Not possible yet', blocks)}
        ${this.#field('name', 'Your name', 'Kept with the stop, as a typed name.')}
        ${status.reset.needsTwoPeople ? this.#field('secondName', 'Second person', "The customer's data is at stake: another person has looked at the evidence too.") : null}
        <label>Reason
          <small>What was found, and why it is safe to go on.</small>
          <textarea name="reason" maxlength="500" .value=${this.form.reason} @input=${(event: InputEvent) => this.#take('reason', event)}></textarea>
        </label>
        <div role="alert">
          ${this.told === null ? null : html`<p class="obstacles failed">${this.told.text}</p>`}
        </div>
        ${blocks.length > 0 || lacks.length === 0 ? null : html`<p class="quiet small">${lacks.map(({ title }) => title).join(' · ')}</p>`}
        <div class="row">
          <button type="button" @click=${() => this.#close()}>Back</button>
          <button type="submit" class="primary" aria-disabled=${isReady && !this.isSending ? 'false' : 'true'}>${this.isSending ? 'Asking the bench…' : 'Reset the bench'}</button>
        </div>
      </form>
    `;
  }

  #obstacles(title: string, obstacles: readonly Obstacle[]): TemplateResult {
    return html`<ul class="obstacles"><li><b>${title}</b></li>${obstacles.map((one) => html`<li><b>${one.title}.</b> ${one.whatToDo}</li>`)}</ul>`;
  }

  #field(key: 'name' | 'secondName', label: string, hint: string): TemplateResult {
    return html`<label>${label}<small>${hint}</small><input name=${key} autocomplete="off" maxlength="80" .value=${this.form[key]} @input=${(event: InputEvent) => this.#take(key, event)} /></label>`;
  }

  #take(key: keyof ResetForm, event: InputEvent): void {
    const field = event.currentTarget;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) this.form = { ...this.form, [key]: field.value };
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }

  async #submit(event: SubmitEvent, isReady: boolean): Promise<void> {
    event.preventDefault();
    const { status } = this;
    const body = status === null ? null : resetBody(status, this.form);
    if (!isReady || this.isSending || status === null || body === null) return;
    this.isSending = true;
    const answer = await resetBench(status.bench, body);
    this.isSending = false;
    if (!answer.ok) this.told = { isDone: false, text: `Not reset. ${sayCallProblem(answer.problem)}` };
    else if (!answer.value.ok) {
      const words = english.orderRefusals[answer.value.refusal ?? 'no-answer'];
      this.told = { isDone: false, text: `Not reset. ${words.title}. ${words.whatToDo}` };
    } else this.told = { isDone: true, text: `${english.orderOutcomes['reset-done'].title}. ${english.orderOutcomes['reset-done'].whatToDo}` };
  }
}
customElements.define('hf-reset-dialog', ResetDialog);

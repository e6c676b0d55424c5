/** Makes the text of a bench for somebody who helps from afar, copies it, and shows it, so that nobody passes on what they have not seen. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { supportReportOf } from '../bench-calls.ts';
import { shared } from '../look/shared.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { timelineWords as says } from '../words/timeline-words.ts';

const selectAll = ({ currentTarget }: Event): void => {
  if (currentTarget instanceof HTMLTextAreaElement) currentTarget.select();
};

export class SupportReport extends LitElement {
  static override properties = { benchId: { type: String }, text: { state: true }, isCopied: { state: true }, failure: { state: true } };
  declare benchId: string;
  declare text: string;
  declare isCopied: boolean;
  declare failure: string;
  #isAsking = false;

  constructor() {
    super();
    this.benchId = '';
    this.text = '';
    this.isCopied = false;
    this.failure = '';
  }

  static override styles = [shared, css`
    :host { display: grid; gap: 8px; justify-items: start; padding-top: 8px; }
    textarea { width: 100%; height: 180px; padding: 8px 12px; border: 2px solid var(--mark); border-radius: var(--round-m); background: var(--sunken); color: var(--ink); font: var(--type-small)/20px var(--mono); }
    p { font-size: var(--type-note); line-height: 22px; }
  `];

  protected override render(): TemplateResult {
    return html`
      <button @click=${() => void this.#make()}>${says.report}</button>
      <p role="status">${this.failure === '' ? this.text === '' ? null : this.isCopied ? says.reportCopied : says.reportHere : this.failure}</p>
      ${this.text === '' ? null : html`<textarea readonly rows="8" translate="no" aria-label=${says.reportText} .value=${this.text} @focus=${selectAll}></textarea>`}
    `;
  }

  async #make(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const answer = await supportReportOf(this.benchId);
    this.#isAsking = false;
    this.failure = answer.ok ? '' : sayCallProblem(answer.problem);
    this.text = answer.ok ? answer.value.text : '';
    if (!answer.ok) return;
    // Without TLS some browsers have no clipboard: then the text is there to be selected.
    this.isCopied = await navigator.clipboard.writeText(this.text).then(() => true, () => false);
  }
}
customElements.define('hf-support-report', SupportReport);

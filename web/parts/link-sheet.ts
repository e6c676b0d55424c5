/** Makes a link for the customer or a partner and shows it once, with its PIN where there is one. It keeps neither when it closes. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { makeLink } from '../link-calls.ts';
import { shared } from '../look/shared.ts';
import { caseWords } from '../words/case-words.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { proofWords } from '../words/proof-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { closeSheet } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import type { Once } from './secret-once.ts';
import './secret-once.ts';
import './sheet.ts';

export class LinkSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, code: { type: String }, transferId: { attribute: false }, once: { state: true }, isSending: { state: true }, failure: { state: true } };
  declare isOpen: boolean;
  declare code: string;
  /** Null: for the customer. */
  declare transferId: string | null;
  declare once: Once | null;
  declare isSending: boolean;
  declare failure: string;
  #id = '';

  constructor() {
    super();
    this.isOpen = false;
    this.code = '';
    this.transferId = null;
    this.once = null;
    this.isSending = false;
    this.failure = '';
  }

  static override styles = [shared, formLook, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.failure = '';
    this.#id = crypto.randomUUID();
  }

  protected override render(): TemplateResult {
    const whom = this.transferId === null ? 'customer' : 'partner';
    return html`
      <hf-sheet .isOpen=${this.isOpen && this.once === null} heading=${says.linkTitle}>${!this.isOpen ? null : html`
        <p>${says.linkWhat[whom]}</p>
        <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
        <div class="row"><button @click=${() => closeSheet(this)}>${proofWords.back}</button>
          <button class="primary" aria-disabled=${this.isSending ? 'true' : 'false'} @click=${() => void this.#make(whom)}>${this.isSending ? roomWords.sending : says.linkVerb}</button></div>`}</hf-sheet>
      <hf-secret-once .once=${this.once} @hf-close=${() => this.#forget()}></hf-secret-once>
    `;
  }

  /** Closing what was shown once closes the sheet with it. */
  #forget(): void {
    this.once = null;
    closeSheet(this);
  }

  async #make(whom: 'customer' | 'partner'): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const answer = await makeLink(this.code, { id: this.#id, whom, transferId: this.transferId });
    this.isSending = false;
    this.failure = answer.ok ? '' : `${caseWords.notDone} ${sayCallProblem(answer.problem)}`;
    if (!answer.ok) return;
    this.dispatchEvent(new CustomEvent('hf-case', { detail: answer.value.view, bubbles: true, composed: true }));
    this.once = { heading: says.linkTitle, text: says.linkOnce(answer.value.pin), secret: answer.value.url };
  }
}
customElements.define('hf-link-sheet', LinkSheet);

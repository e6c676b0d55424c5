/** Reading and answering in a dialog, wherever a step asks for it: what was written is read at once, for that is what it was opened for. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { CaseView } from '../../server/contract/case-state.ts';
import type { Partner } from '../../server/contract/partners.ts';
import { shared } from '../look/shared.ts';
import { messageWords as says } from '../words/message-words.ts';
import './case-messages.ts';
import { closeSheet } from './dialog-foot.ts';
import './sheet.ts';

export class AnswerSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, view: { attribute: false }, partners: { attribute: false } };
  declare isOpen: boolean;
  declare view: CaseView | undefined;
  declare partners: readonly Partner[];

  constructor() {
    super();
    this.isOpen = false;
    this.partners = [];
  }

  static override styles = [shared, css`:host { display: contents; }`];

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    const messages = this.renderRoot.querySelector('hf-case-messages');
    void messages?.updateComplete.then(() => messages.read());
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${says.answerTitle}>${!this.isOpen ? null : html`
      <hf-case-messages .view=${this.view} .partners=${this.partners}></hf-case-messages>
      <button type="button" @click=${() => closeSheet(this)}>${says.close}</button>`}</hf-sheet>`;
  }
}
customElements.define('hf-answer-sheet', AnswerSheet);

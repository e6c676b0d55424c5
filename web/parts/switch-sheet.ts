/** The quick switch as a dialog over the board. It holds nothing of its own. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { entryWords } from '../words/entry-words.ts';
import './sheet.ts';
import './switch-panel.ts';

export class SwitchSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean } };
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  static override styles = [shared, css`:host { display: contents; }`];

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${entryWords.switchTitle}>${this.isOpen ? html`<hf-switch-panel></hf-switch-panel>` : null}</hf-sheet>`;
  }
}
customElements.define('hf-switch-sheet', SwitchSheet);

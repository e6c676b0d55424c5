/** The keys of the page as a sheet. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { helpWords as says } from '../words/help-words.ts';
import './sheet.ts';

export class KeysSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean } };
  declare isOpen: boolean;

  constructor() {
    super();
    this.isOpen = false;
  }

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 12px 20px; align-items: center; }
      dt { padding: 2px 10px; border: 1px solid var(--mark); border-radius: var(--round-s); font: 700 var(--type-note)/22px var(--text); text-align: center; }
      .last { display: grid; }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <hf-sheet .isOpen=${this.isOpen} heading=${says.keysTitle}>
        ${this.isOpen ? html`
          <p class="quiet">${says.keysLead}</p>
          <dl>${Object.entries(says.keys).map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}</dl>
          <p class="last"><button @click=${() => this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }))}>${says.close}</button></p>` : null}
      </hf-sheet>
    `;
  }
}
customElements.define('hf-keys-sheet', KeysSheet);

/** A secret that is shown once: a link or a token, with a button that copies it. It keeps nothing when it is closed. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { roomWords } from '../words/room-words.ts';
import './sheet.ts';

export interface Once {
  readonly heading: string;
  readonly text: string;
  readonly secret: string;
}

export class SecretOnce extends LitElement {
  static override properties = { once: { attribute: false }, isCopied: { state: true } };
  declare once: Once | null;
  declare isCopied: boolean;

  constructor() {
    super();
    this.once = null;
    this.isCopied = false;
  }

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      output { display: block; padding: 12px 16px; border-radius: var(--round-m); background: var(--sunken); font-family: var(--mono); overflow-wrap: anywhere; user-select: all; }
      .row { display: grid; grid-template-columns: 1fr 2fr; gap: 12px; }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.once !== null} heading=${this.once?.heading ?? ''}>${this.once === null ? null : this.#body(this.once)}</hf-sheet>`;
  }

  #body({ text, secret }: Once): TemplateResult {
    return html`
      <p><b>${roomWords.once}</b> ${text}</p>
      <output>${secret}</output>
      <div class="row">
        <button @click=${() => this.#close()}>${roomWords.close}</button>
        <button class="primary" @click=${() => void this.#copy(secret)}>${this.isCopied ? roomWords.copied : roomWords.copy}</button>
      </div>
      <p class="unseen" role="status">${this.isCopied ? roomWords.copied : ''}</p>
    `;
  }

  async #copy(secret: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(secret);
      this.isCopied = true;
    } catch {
      // Without TLS some browsers have no clipboard: the text is selected, and a person copies it.
      const shown = this.renderRoot.querySelector('output');
      if (shown !== null) getSelection()?.selectAllChildren(shown);
    }
  }

  #close(): void {
    this.isCopied = false;
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-secret-once', SecretOnce);

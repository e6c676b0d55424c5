/**
 * An id or a hash that nobody reads as a whole: its first signs, and one press that copies all of it. Where the browser forbids
 * copying it is shown in full instead, to be selected by hand.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { roomWords } from '../words/room-words.ts';

/** Enough to tell one from another on a page. */
const SHOWN = 8;

export class LongId extends LitElement {
  static override properties = { text: { type: String }, state: { state: true } };
  declare text: string;
  declare state: 'short' | 'copied' | 'full';

  constructor() {
    super();
    this.text = '';
    this.state = 'short';
  }

  static override styles = [
    shared,
    css`
      :host { display: inline; }
      button { display: inline; min-height: 0; padding: 2px 8px; border: 1px solid var(--line); border-radius: var(--round-s); background: var(--sunken); font: inherit; letter-spacing: 0.02em; }
      output { user-select: all; overflow-wrap: anywhere; }
    `,
  ];

  protected override render(): TemplateResult {
    if (this.state === 'full') return html`<output translate="no">${this.text}</output>`;
    return html`<button translate="no" title=${this.text} aria-label="${roomWords.copy} ${this.text}" @click=${() => void this.#copy()}>${this.text.slice(0, SHOWN)}…</button>
      <span role="status">${this.state === 'copied' ? html` ${roomWords.copied}` : ''}</span>`;
  }

  async #copy(): Promise<void> {
    this.state = await navigator.clipboard.writeText(this.text).then(() => 'copied' as const, () => 'full' as const);
  }
}
customElements.define('hf-long-id', LongId);

declare global {
  interface HTMLElementTagNameMap {
    'hf-long-id': LongId;
  }
}

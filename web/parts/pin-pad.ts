/**
 * A pad for a PIN, for fingers, gloves and the keyboard alike. It shows how many digits were typed and never which; it
 * hands the PIN over once and forgets it.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { entryWords } from '../words/entry-words.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const MIN = 6;
const MAX = 12;

const eraser = svg`<path d="M8 5h12v14H8L2 12zM11 9l6 6M17 9l-6 6" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"></path>`;

export class PinPad extends LitElement {
  static override properties = { label: { type: String }, isSending: { type: Boolean }, pin: { state: true } };
  declare label: string;
  declare isSending: boolean;
  declare pin: string;

  constructor() {
    super();
    this.label = '';
    this.isSending = false;
    this.pin = '';
  }

  static override styles = [
    shared,
    css`
      [role='group'] { display: grid; gap: 12px; max-width: 360px; }
      .so-far { display: flex; align-items: center; gap: 12px; min-height: 24px; }
      .so-far i { width: 14px; height: 14px; border: 2px solid var(--mark); border-radius: 50%; }
      .so-far i.typed { background: var(--ink); border-color: var(--ink); }
      .keys { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; }
      .keys button { min-height: 64px; font-size: var(--type-loud); border-color: var(--mark); }
      .keys svg { width: 26px; height: 26px; }
      .keys .primary { font-size: var(--type-body); border-color: var(--act); }
      .keys .primary[aria-disabled='true'] { border-color: var(--line); }
    `,
  ];

  protected override render(): TemplateResult {
    const { length } = this.pin;
    const isReady = length >= MIN && !this.isSending;
    return html`
      <div role="group" aria-label=${this.label} tabindex="-1">
        <p class="so-far"><span class="unseen" role="status">${entryWords.pinSoFar(length)}</span>${Array.from({ length: Math.max(MIN, length) }, (_unused, at) => html`<i class=${at < length ? 'typed' : ''}></i>`)}</p>
        <div class="keys">
          ${DIGITS.map((digit) => this.#digit(digit))}
          <button type="button" aria-label=${entryWords.erase} @click=${() => this.#erase()}><svg viewBox="0 0 24 24" aria-hidden="true">${eraser}</svg></button>
          ${this.#digit('0')}
          <button type="button" class="primary" aria-disabled=${isReady ? 'false' : 'true'} @click=${() => this.#done()}>${entryWords.pinDone}</button>
        </div>
      </div>
    `;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
  }

  /** It appears because somebody chose a name: typing can begin at once. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('[role="group"]')?.focus();
  }

  /** For whoever had it wrong, or showed a badge in between. */
  clear(): void {
    this.pin = '';
  }

  #digit(digit: string): TemplateResult {
    return html`<button type="button" aria-label="${entryWords.digit} ${digit}" @click=${() => this.#type(digit)}>${digit}</button>`;
  }

  #type(digit: string): void {
    if (this.pin.length < MAX && !this.isSending) this.pin += digit;
  }

  #erase(): void {
    this.pin = this.pin.slice(0, -1);
  }

  /** Wherever the focus is, but in a field for something else. */
  readonly #key = (event: KeyboardEvent): void => {
    const isField = event.composedPath().some((part) => part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement);
    if (isField || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^\d$/.test(event.key)) this.#type(event.key);
    else if (event.key === 'Backspace') this.#erase();
    // On a button or a link Enter is for that one.
    else if (event.key === 'Enter' && !event.composedPath().some((part) => part instanceof HTMLButtonElement || part instanceof HTMLAnchorElement)) this.#done();
    else return;
    event.preventDefault();
  };

  #done(): void {
    if (this.pin.length < MIN || this.isSending) return;
    const { pin } = this;
    this.pin = '';
    this.dispatchEvent(new CustomEvent('hf-pin', { detail: pin }));
  }
}
customElements.define('hf-pin-pad', PinPad);

declare global {
  interface HTMLElementTagNameMap {
    'hf-pin-pad': PinPad;
  }
}

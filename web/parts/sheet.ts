/**
 * A dialog with a title, a body and a way out. The browser's own dialog keeps the focus inside and gives it back; this
 * adds only the look.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { focused } from './keep-focus.ts';
import { openSheets } from './open-sheets.ts';

export class Sheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, heading: { type: String } };
  declare isOpen: boolean;
  declare heading: string;
  #openedFrom: HTMLElement | null = null;

  constructor() {
    super();
    this.isOpen = false;
    this.heading = '';
  }

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      dialog { width: min(560px, calc(100vw - 24px)); max-height: calc(100dvh - 24px); padding: 24px; overflow: auto; border: 2px solid var(--ink); border-radius: var(--round-l); background: var(--paper); color: var(--ink); }
      /* What gets the focus comes to lie above the foot, which sticks. */
      dialog { scroll-padding: 24px 0 128px; }
      dialog::backdrop { background: var(--veil); }
      .body { display: grid; gap: 16px; }
      h2 { font-size: var(--type-head); line-height: 28px; }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" @close=${(event: Event) => this.#closed(event)}>
        ${this.isOpen ? html`<div class="body"><h2 id="heading" tabindex="-1">${this.heading}</h2><slot></slot></div>` : null}
      </dialog>
    `;
  }

  /** Moved in the page while it is open, the browser would leave it lying in the page, over what others need. */
  override connectedCallback(): void {
    super.connectedCallback();
    const dialog = this.renderRoot.querySelector('dialog');
    if (!this.isOpen || dialog?.open !== true) return;
    openSheets.note(this, true);
    dialog.close();
    dialog.showModal();
    this.#focusFirst();
  }

  /** Taken off the page while it is open, the browser would forget where the keyboard was. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    openSheets.note(this, false);
    if (this.isOpen && focused() === null) this.#openedFrom?.focus({ preventScroll: true });
  }

  /** The browser tells of it a moment late: a dialog that was opened meanwhile must not be closed by the one before. */
  #closed({ currentTarget }: Event): void {
    if (this.isOpen && currentTarget instanceof HTMLDialogElement && !currentTarget.open) this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }

  /** What is typed first, where there is such a field; else what is read first. */
  #focusFirst(): void {
    const first = this.querySelector<HTMLElement>('[data-first]') ?? this.renderRoot.querySelector('h2');
    first?.focus();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('isOpen')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    openSheets.note(this, this.isOpen && this.isConnected);
    if (this.isOpen && dialog?.open === false) {
      this.#openedFrom = focused();
      dialog.showModal();
      this.#focusFirst();
    }
    if (!this.isOpen && dialog?.open === true) dialog.close();
  }
}
customElements.define('hf-sheet', Sheet);

/** The veil over a page that nobody has touched for a while. It lies over dialogs too and takes no touch itself: what a touch does then is decided before it arrives anywhere. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { boardWords as says } from '../words/board-words.ts';
import { dimming } from './dimming.ts';

export class DimVeil extends LitElement {
  #quiet: (() => void) | null = null;

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      [popover] { position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 24px; border: 0; background: var(--dim); color: var(--dim-ink); pointer-events: none; place-content: end center; text-align: center; }
      [popover]:popover-open { display: grid; }
      p { max-width: 44ch; font-size: var(--type-title); line-height: 28px; }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#quiet = dimming.listen(() => this.#follow());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quiet?.();
  }

  protected override render(): TemplateResult {
    return html`<div popover="manual"><p>${says.dimmed}</p></div>`;
  }

  protected override firstUpdated(): void {
    this.#follow();
  }

  #follow(): void {
    const veil = this.renderRoot.querySelector<HTMLElement>('[popover]');
    if (veil === null || veil.matches(':popover-open') === dimming.isDim) return;
    if (dimming.isDim) veil.showPopover();
    else veil.hidePopover();
  }
}
customElements.define('hf-dim-veil', DimVeil);

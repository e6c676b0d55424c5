/** A text as a picture for a camera. Always dark on white, also on a dark page: cameras expect it so. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { generate } from 'lean-qr';
import { shared } from '../look/shared.ts';

/** White modules around it, without which cameras do not find it. */
const QUIET = 4;

function pathOf(text: string): { readonly d: string; readonly size: number } {
  const code = generate(text);
  const dark: string[] = [];
  for (let y = 0; y < code.size; y += 1) for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) dark.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
  return { d: dark.join(''), size: code.size + 2 * QUIET };
}

export class Qr extends LitElement {
  static override properties = { text: { type: String }, label: { type: String } };
  declare text: string;
  declare label: string;

  constructor() {
    super();
    this.text = '';
    this.label = '';
  }

  static override styles = [shared, css`svg { width: min(100%, 232px); height: auto; border-radius: var(--round-m); forced-color-adjust: none; } rect { fill: var(--sheet); } path { fill: var(--sheet-ink); }`];

  protected override render(): TemplateResult | null {
    if (this.text === '') return null;
    const { d, size } = pathOf(this.text);
    return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label=${this.label} shape-rendering="crispEdges"><rect width=${size} height=${size}></rect><path d=${d}></path></svg>`;
  }
}
customElements.define('hf-qr', Qr);

/**
 * A field to sign in with a finger, a pen or a mouse. What is kept are the strokes in whole points of a field 600 wide and 200
 * high, whatever the size of the screen; it never becomes a picture on its way.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import SignaturePad from 'signature_pad';
import { shared } from '../look/shared.ts';
import { FIELD_HEIGHT, FIELD_WIDTH, strokesOf } from '../reading/strokes.ts';
import type { Strokes } from '../reading/strokes.ts';
import { intakeWords as says } from '../words/intake-words.ts';

export class SignatureField extends LitElement {
  static override properties = { label: { type: String }, isEmpty: { state: true } };
  declare label: string;
  declare isEmpty: boolean;
  #pad: SignaturePad | null = null;
  /** Of the field when it was drawn last (CSS px). */
  #width = 0;
  readonly #resized = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    this.label = '';
    this.isEmpty = true;
  }

  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 8px; }
      .field { position: relative; border: 2px solid var(--mark); border-radius: var(--round-m); background: var(--sheet); forced-color-adjust: none; }
      canvas { display: block; width: 100%; aspect-ratio: ${FIELD_WIDTH} / ${FIELD_HEIGHT}; touch-action: none; cursor: crosshair; border-radius: var(--round-m); }
      .line { position: absolute; inset-inline: 6%; inset-block-end: 22%; border-bottom: 1px dashed var(--sheet-line); pointer-events: none; }
      .foot { display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 48px; }
      button { font-size: var(--type-body); padding-inline: 16px; }
      .name { font-weight: 700; }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <p class="name" id="name">${this.label === '' ? says.sign : this.label}</p>
      <div class="field"><canvas role="img" aria-labelledby="name"></canvas><span class="line"></span></div>
      <div class="foot"><span class="quiet small">${this.isEmpty ? says.sign : ''}</span>${this.isEmpty ? null : html`<button type="button" @click=${() => this.clear()}>${says.signAgain}</button>`}</div>
    `;
  }

  protected override firstUpdated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas === null) return;
    // Ink on paper, also where the page is dark: the strokes are printed.
    this.#pad = new SignaturePad(canvas, { penColor: getComputedStyle(canvas).getPropertyValue('--sheet-ink'), minWidth: 1.2, maxWidth: 2.8 });
    this.#pad.addEventListener('endStroke', () => this.#tell());
    this.#resized.observe(canvas);
    this.#fit();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#pad?.off();
  }

  get strokes(): Strokes {
    const canvas = this.renderRoot.querySelector('canvas');
    if (this.#pad === null || canvas === null || this.#pad.isEmpty()) return [];
    return strokesOf(this.#pad.toData().map(({ points }) => points), canvas.clientWidth, canvas.clientHeight);
  }

  clear(): void {
    this.#pad?.clear();
    this.#tell();
  }

  /** A canvas has as many points as the screen and is emptied with each change of its size: what was drawn is drawn again. */
  #fit(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas === null || this.#pad === null) return;
    const ratio = Math.max(1, devicePixelRatio);
    const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
    if (width === 0 || (canvas.width === width && canvas.height === height)) return;
    const drawn = this.#pad.toData();
    const grown = this.#width === 0 ? 1 : canvas.clientWidth / this.#width;
    this.#width = canvas.clientWidth;
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.scale(ratio, ratio);
    this.#pad.fromData(drawn.map((group) => ({ ...group, points: group.points.map((point) => ({ ...point, x: point.x * grown, y: point.y * grown })) })));
    this.#tell();
  }

  #tell(): void {
    this.isEmpty = this.#pad?.isEmpty() !== false;
    this.dispatchEvent(new CustomEvent('hf-signed', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-signature', SignatureField);

declare global {
  interface HTMLElementTagNameMap {
    'hf-signature': SignatureField;
  }
}

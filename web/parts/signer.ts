/**
 * How one side signs: on this screen with name and strokes, or on paper, or not at all where the way allows it. It keeps what
 * was typed and gives it to the dialog it stands in.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseActInput } from '../../server/contract/case-acts.ts';
import type { Relation, SignedBy } from '../../server/contract/case-parts.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { chipLook, chips } from './chips.ts';
import { formLook } from './form-look.ts';
import './signature.ts';
import { typed } from './typed.ts';

export type Signed = Pick<CaseActInput<'give-consent'>, 'signedBy'> & { readonly private: { readonly signature: CaseActInput<'give-consent'>['private']['signature'] } };

export class Signer extends LitElement {
  static override properties = { legend: { type: String }, ways: { attribute: false }, name: { type: String }, relation: { attribute: false }, way: { state: true } };
  declare legend: string;
  declare ways: readonly SignedBy[];
  declare name: string;
  declare relation: Relation | null;
  declare way: SignedBy;

  constructor() {
    super();
    this.legend = says.signedHow;
    this.ways = ['screen', 'paper'];
    this.name = '';
    this.relation = null;
    this.way = 'screen';
  }

  static override styles = [shared, formLook, chipLook, css`:host { display: grid; gap: 12px; padding: 16px; border: 1px solid var(--line); border-radius: var(--round-m); background: var(--sunken); }`];

  protected override render(): TemplateResult {
    return html`
      ${chips({ name: 'signedBy', legend: this.legend, options: this.ways, words: parts.signedBy, chosen: [this.way], pick: ([way]) => this.#choose(way ?? 'screen') })}
      ${this.way === 'nobody' ? null : html`<label>${says.signName}<input name="signer" autocomplete="off" maxlength="200" .value=${this.name} @input=${(event: InputEvent) => this.#take(typed(event))} /></label>`}
      ${this.way === 'screen' ? html`<hf-signature></hf-signature>` : null}
    `;
  }

  /** What is missing, in words; null when it is signed. */
  get lack(): string | null {
    if (this.way === 'nobody') return null;
    if (this.name.trim() === '') return says.nameMissing;
    return this.way === 'screen' && this.#strokes().length === 0 ? says.signMissing : null;
  }

  get signed(): Signed {
    return { signedBy: this.way, private: { signature: { name: this.name.trim(), relation: this.relation, strokes: this.way === 'screen' ? this.#strokes() : [] } } };
  }

  #strokes(): [number, number][][] {
    return this.renderRoot.querySelector('hf-signature')?.strokes ?? [];
  }

  #choose(way: SignedBy): void {
    this.way = way;
    this.#tell();
  }

  #take(name: string): void {
    this.name = name;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('hf-signed', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-signer', Signer);

declare global {
  interface HTMLElementTagNameMap {
    'hf-signer': Signer;
  }
}

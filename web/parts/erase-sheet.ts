/** Erases what is personal in a case: which part, why, and the fresh proof of who decides it. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { PRIVATE_KINDS } from '../../server/contract/private-data.ts';
import type { PrivateKind } from '../../server/contract/private-data.ts';
import type { CaseView } from '../../server/contract/case-state.ts';
import { eraseOf } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { privacyWords as says } from '../words/privacy-words.ts';
import './act-sheet.ts';
import type { ActToConfirm } from './act-sheet.ts';
import { chipLook, chips } from './chips.ts';
import { formLook } from './form-look.ts';

const EVERYTHING = 'everything';

export class EraseSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, view: { attribute: false }, kind: { state: true } };
  declare isOpen: boolean;
  declare view: CaseView | undefined;
  declare kind: PrivateKind | typeof EVERYTHING;

  constructor() {
    super();
    this.isOpen = false;
    this.kind = EVERYTHING;
  }

  static override styles = [shared, formLook, chipLook, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('isOpen') && this.isOpen) this.kind = EVERYTHING;
  }

  protected override render(): TemplateResult {
    const words = { ...says.kinds, [EVERYTHING]: says.everything };
    return html`<hf-act-sheet .doing=${this.isOpen && this.view !== undefined ? this.#doing(this.view) : null}>
      ${chips({ name: 'kind', legend: says.which, options: [EVERYTHING, ...PRIVATE_KINDS] as const, words, chosen: [this.kind], pick: ([kind]) => this.#pick(kind ?? EVERYTHING) })}</hf-act-sheet>`;
  }

  #pick(kind: PrivateKind | typeof EVERYTHING): void {
    this.kind = kind;
  }

  #doing({ case: { code, id } }: CaseView): ActToConfirm {
    return {
      act: 'decide-privacy', subject: id, heading: says.heading, text: says.text, verb: says.verb, asksReason: true,
      send: async (confirmation, why) => {
        const answer = await eraseOf(code, { kind: this.kind === EVERYTHING ? null : this.kind, why, confirmation });
        // Nothing in the state of the case says it: whoever shows it asks again.
        if (answer.ok) this.dispatchEvent(new CustomEvent('hf-case-old', { bubbles: true, composed: true }));
        return answer;
      },
    };
  }
}
customElements.define('hf-erase-sheet', EraseSheet);

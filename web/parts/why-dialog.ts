/**
 * Explains why a stop is off: the point of no return is behind, and interrupting would only add harm. It puts a person
 * before the data and before the cable.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import { shared } from '../look/shared.ts';
import './sheet.ts';

export class WhyDialog extends LitElement {
  static override properties = { isOpen: { type: Boolean }, benchName: { type: String }, isDanger: { type: Boolean } };
  declare isOpen: boolean;
  declare benchName: string;
  /** People are in danger at this bench: nobody may stay for the cable. */
  declare isDanger: boolean;

  constructor() {
    super();
    this.isOpen = false;
    this.benchName = '';
    this.isDanger = false;
  }

  static override styles = [shared, css`:host { display: contents; } p { max-width: 60ch; } .last { display: grid; }`];

  protected override render(): TemplateResult {
    return html`
      <hf-sheet .isOpen=${this.isOpen} heading="Why the stop is off on ${this.benchName}">
        ${this.isOpen ? this.#body() : null}
      </hf-sheet>
    `;
  }

  #body(): TemplateResult {
    const call = bridgeWords.operatorCalls[this.isDanger ? 'step-back' : 'keep-cable'];
    return html`
        <p><b>${bridgeWords.points.write.what}</b> That point is behind: the rig reported it twice in a row, after a permit.</p>
        <p>${call.what} The rig finishes by itself, and would answer a stop with “too late”.</p>
        <p>${call.whatToDo}</p>
        <p>The E-stop at the rig always cuts. The stop comes back here by itself: before any step that erases, and when the restore has ended.</p>
        <p class="last"><button @click=${() => this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }))}>Understood</button></p>
    `;
  }
}
customElements.define('hf-why-dialog', WhyDialog);

/**
 * Explains why a stop is off: the point of no return is behind, and interrupting would only add harm. It puts a person
 * before the data and before the cable.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import { shared } from '../look/shared.ts';
import './sheet.ts';
import { stopWords as says } from '../words/stop-words.ts';

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
      <hf-sheet .isOpen=${this.isOpen} heading=${says.whyHeading(this.benchName)}>
        ${this.isOpen ? this.#body() : null}
      </hf-sheet>
    `;
  }

  #body(): TemplateResult {
    const call = bridgeWords.operatorCalls[this.isDanger ? 'step-back' : 'keep-cable'];
    return html`
        <p><b>${bridgeWords.points.write.what}</b> ${says.whyBehind}</p>
        <p>${call.what} ${says.whyFinishes}</p>
        <p>${call.whatToDo}</p>
        <p>${says.whyEStop}</p>
        <p class="last"><button @click=${() => this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }))}>${says.understood}</button></p>
    `;
  }
}
customElements.define('hf-why-dialog', WhyDialog);

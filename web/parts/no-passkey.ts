/** Says why no passkey works on this page, and leads to the same page by its name on this PC. Empty where one can work. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { byLocalName, noPasskeyHere } from '../reading/passkey.ts';
import { passkeyWords } from '../words/passkey-words.ts';

export class NoPasskeyNote extends LitElement {
  static override styles = [shared, css`:host { display: block; } p { margin: 0; } a { overflow-wrap: anywhere; }`];

  protected override render(): TemplateResult | null {
    const why = noPasskeyHere();
    if (why === null) return null;
    const named = byLocalName(location);
    return html`<p class="small quiet">${passkeyWords.cannot[why]}${why === 'address-here' ? html` <a href=${named}>${named}</a>` : null}</p>`;
  }
}
customElements.define('hf-no-passkey', NoPasskeyNote);

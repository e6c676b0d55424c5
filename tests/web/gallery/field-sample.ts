/** Fields as every form has them, in an element of their own: the look of forms belongs inside one. */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../../../web/look/shared.ts';
import { formLook } from '../../../web/parts/form-look.ts';
import { entryWords } from '../../../web/words/entry-words.ts';

class FieldSample extends LitElement {
  static override styles = [shared, formLook];

  protected override render(): TemplateResult {
    return html`
      <div class="form">
        <label>${entryWords.name}<small>${entryWords.nameHint}</small><input autocomplete="off" /></label>
        <label>${entryWords.user}<input autocomplete="off" value="ada" /></label>
        <label class="tick"><input type="checkbox" checked />${entryWords.name}</label>
        <p class="failed">${entryWords.noToken}</p>
      </div>
    `;
  }
}
customElements.define('hf-gallery-fields', FieldSample);

export const fieldSample = (): TemplateResult => html`<hf-gallery-fields></hf-gallery-fields>`;

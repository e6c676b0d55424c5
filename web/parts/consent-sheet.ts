/** What the customer allows: the terms as text, who signs and how that is known, each scope by itself, signed on the screen. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { RELATIONS, SCOPES_OF_CONSENT, VERIFIED_BY } from '../../server/contract/case-parts.ts';
import type { ConsentScope, Relation, VerifiedBy } from '../../server/contract/case-parts.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { termsNow } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { ActSender } from './act-sender.ts';
import { askedView } from './asked-view.ts';
import { Asked } from './asked.ts';
import { chipLook, chips } from './chips.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import './signer.ts';
import { typed } from './typed.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import type { Language } from '../../server/contract/languages.ts';
import { briefWords } from '../words/brief-words.ts';

export class ConsentSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, code: { type: String }, language: { attribute: false }, shownIn: { state: true }, relation: { state: true }, verified: { state: true }, scopes: { state: true }, priceCap: { state: true } };
  declare isOpen: boolean;
  declare code: string;
  /** Of the customer. */
  declare language: Language;
  /** In which the terms are shown now. */
  declare shownIn: Language;
  declare relation: Relation;
  declare verified: VerifiedBy;
  declare scopes: readonly ConsentScope[];
  declare priceCap: string;
  readonly #sender = new ActSender(this);
  readonly #terms = new Asked(this, () => termsNow(this.shownIn), 'when told');

  constructor() {
    super();
    this.isOpen = false;
    this.code = '';
    this.language = 'en';
    this.#begin();
  }

  static override styles = [
    shared, formLook, chipLook,
    css`
      :host { display: contents; }
      .terms { max-height: 240px; overflow: auto; display: grid; gap: 8px; padding: 12px 16px; border-radius: var(--round-m); background: var(--sunken); font-size: var(--type-note); line-height: 22px; }
      .terms:focus-visible { outline-offset: -3px; }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.#begin();
    this.#sender.begin();
    void this.#terms.ask();
  }

  #begin(): void {
    this.shownIn = this.language;
    this.relation = 'owner';
    this.verified = 'not-verified';
    this.scopes = ['diagnose'];
    this.priceCap = '';
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${says.consent}>${this.isOpen ? this.#form() : null}</hf-sheet>`;
  }

  #form(): TemplateResult {
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event)} @hf-signed=${() => this.requestUpdate()}>
        ${chips({ name: 'language', legend: briefWords.language, options: LANGUAGES, words: LANGUAGE_NAMES, chosen: [this.shownIn], pick: ([chosen]) => this.#show(chosen ?? this.language) })}
        ${askedView(this.#terms, ({ title, version, language, parts: texts }) => html`
          <div class="terms" role="region" aria-label=${says.terms} tabindex="0"><p><b lang=${language}>${title}</b> <span class="quiet">${says.termsOf(version)}</span></p>
            ${texts.map((text) => html`<p lang=${language}><b>${text.title}.</b> ${text.words}</p>`)}</div>`)}
        ${chips({ name: 'scopes', legend: says.scopes, hint: says.scopesHint, options: SCOPES_OF_CONSENT, words: parts.scopes, chosen: this.scopes, isMany: true, pick: (scopes) => { this.scopes = scopes; } })}
        <label>${says.priceCap}<small>${says.priceHint}</small><input name="priceCap" autocomplete="off" maxlength="40" .value=${this.priceCap} @input=${(event: InputEvent) => { this.priceCap = typed(event); }} /></label>
        ${chips({ name: 'relation', legend: says.relation, options: RELATIONS, words: parts.relations, chosen: [this.relation], pick: ([relation]) => { this.relation = relation ?? 'owner'; } })}
        ${chips({ name: 'verified', legend: says.verified, options: VERIFIED_BY, words: parts.verifiedBy, chosen: [this.verified], pick: ([verified]) => { this.verified = verified ?? 'not-verified'; } })}
        <hf-signer .relation=${this.relation}></hf-signer>
        ${dialogFoot({ sender: this.#sender, verb: says.keepConsent, lack: this.#lack(), back: () => closeSheet(this) })}
      </form>
    `;
  }

  #show(language: Language): void {
    this.shownIn = language;
    void this.#terms.ask();
  }

  #lack(): string | null {
    // What is signed is what is shown: never the terms of a language that was shown before.
    if (this.#terms.value?.language !== this.shownIn) return says.termsNone;
    if (this.scopes.length === 0) return says.scopesMissing;
    // Drawn a moment after the form: until then it is simply not signed.
    return this.renderRoot.querySelector('hf-signer')?.lack ?? (this.renderRoot.querySelector('hf-signer') === null ? says.signMissing : null);
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const signer = this.renderRoot.querySelector('hf-signer');
    const terms = this.#terms.value;
    if (signer === null || terms === null || this.#lack() !== null) return;
    const { relation, verified, priceCap } = this;
    const view = await this.#sender.send(this.code, 'give-consent', { relation, verified, scopes: [...this.scopes], termsVersion: terms.version, termsLanguage: this.shownIn, priceCap, ...signer.signed });
    if (view !== null) closeSheet(this);
  }
}
customElements.define('hf-consent-sheet', ConsentSheet);

/** Somebody is here without a brief: one sheet, one minute. Only the case is opened; everything else follows beside the phone. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { deviceIdsSchema } from '../../server/contract/case-parts.ts';
import { shared } from '../look/shared.ts';
import { goTo } from '../reading/address.ts';
import { idsOf } from '../reading/brief-draft.ts';
import { actWords } from '../words/act-words.ts';
import { briefWords as says } from '../words/brief-words.ts';
import { proofWords } from '../words/proof-words.ts';
import { roomWords } from '../words/room-words.ts';
import { briefLook } from '../pages/brief-look.ts';
import { ActSender } from './act-sender.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import { typed } from './typed.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import type { Language } from '../../server/contract/languages.ts';
import { ownLanguage } from '../words/language.ts';
import { chipLook, chips } from './chips.ts';

type Draft = Readonly<Record<'name' | 'phone' | 'matters' | 'device' | 'model', string>>;
/** How the keyboard of a phone opens. */
const KEYS_OPEN: Readonly<Record<keyof Draft, string>> = { name: 'words', phone: 'none', matters: 'sentences', device: 'characters', model: 'words' };
const EMPTY: Draft = { name: '', phone: '', matters: '', device: '', model: '' };

export class WalkIn extends LitElement {
  static override properties = { isOpen: { type: Boolean }, draft: { state: true }, isIrreplaceable: { state: true }, language: { state: true } };
  declare isOpen: boolean;
  declare draft: Draft;
  declare isIrreplaceable: boolean;
  declare language: Language;
  readonly #sender = new ActSender(this);

  constructor() {
    super();
    this.isOpen = false;
    this.draft = EMPTY;
    this.isIrreplaceable = false;
    this.language = ownLanguage;
  }

  static override styles = [shared, formLook, chipLook, briefLook, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.draft = EMPTY;
    this.isIrreplaceable = false;
    this.language = ownLanguage;
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${says.walkIn}>${this.isOpen ? this.#form() : null}</hf-sheet>`;
  }

  #form(): TemplateResult {
    const ids = idsOf(this.draft.device);
    const lack = deviceIdsSchema.safeParse(ids).success ? null : actWords.lacks(says.wrong.serial);
    const isReady = lack === null && !this.#sender.isSending;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isReady)}>
        <p>${says.walkInText}</p>
        ${this.#line('name', says.name, 200)}
        ${this.#line('phone', says.phone, 40)}
        ${chips({ name: 'language', legend: says.language, hint: says.languageHint, options: LANGUAGES, words: LANGUAGE_NAMES, chosen: [this.language], pick: ([language]) => { this.language = language ?? ownLanguage; } })}
        <label>${says.mattersWhat}<small>${says.mattersHint}</small><textarea name="matters" maxlength="500" .value=${this.draft.matters} @input=${(event: InputEvent) => this.#take('matters', event)}></textarea></label>
        <label class="flag ${this.isIrreplaceable ? 'on' : ''}"><input name="irreplaceable" type="checkbox" .checked=${this.isIrreplaceable} @change=${(event: Event) => this.#tick(event)} />
          <span><b>${says.irreplaceable}</b><small>${this.isIrreplaceable ? says.irreplaceableWhat : says.irreplaceableOff}</small></span></label>
        ${this.#line('device', says.deviceHere, 60, says.deviceHereHint)}
        ${this.#line('model', says.model, 80)}
        <div role="alert">${this.#sender.failure === '' ? null : html`<p class="failed">${this.#sender.failure}</p>`}</div>
        ${lack === null ? null : html`<p class="quiet small">${lack}</p>`}
        <div class="row foot">
          <button type="button" @click=${() => this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }))}>${proofWords.back}</button>
          <button type="submit" class="primary" aria-disabled=${isReady ? 'false' : 'true'}>${this.#sender.isSending ? roomWords.sending : says.walkInVerb}</button>
        </div>
      </form>
    `;
  }

  #line(key: keyof Draft, label: string, charsMax: number, hint?: string): TemplateResult {
    return html`<label>${label}${hint === undefined ? null : html`<small>${hint}</small>`}
      <input name=${key} type=${key === 'phone' ? 'tel' : 'text'} autocomplete="off" autocapitalize=${KEYS_OPEN[key]} spellcheck="false" maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take(key, event)} /></label>`;
  }

  #tick({ currentTarget }: Event): void {
    this.isIrreplaceable = currentTarget instanceof HTMLInputElement && currentTarget.checked;
  }

  #take(key: keyof Draft, event: Event): void {
    this.draft = { ...this.draft, [key]: typed(event) };
  }

  async #submit(event: SubmitEvent, isReady: boolean): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    const { name, phone, matters, device, model } = this.draft;
    const hasDevice = device.trim() !== '' || model.trim() !== '';
    const view = await this.#sender.send(null, 'open-walk-in', {
      irreplaceable: this.isIrreplaceable, language: this.language, device: hasDevice ? { ids: idsOf(device), looks: { model } } : null,
      private: { contact: name.trim() === '' ? null : { name, phone: phone.trim() === '' ? null : phone }, story: matters.trim() === '' ? null : { matters } },
    });
    if (view !== null) goTo(`/case/${view.case.code}`);
  }
}
customElements.define('hf-walk-in', WalkIn);

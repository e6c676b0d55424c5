/**
 * Prepares a handover: to a partner chosen from the directory, back to the customer, or back from a partner. Both sides sign
 * afterwards; what happens next is said before the button is pressed.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { CAPABILITIES, TRANSFER_METHODS } from '../../server/contract/case-parts.ts';
import type { Capability, Party, TransferMethod } from '../../server/contract/case-parts.ts';
import type { CaseDevice, CaseView } from '../../server/contract/case-state.ts';
import type { Partner } from '../../server/contract/partners.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { momentOf } from '../reading/act-fields.ts';
import { actWords } from '../words/act-words.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { ActSender } from './act-sender.ts';
import { chipLook, chips } from './chips.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import { typed } from './typed.ts';

export type Way = 'handover' | 'give-back' | 'bring-back';
const HEADINGS: Readonly<Record<Way, string>> = { handover: says.handover, 'give-back': says.giveBackTitle, 'bring-back': says.bringBackTitle };
const WHATS: Readonly<Record<Way, string>> = { handover: says.prepareNext, 'give-back': says.giveBackWhat, 'bring-back': says.bringBackWhat };
const ANYTHING = 'all';
type TextKey = 'purpose' | 'seal' | 'condition' | 'carrier' | 'backBy';
const EMPTY: Readonly<Record<TextKey, string>> = { purpose: '', seal: '', condition: '', carrier: '', backBy: '' };

export class HandoverSheet extends LitElement {
  static override properties = {
    way: { attribute: false }, view: { attribute: false }, deviceId: { attribute: false }, partners: { attribute: false },
    partner: { state: true }, wanted: { state: true }, devices: { state: true }, method: { state: true }, texts: { state: true },
  };
  /** Null while it is closed. */
  declare way: Way | null;
  declare view: CaseView | undefined;
  declare deviceId: string | undefined;
  declare partners: readonly Partner[];
  declare partner: string | null;
  declare wanted: Capability | typeof ANYTHING;
  declare devices: readonly string[];
  declare method: TransferMethod;
  declare texts: Readonly<Record<TextKey, string>>;
  readonly #sender = new ActSender(this);

  constructor() {
    super();
    this.way = null;
    this.partners = [];
    this.partner = null;
    this.wanted = ANYTHING;
    this.devices = [];
    this.method = 'in-person';
    this.texts = EMPTY;
  }

  static override styles = [
    shared, formLook, chipLook,
    css`
      :host { display: contents; }
      .partners { display: grid; gap: 8px; }
      .partners label { position: relative; gap: 2px; padding: 12px 16px; border: 2px solid var(--mark); border-radius: var(--round-m); cursor: pointer; font-weight: 400; overflow-wrap: anywhere; }
      .partners input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; opacity: 0; margin: 0; cursor: pointer; }
      .partners label:has(:checked) { border-color: var(--ink); background: var(--sunken); box-shadow: inset 6px 0 0 var(--act); }
      .partners label:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
      .next { padding: 12px 16px; border-inline-start: 4px solid var(--act); border-radius: var(--round-s); background: var(--sunken); }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('way') || this.way === null) return;
    const here = this.#movable().map(({ id }) => id);
    this.devices = this.deviceId !== undefined && here.includes(this.deviceId) ? [this.deviceId] : here;
    this.partner = null;
    this.wanted = ANYTHING;
    this.method = 'in-person';
    this.texts = EMPTY;
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.way !== null} heading=${this.way === null ? '' : HEADINGS[this.way]}>${this.way === null ? null : this.#form(this.way)}</hf-sheet>`;
  }

  #form(way: Way): TemplateResult {
    const movable = this.#movable();
    const named = Object.fromEntries(movable.map(({ id, looks, ids }) => [id, looks.model || ids.serial || ids.imei || id]));
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, way)}>
        ${way === 'handover' ? this.#partners() : null}
        ${movable.length < 2 ? null : chips({ name: 'devices', legend: says.devices, options: movable.map(({ id }) => id), words: named, chosen: this.devices, isMany: true, pick: (devices) => { this.devices = devices; } })}
        ${chips({ name: 'method', legend: says.method, options: TRANSFER_METHODS, words: parts.methods, chosen: [this.method], pick: ([method]) => { this.method = method ?? 'in-person'; } })}
        ${this.method === 'in-person' ? null : this.#line('carrier', says.carrier, 80, says.carrierHint)}
        ${way === 'handover' ? this.#line('purpose', says.purpose, 500, says.purposeHint) : null}
        ${way === 'give-back' ? null : this.#line('seal', says.seal, 40)}
        ${this.#line('condition', says.condition, 500, says.conditionHint)}
        ${way === 'handover' ? html`<label>${says.backBy}<input name="backBy" type="datetime-local" .value=${this.texts.backBy} @input=${(event: InputEvent) => this.#take('backBy', event)} /></label>` : null}
        <p class="next">${WHATS[way]}</p>
        ${dialogFoot({ sender: this.#sender, verb: says.prepare, lack: this.#lack(way), back: () => closeSheet(this) })}
      </form>
    `;
  }

  #partners(): TemplateResult {
    const active = this.partners.filter((partner) => partner.active);
    if (active.length === 0) return html`<p>${says.partnerNone} <a href="/partners">${says.partnersAdd}</a></p>`;
    const offered = CAPABILITIES.filter((capability) => active.some(({ capabilities }) => capabilities.includes(capability)));
    const fitting = active.filter(({ capabilities }) => this.wanted === ANYTHING || capabilities.includes(this.wanted));
    return html`
      ${chips({ name: 'wanted', legend: says.wanted, options: [ANYTHING, ...offered] as const, words: { ...parts.capabilities, [ANYTHING]: says.all }, chosen: [this.wanted], pick: ([wanted]) => { this.wanted = wanted ?? ANYTHING; } })}
      <fieldset><legend>${says.partner}</legend><div class="partners">${fitting.map(({ id, name, capabilities, hours, phone }) => html`
        <label><input type="radio" name="partner" value=${id} .checked=${this.partner === id} @change=${() => { this.partner = id; }} /><b>${name}</b>
          <span class="small">${capabilities.map((capability) => parts.capabilities[capability]).join(', ')}</span>
          <span class="quiet small">${[hours === '' ? '' : `${says.hours}: ${hours}`, phone].filter((part) => part !== '').join(' · ')}</span></label>`)}</div></fieldset>
    `;
  }

  #line(key: TextKey, label: string, charsMax: number, hint?: string): TemplateResult {
    return html`<label>${label}${hint === undefined ? null : html`<small>${hint}</small>`}<input name=${key} autocomplete="off" maxlength=${charsMax} .value=${this.texts[key]} @input=${(event: InputEvent) => this.#take(key, event)} /></label>`;
  }

  #take(key: TextKey, event: Event): void {
    this.texts = { ...this.texts, [key]: typed(event) };
  }

  /** Devices that the giver of this way has now. */
  #movable(): readonly CaseDevice[] {
    const from = this.way === 'bring-back' ? 'with-partner' : 'in-store';
    return this.view?.case.devices.filter(({ place }) => place === from) ?? [];
  }

  #lack(way: Way): string | null {
    if (way === 'handover' && this.partner === null) return actWords.lacks(says.partner);
    return this.devices.length === 0 ? actWords.lacks(says.devices) : null;
  }

  #parties(way: Way): { readonly from: Party; readonly to: Party } {
    const store: Party = { kind: 'store', partner: null };
    if (way === 'handover') return { from: store, to: { kind: 'partner', partner: this.partner } };
    if (way === 'give-back') return { from: store, to: { kind: 'customer', partner: null } };
    return { from: { kind: 'partner', partner: this.#movable().find(({ id }) => this.devices.includes(id))?.partner ?? null }, to: store };
  }

  async #submit(event: SubmitEvent, way: Way): Promise<void> {
    event.preventDefault();
    const { view, method } = this;
    if (view === undefined || this.#lack(way) !== null) return;
    const { backBy, ...texts } = this.texts;
    const after = await this.#sender.send(view.case.code, 'prepare-transfer', { devices: [...this.devices], ...this.#parties(way), method, ...texts, backByIso: momentOf(backBy) });
    if (after !== null) closeSheet(this);
  }
}
customElements.define('hf-handover-sheet', HandoverSheet);

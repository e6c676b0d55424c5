/**
 * Says which device it is: scanned, typed, or taken from the bench it lies on. Also mends its numbers later. From then on every
 * bench judges by the case.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { deviceIdsSchema } from '../../server/contract/case-parts.ts';
import type { DeviceIds } from '../../server/contract/case-parts.ts';
import type { CaseDevice } from '../../server/contract/case-state.ts';
import { shared } from '../look/shared.ts';
import { idsOf } from '../reading/brief-draft.ts';
import type { Reading } from '../reading/voice.ts';
import { actWords } from '../words/act-words.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { ActSender } from './act-sender.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import { typed } from './typed.ts';

type Draft = Readonly<Record<'serial' | 'imei' | 'ecid' | 'model' | 'colour' | 'storage' | 'belongings' | 'why' | 'scan', string>>;
const EMPTY: Draft = { serial: '', imei: '', ecid: '', model: '', colour: '', storage: '', belongings: '', why: '', scan: '' };
const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim().toUpperCase());

/** As short as a reason may be. */
const WHY_CHARS_MIN = 3;

export class DeviceSheet extends LitElement {
  static override properties = { mode: { attribute: false }, code: { type: String }, device: { attribute: false }, readings: { attribute: false }, draft: { state: true } };
  /** Null while it is closed. */
  declare mode: 'tie' | 'identify' | null;
  declare code: string;
  /** What is known of it so far; nothing for a device that nobody named yet. */
  declare device: CaseDevice | undefined;
  declare readings: readonly Reading[];
  declare draft: Draft;
  readonly #sender = new ActSender(this);
  #bench: string | null = null;

  constructor() {
    super();
    this.mode = null;
    this.code = '';
    this.readings = [];
    this.draft = EMPTY;
  }

  static override styles = [shared, formLook, css`:host { display: contents; } .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 16px; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('mode') || this.mode === null) return;
    const { ids, looks } = this.device ?? { ids: null, looks: null };
    this.draft = { ...EMPTY, serial: ids?.serial ?? '', imei: ids?.imei ?? '', ecid: ids?.ecid ?? '', ...(looks ?? {}) };
    this.#bench = null;
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.mode !== null} heading=${this.mode === 'identify' ? says.identifyTitle : says.tieTitle}>${this.mode === null ? null : this.#form(this.mode)}</hf-sheet>`;
  }

  #form(mode: 'tie' | 'identify'): TemplateResult {
    const seated = this.readings.flatMap(({ view, status, isStale }) => (status?.device === null || status === null || isStale ? [] : [{ view, device: status.device }]));
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, mode)}>
        <p>${mode === 'tie' ? says.tieWhat : says.identifyWhat}</p>
        ${mode === 'tie' ? html`
          ${seated.map(({ view, device }) => html`
            <button type="button" @click=${() => this.#take({ serial: device.serial ?? '', imei: device.imei ?? '', ecid: device.ecid ?? '', model: device.model }, view.id)}>${says.tieBench(view.name, device.model)}</button>`)}
          <label>${says.tieField}<small>${says.tieHint}</small><input name="scan" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" .value=${this.draft.scan}
            @input=${(event: InputEvent) => this.#scan(typed(event))} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter') event.preventDefault(); }} /></label>` : null}
        <div class="two">${this.#line('serial', says.serial, 40)}${this.#line('imei', says.imei, 16)}${this.#line('ecid', says.ecid, 20)}</div>
        ${mode === 'tie'
          ? html`<div class="two">${this.#line('model', says.model, 80)}${this.#line('colour', says.colour, 40)}${this.#line('storage', says.storage, 40)}</div>${this.#line('belongings', says.belongings, 200, says.belongingsHint)}`
          : this.#line('why', this.#isOther() ? actWords.why : actWords.words, 500, this.#isOther() ? actWords.whyHint : actWords.wordsHint)}
        ${dialogFoot({ sender: this.#sender, verb: mode === 'tie' ? says.tieVerb : says.identifyVerb, lack: this.#lack(), back: () => closeSheet(this) })}
      </form>
    `;
  }

  #line(key: keyof Draft, label: string, charsMax: number, hint?: string): TemplateResult {
    return html`<label>${label}${hint === undefined ? null : html`<small>${hint}</small>`}
      <input name=${key} autocomplete="off" inputmode=${key === 'imei' ? 'numeric' : 'text'} autocapitalize=${key === 'serial' ? 'characters' : 'sentences'} spellcheck="false"
        maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take({ [key]: typed(event) })} /></label>`;
  }

  /** One field for the reader: whichever number it reads goes to its place. */
  #scan(scan: string): void {
    const { serial, imei } = idsOf(scan);
    this.#take({ scan, ...(serial === null ? {} : { serial }), ...(imei === null ? {} : { imei, serial: this.device?.ids.serial ?? '' }) });
  }

  #take(change: Partial<Draft>, bench: string | null = this.#bench): void {
    this.#bench = bench;
    this.draft = { ...this.draft, ...change };
  }

  #ids(): DeviceIds {
    const { serial, imei, ecid } = this.draft;
    return { serial: filled(serial), imei: filled(imei), ecid: filled(ecid) };
  }

  /** A number that was known becomes another one: then the record wants to know why. */
  #isOther(): boolean {
    const [known, told] = [this.device?.ids, this.#ids()];
    return known !== undefined && (['serial', 'imei', 'ecid'] as const).some((key) => known[key] !== null && told[key] !== null && told[key] !== known[key]);
  }

  #lack(): string | null {
    const ids = this.#ids();
    if (ids.serial === null && ids.imei === null && ids.ecid === null) return actWords.lacks(says.tieField);
    const parsed = deviceIdsSchema.safeParse(ids);
    if (parsed.success) return this.mode === 'identify' && this.#isOther() && this.draft.why.trim().length < WHY_CHARS_MIN ? actWords.lacks(actWords.why) : null;
    const key = parsed.error.issues[0]?.path[0];
    return actWords.lacks(key === 'imei' ? says.imei : key === 'ecid' ? says.ecid : says.serial);
  }

  async #submit(event: SubmitEvent, mode: 'tie' | 'identify'): Promise<void> {
    event.preventDefault();
    if (this.#lack() !== null) return;
    const { model, colour, storage, belongings, why, scan } = this.draft;
    const bench = this.#bench;
    const how = bench !== null ? 'seated' : scan === '' ? 'typed' : 'scanned';
    const view = mode === 'tie'
      ? await this.#sender.send(this.code, 'tie-device', { ids: this.#ids(), looks: { model, colour, storage, belongings }, how, bench })
      : await this.#sender.send(this.code, 'identify-device', { deviceId: this.device?.id ?? '', ids: this.#ids(), why });
    if (view !== null) closeSheet(this);
  }
}
customElements.define('hf-device-sheet', DeviceSheet);

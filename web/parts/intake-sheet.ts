/**
 * Intake beside the phone, in five short steps and one act at the end: what is seen, power and battery, screen and passcode, the
 * bend as a bench measures it, what else. What cannot wait (swelling, ghost touch) is said in the step where it is found.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { BACKUPS, CONDITIONS, PASSCODES, POWER_STATES, TRI } from '../../server/contract/case-parts.ts';
import type { Intake } from '../../server/contract/case-parts.ts';
import type { CaseDevice } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import { actWords } from '../words/act-words.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { ActSender } from './act-sender.ts';
import { chipLook, chips } from './chips.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import { typed } from './typed.ts';

const STEPS = ['condition', 'power', 'access', 'bend', 'rest'] as const;
const EMPTY: Intake = {
  conditions: [], power: 'not-known', batteryPercent: null, swelling: 'not-known', ghostTouch: 'not-known', screenUsable: 'not-known', passcode: 'not-asked', backup: 'not-known', bendUm: null, bendBench: null, words: '',
};
type OneKey = 'power' | 'swelling' | 'ghostTouch' | 'screenUsable' | 'passcode' | 'backup';

export class IntakeSheet extends LitElement {
  static override properties = {
    isOpen: { type: Boolean }, code: { type: String }, device: { attribute: false }, readings: { attribute: false }, draft: { state: true }, at: { state: true },
  };
  declare isOpen: boolean;
  declare code: string;
  declare device: CaseDevice | undefined;
  /** Benches as they are now, for the bend. */
  declare readings: readonly Reading[];
  declare draft: Intake;
  declare at: number;
  readonly #sender = new ActSender(this);

  constructor() {
    super();
    this.isOpen = false;
    this.code = '';
    this.readings = [];
    this.draft = EMPTY;
    this.at = 0;
  }

  static override styles = [
    shared, formLook, chipLook,
    css`
      :host { display: contents; }
      .now { padding: 12px 16px; border-radius: var(--round-m); background: var(--stopped); color: var(--stopped-ink); font-weight: 700; }
      .track { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 4px; }
      .track i { height: 6px; border-radius: 3px; background: var(--rail); }
      .track i.done { background: var(--act); }
      .taken { font-size: var(--type-head); font-weight: 700; }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    const known = this.device?.intake;
    // What was recorded before is where the next look begins.
    this.draft = known === null || known === undefined ? EMPTY : { ...EMPTY, ...Object.fromEntries(Object.entries(known).filter(([key]) => Object.hasOwn(EMPTY, key))) };
    this.at = 0;
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    const model = this.device?.looks.model ?? '';
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${model === '' ? says.title : `${says.title}: ${model}`}>${this.isOpen ? this.#form() : null}</hf-sheet>`;
  }

  #form(): TemplateResult {
    const step = STEPS[this.at] ?? 'condition';
    const isLast = this.at === STEPS.length - 1;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isLast)}>
        <div>
          <div class="track" aria-hidden="true">${STEPS.map((_step, index) => html`<i class=${index <= this.at ? 'done' : ''}></i>`)}</div>
          <p class="quiet small" role="status">${says.step(this.at + 1, STEPS.length)}: ${says.steps[step]}</p>
        </div>
        ${this.#step(step)}
        ${dialogFoot({ sender: this.#sender, verb: isLast ? says.keep : says.forward, lack: this.#lack(step), back: () => { if (this.at === 0) closeSheet(this); else this.at -= 1; } })}
      </form>
    `;
  }

  #step(step: (typeof STEPS)[number]): TemplateResult {
    const { draft } = this;
    switch (step) {
      case 'condition':
        return chips({ name: 'conditions', legend: says.conditions, hint: says.conditionsHint, options: CONDITIONS, words: parts.conditions, chosen: draft.conditions, isMany: true, pick: (conditions) => this.#take({ conditions: [...conditions] }) });
      case 'power':
        return html`
          ${this.#one('power', says.power, POWER_STATES, parts.powerStates)}
          <label>${says.batteryPercent}<small>${says.batteryHint}</small><input name="batteryPercent" type="number" inputmode="numeric" min="0" max="100" .value=${draft.batteryPercent === null ? '' : String(draft.batteryPercent)}
            @input=${(event: InputEvent) => this.#take({ batteryPercent: typed(event) === '' ? null : Number(typed(event)) })} /></label>
          ${this.#one('swelling', says.swelling, TRI, parts.tri, says.swellingHint)}
          ${draft.swelling === 'yes' ? html`<p class="now" role="alert">${says.swollenNow}</p>` : null}
        `;
      case 'access':
        return html`
          ${this.#one('ghostTouch', says.ghostTouch, TRI, parts.tri)}
          ${draft.ghostTouch === 'yes' ? html`<p class="now" role="alert">${says.ghostNow}</p>` : null}
          ${this.#one('screenUsable', says.screenUsable, TRI, parts.tri)}
          ${this.#one('passcode', says.passcode, PASSCODES, parts.passcodes, says.passcodeHint)}
          ${this.#one('backup', says.backupAsk, BACKUPS, parts.backups, says.backupHint)}
        `;
      case 'bend': return this.#bend();
      case 'rest':
        return html`<label>${says.words}<small>${says.wordsHint}</small><textarea name="words" maxlength="500" .value=${draft.words} @input=${(event: InputEvent) => this.#take({ words: typed(event) })}></textarea></label>`;
    }
  }

  #bend(): TemplateResult {
    const { bendUm, bendBench } = this.draft;
    const measured = this.readings.flatMap(({ view, status, isStale }) => {
      const um = status?.frame.deviationUm ?? null;
      return um === null || isStale || status?.seated !== true ? [] : [{ bench: view.id, name: view.name, um }];
    });
    return html`
      <p><b>${says.bendAsk}</b></p><p class="quiet small">${says.bendHint}</p>
      ${bendUm === null ? null : html`<p class="taken">${says.bendTaken(bendUm, bendBench ?? '')}</p><button type="button" @click=${() => this.#take({ bendUm: null, bendBench: null })}>${says.bendForget}</button>`}
      ${measured.length === 0 ? html`<p class="quiet">${says.bendNone}</p>` : measured.map(({ bench, name, um }) => html`<button type="button" @click=${() => this.#take({ bendUm: um, bendBench: bench })}>${says.bendTake(name, um)}</button>`)}
    `;
  }

  #one<Key extends string>(key: OneKey, legend: string, options: readonly Key[], words: Readonly<Record<Key, string>>, hint?: string): TemplateResult {
    const chosen = options.filter((option) => option === this.draft[key]);
    return chips({ name: key, legend, options, words, chosen, pick: ([answer]) => this.#take({ [key]: answer }), ...(hint === undefined ? {} : { hint }) });
  }

  #lack(step: (typeof STEPS)[number]): string | null {
    const { conditions, batteryPercent } = this.draft;
    if (step === 'condition' && conditions.length === 0) return actWords.lacks(says.conditions);
    const isNoPercent = batteryPercent !== null && (!Number.isInteger(batteryPercent) || batteryPercent < 0 || batteryPercent > 100);
    return step === 'power' && isNoPercent ? actWords.lacks(says.batteryPercent) : null;
  }

  #take(change: Partial<Intake>): void {
    this.draft = { ...this.draft, ...change };
  }

  async #submit(event: SubmitEvent, isLast: boolean): Promise<void> {
    event.preventDefault();
    const { device } = this;
    if (device === undefined || this.#lack(STEPS[this.at] ?? 'condition') !== null) return;
    if (!isLast) {
      this.at += 1;
      return;
    }
    const view = await this.#sender.send(this.code, 'record-intake', { deviceId: device.id, intake: this.draft });
    if (view !== null) closeSheet(this);
  }
}
customElements.define('hf-intake-sheet', IntakeSheet);

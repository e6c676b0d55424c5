/** One device of a case: what it is, where it is, how it came in, what must be minded, how it ended, and what can be done with it. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { DeviceIds } from '../../server/contract/case-parts.ts';
import type { CaseDevice, CaseView } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { sayPower } from '../reading/power-clock.ts';
import { WhoController } from '../who-desk.ts';
import { ACT_WORDS } from '../words/act-words.ts';
import { caseWords as says } from '../words/case-words.ts';
import { intakeWords } from '../words/intake-words.ts';
import { sayMoment } from '../words/times.ts';
import { caseLook } from './case-look.ts';
import { heldMark, marksLook } from './case-marks.ts';
import './case-photos.ts';
import { doButtons } from './do-buttons.ts';
import type { DoButton } from './do-buttons.ts';

const idsText = ({ serial, imei, ecid }: DeviceIds): string => [serial === null ? null : says.serial(serial), imei === null ? null : `IMEI ${imei}`, ecid === null ? null : `ECID ${ecid}`].filter((part) => part !== null).join(' · ');

export class CaseDeviceCard extends LitElement {
  static override properties = { view: { attribute: false }, device: { attribute: false }, nowMs: { type: Number } };
  declare view: CaseView | undefined;
  declare device: CaseDevice | undefined;
  /** Server time in whole minutes; null: not known here. */
  declare nowMs: number | null;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.nowMs = null;
  }

  static override styles = [
    shared, caseLook, marksLook,
    css`
      .held-card { border: 2px solid var(--act); }
      .urgent { padding: 12px 16px; border-radius: var(--round-s); background: var(--stopped-wash); border-inline-start: 4px solid var(--stopped); font-weight: 700; }
      .result { font-size: var(--type-title); line-height: 28px; font-weight: 700; }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { view, device } = this;
    if (view === undefined || device === undefined) return null;
    const { looks, ids, formerIds, place, location, intake, outcome } = device;
    const isHeld = view.case.holds.some(({ deviceId, state }) => deviceId === device.id && state !== 'released');
    const where = place !== 'in-store' ? parts.places[place] : location === null ? `${parts.places[place]}, ${says.noLocation}` : says.lies(parts.locations[location.location], location.label);
    const came = [looks.colour, looks.storage, looks.belongings].filter((part) => part !== '').join(' · ');
    return html`
      <article class="card ${isHeld ? 'held-card' : ''}" aria-label=${looks.model === '' ? idsText(ids) : looks.model}>
        <div class="head"><h3 translate=${looks.model === '' ? 'yes' : 'no'}>${looks.model === '' ? says.device : looks.model}</h3>${isHeld ? heldMark() : null}${device.tiedAtIso === null ? html`<span class="quiet small">${says.onlyNamed}</span>` : null}</div>
        <p class="quiet small">${idsText(ids) || says.noDevice}${formerIds.length === 0 ? '' : ` · ${says.formerly(formerIds.map(idsText).join(', '))}`}${came === '' ? '' : ` · ${came}`}</p>
        ${this.#power(view, device)}
        ${device.suspectedBattery ? html`<p class="warn"><b>${says.battery}</b>${device.batteryCheckedAtIso === null ? '' : ` ${says.batteryChecked(sayMoment(device.batteryCheckedAtIso))}.`}</p>` : null}
        <dl class="facts">
          <dt>${says.place}</dt><dd><b>${where}</b></dd>
          <dt>${says.intake}</dt><dd>${intake === null ? says.intakeNone : this.#intake(intake)}</dd>
          ${device.poweredOffAtIso === null ? null : html`<dt>${parts.powerStates.off}</dt><dd>${says.poweredOff(sayMoment(device.poweredOffAtIso))}</dd>`}
        </dl>
        ${outcome === null ? null : html`<p class="result">${parts.results[outcome.result]}</p>
          <p class="quiet">${[says.files(outcome.photos, outcome.videos, outcome.other), deliveredOf(outcome.delivered), outcome.words].filter((part) => part !== '').join(' · ')}</p>`}
        <hf-case-photos .view=${view} .device=${device}></hf-case-photos>
        ${doButtons(this, view, this.#who, mainActs(device, isHeld))}
        <details><summary>${says.alsoPossible}</summary>${doButtons(this, view, this.#who, moreActs(device))}</details>
      </article>
    `;
  }

  #power({ next }: CaseView, { id, place, poweredOffAtIso }: CaseDevice): TemplateResult | null {
    const steps = next.filter(({ deviceId }) => deviceId === id);
    if (this.nowMs === null) return steps.some(({ step }) => step === 'power-off') ? html`<p class="urgent">${says.ghost}</p>` : null;
    const said = sayPower(place === 'in-store' || place === 'with-customer' ? poweredOffAtIso : null, steps, this.nowMs);
    return said === null ? null : html`<p class=${said.isOn ? 'urgent' : 'warn'}>${said.text}</p>`;
  }

  #intake(intake: NonNullable<CaseDevice['intake']>): string {
    const seen = intake.conditions.map((condition) => parts.conditions[condition]);
    return [
      ...seen, ...(intake.bendUm === null ? [] : [says.bend(intake.bendUm, intake.bendBench ?? '')]), ...(intake.batteryPercent === null ? [] : [`${intakeWords.battery} ${intake.batteryPercent} %`]),
      ...(intake.swelling === 'yes' ? [intakeWords.swollen] : []), `${intakeWords.backup}: ${parts.backups[intake.backup].toLowerCase()}`, ...(intake.words === '' ? [] : [intake.words]),
    ].join(' · ');
  }
}
customElements.define('hf-case-device', CaseDeviceCard);

const isDelivered = (text: string): text is keyof typeof parts.delivered => Object.hasOwn(parts.delivered, text);
const deliveredOf = (text: string): string => (isDelivered(text) ? parts.delivered[text] : text);

/** What is usual where the device is now, first; nothing that makes no sense there. */
function mainActs({ id: deviceId, place, suspectedBattery }: CaseDevice, isHeld: boolean): readonly DoButton[] {
  const formed = (what: 'put-away' | 'ask-hold' | 'check-battery' | 'record-outcome'): DoButton => ({ what, deviceId, label: ACT_WORDS[what].open });
  switch (place) {
    case 'with-customer': return [{ what: 'receive', deviceId, label: intakeWords.receive }, { what: 'intake', deviceId, label: intakeWords.begin }];
    case 'in-store': return [
      { what: 'intake', deviceId, label: intakeWords.begin }, formed('put-away'), ...(isHeld ? [] : [formed('ask-hold')]), ...(suspectedBattery ? [formed('check-battery')] : []),
      { what: 'handover', deviceId, label: intakeWords.handOver }, { what: 'give-back', deviceId, label: intakeWords.giveBack }, formed('record-outcome'),
    ];
    case 'with-partner': return [formed('record-outcome'), { what: 'bring-back', deviceId, label: intakeWords.bringBack }];
    default: return [formed('record-outcome')];
  }
}

function moreActs({ id: deviceId, unlock }: CaseDevice): readonly DoButton[] {
  const acts = ['power-off', 'check-battery', unlock === null ? 'ask-unlock' : 'withdraw-unlock', 'allow-erase', 'explain-no-photo', 'untie-device', 'record-abandonment', 'dispose-device'] as const;
  return [{ what: 'identify-device', deviceId, label: intakeWords.identify }, ...acts.map((what) => ({ what, deviceId, label: ACT_WORDS[what].open }))];
}

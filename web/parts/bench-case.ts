/**
 * The case of the device that lies on a bench: its code, whether it is held or irreplaceable, and for whoever stands at the bench what
 * matters and what not to ask again. What is personal is a look on record, so it is asked for only there; elsewhere the line without names.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { DeviceIdentity } from '../../firmware-bridge/contract/bench-status.ts';
import type { BenchCase } from '../../server/contract/case-looks.ts';
import type { CaseLine } from '../../server/contract/case-state.ts';
import { caseCodeSchema } from '../../server/contract/custody.ts';
import { caseOnBench, findCases } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { sayPower } from '../reading/power-clock.ts';
import { WhoController } from '../who-desk.ts';
import { filterWords } from '../words/filter-words.ts';
import { casePartsWords as partsSay } from '../words/case-parts-words.ts';
import { caseWords as says } from '../words/case-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayMoment } from '../words/times.ts';
import { webWords } from '../words/web-words.ts';
import { ActSender } from './act-sender.ts';
import { heldMark, irreplaceableMark, marksLook } from './case-marks.ts';
import { formLook } from './form-look.ts';
import { typed } from './typed.ts';

export class BenchCaseCard extends LitElement {
  static override properties = {
    benchId: { type: String }, device: { attribute: false }, casesVersion: { type: Number }, isFull: { type: Boolean }, nowMs: { type: Number }, known: { state: true }, failure: { state: true }, code: { state: true },
  };
  declare benchId: string;
  declare device: DeviceIdentity | null;
  declare casesVersion: number;
  /** On the bench's own page: what matters in full, and a device without a case can be tied to one. */
  declare isFull: boolean;
  /** Server time in whole minutes; null: not known here. */
  declare nowMs: number | null;
  declare known: BenchCase | null;
  declare failure: string;
  declare code: string;
  readonly #who = new WhoController(this);
  readonly #names = new NamesController(this);
  readonly #sender = new ActSender(this);
  #asked = '';

  constructor() {
    super();
    this.benchId = '';
    this.device = null;
    this.casesVersion = 0;
    this.isFull = false;
    this.nowMs = null;
    this.known = null;
    this.failure = '';
    this.code = '';
  }

  static override styles = [
    shared, formLook, marksLook,
    css`
      :host { display: grid; gap: 8px; }
      /* As high as what most often comes, so that nothing moves when it does. */
      .room { min-height: 156px; }
      .line { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
      a { display: inline-flex; align-items: center; min-height: 48px; gap: 8px; font-weight: 700; }
      .who { font-size: var(--type-lead); line-height: 24px; overflow-wrap: anywhere; }
      .not { padding: 8px 16px; border-inline-start: 4px solid var(--waiting-mark); border-radius: var(--round-s); background: var(--sunken); font-weight: 700; overflow-wrap: anywhere; }
      .not.danger { border-color: var(--stopped); background: var(--stopped-wash); }
      blockquote { margin: 0; padding-inline-start: 16px; border-inline-start: 4px solid var(--act); font-size: var(--type-lead); line-height: 26px; white-space: pre-line; overflow-wrap: anywhere; }
      blockquote.few { display: -webkit-box; overflow: hidden; font-size: var(--type-body); line-height: 22px; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; }
      .waits { font-size: var(--type-note); line-height: 20px; color: var(--ink-quiet); }
      .waits.late { color: var(--waiting); font-weight: 700; }
      form { grid-template-columns: minmax(0, 1fr) auto; align-items: end; gap: 8px 12px; max-width: 480px; }
    `,
  ];

  protected override updated(): void {
    const { device } = this;
    const key = device === null || !this.#who.may('see-cases') ? '' : [this.benchId, device.serial, device.imei, device.ecid, this.casesVersion, this.#isThere].join('/');
    if (key === this.#asked) return;
    const isOther = this.#asked.split('/').slice(0, 4).join('/') !== key.split('/').slice(0, 4).join('/');
    this.#asked = key;
    if (isOther) this.known = null;
    if (device !== null && key !== '') void this.#ask(device, key);
  }

  /** What shows nothing takes no place either. */
  protected override willUpdate(): void {
    this.hidden = this.device === null || !this.#who.may('see-cases') || (!this.isFull && (this.known === null || this.known.case === null));
  }

  /** A person at the bench, or on its page: whom the customer would expect to read it. */
  get #isThere(): boolean {
    return (this.isFull || this.#who.isAtBenchPc) && this.#who.may('look');
  }

  protected override render(): TemplateResult | null {
    if (this.device === null || !this.#who.may('see-cases')) return null;
    if (this.known === null) return !this.isFull ? null : this.failure === '' ? html`<p class="room quiet">${webWords.judging.asking}</p>` : html`<p role="alert">${roomWords.notRead} ${this.failure}</p>`;
    const { case: line, story, greeting, arrivedAtIso, others } = this.known;
    if (line === null) return this.isFull ? this.#tie() : null;
    const matters = story?.matters ?? '';
    const doNotAsk = story?.doNotAsk ?? '';
    return html`
      <p class="line"><a href="/case/${line.code}">${says.case(line.code)}</a>${line.held ? heldMark() : null}${line.irreplaceable ? irreplaceableMark() : null}
        ${others.map((code) => html`<a href="/case/${code}">${says.case(code)}</a>`)}</p>
      ${this.#coming(line, greeting, arrivedAtIso)} ${this.#power()}
      ${matters === '' ? null : html`<blockquote class=${this.isFull ? '' : 'few'} dir="auto">${matters}</blockquote>`}
      ${doNotAsk === '' ? null : html`<p class="not" dir="auto">${says.doNotAskAgain(doNotAsk)}</p>`}
      ${this.isFull ? null : this.#waits(line)}
    `;
  }

  /** Who waits for what: the next step of the case, by when, and with whom it lies. */
  #waits({ next, owner, expectedAtIso, stage }: CaseLine): TemplateResult | null {
    if (next === null) return null;
    const isComing = stage === 'announced' || stage === 'expected';
    const due = next.dueAtIso === null ? '' : next.overdue ? says.overdue(sayMoment(next.dueAtIso)) : says.due(sayMoment(next.dueAtIso));
    const rest = [isComing && expectedAtIso !== null ? says.comes(sayMoment(expectedAtIso)) : due, owner === null ? says.noOwner : says.owner(this.#names.say(owner.code))];
    return html`<p class="waits ${next.overdue ? 'late' : ''}">${filterWords.waitsFor(partsSay.steps[next.step], rest.filter((part) => part !== '').join(' · '))}</p>`;
  }

  /** How to greet, in the words of the brief, and whether somebody is here or expected. No name beyond it: a bench is seen from afar. */
  #coming({ stage, expectedAtIso }: CaseLine, greeting: string, arrivedAtIso: string | null): TemplateResult | null {
    const isExpected = stage === 'announced' || stage === 'expected';
    const when = isExpected ? (expectedAtIso === null ? says.expectedSometime : says.expectedAt(sayMoment(expectedAtIso))) : stage === 'open' && arrivedAtIso !== null ? says.cameAt(sayMoment(arrivedAtIso)) : null;
    const isSaid = when !== null && this.isFull;
    if (greeting === '' && !isSaid) return null;
    return html`<p class="who">${greeting === '' ? null : html`<b dir="auto">${greeting}</b>`}${!isSaid ? null : html` <span class="quiet">${when}</span>`}</p>`;
  }

  /** A phone that touches itself is switched off before anything else. */
  #power(): TemplateResult | null {
    const said = this.known === null || this.nowMs === null ? null : sayPower(this.known.poweredOffAtIso, this.known.steps, this.nowMs);
    return said === null ? null : html`<p class="not ${said.isOn ? 'danger' : ''}">${said.text}</p>`;
  }

  #tie(): TemplateResult {
    const why = this.#who.whyNot('work-case');
    const isReady = why === null && caseCodeSchema.safeParse(this.code.trim().toUpperCase()).success && !this.#sender.isSending;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isReady)}>
        <label>${says.tie}<small>${says.tieWhich}</small><input name="case-code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="6" .value=${this.code} @input=${(event: InputEvent) => { this.code = typed(event); }} /></label>
        <button type="submit" aria-disabled=${isReady ? 'false' : 'true'}>${says.tieVerb}</button>
      </form>
      ${why === null ? null : html`<p class="quiet small">${why}</p>`}
      <div role="alert">${this.#sender.failure === '' ? null : html`<p class="failed">${this.#sender.failure}</p>`}</div>
      <p class="quiet small"><a href="/cases">${says.toCases}</a></p>
    `;
  }

  async #submit(event: SubmitEvent, isReady: boolean): Promise<void> {
    event.preventDefault();
    const { device } = this;
    if (!isReady || device === null) return;
    const view = await this.#sender.send(this.code.trim().toUpperCase(), 'tie-device', {
      ids: { serial: device.serial, imei: device.imei, ecid: device.ecid }, looks: { model: device.model }, how: 'seated', bench: this.benchId,
    });
    if (view === null) return;
    this.code = '';
    this.#asked = '';
    this.requestUpdate();
  }

  async #ask(device: DeviceIdentity, key: string): Promise<void> {
    const answer = this.#isThere ? await caseOnBench(this.benchId) : await this.#lineOf(device);
    if (key !== this.#asked) return;
    this.failure = answer.ok ? '' : sayCallProblem(answer.problem);
    if (answer.ok) this.known = answer.value;
  }

  async #lineOf({ serial, imei, ecid }: DeviceIdentity) {
    const id = serial ?? imei ?? ecid;
    if (id === null) return { ok: true as const, value: NOBODY };
    const found = await findCases(id);
    if (!found.ok) return found;
    const [line = null, ...others] = found.value.cases.filter(({ stage }) => stage === 'open' || stage === 'expected' || stage === 'announced');
    return { ok: true as const, value: { ...NOBODY, case: line, others: others.map(({ code }) => code) } };
  }
}
customElements.define('hf-bench-case', BenchCaseCard);

const NOBODY: BenchCase = { case: null, deviceId: null, story: null, greeting: '', arrivedAtIso: null, poweredOffAtIso: null, steps: [], others: [] };

/**
 * The page that is run at the start of a shift: each tone is played and judged, the way of a stop is asked without stopping, a drill
 * is run where one may be, and what this screen can do is said. It keeps a dated note under the name of who did it.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { CHECKED_TONES } from '../../server/contract/shift-checks.ts';
import type { CheckedTone, ShiftCheck } from '../../server/contract/shift-checks.ts';
import { drillBench } from '../order-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { alarmDesk } from '../parts/alarm-desk.ts';
import { desktopNotice } from '../parts/desktop-notice.ts';
import { stayAwake } from '../parts/stay-awake.ts';
import { bodyOf, EMPTY_DRAFT, faultsIn, openIn } from '../reading/shift-draft.ts';
import type { DrillOutcome, ShiftDraft, StopWay } from '../reading/shift-draft.ts';
import type { Reading } from '../reading/voice.ts';
import { keepShiftCheck, lastShiftChecks, wayOfStop } from '../shift-calls.ts';
import { WhoController } from '../who-desk.ts';
import { alarmWords } from '../words/alarm-words.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { shiftWords as says } from '../words/shift-words.ts';
import { sayMoment, sayTimeOfDay } from '../words/times.ts';
import { shiftLook } from './shift-look.ts';

export class Shift extends LitElement {
  static override properties = { readings: { attribute: false }, draft: { state: true }, drilling: { state: true }, checks: { state: true }, told: { state: true } };
  declare readings: readonly Reading[];
  declare draft: ShiftDraft;
  declare drilling: string | null;
  /** Null before the answer; a text says why there is none. */
  declare checks: readonly ShiftCheck[] | string | null;
  declare told: string;
  readonly #who = new WhoController(this);
  readonly #names = new NamesController(this);
  readonly #asked = new Set<string>();

  constructor() {
    super();
    this.readings = [];
    this.draft = EMPTY_DRAFT;
    this.drilling = null;
    this.checks = null;
    this.told = '';
  }

  static override styles = [shared, shiftLook];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#askLast();
  }

  protected override updated(): void {
    for (const { view } of this.readings) {
      if (this.#asked.has(view.id) || !this.#who.may('stop')) continue;
      this.#asked.add(view.id);
      void this.#askWay(view.id);
    }
  }

  protected override render(): TemplateResult {
    return html`
      <div class="page">
        <div><h1>${says.title}</h1><p class="quiet">${says.lead}</p></div>
        <section aria-label=${says.heardTitle}>
          <h2>${says.heardTitle}</h2><p class="quiet">${alarmDesk.sound.isReady ? says.heardLead : says.soundOff}</p>
          <ul>${CHECKED_TONES.map((tone) => this.#tone(tone))}</ul>
          ${Object.values(this.draft.heard).includes(false) ? html`<p class="bad">${says.soundBad}</p>` : null}
        </section>
        <section aria-label=${says.stopTitle}>
          <h2>${says.stopTitle}</h2><p class="quiet">${says.stopLead}</p>
          ${this.readings.length === 0 ? html`<p>${says.noBenches}</p>` : html`<ul>${this.readings.map(({ view }) => this.#way(view.id, view.name))}</ul>`}
        </section>
        <section aria-label=${says.drillTitle}>
          <h2>${says.drillTitle}</h2><p class="quiet">${says.drillLead}</p>
          <ul>${this.readings.map((reading) => this.#drill(reading))}</ul>
        </section>
        ${this.#screen()} ${this.#keep()} ${this.#last()}
      </div>
    `;
  }

  #tone(tone: CheckedTone): TemplateResult {
    const name = alarmWords.toneNames[tone];
    const heard = this.draft.heard[tone];
    const judge = (isHeard: boolean): void => { this.draft = { ...this.draft, heard: { ...this.draft.heard, [tone]: isHeard } }; };
    return html`
      <li>
        <b>${name}</b>
        <span class="acts">
          <button aria-label=${says.playing(name)} @click=${() => void this.#play(tone)}>${says.play}</button>
          <button aria-label="${says.heard}: ${name}" aria-pressed=${heard === true ? 'true' : 'false'} @click=${() => judge(true)}>${says.heard}</button>
          <button aria-label="${says.notHeard}: ${name}" aria-pressed=${heard === false ? 'true' : 'false'} @click=${() => judge(false)}>${says.notHeard}</button>
        </span>
      </li>
    `;
  }

  async #play(tone: CheckedTone): Promise<void> {
    await alarmDesk.sound.wake();
    alarmDesk.sound.play(tone);
    this.requestUpdate();
  }

  #way(id: string, name: string): TemplateResult {
    const why = this.#who.whyNot('stop');
    const way: StopWay = this.draft.ways.get(id) ?? { is: 'asking' };
    const text = why ?? (way.is === 'asking' ? says.stopAsking : way.is === 'open' ? says.stopAnswers(way.tookMs) : `${way.is === 'no-bridge' ? says.stopNoBridge : `${says.stopFailed} ${way.why}`} ${says.byHand}`);
    return html`<li><span><b>${name}</b> <span class=${why !== null || way.is === 'asking' ? 'quiet' : way.is === 'open' ? 'fine' : 'bad'} role="status">${text}</span></span>
      ${way.is === 'asking' || why !== null ? null : html`<span class="acts"><button aria-label="${says.askAgain}: ${name}" @click=${() => void this.#askWay(id)}>${says.askAgain}</button></span>`}</li>`;
  }

  #drill({ view, status, isStale }: Reading): TemplateResult {
    const outcome = this.draft.drills.get(view.id);
    const block = isStale ? 'rig-not-live' : status?.drill?.blockedBy[0];
    const why = this.#who.whyNot('drill') ?? (block === undefined ? null : `${bridgeWords.drillBlocks[block].title}. ${bridgeWords.drillBlocks[block].whatToDo}`);
    const said: Readonly<Record<DrillOutcome, string>> = { passed: says.drillPassed, failed: says.drillFailed, 'not-run': says.drillNot };
    const isOff = why !== null || this.drilling !== null;
    return html`
      <li>
        <span><b>${view.name}</b> <span class=${outcome === 'passed' ? 'fine' : outcome === 'failed' ? 'bad' : 'quiet'} role="status">${outcome === undefined ? why ?? says.drillNot : said[outcome]}</span></span>
        <span class="acts"><button aria-label="${says.drill}: ${view.name}" aria-disabled=${isOff ? 'true' : 'false'} @click=${() => { if (!isOff) void this.#run(view.id); }}>${this.drilling === view.id ? says.drilling : says.drill}</button></span>
      </li>
    `;
  }

  async #run(id: string): Promise<void> {
    this.drilling = id;
    const answer = await drillBench(id);
    const outcome: DrillOutcome = answer.ok && answer.value.ok && answer.value.outcome === 'drill-passed' ? 'passed' : answer.ok && answer.value.outcome === 'drill-failed' ? 'failed' : 'not-run';
    this.drilling = null;
    this.draft = { ...this.draft, drills: new Map(this.draft.drills).set(id, outcome) };
    if (!answer.ok) this.told = sayCallProblem(answer.problem);
  }

  #screen(): TemplateResult {
    const notice = desktopNotice.whyNot();
    const awake = stayAwake.whyNot();
    return html`
      <section aria-label=${says.thisPc}>
        <h2>${says.thisPc}</h2>
        <ul>
          <li><span><b>${says.notices}</b> <span class="quiet">${notice === null ? alarmWords.noticeOn : alarmWords.noticeOff[notice]}</span></span></li>
          <li><span><b>${says.awake}</b> <span class="quiet">${awake === null ? alarmWords.awakeOn : alarmWords.awakeOff[awake]}</span></span></li>
        </ul>
        <p class="quiet">${says.settings}</p>
      </section>
    `;
  }

  get #benches(): readonly string[] {
    return this.readings.map(({ view }) => view.id);
  }

  #keep(): TemplateResult {
    const open = openIn(this.draft, this.#who.may('stop') ? this.#benches : []).map((one) => (one === 'tones' ? says.missingTones : says.missingStops));
    const why = this.#who.whyNot('check-shift') ?? (open.length === 0 ? null : says.missing(open.join(', ')));
    const isPartly = open.length === 0 && faultsIn(bodyOf(this.draft, this.#benches, false, false)) > 0;
    return html`
      <section aria-label=${says.keepTitle}>
        <h2>${says.keepTitle}</h2>
        <button class="big primary" aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) void this.#send(); }}>${says.keep}</button>
        <p class="quiet">${why ?? (isPartly ? says.notWhole : '')}</p>
        <p role="status"><b>${this.told}</b></p>
      </section>
    `;
  }

  async #send(): Promise<void> {
    this.told = says.keeping;
    const answer = await keepShiftCheck(bodyOf(this.draft, this.#benches, desktopNotice.whyNot() === null, stayAwake.whyNot() === null));
    this.told = answer.ok ? says.kept(sayTimeOfDay(answer.value.atIso)) : sayCallProblem(answer.problem);
    if (answer.ok) await this.#askLast();
  }

  #last(): TemplateResult {
    const { checks } = this;
    const me = this.#who.who?.session?.person.code;
    if (checks === null || typeof checks === 'string') return html`<section aria-label=${says.last}><h2>${says.last}</h2><p class="quiet">${checks ?? says.stopAsking}</p></section>`;
    const mine = checks.find(({ by }) => by.name === me);
    return html`
      <section aria-label=${says.last}>
        <h2>${says.last}</h2>
        <p><b>${mine === undefined ? says.noneOfYours : says.yours(sayMoment(mine.atIso))}</b></p>
        ${checks.length === 0 ? html`<p class="quiet">${says.never}</p>` : html`<ul>${checks.slice(0, 12).map((one) => this.#line(one))}</ul>`}
      </section>
    `;
  }

  #line({ by, atIso, machine, check }: ShiftCheck): TemplateResult {
    const faults = faultsIn(check);
    const where = machine === null ? '' : says.at(machine);
    return html`<li><span><b>${this.#names.say(by.name)}</b> <span class="quiet">${sayMoment(atIso)} ${where}</span></span>
      <span class=${faults === 0 ? 'fine' : 'bad'}>${faults === 0 ? says.whole : says.partly(faults)}</span></li>`;
  }

  async #askWay(id: string): Promise<void> {
    const begunAtMs = performance.now();
    this.draft = { ...this.draft, ways: new Map(this.draft.ways).set(id, { is: 'asking' }) };
    const answer = await wayOfStop(id);
    const way: StopWay = !answer.ok ? { is: 'failed', why: sayCallProblem(answer.problem) } : answer.value.bridgeConnected ? { is: 'open', tookMs: Math.ceil(performance.now() - begunAtMs) } : { is: 'no-bridge' };
    this.draft = { ...this.draft, ways: new Map(this.draft.ways).set(id, way) };
  }

  async #askLast(): Promise<void> {
    const answer = await lastShiftChecks();
    this.checks = answer.ok ? answer.value.checks : sayCallProblem(answer.problem);
  }
}
customElements.define('hf-shift', Shift);

/**
 * Drills and service of one bench on its page: the last drill with its times, the figures over all on record, and the
 * three orders. What cannot be done now stays visible and says what would make it possible.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { DrillRecord } from '../../firmware-bridge/contract/drill.ts';
import type { DrillFigures } from '../../server/contract/drills.ts';
import type { Action } from '../../server/contract/rights.ts';
import type { StoredEvidence } from '../../server/contract/live.ts';
import { drillBench, drillsOf } from '../order-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { sayReceiptTime } from '../reading/age.ts';
import { drillWords, sayDrift, sayDrill, sayOrder, sayOut } from '../words/drill-words.ts';
import { WhoController } from '../who-desk.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { webWords } from '../words/web-words.ts';
import { drillLook } from './drill-look.ts';
import type { LockOutKind } from './lock-out-dialog.ts';
import { loadLockOut } from './on-demand.ts';

type Obstacle = { readonly title: string; readonly whatToDo: string };

export class DrillDesk extends LitElement {
  static override properties = {
    status: { attribute: false }, isStale: { type: Boolean }, evidence: { attribute: false }, figures: { state: true }, isSending: { state: true },
    told: { state: true }, dialog: { state: true },
  };
  declare status: BenchStatus | undefined;
  declare isStale: boolean;
  /** Evidence of all benches from the feed, oldest first. */
  declare evidence: readonly StoredEvidence[];
  /** Null before the answer; a text says why there is none. */
  declare figures: DrillFigures | string | null;
  declare isSending: boolean;
  declare told: string;
  declare dialog: LockOutKind | null;
  #askedAfter = '';
  readonly #who = new WhoController(this);
  readonly #names = new NamesController(this);

  constructor() {
    super();
    this.evidence = [];
    this.isStale = false;
    this.figures = null;
    this.isSending = false;
    this.told = '';
    this.dialog = null;
  }

  static override styles = [shared, drillLook];

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('evidence') && !changed.has('status')) return;
    const bench = this.status?.bench;
    if (bench === undefined) return;
    const newest = this.evidence.findLast(({ event }) => event.bench === bench && event.kind === 'drill-done');
    const after = `${bench}/${newest?.id ?? 0}`;
    if (after === this.#askedAfter) return;
    this.#askedAfter = after;
    void this.#ask(bench);
  }

  async #ask(bench: string): Promise<void> {
    const answer = await drillsOf(bench);
    if (bench === this.status?.bench) this.figures = answer.ok ? answer.value.figures : sayCallProblem(answer.problem);
  }

  protected override render(): TemplateResult | null {
    const { status } = this;
    if (status?.drill === undefined) return null;
    return html`
      <section aria-label=${drillWords.drill}>
        <h2>${drillWords.drill}</h2>
        ${this.#last(status.drill.last)} ${this.#figures()}
        ${this.#button(drillWords.run, this.#drillObstacles(status), () => void this.#run(status.bench))}
        <p class="told" role="status">${this.told}</p>
      </section>
      <section aria-label=${drillWords.service}>
        <h2>${drillWords.service}</h2>
        ${this.#service(status)}
      </section>
      <hf-lock-out-dialog .kind=${this.dialog} .benchId=${status.bench} .benchName=${status.name} @hf-close=${() => this.#open(null)}></hf-lock-out-dialog>
    `;
  }

  #last(last: DrillRecord | null): TemplateResult {
    if (last === null) return html`<p>${drillWords.none} <span class="quiet">${drillWords.proves}</span></p>`;
    const time = (name: string, us: number | null): TemplateResult => html`<div><dt>${name}</dt><dd>${sayReceiptTime(us) ?? drillWords.noTime}</dd></div>`;
    return html`
      <p><b>${this.#names.say(sayDrill(last))}</b></p>
      <dl class="times ${last.passed ? 'passed' : ''}">
        ${time(webWords.receiptTimes.requested, 0)} ${time(webWords.receiptTimes.written, last.times.writtenAfterUs)} ${time(drillWords.answered, last.times.answeredAfterUs)}
      </dl>
      <p class="quiet small">${drillWords.proves}</p>
    `;
  }

  #figures(): TemplateResult | null {
    const { figures } = this;
    if (figures === null) return null;
    if (typeof figures === 'string') return html`<p class="quiet">${drillWords.noFigures} ${figures}</p>`;
    if (figures.count === 0) return null;
    const pair = (word: string, value: string): TemplateResult => html`<div><dt>${word}</dt><dd>${value}</dd></div>`;
    const time = (us: number | null): string => sayReceiptTime(us) ?? drillWords.noTime;
    return html`
      <dl class="figures">
        ${pair(drillWords.onRecord, drillWords.counts(figures.passed, figures.failed))}
        ${pair(drillWords.halfWithin, time(figures.p50Us))} ${pair(drillWords.mostWithin, time(figures.p99Us))} ${pair(drillWords.worst, time(figures.worstUs))}
        ${pair(drillWords.drift, sayDrift(figures))}
      </dl>
    `;
  }

  #drillObstacles({ drill }: BenchStatus): readonly Obstacle[] {
    const right = this.#right('drill');
    if (this.isStale) return [...right, bridgeWords.drillBlocks['rig-not-live']];
    return [...right, ...(drill?.blockedBy ?? []).map((block) => bridgeWords.drillBlocks[block])];
  }

  #service({ service }: BenchStatus): TemplateResult {
    const out = service?.out ?? null;
    if (out === null) return html`<p>${drillWords.inService}</p><p class="quiet small">${drillWords.outHint}</p>${this.#button(drillWords.takeOut, this.#right('take-out'), () => this.#open('out'))}`;
    const obstacles = [...this.#right('return'), ...(service?.returnBlockedBy ?? []).map((block) => bridgeWords.returnBlocks[block])];
    return html`<p><b>${this.#names.say(sayOut(out))}</b></p>${this.#button(drillWords.giveBack, obstacles, () => this.#open('return'))}`;
  }

  /** Whose task it is, when it is not that of whoever asks. */
  #right(action: Action): readonly Obstacle[] {
    const why = this.#who.whyNot(action);
    if (why === null) return [];
    const [title = '', ...rest] = why.split('. ');
    return [{ title, whatToDo: rest.join('. ') }];
  }

  #button(text: string, obstacles: readonly Obstacle[], press: () => void): TemplateResult {
    const isOff = obstacles.length > 0 || this.isSending;
    return html`
      ${obstacles.length === 0 ? null : html`<ul class="obstacles"><li><b>${drillWords.notNow}</b></li>${obstacles.map((one) => html`<li><b>${one.title}.</b> ${one.whatToDo}</li>`)}</ul>`}
      <button aria-disabled=${isOff ? 'true' : 'false'} @click=${() => { if (!isOff) press(); }}>${text === drillWords.run && this.isSending ? drillWords.running : text}</button>
    `;
  }

  #open(dialog: LockOutKind | null): void {
    this.dialog = dialog;
    if (dialog !== null) void loadLockOut();
  }

  async #run(bench: string): Promise<void> {
    this.isSending = true;
    this.told = '';
    const answer = await drillBench(bench);
    this.isSending = false;
    this.told = answer.ok ? sayOrder(answer.value) : `${drillWords.notDrilled} ${sayCallProblem(answer.problem)}`;
  }
}
customElements.define('hf-drill-desk', DrillDesk);

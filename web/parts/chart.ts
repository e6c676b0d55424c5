/**
 * The charts of one bench: filled from the server's roll-ups, then from the feed. What was missed while the page heard nothing
 * is asked for again. It fetches its drawing code when it first comes into sight, and says in words what it shows.
 */
import { LitElement, html, unsafeCSS } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import uplotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { JudgedStop, RollupPoint } from '../../server/contract/live.ts';
import { shared } from '../look/shared.ts';
import { followHues } from '../look/theme.ts';
import { columnsOf, highestProbe, pointAt } from '../reading/chart-points.ts';
import { LIVE, STEP_MS, select, spanOf } from '../reading/chart-window.ts';
import type { ChartWindow, Span } from '../reading/chart-window.ts';
import { saySpan, timelineWords as says } from '../words/timeline-words.ts';
import { sayTimeOfDay } from '../words/times.ts';
import type { Drawn, Small, drawCharts } from './chart-drawing.ts';
import { chartLook } from './chart-look.ts';
import { ChartSource } from './chart-source.ts';
import { stopsWithin } from './chart-stops.ts';
import type { StopSeen } from './chart-stops.ts';

const ROWS = ['deviation', 'force', 'device', 'battery'] as const;
const AMOUNTS: Readonly<Record<Small, (point: RollupPoint) => string | null>> = {
  force: ({ forceLastCn }) => (forceLastCn === null ? null : says.newton(forceLastCn / 100)),
  device: ({ deviceLastDc }) => (deviceLastDc === null ? null : says.celsius(deviceLastDc / 10)),
  battery: ({ batteryLastPct }) => (batteryLastPct === null ? null : says.percent(batteryLastPct)),
};

export class Chart extends LitElement {
  static override properties = {
    benchId: { type: String }, status: { attribute: false }, isStale: { type: Boolean }, time: { attribute: false }, window: { attribute: false }, stops: { attribute: false },
    failure: { state: true }, pointedAtS: { state: true },
  };
  declare benchId: string;
  declare status: BenchStatus | null;
  declare isStale: boolean;
  /** The server's clock; null: the window stands and nothing comes live. */
  declare time: Date | null;
  declare window: ChartWindow;
  /** Of this bench, whenever they were. */
  declare stops: readonly JudgedStop[];
  declare failure: string | null;
  declare pointedAtS: number | null;
  #source = new ChartSource('', LIVE, () => undefined);
  #drawn: Drawn | null = null;
  #asked = '';
  #hasBegun = false;
  #shownAtMs = 0;
  #isHeld = false;
  #cannotDraw = false;
  readonly #resized = new ResizeObserver(() => this.#drawn?.fit());
  /** To draw is the heaviest code of the page: whoever looks at something else does not wait for it. */
  readonly #sight = new IntersectionObserver((entries) => { if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#fetchDrawing(); });
  /** A canvas keeps the hues that it was drawn with. */
  readonly #repaint = (): void => this.#show(this.#nowMs());
  #unfollow: () => void = () => undefined;

  constructor() {
    super();
    this.benchId = '';
    this.status = null;
    this.isStale = true;
    this.time = null;
    this.window = LIVE;
    this.stops = [];
    this.failure = null;
    this.pointedAtS = null;
  }

  static override styles = [shared, unsafeCSS(uplotStyles), chartLook];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unfollow = followHues(this.#repaint);
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
    this.#resized.disconnect();
    this.#sight.disconnect();
    this.#drawn?.destroy();
    this.#drawn = null;
    this.#asked = '';
  }

  /** What is drawn: every interval once. */
  get points(): readonly RollupPoint[] {
    return this.#source.points;
  }

  protected override render(): TemplateResult {
    const frame = this.status?.frame;
    const um = frame?.deviationUm ?? null;
    const { fromMs, toMs } = this.#span();
    const span = saySpan(fromMs, toMs);
    const { points, step } = this.#source;
    // A moment is looked at for its stop, so that is where reading begins.
    const shownAtMs = this.pointedAtS !== null ? this.pointedAtS * 1000 : this.window.kind === 'fixed' ? this.#stopsSeen()[0]?.atMs ?? null : null;
    const at = shownAtMs === null ? points.at(-1) ?? null : pointAt(points, shownAtMs, STEP_MS[step]);
    return html`
      <span id="hue" aria-hidden="true"></span>
      <div class="charts" role="img" aria-label=${says.chartSays(span, um === null ? says.noneMeasured : says.um(um), frame?.holdAtUm ?? 300)}
@pointerdown=${() => this.#hold(true)} @pointerup=${() => this.#hold(false)} @pointercancel=${() => this.#hold(false)} @pointerleave=${() => this.#leave()}>
        ${ROWS.map((row) => html`<div class="one ${row}"><div class="name">${this.#name(row, at)}</div><div class="plot" id=${row}></div></div>`)}
      </div>
      <p class="read">${this.#read(at, shownAtMs)}</p>
      <p>${this.failure ?? (this.#hasBegun && points.length === 0 ? says.nothing : `${says.key} ${step === '1s' ? says.bySecond : says.byMinute}`)}</p>
    `;
  }

  #name(row: (typeof ROWS)[number], at: RollupPoint | null): TemplateResult {
    if (row === 'deviation') return html`<span><b>${says.deviation}</b> µm</span>`;
    const value = at === null ? null : AMOUNTS[row](at);
    const limit = this.#smallLimit(row);
    const said = { force: says.newton, device: says.celsius, battery: says.percent }[row];
    return html`<span><b>${says.small[row]}</b> ${value ?? says.noneMeasured}</span>${limit === null ? null : html`<span>${says.smallLimit[row]} ${said(limit)}</span>`}`;
  }

  #read(at: RollupPoint | null, lookedAtMs: number | null): string {
    const atMs = lookedAtMs ?? (this.window.kind === 'fixed' ? at?.atMs ?? null : null);
    if (at === null && atMs === null) return '';
    const stop = atMs === null ? undefined : this.#stopsSeen().find((one) => Math.abs(one.atMs - atMs) < STEP_MS[this.#source.step]);
    const when = atMs === null ? says.now : sayTimeOfDay(new Date(atMs).toISOString());
    const probe = at === null ? null : highestProbe(at);
    const deviation = at === null ? says.hole : at.deviationMaxUm === null ? says.noneMeasured : says.um(at.deviationMaxUm);
    return [`${when}: ${deviation}`, ...(probe === null ? [] : [says.highest(says.edge[probe.edge], probe.number, probe.um)]), ...(stop === undefined ? [] : [stop.says])].join(' · ');
  }

  #stopsSeen(): readonly StopSeen[] {
    return stopsWithin(this.stops, this.#span());
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('stops')) this.#repaint();
    const nowMs = this.#nowMs();
    const asked = `${this.benchId}/${JSON.stringify(this.window)}`;
    if (asked !== this.#asked && this.benchId !== '') {
      this.#asked = asked;
      void this.#begin(nowMs);
      return;
    }
    if (this.window.kind !== 'live' || this.time === null || !this.#hasBegun) return;
    this.#source.follow(changed.has('status') && !this.isStale ? this.status : null, nowMs);
    // Whoever drags over it must not have it move away.
    if (Math.abs(nowMs - this.#shownAtMs) >= 1000 && !this.#isHeld) this.#show(nowMs);
  }

  #hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
  }

  #leave(): void {
    this.#isHeld = false;
    this.pointedAtS = null;
  }

  #show(nowMs: number): void {
    this.#shownAtMs = nowMs;
    this.#drawn?.show(columnsOf(this.#source.points, STEP_MS[this.#source.step]));
  }

  async #begin(nowMs: number): Promise<void> {
    const source = new ChartSource(this.benchId, this.window, () => { if (source === this.#source && !this.#isHeld) this.#show(this.#nowMs()); });
    this.#source = source;
    this.#hasBegun = false;
    if (this.#cannotDraw) void this.#fetchDrawing();
    const isAnswered = await source.begin(nowMs);
    if (source !== this.#source || !this.isConnected) return;
    this.#hasBegun = true;
    this.failure = this.#cannotDraw ? says.noChart : isAnswered ? null : says.noEarlier;
    this.#show(this.#nowMs());
    this.requestUpdate();
  }

  async #fetchDrawing(): Promise<void> {
    const draw = await loadDrawing();
    if (!this.isConnected || this.#drawn !== null) return;
    this.#cannotDraw = draw === null;
    if (draw === null) this.failure = says.noChart;
    else {
      this.#sight.disconnect();
      await this.updateComplete;
      this.#draw(draw);
    }
  }

  #draw(draw: typeof drawCharts): void {
    const host = (row: (typeof ROWS)[number]): HTMLElement => this.renderRoot.querySelector<HTMLElement>(`#${row}`) ?? this;
    this.#drawn = draw({
      hosts: { deviation: host('deviation'), force: host('force'), device: host('device'), battery: host('battery') },
      limits: () => this.status?.frame ?? { holdAtUm: 300, limitUm: 400, uncertaintyUm: 100 },
      smallLimit: (small) => this.#smallLimit(small),
      span: () => this.#span(),
      stopsAtS: () => this.#stopsSeen().map(({ atMs }) => atMs / 1000),
      hue: (token) => this.#hue(token),
      selected: (fromS, toS) => { this.#isHeld = false; this.#tell('hf-window', select(fromS * 1000, toS * 1000, this.#nowMs())); },
      back: () => this.#tell('hf-window-back', null),
      pointed: (atS) => { this.pointedAtS = atS; },
    }, columnsOf(this.#source.points, STEP_MS[this.#source.step]));
    this.#resized.observe(host('deviation'));
  }

  #smallLimit(small: Small): number | null {
    const limits = this.status?.power?.limits;
    if (limits === undefined) return null;
    return { force: limits.forceMaxCn / 100, device: limits.deviceHotDc / 10, battery: limits.batteryMinPct }[small];
  }

  #nowMs(): number {
    return this.time?.getTime() ?? (this.window.kind === 'fixed' ? this.window.toMs : 0);
  }

  #span(): Span {
    return spanOf(this.window, this.#nowMs());
  }

  #tell(name: string, detail: ChartWindow | null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** A canvas cannot read tokens: the browser resolves one on an unseen element. */
  #hue(token: string): string {
    const probe = this.renderRoot.querySelector<HTMLElement>('#hue');
    if (probe === null) return 'gray';
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  }
}

async function loadDrawing(): Promise<typeof drawCharts | null> {
  try {
    // uPlot reads the language at import and throws on one that is none, such as en-US@posix.
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en-GB' });
  }
  try {
    return (await import('./chart-drawing.ts')).drawCharts;
  } catch {
    return null;
  }
}
customElements.define('hf-chart', Chart);

/**
 * Draws what a bench measured over time with uPlot: every probe and the largest deviation against hold, limit and guard band,
 * and under it force, temperature and battery on the same axis of time. Loaded only when a chart is first shown.
 */
import uPlot from 'uplot';
import type { Columns } from '../reading/chart-points.ts';
import type { Span } from '../reading/chart-window.ts';
import { pageLocale } from '../words/language.ts';

export interface ChartLimits {
  readonly holdAtUm: number;
  readonly limitUm: number;
  readonly uncertaintyUm: number;
}

export const SMALL = ['force', 'device', 'battery'] as const;
export type Small = (typeof SMALL)[number];

export interface Surroundings {
  readonly hosts: Readonly<Record<'deviation' | Small, HTMLElement>>;
  limits(): ChartLimits;
  /** What a small chart is held against, in its own unit; null where it is not known. */
  smallLimit(small: Small): number | null;
  span(): Span;
  /** Where the bench was stopped (s). */
  stopsAtS(): readonly number[];
  hue(token: string): string;
  /** Seconds of the wall clock, chosen by dragging. */
  selected(fromS: number, toS: number): void;
  back(): void;
  /** Where the pointer stands (s); null when it left. */
  pointed(atS: number | null): void;
}

export interface Drawn {
  show(columns: Columns): void;
  fit(): void;
  destroy(): void;
}

const HEIGHT = 240;
const SMALL_HEIGHT = 76;
const AXIS_HEIGHT = 28;
/** Narrower than this is a press and no choice (px). */
const DRAG_PX_MIN = 8;
const DAY_S = 86_400;

const clock = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(pageLocale, options);
const withSeconds = clock({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const withMinutes = clock({ hour: '2-digit', minute: '2-digit' });
const withDay = clock({ day: 'numeric', month: 'short' });

function sayTicks(seconds: readonly number[], lengthS: number): string[] {
  const near = lengthS <= 150 ? withSeconds : withMinutes;
  return seconds.map((at) => { const date = new Date(at * 1000); return lengthS > DAY_S && date.getHours() === 0 && date.getMinutes() === 0 ? withDay.format(date) : near.format(date); });
}

function line({ ctx, bbox }: uPlot, y: number, hue: string, dash: number[]): void {
  ctx.save();
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.strokeStyle = hue;
  ctx.setLineDash(dash.map((one) => one * devicePixelRatio));
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** A line through all the charts, with the square of a stop on top. */
function drawStops(chart: uPlot, { stopsAtS, hue }: Surroundings): void {
  const { ctx, bbox } = chart;
  const half = 5 * devicePixelRatio;
  ctx.save();
  ctx.fillStyle = hue('--stopped');
  for (const atS of stopsAtS()) {
    const x = chart.valToPos(atS, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.fillRect(x - devicePixelRatio, bbox.top, 2 * devicePixelRatio, bbox.height);
    ctx.fillRect(x - half, bbox.top, 2 * half, 2 * half);
  }
  ctx.restore();
}

const within = (chart: uPlot, value: number): number => Math.max(chart.bbox.top, Math.min(chart.bbox.top + chart.bbox.height, chart.valToPos(value, 'y', true)));

function drawLimits(chart: uPlot, { holdAtUm, limitUm, uncertaintyUm }: ChartLimits, hue: Surroundings['hue']): void {
  const { ctx, bbox } = chart;
  const y = (um: number): number => within(chart, um);
  ctx.save();
  ctx.fillStyle = hue('--band');
  ctx.fillRect(bbox.left, y(limitUm + uncertaintyUm), bbox.width, y(holdAtUm) - y(limitUm + uncertaintyUm));
  ctx.restore();
  line(chart, y(holdAtUm), hue('--waiting-mark'), []);
  line(chart, y(limitUm), hue('--mark'), [4, 4]);
}

function common(around: Surroundings, host: HTMLElement, hasTimes: boolean, height: number): uPlot.Options {
  const { hue, span } = around;
  const axis = { stroke: () => hue('--ink-quiet'), font: '14px "Atkinson Hyperlegible Next Variable", sans-serif', ticks: { show: false } };
  const times: uPlot.Axis = {
    ...axis, grid: { show: false }, size: AXIS_HEIGHT, space: 84, show: hasTimes,
    values: (_chart, seconds) => sayTicks(seconds, (span().toMs - span().fromMs) / 1000),
  };
  return {
    width: Math.max(200, host.clientWidth),
    height: height + (hasTimes ? AXIS_HEIGHT : 0),
    padding: [6, 8, 4, 0],
    legend: { show: false },
    cursor: {
      y: false, points: { show: false }, sync: { key: 'hf-charts' }, drag: { x: true, y: false, setScale: false, dist: DRAG_PX_MIN },
      bind: { dblclick: () => () => { around.back(); return null; } },
    },
    axes: [times, { ...axis, grid: { stroke: () => hue('--line'), width: 1 }, size: 52, space: height > 100 ? 44 : 30 }],
    scales: { x: { time: true, range: () => [span().fromMs / 1000, span().toMs / 1000] } },
    series: [],
    hooks: {
      draw: [(chart) => drawStops(chart, around)],
      setSelect: [(chart) => choose(chart, around)],
      setCursor: [(chart) => { around.pointed(chart.cursor.left === undefined || chart.cursor.left < 0 ? null : chart.posToVal(chart.cursor.left, 'x')); }],
    },
  };
}

function choose(chart: uPlot, around: Surroundings): void {
  const { left, width } = chart.select;
  if (width < DRAG_PX_MIN) return;
  const [fromS, toS] = [chart.posToVal(left, 'x'), chart.posToVal(left + width, 'x')];
  chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  around.selected(fromS, toS);
}

const unseen: uPlot.Series = { stroke: 'transparent', points: { show: false } };

class Main {
  readonly #around: Surroundings;
  #chart: uPlot | null = null;
  #shape = '';

  constructor(around: Surroundings) {
    this.#around = around;
  }

  show({ seconds, deviation, left, right }: Columns): void {
    const data: uPlot.AlignedData = [seconds, ...deviation, ...left, ...right];
    const shape = `${String(left.length)}/${String(right.length)}`;
    // With other probes the lines mean something else.
    if (this.#chart === null || shape !== this.#shape) this.#make(data, left.length, right.length);
    else this.#chart.setData(data);
    this.#shape = shape;
  }

  #make(data: uPlot.AlignedData, left: number, right: number): void {
    const { hosts, hue, limits } = this.#around;
    const options = common(this.#around, hosts.deviation, false, HEIGHT);
    const probe = (dash: number[]): uPlot.Series => ({ stroke: () => hue('--mark'), width: 1, dash, points: { show: false } });
    this.#chart?.destroy();
    this.#chart = new uPlot({
      ...options,
      scales: { ...options.scales, y: { range: (_chart, _min, max) => [0, Math.max(limits().limitUm + limits().uncertaintyUm, max * 1.08) * 1.04] } },
      series: [
        {}, unseen, unseen, { stroke: () => hue('--ink'), width: 2.5, points: { show: false } },
        ...Array.from({ length: left }, () => probe([])), ...Array.from({ length: right }, () => probe([2, 4])),
      ],
      bands: [{ series: [2, 1], fill: () => hue('--mark') }],
      hooks: { ...options.hooks, drawClear: [(chart) => drawLimits(chart, limits(), hue)] },
    }, data, hosts.deviation);
  }

  get chart(): uPlot | null { return this.#chart; }
}

function small(around: Surroundings, what: Small): uPlot {
  const host = around.hosts[what];
  const { hue, smallLimit } = around;
  const options = common(around, host, what === 'battery', SMALL_HEIGHT);
  return new uPlot({
    ...options,
    scales: { ...options.scales, y: { range: (_chart, _min, max) => [0, what === 'battery' ? 104 : Math.max(smallLimit(what) ?? 0, max, 1) * 1.1] } },
    series: [{}, unseen, unseen, { stroke: () => hue('--ink'), width: 2, points: { show: false } }],
    bands: [{ series: [2, 1], fill: () => hue('--mark') }],
    hooks: {
      ...options.hooks,
      drawClear: [(chart) => {
        const limit = smallLimit(what);
        if (limit !== null) line(chart, within(chart, limit), hue('--mark'), [4, 4]);
      }],
    },
  }, [[], [], [], []], host);
}

export function drawCharts(around: Surroundings, columns: Columns): Drawn {
  const main = new Main(around);
  const smalls = SMALL.map((what) => [what, small(around, what)] as const);
  const show = (shown: Columns): void => {
    main.show(shown);
    for (const [what, chart] of smalls) chart.setData([shown.seconds, ...shown[what]]);
  };
  show(columns);
  const each = (): readonly (readonly [HTMLElement, uPlot | null])[] => [[around.hosts.deviation, main.chart], ...smalls.map(([what, chart]) => [around.hosts[what], chart] as const)];
  return {
    show,
    fit: () => each().forEach(([host, chart]) => {
      if (chart !== null && host.clientWidth > 0 && chart.width !== host.clientWidth) chart.setSize({ width: host.clientWidth, height: chart.height });
    }),
    destroy: () => each().forEach(([, chart]) => chart?.destroy()),
  };
}

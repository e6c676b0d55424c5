/**
 * Draws the deviation of one bench over time with uPlot: the band that a second covered, its last value, the hold limit,
 * and the limit with its guard band. Loaded only by the bench page.
 */
import uPlot from 'uplot';
import type { Columns } from '../reading/chart-points.ts';
import { pageLocale } from '../words/language.ts';

export interface ChartLimits {
  readonly holdAtUm: number;
  readonly limitUm: number;
  readonly uncertaintyUm: number;
}


export type ChartColumns = Columns;

export type Hue = (token: string) => string;

const sayMinute = (atS: number): string => new Date(atS * 1000).toLocaleTimeString(pageLocale, { hour: '2-digit', minute: '2-digit' });

function drawLimits(chart: uPlot, { holdAtUm, limitUm, uncertaintyUm }: ChartLimits, hue: Hue): void {
  const { ctx, bbox } = chart;
  const y = (um: number): number => Math.max(bbox.top, Math.min(bbox.top + bbox.height, chart.valToPos(um, 'y', true)));
  ctx.save();
  ctx.fillStyle = hue('--band');
  ctx.fillRect(bbox.left, y(limitUm + uncertaintyUm), bbox.width, y(holdAtUm) - y(limitUm + uncertaintyUm));
  const line = (um: number, dash: number[]): void => {
    ctx.beginPath();
    ctx.setLineDash(dash);
    ctx.moveTo(bbox.left, y(um));
    ctx.lineTo(bbox.left + bbox.width, y(um));
    ctx.stroke();
  };
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.strokeStyle = hue('--waiting-mark');
  line(holdAtUm, []);
  ctx.strokeStyle = hue('--mark');
  line(limitUm, [4 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.restore();
}

export function drawChart(host: HTMLElement, columns: ChartColumns, limits: () => ChartLimits, hue: Hue): uPlot {
  const axis = { stroke: () => hue('--ink-quiet'), font: '14px "Atkinson Hyperlegible Next Variable", sans-serif', ticks: { show: false } };
  const grid = { stroke: () => hue('--line'), width: 1 };
  return new uPlot(
    {
      width: Math.max(280, host.clientWidth),
      height: 240,
      legend: { show: false },
      cursor: { show: false },
      axes: [
        { ...axis, grid: { show: false }, size: 28, space: 64, incrs: [60, 120, 300], values: (_chart, seconds) => seconds.map(sayMinute) },
        { ...axis, grid, size: 48, space: 44 },
      ],
      scales: {
        x: { time: true },
        y: { range: (_chart, _min, max) => [0, Math.max(limits().limitUm + limits().uncertaintyUm, max * 1.08) * 1.04] },
      },
      series: [
        {},
        { stroke: 'transparent', points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
        { stroke: () => hue('--ink'), width: 2, points: { show: false } },
      ],
      bands: [{ series: [2, 1], fill: () => hue('--mark') }],
      hooks: { drawClear: [(chart) => drawLimits(chart, limits(), hue)] },
    },
    columns,
    host,
  );
}

/** The track to the point of no return and the drawing of the bent edge: geometry that must not lie. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { PHASES } from '../../firmware-bridge/contract/interlock.ts';
import { DRAWING_HEIGHT, DRAWING_WIDTH, chassisShape } from '../../web/reading/chassis-shape.ts';
import { BAR_WIDTH, metricBar, shownMetric } from '../../web/reading/metric-bar.ts';
import { trackOf } from '../../web/reading/track.ts';
import { measured } from './made-benches.ts';

type Restore = NonNullable<BenchStatus['restore']>;
const at = (phase: Restore['phase'], pct: number | null, change: Partial<Restore> = {}): Restore => ({
  id: 'A', phase, pct, gate: 'none', next: 'write', nextInMs: null, plan: { kind: 'update', from: '1', to: '2', hash: 'B' }, ...change,
});

test('every span follows the last and together they fill the track', () => {
  for (const phase of PHASES) for (const kind of ['update', 'erase', 'unknown'] as const) {
    const { spans, barAt } = trackOf(at(phase, 50, { plan: { kind, from: '1', to: '2', hash: 'B' } }));
    expect(spans[0]?.from).toBe(0);
    expect(spans.at(-1)?.to).toBe(1000);
    spans.slice(1).forEach((span, index) => expect(span.from).toBe(spans[index]?.to));
    expect(barAt).toBeGreaterThan(0);
  }
});

test('before the point the mark stands before the bar, after it behind', () => {
  const { barAt } = trackOf(at('write', 1));
  for (const phase of ['prepare', 'unpack', 'verify', 'recovery', 'start'] as const) expect(trackOf(at(phase, 100)).markAt).toBeLessThanOrEqual(barAt);
  for (const phase of ['write', 'finish'] as const) expect(trackOf(at(phase, 0)).markAt).toBeGreaterThanOrEqual(barAt);
});

test('an update that falls back to an erase has its bar before the erase', () => {
  const fallback = trackOf(at('erase-next', 50));
  expect(fallback).toMatchObject({ point: 'erase', zone: 'critical' });
  expect(fallback.markAt).toBeLessThan(fallback.barAt);
  expect(fallback.spans.map(({ zone }) => zone)).toEqual(['committed', 'critical', 'committed']);
});

test('a plan that is not known is drawn as erasing, an unknown phase without a mark', () => {
  expect(trackOf(at('unpack', 1, { plan: { kind: 'unknown', from: '', to: '', hash: '' } })).point).toBe('erase');
  expect(trackOf(at('unknown', 50)).markAt).toBeNull();
});

test('at the gate the mark stands at the end of its phase', () => {
  expect(trackOf(at('recovery', 3, { gate: 'write' })).markAt).toBe(490);
});

test('the edge is drawn true: twenty times, said less when it does not fit', () => {
  const shape = chassisShape([0, 100, 412, 150, 0], 147, 300);
  expect(shape?.exaggeration).toBe(20);
  const [first, , middle] = shape?.points ?? [];
  const perUm = (388 / 147_000) * 20;
  expect((first?.y ?? 0) - (middle?.y ?? 0)).toBeCloseTo(412 * perUm, 5);
  expect(chassisShape([0, 1800, 0], 147, 300)?.exaggeration).toBeLessThan(20);
});

test('any probes give a drawing inside its frame, one point for each', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -20_000, max: 20_000 }), { minLength: 2, maxLength: 6 }), (probes) => {
    const shape = chassisShape(probes, 147, 300);
    expect(shape?.points).toHaveLength(probes.length);
    for (const { x, y } of shape?.points ?? []) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(DRAWING_WIDTH);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(DRAWING_HEIGHT);
    }
  }));
  expect(chassisShape([], 147, 300)).toBeNull();
});

test('a metric lies on its bar where its value is, with hold and guard band, and never longer than the bar', () => {
  const reading = { metric: 'twist', holdAtUm: 300, limitUm: 400, noRestoreAtUm: 600, verdict: 'hold' } as const;
  const bar = (valueUm: number | null) => metricBar({ ...reading, valueUm });
  expect(bar(300)).toEqual({ valueX: BAR_WIDTH / 2, holdX: BAR_WIDTH / 2, limitX: Math.round((BAR_WIDTH * 2) / 3), bandEndX: Math.round((BAR_WIDTH * 5) / 6), isCut: false });
  expect(bar(600)).toMatchObject({ valueX: BAR_WIDTH, isCut: false });
  expect(bar(601)).toMatchObject({ valueX: BAR_WIDTH, isCut: true });
  expect(bar(null)).toMatchObject({ valueX: null, isCut: false });
});

test('the big number is the metric that decided, and the edges where none did or the bridge tells of no other', () => {
  const frame = measured([-60, 20, 60, 20, -40]);
  const twist = { metric: 'twist', valueUm: 420, holdAtUm: 310, limitUm: 410, noRestoreAtUm: 600, verdict: 'hold' } as const;
  const edge = { metric: 'edge', valueUm: 120, holdAtUm: 300, limitUm: 400, noRestoreAtUm: 1000, verdict: 'pass' } as const;
  expect(shownMetric(frame)).toEqual({ metric: 'edge', valueUm: 120, holdAtUm: 300, limitUm: 400 });
  expect(shownMetric({ ...frame, metrics: [edge, twist], decidedBy: 'twist' })).toMatchObject({ metric: 'twist', valueUm: 420, holdAtUm: 310 });
  expect(shownMetric({ ...frame, metrics: [{ ...edge, valueUm: null, verdict: null }], decidedBy: null })).toMatchObject({ metric: 'edge', valueUm: 120 });
});

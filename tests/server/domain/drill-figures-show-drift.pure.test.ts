/** Figures over drills: void ones do not count, late ones do, another rig begins anew, and one slow answer is no drift. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DrillRecord } from '../../../firmware-bridge/contract/drill.ts';
import { drillFigures } from '../../../server/domain/drill-figures.ts';

const drill = (answeredAfterUs: number | null, differs: Partial<DrillRecord> = {}): DrillRecord => ({
  drillId: '5C1E77A90001', rig: 'R-1', atIso: '2026-11-23T10:00:00.000Z', passed: answeredAfterUs !== null, why: answeredAfterUs === null ? 'no-answer' : null,
  times: { writtenAfterUs: 100, answeredAfterUs }, by: { kind: 'bridge', name: 'b' }, scheduled: true, ...differs,
});
/** Oldest first, as they happened; the store gives newest first. */
const figuresOf = (...drills: DrillRecord[]) => drillFigures(drills.toReversed());

test('p50, p99 and worst are over every answer, late ones too; failures and void drills are told apart', () => {
  const hundred = Array.from({ length: 100 }, (_unused, index) => drill((index + 1) * 10));
  expect(figuresOf(...hundred)).toMatchObject({ count: 100, passed: 100, failed: 0, answered: 100, p50Us: 500, p99Us: 990, worstUs: 1000 });
  const late = drill(90_000, { passed: false, why: 'late' });
  const voided = drill(null, { why: 'device-seated' });
  expect(figuresOf(...hundred, late, drill(null), voided)).toMatchObject({ count: 102, passed: 100, failed: 2, answered: 101, worstUs: 90_000 });
  expect(figuresOf()).toEqual({ rig: null, count: 0, passed: 0, failed: 0, answered: 0, p50Us: null, p99Us: null, worstUs: null, drift: null });
});

test('drift is the median of the last ten against that of the first ten, and none is claimed before twenty', () => {
  const first = [900, 1000, 1100, 950, 1050, 900, 1000, 1100, 950, 1050].map((us) => drill(us));
  const last = [4000, 4100, 3900, 4000, 4100, 3900, 4000, 4100, 3900, 60_000].map((us) => drill(us));
  expect(figuresOf(...first, ...last.slice(1)).drift).toBeNull();
  expect(figuresOf(...first, ...last).drift).toEqual({ firstUs: 1000, lastUs: 4000, changeUs: 3000, isNotable: true });
  expect(figuresOf(...first, ...first).drift).toMatchObject({ changeUs: 0, isNotable: false });
  const slowOnce = [...first.slice(1), drill(50_000)];
  expect(figuresOf(...first, ...slowOnce).drift).toMatchObject({ isNotable: false });
  const noisy = [1000, 20_000, 5000, 12_000, 9000, 1000, 20_000, 5000, 12_000, 9000].map((us) => drill(us));
  expect(figuresOf(...noisy, ...Array.from({ length: 10 }, () => drill(12_000))).drift).toMatchObject({ isNotable: false });
});

test('a change below one millisecond moves nobody, however steady the rig was', () => {
  const first = Array.from({ length: 10 }, () => drill(1000));
  expect(figuresOf(...first, ...Array.from({ length: 10 }, () => drill(1900))).drift).toMatchObject({ changeUs: 900, isNotable: false });
  expect(figuresOf(...first, ...Array.from({ length: 10 }, () => drill(2100))).drift).toMatchObject({ isNotable: true });
});

test('another rig on the bench begins anew', () => {
  const old = Array.from({ length: 30 }, () => drill(1000));
  expect(figuresOf(...old, drill(7000, { rig: 'R-2' }))).toMatchObject({ rig: 'R-2', count: 1, p50Us: 7000, drift: null });
});

test('for any drills: p50 ≤ p99 ≤ worst, and each is one of the answers', () => {
  fc.assert(fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 60 }), (answers) => {
    const { p50Us, p99Us, worstUs } = figuresOf(...answers.map((us) => drill(us)));
    expect(p50Us).toBeLessThanOrEqual(p99Us ?? -1);
    expect(p99Us).toBeLessThanOrEqual(worstUs ?? -1);
    expect(answers).toEqual(expect.arrayContaining([p50Us, p99Us, worstUs]));
  }), { numRuns: 100 });
});

/** The comparison of the crash bench must find what is wrong: a check that can only say "fine" proves nothing. */
import { expect, test } from 'vitest';
import type { StoredStop } from '../../../server/contract/live.ts';
import { compareStops } from './compare-stops.ts';
import { parseLedger } from './ledger.ts';
import type { LedgerEntry } from './ledger.ts';
import { planRounds } from './plan.ts';

const RIG = 'VIRTUAL-1';
const AT_ISO = '2026-01-05T10:00:00.000Z';
const stamp = (t_ms: number) => ({ rig: RIG, boot: 1, t_ms });
const permit = (t_ms: number, kind: 'write' | 'erase' = 'write'): LedgerEntry => ({ event: 'permit', restore: '00010001', kind, until_ms: t_ms + 500, live: true, ...stamp(t_ms) });
const crossing = (t_ms: number, point: 'write' | 'erase', live = true): LedgerEntry => ({ event: 'crossing', point, restore: '00010001', live, ...stamp(t_ms) });
const erase = (t_ms: number): LedgerEntry => ({ event: 'erase-begun', restore: '00010001', ...stamp(t_ms) });
const stop = (id: string, over: Partial<Extract<LedgerEntry, { event: 'stop' }>> = {}): LedgerEntry =>
  ({ event: 'stop', id, cause: 'stop', answer: 'stopped', phase: 'unpack', restore: '00010001', repeated: false, ...stamp(900), ...over });

function shown(stopId: string, over: { recovered?: boolean; answer?: 'stopped' | 'none'; cause?: 'operator-stop' | 'unnamed-stop' } = {}): StoredStop {
  const { recovered = false, answer = 'stopped', cause = 'operator-stop' } = over;
  return {
    rig: RIG, stopId, bench: 'bench-1', device: null, recovered, recordedAtIso: AT_ISO, reset: null,
    trip: {
      id: stopId, atIso: AT_ISO, restoreId: '00010001', phase: 'unpack', zone: 'safe', causes: [{ code: cause, params: {}, atIso: AT_ISO, cleared: true }],
      inDoubt: false, outcome: 'intact', eraseArmed: false, dataAtStake: false, beforePointMs: null, operator: 'nothing', recovered,
      receipt: {
        stopId, writtenAfterUs: 300, acknowledgedAfterUs: 900, seenStoppedAfterUs: 1200, answer, answerPhase: null, answerZone: null, rigTMs: null,
        rung: 1, writes: 1, state: answer === 'none' ? 'not-confirmed' : 'confirmed', witness: 'rig-only',
      },
    },
  };
}

const ID = '0A0B0C0D0001';
const LIVED = new Set([`${RIG} ${ID}`]);
const counts = (ledger: readonly LedgerEntry[], stops: readonly StoredStop[], lived: ReadonlySet<string> = LIVED): readonly number[] => {
  const { missing, doubled, unpermitted } = compareStops(ledger, stops, lived);
  return [missing.length, doubled.length, unpermitted.length];
};

test('what agrees is fine', () => {
  expect(counts([permit(0), crossing(400, 'write'), stop(ID), stop(ID, { repeated: true })], [shown(ID)])).toEqual([0, 0, 0]);
});

test('a stop that the server does not show is missing', () => {
  expect(counts([stop(ID)], [])).toEqual([1, 0, 0]);
  expect(counts([stop('R00010000001', { cause: 'lapse' })], [])).toEqual([1, 0, 0]);
});

test('a stop under the serial of another rig is missing', () => {
  expect(counts([stop(ID)], [{ ...shown(ID), rig: 'VIRTUAL-9' }], new Set([`VIRTUAL-9 ${ID}`]))).toEqual([1, 1, 0]);
});

test('a stop that is shown twice, or that the rig never got and that claims its answer, is doubled', () => {
  expect(counts([stop(ID)], [shown(ID), shown(ID)])).toEqual([0, 1, 0]);
  expect(counts([], [shown(ID)])).toEqual([0, 1, 0]);
  expect(counts([], [shown(ID, { answer: 'none' })])).toEqual([0, 0, 0]);
});

test('a trip past the point of no return is written to no rig; rebuilt from the latch file it claims no answer and is no fault', () => {
  expect(counts([], [shown(ID, { answer: 'none', recovered: true })], new Set())).toEqual([0, 0, 0]);
  expect(counts([], [shown(ID, { recovered: true })], new Set())).toEqual([0, 1, 0]);
});

test('stops without a name are counted', () => {
  const nameless = stop('000000000000');
  expect(counts([nameless, nameless], [shown('0A0B0C0D000C', { recovered: true, cause: 'unnamed-stop' })], new Set())).toEqual([1, 0, 0]);
  expect(counts([nameless], [shown('0A0B0C0D000C', { recovered: true, cause: 'unnamed-stop' })], new Set())).toEqual([0, 0, 0]);
});

test('the mark `recovered` is there exactly when the bridge did not live to record the stop', () => {
  expect(counts([stop(ID)], [shown(ID)], new Set())[0]).toBe(1);
  expect(counts([stop(ID)], [shown(ID, { recovered: true })], new Set())[0]).toBe(0);
  expect(counts([stop(ID)], [shown(ID, { recovered: true })], LIVED)[0]).toBe(1);
});

test.each([
  ['a crossing without any permit', [crossing(400, 'write')], 1],
  ['a crossing after the permit ran out', [permit(0), crossing(500, 'write')], 1],
  ['a crossing after a stop', [permit(0), stop(ID), crossing(100, 'write')], 1],
  ['a crossing that the rig itself calls dead', [permit(0), crossing(100, 'write', false)], 1],
  ['an erase under a permit to write', [permit(0), crossing(100, 'erase'), erase(100)], 2],
  ['an erase without a crossing', [erase(100)], 1],
  ['an erase under its own permit', [permit(0, 'erase'), crossing(100, 'erase'), erase(100)], 0],
] as const)('%s', (_name, ledger, faults) => {
  expect(compareStops(ledger, [], new Set()).unpermitted).toHaveLength(faults);
});

test('a line of the ledger that is still being written is left out, a broken one is refused with its place', () => {
  const line = JSON.stringify(erase(1));
  expect(parseLedger(`${line}\n${line.slice(0, 9)}`, 'x.ledger')).toHaveLength(1);
  expect(() => parseLedger(`${line}\nnonsense\n`, 'x.ledger')).toThrow('x.ledger:2');
});

test('every target is killed equally often, and the same seed gives the same rounds', () => {
  const rounds = planRounds(50, 2, 4);
  expect(Object.values(Object.groupBy(rounds, ({ target }) => target)).map((same) => same?.length)).toEqual([50, 50, 50, 50]);
  expect(planRounds(50, 2, 4)).toEqual(rounds);
  expect(planRounds(50, 2, 5)).not.toEqual(rounds);
});

/** One trip becomes one block: with the rig's answer when it comes soon, without it when it does not, never twice the same. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CAUSE_CODES } from '../../../firmware-bridge/contract/causes.ts';
import type { Evidence } from '../../../firmware-bridge/contract/evidence.ts';
import type { Trip } from '../../../firmware-bridge/contract/trip.ts';
import { TripAnnouncer } from '../../../server/command/trip-announcer.ts';
import { tripText } from '../../../server/command/trip-text.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const pending: Trip = {
  id: '5C1E77A90001', atIso: '2026-11-23T08:00:00.000Z', restoreId: '00070001', phase: 'unpack', zone: 'safe',
  causes: [{ code: 'device-frame-bent', params: { deviationUm: 900, holdAtUm: 300 }, atIso: '2026-11-23T08:00:00.000Z', cleared: false }],
  inDoubt: false, outcome: 'intact', eraseArmed: false, dataAtStake: false, beforePointMs: 1000, operator: 'nothing', recovered: false,
  receipt: {
    stopId: '5C1E77A90001', writtenAfterUs: 210, acknowledgedAfterUs: null, seenStoppedAfterUs: null, answer: 'none', answerPhase: null, answerZone: null,
    rigTMs: null, rung: 1, writes: 1, state: 'pending', witness: 'rig-only',
  },
};
const confirmed: Trip = { ...pending, receipt: { ...pending.receipt, state: 'confirmed', answer: 'stopped', acknowledgedAfterUs: 1_350 } };
const seen: Trip = { ...confirmed, receipt: { ...confirmed.receipt, seenStoppedAfterUs: 12_400 } };
const notConfirmed: Trip = { ...pending, operator: 'pull-device', receipt: { ...pending.receipt, state: 'not-confirmed', rung: 4, writes: 4 } };

const event = (kind: string, trip: Trip): Evidence => ({
  v: 1, id: '019aaaaa-0000-7000-8000-000000000001', kind, bench: 'bench-2', seq: 1, bridge: 'b', bootId: 'x', atMs: 1, atIso: '2026-11-23T08:00:00.000Z',
  actor: { kind: 'bridge', name: 'bridge' }, body: kind === 'tripped' ? { rig: 'R-1', device: null, trip } : { rig: 'R-1', trip },
});

function announcer(): { take: (kind: string, trip: Trip) => void; blocks: string[] } {
  const blocks: string[] = [];
  const made = new TripAnnouncer({ benchName: () => 'Bench 2', isVirtual: true }, (block) => { blocks.push(block); });
  return { take: (kind, trip) => { made.take(event(kind, trip)); }, blocks };
}

test('a stop answered and seen at once is one block with four times', () => {
  const { take, blocks } = announcer();
  take('tripped', pending);
  take('receipt-changed', confirmed);
  expect(blocks).toEqual([]);
  take('receipt-changed', seen);
  vi.runAllTimers();
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toContain('requested 0.00 · written 0.21 · acknowledged 1.35 · seen stopped 12.40 (ms)');
});

test('a stop without an answer is shown all the same, and again when it is known how it ended', () => {
  const { take, blocks } = announcer();
  take('tripped', pending);
  vi.advanceTimersByTime(600);
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toContain('Stop sent, no answer yet');
  expect(blocks[0]).not.toContain('Stopped,');
  take('receipt-changed', notConfirmed);
  expect(blocks).toHaveLength(2);
  expect(blocks[1]).toMatch(/NOW: NOT CONFIRMED: pull the device now/);
});

test('the same receipt is not shown twice', () => {
  const { take, blocks } = announcer();
  take('tripped', seen);
  take('receipt-changed', seen);
  vi.runAllTimers();
  expect(blocks).toHaveLength(1);
});

test('evidence that is no trip, or whose body is not understood, is left out', () => {
  const { take, blocks } = announcer();
  take('note', seen);
  take('tripped', { ...seen, causes: [] });
  vi.runAllTimers();
  expect(blocks).toEqual([]);
});

test.each(CAUSE_CODES)('the block for %s fits 80 columns and says what to do', (code) => {
  const causes = [{ code, params: {}, atIso: pending.atIso, cleared: false }];
  const text = tripText({ benchName: 'Bench 2', rig: 'VIRTUAL-2', isVirtual: true }, { ...notConfirmed, causes });
  expect(text.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  expect(text).toContain('What to do: ');
  expect(text).not.toMatch(/undefined|NaN|\[object/);
});

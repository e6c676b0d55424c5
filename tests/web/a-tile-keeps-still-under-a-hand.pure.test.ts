/** The places of the tiles: urgent first, stable among equals, and nothing moves while a hand is on its way. */
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { HAND_REST_MS, holdsTiles, placesOf } from '../../web/reading/tile-order.ts';
import { readBench } from '../../web/reading/voice.ts';
import { benches, receipt, trip, viewOf } from './made-benches.ts';

const read = (...statuses: BenchStatus[]) => statuses.map((status) => readBench({ view: viewOf(status), receivedAtMs: 0 }, 0));
const day = () => read(benches.ready(1), benches.running(2), benches.waiting(3), benches.stopped(4), benches.committed(5), benches.unplugged(6), benches.notConfirmed(7));

test('the most urgent comes first: not confirmed, stopped, too late, unprotected, waiting, then all that is well as configured', () => {
  expect(placesOf([], day(), 'urgent', false)).toEqual(['bench-7', 'bench-4', 'bench-5', 'bench-6', 'bench-3', 'bench-1', 'bench-2']);
});

test('a restore that begins or ends moves no tile among those that are well', () => {
  const before = placesOf([], read(benches.ready(1), benches.running(2), benches.ready(3)), 'urgent', false);
  expect(placesOf(before, read(benches.running(1), benches.ready(2), benches.running(3)), 'urgent', false)).toEqual(before);
});

test('a stop that turns from written to confirmed stays where it is', () => {
  const pending = { ...benches.stopped(2), trip: trip({ receipt: receipt({ state: 'pending' }) }) };
  const others = [benches.stoppedByHand(1), benches.stopped(3)] as const;
  const before = placesOf([], read(others[0], pending, others[1]), 'urgent', false);
  expect(before).toEqual(['bench-1', 'bench-2', 'bench-3']);
  expect(placesOf(before, read(others[0], benches.stopped(2), others[1]), 'urgent', false)).toEqual(before);
});

test('under a hand nothing moves, a new bench comes last, one that has gone is gone; with the hand away the order is right again', () => {
  const before = placesOf([], read(benches.running(1), benches.running(2), benches.running(3)), 'urgent', false);
  const now = read(benches.running(1), benches.stopped(2), benches.stopped(4));
  expect(placesOf(before, now, 'urgent', true)).toEqual(['bench-1', 'bench-2', 'bench-4']);
  expect(placesOf(before, now, 'urgent', false)).toEqual(['bench-2', 'bench-4', 'bench-1']);
});

test('the fixed order never changes', () => {
  expect(placesOf([], day(), 'fixed', false)).toEqual(['bench-1', 'bench-2', 'bench-3', 'bench-4', 'bench-5', 'bench-6', 'bench-7']);
});

test('a finger that is down holds without end; a pointer that rests over the board does not', () => {
  expect(holdsTiles({ isDown: true, isOver: false, atMs: 0 }, 3_600_000)).toBe(true);
  expect(holdsTiles({ isDown: false, isOver: true, atMs: 0 }, HAND_REST_MS - 1)).toBe(true);
  expect(holdsTiles({ isDown: false, isOver: true, atMs: 0 }, HAND_REST_MS)).toBe(false);
  expect(holdsTiles({ isDown: false, isOver: false, atMs: 0 }, 1)).toBe(false);
});

/** The guard's tap: the order of things, small batches, a limited memory, and no loss without a word. */
import { beforeEach, expect, test } from 'vitest';
import type { BoxEntry } from '../../../firmware-bridge/contract/black-box.ts';
import { BlackBoxTap, type BoxBatch } from '../../../firmware-bridge/link/black-box-tap.ts';

let tap: BlackBoxTap;
let batches: BoxBatch[];
beforeEach(() => {
  tap = new BlackBoxTap('0.1.0');
  batches = [];
});
const take = (batch: BoxBatch): boolean => { batches.push(batch); return true; };
const refuse = (): boolean => false;
const kinds = (): string[] => batches.flatMap(({ entries }) => entries.map(({ is }) => is));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const chunk = (text: string, atMs: number, inside: () => void = () => undefined): void => {
  tap.reading(atMs, atMs);
  inside();
  tap.read(bytesOf(text));
};
const numbersFollow = (): boolean => batches.every(({ from }, index) => index === 0 || from === (batches[index - 1]?.from ?? 0) + (batches[index - 1]?.entries.length ?? 0));

test('a chunk stands before what it caused, although its bytes are copied afterwards', () => {
  tap.handOver(0, 0, { any: 'state' }, take);
  chunk('LINE\nLINE\n', 10, () => {
    tap.line();
    tap.wrote('STOP', true, 'S1', 10.2);
    tap.event({ kind: 'stop-written', nowMs: 10.2, wallMs: 10 });
    tap.line();
  });
  tap.event({ kind: 'tick', nowMs: 20, wallMs: 20 });
  tap.handOver(20, 20, null, take);
  expect(batches.flatMap(({ entries }) => entries).slice(1)).toEqual([
    { is: 'in', atMs: 10, wallMs: 10, bytes: 'LINE\nLINE\n' }, { is: 'out', atMs: 10.2, bytes: 'STOP', whole: true, stopId: 'S1' },
    { is: 'event', event: { kind: 'stop-written', nowMs: 10.2, wallMs: 10 }, within: 1 }, { is: 'event', event: { kind: 'tick', nowMs: 20, wallMs: 20 }, within: null },
  ]);
});

test('the bytes are those of the moment, whatever becomes of the buffer', () => {
  const buffer = bytesOf('\u0000abc');
  tap.reading(1, 1);
  tap.read(buffer.subarray(1));
  buffer.fill(0);
  tap.handOver(0, 0, {}, refuse);
  tap.handOver(300, 300, {}, take);
  expect(batches[0]?.entries[0]).toMatchObject({ bytes: 'abc' });
});

test('a batch waits a quarter of a second; one with a stop does not', () => {
  tap.handOver(1000, 1000, {}, take);
  tap.event({ kind: 'tick', nowMs: 1010, wallMs: 1010 });
  tap.handOver(1010, 1010, null, take);
  expect(batches).toHaveLength(1);
  tap.wrote('STOP', true, 'S1', 1015);
  tap.handOver(1020, 1020, null, take);
  expect(batches).toHaveLength(2);
});

test('no message is large, however much has gathered', () => {
  for (let at = 0; at < 1000; at += 1) chunk('x'.repeat(150), at);
  for (let at = 0; at < 100; at += 1) tap.handOver(1000 + at * 300, 0, null, take);
  expect(kinds()).toHaveLength(1000);
  const sizes = batches.map(({ entries }) => entries.reduce((sum, entry) => sum + (entry.is === 'in' ? entry.bytes.length : 0), 0));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(16 * 1024);
  expect(numbersFollow()).toBe(true);
});

test('what finds no room is counted and told, once there is room, and a replay gets a new place to begin', () => {
  tap.handOver(0, 0, {}, refuse);
  for (let at = 0; at < 20_000; at += 1) chunk('y'.repeat(100), at, () => { tap.event({ kind: 'tick', nowMs: at, wallMs: at }); });
  for (let at = 0; at < 200; at += 1) tap.handOver(30_000 + at * 300, 0, { state: at }, take);
  const entries = batches.flatMap((batch) => batch.entries);
  const gap = entries.find((entry): entry is Extract<BoxEntry, { is: 'gap' }> => entry.is === 'gap');
  expect(gap).toMatchObject({ why: 'no-room' });
  const kept = entries.filter((entry) => entry.is === 'in' || entry.is === 'event');
  expect(kept.length + (gap?.entries ?? 0)).toBe(40_000);
  expect(kept.reduce((sum, entry) => sum + (entry.is === 'in' ? entry.bytes.length : 0), 0) + (gap?.bytes ?? 0)).toBe(2_000_000);
  expect(kept.length).toBeLessThanOrEqual(8_000);
  expect(kinds().slice(kinds().indexOf('gap') + 1)).toEqual(['state']);
  expect(numbersFollow()).toBe(true);
});

test('a state is kept at the start, each minute, and when asked for; never while a line is half read', () => {
  tap.handOver(0, 0, {}, take);
  tap.handOver(59_000, 0, {}, take);
  expect(kinds()).toEqual(['state']);
  tap.handOver(60_000, 0, null, take);
  expect(kinds()).toEqual(['state']);
  tap.handOver(60_020, 0, {}, take);
  tap.wantState();
  tap.handOver(61_000, 0, {}, take);
  expect(kinds()).toEqual(['state', 'state', 'state']);
});

test('at the end the rest is handed over at once', () => {
  tap.handOver(1000, 0, {}, take);
  for (let at = 0; at < 500; at += 1) chunk('z'.repeat(100), at);
  tap.handOverRest(take);
  expect(kinds()).toHaveLength(501);
});

/** Stops then and now: the same, earlier, later, new, gone; a record with holes; a record of an older release. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BoxEntry } from '../../../firmware-bridge/contract/black-box.ts';
import { EntryReader } from '../../../firmware-bridge/contract/black-box-lines.ts';
import type { StopSeen } from '../../../firmware-bridge/contract/replay-report.ts';
import type { Limits } from '../../../firmware-bridge/guard/limits.ts';
import { replayFiles } from '../../../firmware-bridge/replay-files.ts';
import { compareStops, eachOnce } from '../../../firmware-bridge/replay/compare-stops.ts';
import { Replay, type ReplayResult } from '../../../firmware-bridge/replay/replay.ts';
import { readBlocks } from '../../../firmware-bridge/report/black-box/read-blocks.ts';

const stop = (over: Partial<StopSeen> = {}): StopSeen =>
  ({ id: 'A0001', atMs: 1000, wallMs: 1_700_000_001_000, cause: 'device-frame-bent', zone: 'safe', restoreId: 'R1', ...over });
const verdicts = (then: StopSeen[], now: StopSeen[]): (readonly [string, number | null])[] => compareStops(then, now).map(({ verdict, afterMs }) => [verdict, afterMs] as const);

describe('stops set beside each other', () => {
  test.each<[string, StopSeen[], StopSeen[], (readonly [string, number | null])[]]>([
    ['the same', [stop()], [stop()], [['same', 0]]],
    ['earlier', [stop()], [stop({ atMs: 987.75 })], [['earlier', -12.25]]],
    ['later', [stop()], [stop({ atMs: 1020, cause: 'cannot-measure' })], [['later', 20]]],
    ['for another cause', [stop()], [stop({ cause: 'cannot-measure' })], [['other-cause', 0]]],
    ['in another zone', [stop()], [stop({ zone: 'critical' })], [['other-cause', 0]]],
    ['under another id', [stop()], [stop({ id: 'A0002' })], [['other-cause', 0]]],
    ['of another restore', [stop()], [stop({ restoreId: 'R2' })], [['gone', null], ['new', null]]],
    ['none now', [stop()], [], [['gone', null]]],
    ['none then', [], [stop()], [['new', null]]],
    ['two restores', [stop(), stop({ id: 'A0002', restoreId: 'R2', wallMs: 1_700_000_009_000 })], [stop({ id: 'A0001', restoreId: 'R2', wallMs: 1_700_000_009_000 })], [['gone', null], ['other-cause', 0]]],
    ['without a restore the id counts', [stop({ restoreId: null })], [stop({ restoreId: null }), stop({ restoreId: null, id: 'A0002' })], [['same', 0], ['new', null]]],
    ["the rig's answer to a stop of then is no stop of now", [stop()], [stop({ cause: 'rig-stopped-itself', restoreId: null })], [['gone', null]]],
  ])('%s', (_what, then, now, expected) => {
    expect(verdicts(then, now)).toEqual(expected);
  });

  test('a stop that is told again is one stop, at its first time', () => {
    expect(eachOnce([stop(), stop({ atMs: 5000 }), stop({ id: 'A0002' })])).toEqual([stop(), stop({ id: 'A0002' })]);
  });
});

const recording = resolve(import.meta.dirname, '../../fixtures/recordings/virtual-bend-in-safe.jsonl.gz');
const entriesOf = (): BoxEntry[] => [...readBlocks([recording])].flatMap((part) => {
  if (part.is !== 'block') return [];
  const reader = new EntryReader(part.block.header);
  return part.block.lines.slice(1).flatMap((line) => reader.entry(line) ?? []);
});
const entries = entriesOf();
function replay(given: readonly BoxEntry[], limits: Partial<Limits> = {}, between: readonly [number, number] = [-Infinity, Infinity]): ReplayResult {
  const run = new Replay({ limits, fromMs: between[0], toMs: between[1] });
  for (const entry of given) run.take(entry);
  return run.result();
}
const bend = replay(entries).stops[0]?.then;

describe('a recorded bend', () => {
  test('is stopped as it was', () => {
    expect(replay(entries).stops).toMatchObject([{ verdict: 'same', afterMs: 0, then: { cause: 'device-frame-bent' } }]);
  });

  test('with a tighter limit is stopped earlier, and with a looser one not at all', () => {
    const tighter = replay(entries, { frameLimitUm: 150, frameUncertaintyUm: 40, frameReviewUm: 100 });
    expect(tighter.stops[0]?.verdict).toBe('earlier');
    expect(tighter.stops[0]?.afterMs).toBeLessThan(-10);
    // Before it is stopped, its permit is withheld.
    expect(tighter.first).toMatchObject({ then: { is: 'did', kind: 'mode-changed', body: { to: 'permitted' } } });
    const looser = replay(entries, { frameLimitUm: 3000, frameNoRestoreUm: 3500 });
    expect(looser.stops.map(({ verdict }) => verdict)).toEqual(['gone']);
    expect(looser.first).toMatchObject({ then: { is: 'bytes', bytes: expect.stringContaining('why=device-frame-bent') as string } });
  });

  test('with the bytes of the bend taken out is gone: the replay reads the bytes, not the notes', () => {
    const at = entries.findIndex((entry) => entry.is === 'out' && entry.stopId !== null);
    const without = entries.map((entry, index): BoxEntry => (entry.is === 'in' && index < at && index > at - 60 ? { ...entry, bytes: '' } : entry));
    expect(replay(without).stops[0]?.verdict).not.toBe('same');
  });

  test('with a hole before it is not replayed until there is a state again, and says so', () => {
    const at = Math.floor(entries.length / 2);
    const holed: BoxEntry[] = [...entries.slice(0, at), { is: 'gap', atMs: 1, entries: 7, bytes: 100, why: 'no-room' }, ...entries.slice(at)];
    const result = replay(holed);
    expect(result.missing).toBe(7);
    expect(result.skipped).toBeGreaterThan(50);
    expect(result.first?.then ?? null).toBeNull();
  });

  test('cut off in the middle of an input shows no difference that is none', () => {
    const at = entries.findIndex((entry) => entry.is === 'out' && entry.stopId !== null);
    for (const upTo of [at, at + 1, at + 2]) {
      const result = replay(entries.slice(0, upTo));
      expect(result.stops.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    }
  });

  test('between two times only what lies between is compared', () => {
    const wallMs = bend?.wallMs ?? 0;
    expect(replay(entries, {}, [-Infinity, wallMs - 1]).stops).toEqual([]);
    expect(replay(entries, {}, [wallMs + 1, Infinity]).stops).toEqual([]);
    expect(replay(entries, {}, [wallMs, wallMs]).stops).toHaveLength(1);
  });

  test('stopped where nobody stopped then: the next restore is judged for itself again', () => {
    const until = entries.findIndex((entry) => entry.is === 'out' && entry.stopId !== null) - 1;
    const calm = entries.slice(0, until);
    const again = calm.map((entry): BoxEntry => (entry.is === 'state' ? { ...entry, state: JSON.parse(JSON.stringify(entry.state).replace(/"stopPrefix":"[0-9A-F]{8}"/, '"stopPrefix":"BBBBBBBB"')) as unknown } : entry));
    const tighter = replay([...calm, ...again], { frameLimitUm: 150, frameUncertaintyUm: 40, frameReviewUm: 100 });
    expect(tighter.stops.map(({ verdict, now }) => [verdict, now?.id.slice(0, 8) === 'BBBBBBBB'])).toEqual([['new', false], ['new', true]]);
  });

  test('begun later gives the same, whether blocks are left out or entries', () => {
    const wallMs = bend?.wallMs ?? 0;
    for (const fromMs of [-Infinity, wallMs - 3000, wallMs - 500, wallMs, wallMs + 1, wallMs + 60_000]) {
      const { v, limits, chain, ...report } = replayFiles({ paths: [recording], heads: [], isWhole: false, limits: {}, fromMs, toMs: Infinity });
      expect({ v, limits, intact: chain.intact }).toEqual({ v: 1, limits: {}, intact: true });
      expect(report).toEqual(replay(entries, {}, [fromMs, Infinity]));
    }
  });

  test('with nonsense in the place of a state is skipped, and never throws', () => {
    for (const state of [null, 1, 'x', {}, { setup: 1 }, { setup: {}, link: {}, frame: {}, mode: 1 }]) {
      const first = entries.map((entry): BoxEntry => (entry.is === 'state' ? { ...entry, state } : entry));
      expect(replay(first)).toMatchObject({ stops: [], bench: null });
    }
    const broken = entries.map((entry): BoxEntry => (entry.is === 'state' ? { ...entry, state: { setup: {}, link: {}, frame: {}, mode: 'offline', facts: 3, restore: 'x' } } : entry));
    expect(() => replay(broken)).not.toThrow();
  });
});

/** Rung 3 and the memory of failures at their edges: which wire may be used now, what is said of it, and which failure is remembered. */
import { describe, expect, test } from 'vitest';
import type { WireStep, WireUse } from '../../../firmware-bridge/contract/receipt.ts';
import { failureOf, forgiveFailures, learnFailures, rememberFailure, type Failure } from '../../../firmware-bridge/guard/failures.ts';
import { climbLadder } from '../../../firmware-bridge/guard/ladder.ts';
import type { RestoreState } from '../../../firmware-bridge/guard/restore-state.ts';
import type { BenchState, TripState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { switchedOff, waitsForPower, wiringOfNewRound } from '../../../firmware-bridge/guard/wire-uses.ts';
import { holdWiring, isUnseen, noteWiring, releaseWiring, takeWiringHealth, useWiring } from '../../../firmware-bridge/guard/wiring.ts';
import { decodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { ID, NOW, beatOf, did, liveState, recordsOf, restoreWith, tripWith, turnOf } from './bare-state.ts';
import { PHONE, RESTORE, SETUP } from './bench-script.ts';
import { DTR, PORT, POWER, RELAY } from './wired-bench.ts';

const AT_ISO = '2026-03-02T09:00:00.000Z';
const use = (step: number, by: WireUse['by'], cuts: WireUse['cuts'], state: WireUse['state'] = 'on'): WireUse => ({ step, by, cuts, afterUs: 1, state });
const wired = (wiring: readonly WireStep[], trip: TripState | null, more: Partial<BenchState> = {}): BenchState => {
  const state = liveState({ setup: { ...SETUP, wiring }, mode: trip === null ? 'inhibited' : 'tripped', trip, restore: restoreWith({}), ...more });
  return { ...state, link: { ...state.link, lineMadeAtMs: NOW, ...more.link } };
};
const after = (state: BenchState, act: (turn: Turn) => void): Turn => {
  const turn = turnOf(state);
  act(turn);
  return turn;
};
const steps = (turn: Turn): readonly number[] => turn.effects.flatMap((effect) => (effect.do === 'use-wiring' ? [effect.step] : []));
const used = (state: BenchState): readonly number[] => steps(after(state, (turn) => { useWiring(turn); }));
const noLine = (state: BenchState): BenchState => ({ ...state, link: { ...state.link, open: false } });

describe('a crossing that nobody would see', () => {
  const permitted = restoreWith({ permitted: 'write' });

  test.each<[string, boolean, Partial<BenchState>]>([
    ['a permit was just given', true, { inDoubt: true }], ['nothing was heard in this run', true, { everHeard: false }],
    ['the zone says committed', true, { beat: beatOf({ zone: 'committed' }) }], ['the phase says committed', true, { beat: beatOf({ phase: 'write' }) }],
    ['no permit was ever given', false, {}], ['no permit was given, and nothing is heard now', false, { beat: null }],
    ['a permit was given, and nothing is heard now', true, { restore: permitted, beat: null }],
    ['a permit is seen to live, however fresh that report is', true, { restore: permitted, beat: beatOf({ permit: 'write' }) }],
    ['a permit is seen to be gone', false, { restore: permitted, beat: beatOf({ permit: 'none' }) }],
    ['the run before gave a permit, and nothing is heard now', true, { restore: null, beat: null, known: { id: '1', rig: null, device: null, permitted: 'write', established: false, eraseSeen: false, erasing: false, written: false } }],
  ])('%s: %s', (_what, unseen, more) => {
    expect(isUnseen(wired([], null, more))).toBe(unseen);
  });
});

describe('the next step', () => {
  const trip = tripWith();

  test('is the first that was not used, and a line of the port only while the port is open', () => {
    expect(used(wired([PORT, DTR], trip))).toEqual([0]);
    expect(used(wired([PORT, DTR], tripWith({}, { wiring: [use(0, 'second-port', null)] })))).toEqual([1]);
    expect(used(wired([DTR, RELAY], tripWith({}, { wiring: [use(0, 'dtr', 'usb-data'), use(1, 'relay', 'charge')] })))).toEqual([]);
    for (const by of ['dtr', 'rts', 'break'] as const) expect(used(noLine(wired([{ by, cuts: 'usb-data' }, RELAY], trip)))).toEqual([1]);
    expect(used(wired([], trip))).toEqual([]);
    expect(used(wired([DTR], null))).toEqual([]);
  });

  test('is none past the point, and no wire where a crossing would not be seen; the second port obeys the rule of the first', () => {
    expect(used(wired([PORT, DTR], trip, { zone: 'committed' }))).toEqual([]);
    expect(used(wired([DTR, RELAY], trip, { inDoubt: true }))).toEqual([]);
    expect(used(wired([DTR, PORT], trip, { inDoubt: true }))).toEqual([1]);
    const link = tripWith({ causes: [{ code: 'rig-silent', params: {}, atIso: AT_ISO, cleared: false }] }, { writes: 0 });
    const person = tripWith({ causes: [...link.trip.causes, { code: 'operator-stop', params: {}, atIso: AT_ISO, cleared: false }] }, { writes: 0 });
    expect([used(wired([PORT], link, { beat: null })), used(wired([PORT], link)), used(wired([PORT], person, { beat: null })), used(wired([PORT], trip, { beat: null }))]).toEqual([[], [0], [0], [0]]);
  });

  test('is told with its time and what it cuts, and a call that stands is not taken back', () => {
    const turn = after(wired([RELAY], trip), (one) => { expect(useWiring(one)).toBe(true); });
    expect(turn.state.trip).toMatchObject({ lastWriteAtMs: NOW, requestedAtMs: NOW - 10, trip: { receipt: { rung: 3, state: 'pending', wiring: [{ step: 0, by: 'relay', cuts: 'charge', afterUs: 10_000, state: 'asked' }] } } });
    expect(turn.effects[0]).toEqual({ do: 'use-wiring', step: 0, stopId: ID, bytes: null });
    expect(did(turn).slice(1)).toEqual(['record', 'keep-latch']);
    const called = after(wired([RELAY], tripWith({}, { state: 'not-confirmed', rung: 4 }, { requestedAtMs: null })), (one) => { useWiring(one); });
    expect(called.state.trip).toMatchObject({ requestedAtMs: NOW, trip: { receipt: { rung: 4, state: 'not-confirmed', wiring: [{ afterUs: null }] } } });
  });

  test('on the second port is a whole stop with a new number', () => {
    const turn = after(wired([PORT], trip), (one) => { useWiring(one); });
    const [effect] = turn.effects;
    const bytes = effect?.do === 'use-wiring' ? effect.bytes ?? '' : '';
    expect(bytes.slice(0, 2)).toBe('\x18\n');
    expect(decodeFrame(bytes.slice(2, -1))).toMatchObject({ ok: true, frame: { session: 'A1B20007', n: 1, verb: 'STOP', fields: { id: ID, why: 'stop-button' } } });
    expect(turn.state.link.txN).toBe(1);
    const nowhere = wired([PORT], trip);
    expect(after({ ...nowhere, link: { ...nowhere.link, session: null } }, (one) => { useWiring(one); }).effects[0]).toMatchObject({ bytes: expect.stringContaining(' 00000000 ') as unknown });
  });

  test('of a called stop waits for the time of an answer', () => {
    const called = (ms: number) => steps(after(wired([RELAY], tripWith({}, { state: 'not-confirmed' }, { lastWriteAtMs: NOW - ms })), climbLadder));
    expect([called(61), called(62)]).toEqual([[], [0]]);
    expect(steps(after(wired([RELAY], tripWith({}, { state: 'not-confirmed' }, { lastWriteAtMs: null })), climbLadder))).toEqual([0]);
  });
});

describe('what became of a wire', () => {
  const asked = (more: Partial<TripState['trip']['receipt']> = {}): TripState => tripWith({}, { wiring: [use(0, 'dtr', 'usb-data', 'asked'), use(1, 'relay', 'charge')], ...more });
  const noted = (trip: TripState | null, step: number, ok: boolean): readonly [boolean, Turn] => {
    const turn = turnOf(wired([DTR, RELAY], trip));
    return [noteWiring(turn, step, ok, 'no such line'), turn];
  };

  test('is noted of that wire; one that failed is told, and the ladder goes on at once while no answer came', () => {
    const [goesOn, turn] = noted(asked(), 0, true);
    expect(goesOn).toBe(false);
    expect(turn.state.trip?.trip.receipt.wiring?.map((one) => one.state)).toEqual(['on', 'on']);
    expect(recordsOf(turn).map((item) => item.kind)).toEqual(['receipt-changed']);
    expect(did(turn).at(-1)).toBe('keep-latch');
    const [failed, told] = noted(asked(), 0, false);
    expect(failed).toBe(true);
    expect(told.state.trip?.trip.receipt.wiring?.map((one) => one.state)).toEqual(['failed', 'on']);
    expect(recordsOf(told)[0]).toEqual({ kind: 'note', body: { code: 'wiring-failed', params: { by: 'dtr', cuts: 'usb-data', why: 'no such line' } } });
    expect(recordsOf(noted(tripWith({}, { wiring: [use(0, 'second-port', null)] }), 0, false)[1])[0]).toMatchObject({ body: { params: { cuts: 'nothing' } } });
    for (const more of [{ answer: 'stopped' as const }, { state: 'not-confirmed' as const }]) expect(noted(asked(more), 0, false)[0]).toBe(false);
    expect(noted(asked(), 1, false)[0]).toBe(false);
  });

  test('is nothing where no such wire was asked for, or where it was given back', () => {
    for (const [trip, step] of [[null, 0], [tripWith(), 0], [asked(), 2], [tripWith({}, { wiring: [use(0, 'dtr', 'usb-data', 'released')] }), 0]] as const) {
      expect(noted(trip, step, false)).toMatchObject([false, { effects: [] }]);
    }
  });

  test('counts as switched off while it took something and has not given it back', () => {
    const uses = [use(0, 'second-port', null), use(1, 'dtr', 'usb-data'), use(2, 'rts', 'charge', 'asked'), use(3, 'relay', 'charge', 'failed'), use(4, 'relay', 'charge', 'released')];
    expect(switchedOff(tripWith({}, { wiring: uses }).trip).map((one) => one.step)).toEqual([1, 2]);
    expect(switchedOff(tripWith().trip)).toEqual([]);
    expect(wiringOfNewRound(tripWith({}, { wiring: uses }).trip.receipt)).toEqual({ wiring: [uses[1], uses[2]] });
    expect(wiringOfNewRound(tripWith().trip.receipt)).toEqual({});
  });

  test('the rig waits for its power where that was cut, it is not heard, and the stop is no longer in the air', () => {
    const waits = (cuts: WireUse['cuts'], state: 'pending' | 'not-confirmed', session: string | null): boolean => {
      const bench = wired([POWER], tripWith({}, { wiring: [use(0, 'relay', cuts)], state }));
      return waitsForPower({ ...bench, link: { ...bench.link, session } });
    };
    expect([waits('rig-power', 'not-confirmed', null), waits('charge', 'not-confirmed', null), waits('rig-power', 'pending', null), waits('rig-power', 'not-confirmed', 'A1B20007')]).toEqual([true, false, false, false]);
    const idle = wired([POWER], null);
    expect(waitsForPower({ ...idle, link: { ...idle.link, session: null } })).toBe(false);
  });

  test('a port that opens anew cuts again by its own lines what was cut, and nothing past the point', () => {
    const cut = tripWith({}, { wiring: [use(0, 'dtr', 'usb-data'), use(1, 'relay', 'charge'), use(2, 'break', 'charge', 'asked'), use(3, 'rts', 'charge', 'released')] });
    const held = after(wired([], cut), holdWiring);
    expect(held.effects).toEqual([0, 2].map((step) => ({ do: 'use-wiring', step, stopId: ID, bytes: null })));
    expect(after(wired([], cut, { zone: 'committed' }), holdWiring).effects).toEqual([]);
    expect(after(wired([], null), holdWiring).effects).toEqual([]);
  });

  test('everything is given back at once, also what failed, and once', () => {
    const released = after(wired([], tripWith({}, { wiring: [use(0, 'second-port', null), use(1, 'dtr', 'usb-data', 'failed'), use(2, 'relay', 'charge'), use(3, 'rts', 'charge', 'released')] })), releaseWiring);
    expect(released.effects).toEqual([{ do: 'release-wiring', steps: [1, 2] }]);
    expect(released.state.trip?.trip.receipt.wiring?.map((one) => one.state)).toEqual(['on', 'released', 'released', 'released']);
    expect(after(released.state, releaseWiring).effects).toEqual([]);
    expect(after(wired([], tripWith()), releaseWiring).effects).toEqual([]);
  });

  test('a relay that comes back cuts again what it cut, nothing else does, and its loss is told once for each path', () => {
    const cut = tripWith({}, { wiring: [use(0, 'relay', 'charge'), use(1, 'dtr', 'usb-data')] });
    const opened = (step: number | null, more: Partial<BenchState> = {}, trip: TripState | null = cut) => after(wired([], trip, more), (turn) => { takeWiringHealth(turn, null, step); }).effects;
    expect(opened(0)).toEqual([{ do: 'use-wiring', step: 0, stopId: ID, bytes: null }]);
    for (const effects of [opened(1), opened(2), opened(null), opened(0, { zone: 'committed' }), opened(0, {}, null)]) expect(effects).toEqual([]);
    const lost = (path: string) => ({ code: 'wire-lost', params: { by: 'relay', path } } as const);
    const told = (before: BenchState['wireProblem']) => after(wired([], null, { wireProblem: before }), (turn) => { takeWiringHealth(turn, lost('/dev/a'), null); });
    expect(recordsOf(told(null))).toEqual([{ kind: 'problem-raised', body: lost('/dev/a') }]);
    expect(recordsOf(told(lost('/dev/b')))).toHaveLength(1);
    expect(told(lost('/dev/a'))).toMatchObject({ effects: [], state: { wireProblem: lost('/dev/a') } });
  });
});

describe('a failed update', () => {
  const failure = (restoreId: string, more: Partial<Failure> = {}): Failure => ({ restoreId, device: PHONE, atIso: AT_ISO, cleared: false, ...more });
  const remembered = (restore: Partial<RestoreState>, zone: BenchState['zone'] = 'safe', more: Partial<BenchState> = {}): readonly Failure[] =>
    after(liveState({ zone, ...more }), (turn) => { rememberFailure(turn, restoreWith({ device: PHONE, ...restore })); }).state.failures;

  test.each<[string, Partial<RestoreState>, BenchState['zone'], boolean]>([
    ['said to have failed', { result: 'failed' }, 'safe', true], ['said to be kept', { result: 'kept' }, 'critical', false], ['said to be erased', { result: 'erased' }, 'critical', false],
    ['said to be undone', { result: 'undone' }, 'critical', false], ['said to be stopped in critical', { result: 'stopped' }, 'critical', true], ['over in critical without a word', {}, 'critical', true],
    ['over in safe without a word', {}, 'safe', false], ['over in the middle of a committed step', { phase: 'write' }, 'committed', true], ['over in its last step', { phase: 'finish' }, 'committed', false],
    ['an erase that was permitted', { result: 'failed', erasing: true, permitted: 'erase' }, 'safe', false], ['an erase that was not', { result: 'failed', erasing: true, permitted: 'write' }, 'safe', true],
    ['an erase that did not begin', { result: 'failed', permitted: 'erase' }, 'safe', true],
  ])('%s is one: %o', (_what, restore, zone, is) => {
    expect(remembered(restore, zone)).toHaveLength(is ? 1 : 0);
  });

  test('is remembered with its restore and device, the seated one where the restore knows none, and told', () => {
    const turn = after(liveState({ device: { value: PHONE, agreed: 1 } }), (one) => { rememberFailure(one, restoreWith({ result: 'failed' })); });
    expect(turn.state.failures).toMatchObject([{ restoreId: RESTORE, device: PHONE, cleared: false }]);
    expect(recordsOf(turn)).toEqual([{ kind: 'note', body: { code: 'failed-update-remembered', params: { restoreId: RESTORE } } }]);
    expect(remembered({ result: 'failed', device: null })).toEqual([]);
  });

  test('makes the next restore of that device a second attempt, unless it is that restore or was forgiven', () => {
    const of = (failures: readonly Failure[], more: Partial<BenchState> = {}) => failureOf(liveState({ failures, restore: restoreWith({}), device: { value: PHONE, agreed: 1 }, ...more }))?.restoreId;
    const other = { ...PHONE, serial: 'X', ecid: 'Y', imei: 'Z' };
    expect([of([failure('F1')]), of([failure(RESTORE)]), of([failure('F1', { cleared: true })]), of([failure('F1', { device: other })]), of([failure('F1')], { restore: null }), of([failure('F1')], { device: null })])
      .toEqual(['F1', undefined, undefined, undefined, undefined, undefined]);
    expect(of([failure('F1')], { device: null, restore: restoreWith({ device: PHONE }) })).toBe('F1');
  });

  test('of another bench is learned once, one that was forgiven there is forgiven here, and nothing new keeps nothing anew', () => {
    const learn = (known: readonly Failure[], more: readonly Failure[]): Turn => after(liveState({ failures: known }), (turn) => { learnFailures(turn, more); });
    expect(learn([failure('F1')], [failure('F2')])).toMatchObject({ state: { failures: [{ restoreId: 'F1' }, { restoreId: 'F2' }] }, effects: [{ do: 'keep-latch' }] });
    expect(learn([failure('F1')], [failure('F1')]).effects).toEqual([]);
    expect(learn([failure('F1')], [failure('F1', { cleared: true })]).state.failures).toMatchObject([{ cleared: true }]);
    expect(learn([failure('F1', { cleared: true })], [failure('F1')]).effects).toEqual([]);
    expect(learn([failure('F1')], [failure('F1', { device: { ...PHONE, serial: 'X', ecid: 'Y', imei: 'Z' } })]).state.failures).toHaveLength(2);
  });

  test('is one of 64 at most: the forgiven go first, then the oldest', () => {
    const many = Array.from({ length: 64 }, (_unused, index) => failure(`F${String(index)}`, { atIso: new Date(1e12 + index * 1000).toISOString(), cleared: index === 40 }));
    const learn = (one: Failure): readonly string[] => after(liveState({ failures: many }), (turn) => { learnFailures(turn, [one]); }).state.failures.map((kept) => kept.restoreId);
    const kept = learn(failure('NEW', { atIso: new Date(2e12).toISOString() }));
    expect(kept).toHaveLength(64);
    expect([kept.includes('F40'), kept.includes('F0'), kept[0]]).toEqual([false, true, 'NEW']);
    const forgiven = after(liveState({ failures: many }), (turn) => { learnFailures(turn, [failure('OLD', { atIso: AT_ISO, cleared: true, device: PHONE })]); });
    expect(forgiven.state.failures.map((one) => one.restoreId)).not.toContain('F40');
    const nothing = after(liveState({ failures: many }), (turn) => { learnFailures(turn, [failure('OLD', { atIso: '2000-01-01T00:00:00.000Z', cleared: true })]); });
    expect(nothing.effects).toEqual([]);
  });

  test('that two people forgave stays, forgiven', () => {
    const forgiven = after(liveState({ failures: [failure('F1'), failure('F2')] }), (turn) => { forgiveFailures(turn, ['F2']); });
    expect(forgiven.state.failures.map((one) => one.cleared)).toEqual([false, true]);
    const untouched = liveState({ failures: [failure('F1')] });
    expect(after(untouched, (turn) => { forgiveFailures(turn, []); }).state.failures).toBe(untouched.failures);
  });
});

/** Orders of people at their edges: what stands in the way of a reset, what clears a cause, and who may take a bench out and bring it back. */
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../firmware-bridge/contract/uplink.ts';
import type { CauseCode } from '../../../firmware-bridge/contract/causes.ts';
import { clearCauses, failReset, finishReset, needsTwoPeople, resetBlocks, reviewReset, sendReset, takeOrder } from '../../../firmware-bridge/guard/reset.ts';
import type { BenchState, ResetState, TripState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { NO_WATCH } from '../../../firmware-bridge/guard/watch.ts';
import { decodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import type { Heartbeat } from '../../../firmware-bridge/wire/rig-message.ts';
import { ID, NOW, beatOf, did, liveState, recordsOf, restoreWith, tripWith, turnOf } from './bare-state.ts';
import { PHONE, facts } from './bench-script.ts';

const RIG = { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1', virtual: false };
const AT_ISO = '2026-03-02T09:00:00.000Z';
const cause = (code: CauseCode, cleared = false, params = {}) => ({ code, params, atIso: AT_ISO, cleared });
/** Stopped, answered and cleared: nothing stands in the way. */
const over = (more: Partial<TripState['trip']> = {}, receipt: Partial<TripState['trip']['receipt']> = {}): TripState =>
  tripWith({ causes: [cause('stop-button', true)], ...more }, { answer: 'stopped', state: 'confirmed', ...receipt });
const tripped = (more: Partial<BenchState> = {}, trip = over()): BenchState => liveState({ mode: 'tripped', rig: RIG, trip, rigLatch: ID, ...more });
const ANN = { kind: 'person', name: 'Ann' } as const;
const BOB = { kind: 'person', name: 'Bob' } as const;
const order = (kind: Order['kind'], more: Partial<Order> = {}): Order =>
  ({ id: '00000000-0000-7000-8000-000000000001', kind, bench: 'bench-1', actor: ANN, second: null, reason: 'looked at it', tripId: ID, expiresInMs: 5000, ...more });
const ordered = (state: BenchState, given: Order, ageMs = 0): Turn => {
  const turn = turnOf(state);
  takeOrder(turn, given, ageMs);
  return turn;
};
const answersOf = (turn: Turn) => turn.effects.flatMap((effect) => (effect.do === 'answer-order' ? [effect.result] : []));
const refusalOf = (turn: Turn) => answersOf(turn)[0]?.refusal;
const RESET: ResetState = { orderId: '1', by: ANN, second: BOB, reason: 'seen', rigLatch: ID, sent: null, sinceMs: NOW };
const powerless = (receipt: Partial<TripState['trip']['receipt']> = {}): BenchState => {
  const state = tripped({}, over({}, { wiring: [{ step: 0, by: 'relay', cuts: 'rig-power', afterUs: 1, state: 'on' }], state: 'not-confirmed', answer: 'none', ...receipt }));
  return { ...state, beat: null, link: { ...state.link, session: null } };
};

describe('in the way of a reset', () => {
  test.each<[string, BenchState, readonly string[]]>([
    ['nothing', tripped(), []],
    ['no trip', liveState(), ['no-trip']],
    ['the E-stop', tripped({ beat: beatOf({ estop: true }) }), ['estop-held']],
    ['no session', { ...tripped(), link: { ...tripped().link, session: null } }, ['rig-not-live']],
    ['no heartbeat', tripped({ beat: null }), ['rig-not-live']],
    ['a restore', tripped({ restore: restoreWith({}) }), ['restore-open']],
    ['a stop without an answer', tripped({}, over({}, { state: 'pending', answer: 'none' })), ['stop-pending']],
    ['a stop that waits', tripped({}, { ...over(), stopWanted: true }), ['stop-pending']],
    ['a cause that stands', tripped({}, over({ causes: [cause('estop', true), cause('stop-button')] })), ['cause-not-cleared']],
    ['nothing, where the power of the rig is what was cut', powerless(), []],
  ])('%s', (_what, state, blocks) => {
    expect(resetBlocks(state)).toEqual(blocks);
  });

  test('whatever comes into its way ends a reset that is under way', () => {
    const review = (state: BenchState): Turn => {
      const turn = turnOf(state);
      reviewReset(turn);
      return turn;
    };
    const ended = review(tripped({ reset: RESET, restore: restoreWith({}) }));
    expect(ended.state.reset).toBeNull();
    expect(answersOf(ended)).toMatchObject([{ id: '1', ok: false, outcome: 'refused', refusal: 'restore-open', tripId: ID }]);
    expect(recordsOf(ended)).toEqual([{ kind: 'order-refused', body: { orderId: '1', order: 'reset', why: 'restore-open' } }]);
    expect(review(tripped({ reset: RESET })).state.reset).toEqual(RESET);
    expect(review(tripped({ restore: restoreWith({}) })).effects).toEqual([]);
    const nobody = turnOf(liveState());
    failReset(nobody, 'no-answer');
    expect(nobody.effects).toEqual([]);
  });
});

describe('who may reset', () => {
  const atStake = tripped({}, over({ dataAtStake: true }));

  test.each<[string, BenchState, Partial<Order>, string | undefined]>([
    ['one person where nothing is at stake', tripped(), {}, undefined],
    ['one person where data is at stake', atStake, {}, 'second-person-needed'],
    ['two people where data is at stake', atStake, { second: BOB }, undefined],
    ['the same person twice', atStake, { second: { kind: 'unverified-name', name: ' aNN ' } }, 'same-person-twice'],
    ['a machine', tripped(), { actor: { kind: 'system', name: 'server' } }, 'second-person-needed'],
    ['a machine as the second', tripped(), { second: { kind: 'system', name: 'server' } }, 'second-person-needed'],
    ['nobody with a reason', tripped(), { reason: ' \n' }, 'reason-needed'],
    ['who means another trip', tripped(), { tripId: 'OTHER' }, 'other-trip'],
    ['who names no trip', tripped(), { tripId: null }, 'other-trip'],
    ['where something is in the way', tripped({ restore: restoreWith({}) }), {}, 'restore-open'],
  ])('%s', (_who, state, more, refusal) => {
    const turn = ordered(state, order('reset', more));
    expect(refusalOf(turn)).toBe(refusal);
    expect(turn.state.reset === null).toBe(refusal !== undefined);
  });

  test('two people wherever data is at stake or cannot be replaced, and nobody where nothing tripped', () => {
    const flagged = { facts: facts({ irreplaceable: [{ device: PHONE }] }), device: { value: PHONE, agreed: 1 } };
    expect([needsTwoPeople(tripped()), needsTwoPeople(atStake), needsTwoPeople(tripped(flagged)), needsTwoPeople(liveState(flagged))]).toEqual([false, true, true, false]);
  });

  test('an order is too late one millisecond after its time; a stop never is', () => {
    expect(refusalOf(ordered(tripped(), order('reset'), 5001))).toBe('expired');
    expect(ordered(tripped(), order('reset'), 5000).state.reset).not.toBeNull();
    expect(answersOf(ordered(liveState(), order('stop'), 5001))).toMatchObject([{ ok: true, outcome: 'stop-written' }]);
  });
});

describe('a reset', () => {
  const line = (turn: Turn) => turn.effects.flatMap((effect) => (effect.do === 'write-line' ? [decodeFrame(effect.line.slice(0, -1))] : []));

  test('is written when the line is free, once, with the id of the latch', () => {
    const send = (state: BenchState): Turn => {
      const turn = turnOf(state);
      sendReset(turn);
      return turn;
    };
    const sent = send(tripped({ reset: RESET }));
    expect(line(sent)).toMatchObject([{ ok: true, frame: { verb: 'RESET', n: 1, fields: { id: ID } } }]);
    expect(sent.state).toMatchObject({ reset: { sent: { n: 1, atMs: NOW } }, link: { txN: 1, unacked: { n: 1, atMs: NOW } } });
    const busy = tripped({ reset: RESET });
    const waiting = [
      tripped(), tripped({ reset: { ...RESET, sent: { n: 0, atMs: 0 } } }), { ...busy, link: { ...busy.link, session: null } }, { ...busy, link: { ...busy.link, unacked: { n: 3, atMs: 0 } } },
    ];
    for (const state of waiting) expect(send(state).effects).toEqual([]);
  });

  test('of a rig that is not latched is done at once; one that is latched is asked first', () => {
    expect(ordered(tripped({ rigLatch: null }), order('reset')).state).toMatchObject({ trip: null, reset: null, mode: 'inhibited' });
    const asked = ordered(tripped(), order('reset'));
    expect(asked.state).toMatchObject({ mode: 'tripped', reset: { rigLatch: ID, reason: 'looked at it', by: ANN, second: null, sinceMs: NOW } });
    expect(line(asked)).toHaveLength(1);
  });

  test('that a second order overtakes is answered', () => {
    const turn = ordered(tripped({ reset: RESET }), order('reset'));
    expect(answersOf(turn)).toMatchObject([{ id: '1', refusal: 'no-answer' }]);
  });

  test('releases everything that the trip held, and records each stop that it covers', () => {
    const failures = [{ restoreId: 'F1', device: PHONE, atIso: AT_ISO, cleared: false }, { restoreId: 'F2', device: PHONE, atIso: AT_ISO, cleared: false }];
    const trip = over({ earlierIds: ['S0'], causes: [cause('second-attempt', true, { failedRestore: 'F1' }), cause('estop', true)] }, { wiring: [{ step: 2, by: 'dtr', cuts: 'usb-data', afterUs: 1, state: 'on' }] });
    const turn = turnOf(tripped({ reset: RESET, failures, watch: { ...NO_WATCH, storageErrors: true }, permissiveBeats: 3 }, trip));
    finishReset(turn);
    expect(turn.state).toMatchObject({ trip: null, reset: null, rigLatch: null, permissiveBeats: 0, mode: 'inhibited', watch: { storageErrors: false } });
    expect(turn.state.failures.map((one) => [one.restoreId, one.cleared])).toEqual([['F1', true], ['F2', false]]);
    expect(turn.effects).toContainEqual({ do: 'release-wiring', steps: [2] });
    const body = (tripId: string) => ({ kind: 'reset-done', body: { rig: 'R-20931', tripId, reason: 'seen', second: 'Bob' } });
    expect(recordsOf(turn).filter((item) => item.kind === 'reset-done')).toEqual([body('S0'), body(ID)]);
    expect(answersOf(turn)).toMatchObject([{ id: '1', ok: true, outcome: 'reset-done', tripId: ID }]);
    expect(did(turn).at(-1)).toBe('keep-latch');
  });

  test('that something overtook at the last moment releases nothing', () => {
    const turn = turnOf(tripped({ reset: RESET, beat: beatOf({ estop: true }) }));
    finishReset(turn);
    expect(turn.state).toMatchObject({ mode: 'tripped', reset: null });
    expect(answersOf(turn)).toMatchObject([{ refusal: 'estop-held' }]);
  });

  test('of a rig whose power was cut gives the power back, for one person, and leaves the trip', () => {
    const turn = ordered(powerless(), order('reset'));
    expect(turn.effects).toContainEqual({ do: 'release-wiring', steps: [0] });
    expect(recordsOf(turn)).toContainEqual({ kind: 'note', body: { code: 'wiring-released', params: { name: 'Ann', reason: 'looked at it' } } });
    expect(answersOf(turn)).toMatchObject([{ ok: true, outcome: 'power-back', refusal: null, tripId: ID }]);
    expect(recordsOf(turn).at(-1)?.kind).toBe('receipt-changed');
    expect(did(turn).at(-1)).toBe('keep-latch');
    expect(turn.state).toMatchObject({ mode: 'tripped', reset: null });
  });
});

describe('a stop by a person', () => {
  test('ends a reset under way, and is written again where nobody confirmed the one before, but not past the point', () => {
    expect(answersOf(ordered(tripped({ reset: RESET }), order('stop')))).toMatchObject([{ id: '1', refusal: 'stop-pending' }, { ok: true, outcome: 'already-tripped' }]);
    const unheard = over({}, { state: 'not-confirmed', answer: 'none' });
    expect(did(ordered(tripped({}, unheard), order('stop')))).toContain('stop-restore');
    expect(did(ordered(tripped({ zone: 'committed', restore: restoreWith({ established: true }) }, { ...unheard, lastWriteAtMs: NOW }), order('stop')))).not.toContain('stop-restore');
    const closed = tripped({}, { ...unheard, lastWriteAtMs: NOW });
    expect(did(ordered({ ...closed, link: { ...closed.link, open: false } }, order('stop')))).not.toContain('stop-restore');
  });
});

describe('a cause is cleared', () => {
  const cleared = (code: CauseCode, beat: Partial<Heartbeat>, before: Partial<Heartbeat> | null, more: Partial<BenchState> = {}): boolean => {
    const turn = turnOf(tripped(more, over({ causes: [cause(code)] })));
    clearCauses(turn, beatOf(beat), before === null ? null : beatOf(before));
    return turn.state.trip?.trip.causes[0]?.cleared === true;
  };
  const OUT = { seated: false };

  test('by the device being out, by two heartbeats that say so', () => {
    expect([cleared('smoke-button', OUT, OUT), cleared('smoke-button', OUT, {}), cleared('smoke-button', {}, OUT), cleared('smoke-button', OUT, null)]).toEqual([true, false, false, false]);
    expect([cleared('device-frame-bent', OUT, OUT), cleared('device-frame-bent', OUT, {})]).toEqual([true, false]);
  });

  test('by the end of its restore, by two heartbeats without one and here none open', () => {
    const gone = (beat: string | null, before: string | null, more: Partial<BenchState> = {}): boolean => cleared('stop-button', { restore: beat }, { restore: before }, more);
    expect([gone(null, null), gone('1', null), gone(null, '1'), gone(null, null, { restore: restoreWith({}) }), cleared('stop-button', {}, null)]).toEqual([true, false, false, false, false]);
  });

  test('by the E-stop released, by two heartbeats', () => {
    expect([cleared('estop', {}, {}), cleared('estop', { estop: true }, {}), cleared('estop', {}, { estop: true }), cleared('estop', {}, null)]).toEqual([true, false, false, false]);
  });

  test('by measuring only when the restore is over', () => {
    const calm = { watch: { ...NO_WATCH, last: [{ atMs: NOW, deviceDc: 250, forceCn: 1 }, { atMs: NOW, deviceDc: 250, forceCn: 1 }] } };
    expect([cleared('device-hot', {}, {}, calm), cleared('device-hot', {}, {}, { ...calm, restore: restoreWith({}) }), cleared('device-hot', {}, {})]).toEqual([true, false, false]);
    expect(cleared('device-frame-bent', {}, {}, calm)).toBe(false);
  });

  test('once and for itself: what was cleared stays so, what stands stays standing, and the call of a danger ends with it', () => {
    const danger = over({ causes: [cause('smoke-button'), cause('stop-button', true), cause('estop')], operator: 'step-back' });
    const clear = (state: BenchState, beat: Partial<Heartbeat>): Turn => {
      const turn = turnOf(state);
      clearCauses(turn, beatOf(beat), beatOf(beat));
      return turn;
    };
    const after = clear(tripped({}, danger), { seated: false, estop: true });
    expect(after.state.trip?.trip).toMatchObject({ operator: 'nothing', causes: [{ cleared: true }, { cleared: true }, { cleared: false }] });
    const open = clear(tripped({ restore: restoreWith({}) }, { ...danger, call: 'keep-cable' }), { seated: false, estop: true });
    expect(open.state.trip?.trip.operator).toBe('keep-cable');
    const called = clear(tripped({}, { ...over({ causes: [cause('estop')], operator: 'pull-device' }), call: 'pull-device' }), {});
    expect(called.state.trip?.trip.operator).toBe('pull-device');
    const none = tripped({}, over({ causes: [cause('estop')] }));
    expect(clear(none, { estop: true }).state.trip).toBe(none.trip);
    expect(clear(liveState(), {}).state.trip).toBeNull();
  });
});

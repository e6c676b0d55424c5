/** HELLO, WELCOME and BOOT at their edges: how often, whom it refuses and with which words, and what a new session still knows. */
import { describe, expect, test } from 'vitest';
import { raiseProblem, retryHello, sendHello, takeBoot, takeWelcome } from '../../../firmware-bridge/guard/handshake.ts';
import { step } from '../../../firmware-bridge/guard/step.ts';
import type { BenchSetup, BenchState, LinkState } from '../../../firmware-bridge/guard/state.ts';
import type { GuardEvent, Turn } from '../../../firmware-bridge/guard/turn.ts';
import { decodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import type { RigMessage, Welcome } from '../../../firmware-bridge/wire/rig-message.ts';
import { BARE_RESTORE, ID, NOW, beatOf, did, liveState, recordsOf, restoreWith, tripWith, turnOf } from './bare-state.ts';
import { HASH, PHONE, RESTORE, SETUP, WALL_MS } from './bench-script.ts';

const RIG = { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1', virtual: false };
const PERMIT = { point: 'write', restore: RESTORE, plan: HASH } as const;
const waiting = (link: Partial<LinkState> = {}, more: Partial<BenchState> = {}): BenchState => {
  const state = liveState({ beat: null, mode: 'handshaking', ...more });
  return { ...state, link: { ...state.link, session: null, helloAtMs: NOW, helloTries: 1, ...link } };
};
const after = (state: BenchState, act: (turn: Turn) => void): Turn => {
  const turn = turnOf(state);
  act(turn);
  return turn;
};
const hellos = (turn: Turn) => turn.effects.flatMap((effect) => {
  const decoded = effect.do === 'write-line' ? decodeFrame(effect.line.slice(0, -1)) : undefined;
  return decoded?.ok === true && decoded.frame.verb === 'HELLO' ? [decoded.frame.session.slice(0, 4)] : [];
});

describe('HELLO', () => {
  test('has a nonce of its own each time, ends the session and the permit, and forgets what was half believed', () => {
    const nonces = [0, 1, 2].map((nonceCount) => hellos(after(waiting({ nonceCount }), sendHello)).at(0));
    expect(nonces).toEqual(['A1B2', 'A1B3', 'A1B4']);
    const live = liveState({ permit: PERMIT, mode: 'permitted', restore: restoreWith({ claims: 1 }), beatBefore: beatOf({}), permissiveBeats: 4 });
    const turn = after({ ...live, link: { ...live.link, unheard: 2, corruptRow: 1, corruptWindow: [true], txN: 77, nonceCount: 5, helloTries: 3 } }, sendHello);
    expect(turn.state).toMatchObject({ permit: null, beat: null, beatBefore: null, permissiveBeats: 0, mode: 'handshaking', restore: { claims: 0 } });
    expect(turn.state.link).toMatchObject({ session: null, nonce: 'A1B7', nonceCount: 6, helloAtMs: NOW, helloTries: 4, txN: 0, unheard: 0, corruptRow: 0, corruptWindow: [], offset: null, lineMadeAtMs: null });
    expect(recordsOf(turn)).toContainEqual({ kind: 'permit-dropped', body: { restoreId: RESTORE, point: 'write', why: 'handshake' } });
    expect(after(waiting({ open: false }), sendHello).effects).toEqual([]);
    expect(after(waiting({}, { trip: tripWith(), mode: 'tripped' }), sendHello).state.mode).toBe('tripped');
  });

  test.each<[string, Partial<LinkState>, boolean]>([
    ['too early', { helloAtMs: NOW - 499 }, false], ['due', { helloAtMs: NOW - 500 }, true], ['the tenth is quick', { helloAtMs: NOW - 500, helloTries: 10 }, true],
    ['the eleventh is slow', { helloAtMs: NOW - 1999, helloTries: 11 }, false], ['and due then', { helloAtMs: NOW - 2000, helloTries: 11 }, true],
    ['none before the first', { helloAtMs: null }, false], ['none in a session', { helloAtMs: 0, session: 'A1B20007' }, false], ['none without a port', { helloAtMs: 0, open: false }, false],
  ])('again: %s', (_what, link, said) => {
    expect(hellos(after(waiting(link), retryHello))).toHaveLength(said ? 1 : 0);
  });

  test('without an answer is a problem from the third on, where there is none yet, and after forty the port is opened anew', () => {
    const problem = (helloTries: number, standing: LinkState['problem'] = null) => after(waiting({ helloAtMs: 0, helloTries, problem: standing }), retryHello).state.link.problem;
    expect([problem(2), problem(3)]).toEqual([null, { code: 'rig-silent', params: {} }]);
    expect(problem(9, { code: 'rig-unexpected', params: { found: 'X' } })).toEqual({ code: 'rig-unexpected', params: { found: 'X' } });
    expect(did(after(waiting({ helloAtMs: 0, helloTries: 39 }), retryHello))).not.toContain('reopen-port');
    const anew = after(waiting({ helloAtMs: 0, helloTries: 40 }), retryHello);
    expect(did(anew)).toContain('reopen-port');
    expect(hellos(anew)).toEqual([]);
    expect(anew.state.link).toMatchObject({ helloTries: 0, helloAtMs: NOW });
  });

  test('a problem is recorded when it is new, and shown as it is now', () => {
    const turn = turnOf(waiting());
    for (const found of ['A', 'B']) raiseProblem(turn, { code: 'rig-unexpected', params: { found } });
    expect(recordsOf(turn)).toEqual([{ kind: 'problem-raised', body: { code: 'rig-unexpected', params: { found: 'A' } } }]);
    expect(turn.state.link.problem).toMatchObject({ params: { found: 'B' } });
  });
});

describe('WELCOME', () => {
  const WELCOME: Welcome = { verb: 'WELCOME', tMs: 5, proto: 1, rig: 'R-20931', firmware: '2.4.1', model: 'RB-4', virtual: false, latch: null };
  const welcomed = (state: BenchState, more: Partial<Welcome> = {}, n = 0, session = 'A1B20007'): readonly [boolean, Turn] => {
    const turn = turnOf(state);
    return [takeWelcome(turn, session, n, { ...WELCOME, ...more }), turn];
  };
  const set = (setup: Partial<BenchSetup>): Partial<BenchState> => ({ setup: { ...SETUP, ...setup } });

  test('opens the session, with what it says of the rig and of its latch', () => {
    const [opened, turn] = welcomed(waiting({ helloTries: 7, attempts: 3, txN: 9, problem: { code: 'rig-silent', params: {} } }), { latch: ID });
    expect(opened).toBe(true);
    expect(turn.state).toMatchObject({ mode: 'inhibited', rig: RIG, rigLatch: ID, power: null, link: { session: 'A1B20007', rxN: 0, txN: 0, helloTries: 0, attempts: 0, problem: null, unacked: null } });
    expect(recordsOf(turn)).toContainEqual({ kind: 'rig-handshaken', body: { rig: 'R-20931', model: 'RB-4', firmware: '2.4.1', session: 'A1B20007', latch: ID } });
    expect(welcomed(waiting({}, { trip: tripWith(), mode: 'tripped' }))[1].state.mode).toBe('tripped');
  });

  test.each<[string, BenchState, number, string]>([
    ['in a session', liveState(), 0, 'A1B20007'], ['before any HELLO', waiting({ nonce: null }), 0, 'A1B20007'], ['with another number', waiting(), 1, 'A1B20007'], ['with another nonce', waiting(), 0, 'A1B30007'],
  ])('opens nothing %s', (_what, state, n, session) => {
    const [opened, turn] = welcomed(state, {}, n, session);
    expect([opened, turn.effects]).toEqual([false, []]);
  });

  test.each<[string, Partial<Welcome>, Partial<BenchState>, object]>([
    ['protocol-newer', { proto: 2 }, {}, { proto: 2, known: 1 }],
    ['virtual-mismatch', { virtual: true }, {}, { rig: 'R-20931', virtual: true }],
    ['rig-unexpected', {}, set({ expectedRig: 'R-1' }), { expected: 'R-1', found: 'R-20931' }],
    ['rig-identity-clash', {}, { elsewhere: { open: [], tripped: [], rigs: ['R-20931'] } }, { rig: 'R-20931' }],
  ])('is refused: %s', (code, said, more, params) => {
    const [opened, turn] = welcomed(waiting({}, more), said);
    expect(opened).toBe(false);
    expect(turn.state.link).toMatchObject({ session: null, problem: { code, params } });
  });

  test('of the rig that is expected is none', () => {
    expect(welcomed(waiting({}, set({ expectedRig: 'R-20931' })))[0]).toBe(true);
    expect(welcomed(waiting({}, { elsewhere: { open: [], tripped: [], rigs: ['R-1'] } }))[0]).toBe(true);
  });

  test('of the same rig keeps the device to be named again, of another one forgets it; samples count no longer', () => {
    const device = { value: PHONE, agreed: 4 };
    const frame = { ...liveState().frame, belowHold: 5 };
    expect(welcomed(waiting({}, { device, rig: RIG, frame }))[1].state).toMatchObject({ device: { value: PHONE, agreed: 0 }, frame: { samples: [], belowHold: 0 } });
    expect(welcomed(waiting({}, { device, rig: null }))[1].state.device).toMatchObject({ agreed: 0 });
    expect(welcomed(waiting({}, { device, rig: { ...RIG, serial: 'R-1' } }))[1].state.device).toBeNull();
    expect(welcomed(waiting({}, { rig: RIG }))[1].state.device).toBeNull();
  });

  test('tells of a stop of the run before, and of no other', () => {
    const told = (requestedAtMs: number | null) => recordsOf(welcomed(waiting({}, { trip: tripWith({}, {}, { requestedAtMs }), mode: 'tripped', device: { value: PHONE, agreed: 1 } }))[1]).filter((item) => item.kind === 'trip-recovered');
    expect(told(null)).toMatchObject([{ body: { rig: 'R-20931', trip: { id: ID } } }]);
    expect(told(5)).toEqual([]);
    expect(recordsOf(welcomed(waiting())[1]).filter((item) => item.kind === 'trip-recovered')).toEqual([]);
  });
});

describe('BOOT', () => {
  test('just after a HELLO is the answer to opening the port; later, or in a session, it is a restart', () => {
    expect(after(waiting({ helloAtMs: NOW - 299 }), takeBoot).effects).toEqual([]);
    expect(hellos(after(waiting({ helloAtMs: NOW - 300 }), takeBoot))).toHaveLength(1);
    expect(hellos(after(waiting({ helloAtMs: null }), takeBoot))).toHaveLength(1);
    const idle = after(liveState(), takeBoot);
    expect(hellos(idle)).toHaveLength(1);
    expect(idle.state).toMatchObject({ trip: null, beat: null, link: { session: null } });
  });

  test('while a restore runs trips, and its stop waits for the rig to be heard again', () => {
    for (const state of [liveState({ restore: BARE_RESTORE }), waiting({ helloAtMs: null }, { restore: BARE_RESTORE })]) {
      const turn = after(state, takeBoot);
      expect(turn.state.trip).toMatchObject({ stopWanted: true, trip: { causes: [{ code: 'rig-restarted' }], receipt: { state: 'not-written' } } });
      expect(did(turn)).not.toContain('stop-restore');
    }
  });
});

describe('an event', () => {
  const took = (state: BenchState, event: object) => step({ ...state, tickAtMs: NOW }, { nowMs: NOW, wallMs: WALL_MS, ...event } as GuardEvent);
  const line = (state: BenchState, message: RigMessage, n = state.link.rxN + 1, session = 'A1B20007') => took(state, { kind: 'line', session, n, message });
  const linked = (link: Partial<LinkState>, more: Partial<BenchState> = {}): BenchState => {
    const state = liveState(more);
    return { ...state, link: { ...state.link, ...link } };
  };
  const other: RigMessage = { verb: 'other', tMs: 95_000 };

  test('of the port is recorded with its path and shown with its problem', () => {
    const problem = { code: 'port-taken', params: { path: '/dev/rig' } } as const;
    expect(took(liveState(), { kind: 'port-waiting', problem: null, nextTryAtMs: 7, attempts: 3 }).state.link).toMatchObject({ nextTryAtMs: 7, attempts: 3, problem: null });
    expect(took(liveState(), { kind: 'port-waiting', problem, nextTryAtMs: 7, attempts: 3 }).state.link.problem).toEqual(problem);
    expect(recordsOf(took(waiting({ open: false }), { kind: 'port-opened' }))).toContainEqual({ kind: 'port-opened', body: { path: '/dev/rig' } });
    const closed = took(liveState(), { kind: 'port-closed', problem });
    expect(recordsOf(closed)).toContainEqual({ kind: 'port-closed', body: { path: '/dev/rig', problem } });
    expect(closed.state.link.problem).toEqual(problem);
    expect(took(linked({ problem }), { kind: 'port-closed', problem: null }).state.link.problem).toEqual(problem);
    expect(recordsOf(took(linked({ open: false }), { kind: 'port-closed', problem })).filter((item) => item.kind === 'port-closed')).toEqual([]);
  });

  test('of the disk is shown with its problem, of the guard itself told with what it was', () => {
    const problem = { code: 'disk-full', params: {} } as const;
    expect(took(liveState(), { kind: 'record-health', canRecord: false, problem }).state).toMatchObject({ canRecord: false, recordProblem: problem });
    expect(took(liveState(), { kind: 'record-health', canRecord: true }).state).toMatchObject({ canRecord: true, recordProblem: null });
    expect(took(liveState({ restore: BARE_RESTORE }), { kind: 'fault', what: 'x' }).state.trip?.trip.causes).toMatchObject([{ code: 'guard-fault', params: { what: 'x' } }]);
  });

  test('a person\'s stop that waited goes out as soon as the port is open, whatever else it was for; no other does, and none past the point', () => {
    const stop = (codes: readonly ('operator-stop' | 'estop')[], more: Partial<BenchState> = {}, stopWanted = true) => did(took(waiting({ open: false }, {
      mode: 'tripped', trip: tripWith({ causes: codes.map((code) => ({ code, params: {}, atIso: '2026-03-02T09:00:00.000Z', cleared: false })) }, { state: 'not-confirmed' }, { stopWanted }), ...more,
    }), { kind: 'port-opened' })).includes('stop-restore');
    expect([stop(['estop', 'operator-stop']), stop(['estop']), stop(['operator-stop'], {}, false)]).toEqual([true, false, false]);
    expect(stop(['operator-stop'], { zone: 'committed', restore: restoreWith({ established: true }) })).toBe(false);
  });

  test('a stop that the port refused calls a person where there is no port, and only for that stop', () => {
    const refused = (open: boolean, stopId = ID, state: 'pending' | 'confirmed' = 'pending') =>
      took(linked({ open }, { mode: 'tripped', trip: tripWith({}, { state }) }), { kind: 'stop-written', stopId, ok: false }).state.trip?.trip.operator;
    expect([refused(false), refused(true), refused(false, 'OTHER'), refused(false, ID, 'confirmed')]).toEqual(['pull-device', 'nothing', 'nothing', 'nothing']);
  });

  test('a line counts in its own session and in its order; what is missing is counted', () => {
    expect(line(linked({ rxN: 4, missedTotal: 10 }), other, 8).state).toMatchObject({ link: { rxN: 8, missedTotal: 13 }, frame: { linesLost: true } });
    expect(line(linked({ rxN: 4 }), other, 5).state).toMatchObject({ link: { rxN: 5, missedTotal: 0 }, frame: { linesLost: false } });
    const nowhere = linked({ session: null });
    expect(line(nowhere, other).state.link).toEqual(nowhere.link);
    expect(line(liveState(), other, 1, 'A1B20008').state.link.rxN).toBe(0);
    expect(line(liveState(), { ...other, tMs: 89_999 }).state.link.session).toBeNull();
    expect(line(liveState(), { ...other, tMs: 90_000 }).state.link.session).not.toBeNull();
    expect(line(liveState({ beat: null }), { ...other, tMs: 1 }).state.link.session).not.toBeNull();
  });

  test('the answers of the rig to our lines', () => {
    const reset = { orderId: '1', by: { kind: 'person', name: 'Ann' }, second: null, reason: 'x', rigLatch: ID, sent: { n: 6, atMs: NOW }, sinceMs: NOW } as const;
    const over = tripWith({ causes: [{ code: 'stop-button', params: {}, atIso: '2026-03-02T09:00:00.000Z', cleared: true }] }, { answer: 'stopped', state: 'confirmed' });
    const resetting = linked({ unacked: { n: 6, atMs: NOW }, unheard: 2 }, { mode: 'tripped', trip: over, reset, rigLatch: ID });
    expect(line(resetting, { verb: 'RESET-DONE', tMs: 95_000, id: ID }).state).toMatchObject({ trip: null, link: { unacked: null, unheard: 0 } });
    expect(line(resetting, { verb: 'RESET-DONE', tMs: 95_000, id: 'OTHER' }).state).toMatchObject({ reset, link: { unacked: null, unheard: 0 } });
    const refused = (re: number, refusedVerb = 'RESET') => line(resetting, { verb: 'REFUSED', tMs: 95_000, re, refusedVerb, why: 'estop' }).state.reset;
    expect([refused(6), refused(5)]).toEqual([null, reset]);
    expect(line(liveState(), { verb: 'REFUSED', tMs: 95_000, re: 5, refusedVerb: 'RESET', why: 'x' }).state.trip).toBeNull();
    const running = liveState({ permit: PERMIT, mode: 'permitted', restore: BARE_RESTORE });
    const unheard = line(running, { verb: 'REFUSED', tMs: 95_000, re: 1, refusedVerb: 'HB', why: 'session' });
    expect(recordsOf(unheard)).toContainEqual({ kind: 'permit-dropped', body: { restoreId: RESTORE, point: 'write', why: 'rig-refused' } });
    const critical = line({ ...running, zone: 'critical' }, { verb: 'REFUSED', tMs: 95_000, re: 1, refusedVerb: 'HB', why: 'session' });
    expect(critical.state.trip?.trip.causes).toMatchObject([{ code: 'rig-refused', params: { verb: 'HB', why: 'session' } }]);
    expect(line(running, { verb: 'REFUSED', tMs: 95_000, re: 1, refusedVerb: 'DRILL', why: 'x' }).state.permit).toEqual(PERMIT);
    const free = linked({ unacked: null }, { mode: 'tripped', trip: over, reset: { ...reset, sent: null }, rigLatch: ID });
    expect(did(line(free, other))).toContain('write-line');
    expect(line(running, { verb: 'PROGRESS', tMs: 95_000, restore: RESTORE, pct: 40, next: 'write', nextMs: 900 }).state.restore?.progress).toMatchObject({ pct: 40, next: 'write', nextMs: 900 });
  });
});

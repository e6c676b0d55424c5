/** Every order of a person gets one answer that says what became of it, and what was refused is recorded with its reason. */
import { expect, test } from 'vitest';
import type { OrderResult } from '../../../firmware-bridge/contract/uplink.ts';
import type { Effect } from '../../../firmware-bridge/guard/turn.ts';
import { BenchScript, RESTORE } from './bench-script.ts';
import { committed, confirmedTrip, critical, handshaken, permitted } from './places.ts';

const straight = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
const answersIn = (effects: readonly Effect[]): readonly OrderResult[] => effects.flatMap((effect) => (effect.do === 'answer-order' ? [effect.result] : []));
const recordsIn = (effects: readonly Effect[], kind: string): readonly unknown[] =>
  effects.flatMap((effect) => (effect.do === 'record' && effect.item.kind === kind ? [effect.item.body] : []));

/** Tripped, stopped, straight again and cleared: nothing is in the way of a reset. */
function cleared(): BenchScript {
  const bench = confirmedTrip();
  bench.probe = straight;
  bench.run(300);
  return bench;
}

test.each<[string, () => BenchScript, Partial<OrderResult>]>([
  ['in safe', () => permitted(), { outcome: 'stop-written' }], ['tripped already', confirmedTrip, { outcome: 'already-tripped' }],
  ['past the point', () => committed(), { outcome: 'too-late' }], ['without a port', () => new BenchScript(), { outcome: 'not-connected' }],
  ['with nobody there', () => handshaken(), { outcome: 'stop-written' }],
])('a stop %s is answered', (_where, place, result) => {
  const bench = place();
  const [answer, ...more] = answersIn(bench.stop());
  expect(answer).toMatchObject({ ok: true, refusal: null, ...result });
  expect(answer?.tripId).toBe(bench.state.trip?.trip.id);
  expect(more).toEqual([]);
});

test('a stop names who gave it, unless it was a machine', () => {
  const bench = permitted();
  bench.stop('Ann');
  expect(bench.state.trip?.trip.causes[0]).toMatchObject({ code: 'operator-stop', params: { name: 'Ann' } });
  const machine = permitted();
  machine.order('stop', { actor: { kind: 'system', name: 'server' } });
  expect(machine.state.trip?.trip.causes[0]?.params).toEqual({});
});

test('a stop that nobody confirmed is written again when a person asks again, and not past the point', () => {
  const bench = critical();
  bench.stop();
  bench.pass(400);
  expect(bench.state.trip?.trip.receipt.state).toBe('not-confirmed');
  expect(bench.stops(bench.stop())).toEqual([bench.state.trip?.trip.receipt.stopId]);
  expect(confirmedTrip().stops(confirmedTrip().stop())).toEqual([]);
});

const REFUSED: readonly (readonly [string, () => BenchScript])[] = [
  ['no-trip', () => handshaken()],
  ['estop-held', () => { const bench = cleared(); bench.beat({ estop: '1' }); return bench; }],
  ['rig-not-live', () => { const bench = cleared(); bench.take({ kind: 'port-closed', problem: null }); return bench; }],
  ['rig-not-live', () => { const bench = cleared(); bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 }); bench.welcome(); return bench; }],
  ['restore-open', () => { const bench = permitted(); bench.stop(); bench.say('STOPPED', { id: bench.state.trip?.trip.id ?? '', phase: 'unpack', zone: 'safe', restore: RESTORE }); return bench; }],
  ['stop-pending', () => { const bench = handshaken(); bench.stop(); return bench; }],
  ['cause-not-cleared', confirmedTrip],
];

test.each(REFUSED)('a reset is refused: %s', (why, place) => {
  const bench = place();
  const trip = bench.state.trip;
  const effects = bench.reset();
  expect(answersIn(effects)).toMatchObject([{ ok: false, outcome: 'refused', refusal: why, tripId: trip?.trip.id ?? null }]);
  expect(recordsIn(effects, 'order-refused')).toMatchObject([{ order: 'reset', why }]);
  expect(bench.state).toMatchObject({ trip, reset: null });
});

test('an order that came too late is refused, at its last moment it is not', () => {
  const late = cleared();
  const order = { id: '00000000-0000-7000-8000-000000000001', kind: 'reset', bench: 'bench-1', actor: { kind: 'person', name: 'Ann' }, second: { kind: 'person', name: 'Bob' }, reason: 'seen', expiresInMs: 5000 } as const;
  expect(answersIn(late.take({ kind: 'order', order: { ...order, tripId: late.state.trip?.trip.id ?? null }, ageMs: 5001 }))).toMatchObject([{ refusal: 'expired' }]);
  late.take({ kind: 'order', order: { ...order, tripId: late.state.trip?.trip.id ?? null }, ageMs: 5000 });
  expect(late.state.reset).toMatchObject({ by: { name: 'Ann' }, second: { name: 'Bob' } });
});

test('names differ only by more than spaces and letter size', () => {
  const refusalOf = (second: string): unknown => answersIn(cleared().reset({ actor: { kind: 'person', name: 'Ann  Lee' }, second: { kind: 'person', name: second } }))[0]?.refusal;
  expect([refusalOf('ann lee'), refusalOf(' ANN   LEE '), refusalOf('AnnLee'), refusalOf('Bob')]).toEqual(['same-person-twice', 'same-person-twice', undefined, undefined]);
});

test('without data at stake one person is enough', () => {
  const bench = cleared();
  expect(bench.state.trip?.trip.dataAtStake).toBe(false);
  bench.reset({ second: null });
  expect(bench.state.reset).toMatchObject({ second: null });
});

test('a reset waits for a free line, is sent once, and ends in one answer and one record with names and reason', () => {
  const bench = cleared();
  bench.beat();
  expect(bench.state.link.unacked).not.toBeNull();
  expect(bench.verbs(bench.reset())).toEqual([]);
  expect(bench.verbs(bench.beat())).toEqual(['RESET']);
  const sent = bench.state.reset?.sent;
  expect(sent).toEqual({ n: bench.state.link.txN, atMs: bench.nowMs });
  expect(bench.state.link.unacked).toEqual(sent);
  expect(bench.verbs(bench.beat())).toEqual(['HB']);
  const id = bench.state.trip?.trip.id ?? '';
  bench.hb = { ...bench.hb, latch: 'none', phase: 'idle' };
  const effects = bench.say('RESET-DONE', { id });
  expect(answersIn(effects)).toMatchObject([{ ok: true, outcome: 'reset-done', refusal: null, tripId: id }]);
  expect(recordsIn(effects, 'reset-done')).toEqual([{ rig: 'R-20931', tripId: id, reason: 'looked at it', second: 'Bob' }]);
  expect(recordsIn(effects, 'mode-changed')).toEqual([{ from: 'tripped', to: 'inhibited' }]);
  expect(bench.state).toMatchObject({ trip: null, reset: null, rigLatch: null });
});

test('with a free line a reset goes at once, and another line of the rig lets a waiting one go', () => {
  const bench = cleared();
  bench.say('HB', { ack: String(bench.state.link.txN), ...bench.hb });
  bench.state = { ...bench.state, link: { ...bench.state.link, unacked: null } };
  expect(bench.verbs(bench.reset())).toEqual(['RESET']);
  expect(bench.verbs(bench.say('NEWS-OF-LATER'))).toEqual([]);
});

test('a stop overtakes a reset under way, which is answered as refused', () => {
  const bench = cleared();
  bench.reset();
  bench.run(100);
  const effects = bench.stop();
  expect(answersIn(effects)).toMatchObject([{ ok: false, refusal: 'stop-pending' }, { ok: true, outcome: 'already-tripped' }]);
  expect(recordsIn(effects, 'order-refused')).toMatchObject([{ order: 'reset', why: 'stop-pending' }]);
  expect(bench.state.reset).toBeNull();
});

test('a cause that happens again stands again: cleared is only what two heartbeats show', () => {
  const bench = permitted();
  bench.stop();
  bench.stopped('unpack');
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(false);
  bench.beat();
  bench.beat();
  expect(bench.state.trip?.trip.causes).toMatchObject([{ code: 'operator-stop', cleared: true }]);
  bench.say('EVENT', { kind: 'button' });
  expect(bench.state.trip?.trip.causes.map((cause) => [cause.code, cause.cleared])).toEqual([['operator-stop', true], ['stop-button', false]]);
});

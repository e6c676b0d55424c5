/** The third rung: what is used when the rig's own line brings no answer, and where a wire must never be switched. */
import { expect, test } from 'vitest';
import { decodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { BENT, type BenchScript } from './bench-script.ts';
import { committed, critical, handshaken, permitted, restoring } from './places.ts';
import { DTR, PORT, RELAY, deaf, unanswered, used, wired } from './wired-bench.ts';

test('after the repeats and before a person, each declared wire in its order, and the receipt says rung 3', () => {
  const bench = unanswered(PORT, DTR, RELAY);
  const effects = deaf(bench, 600);
  const order = effects.flatMap((effect) => (effect.do === 'stop-restore' ? ['stop'] : effect.do === 'use-wiring' ? [String(effect.step)] : []));
  expect(order).toEqual(['stop', 'stop', 'stop', '0', '1', '2']);
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'not-confirmed', rung: 4, writes: 4 });
  expect(bench.state.trip?.trip.receipt.wiring?.map((use) => [use.by, use.cuts, use.state])).toEqual([
    ['second-port', null, 'asked'], ['dtr', 'usb-data', 'asked'], ['relay', 'charge', 'asked'],
  ]);
  expect(bench.state.trip?.trip.operator).toBe('look-first');
});

test('an answer after a wire ends the ladder on rung 3, and no further wire is used', () => {
  const bench = unanswered(DTR, RELAY);
  while (used(bench.effects).length === 0) deaf(bench, 20);
  bench.take({ kind: 'wiring-used', step: 0, ok: true, why: '' });
  bench.stopped('start');
  deaf(bench, 1000);
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'confirmed', rung: 3 });
  expect(used(bench.effects)).toEqual([0]);
});

test('without a declared wire the rung does not exist', () => {
  const bench = unanswered();
  deaf(bench, 600);
  expect(used(bench.effects)).toEqual([]);
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'not-confirmed', rung: 4 });
});

test('a wire that fails is noted and the next one is used in the same step; after the last a person is called', () => {
  const bench = unanswered(DTR, RELAY);
  while (used(bench.effects).length === 0) deaf(bench, 20);
  const next = bench.take({ kind: 'wiring-used', step: 0, ok: false, why: 'no modem lines' });
  expect(used(next)).toEqual([1]);
  expect(next).toContainEqual(expect.objectContaining({ do: 'record', item: { kind: 'note', body: { code: 'wiring-failed', params: { by: 'dtr', cuts: 'usb-data', why: 'no modem lines' } } } }));
  bench.take({ kind: 'wiring-used', step: 1, ok: false, why: 'no relay' });
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'not-confirmed', rung: 4 });
  deaf(bench, 400);
  expect(used(bench.effects)).toEqual([0, 1]);
});

test('the second port carries a whole stop with the same id and a number of its own', () => {
  const bench = unanswered(PORT);
  deaf(bench, 600);
  const effect = bench.effects.find((one) => one.do === 'use-wiring');
  const bytes = effect?.do === 'use-wiring' ? effect.bytes ?? '' : '';
  expect(bytes.startsWith('\x18\n')).toBe(true);
  const decoded = decodeFrame(bytes.slice(2, -1));
  expect(decoded).toMatchObject({ ok: true, frame: { verb: 'STOP', session: bench.session, fields: { id: bench.state.trip?.trip.id } } });
});

test('nothing is switched in established committed, also when the crossing is seen between two repeats', () => {
  const bench = unanswered(PORT, DTR);
  deaf(bench, 140);
  bench.phase('write');
  bench.beat();
  expect(bench.state.zone).toBe('committed');
  deaf(bench, 1000);
  expect(used(bench.effects)).toEqual([]);
  const late = wired(committed(), PORT, DTR);
  late.stop();
  deaf(late, 1000);
  expect(used(late.effects)).toEqual([]);
});

test('one heartbeat that claims committed is enough to switch nothing; the second port may still carry the stop', () => {
  const bench = unanswered(PORT, DTR);
  deaf(bench, 140);
  bench.phase('write');
  bench.pass(600);
  expect(bench.state.zone).toBe('critical');
  expect(used(bench.effects)).toEqual([0]);
  expect(bench.state.trip?.trip.receipt.rung).toBe(4);
});

test('in doubt nothing is cut blind: a permit was out, and the rig fell silent', () => {
  const bench = wired(critical(), DTR, RELAY);
  bench.pass(3000);
  expect(bench.causes[0]).toBe('rig-silent');
  expect(used(bench.effects)).toEqual([]);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'look-first', receipt: { rung: 4 } });
});

test('a restore that had a permit and is not seen any more is not cut, although the last report was after the last permit', () => {
  const bench = unanswered(DTR);
  bench.hb.permit = 'write';
  bench.beat();
  bench.pass(3000);
  expect(bench.state.inDoubt).toBe(false);
  expect(used(bench.effects)).toEqual([]);
});

test('a rig that still reports a permit is not cut, however fresh the report: it may cross before the next one', () => {
  const bench = unanswered(DTR, RELAY);
  bench.hb.permit = 'write';
  bench.beat();
  deaf(bench, 3000);
  expect(bench.state.zone).toBe('critical');
  expect(used(bench.effects)).toEqual([]);
});

test('a report that was on its way when the permit went out does not end the doubt; its acknowledgement does, and so does its end', () => {
  const afterStop = (more: (bench: BenchScript, permitN: number) => Readonly<Record<string, string>>): boolean => {
    const bench = permitted();
    const permitN = bench.state.permitOut?.n ?? 0;
    bench.stop();
    bench.beat({ ack: String(permitN - 1), ...more(bench, permitN) });
    return bench.state.inDoubt;
  };
  expect(afterStop(() => ({}))).toBe(true);
  expect(afterStop((_bench, permitN) => ({ ack: String(permitN) }))).toBe(false);
  expect(afterStop((bench) => ({ t_ms: String((bench.state.permitOut?.untilTMs ?? 0) - 1) }))).toBe(true);
  expect(afterStop((bench) => ({ t_ms: String(bench.state.permitOut?.untilTMs ?? 0) }))).toBe(false);
});

test('what was not seen is cut as soon as it is seen to be critical, although a person was called already', () => {
  const bench = unanswered(DTR);
  bench.hb.permit = 'write';
  bench.beat();
  bench.pass(400);
  expect(used(bench.effects)).toEqual([]);
  expect(bench.state.trip?.trip.receipt.state).toBe('not-confirmed');
  bench.hb.permit = 'none';
  bench.beat();
  bench.pass(40);
  expect(used(bench.effects)).toEqual([0]);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'look-first', receipt: { state: 'not-confirmed', rung: 4 } });
});

test('a restore that never had a permit cannot have crossed: it is cut also when the rig is silent', () => {
  const bench = wired(restoring(), DTR);
  bench.beat();
  bench.stop();
  bench.pass(600);
  expect(used(bench.effects)).toEqual([0]);
});

test('a bridge that has heard nothing cuts nothing', () => {
  const first = critical();
  const bench = wired(handshaken(first.kept), PORT, RELAY);
  bench.state = { ...bench.state, everHeard: false, beat: null };
  bench.stop();
  bench.pass(1000);
  expect(used(bench.effects)).toEqual([0]);
});

test('a lost port: its lines are gone, the relay and the second port are not', () => {
  const bench = unanswered(DTR, RELAY, PORT);
  bench.take({ kind: 'port-closed', problem: null });
  bench.pass(400);
  expect(used(bench.effects)).toEqual([2]);
  const never = wired(restoring(), DTR, RELAY);
  never.beat();
  never.stop();
  never.take({ kind: 'port-closed', problem: null });
  never.pass(400);
  expect(used(never.effects)).toEqual([1]);
});

test('a person who stops without a port reaches the second port', () => {
  const bench = wired(handshaken(), PORT);
  bench.take({ kind: 'port-closed', problem: null });
  bench.stop();
  bench.pass(40);
  expect(used(bench.effects)).toEqual([0]);
});

test('a second round of the ladder tries anew what failed, and leaves alone what is switched', () => {
  const bench = unanswered(PORT, DTR, RELAY);
  deaf(bench, 600);
  bench.take({ kind: 'wiring-used', step: 1, ok: true, why: '' });
  bench.take({ kind: 'wiring-used', step: 2, ok: false, why: 'no relay' });
  bench.effects = [];
  bench.stop('Bea');
  deaf(bench, 700);
  expect(used(bench.effects)).toEqual([0, 2]);
});

test('a trip in safe with a permit out goes through the second port, and cuts once the rig is seen without a permit', () => {
  const bench = wired(permitted(), DTR);
  bench.probe = BENT;
  bench.sample();
  bench.pass(300);
  expect(used(bench.effects)).toEqual([]);
  bench.hb.permit = 'none';
  bench.beat();
  bench.pass(40);
  expect(used(bench.effects)).toEqual([0]);
});

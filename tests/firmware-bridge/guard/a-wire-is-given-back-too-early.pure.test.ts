/** What a wire took away stays away until a person resets the trip, over a lost port too; and a dead rig can still be woken. */
import { expect, test } from 'vitest';
import { DTR, PORT, POWER, RELAY, deaf, released, unanswered, used } from './wired-bench.ts';

test('only the reset drives the lines back, and it does', () => {
  const bench = unanswered(PORT, DTR);
  while (used(bench.effects).length < 2) deaf(bench, 20);
  bench.take({ kind: 'wiring-used', step: 1, ok: true, why: '' });
  bench.stopped('start');
  bench.hb.seat = '0';
  bench.run(1000);
  expect(released(bench.effects)).toEqual([]);
  bench.reset();
  bench.run(100);
  bench.hb.latch = 'none';
  bench.say('RESET-DONE', { id: bench.state.trip?.trip.id ?? '' });
  expect(bench.state.trip).toBeNull();
  expect(released(bench.effects)).toEqual([[1]]);
});

test('a port that opens anew raises its lines, so what was cut by one is cut again; a relay is not touched', () => {
  const bench = unanswered(DTR, RELAY);
  while (used(bench.effects).length < 2) deaf(bench, 20);
  for (const step of [0, 1]) bench.take({ kind: 'wiring-used', step, ok: true, why: '' });
  bench.take({ kind: 'port-closed', problem: null });
  bench.effects = [];
  expect(used(bench.open())).toEqual([0]);
});

test('a rig without power cannot be reset: the first order of a named person gives the power back, the trip stays', () => {
  const bench = unanswered(POWER);
  while (used(bench.effects).length === 0) deaf(bench, 20);
  bench.take({ kind: 'wiring-used', step: 0, ok: true, why: '' });
  bench.pass(3000);
  expect(bench.state.trip?.trip.receipt.state).toBe('not-confirmed');
  const nobody = bench.reset({ actor: { kind: 'unverified-name', name: ' ' } });
  expect(released(nobody)).toEqual([]);
  const effects = bench.reset();
  expect(released(effects)).toEqual([[0]]);
  expect(effects).toContainEqual(expect.objectContaining({ do: 'answer-order', result: expect.objectContaining({ outcome: 'power-back' }) as unknown }));
  expect(bench.state.mode).toBe('tripped');
  expect(bench.reset()).toContainEqual(expect.objectContaining({ do: 'answer-order', result: expect.objectContaining({ ok: false }) as unknown }));
});

test('a relay that comes back may have forgotten: what it cut is cut again, and nothing after the reset', () => {
  const bench = unanswered(RELAY);
  while (used(bench.effects).length === 0) deaf(bench, 20);
  bench.take({ kind: 'wiring-used', step: 0, ok: true, why: '' });
  const lost = { code: 'wire-lost', params: { by: 'relay', path: '/dev/relay' } } as const;
  bench.take({ kind: 'wiring-health', problem: lost, opened: null });
  expect(bench.state.wireProblem).toEqual(lost);
  expect(used(bench.take({ kind: 'wiring-health', problem: null, opened: 0 }))).toEqual([0]);
  bench.stopped('start');
  bench.hb.seat = '0';
  bench.run(1000);
  bench.reset();
  bench.run(100);
  bench.hb.latch = 'none';
  bench.say('RESET-DONE', { id: bench.state.trip?.trip.id ?? '' });
  expect(used(bench.take({ kind: 'wiring-health', problem: null, opened: 0 }))).toEqual([]);
});

/** Ways in which a stop could get lost between two rules, two sessions or two orders. Each one was, or could be, real. */
import { expect, test } from 'vitest';
import { BENT, PHONE, RESTORE, SETUP, BenchScript, facts } from './bench-script.ts';
import { committed, confirmedTrip, critical, handshaken, permitted, restoring } from './places.ts';

test('tripped in committed, then a destroying step is announced: the stop is written, whatever the plan', () => {
  for (const kind of ['update', 'erase'] as const) {
    const bench = committed(kind);
    bench.stop();
    expect(bench.stops()).toEqual([]);
    const effects = bench.phase('erase-next');
    expect(bench.stops(effects)).toHaveLength(1);
  }
});

test('the fallback is told before the zone changes: the stop follows with the heartbeat', () => {
  const bench = committed();
  expect(bench.stops(bench.say('EVENT', { kind: 'fallback' }))).toEqual([]);
  expect(bench.stops(bench.phase('erase-next'))).toHaveLength(1);
});

test('a stop came too late for the write: the erase after it gets a stop of its own, with a new id', () => {
  const bench = critical();
  bench.stop();
  const first = bench.stops().at(-1);
  bench.say('TOO-LATE', { id: first ?? '', phase: 'write', zone: 'committed', restore: RESTORE });
  bench.hb.latch = first ?? '';
  bench.phase('write');
  bench.run(200);
  const effects = bench.phase('erase-next');
  expect(bench.stops(effects)).toHaveLength(1);
  expect(bench.stops(effects)[0]).not.toBe(first);
  bench.stopped('erase-next');
  expect(bench.state.trip?.trip).toMatchObject({
    id: bench.stops(effects)[0], earlierIds: [first], outcome: 'unknown', receipt: { answer: 'stopped', answerPhase: 'erase-next', state: 'confirmed' },
  });
  expect(bench.stops(bench.run(500))).toEqual([]);
});

test('a port lost before the answer: the stop is written again when the rig is back', () => {
  const bench = permitted();
  bench.stop();
  bench.take({ kind: 'port-closed', problem: null });
  expect(bench.state.trip?.trip.receipt.state).toBe('not-confirmed');
  bench.nowMs += 300;
  bench.tick();
  bench.open();
  bench.shake();
  const effects = bench.run(100);
  expect(bench.stops(effects)).toEqual([bench.state.trip?.trip.receipt.stopId]);
  bench.stopped('unpack');
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'nothing', receipt: { state: 'confirmed' } });
});

test('a rig that came back deaf to the stop gets the whole ladder again, and then a person', () => {
  const bench = permitted();
  bench.stop();
  bench.take({ kind: 'port-closed', problem: null });
  bench.nowMs += 300;
  bench.tick();
  bench.open();
  bench.shake();
  const effects = bench.run(1000);
  expect(bench.stops(effects)).toHaveLength(4);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'look-first', receipt: { state: 'not-confirmed', rung: 4 } });
});

test("a person's stop does not wait for a zone report where a link cause does", () => {
  const bench = critical();
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  expect(bench.causes).toEqual(['rig-restarted']);
  expect(bench.stops()).toEqual([]);
  expect(bench.stops(bench.stop())).toHaveLength(1);
});

test("a person's stop given while the port is away goes out before the handshake", () => {
  const bench = permitted();
  bench.take({ kind: 'port-closed', problem: null });
  bench.stop();
  expect(bench.stops()).toEqual([]);
  const effects = bench.open();
  expect(bench.stops(effects)).toHaveLength(1);
  expect(effects.findIndex((one) => one.do === 'stop-restore')).toBeLessThan(effects.findIndex((one) => one.do === 'write-line'));
});

test('a stop that waits for a rig that never comes back calls a person', () => {
  const bench = critical();
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  bench.pass(1000);
  expect(bench.state.trip?.trip).toMatchObject({ receipt: { state: 'not-confirmed', rung: 4 } });
  expect(['pull-device', 'look-first']).toContain(bench.state.trip?.trip.operator);
});

test('a stop of an earlier run that nobody answered calls a person when the rig does not come back', () => {
  const before = permitted();
  before.stop();
  const bench = new BenchScript(before.kept);
  bench.open();
  bench.pass(2000);
  expect(bench.state.trip?.trip).toMatchObject({ receipt: { state: 'not-confirmed' } });
  bench.shake();
  bench.hb = before.hb;
  expect(bench.stops(bench.run(100))).toEqual([before.state.trip?.trip.id]);
});

test("a person's stop while a reset is under way ends the reset", () => {
  const bench = confirmedTrip();
  bench.probe = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
  bench.run(300);
  const effects = bench.reset();
  expect(bench.verbs([...effects, ...bench.run(100)])).toContain('RESET');
  const id = bench.hb.latch;
  bench.stop('Cid');
  bench.say('RESET-DONE', { id });
  expect(bench.state.mode).toBe('tripped');
});

test('a cause that comes while a reset is under way ends the reset', () => {
  const bench = confirmedTrip();
  bench.probe = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
  bench.run(300);
  bench.reset();
  bench.run(100);
  bench.say('EVENT', { kind: 'estop' });
  bench.say('RESET-DONE', { id: bench.hb.latch });
  expect(bench.state.mode).toBe('tripped');
  expect(bench.causes).toContain('estop');
});

test('an erase seen in established committed without a permit for it is a trip, also if its announcement was lost', () => {
  const bench = committed();
  bench.plan = { restore: RESTORE, kind: 'erase', from: '26.1', to: '26.2', hash: 'AAAA0001' };
  bench.run(300);
  bench.phase('erase');
  expect(bench.causes).toContain('erase-without-permit');
  expect(bench.stops()).toEqual([]);
});

test('a plan that changes between two heartbeats ends the permit of the plan before', () => {
  const bench = permitted();
  const other = { restore: RESTORE, kind: 'update', from: '26.1', to: '26.3', hash: 'AAAA0001' };
  bench.plan = other;
  bench.say('PLAN', other);
  bench.say('PLAN', other);
  expect(bench.state.permit).toBeNull();
  expect(bench.grants(bench.beat())).toEqual([]);
});

test('in critical a plan that changes is a trip', () => {
  const bench = critical();
  bench.say('PLAN', { restore: RESTORE, kind: 'update', from: '26.1', to: '26.3', hash: 'AAAA0001' });
  bench.say('PLAN', { restore: RESTORE, kind: 'update', from: '26.1', to: '26.3', hash: 'AAAA0001' });
  bench.beat();
  expect(bench.causes[0]).toBe('unknown-plan');
});

test('one probe stuck among healthy ones is a faulty sensor', () => {
  const bench = permitted();
  for (let round = 0; round < 30; round += 1) {
    bench.pass(100);
    bench.sample({ l_um: `${round % 3},31,44,${29 + (round % 2)},2`, r_um: `1,${28 + (round % 2)},${39 + (round % 3)},30,${round % 2}` });
    bench.beat();
  }
  expect(bench.state.frame.fault).toBe('stuck');
  expect(bench.state.permit).toBeNull();
});

test('a hold holds although the identifier it names is not readable any more', () => {
  const bench = permitted();
  bench.device = { model: 'iPhone%2012', ecid: PHONE.ecid };
  bench.run(300);
  bench.give(facts({ version: 2, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: null, imei: null }, code: 'device-held' }] }));
  expect(bench.grants(bench.run(300))).toEqual([]);
  expect(bench.state.permit).toBeNull();
});

test('a phone swapped for another within one heartbeat must be named and measured anew', () => {
  const bench = permitted();
  bench.beat({ seat: '0' });
  bench.nowMs += 100;
  bench.tick();
  for (let beats = 0; beats < 4; beats += 1) expect(bench.grants(bench.beat())).toEqual([]);
});

test('a hold that arrives ends a live permit at the next heartbeat, and in critical it stops', () => {
  const hold = facts({ version: 2, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: null, imei: null }, code: 'device-held' }] });
  const safe = permitted();
  safe.give(hold);
  expect(safe.grants(safe.beat())).toEqual([]);
  expect(safe.state).toMatchObject({ mode: 'inhibited', trip: null, permit: null });
  const next = critical();
  next.give(hold);
  expect(next.stops(next.beat())).toHaveLength(1);
  expect(next.causes[0]).toBe('device-held');
});

test('a bend stops in safe and in critical within the step that read it', () => {
  for (const bench of [permitted(), critical(), restoring()]) {
    bench.run(300);
    bench.probe = BENT;
    expect(bench.stops(bench.sample())).toHaveLength(1);
  }
});

test('a device that is taken out in critical is a stop', () => {
  const bench = critical();
  expect(bench.stops(bench.beat({ seat: '0' }))).toHaveLength(1);
});

test('two stops without a name in one run are two trips with two ids', () => {
  const ids = [0, 1].map((round) => {
    const bench = handshaken(null);
    bench.hb.latch = '000000000000';
    bench.run(300);
    const id = bench.state.trip?.trip.id ?? '';
    if (round === 1) {
      bench.shake();
      bench.say('LATCH', { id: '000000000000', answer: 'stopped', phase: 'idle', zone: 'safe', restore: 'none', at_ms: '900', cause: 'stop' });
      bench.run(200);
      bench.reset();
      bench.run(100);
      bench.hb.latch = 'none';
      bench.say('RESET-DONE', { id: '000000000000' });
      bench.run(200);
      bench.hb.latch = '000000000000';
      bench.run(300);
      expect(bench.state.trip?.trip.id).not.toBe(id);
    }
    return id;
  });
  expect(ids[0]?.startsWith(SETUP.stopPrefix)).toBe(true);
});

test('an update that falls back to an erase is stopped by the heartbeat alone, with its cause', () => {
  const bench = committed();
  expect(bench.stops(bench.phase('erase-next'))).toHaveLength(1);
  expect(bench.causes[0]).toBe('update-fell-back-to-erase');
  expect(bench.state.trip?.trip).toMatchObject({ zone: 'critical', dataAtStake: true, eraseArmed: true });
});

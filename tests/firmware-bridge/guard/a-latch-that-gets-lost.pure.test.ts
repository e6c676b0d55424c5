/** A trip stays until people reset it: through restarts of either end, E-stops, refusals and second causes. */
import { expect, test } from 'vitest';
import { BenchScript, RESTORE, facts } from './bench-script.ts';
import { confirmedTrip, critical, handshaken, permitted } from './places.ts';

const straight = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };

test('first-out never changes before reset: later causes are added behind it', () => {
  const bench = permitted();
  bench.stop();
  bench.say('EVENT', { kind: 'button' });
  bench.beat({ estop: '1' });
  expect(bench.causes.slice(0, 3)).toEqual(['operator-stop', 'stop-button', 'estop']);
  bench.stop('Bob');
  expect(bench.causes[0]).toBe('operator-stop');
});

test('a restart of the bridge never clears a latch', () => {
  const bench = new BenchScript(confirmedTrip().kept);
  expect(bench.state.mode).toBe('tripped');
  bench.take({ kind: 'record-health', canRecord: true });
  bench.give(facts());
  bench.open();
  bench.shake();
  bench.run(500);
  expect(bench.state).toMatchObject({ mode: 'tripped', permit: null });
});

test('the answer to a stop of the run before is an answer: nothing is written again, and nobody is called', () => {
  const old = permitted();
  old.stop();
  const bench = new BenchScript(old.kept);
  bench.open();
  bench.shake();
  const from = bench.effects.length;
  bench.stopped('unpack');
  bench.run(500);
  expect(bench.stops(bench.effects.slice(from))).toEqual([]);
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'confirmed', answer: 'stopped' });
});

test('a restart of the rig never clears a latch, not even one that the rig forgot', () => {
  const bench = confirmedTrip();
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  bench.hb = { ...bench.hb, latch: 'none', phase: 'idle' };
  bench.shake();
  bench.run(500);
  expect(bench.state.mode).toBe('tripped');
});

test('a latch of the rig trips the bridge that knows of none', () => {
  const bench = handshaken();
  bench.hb.latch = 'R00070000001';
  bench.beat();
  expect(bench.state).toMatchObject({ trip: null, permit: null });
  bench.beat();
  expect(bench.state.mode).toBe('tripped');
  const told = handshaken();
  told.say('LATCH', { id: '5C1E77A90009', answer: 'stopped', phase: 'unpack', zone: 'safe', restore: RESTORE, at_ms: '9033', cause: 'stop' });
  expect(told.state.trip?.trip).toMatchObject({ id: '5C1E77A90009', recovered: true });
});

test('a running restore that a restarted bridge does not know is a trip', () => {
  const bench = new BenchScript();
  bench.open();
  bench.shake();
  bench.phase('unpack', { seat: '1', restore: RESTORE });
  expect(bench.causes[0]).toBe('bridge-restarted');
});

test('an E-stop held cannot be reset; released, it clears with two heartbeats', () => {
  const bench = permitted();
  bench.hb.estop = '1';
  bench.beat();
  bench.stopped('unpack');
  bench.run(300);
  const answer = bench.reset().find((one) => one.do === 'answer-order');
  expect(answer?.do === 'answer-order' && answer.result.refusal).toBe('estop-held');
  delete bench.hb.estop;
  bench.beat();
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(false);
  bench.beat();
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(true);
});

test('a reset that the rig refuses, does not answer, or loses the line for, releases nothing', () => {
  const spoil: ((bench: BenchScript) => void)[] = [
    (bench) => { bench.say('REFUSED', { re: String(bench.state.reset?.sent?.n ?? -1), verb: 'RESET', why: 'estop' }); },
    (bench) => { bench.run(1200); },
    (bench) => { bench.take({ kind: 'port-closed', problem: null }); },
  ];
  for (const refuse of spoil) {
    const bench = confirmedTrip();
    bench.probe = straight;
    bench.run(300);
    bench.reset();
    bench.run(100);
    expect(bench.state.reset).not.toBeNull();
    refuse(bench);
    expect(bench.state).toMatchObject({ mode: 'tripped', reset: null });
    expect(bench.effects.filter((one) => one.do === 'answer-order')).toHaveLength(1);
  }
});

test('each reset order gets its answer, also one that a second order overtakes', () => {
  const bench = confirmedTrip();
  bench.probe = straight;
  bench.run(300);
  bench.reset();
  bench.reset({ id: '00000000-0000-7000-8000-000000000002' });
  bench.run(1500);
  expect(bench.effects.flatMap((one) => (one.do === 'answer-order' ? [one.result.id.slice(-1)] : []))).toEqual(['1', '2']);
});

test('outside committed dropping the permit is the first effect of a trip, and the stop the second', () => {
  for (const bench of [permitted(), critical()]) {
    for (const effects of [bench.phase('unknown', { restore: RESTORE }), bench.say('EVENT', { kind: 'button' })]) {
      if (bench.stops(effects).length === 0) continue;
      expect(effects.slice(0, 2).map((one) => one.do)).toEqual(['drop-permit', 'stop-restore']);
    }
    expect(bench.state.mode).toBe('tripped');
  }
});

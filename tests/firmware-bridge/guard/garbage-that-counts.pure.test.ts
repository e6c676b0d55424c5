/** Noise on the line may tighten; it never renews, never clears, and no single valid line loosens. */
import { expect, test } from 'vitest';
import { BENT, HASH, RESTORE } from './bench-script.ts';
import { confirmedTrip, critical, permitted, restoring } from './places.ts';

test('garbage never renews: corrupt, foreign, doubled and regressed lines leave the age as it was', () => {
  const bench = critical();
  const madeAtMs = bench.state.link.lineMadeAtMs;
  const beat = bench.line('HB', { ack: '1', ...bench.hb });
  bench.nowMs += 100;
  bench.hear(`${beat.slice(0, -1)}Z`);
  bench.say('HB', { ack: '1', ...bench.hb }, { session: '00000007' });
  bench.say('HB', { ack: '1', ...bench.hb }, { n: bench.state.link.rxN });
  expect(bench.state.link.lineMadeAtMs).toBe(madeAtMs);
  expect(bench.grants(bench.hear('noise'))).toEqual([]);
  bench.pass(450);
  expect(bench.causes[0]).toBe('rig-silent');
});

test('three corrupt lines in a row break the link, and five of fifty do', () => {
  const row = critical();
  row.hear('noise');
  row.hear('noise');
  expect(row.state.trip).toBeNull();
  row.hear('noise');
  expect(row.causes[0]).toBe('corrupt-frames');
  const spread = critical();
  for (let count = 0; count < 4; count += 1) {
    spread.hear('noise');
    spread.beat();
  }
  expect(spread.state.trip).toBeNull();
  spread.hear('noise');
  expect(spread.causes[0]).toBe('corrupt-frames');
});

test('garbage never clears: a cause stands through noise, foreign lines and a new session', () => {
  const bench = confirmedTrip();
  bench.hear('noise');
  bench.say('HB', { ack: '1', ...bench.hb, latch: 'none' }, { session: 'FFFF0007' });
  bench.hear('noise');
  bench.hear('noise');
  bench.shake();
  bench.run(500);
  expect(bench.state.trip?.trip.causes[0]).toMatchObject({ code: 'device-frame-bent', cleared: false });
});

test('a regressed number is a trip in critical and a new handshake in safe', () => {
  const safe = permitted();
  expect(safe.verbs(safe.say('HB', { ack: '1', ...safe.hb }, { n: 60_000 }))).toEqual(['HELLO']);
  expect(safe.state).toMatchObject({ mode: 'handshaking', permit: null, trip: null });
  const next = critical();
  next.say('HB', { ack: '1', ...next.hb }, { n: 60_000 });
  expect(next.causes[0]).toBe('sequence-regressed');
});

test('no single frame permits: two heartbeats with everything do', () => {
  const bench = restoring();
  bench.say('PLAN', bench.plan ?? {});
  bench.say('PLAN', bench.plan ?? {});
  expect(bench.grants(bench.beat())).toEqual([]);
  bench.nowMs += 100;
  expect(bench.grants(bench.beat())).toHaveLength(1);
});

test('no single frame clears a cause: two good samples, or two heartbeats without the device, do', () => {
  const bench = confirmedTrip();
  bench.probe = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
  bench.sample();
  bench.beat();
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(false);
  bench.sample();
  bench.beat();
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(true);
  const away = confirmedTrip();
  away.beat({ seat: '0' });
  expect(away.state.trip?.trip.causes[0]?.cleared).toBe(false);
  away.beat({ seat: '0' });
  expect(away.state.trip?.trip.causes[0]?.cleared).toBe(true);
});

test('what was measured long ago clears nothing', () => {
  const bench = permitted();
  bench.probe = BENT;
  bench.sample();
  bench.probe = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
  bench.sample();
  bench.sample();
  bench.pass(400);
  bench.stopped('unpack');
  bench.beat();
  bench.beat();
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(false);
});

test('no single frame ends a restore or makes it another', () => {
  const bench = critical();
  bench.say('ENDED', { restore: RESTORE, result: 'undone' });
  expect(bench.state.restore?.id).toBe(RESTORE);
  bench.beat();
  bench.say('PLAN', { restore: '00070002', kind: 'update', from: '1', to: '2', hash: HASH });
  expect(bench.state.restore?.id).toBe(RESTORE);
});

test('only the WELCOME that answers our own HELLO opens a session', () => {
  const bench = critical();
  bench.take({ kind: 'port-closed', problem: null });
  bench.nowMs += 100;
  bench.open();
  const welcome = { proto: '1', rig: 'R-20931', fw: '2.4.1', model: 'RB-4', virtual: '0', latch: 'none' };
  bench.say('WELCOME', welcome, { n: 5 });
  bench.say('WELCOME', welcome, { n: 0, session: 'FFFF0007' });
  bench.say('WELCOME', { ...welcome, proto: '2' }, { n: 0 });
  bench.say('WELCOME', { ...welcome, virtual: '1' }, { n: 0 });
  expect(bench.state.link).toMatchObject({ session: null, problem: { code: 'virtual-mismatch' } });
  bench.welcome();
  expect(bench.state.link).toMatchObject({ session: bench.session, problem: null });
});

/** Stops that nobody needs: they make people switch the guard off. */
import { expect, test } from 'vitest';
import { noteGoodLine } from '../../../firmware-bridge/guard/watchdog.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { BenchScript, PHONE, WALL_MS } from './bench-script.ts';
import { committed, confirmedTrip, critical, handshaken, permitted } from './places.ts';

test('an identifier that cannot be read any more is not another device, in critical least of all', () => {
  const bench = critical();
  bench.device = { model: 'iPhone%2012', ecid: PHONE.ecid };
  bench.run(500);
  bench.device = { model: 'iPhone%2012', serial: PHONE.serial };
  bench.run(500);
  bench.device = { model: 'iPhone%2012' };
  bench.run(500);
  expect(bench.state.trip).toBeNull();
  expect(bench.state.permit).not.toBeNull();
});

test('before critical a device that cannot be compared with the one that was seated withholds', () => {
  const bench = permitted();
  bench.device = { model: 'iPhone%2012', ecid: PHONE.ecid };
  bench.run(300);
  expect(bench.state.permit).not.toBeNull();
  bench.device = { model: 'iPhone%2012' };
  bench.run(300);
  expect(bench.state).toMatchObject({ mode: 'inhibited', trip: null, permit: null });
  bench.device = { model: 'iPhone%2012', imei: PHONE.imei };
  bench.run(400);
  expect(bench.state.permit).not.toBeNull();
});

test('a WELCOME of this session that comes again renews nothing and makes nothing look old', () => {
  const bench = critical();
  bench.say('WELCOME', { proto: '1', rig: 'R-20931', fw: '2.4.1', model: 'RB-4', virtual: '0', latch: 'none', t_ms: '6000' }, { n: 0 });
  bench.pass(100);
  expect(bench.state.trip).toBeNull();
  bench.pass(500);
  expect(bench.causes[0]).toBe('rig-silent');
});

test('after the rig stopped by itself a second cause writes no stop that could not be answered', () => {
  const bench = critical();
  bench.say('STOPPED', { id: 'R00070000001', phase: 'start', zone: 'critical', restore: bench.hb.restore, cause: 'lapse' });
  bench.hb = { ...bench.hb, phase: 'stopped', zone: 'safe', restore: 'none', latch: 'R00070000001' };
  bench.run(200);
  bench.say('EVENT', { kind: 'button' });
  bench.run(1000);
  expect(bench.stops()).toEqual([]);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'nothing', receipt: { state: 'confirmed' } });
});

test('one sample with a missing probe ends nothing in critical; none that is fresh does', () => {
  const bench = critical();
  bench.sample({ l_um: '0,x,44,29,2' });
  bench.beat();
  expect(bench.state.trip).toBeNull();
  bench.probe = { l_um: '0,x,44,29,2', r_um: '0,x,44,29,2' };
  bench.run(600);
  expect(bench.causes[0]).toBe('cannot-measure');
});

test('one sample above the hold limit and below the limit is no stop; two of three are', () => {
  const bench = critical();
  bench.sample({ l_um: '0,0,-600,0,0' });
  expect(bench.state.frame.samples.at(-1)?.deviationUm).toBe(600);
  expect(bench.causes[0]).toBe('device-frame-bent');
  const next = critical();
  next.sample({ l_um: '0,0,-350,0,0' });
  next.beat();
  next.sample();
  next.beat();
  expect(next.state.trip).toBeNull();
  next.sample({ l_um: '0,0,-350,0,0' });
  expect(next.causes[0]).toBe('device-frame-bent');
});

test('rig clocks 100 ppm slow or fast look neither silent nor new within hours', () => {
  for (const ppm of [-100, 100]) {
    const turn: Turn = { state: critical().state, effects: [], nowMs: 0, wallMs: WALL_MS };
    let worstMs = 0;
    for (let nowMs = 0; nowMs < 3 * 3_600_000; nowMs += 200) {
      const at = { ...turn, nowMs };
      worstMs = Math.max(worstMs, Math.abs(nowMs - noteGoodLine(at, Math.round(5000 + nowMs * (1 + ppm / 1e6)))));
      turn.state = at.state;
    }
    expect(worstMs).toBeLessThan(10);
  }
});

test('lines that are read late do not look new', () => {
  const bench = critical();
  const late = [0, 1].map(() => {
    bench.pass(40);
    return bench.line('HB', { ack: '1', ...bench.hb });
  });
  bench.pass(350);
  for (const text of late) bench.hear(text);
  expect(bench.nowMs - (bench.state.link.lineMadeAtMs ?? 0)).toBeGreaterThanOrEqual(345);
  bench.pass(160);
  expect(bench.causes).not.toEqual([]);
});

test('two lines with the same rig time are nothing wrong', () => {
  const bench = critical();
  bench.beat();
  bench.beat();
  bench.sample();
  bench.beat();
  expect(bench.state.trip).toBeNull();
});

test('a rig whose clock stands still is silent', () => {
  const bench = critical();
  for (let beats = 0; beats < 8; beats += 1) {
    bench.uptimeAheadMs -= 100;
    bench.nowMs += 100;
    bench.tick();
    bench.beat();
  }
  expect(bench.state).toMatchObject({ mode: 'tripped', permit: null });
});

test('one heartbeat that says no restore is open ends nothing', () => {
  const bench = critical();
  bench.beat({ restore: 'none', phase: 'idle', zone: 'safe' });
  expect(bench.state).toMatchObject({ zone: 'critical', restore: { id: bench.hb.restore } });
  bench.run(300);
  expect(bench.state.trip).toBeNull();
  expect(bench.state.permit).not.toBeNull();
});

test('an empty bench never trips: not by silence, garbage, a bend or a restart', () => {
  const bench = handshaken();
  bench.hear('noise');
  bench.hear('noise');
  bench.hear('noise');
  bench.shake();
  bench.sample({ l_um: '0,0,3000,0,0' });
  bench.pass(5000);
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  expect(bench.state.trip).toBeNull();
});

test('knowledge of holds that grows old ends no live permit, and no disk that is full does', () => {
  const bench = critical();
  bench.take({ kind: 'record-health', canRecord: false });
  bench.state = { ...bench.state, factsAtMs: bench.nowMs - 120_000 };
  bench.run(300);
  expect(bench.state).toMatchObject({ trip: null, permit: { point: 'write' } });
});

test('in committed a lost permissive is noted and stops nothing', () => {
  const bench = committed();
  bench.power({ battery_pct: '3' });
  bench.beat();
  expect(bench.state).toMatchObject({ trip: null, permit: null });
  expect(bench.effects.some((one) => one.do === 'record' && one.item.kind === 'note')).toBe(true);
});

test('a host whose name is not ASCII still shakes hands', () => {
  const bench = new BenchScript(null, { hostName: '修理台'.repeat(20) });
  expect(bench.verbs(bench.open())).toEqual(['HELLO']);
});

test('a confirmed trip stays quiet', () => {
  const bench = confirmedTrip();
  const stops = bench.stops().length;
  bench.run(3000);
  expect(bench.stops()).toHaveLength(stops);
});

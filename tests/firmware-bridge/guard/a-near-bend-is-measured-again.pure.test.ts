/** The review band: three seatings, one of them turned, all below the hold limit and of one mind, before a permit; and never a running restore. */
import { expect, test } from 'vitest';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { PHONE, facts } from './bench-script.ts';
import { committed, critical, handshaken } from './places.ts';
import { isPermitted, progress, seat, takeOut } from './seatings.ts';

const NEAR = 270;
const MINUTE_MS = 60_000;

test('a phone in the review band is permitted after three seatings with one turned, and the texts lead there', () => {
  const bench = handshaken();
  seat(bench, NEAR);
  expect(progress(bench)).toEqual({ count: 1, needed: 3, turned: false, differUm: null, next: 'turn', forgottenInMs: null });
  expect(isPermitted(bench, NEAR)).toBe(false);
  const row = bench.state.permissives.find((one) => one.id === 'frame-measured');
  expect(english.permissives['frame-measured'].whenNotOk(row?.detail ?? {})).toBe('Chassis measured 1 of 3 times');
  expect(english.permissives['frame-measured'].whatToDo(row?.detail ?? {})).toContain('turn it by 180°');
  takeOut(bench);
  expect(progress(bench)).toMatchObject({ count: 1, next: 'seat' });
  seat(bench, NEAR, true);
  expect(progress(bench)).toMatchObject({ count: 2, turned: true, next: 'again' });
  expect(isPermitted(bench, NEAR, true)).toBe(false);
  takeOut(bench);
  seat(bench, NEAR);
  expect(progress(bench)).toMatchObject({ count: 3, turned: true, next: 'done' });
  expect(isPermitted(bench, NEAR)).toBe(true);
});

test('a better reading does not undo the need: once near the limit, a phone is measured three times', () => {
  const bench = handshaken();
  seat(bench, NEAR);
  seat(bench, 200);
  expect(isPermitted(bench, 200)).toBe(false);
  takeOut(bench);
  seat(bench, 200);
  expect(isPermitted(bench, 200)).toBe(false);
});

test('one seating is one measurement however long it lasts, and one heartbeat without the phone is no seating', () => {
  const bench = handshaken();
  seat(bench, NEAR, false, 5000);
  expect(progress(bench)?.count).toBe(1);
  bench.beat({ seat: '0' });
  seat(bench, NEAR, true, 2000);
  expect(progress(bench)?.count).toBe(1);
});

test('three seatings the same way are not enough: one must be turned', () => {
  const bench = handshaken();
  for (let seating = 0; seating < 4; seating += 1) {
    seat(bench, NEAR);
    expect(progress(bench)?.next).toBe('turn');
    expect(isPermitted(bench, NEAR)).toBe(false);
    takeOut(bench);
  }
  seat(bench, NEAR, true);
  expect(isPermitted(bench, NEAR, true)).toBe(true);
});

test('a fixture that bends only what lies on its left shows when the phone is turned', () => {
  const bench = handshaken();
  seat(bench, NEAR);
  takeOut(bench);
  // Turned, the left of the fixture again reads 270, and that is the other edge of the phone now.
  const lying = (): void => {
    bench.hb = { ...bench.hb, seat: '1' };
    bench.probe = { l_um: `0,0,${NEAR},0,1`, r_um: '1,0,60,0,0' };
    for (let passed = 0; passed < 900; passed += 100) {
      bench.pass(100);
      bench.say('DEVICE', bench.device);
      bench.sample({ turned: '1' });
      bench.beat();
    }
  };
  lying();
  expect(progress(bench)).toMatchObject({ count: 2, turned: true, next: 'clean' });
  expect(progress(bench)?.differUm).toBeGreaterThan(200);
  takeOut(bench);
  seat(bench, NEAR);
  expect(progress(bench)).toMatchObject({ count: 3, next: 'clean' });
  expect(isPermitted(bench, NEAR)).toBe(false);
});

test('a measurement at the hold limit starts the count again', () => {
  const bench = handshaken();
  seat(bench, NEAR);
  takeOut(bench);
  seat(bench, 320, true);
  // That is for the manager: nobody is told to seat it once more, and it is not permitted for being below once.
  expect(progress(bench)).toBeNull();
  takeOut(bench);
  expect(progress(bench)).toBeNull();
  seat(bench, NEAR);
  expect(progress(bench)?.count).toBe(1);
  takeOut(bench);
  seat(bench, NEAR, true);
  expect(isPermitted(bench, NEAR, true)).toBe(false);
  takeOut(bench);
  seat(bench, NEAR);
  expect(isPermitted(bench, NEAR)).toBe(true);
});

test('fewer than five samples, or a phone that moves, is no measurement', () => {
  const short = handshaken();
  seat(short, NEAR, false, 400);
  expect(progress(short)).toBeNull();
  seat(short, NEAR, false, 100);
  expect(progress(short)?.count).toBe(1);
  const moving = handshaken();
  for (let step = 0; step < 12; step += 1) seat(moving, 100 + (step % 2) * 170, false, 100);
  expect(progress(moving)).toBeNull();
});

test('another phone keeps its own count, and the first one keeps its own', () => {
  const bench = handshaken();
  seat(bench, NEAR);
  takeOut(bench);
  bench.device = { model: 'Pixel%208', serial: '39281FDJH000AB' };
  seat(bench, 100);
  expect(progress(bench)).toBeNull();
  expect(isPermitted(bench, 100)).toBe(true);
  takeOut(bench);
  bench.device = { model: 'iPhone%2012', serial: PHONE.serial, ecid: PHONE.ecid };
  seat(bench, 200, true);
  expect(progress(bench)).toMatchObject({ count: 2, turned: true });
  expect(isPermitted(bench, 200, true)).toBe(false);
});

test('out of the fixture for more than 15 minutes it is measured from the start, and not one moment earlier', () => {
  for (const [ms, left, count] of [[15 * MINUTE_MS, 1, 2], [15 * MINUTE_MS + 1, 0, 1]] as const) {
    const bench = handshaken();
    seat(bench, NEAR);
    takeOut(bench);
    const outAtMs = bench.nowMs - (15 * MINUTE_MS - (progress(bench)?.forgottenInMs ?? 0));
    while (bench.nowMs < outAtMs + ms) {
      bench.nowMs = Math.min(bench.nowMs + 250, outAtMs + ms);
      bench.tick();
      bench.beat();
    }
    expect(progress(bench)?.count ?? 0).toBe(left);
    // Seated in that very moment.
    bench.hb = { ...bench.hb, seat: '1' };
    bench.probe = { l_um: '1,0,60,0,0', r_um: `0,0,${String(NEAR)},0,1` };
    bench.beat();
    for (let samples = 0; samples < 7; samples += 1) {
      bench.say('DEVICE', bench.device);
      bench.sample({ turned: '1' });
    }
    expect(progress(bench)?.count).toBe(count);
  }
});

test('nobody is told to take the phone out past the gate, in committed, or while the bench is tripped', () => {
  const near = { l_um: `0,0,${NEAR},0,1`, r_um: '1,0,60,0,0' };
  const bent = { l_um: '0,0,700,0,1', r_um: '1,0,60,0,0' };
  for (const place of [critical, committed] as const) {
    for (const probe of [near, bent]) {
      const bench = place();
      bench.probe = probe;
      bench.run(1500);
      bench.stop();
      bench.run(1500);
      expect(progress(bench)).toBeNull();
      const row = bench.state.permissives.find((one) => one.id === 'frame-measured');
      expect(row?.detail['next']).toBeUndefined();
      expect(english.permissives['frame-measured'].whatToDo(row?.detail ?? {})).not.toMatch(/[Tt]ake the phone out/);
    }
  }
  const bench = handshaken();
  seat(bench, NEAR);
  expect(progress(bench)).not.toBeNull();
  bench.stop();
  expect(progress(bench)).toBeNull();
});

test('a restore that runs is not touched by the review band', () => {
  const bench = critical();
  bench.probe = { l_um: `0,0,${NEAR},0,1`, r_um: '1,0,60,0,0' };
  bench.run(3000);
  expect(bench.state).toMatchObject({ trip: null, permit: { point: 'write' } });
  expect(progress(bench)).toBeNull();
});

test('what was measured often enough for one phone is not enough once its data cannot be replaced: the limits of now judge it', () => {
  const bench = handshaken();
  seat(bench, NEAR);
  takeOut(bench);
  seat(bench, NEAR, true);
  takeOut(bench);
  seat(bench, NEAR);
  expect(progress(bench)?.next).toBe('done');
  bench.give(facts({ version: 2, irreplaceable: [{ device: { serial: PHONE.serial, ecid: PHONE.ecid, imei: PHONE.imei } }] }));
  expect(progress(bench)).toBeNull();
  expect(isPermitted(bench, 200)).toBe(false);
});

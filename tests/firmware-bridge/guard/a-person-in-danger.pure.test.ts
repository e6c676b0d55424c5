/** People come before data, cable and zone: what endangers them trips everywhere, and nobody is asked to stay at the bench. */
import { describe, expect, test } from 'vitest';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { BenchScript, type Fields } from './bench-script.ts';
import { committed, critical, handshaken, permitted, restoring } from './places.ts';

const warm = (deviceDc: number): Fields => ({ device_dc: String(deviceDc) });

const DANGERS: Readonly<Record<string, (bench: BenchScript) => void>> = {
  'device-hot': (bench) => { bench.powerSays = warm(560); bench.run(200); },
  'device-heating': (bench) => {
    for (let step = 0; step < 12; step += 1) {
      bench.powerSays = warm(300 + step * 15);
      bench.run(1000);
    }
  },
  'probe-force': (bench) => { bench.powerSays = { force_cn: '1200' }; bench.run(200); },
  'device-swelling': (bench) => { bench.say('EVENT', { kind: 'swelling' }); },
  'smoke-button': (bench) => { bench.say('EVENT', { kind: 'smoke' }); },
};

function lying(): BenchScript {
  const bench = handshaken();
  bench.hb = { ...bench.hb, seat: '1' };
  bench.run(300);
  return bench;
}

describe.each(Object.entries(DANGERS))('%s', (code, endanger) => {
  test.each([['safe', permitted], ['critical', critical]] as const)('in %s stops the restore and sends people away', (_zone, place) => {
    const bench = place();
    endanger(bench);
    expect(bench.causes[0]).toBe(code);
    expect(bench.stops().length).toBeGreaterThan(0);
    expect(bench.state.trip?.trip.operator).toBe('step-back');
  });

  test('in committed writes no stop, latches, and never asks to keep the cable in', () => {
    const bench = committed();
    endanger(bench);
    expect(bench.causes[0]).toBe(code);
    expect(bench.stops()).toEqual([]);
    expect(bench.effects.filter((effect) => effect.do === 'warn-committed')).toHaveLength(1);
    expect(bench.state.trip?.trip).toMatchObject({ operator: 'step-back', zone: 'committed', receipt: { state: 'too-late' } });
  });

  test('trips while a device lies there without a restore', () => {
    const bench = lying();
    endanger(bench);
    expect(bench.causes).toEqual([code]);
    expect(bench.state.trip?.trip.operator).toBe('step-back');
  });

  test('comes first on the bench whatever the call was before', () => {
    const bench = committed();
    bench.stop();
    expect(bench.state.trip?.trip.operator).toBe('keep-cable');
    endanger(bench);
    expect(bench.causes).toEqual(['operator-stop', code]);
    expect(bench.state.trip?.trip.operator).toBe('step-back');
    bench.run(500);
    expect(bench.state.trip?.trip.operator).toBe('step-back');
  });
});

test('an empty bench trips for no reading and no swelling, and for the smoke button all the same', () => {
  const bench = handshaken();
  for (let count = 0; count < 3; count += 1) bench.power({ device_dc: '900', force_cn: '5000' });
  bench.run(300);
  bench.say('EVENT', { kind: 'swelling' });
  expect(bench.state.trip).toBeNull();
  bench.say('EVENT', { kind: 'smoke' });
  expect(bench.causes).toEqual(['smoke-button']);
});

test('one wrong reading of heat or force is no danger', () => {
  const bench = permitted();
  for (const wrong of [{ device_dc: '1900' }, { force_cn: '90000' }, { device_dc: '-400' }]) {
    bench.run(1000);
    bench.power(wrong);
    bench.run(1000);
  }
  bench.run(30_000);
  expect(bench.state.trip).toBeNull();
  expect(bench.state.mode).toBe('permitted');
});

test('the warmth of work is no danger: 27 to 37 °C within half a minute', () => {
  const bench = permitted();
  for (let step = 0; step <= 20; step += 1) {
    bench.powerSays = warm(270 + step * 5);
    bench.run(1000);
  }
  expect(bench.state.trip).toBeNull();
});

test('a warm phone that stays warm is not heating', () => {
  const bench = lying();
  bench.powerSays = warm(430);
  bench.hb = { ...bench.hb, seat: '0' };
  bench.run(300);
  bench.hb = { ...bench.hb, seat: '1' };
  bench.run(40_000);
  expect(bench.state.trip).toBeNull();
});

test('the limit itself is hot, the limit itself is not too much force', () => {
  const hot = permitted();
  hot.powerSays = { device_dc: '499', force_cn: '1000' };
  hot.run(2000);
  expect(hot.causes).not.toContain('probe-force');
  expect(hot.causes).not.toContain('device-hot');
  hot.powerSays = warm(500);
  hot.run(300);
  expect(hot.causes).toContain('device-hot');
});

test('heat clears only well below its limit, and then nobody has to hold a cable of a restore that is over', () => {
  const bench = permitted();
  bench.powerSays = warm(560);
  bench.run(200);
  bench.stopped('unpack');
  bench.powerSays = warm(470);
  bench.run(3000);
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(false);
  bench.powerSays = warm(440);
  bench.run(500);
  expect(bench.state.trip?.trip.causes.every((cause) => cause.cleared || cause.code !== 'device-hot')).toBe(true);
  bench.run(40_000);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'nothing' });
});

test('an old reading clears nothing', () => {
  const bench = permitted();
  bench.powerSays = { force_cn: '1200' };
  bench.run(200);
  bench.stopped('unpack');
  bench.power({ force_cn: '110' });
  bench.power({ force_cn: '110' });
  bench.nowMs += 2600;
  bench.beat();
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(false);
});

test.each(['device-swelling', 'smoke-button'])('%s clears only when the device is out', (code) => {
  const bench = permitted();
  DANGERS[code]?.(bench);
  bench.stopped('unpack');
  bench.run(2000);
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(false);
  bench.hb.seat = '0';
  bench.run(300);
  expect(bench.state.trip?.trip.causes[0]?.cleared).toBe(true);
});

test('a danger that the rig repeats every second is recorded once', () => {
  const bench = permitted();
  for (let count = 0; count < 5; count += 1) bench.say('EVENT', { kind: 'smoke' });
  expect(bench.effects.filter((effect) => effect.do === 'record' && effect.item.kind === 'rig-event')).toHaveLength(1);
});

test('a stop nobody confirmed still sends people away, and the words say so', () => {
  const bench = restoring();
  bench.run(300);
  bench.say('EVENT', { kind: 'smoke' });
  bench.pass(2500);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'step-back', receipt: { state: 'not-confirmed' } });
  expect(english.operatorCalls['step-back'].title).toBe('E-stop, then step back');
});

test('a danger survives a restart of the bridge with its call', () => {
  const before = committed();
  before.say('EVENT', { kind: 'smoke' });
  const after = new BenchScript(before.kept);
  expect(after.state.trip?.trip.operator).toBe('step-back');
});

test.each([['hot', 'device-hot'], ['force', 'probe-force']])('what was read before the rig said %s does not call the danger off; two readings after it do', (kind, code) => {
  const bench = lying();
  bench.say('EVENT', { kind });
  bench.beat();
  bench.beat();
  const danger = () => bench.state.trip?.trip.causes.find((cause) => cause.code === code);
  expect(danger()).toMatchObject({ cleared: false });
  bench.power();
  bench.say('EVENT', { kind });
  bench.power();
  bench.beat();
  expect(danger(), 'it is said again, so it lasts').toMatchObject({ cleared: false });
  bench.power();
  bench.beat();
  expect(danger()).toMatchObject({ cleared: true });
});

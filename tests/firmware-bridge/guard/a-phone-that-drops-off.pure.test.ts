/** Bus, hubs, supply and battery: what withholds in safe, stops in critical and is only noted in committed. */
import { describe, expect, test } from 'vitest';
import { USB_RETURN_MS } from '../../../firmware-bridge/guard/zone.ts';
import type { BenchScript } from './bench-script.ts';
import { committed, critical, permitted, restoring } from './places.ts';

const gone = (bench: BenchScript): void => { bench.say('EVENT', { kind: 'usb-gone' }); };
const back = (bench: BenchScript): void => { bench.say('EVENT', { kind: 'usb-back' }); };
const notes = (bench: BenchScript): number => bench.effects.filter((effect) => effect.do === 'record' && effect.item.kind === 'note' && effect.item.body.code === 'permissive-lost-in-committed').length;
const missing = (bench: BenchScript): readonly string[] => bench.state.permissives.filter((one) => !one.ok).map((one) => one.id);

const TROUBLES: Readonly<Record<string, { readonly permissive: string; readonly make: (bench: BenchScript) => void }>> = {
  'usb-lost': {
    permissive: 'usb-steady',
    make: (bench) => {
      gone(bench);
      // In `start` the phone leaves the bus by itself: it is late only after a minute.
      bench.run(bench.state.lastPhase === 'start' ? 61_000 : 200);
    },
  },
  'hub-deep': { permissive: 'hub-shallow', make: (bench) => { bench.device = { ...bench.device, hub: '2' }; bench.run(200); } },
  'supply-dip': { permissive: 'supply-steady', make: (bench) => { bench.say('EVENT', { kind: 'supply-dip' }); bench.run(200); } },
};

describe.each(Object.entries(TROUBLES))('%s', (code, { permissive, make }) => {
  test('in safe it withholds the permit and stops nothing', () => {
    const bench = permitted();
    make(bench);
    expect(bench.state.trip).toBeNull();
    expect(bench.state.permit).toBeNull();
    expect(missing(bench)).toEqual([permissive]);
  });

  test('in critical it stops', () => {
    const bench = critical();
    make(bench);
    expect(bench.causes).toEqual([code]);
    expect(bench.stops().length).toBeGreaterThan(0);
  });

  test('in committed it is noted, and nothing is stopped', () => {
    const bench = committed();
    make(bench);
    expect(bench.state.trip).toBeNull();
    expect(bench.stops()).toEqual([]);
    expect(notes(bench)).toBe(1);
  });
});

test.each(Object.entries(USB_RETURN_MS))('in %s the phone leaves the bus by itself, and is late after %i ms', (phase, returnMs) => {
  const bench = restoring();
  bench.state = { ...bench.state, lastPhase: phase as keyof typeof USB_RETURN_MS };
  gone(bench);
  const { usb } = bench.state.watch;
  expect(usb).toMatchObject({ drops: 0, gone: { dueAtMs: bench.nowMs + returnMs } });
  back(bench);
  expect(bench.state.watch.usb).toEqual({ gone: null, backAtMs: null, drops: 0 });
});

test('an expected disconnect that ends in time changes nothing', () => {
  const bench = permitted();
  bench.phase('recovery');
  gone(bench);
  bench.run(59_000);
  back(bench);
  bench.run(300);
  expect(bench.state.permit).not.toBeNull();
  expect(bench.state.watch.usb.drops).toBe(0);
});

test('after an unexpected one the bench waits some seconds, and after three of them until the phone was seated anew', () => {
  const bench = permitted();
  for (let count = 1; count <= 3; count += 1) {
    gone(bench);
    bench.run(200);
    back(bench);
    bench.run(4500);
    expect(bench.state.permit).toBeNull();
    bench.run(1000);
    expect(bench.state.permit === null).toBe(count === 3);
  }
  bench.run(30_000);
  expect(missing(bench)).toEqual(['usb-steady']);
  expect(bench.state.permissives.find((one) => one.id === 'usb-steady')?.detail).toMatchObject({ why: 'often', drops: 3 });
});

test('a late return counts once, and a second word of the same does not', () => {
  const bench = permitted();
  bench.phase('recovery');
  gone(bench);
  gone(bench);
  bench.run(61_000);
  back(bench);
  back(bench);
  expect(bench.state.watch.usb.drops).toBe(1);
});

test('one hub is fine, and a rig that says nothing of hubs is too', () => {
  const bench = permitted();
  bench.device = { ...bench.device, hub: '1' };
  bench.run(300);
  expect(bench.state.permit).not.toBeNull();
});

test('a dip of the supply is over after ten seconds', () => {
  const bench = permitted();
  bench.say('EVENT', { kind: 'supply-dip' });
  bench.run(9500);
  expect(bench.state.permit).toBeNull();
  bench.run(1000);
  expect(bench.state.permit).not.toBeNull();
});

test('the battery that was read before the phone changed its mode is the one that is judged', () => {
  const bench = permitted();
  bench.phase('recovery');
  const silent = bench.power.bind(bench);
  bench.power = () => bench.say('POWER', { supply_mv: '5060', device_dc: '287', force_cn: '110' });
  bench.run(1000);
  expect(bench.state.permit).not.toBeNull();
  expect(bench.state.power?.value.batteryPct).toBe(71);
  bench.power = silent;
  bench.powerSays = { battery_pct: '12' };
  bench.run(300);
  expect(missing(bench)).toEqual(['power-fine']);
});

test('the battery of the phone before is nobody’s', () => {
  const bench = permitted();
  bench.hb = { ...bench.hb, seat: '0' };
  bench.run(300);
  expect(bench.state.watch.batteryPct).toBeNull();
});

test('a heartbeat that the rig refuses ends the permit, and stops in critical', () => {
  const refuse = (bench: BenchScript): void => { bench.say('REFUSED', { re: '9', verb: 'HB', why: 'busy' }); };
  const safe = permitted();
  refuse(safe);
  expect(safe.state.permit).toBeNull();
  expect(safe.state.trip).toBeNull();
  const near = critical();
  refuse(near);
  expect(near.causes).toEqual(['rig-refused']);
  const past = committed();
  refuse(past);
  expect(past.stops()).toEqual([]);
});

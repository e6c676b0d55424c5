/** Silence, a sleeping host and a host that came late: beyond the limit it trips or inhibits, as the zone says, from every state. */
import { expect, test } from 'vitest';
import { PLACES, committed, critical, permitted } from './places.ts';

test.each(Object.entries(PLACES))('silence beyond the limit trips or inhibits as the zone says: %s', (_name, make) => {
  const bench = make();
  const { zone, trip } = bench.state;
  const limitMs = zone === 'critical' ? 500 : 2000;
  bench.pass(limitMs - 40);
  expect(bench.state.trip).toEqual(trip);
  const effects = bench.pass(80);
  expect(bench.state.permit).toBeNull();
  expect(bench.grants(effects)).toEqual([]);
  if (trip !== null) expect(bench.state.trip?.trip.causes).toEqual(trip.trip.causes);
  else if (zone === 'critical') expect([bench.causes[0], bench.stops(effects).length]).toEqual(['rig-silent', 1]);
  else expect([bench.state.mode, bench.state.trip]).toEqual(['handshaking', null]);
});

test('a host that slept, or came late by the silence limit, expires every age and shakes hands again', () => {
  for (const stall of ['slept', 'late'] as const) {
    const bench = permitted();
    if (stall === 'late') bench.nowMs += 500;
    bench.tick(stall === 'slept' ? 1000 : 0);
    expect(bench.state).toMatchObject({ mode: 'handshaking', permit: null, factsAtMs: null, power: null, frame: { samples: [] }, device: { agreed: 0 } });
    const next = critical();
    if (stall === 'late') next.nowMs += 500;
    next.tick(stall === 'slept' ? 1000 : 0);
    expect(next.causes[0]).toBe('bridge-stalled');
    const past = committed();
    if (stall === 'late') past.nowMs += 500;
    past.tick(stall === 'slept' ? 1000 : 0);
    expect(past.state).toMatchObject({ zone: 'committed', trip: null });
  }
});

test('a wall clock that steps changes nothing', () => {
  const bench = permitted();
  bench.take({ kind: 'tick', sleptMs: 0, wallMs: 0 } as Parameters<typeof bench.take>[0]);
  expect(bench.state.permit).not.toBeNull();
});

test('a rig that hears nothing any more counts as silent', () => {
  const bench = critical();
  for (let beats = 0; beats < 14; beats += 1) {
    bench.pass(100);
    bench.say('HB', { ...bench.hb, ack: '0' });
    bench.sample();
  }
  expect(bench.causes[0]).toBe('rig-silent');
});

test('a port that opens anew without having closed was lost in between: in critical that is a stop', () => {
  const bench = critical();
  bench.open();
  expect(bench.causes[0]).toBe('port-lost');
  expect(bench.stops()).toHaveLength(1);
  const safe = permitted();
  safe.open();
  expect(safe.state).toMatchObject({ mode: 'handshaking', permit: null, trip: null });
});

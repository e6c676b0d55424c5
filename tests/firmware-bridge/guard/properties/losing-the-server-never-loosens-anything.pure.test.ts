/** Property: losing the server never loosens anything. What it said stays, grows old and then withholds; it never stops a live permit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PHONE, facts } from '../bench-script.ts';
import { PLACES } from '../places.ts';
import { anyPlace, play } from '../random-events.ts';
import { playOn, serverlessMoves, stepsOf } from './steps.ts';

test('without the server no new permit is given on knowledge older than its limit', () => {
  fc.assert(fc.property(anyPlace, serverlessMoves(6), serverlessMoves(8), (place, before, after) => {
    const bench = play(place, before);
    bench.run(60_200);
    const from = bench.events.length;
    playOn(bench, after);
    bench.run(600);
    for (const { before: was, after: is } of stepsOf(bench).slice(from)) expect(was.permit === null && is.permit !== null).toBe(false);
  }), { numRuns: 8 });
});

test('a hold that is known withholds for ever, with the server away', () => {
  fc.assert(fc.property(anyPlace, serverlessMoves(12), (place, list) => {
    const bench = PLACES[place]?.() ?? play(place, []);
    bench.give(facts({ version: 9, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: PHONE.ecid, imei: PHONE.imei }, code: 'device-held' }] }));
    bench.beat();
    const from = bench.events.length;
    playOn(bench, list.filter(([name]) => name !== 'other phone'));
    for (const { before: was, after: is } of stepsOf(bench).slice(from)) expect(was.permit === null && is.permit !== null).toBe(false);
    expect(bench.state.facts?.holds).toHaveLength(1);
  }), { numRuns: 30 });
});

test('a live permit lives on without the server', () => {
  const bench = PLACES['critical']?.() ?? play('critical', []);
  bench.run(61_000);
  expect(bench.state).toMatchObject({ mode: 'permitted', trip: null });
});

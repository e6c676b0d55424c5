/** A stop with a known device holds it until that stop is reset; the facts say nothing that the bridge must not know. */
import { expect, test } from 'vitest';
import { factsSchema } from '../../../firmware-bridge/contract/uplink.ts';
import { NO_CASES } from '../../../server/domain/cases/cases-port.ts';
import { factsOf, holdOf, isActive } from '../../../server/domain/facts.ts';
import { projectStops } from '../../../server/domain/project-stops.ts';
import { lifeOfAStop, madeEvent, madeTrip, stored } from '../made-evidence.ts';

const holdsOf = (events: ReturnType<typeof lifeOfAStop>) => projectStops('S1', events.map((event, index) => stored(event, index + 7))).map(holdOf);

test('a stop with a known device places a hold on its identifiers', () => {
  const [hold] = holdsOf(lifeOfAStop('S1', 'VIRTUAL-1', 1, false));
  expect(hold).toMatchObject({ id: 'stop-7', device: { serial: 'VIRTUALSERIAL', ecid: null, imei: null }, code: 'device-frame-bent', releasedAtIso: null });
});

test('the reset of that stop releases it', () => {
  const [hold] = holdsOf(lifeOfAStop('S1', 'VIRTUAL-1', 1));
  expect(hold).toMatchObject({ releasedBy: 'Technician' });
  expect(hold !== null && hold !== undefined && isActive(hold)).toBe(false);
});

test('a device that nobody can name is not held', () => {
  const nameless = { model: 'Virtual phone', serial: null, ecid: null, imei: null };
  for (const device of [null, nameless]) expect(holdsOf([madeEvent(1, 'tripped', { rig: 'VIRTUAL-1', device, trip: madeTrip('S1') })])).toEqual([null]);
});

test('facts carry the identifiers and the code, and fit the contract', () => {
  const hold = holdsOf(lifeOfAStop('S1', 'VIRTUAL-1', 1, false))[0];
  if (hold === null || hold === undefined) throw new Error('no hold');
  const facts = factsOf('db', 3, [hold], NO_CASES.facts(0));
  expect(factsSchema.parse(facts)).toEqual(facts);
  expect(Object.keys(facts.holds[0] ?? {})).toEqual(['id', 'device', 'code']);
});

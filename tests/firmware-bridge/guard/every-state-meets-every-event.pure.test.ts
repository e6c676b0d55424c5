/** The state × event matrix: what the interlock does with every event in every representative state, as a text to be read. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CAUSE_CODES } from '../../../firmware-bridge/contract/causes.ts';
import { causeRows, matrixText } from './matrix-text.ts';
import { COLUMNS, EVENTS, LINES } from './matrix-events.ts';
import { STATES } from './matrix-states.ts';

test('the matrix is as it was read, and no cause is missing from it', async () => {
  const rows = causeRows();
  expect(CAUSE_CODES.filter((code) => !rows.some((row) => row.code === code && row.isCause)), 'causes that no row of the matrix brings about').toEqual([]);
  await expect(matrixText(rows)).toMatchFileSnapshot(resolve(import.meta.dirname, 'matrix.snapshot.md'));
});

test('no kind of event and no verb is missing from it', () => {
  expect(Object.entries({ ...EVENTS, ...LINES }).filter(([, forms]) => Object.keys(forms).length === 0)).toEqual([]);
  const names = COLUMNS.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('the states are what they are called', () => {
  const is = Object.fromEntries(Object.entries(STATES).map(([name, make]) => {
    const { mode, zone, permit, trip, restore, reset, drills } = make().state;
    expect([drills.running !== null, drills.kept.out !== null]).toEqual([name === 'drill struck', name === 'out of service']);
    return [name, [mode, zone, permit?.point ?? null, trip?.trip.receipt.state ?? null, restore?.established ?? null, reset !== null]];
  }));
  expect(is).toEqual({
    'offline': ['offline', 'safe', null, null, null, false],
    'handshaking': ['handshaking', 'safe', null, null, null, false],
    'idle': ['inhibited', 'safe', null, null, null, false],
    'drill struck': ['inhibited', 'safe', null, null, null, false],
    'out of service': ['inhibited', 'safe', null, null, false, false],
    'waiting at the gate': ['inhibited', 'safe', null, null, false, false],
    'permitted, safe': ['permitted', 'safe', 'write', null, false, false],
    'critical, permitted': ['permitted', 'critical', 'write', null, false, false],
    'critical, no permit yet': ['inhibited', 'critical', null, null, false, false],
    'critical, erase permitted': ['permitted', 'critical', 'erase', null, false, false],
    'committed, claimed once': ['permitted', 'critical', 'write', null, false, false],
    'committed': ['permitted', 'committed', 'write', null, true, false],
    'committed, erased': ['permitted', 'committed', 'erase', null, true, false],
    'tripped, stop pending': ['tripped', 'critical', null, 'pending', false, false],
    'tripped, not confirmed': ['tripped', 'critical', null, 'not-confirmed', false, false],
    'tripped, confirmed': ['tripped', 'safe', null, 'confirmed', null, false],
    'tripped, too late': ['tripped', 'committed', null, 'too-late', true, false],
    'tripped, unplugged': ['tripped', 'safe', null, 'not-confirmed', false, false],
    'tripped, stop waits': ['tripped', 'critical', null, 'not-written', false, false],
    'resetting': ['tripped', 'safe', null, 'confirmed', null, true],
    'restarted, trip kept': ['tripped', 'safe', null, 'confirmed', null, false],
    'restarted, committed kept': ['offline', 'committed', null, null, true, false],
  });
});

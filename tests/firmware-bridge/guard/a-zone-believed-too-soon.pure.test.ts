/** The map of phases and what one heartbeat adds to it, each by itself: what contradicts itself is critical, and nothing is believed once. */
import { expect, test } from 'vitest';
import { PHASES, ZONES, type Phase, type Point, type Zone } from '../../../firmware-bridge/contract/interlock.ts';
import { restoreFrom, type RestoreState } from '../../../firmware-bridge/guard/restore-state.ts';
import { ZONE_OF_PHASE, believedZone, claimsCommitted, covers, followZone, isUnpermittedClaim } from '../../../firmware-bridge/guard/zone.ts';
import type { Heartbeat } from '../../../firmware-bridge/wire/rig-message.ts';
import { RESTORE } from './bench-script.ts';

const says = (phase: Phase, zone: Zone = ZONE_OF_PHASE[phase]): Heartbeat => ({
  verb: 'HB', tMs: 1, ack: 0, seated: true, phase, zone, restore: RESTORE, gate: 'none', permit: 'none', latch: null, estop: false,
});
const restore = (more: Partial<RestoreState> = {}): RestoreState => ({ ...restoreFrom(RESTORE, 'R-1', null), ...more });

test('the map is that of the protocol', () => {
  const of = (zone: Zone): Phase[] => PHASES.filter((phase) => ZONE_OF_PHASE[phase] === zone);
  expect(of('safe')).toEqual(['idle', 'prepare', 'unpack', 'verify', 'recovery', 'stopped']);
  expect(of('critical')).toEqual(['start', 'erase-next', 'unknown']);
  expect(of('committed')).toEqual(['write', 'erase', 'finish']);
});

test('a permit for erasing covers both points, one for writing its own', () => {
  const table = [null, 'write', 'erase'].map((permit) => (['write', 'erase'] as const).map((point) => covers(permit as Point | null, point)));
  expect(table).toEqual([[false, false], [true, false], [true, true]]);
});

test('committed is claimed only where phase and zone say so together', () => {
  const claims = PHASES.flatMap((phase) => ZONES.filter((zone) => claimsCommitted(says(phase, zone))).map((zone) => `${phase} ${zone}`));
  expect(claims).toEqual(['write committed', 'erase committed', 'finish committed']);
});

test.each<[string, Partial<RestoreState>, Phase, boolean]>([
  ['without a permit', {}, 'write', true], ['with the permit to write', { permitted: 'write' }, 'write', false], ['an erase with the permit to write', { permitted: 'write' }, 'erase', true],
  ['an erase with its permit', { permitted: 'erase' }, 'erase', false], ['a write after an erase that none covered', { permitted: 'write', erasing: true }, 'write', true],
  ['an established write', { established: true }, 'write', false], ['an erase in established committed', { established: true, permitted: 'write' }, 'erase', true],
  ['no claim at all', {}, 'start', false],
])('a claim of committed, %s', (_what, more, phase, isUnpermitted) => {
  expect(isUnpermittedClaim(restore(more), says(phase))).toBe(isUnpermitted);
});

test('what a heartbeat shows of the restore stays known; what contradicts itself shows nothing', () => {
  expect(followZone(restore(), says('write'))).toMatchObject({ written: true, erasing: false, eraseSeen: false });
  expect(followZone(restore(), says('finish'))).toMatchObject({ written: true, erasing: false });
  expect(followZone(restore(), says('erase'))).toMatchObject({ written: false, erasing: true, eraseSeen: true });
  expect(followZone(restore(), says('erase-next'))).toMatchObject({ written: false, erasing: false, eraseSeen: true });
  for (const phase of ['write', 'finish', 'erase', 'erase-next'] as const) {
    expect(followZone(restore(), says(phase, 'safe')), phase).toMatchObject({ written: false, erasing: false, eraseSeen: false });
  }
  expect(followZone(restore({ written: true, erasing: true, eraseSeen: true }), says('unpack'))).toMatchObject({ written: true, erasing: true, eraseSeen: true });
  expect(followZone(restore({ eraseSeen: true }), says('write'))).toMatchObject({ eraseSeen: true, erasing: false });
});

test('claims count in a row and only with a permit; two of them establish, and only an erase ahead takes that back', () => {
  const once = followZone(restore({ permitted: 'write' }), says('write'));
  expect(once).toMatchObject({ claims: 1, established: false });
  expect(followZone(once, says('finish'))).toMatchObject({ claims: 2, established: true });
  for (const other of [says('start'), says('write', 'critical'), says('unpack', 'committed'), says('erase')]) expect(followZone(once, other)).toMatchObject({ claims: 0, established: false });
  expect(followZone(followZone(restore(), says('write')), says('write'))).toMatchObject({ claims: 0, established: false });
  expect(followZone(restore({ established: true }), says('unpack'))).toMatchObject({ established: true });
  expect(followZone(restore({ established: true, claims: 5 }), says('erase-next'))).toMatchObject({ established: false, claims: 0 });
  expect(followZone(restore({ established: true }), says('erase-next', 'safe'))).toMatchObject({ established: true });
});

test('the zone that is believed', () => {
  expect(believedZone(null, says('write'))).toBe('safe');
  expect(believedZone(restore(), null)).toBe('critical');
  expect(believedZone(restore({ established: true }), null)).toBe('committed');
  expect(believedZone(restore({ established: true }), says('unpack'))).toBe('committed');
  for (const phase of PHASES) {
    for (const zone of ZONES) {
      const agrees = ZONE_OF_PHASE[phase] === zone;
      expect(believedZone(restore(), says(phase, zone)), `${phase} ${zone}`).toBe(agrees && zone === 'safe' ? 'safe' : 'critical');
    }
  }
});

/** The certificate of non-erasure: every way in which a restore can go, and what may be said of it afterwards. Each doubt speaks against it. */
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../../firmware-bridge/contract/evidence.ts';
import type { StoredStop } from '../../../../server/contract/live.ts';
import { certificateOf, certify } from '../../../../server/domain/papers/certificate.ts';
import { restoresOfDevice } from '../../../../server/domain/papers/restores-of-device.ts';
import { DEVICE, madeEvent, madeReceipt, madeTrip } from '../../made-evidence.ts';
import { at, madeCase, madeDevice, madeFrame } from './made-case-state.ts';

const IDS = { serial: DEVICE.serial, imei: null, ecid: null };
const PLAN = { kind: 'update', from: '17.1', to: '17.2', hash: 'ABCD' };
type Told = readonly [kind: string, body?: Record<string, unknown>];
const told = (...all: readonly Told[]): Evidence[] => all.map(([kind, body = {}], index) => madeEvent(index + 1, kind, body));
const SEATED: Told = ['device-seated', { device: DEVICE }];
const OPENED: Told = ['restore-opened', { restoreId: 'R1' }];
const PLANNED: Told = ['plan-announced', { restoreId: 'R1', plan: PLAN }];
const ended = (result: string): Told => ['restore-ended', { restoreId: 'R1', result }];
const WRITE: Told = ['permit-granted', { restoreId: 'R1', point: 'write', plan: 'ABCD' }];
const CROSSED: Told = ['zone-changed', { from: 'critical', to: 'committed', phase: 'write', established: true }];

function stop(differs: Partial<StoredStop['trip']> = {}): StoredStop {
  const receipt = madeReceipt('7F3A', { state: 'confirmed', answer: 'stopped', writtenAfterUs: 213, acknowledgedAfterUs: 4100, seenStoppedAfterUs: 91_000 });
  return { rig: 'RIG-1', stopId: '7F3A', bench: 'bench-1', device: DEVICE, trip: madeTrip('7F3A', { outcome: 'intact', receipt, ...differs }), recovered: false, recordedAtIso: at(20), reset: null };
}
const device = madeDevice({ ids: IDS });
const state = madeCase({ devices: [device] });
const partsOf = (events: readonly Evidence[], stops: readonly StoredStop[] = []) => {
  const restores = restoresOfDevice([IDS], events, stops);
  return { state, device, restores, otherStops: stops.filter((one) => !restores.some((restore) => restore.stops.includes(one))) };
};
const doubts = (events: readonly Evidence[], stops: readonly StoredStop[] = []): readonly string[] => certify(partsOf(events, stops)).doubts;

describe('certified', () => {
  test.each<[string, Evidence[], StoredStop[]]>([
    ['nothing was begun', told(SEATED, ['device-left']), []],
    ['stopped before the first write, confirmed', told(SEATED, OPENED, PLANNED, ended('stopped')), [stop()]],
    ['permitted, and stopped in time all the same', told(SEATED, OPENED, PLANNED, WRITE, ended('stopped')), [stop()]],
    ['the rig gave up by itself, never permitted', told(SEATED, OPENED, PLANNED, ended('failed')), []],
    ['a stop with no restore open', told(SEATED), [stop({ restoreId: null, receipt: madeReceipt('7F3A', { state: 'not-written' }) })]],
    ['another phone on the same bench was erased', told(['device-seated', { device: { ...DEVICE, serial: 'OTHER' } }], OPENED, ended('erased')), []],
  ])('%s', (_name, events, stops) => {
    expect(doubts(events, stops)).toEqual([]);
    expect(JSON.stringify(certificateOf(partsOf(events, stops), madeFrame()).blocks[0])).toContain('Nothing on this phone was erased here');
  });
});

describe('not certified', () => {
  test.each<[string, Evidence[], StoredStop[], string[]]>([
    ['erased', told(SEATED, OPENED, PLANNED, WRITE, CROSSED, ended('erased')), [], ['erased']],
    ['erased, as the stop knows', told(SEATED, OPENED, ended('erased')), [stop({ outcome: 'destroyed' })], ['erased']],
    ['an erase was seen to begin', told(SEATED, OPENED, ended('stopped')), [stop({ outcome: 'destroying' })], ['erase-begun']],
    ['nobody knows', told(SEATED, OPENED, ended('stopped')), [stop({ outcome: 'unknown' })], ['outcome-unknown']],
    ['the rig never confirmed', told(SEATED, OPENED, ended('stopped')), [stop({ receipt: madeReceipt('7F3A', { state: 'not-confirmed' }) })], ['not-confirmed']],
    ['the answer is still awaited', told(SEATED, OPENED, ended('stopped')), [stop({ receipt: madeReceipt('7F3A', { state: 'pending' }) })], ['not-confirmed']],
    ['an update ran through', told(SEATED, OPENED, PLANNED, WRITE, CROSSED, ended('kept')), [], ['ran-through']],
    ['it crossed and failed', told(SEATED, OPENED, PLANNED, WRITE, CROSSED, ended('failed')), [], ['ran-through', 'outcome-unknown']],
    ['permitted, and nobody saw how far it went', told(SEATED, OPENED, PLANNED, WRITE, ended('failed')), [], ['outcome-unknown']],
    ['an erase was permitted', told(SEATED, OPENED, ['permit-granted', { restoreId: 'R1', point: 'erase', plan: 'A' }], ended('failed')), [], ['erase-permitted', 'outcome-unknown']],
    ['it still runs', told(SEATED, OPENED, PLANNED), [], ['still-running']],
    ['the port was gone meanwhile', told(SEATED, OPENED, ['port-closed', { path: 'x', problem: null }], ended('failed')), [], ['not-watched']],
    ['the bridge began anew meanwhile', [...told(SEATED, OPENED), madeEvent(3, 'bridge-started', {}, { bench: null }), madeEvent(4, ...ended('failed') as [string, Record<string, unknown>])], [], ['not-watched']],
    ['the device left in the middle', told(SEATED, OPENED, PLANNED, ['device-left']), [], ['still-running']],
    ['the device was known only after it began', told(OPENED, SEATED, ended('erased')), [], ['erased']],
    ['the plan of a newer rig cannot be read', told(SEATED, OPENED, ['permit-granted', { something: 'else' }], ended('failed')), [], ['erase-permitted', 'outcome-unknown']],
    ['a second restore follows without an end of the first', told(SEATED, OPENED, WRITE, ['restore-opened', { restoreId: 'R2' }], ['restore-ended', { restoreId: 'R2', result: 'failed' }]), [], ['outcome-unknown', 'still-running']],
    ['only the stop names the device', told(OPENED, WRITE, ended('erased')), [stop({ outcome: 'destroyed' })], ['erased']],
  ])('%s', (_name, events, stops, expected) => {
    expect(doubts(events, stops)).toEqual(expected);
    const text = JSON.stringify(certificateOf(partsOf(events, stops), madeFrame()));
    expect(text).toContain('This cannot be certified');
    expect(text).not.toContain('Nothing on this phone was erased here');
  });

  test('nobody knows which device it is, or it never came', () => {
    const unknown = { ...partsOf([]), device: madeDevice({ ids: { serial: null, imei: null, ecid: null } }) };
    expect(certify(unknown).doubts).toEqual(['no-identifier']);
    expect(certify({ ...partsOf([]), device: madeDevice({ ids: IDS, tiedAtIso: null, intake: null }) }).doubts).toEqual(['never-received']);
  });
});

test('a restore under a former identifier counts, and the period begins with it', () => {
  const restores = restoresOfDevice([{ serial: 'NEW', imei: null, ecid: null }, IDS], told(SEATED, OPENED, ended('failed')), []);
  expect(restores.map(({ restoreId }) => restoreId)).toEqual(['R1']);
  expect(certify({ state, device: madeDevice({ ids: IDS, tiedAtIso: '2027-01-01T00:00:00.000Z', intake: null }), restores, otherStops: [] }).fromIso).toBe(restores[0]?.atIso);
});

test('the receipt stands on it with its four times, and a time that never came is said', () => {
  const text = JSON.stringify(certificateOf(partsOf(told(SEATED, OPENED, PLANNED, ended('stopped')), [stop()]), madeFrame()));
  for (const words of ['after 0.2 ms', 'after 4.1 ms', 'after 91 ms', 'Stop 7F3A on bench-1', 'Device frame bent', '17.1 to 17.2']) expect(text).toContain(words);
  const never = stop({ receipt: madeReceipt('7F3A', { state: 'not-confirmed', writtenAfterUs: 200 }) });
  expect(JSON.stringify(certificateOf(partsOf(told(SEATED, OPENED), [never]), madeFrame()))).toContain('["Seen stopped","never"]');
});

/** What both cases know of one phone is put together: where it is tells the case in which it moved last, and nothing known is lost. */
import { expect, test } from 'vitest';
import type { DeviceIds } from '../../../../server/contract/case-parts.ts';
import type { CaseDevice, CaseState } from '../../../../server/contract/case-state.ts';
import { pairDevices } from '../../../../server/domain/cases/pair-devices.ts';
import { CaseWorld, idsOf, ROW, uuid } from './case-world.ts';
import { arrived, deviceIn, handOver, INTAKE, LAB, PHONE, received, STORE, tie } from './made-cases.ts';

const HOUR_MS = 3_600_000;

/** The same phone, in a store of its own whose clock is so many hours on. */
function caseAt(hours: number, make: (world: CaseWorld) => string, device: Partial<CaseDevice> = {}): CaseState {
  const world = new CaseWorld();
  world.nowMs += hours * HOUR_MS;
  const state = world.state(make(world));
  return { ...state, id: uuid(0x100 + hours), devices: state.devices.map((one, at) => ({ ...one, ...device, id: uuid(0x200 + 16 * hours + at) })), transfers: state.transfers.map((one) => ({ ...one, devices: [uuid(0x200 + 16 * hours)] })) };
}
const tied = (world: CaseWorld): string => { const id = arrived(world); tie(world, id); return id; };
const named = (ids: DeviceIds) => (world: CaseWorld): string => arrived(world, { device: { ids, looks: { model: '' } } });
const atTheLab = (world: CaseWorld): string => { const id = received(world); handOver(world, id, STORE, LAB); return id; };
const nowhereElse = (): boolean => false;
const one = (state: CaseState, target: CaseState, isElsewhere: (ids: DeviceIds) => boolean = nowhereElse): CaseDevice => {
  const { devices } = pairDevices(state, target, isElsewhere);
  expect(devices).toHaveLength(1);
  return devices[0] ?? deviceIn(new CaseWorld(), '');
};

test.each([
  ['both moved, the coming one later', caseAt(2, atTheLab), caseAt(1, received), 'with-partner'],
  ['both moved, the kept one later', caseAt(1, atTheLab), caseAt(2, received), 'in-store'],
  ['only the coming one moved', caseAt(1, received), caseAt(2, tied), 'in-store'],
  ['only the kept one moved', caseAt(2, tied), caseAt(1, received), 'in-store'],
  ['neither moved', caseAt(1, tied), caseAt(2, tied), 'with-customer'],
] as const)('%s', (_name, state, target, place) => {
  const device = one(state, target);
  expect(device.place).toBe(place);
  expect(device.id).toBe(target.devices[0]?.id);
  expect(pairDevices(state, target, nowhereElse).idOf(state.devices[0]?.id ?? '')).toBe(device.id);
  expect(pairDevices(state, target, nowhereElse).idOf('another')).toBe('another');
});

test('a bench that had it before anybody received it tells where it is', () => {
  const stopped = { place: 'in-store', tiedAtIso: '2026-11-24T20:00:00.000Z', location: { location: 'bench', label: 'bench-1', atIso: '2026-11-24T20:00:00.000Z' } } as const;
  expect(one(caseAt(1, tied, stopped), caseAt(2, tied)).place).toBe('in-store');
  expect(one(caseAt(2, tied), caseAt(1, tied, stopped)).place).toBe('in-store');
});

test('one that was only named gives way to one that was seen, from either side', () => {
  const [seen, word] = [caseAt(1, tied, { noPhotoWhy: 'seen' }), caseAt(2, named(idsOf({ serial: PHONE.serial })), { noPhotoWhy: 'named' })];
  for (const device of [one(seen, word), one(word, seen)]) expect(device).toMatchObject({ ids: PHONE, noPhotoWhy: 'seen', formerIds: [] });
  expect(one(seen, word).tiedAtIso).not.toBeNull();
  expect(one(word, seen).tiedAtIso).not.toBeNull();
});

test('everything that only one of them has is kept', () => {
  const at = { atIso: '2026-11-24T08:00:00.000Z' };
  const intake = { ...INTAKE, ...at, by: 'P-000001' } as CaseDevice['intake'];
  const outcome = { result: 'all', photos: 1, videos: null, other: null, delivered: 'drive', copyDeletedByIso: null, words: '', by: 'P-000001', ...at } as const;
  const known = { intake, outcome, noPhotoWhy: 'no camera', poweredOffAtIso: at.atIso, unlock: { proof: 'store-record', ...at } as const, suspectedBattery: true };
  const photo = (row: number) => ({ photo: { ...ROW, row: uuid(row) }, mime: 'image/png', bytes: 1, ...at });
  const [full, empty] = [caseAt(1, tied, { ...known, photos: [photo(1)] }), caseAt(2, tied, { photos: [photo(2)] })];
  for (const device of [one(full, empty), one(empty, full)]) {
    expect(device).toMatchObject(known);
    expect(device.photos.map(({ photo: { row } }) => row).toSorted()).toEqual([uuid(1), uuid(2)]);
  }
  expect(one(caseAt(1, tied), caseAt(2, tied)).suspectedBattery).toBe(false);
  const other = { ...outcome, result: 'none' } as const;
  expect(one(caseAt(1, tied, { outcome: other }), caseAt(2, tied, { outcome })).outcome?.result).toBe('all');
});

test('identifiers of both come together; one that differs stays among the former, once', () => {
  const target = caseAt(2, tied, { ids: idsOf({ serial: PHONE.serial, imei: PHONE.imei }) });
  expect(one(caseAt(1, tied, { ids: idsOf({ imei: PHONE.imei, ecid: 'ABCD' }) }), target)).toMatchObject({ ids: { ...PHONE, ecid: 'ABCD' }, formerIds: [] });
  const other = idsOf({ serial: 'MISREAD', imei: PHONE.imei });
  const device = one(caseAt(1, tied, { ids: other, formerIds: [other, PHONE] }), target);
  expect(device).toMatchObject({ ids: PHONE, formerIds: [other] });
});

test('what a phone elsewhere has does not become an identifier of this one, unless somebody here has seen it', () => {
  const isElsewhere = ({ imei }: DeviceIds): boolean => imei === PHONE.imei;
  const seen = caseAt(2, tied, { ids: idsOf({ serial: PHONE.serial }) });
  const word = caseAt(1, named(PHONE));
  expect(one(word, seen, isElsewhere)).toMatchObject({ ids: idsOf({ serial: PHONE.serial }), formerIds: [PHONE] });
  expect(one(word, seen)).toMatchObject({ ids: PHONE, formerIds: [] });
  expect(one(caseAt(1, tied), seen, isElsewhere)).toMatchObject({ ids: PHONE, formerIds: [] });
});

test('another phone of the target keeps its own identifier; the one that agrees throughout is the one', () => {
  const target = caseAt(2, (world) => { const id = tied(world); tie(world, id, { serial: 'ANOTHER1' }); return id; });
  const [first, second] = target.devices;
  const named12 = caseAt(1, named(idsOf({ serial: 'ANOTHER1', imei: PHONE.imei })));
  const { devices } = pairDevices(named12, target, nowhereElse);
  expect(devices).toMatchObject([{ id: second?.id, ids: idsOf({ serial: 'ANOTHER1' }), formerIds: [idsOf({ serial: 'ANOTHER1', imei: PHONE.imei })] }]);
  expect(first?.ids).toEqual(PHONE);
});

test('two phones of the coming case that are one phone of the target become that one', () => {
  const coming = caseAt(1, (world) => { const id = arrived(world); tie(world, id, { serial: PHONE.serial }); tie(world, id, { imei: PHONE.imei }); return id; });
  const target = caseAt(2, tied);
  const { devices, idOf } = pairDevices(coming, target, nowhereElse);
  expect(devices).toHaveLength(1);
  expect(coming.devices.map(({ id }) => idOf(id))).toEqual([target.devices[0]?.id, target.devices[0]?.id]);
});

test('phones that share nothing stay two', () => {
  const coming = caseAt(1, (world) => { const id = arrived(world); tie(world, id, { serial: 'ANOTHER1' }); return id; });
  const { devices, idOf } = pairDevices(coming, caseAt(2, tied), nowhereElse);
  expect(devices).toEqual(coming.devices);
  expect(idOf(coming.devices[0]?.id ?? '')).toBe(coming.devices[0]?.id);
});

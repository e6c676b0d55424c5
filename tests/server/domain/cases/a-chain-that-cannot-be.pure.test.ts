/** Entries that cannot follow each other end the attempt with a sentence: a case that cannot be is never shown. */
import { expect, test } from 'vitest';
import type { CaseDraft } from '../../../../server/contract/case-events.ts';
import { applyEvent } from '../../../../server/domain/cases/fold.ts';
import type { CaseState } from '../../../../server/contract/case-state.ts';
import { CaseWorld, idsOf, LOOKS, person, uuid } from './case-world.ts';
import { arrived, askHold, BRIEF, CONFIRMATION, deviceIn, outcome, PHONE, received, SECOND, transferIn, CUSTOMER, STORE } from './made-cases.ts';

const append = (state: CaseState | null, draft: CaseDraft, differs: object = {}): CaseState =>
  applyEvent(state, { ...draft, id: uuid(1), case: state?.id ?? uuid(2), seq: (state?.lastSeq ?? 0) + 1, atIso: '2026-11-24T09:00:00.000Z', actor: { kind: 'system', name: 'a test' }, ...differs });

test('a case begins once, goes on in order, and is one case', () => {
  const world = new CaseWorld();
  const state = world.state(arrived(world));
  const note: CaseDraft = { kind: 'noted', body: { words: 'something' } };
  expect(() => append(null, note)).toThrow('its first entry is noted');
  expect(() => append(state, { kind: 'walk-in-opened', body: { code: 'K000', irreplaceable: false, device: null, rows: {} } })).toThrow('opened twice');
  expect(() => append(state, note, { seq: state.lastSeq })).toThrow('follows entry');
  expect(() => append(state, note, { case: uuid(99) })).toThrow('of another case');
  expect(append(state, note, { seq: state.lastSeq + 5 }).lastSeq).toBe(state.lastSeq + 5);
});

test('nothing comes after a merge, and after closing only what comes late', () => {
  const world = new CaseWorld();
  const state = world.state(arrived(world));
  const merged = append(state, { kind: 'merged-into', body: { into: uuid(9), code: 'K001', why: 'the same' } });
  expect(() => append(merged, { kind: 'noted', body: { words: 'something' } })).toThrow('after it was merged');
  const closed = append(state, { kind: 'closed', body: { why: '' } });
  expect(() => append(closed, { kind: 'noted', body: { words: 'something' } })).toThrow('after it was closed');
  expect(() => append(closed, { kind: 'closed', body: { why: '' } })).toThrow('after it was closed');
  expect(append(closed, { kind: 'told', body: { who: 'agent', how: 'mail', about: 'progress', mail: null } }).told).toHaveLength(1);
  expect(append(closed, { kind: 'reopened', body: { why: 'not over' } }).stage).toBe('open');
  expect(() => append(world.state(world.must(null, 'file-brief', BRIEF)), { kind: 'closed', body: { why: '' } })).toThrow('closed while announced');
  expect(() => append(state, { kind: 'no-show-recorded', body: { why: 'nobody came' } })).toThrow('somebody was here');
});

test('a hold is of a device, one at a time, decided in its order', () => {
  const world = new CaseWorld();
  const id = received(world);
  const holdId = askHold(world, id);
  const state = world.state(id);
  const deviceId = deviceIn(world, id).id;
  expect(() => append(state, { kind: 'hold-asked', body: { holdId: uuid(9), deviceId, why: 'again' } })).toThrow('held twice');
  expect(() => append(state, { kind: 'hold-asked', body: { holdId: uuid(9), deviceId: uuid(8), why: 'nothing' } })).toThrow('of no device');
  expect(() => append(state, { kind: 'device-untied', body: { deviceId, why: 'not ours' } })).toThrow('held device was taken off');
  expect(() => append(state, { kind: 'hold-approved', body: { holdId: uuid(9), why: '' } })).toThrow('no hold');
  const released = append(state, { kind: 'hold-released', body: { holdId, why: 'fine', second: null } });
  expect(() => append(released, { kind: 'hold-released', body: { holdId, why: 'fine', second: null } })).toThrow('released twice');
  expect(() => append(released, { kind: 'hold-approved', body: { holdId, why: '' } })).toThrow('approved that is released');
  expect(() => append(released, { kind: 'hold-asked', body: { holdId, deviceId, why: 'again' } })).toThrow('one id');
});

test('a handover goes one way, and a device is in one', () => {
  const world = new CaseWorld();
  const id = received(world);
  const deviceId = deviceIn(world, id).id;
  world.must(id, 'prepare-transfer', { devices: [deviceId], from: STORE, to: CUSTOMER, method: 'in-person' });
  const state = world.state(id);
  const { id: transferId } = transferIn(world, id);
  const signed = { by: STORE, how: 'paper', row: null } as const;
  const prepared = world.cases.get(id)?.events.findLast((event) => event.kind === 'transfer-prepared');
  if (prepared?.kind !== 'transfer-prepared') throw new Error('nothing was prepared');
  expect(() => append(state, { kind: 'transfer-prepared', body: { ...prepared.body, transferId: uuid(9) } })).toThrow('two open handovers');
  expect(() => append(state, { kind: 'transfer-taken', body: { transferId, signed, sealIntact: 'yes', condition: '' } })).toThrow('taken that is prepared');
  const given = append(state, { kind: 'transfer-given', body: { transferId, signed } });
  expect(() => append(given, { kind: 'transfer-given', body: { transferId, signed } })).toThrow('given that is given');
  const recalled = append(given, { kind: 'transfer-recalled', body: { transferId, why: 'not now' } });
  expect(() => append(recalled, { kind: 'transfer-recalled', body: { transferId, why: 'not now' } })).toThrow('recalled that is recalled');
});

test('nobody alone lifts the flag, and nothing erases under it; no device is tied twice, no brief taken twice', () => {
  const world = new CaseWorld();
  const id = received(world);
  const state = world.state(id);
  const deviceId = deviceIn(world, id).id;
  expect(() => append(state, { kind: 'irreplaceable-set', body: { irreplaceable: false, why: 'saved', second: null } })).toThrow('lifted by one person');
  expect(append(state, { kind: 'irreplaceable-set', body: { irreplaceable: false, why: 'saved', second: person(2) } }).irreplaceable).toBe(false);
  expect(() => append(state, { kind: 'erase-allowed', body: { deviceId, planHash: 'ABCD', expiresAtIso: '2026-11-24T10:00:00Z', why: 'sold', second: null } })).toThrow('cannot be replaced');
  expect(() => append(state, { kind: 'device-tied', body: { device: { deviceId, ids: PHONE, looks: LOOKS }, how: 'scanned', bench: null } })).toThrow('tied twice');
  expect(() => append(state, { kind: 'brief-acknowledged', body: { storyRead: true } })).toThrow('taken twice');
  expect(() => append(state, { kind: 'device-disposed', body: { deviceId, how: 'handed-to-authority', why: 'found' } })).toThrow('not abandoned');
  expect(() => append(state, { kind: 'powered-off', body: { deviceId: uuid(9) } })).toThrow('there is no device');
});

test('what was received, held, handed over or looked at is not taken off; what was only scanned is', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  world.must(id, 'tie-device', { ids: idsOf({ serial: 'MISTAKE' }), looks: LOOKS, how: 'scanned' });
  const sent = { deviceId: deviceIn(world, id).id, why: 'another phone' };
  const holdId = askHold(world, id);
  expect(world.refused(id, 'untie-device', sent)).toMatchObject({ refusal: 'hold-active' });
  world.must(id, 'release-hold', { holdId, why: 'another phone', confirmation: CONFIRMATION }, SECOND);
  world.must(id, 'prepare-transfer', { devices: [sent.deviceId], from: CUSTOMER, to: STORE, method: 'in-person' });
  expect(world.refused(id, 'untie-device', sent)).toMatchObject({ refusal: 'transfer-open' });
  world.must(id, 'recall-transfer', { transferId: transferIn(world, id).id, why: 'another phone' });
  world.must(id, 'untie-device', { ...sent, confirmation: CONFIRMATION }, SECOND);
  expect(world.state(id).devices).toEqual([]);
  const other = received(world);
  expect(world.refused(other, 'untie-device', { deviceId: deviceIn(world, other).id, why: 'another phone' })).toMatchObject({ refusal: 'device-received' });
  expect(world.refused(other, 'record-outcome', { deviceId: uuid(9), result: 'all', delivered: 'drive' })).toMatchObject({ refusal: 'no-such-device' });
  outcome(world, other, 'all');
});

/** Every act that means something which is not there says so by its name and its place; and what is left out of a body changes nothing. */
import { expect, test } from 'vitest';
import { CASE_ACT_NAMES, CASE_ACTS } from '../../../../server/contract/case-acts.ts';
import type { CaseActName } from '../../../../server/contract/case-acts.ts';
import { factsOfCases } from '../../../../server/domain/cases/case-facts.ts';
import { decide } from '../../../../server/domain/cases/decide.ts';
import { foldChain } from '../../../../server/domain/cases/fold.ts';
import { CaseWorld, idsOf, LOOKS, ROW, SIGNATURE, uuid } from './case-world.ts';
import { arrived, BRIEF, CONFIRMATION, consent, CUSTOMER, deviceIn, handOver, INTAKE, LAB, outcome, PHONE, received, SECOND, STORE, tie, transferIn } from './made-cases.ts';

const NOWHERE = uuid(0xdead);
const WHY = { why: 'because it is so' };
const BY_DEVICE: Partial<Record<CaseActName, object>> = {
  'identify-device': { ids: PHONE, why: '' }, 'untie-device': WHY, 'ask-unlock': { proof: 'original-receipt' }, 'withdraw-unlock': {}, 'record-intake': { intake: INTAKE }, 'explain-no-photo': WHY,
  'add-photo': { photo: ROW, bytes: 9, mime: 'image/jpeg', fileSha256: ROW.sha256 },
  'put-away': { location: 'safe' }, 'check-battery': { swelling: 'no', warm: 'no' }, 'power-off': {}, 'ask-hold': WHY, 'allow-erase': { planHash: 'ABCD', ...WHY, confirmation: CONFIRMATION },
  'record-outcome': { result: 'all', delivered: 'drive' }, 'record-abandonment': { noticesSent: 1, ...WHY }, 'dispose-device': { how: 'handed-to-authority', ...WHY },
};
const BY_HOLD: Partial<Record<CaseActName, object>> = { 'approve-hold': { confirmation: CONFIRMATION }, 'release-hold': { ...WHY, confirmation: CONFIRMATION } };
const BY_TRANSFER: Partial<Record<CaseActName, object>> = {
  'sign-given': { signedBy: 'paper', private: {} }, 'sign-taken': { signedBy: 'paper', sealIntact: 'yes', private: {} }, 'recall-transfer': WHY, 'report-stage': { stage: 'ready' },
  'note-message': { from: 'store', to: 'partner', asksCall: false }, 'pass-message-on': { messageId: NOWHERE }, 'make-link': { whom: 'partner' },
};
const pairs = (table: Partial<Record<CaseActName, object>>) => CASE_ACT_NAMES.filter((name) => Object.hasOwn(table, name)).map((name) => [name, table[name] ?? {}] as const);

test('no act on a device, a hold or a handover is left out here', () => {
  const has = (key: string): CaseActName[] => CASE_ACT_NAMES.filter((name) => Object.hasOwn(CASE_ACTS[name].body.shape, key));
  expect([has('deviceId'), has('holdId'), has('transferId')]).toEqual([BY_DEVICE, BY_HOLD, BY_TRANSFER].map((table) => pairs(table).map(([name]) => name)));
});

test.each(pairs(BY_DEVICE))('%s of a device that is not there, and of one that was only named', (name, sent) => {
  const world = new CaseWorld();
  const id = arrived(world, { device: { ids: idsOf({ serial: PHONE.serial }), looks: LOOKS } });
  expect(world.refused(id, name, { deviceId: NOWHERE, ...sent })).toEqual({ refusal: 'no-such-device', params: {}, at: 'body.deviceId' });
  if (['record-intake', 'add-photo', 'explain-no-photo', 'check-battery', 'power-off', 'record-outcome'].includes(name)) {
    expect(world.refused(id, name, { deviceId: deviceIn(world, id).id, ...sent })).toEqual({ refusal: 'device-needs-identifier', params: {}, at: 'body.deviceId' });
  }
});
test.each(pairs(BY_HOLD))('%s of a hold that is not there', (name, sent) => {
  const world = new CaseWorld();
  expect(world.refused(received(world), name, { holdId: NOWHERE, ...sent }, SECOND)).toEqual({ refusal: 'no-such-hold', params: {}, at: 'body.holdId' });
});
test.each(pairs(BY_TRANSFER))('%s of a handover that is not there', (name, sent) => {
  const world = new CaseWorld();
  expect(world.refused(received(world), name, { transferId: NOWHERE, ...sent })).toEqual({ refusal: 'no-such-transfer', params: {}, at: 'body.transferId' });
});

test.each(['add-photo', 'put-away', 'check-battery', 'power-off', 'record-intake', 'record-abandonment', 'dispose-device'] as const)('%s of a device that is at a partner', (name) => {
  const world = new CaseWorld();
  const id = received(world);
  handOver(world, id, STORE, LAB);
  expect(world.refused(id, name, { deviceId: deviceIn(world, id).id, ...BY_DEVICE[name] })).toEqual({ refusal: 'device-not-here', params: {}, at: 'body.deviceId' });
});

test('a case that is not there, and one that is there already', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  const body = { id: uuid(1), why: '' };
  expect(decide('close', null, body, world.given())).toMatchObject({ refusal: 'no-such-case' });
  const walkIn = { id: uuid(1), irreplaceable: false, language: 'en' as const, device: null, private: { contact: null, story: null } };
  expect(decide('open-walk-in', world.state(id), walkIn, world.given())).toMatchObject({ refusal: 'not-in-this-stage', params: { stage: 'open' } });
  expect(decide('open-walk-in', null, { ...walkIn, device: { ids: idsOf({}), looks: LOOKS } }, world.given())).toMatchObject({ refusal: 'device-needs-identifier' });
  expect(foldChain([])).toBeNull();
});

test('what an amendment leaves out stays; null says that there is none', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', { ...BRIEF, irreplaceable: false, expectedAtIso: '2026-11-24T10:00:00Z', rescue: { 'ghost-touch': 'no' } }, { rows: { contact: ROW, story: ROW } });
  const other = { ...ROW, row: uuid(77) };
  world.must(id, 'amend-brief', { rescue: { 'cloud-backup': 'no' }, private: {} }, { rows: {} });
  expect(world.state(id)).toMatchObject({ irreplaceable: false, expectedAtIso: '2026-11-24T10:00:00Z', rescue: { 'ghost-touch': 'no', 'cloud-backup': 'no' }, rows: { contact: ROW, story: ROW, agent: null } });
  world.must(id, 'amend-brief', { expectedAtIso: null, rescue: { 'ghost-touch': 'yes' } }, { rows: { agent: other } });
  expect(world.state(id)).toMatchObject({ expectedAtIso: null, rescue: { 'ghost-touch': 'yes', 'cloud-backup': 'no' }, rows: { contact: ROW, story: ROW, agent: other } });
  world.must(id, 'amend-brief', { expectedAtIso: '2026-11-25T10:00:00Z', irreplaceable: true }, { rows: { contact: other } });
  expect(world.state(id)).toMatchObject({ irreplaceable: true, expectedAtIso: '2026-11-25T10:00:00Z', rows: { contact: other, story: ROW, agent: other }, filedById: uuid(0xe01), arrivedAtIso: null });
});

test('who takes a brief that somebody owns leaves the owner', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', BRIEF);
  world.must(id, 'take-over', {}, { person: { id: uuid(5), code: 'P-OTHER0' } });
  world.must(id, 'acknowledge-brief', {});
  expect(world.state(id).owner?.code).toBe('P-OTHER0');
});

test('of two phones the erase of one is allowed, by two people because of the other', () => {
  const world = new CaseWorld();
  const id = received(world, { brief: { irreplaceable: false }, intake: { backup: 'verified' }, scopes: ['erase'] });
  world.must(id, 'tie-device', { ids: idsOf({ serial: 'ANOTHER' }), looks: LOOKS, how: 'scanned' });
  const sent = { deviceId: deviceIn(world, id).id, planHash: 'ABCD', why: 'sold on', confirmation: CONFIRMATION };
  expect(world.refused(id, 'allow-erase', sent)).toMatchObject({ refusal: 'second-person-needed' });
  world.must(id, 'allow-erase', sent, SECOND);
  world.must(id, 'allow-erase', { ...sent, planHash: 'EF01' }, SECOND);
  const plans = () => factsOfCases(world.states, world.nowMs).consents.map(({ device, planHash }) => [device.serial, planHash]);
  expect(plans()).toEqual([[PHONE.serial, 'ABCD'], [PHONE.serial, 'EF01']]);
  const other = world.state(id).devices[1]?.id;
  world.must(id, 'ask-hold', { deviceId: other, why: 'looks bent' });
  expect(plans()).toHaveLength(2);
});

test('of two consents one is taken back, and the other still counts; of two links too', () => {
  const world = new CaseWorld();
  const id = received(world, { scopes: ['go-to-partner'] });
  consent(world, id, ['go-to-partner', 'repair', 'repair']);
  const [first, second] = world.state(id).consents;
  expect(second?.scopes).toEqual(['go-to-partner', 'repair']);
  world.must(id, 'withdraw-consent', { consentId: second?.id });
  expect(world.refused(id, 'withdraw-consent', { consentId: NOWHERE })).toMatchObject({ refusal: 'no-such-consent' });
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: LAB, method: 'in-person' });
  expect(first?.withdrawnAtIso).toBeNull();
  for (const whom of ['customer', 'partner'] as const) world.must(id, 'make-link', { whom, transferId: transferIn(world, id).id });
  const [one, two] = world.state(id).links;
  world.must(id, 'revoke-link', { linkId: one?.id });
  expect(world.refused(id, 'revoke-link', { linkId: NOWHERE })).toMatchObject({ refusal: 'no-such-link' });
  world.must(id, 'revoke-link', { linkId: two?.id });
  world.must(id, 'recall-transfer', { transferId: transferIn(world, id).id, why: 'not today' });
  handOver(world, id, STORE, CUSTOMER);
  expect(world.refused(id, 'make-link', { whom: 'partner', transferId: transferIn(world, id).id })).toMatchObject({ refusal: 'no-such-transfer' });
});

test('between two partners it goes from the one that has it, and a recall brings it back there', () => {
  const world = new CaseWorld();
  const id = received(world);
  const other = { kind: 'partner', partner: uuid(0xa2) };
  handOver(world, id, STORE, LAB);
  const devices = [deviceIn(world, id).id];
  expect(world.refused(id, 'prepare-transfer', { devices, from: other, to: STORE, method: 'in-person' })).toMatchObject({ params: { fault: 'giver-has-it-not' } });
  expect(world.refused(id, 'prepare-transfer', { devices, from: LAB, to: LAB, method: 'in-person' })).toMatchObject({ params: { fault: 'same-sides' } });
  world.must(id, 'prepare-transfer', { devices, from: LAB, to: other, method: 'in-person' });
  const { id: transferId } = transferIn(world, id);
  world.must(id, 'sign-given', { transferId, signedBy: 'screen', private: { signature: SIGNATURE } });
  expect(deviceIn(world, id)).toMatchObject({ place: 'on-the-way', partner: null });
  world.must(id, 'recall-transfer', { transferId, why: 'not today' });
  expect(deviceIn(world, id)).toMatchObject({ place: 'with-partner', partner: LAB.partner });
});

test('recalled from the customer’s hands it is with the customer; brought again it is taken again', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id);
  const prepare = (): string => { world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: CUSTOMER, to: STORE, method: 'in-person' }); return transferIn(world, id).id; };
  const transferId = prepare();
  world.must(id, 'sign-given', { transferId, signedBy: 'paper', private: {} });
  world.must(id, 'recall-transfer', { transferId, why: 'not today' });
  expect(deviceIn(world, id).place).toBe('with-customer');
  handOver(world, id, CUSTOMER, STORE);
  outcome(world, id, 'unrepaired');
  handOver(world, id, STORE, CUSTOMER);
  handOver(world, id, CUSTOMER, STORE);
  expect(deviceIn(world, id).place).toBe('in-store');
});

test('what was looked at is not taken off, and the store gives nothing that a partner has', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id);
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: INTAKE });
  expect(world.refused(id, 'untie-device', { deviceId: deviceIn(world, id).id, ...WHY })).toMatchObject({ refusal: 'device-received' });
  const away = new CaseWorld();
  const gone = received(away);
  handOver(away, gone, STORE, LAB);
  expect(away.refused(gone, 'prepare-transfer', { devices: [deviceIn(away, gone).id], from: STORE, to: CUSTOMER, method: 'in-person' })).toMatchObject({ params: { fault: 'giver-has-it-not' } });
});

test('what is about to be handed over is not disposed of', () => {
  const world = new CaseWorld();
  const id = received(world, { brief: { irreplaceable: false } });
  const { id: deviceId } = deviceIn(world, id);
  world.must(id, 'record-abandonment', { deviceId, noticesSent: 1, ...WHY });
  world.must(id, 'prepare-transfer', { devices: [deviceId], from: STORE, to: CUSTOMER, method: 'in-person' });
  expect(world.refused(id, 'dispose-device', { deviceId, how: 'recycled-battery-safe', ...WHY })).toMatchObject({ refusal: 'transfer-open' });
});

/** Where data is at stake one person alone releases, lifts, allows and destroys nothing; and an unlock never comes before the recovery. */
import { expect, test } from 'vitest';
import { isDataAtStake } from '../../../../server/domain/cases/at-stake.ts';
import { factsOfCases } from '../../../../server/domain/cases/case-facts.ts';
import { CaseWorld, idsOf, LOOKS, SIGNATURE } from './case-world.ts';
import { arrived, askHold, CONFIRMATION, consent, CUSTOMER, deviceIn, handOver, LAB, madeStop, outcome, PHONE, received, SECOND, STORE, tie, transferIn } from './made-cases.ts';

const CAREFREE = { brief: { irreplaceable: false }, intake: { backup: 'verified' }, scopes: ['erase', 'go-to-partner'] } as const;
const release = (holdId: string) => ({ holdId, why: 'it is fine', confirmation: CONFIRMATION });
const erase = (world: CaseWorld, id: string) => ({ deviceId: deviceIn(world, id).id, planHash: 'ABCD', why: 'sold on', confirmation: CONFIRMATION });
const facts = (world: CaseWorld) => factsOfCases(world.states, world.nowMs);

test('a release needs a second person until everything was recovered', () => {
  const world = new CaseWorld();
  const id = received(world);
  const holdId = askHold(world, id);
  expect(world.refused(id, 'release-hold', release(holdId))).toMatchObject({ refusal: 'second-person-needed', at: 'body.secondConfirmation' });
  outcome(world, id, 'partial');
  expect(world.refused(id, 'release-hold', release(holdId))).toMatchObject({ refusal: 'second-person-needed' });
  outcome(world, id, 'all');
  world.must(id, 'release-hold', release(holdId));
});

test('with a verified backup and nothing irreplaceable one manager is enough; one phone without one changes that', () => {
  const world = new CaseWorld();
  const id = received(world, CAREFREE);
  expect(isDataAtStake(world.state(id))).toBe(false);
  world.must(id, 'tie-device', { ids: idsOf({ serial: 'ANOTHER' }), looks: LOOKS, how: 'scanned' });
  expect(isDataAtStake(world.state(id))).toBe(true);
  expect(world.refused(id, 'release-hold', release(askHold(world, id)))).toMatchObject({ refusal: 'second-person-needed' });
  expect(isDataAtStake({ irreplaceable: false, devices: [] })).toBe(true);
});

test('said is not verified', () => {
  const world = new CaseWorld();
  const id = received(world, { ...CAREFREE, intake: { backup: 'said' } });
  expect(isDataAtStake(world.state(id))).toBe(true);
  expect(world.refused(id, 'allow-erase', erase(world, id), SECOND)).toMatchObject({ refusal: 'backup-missing' });
});

test('the irreplaceable flag is set by one, lifted by two, and neither twice', () => {
  const world = new CaseWorld();
  const id = received(world);
  expect(world.refused(id, 'set-irreplaceable', { why: 'the photos' })).toMatchObject({ refusal: 'already-irreplaceable' });
  expect(world.refused(id, 'lift-irreplaceable', { why: 'saved', confirmation: CONFIRMATION })).toMatchObject({ refusal: 'second-person-needed' });
  world.must(id, 'lift-irreplaceable', { why: 'saved', confirmation: CONFIRMATION }, SECOND);
  expect(facts(world).irreplaceable).toEqual([]);
  expect(world.refused(id, 'lift-irreplaceable', { why: 'saved', confirmation: CONFIRMATION }, SECOND)).toMatchObject({ refusal: 'not-irreplaceable' });
  world.must(id, 'amend-brief', { irreplaceable: true });
  expect(facts(world).irreplaceable).toEqual([{ device: PHONE }]);
});

test('a phone that was only scanned loses its guard by two people, never by one', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id);
  const untie = { deviceId: deviceIn(world, id).id, why: 'another phone' };
  expect(facts(world).irreplaceable).toEqual([{ device: PHONE }]);
  expect(world.refused(id, 'untie-device', untie)).toMatchObject({ refusal: 'second-person-needed', at: 'body.secondConfirmation' });
  const holdId = askHold(world, id);
  expect(world.refused(id, 'untie-device', untie, SECOND)).toMatchObject({ refusal: 'hold-active' });
  world.must(id, 'release-hold', release(holdId), SECOND);
  world.must(id, 'untie-device', { ...untie, confirmation: CONFIRMATION }, SECOND);
  expect(facts(world).irreplaceable).toEqual([]);
});

test('what can be replaced, or was saved from this very phone, is taken off by one', () => {
  const world = new CaseWorld();
  const plain = arrived(world, { irreplaceable: false });
  tie(world, plain);
  world.must(plain, 'untie-device', { deviceId: deviceIn(world, plain).id, why: 'another phone' });
  const saved = arrived(world);
  tie(world, saved);
  outcome(world, saved, 'partial');
  expect(world.refused(saved, 'untie-device', { deviceId: deviceIn(world, saved).id, why: 'another phone' })).toMatchObject({ refusal: 'second-person-needed' });
  outcome(world, saved, 'all');
  world.must(saved, 'untie-device', { deviceId: deviceIn(world, saved).id, why: 'another phone' });
});

test('an allowed erase names one device, one plan and half an hour, and ends with whatever makes it doubtful', () => {
  const world = new CaseWorld();
  const id = received(world, CAREFREE);
  const given = { device: PHONE, planHash: 'ABCD', expiresAtIso: '2026-11-24T08:30:00.000Z' };
  const allowed = (): boolean => facts(world).consents.length === 1 && facts(world).backups.length === 1;
  const allow = (): void => { world.must(id, 'allow-erase', erase(world, id)); expect(allowed()).toBe(true); };
  allow();
  expect(facts(world)).toMatchObject({ consents: [given], backups: [given] });
  world.nowMs += 30 * 60_000;
  expect(allowed()).toBe(false);
  allow();
  world.must(id, 'withdraw-consent', { consentId: world.state(id).consents[0]?.id });
  expect(allowed()).toBe(false);
  expect(world.refused(id, 'allow-erase', erase(world, id))).toMatchObject({ refusal: 'consent-missing', params: { scope: 'erase' } });
  consent(world, id, ['erase'], { verified: 'not-verified' });
  expect(world.refused(id, 'allow-erase', erase(world, id))).toMatchObject({ refusal: 'consent-missing' });
  consent(world, id, ['erase']);
  allow();
  world.must(id, 'set-irreplaceable', { why: 'wait' });
  expect(world.refused(id, 'allow-erase', erase(world, id), SECOND)).toMatchObject({ refusal: 'irreplaceable-never-erased' });
  world.must(id, 'lift-irreplaceable', { why: 'not so', confirmation: CONFIRMATION }, SECOND);
  expect(allowed()).toBe(false);
  allow();
  const holdId = askHold(world, id);
  expect(allowed()).toBe(false);
  expect(world.refused(id, 'allow-erase', erase(world, id))).toMatchObject({ refusal: 'hold-active' });
  world.must(id, 'release-hold', release(holdId));
  expect(allowed()).toBe(false);
  allow();
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...deviceIn(world, id).intake, atIso: undefined, by: undefined, backup: 'none' } });
  expect(allowed()).toBe(false);
});

test('a device that leaves the store leaves its allowed erase behind', () => {
  const world = new CaseWorld();
  const id = received(world, CAREFREE);
  world.must(id, 'allow-erase', erase(world, id));
  handOver(world, id, STORE, LAB);
  expect(world.refused(id, 'allow-erase', erase(world, id))).toMatchObject({ refusal: 'device-not-here' });
  handOver(world, id, LAB, STORE);
  expect(facts(world).consents).toEqual([]);
});

test('an unlock comes after the recovery, with the original proof, and the bench is told', () => {
  const world = new CaseWorld();
  const id = received(world);
  const ask = (proof: string) => ({ deviceId: deviceIn(world, id).id, proof });
  for (const proof of ['identity-card', 'none']) expect(world.refused(id, 'ask-unlock', ask(proof))).toMatchObject({ refusal: 'proof-not-accepted' });
  expect(world.refused(id, 'ask-unlock', ask('original-receipt'))).toMatchObject({ refusal: 'recovery-first' });
  outcome(world, id, 'none');
  expect(world.refused(id, 'ask-unlock', ask('original-receipt'))).toMatchObject({ refusal: 'irreplaceable-never-erased' });
  outcome(world, id, 'all');
  world.must(id, 'ask-unlock', ask('store-record'));
  expect(facts(world).unlocksAsked).toEqual([{ device: PHONE }]);
  world.must(id, 'withdraw-unlock', { deviceId: deviceIn(world, id).id });
  expect(facts(world).unlocksAsked).toEqual([]);
  expect(world.refused(id, 'withdraw-unlock', { deviceId: deviceIn(world, id).id })).toMatchObject({ refusal: 'no-unlock-asked' });
});

test('a phone goes back to its owner with the hold decided, and to a lab also without', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.stop(madeStop('S1', PHONE));
  const back = { devices: [deviceIn(world, id).id], from: STORE, to: CUSTOMER, method: 'in-person' };
  expect(world.refused(id, 'prepare-transfer', back)).toMatchObject({ refusal: 'hold-active' });
  handOver(world, id, STORE, LAB);
  handOver(world, id, LAB, STORE);
  world.must(id, 'approve-hold', { holdId: world.state(id).holds[0]?.id, confirmation: CONFIRMATION });
  world.must(id, 'prepare-transfer', back);
  world.must(id, 'sign-given', { transferId: transferIn(world, id).id, signedBy: 'paper', private: {} });
  expect(deviceIn(world, id).place).toBe('on-the-way');
});

test('a hold asked for while the way back is prepared stops the giving, and no taking', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: CUSTOMER, method: 'in-person' });
  const holdId = askHold(world, id);
  const signed = { transferId: transferIn(world, id).id, signedBy: 'screen', private: { signature: SIGNATURE } };
  expect(world.refused(id, 'sign-given', signed)).toMatchObject({ refusal: 'hold-active' });
  world.must(id, 'approve-hold', { holdId, confirmation: CONFIRMATION });
  world.must(id, 'sign-given', signed);
  world.must(id, 'sign-taken', { ...signed, sealIntact: 'not-known' });
});

test('what lies in the store for ever is not recycled with data on it that cannot be replaced', () => {
  const world = new CaseWorld();
  const id = received(world);
  const { id: deviceId } = deviceIn(world, id);
  const dispose = (how: string) => ({ deviceId, how, why: 'after a year' });
  expect(world.refused(id, 'dispose-device', dispose('recycled-battery-safe'))).toMatchObject({ refusal: 'abandonment-missing' });
  world.must(id, 'record-abandonment', { deviceId, noticesSent: 3, why: 'no answer' });
  expect(world.refused(id, 'dispose-device', dispose('recycled-battery-safe'))).toMatchObject({ refusal: 'irreplaceable-never-erased' });
  outcome(world, id, 'all');
  const holdId = askHold(world, id);
  for (const how of ['recycled-battery-safe', 'handed-to-authority']) expect(world.refused(id, 'dispose-device', dispose(how))).toMatchObject({ refusal: 'hold-active' });
  world.must(id, 'approve-hold', { holdId, confirmation: CONFIRMATION });
  expect(world.refused(id, 'dispose-device', dispose('recycled-battery-safe'))).toMatchObject({ refusal: 'hold-active' });
  world.must(id, 'dispose-device', dispose('handed-to-authority'));
  expect(deviceIn(world, id).place).toBe('disposed');
  expect(world.refused(id, 'ask-hold', { deviceId, why: 'too late' })).toMatchObject({ refusal: 'device-not-here' });
});

/** One phone, two cases: it is found at once, never tied twice, and a merge brings everything over, held what was held. */
import { expect, test } from 'vitest';
import { factsOfCases } from '../../../../server/domain/cases/case-facts.ts';
import { CaseWorld, idsOf, LOOKS, ROW, uuid } from './case-world.ts';
import { arrived, askHold, BRIEF, CONFIRMATION, consent, CUSTOMER, deviceIn, handOver, LAB, madeStop, outcome, PHONE, received, SECOND, STORE, tie } from './made-cases.ts';

const walkIn = (world: CaseWorld, ids: object | null): string =>
  world.must(null, 'open-walk-in', { irreplaceable: false, device: ids === null ? null : { ids: idsOf(ids), looks: LOOKS }, private: {} });
const scan = (ids: object) => ({ ids: idsOf(ids), looks: LOOKS, how: 'scanned' });
const facts = (world: CaseWorld) => factsOfCases(world.states, world.nowMs);

test('the second case is told the code of the first, by any identifier', () => {
  const world = new CaseWorld();
  const first = walkIn(world, PHONE);
  const second = walkIn(world, null);
  for (const ids of [{ serial: PHONE.serial }, { imei: PHONE.imei }]) {
    expect(world.refused(second, 'tie-device', scan(ids))).toMatchObject({ refusal: 'device-in-other-case', params: { case: world.state(first).code }, at: 'body.ids' });
  }
  expect(world.refused(null, 'open-walk-in', { irreplaceable: false, device: { ids: idsOf(PHONE), looks: LOOKS }, private: {} })).toMatchObject({ refusal: 'device-in-other-case' });
  expect(world.refused(first, 'tie-device', scan(PHONE))).toMatchObject({ refusal: 'device-tied-already' });
  expect(world.refused(second, 'tie-device', scan({}))).toMatchObject({ refusal: 'device-needs-identifier' });
});

test('identifiers of two phones are no phone', () => {
  const world = new CaseWorld();
  walkIn(world, { serial: 'PHONE-A1' });
  const second = walkIn(world, { imei: '356938035643809' });
  const third = walkIn(world, null);
  expect(world.refused(third, 'tie-device', scan({ serial: 'PHONE-A1', imei: '356938035643809' }))).toMatchObject({ refusal: 'ids-contradict' });
  expect(world.refused(second, 'tie-device', scan({ serial: 'PHONE-C3', imei: '356938035643809' }))).toMatchObject({ refusal: 'device-tied-already' });
  world.must(second, 'tie-device', scan({ serial: 'PHONE-B2', ecid: 'AB12' }));
  expect(world.refused(second, 'tie-device', scan({ serial: 'PHONE-B2', ecid: 'AB13' }))).toMatchObject({ refusal: 'ids-contradict' });
  expect(world.refused(second, 'tie-device', scan({ imei: '356938035643809', ecid: 'AB12' }))).toMatchObject({ refusal: 'ids-contradict' });
});

test('a customer with two phones has both in one case, each by itself', () => {
  const world = new CaseWorld();
  const id = arrived(world, { device: { ids: idsOf({ serial: 'PHONE-A1' }), looks: { model: 'Phone A' } } });
  world.must(id, 'tie-device', scan({ serial: 'PHONE-B2' }));
  world.must(id, 'tie-device', scan({ serial: 'PHONE-A1', imei: PHONE.imei }));
  expect(world.state(id).devices.map(({ ids, tiedAtIso, looks }) => [ids.serial, ids.imei, tiedAtIso !== null, looks.model])).toEqual([['PHONE-A1', PHONE.imei, true, 'Phone A'], ['PHONE-B2', null, true, '']]);
});

test('a phone that a brief named without any identifier is completed by the scan', () => {
  const world = new CaseWorld();
  const id = arrived(world, { device: { ids: idsOf({}), looks: { model: 'Phone A' } } });
  tie(world, id);
  expect(world.state(id).devices).toMatchObject([{ ids: PHONE, looks: { model: 'Phone A' } }]);
});

test('an agent’s brief is never refused for a phone that the store has already', () => {
  const world = new CaseWorld();
  const first = walkIn(world, PHONE);
  const brief = world.must(null, 'file-brief', { ...BRIEF, device: { ids: idsOf({ serial: PHONE.serial }), looks: LOOKS } });
  expect(facts(world).irreplaceable).toEqual([{ device: idsOf({ serial: PHONE.serial }) }]);
  world.must(brief, 'arrive', {});
  expect(world.refused(brief, 'tie-device', scan(PHONE))).toMatchObject({ refusal: 'device-in-other-case', params: { case: world.state(first).code } });
  expect(world.refused(brief, 'merge-into', { into: world.state(brief).code, why: 'the same' }, { target: world.state(brief) })).toMatchObject({ refusal: 'merge-with-itself' });
  world.must(brief, 'merge-into', { into: world.state(first).code, why: 'the same man' }, { target: world.state(first) });
  expect(world.state(first)).toMatchObject({ irreplaceable: true, rows: { story: ROW }, devices: [{ ids: PHONE }], absorbed: [{ id: brief }] });
  expect(world.state(brief)).toMatchObject({ stage: 'merged', mergedInto: { id: first } });
  expect(facts(world).irreplaceable).toEqual([{ device: PHONE }]);
});

test('a merge loses no hold, no place, no consent and no decision, and says whose they were', () => {
  const world = new CaseWorld();
  const target = walkIn(world, null);
  const id = received(world);
  const holdId = askHold(world, id);
  world.must(id, 'approve-hold', { holdId, why: 'too bent', confirmation: CONFIRMATION });
  handOver(world, id, STORE, LAB);
  const before = facts(world).holds;
  world.must(id, 'merge-into', { into: world.state(target).code, why: 'the same' }, { target: world.state(target) });
  expect(facts(world).holds).toEqual(before.map((hold) => ({ ...hold, code: world.state(target).code })));
  expect(world.state(target)).toMatchObject({
    irreplaceable: true, holds: [{ id: holdId, state: 'approved', decisionWhy: 'too bent' }], devices: [{ place: 'with-partner', partner: LAB.partner, intake: { backup: 'none' } }],
    consents: [{ scopes: ['diagnose', 'go-to-partner'] }],
  });
  handOver(world, target, LAB, CUSTOMER);
  expect(world.refused(id, 'note', { words: 'too late' })).toMatchObject({ refusal: 'not-in-this-stage', params: { stage: 'merged' } });
});

test('a phone that both cases held stays held until both holds are released', () => {
  const world = new CaseWorld();
  const target = world.must(null, 'file-brief', { ...BRIEF, irreplaceable: false, device: { ids: idsOf({ serial: PHONE.serial }), looks: LOOKS } });
  world.stop(madeStop('S1', { serial: PHONE.serial }));
  const one = askHoldOf(world, target);
  const id = walkIn(world, { imei: PHONE.imei });
  askHold(world, id);
  world.must(id, 'identify-device', { deviceId: deviceIn(world, id).id, ids: idsOf({ ecid: 'ABCD' }), why: '' });
  world.must(target, 'identify-device', { deviceId: deviceIn(world, target).id, ids: idsOf({ ecid: 'ABCE' }), why: '' });
  // Two cases that share nothing keep two phones; nothing of either falls.
  world.must(id, 'merge-into', { into: world.state(target).code, why: 'the same' }, { target: world.state(target) });
  expect(world.state(target).devices).toHaveLength(2);
  world.must(target, 'release-hold', { holdId: one, why: 'all saved', confirmation: CONFIRMATION }, SECOND);
  expect(facts(world).holds).toHaveLength(1);
});

const askHoldOf = (world: CaseWorld, id: string): string => world.state(id).holds[0]?.id ?? '';

test('what a third case has of the phone stays there; the hold covers it all the same', () => {
  const world = new CaseWorld();
  const target = walkIn(world, { serial: PHONE.serial });
  const third = walkIn(world, { imei: PHONE.imei });
  const brief = world.must(null, 'file-brief', { ...BRIEF, device: { ids: PHONE, looks: LOOKS } });
  world.must(brief, 'merge-into', { into: world.state(target).code, why: 'the same' }, { target: world.state(target) });
  expect(deviceIn(world, target)).toMatchObject({ ids: idsOf({ serial: PHONE.serial }), formerIds: [PHONE] });
  expect(deviceIn(world, third).ids).toEqual(idsOf({ imei: PHONE.imei }));
  expect(facts(world).irreplaceable).toEqual([{ device: PHONE }, { device: idsOf({ serial: PHONE.serial }) }]);
});

test('a stop of a phone that two cases know holds it in both', () => {
  const world = new CaseWorld();
  const cases = [walkIn(world, { serial: PHONE.serial }), walkIn(world, { imei: PHONE.imei })];
  expect(world.stop(madeStop('S1', PHONE))).toEqual(cases);
  expect(facts(world).holds.map(({ device }) => device)).toEqual([idsOf({ serial: PHONE.serial }), idsOf({ imei: PHONE.imei })]);
});

test('nothing merges into what has ended, and nothing under way is torn apart', () => {
  const world = new CaseWorld();
  const ended = world.must(null, 'file-brief', BRIEF);
  world.must(ended, 'record-no-show', { why: 'nobody came' });
  const id = arrived(world);
  tie(world, id);
  const into = { into: 'K000', why: 'the same' };
  expect(world.refused(id, 'merge-into', into, { target: null })).toMatchObject({ refusal: 'no-such-case' });
  expect(world.refused(id, 'merge-into', into, { target: world.state(ended) })).toMatchObject({ refusal: 'merge-target-ended' });
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: CUSTOMER, to: STORE, method: 'in-person' });
  expect(world.refused(id, 'merge-into', into, { target: world.state(walkIn(world, null)) })).toMatchObject({ refusal: 'transfer-open' });
  const brief = world.must(null, 'file-brief', { ...BRIEF, device: { ids: PHONE, looks: LOOKS } });
  expect(world.refused(brief, 'merge-into', into, { target: world.state(id) })).toMatchObject({ refusal: 'transfer-open', at: 'body.into' });
});

test('somebody who is here makes the other case one of somebody who is here', () => {
  const world = new CaseWorld();
  const brief = world.must(null, 'file-brief', BRIEF);
  const id = walkIn(world, PHONE);
  world.must(id, 'merge-into', { into: world.state(brief).code, why: 'the same' }, { target: world.state(brief) });
  expect(world.state(brief)).toMatchObject({ stage: 'open', devices: [{ ids: PHONE }], owner: { code: 'P-000001' } });
});

test('a case that is reopened does not take back a phone that came again meanwhile', () => {
  const world = new CaseWorld();
  const id = walkIn(world, PHONE);
  outcome(world, id, 'all');
  world.must(id, 'record-told', { who: 'customer', how: 'in-person', about: 'outcome' });
  world.must(id, 'record-told', { who: 'agent', how: 'nobody-to-tell', about: 'outcome' });
  world.must(id, 'close', {});
  const again = walkIn(world, { serial: PHONE.serial });
  expect(world.refused(id, 'reopen', { why: 'not over' })).toMatchObject({ refusal: 'device-in-other-case', params: { case: world.state(again).code } });
});

test('a case holds twenty devices and not one more, also by a merge', () => {
  const world = new CaseWorld();
  const id = walkIn(world, null);
  for (let number = 0; number < 20; number += 1) world.must(id, 'tie-device', scan({ serial: `MANY${number}` }));
  expect(world.refused(id, 'tie-device', scan({ serial: 'MANY20' }))).toMatchObject({ refusal: 'too-many-devices' });
  expect(world.refused(walkIn(world, { serial: 'ANOTHER' }), 'merge-into', { into: 'K000', why: 'the same' }, { target: world.state(id) })).toMatchObject({ refusal: 'too-many-devices' });
});

test('a merge that would not fit into one line of the chain is refused and not cut', () => {
  const world = new CaseWorld();
  const target = walkIn(world, null);
  const id = walkIn(world, PHONE);
  const photo = (number: number) => ({ kind: 'photo-added', body: { deviceId: deviceIn(world, id).id, photo: { ...ROW, row: uuid(number) }, bytes: 1, mime: 'image/jpeg', fileSha256: ROW.sha256 } } as const);
  world.append(id, Array.from({ length: 300 }, (_one, number) => photo(number)), world.given());
  expect(world.refused(id, 'merge-into', { into: 'K000', why: 'the same' }, { target: world.state(target) })).toMatchObject({ refusal: 'too-many-devices' });
});

test('one phone of a case does not become the other one of it', () => {
  const world = new CaseWorld();
  const id = walkIn(world, PHONE);
  world.must(id, 'tie-device', scan({ serial: 'ANOTHER1' }));
  const second = world.state(id).devices[1]?.id;
  expect(world.refused(id, 'identify-device', { deviceId: second, ids: idsOf({ imei: PHONE.imei }), why: '' })).toMatchObject({ refusal: 'ids-contradict' });
  world.must(id, 'identify-device', { deviceId: second, ids: idsOf({ ecid: 'ABCD' }), why: '' });
});

test('two phones that a brief named are not completed by guessing', () => {
  const world = new CaseWorld();
  const id = arrived(world, { device: { ids: idsOf({}), looks: { model: 'Phone A' } } });
  const other = world.must(null, 'file-brief', { ...BRIEF, device: { ids: idsOf({}), looks: { model: 'Phone B' } } });
  world.must(other, 'merge-into', { into: 'K000', why: 'the same' }, { target: world.state(id) });
  tie(world, id);
  expect(world.state(id).devices.map(({ looks, tiedAtIso }) => [looks.model, tiedAtIso !== null])).toEqual([['Phone A', false], ['Phone B', false], ['', true]]);
});

test('what was handed over before the merge can be handed on after it', () => {
  const world = new CaseWorld();
  const target = world.must(null, 'file-brief', { ...BRIEF, device: { ids: idsOf({ serial: PHONE.serial }), looks: LOOKS } });
  const id = walkIn(world, { imei: PHONE.imei });
  consent(world, id, ['go-to-partner']);
  handOver(world, id, CUSTOMER, STORE);
  handOver(world, id, STORE, LAB);
  world.must(id, 'identify-device', { deviceId: deviceIn(world, id).id, ids: idsOf({ ecid: 'ABCD' }), why: '' });
  world.must(target, 'identify-device', { deviceId: deviceIn(world, target).id, ids: idsOf({ ecid: 'ABCE' }), why: '' });
  const brief = world.must(null, 'file-brief', { ...BRIEF, device: { ids: idsOf({ imei: PHONE.imei }), looks: LOOKS } });
  world.must(id, 'merge-into', { into: 'K002', why: 'the same' }, { target: world.state(brief) });
  const transferId = world.state(brief).transfers[1]?.id;
  expect(world.state(brief).transfers.map(({ devices }) => devices)).toEqual([[deviceIn(world, brief).id], [deviceIn(world, brief).id]]);
  world.must(brief, 'report-stage', { transferId, stage: 'ready' });
  expect(deviceIn(world, brief)).toMatchObject({ place: 'with-partner', ids: { imei: PHONE.imei, ecid: 'ABCD' } });
});

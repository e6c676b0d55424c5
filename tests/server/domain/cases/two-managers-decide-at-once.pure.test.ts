/** Two managers press at once, two people sign at once, an old page asks again: the second one is told what the first one did. */
import { expect, test } from 'vitest';
import { CaseWorld, SIGNATURE } from './case-world.ts';
import { arrived, askHold, BRIEF, CONFIRMATION, CUSTOMER, deviceIn, holdIn, madeStop, PHONE, received, SECOND, STORE, tie, transferIn } from './made-cases.ts';

test('approve and approve, release and release: the second is told how it was decided', () => {
  const world = new CaseWorld();
  const id = received(world);
  const holdId = askHold(world, id);
  world.must(id, 'approve-hold', { holdId, confirmation: CONFIRMATION, seen: 'asked' });
  expect(world.refused(id, 'approve-hold', { holdId, confirmation: CONFIRMATION, seen: 'asked' })).toMatchObject({ refusal: 'hold-decided', params: { state: 'approved' }, at: 'body.holdId' });
  expect(world.refused(id, 'approve-hold', { holdId, confirmation: CONFIRMATION })).toMatchObject({ refusal: 'hold-decided', params: { state: 'approved' } });
  world.must(id, 'release-hold', { holdId, why: 'all saved', confirmation: CONFIRMATION, seen: 'approved' }, SECOND);
  expect(world.refused(id, 'release-hold', { holdId, why: 'all saved', confirmation: CONFIRMATION }, SECOND)).toMatchObject({ refusal: 'hold-decided', params: { state: 'released' } });
  expect(world.refused(id, 'approve-hold', { holdId, confirmation: CONFIRMATION })).toMatchObject({ refusal: 'hold-decided', params: { state: 'released' } });
});

test('one approves while the other releases what an old page shows as undecided: it stays held', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.stop(madeStop('S1', PHONE));
  const holdId = holdIn(world, id).id;
  world.must(id, 'approve-hold', { holdId, confirmation: CONFIRMATION, seen: 'provisional' });
  expect(world.refused(id, 'release-hold', { holdId, why: 'looks fine', confirmation: CONFIRMATION, seen: 'provisional' }, SECOND)).toMatchObject({ refusal: 'hold-decided', params: { state: 'approved' } });
  expect(holdIn(world, id).state).toBe('approved');
});

test('a released hold is not undone; only a new one holds again', () => {
  const world = new CaseWorld();
  const id = received(world);
  const holdId = askHold(world, id);
  expect(world.refused(id, 'ask-hold', { deviceId: deviceIn(world, id).id, why: 'looks bent' })).toMatchObject({ refusal: 'hold-exists' });
  world.must(id, 'release-hold', { holdId, why: 'not bent', confirmation: CONFIRMATION }, SECOND);
  const again = askHold(world, id);
  expect(world.state(id).holds.map(({ id: one, state }) => [one, state])).toEqual([[holdId, 'released'], [again, 'asked']]);
});

test('two managers take one brief: the second is told where the case stands', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', BRIEF);
  world.must(id, 'acknowledge-brief', {});
  expect(world.refused(id, 'acknowledge-brief', {})).toMatchObject({ refusal: 'not-in-this-stage', params: { stage: 'expected' } });
  expect(world.refused(id, 'acknowledge-brief', {}, { storyRead: false })).toMatchObject({ refusal: 'not-in-this-stage' });
});

test('the customer came before anybody took the brief: it can be taken still, once', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', BRIEF);
  world.must(id, 'arrive', {});
  world.must(id, 'acknowledge-brief', {});
  expect(world.state(id)).toMatchObject({ stage: 'open', acknowledged: { storyRead: true } });
  expect(world.refused(id, 'acknowledge-brief', {})).toMatchObject({ refusal: 'not-in-this-stage', params: { stage: 'open' } });
});

test('nobody takes a brief of somebody who walked in', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'open-walk-in', { irreplaceable: false, private: {} });
  expect(world.refused(id, 'acknowledge-brief', {})).toMatchObject({ refusal: 'not-in-this-stage' });
  expect(world.state(id).owner).not.toBeNull();
});

test('two people sign one handover at once: once it is given, once it is taken', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id);
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: CUSTOMER, to: STORE, method: 'in-person' });
  const signed = { transferId: transferIn(world, id).id, signedBy: 'screen', private: { signature: SIGNATURE } };
  expect(world.refused(id, 'sign-taken', { ...signed, sealIntact: 'yes' })).toMatchObject({ refusal: 'transfer-not-given' });
  world.must(id, 'sign-given', signed);
  expect(world.refused(id, 'sign-given', signed)).toMatchObject({ refusal: 'transfer-not-prepared' });
  world.must(id, 'sign-taken', { ...signed, sealIntact: 'yes' });
  for (const [name, sent] of [['sign-given', signed], ['sign-taken', { ...signed, sealIntact: 'yes' }], ['recall-transfer', { transferId: signed.transferId, why: 'not now' }]] as const) {
    expect(world.refused(id, name, sent)).toMatchObject({ refusal: 'transfer-over' });
  }
  expect(deviceIn(world, id)).toMatchObject({ place: 'in-store', partner: null });
});

/** The story from end to end in the rules alone: brief, arrival, stop, hold, partner, outcome, closing; what is next is always said. */
import { expect, test } from 'vitest';
import { caseStateSchema } from '../../../../server/contract/case-state.ts';
import { factsSchema } from '../../../../firmware-bridge/contract/uplink.ts';
import { factsOfCases } from '../../../../server/domain/cases/case-facts.ts';
import { foldCase } from '../../../../server/domain/cases/fold.ts';
import { nextSteps } from '../../../../server/domain/cases/next-steps.ts';
import { CaseWorld, LOOKS, SIGNATURE } from './case-world.ts';
import { BRIEF, CONFIRMATION, consent, CUSTOMER, deviceIn, handOver, holdIn, INTAKE, LAB, madeStop, outcome, PHONE, STORE, tie, transferIn } from './made-cases.ts';

const world = new CaseWorld();
const next = (id: string): string[] => nextSteps(world.state(id), world.nowMs).map(({ step }) => step);
const facts = () => factsOfCases(world.states, world.nowMs);

test('from the brief to the closing', () => {
  const id = world.must(null, 'file-brief', { ...BRIEF, expectedAtIso: '2026-11-24T10:00:00.000Z', device: { ids: { serial: PHONE.serial }, looks: LOOKS }, private: { ...BRIEF.private, agent: { name: 'An agent' } } });
  expect(next(id)).toEqual(['acknowledge-brief', 'await-customer']);
  expect(facts().irreplaceable).toEqual([{ device: { serial: PHONE.serial, imei: null, ecid: null } }]);
  expect(world.refused(id, 'acknowledge-brief', {}, { storyRead: false })).toMatchObject({ refusal: 'story-not-read' });
  world.must(id, 'acknowledge-brief', {});
  world.must(id, 'arrive', {});
  expect(next(id)).toEqual(['tie-device', 'get-consent']);
  tie(world, id);
  expect(world.state(id).devices).toHaveLength(1);
  expect(facts().irreplaceable).toEqual([{ device: PHONE }]);
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...INTAKE, ghostTouch: 'yes' } });
  expect(next(id)[0]).toBe('power-off');
  world.must(id, 'power-off', { deviceId: deviceIn(world, id).id });
  world.must(id, 'explain-no-photo', { deviceId: deviceIn(world, id).id, why: 'the camera is broken' });
  consent(world, id, ['diagnose', 'data-only', 'go-to-partner']);
  handOver(world, id, CUSTOMER, STORE);
  world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location: 'bench', label: 'bench-1' });

  expect(world.stop(madeStop('S1', PHONE, { outcome: 'intact' }))).toEqual([id]);
  expect(holdIn(world, id)).toMatchObject({ state: 'provisional', cause: 'device-frame-bent' });
  expect(deviceIn(world, id).suspectedBattery).toBe(true);
  expect(next(id)).toEqual(['decide-hold', 'put-away', 'record-outcome', 'check-battery']);
  expect(facts().holds).toEqual([{ id: holdIn(world, id).id, device: PHONE, code: 'device-frame-bent' }]);
  world.must(id, 'approve-hold', { holdId: holdIn(world, id).id, why: 'too bent', seen: 'provisional', confirmation: CONFIRMATION });
  world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location: 'fire-safe', label: 'F1' });
  expect(next(id)).toEqual(['find-partner', 'check-battery']);

  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: LAB, method: 'carried', seal: '4711' });
  const transferId = transferIn(world, id).id;
  world.must(id, 'sign-given', { transferId, signedBy: 'screen', private: { signature: SIGNATURE } });
  world.must(id, 'sign-taken', { transferId, signedBy: 'link', sealIntact: 'yes', private: { signature: { ...SIGNATURE, strokes: [] } } });
  world.must(id, 'report-stage', { transferId, stage: 'ready' });
  expect(next(id)).toEqual(['record-outcome']);
  outcome(world, id, 'all');
  expect(next(id)).toEqual(['tell-customer', 'tell-agent', 'give-back']);
  for (const who of ['customer', 'agent'] as const) world.must(id, 'tell-by-mail', { who, about: 'outcome' });
  expect(nextSteps(world.state(id), world.nowMs).map(({ step, subject }) => [step, subject])).toEqual([['tell-customer', world.mails[0]?.id], ['tell-agent', world.mails[1]?.id], ['give-back', transferId]]);
  expect(world.refused(id, 'close', {})).toMatchObject({ refusal: 'devices-not-accounted' });
  handOver(world, id, LAB, CUSTOMER);
  expect(world.refused(id, 'close', {})).toMatchObject({ refusal: 'not-told', params: { who: 'customer' } });
  for (const mail of world.mails) world.mail(mail, null);
  expect(next(id)).toEqual(['close']);
  world.must(id, 'release-hold', { holdId: holdIn(world, id).id, why: 'everything is saved', confirmation: CONFIRMATION });
  world.must(id, 'close', {});

  const { state, events } = world.cases.get(id) ?? { state: null, events: [] };
  expect(caseStateSchema.parse(state)).toEqual(state);
  expect(foldCase(events)).toEqual(state);
  expect(factsSchema.parse({ databaseId: 'db', version: 1, ...facts() })).toMatchObject({ holds: [], irreplaceable: [] });
});

test('three facts of one hold have three names, also where the middle one says nothing', () => {
  const store = new CaseWorld();
  const id = store.must(null, 'open-walk-in', { irreplaceable: false, device: { ids: PHONE, looks: LOOKS }, private: {} });
  store.must(id, 'ask-hold', { deviceId: deviceIn(store, id).id, why: 'looks bent' });
  const state = store.state(id);
  const nothing = { serial: null, imei: null, ecid: null };
  const devices = state.devices.map((device) => ({ ...device, formerIds: [{ ...nothing, serial: 'FIRST1' }, nothing, { ...nothing, serial: 'THIRD3' }] }));
  const holdId = holdIn(store, id).id;
  expect(factsOfCases([{ ...state, devices }], store.nowMs).holds.map(({ id: name, device }) => [name, device.serial])).toEqual([[holdId, 'FIRST1'], [`${holdId}.2`, 'THIRD3'], [`${holdId}.3`, PHONE.serial]]);
});

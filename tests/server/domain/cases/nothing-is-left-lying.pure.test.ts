/** Every open case has a next step and a time; what is late comes first; a night in which clocks change moves no time. */
import { expect, test } from 'vitest';
import { CASE_TIMES, PHOTOS_MAX } from '../../../../server/domain/cases/case-times.ts';
import { queueOf } from '../../../../server/domain/cases/case-line.ts';
import { custodyGaps } from '../../../../server/domain/cases/gaps.ts';
import { nextSteps } from '../../../../server/domain/cases/next-steps.ts';
import { CaseWorld, LOOKS, SIGNATURE, START_MS } from './case-world.ts';
import { arrived, askHold, BRIEF, consent, CONFIRMATION, CUSTOMER, deviceIn, handOver, holdIn, INTAKE, LAB, madeStop, outcome, PHONE, received, SECOND, STORE, tie, transferIn } from './made-cases.ts';

const HOUR_MS = 3_600_000;
const at = (ms: number): string => new Date(ms).toISOString();
const step = (world: CaseWorld, id: string, name: string, nowMs = world.nowMs) => nextSteps(world.state(id), nowMs).find((one) => one.step === name);
const gaps = (world: CaseWorld, id: string, nowMs: number): string[] => custodyGaps(world.state(id), nowMs).map(({ gap }) => gap);

test('a brief is to be taken within half an hour, and a quarter of an hour before they come', () => {
  const world = new CaseWorld();
  const due = (expectedAtIso: string | null) => step(world, world.must(null, 'file-brief', { ...BRIEF, expectedAtIso }), 'acknowledge-brief')?.dueAtIso;
  expect(due(null)).toBe(at(START_MS + HOUR_MS / 2));
  expect(due(at(START_MS + HOUR_MS / 3))).toBe(at(START_MS + HOUR_MS / 12));
  expect(due(at(START_MS - HOUR_MS))).toBe(at(START_MS));
  const id = world.must(null, 'file-brief', { ...BRIEF, expectedAtIso: at(START_MS) });
  const waits = (nowMs: number) => step(world, id, 'await-customer', nowMs)?.overdue;
  expect([waits(START_MS + 24 * HOUR_MS), waits(START_MS + 24 * HOUR_MS + 1)]).toEqual([false, true]);
});

test('a screen that types by itself is switched off within ten minutes, unless it is off', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id);
  const look = (intake: object): void => { world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...INTAKE, ...intake } }); };
  look({ ghostTouch: 'yes' });
  expect(nextSteps(world.state(id), world.nowMs)[0]).toMatchObject({ step: 'power-off', dueAtIso: at(START_MS + 600_000), overdue: false });
  look({ ghostTouch: 'yes', power: 'off' });
  expect(step(world, id, 'power-off')).toBeUndefined();
  look({ ghostTouch: 'yes' });
  world.must(id, 'power-off', { deviceId: deviceIn(world, id).id });
  expect(step(world, id, 'power-off')).toBeUndefined();
});

test.each([
  [{ bendUm: 300 }, false], [{ bendUm: 301 }, true], [{ swelling: 'yes' }, true], [{ swelling: 'not-known' }, false], [{ conditions: ['frame-bent'] }, true], [{ conditions: ['frame-dented'] }, false],
] as const)('%j: suspected battery %s', (intake, isSuspected) => {
  const world = new CaseWorld();
  const id = received(world, { intake });
  expect(deviceIn(world, id).suspectedBattery).toBe(isSuspected);
  expect(step(world, id, 'check-battery') !== undefined).toBe(isSuspected);
  const put = (location: string): void => { world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location, label: 'A4' }); };
  put('locker');
  expect(step(world, id, 'put-away') !== undefined).toBe(isSuspected);
  put('fire-safe');
  expect(step(world, id, 'put-away')).toBeUndefined();
});

test('a look at a battery that is due in hours waits behind a hold that a manager must decide', () => {
  const world = new CaseWorld();
  const id = received(world, { intake: { swelling: 'yes' } });
  askHold(world, id);
  const names = nextSteps(world.state(id), world.nowMs).map((one) => one.step);
  expect([names.includes('check-battery'), names.indexOf('decide-hold') < names.indexOf('check-battery')]).toEqual([true, true]);
});

test('a suspected battery is looked at every four hours while it is in the store, and stays suspected', () => {
  const world = new CaseWorld();
  const id = received(world, { intake: { swelling: 'yes' } });
  expect(step(world, id, 'check-battery')).toMatchObject({ dueAtIso: at(START_MS + 4 * HOUR_MS) });
  world.nowMs += 5 * HOUR_MS;
  expect(nextSteps(world.state(id), world.nowMs)[0]).toMatchObject({ step: 'check-battery', overdue: true });
  world.must(id, 'check-battery', { deviceId: deviceIn(world, id).id, swelling: 'no', warm: 'no' });
  expect(step(world, id, 'check-battery')).toMatchObject({ dueAtIso: at(world.nowMs + 4 * HOUR_MS), overdue: false });
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: INTAKE });
  expect(deviceIn(world, id).suspectedBattery).toBe(true);
  handOver(world, id, STORE, LAB);
  expect(step(world, id, 'check-battery')).toBeUndefined();
});

test.each(['swelling', 'warm'])('a check that finds it %s makes it suspected', (found) => {
  const world = new CaseWorld();
  const id = received(world);
  world.must(id, 'check-battery', { deviceId: deviceIn(world, id).id, swelling: 'no', warm: 'no', [found]: 'yes' });
  expect(deviceIn(world, id).suspectedBattery).toBe(true);
});

test('a held phone does not lie on a bench, and a manager decides within half an hour', () => {
  const world = new CaseWorld();
  const id = received(world);
  const put = (location: string): void => { world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location, label: 'A4' }); };
  put('bench');
  expect(step(world, id, 'put-away')).toBeUndefined();
  askHold(world, id);
  expect(step(world, id, 'put-away')).toBeDefined();
  expect(step(world, id, 'decide-hold')).toMatchObject({ subject: holdIn(world, id).id, dueAtIso: at(START_MS + HOUR_MS / 2) });
  for (const location of ['locker', 'safe', 'fire-safe']) {
    put(location);
    expect(step(world, id, 'put-away')).toBeUndefined();
  }
});

test('in the store without a place for an hour is a gap', () => {
  const world = new CaseWorld();
  const id = received(world);
  expect(gaps(world, id, START_MS + HOUR_MS)).toEqual([]);
  expect(gaps(world, id, START_MS + HOUR_MS + 1)).toEqual(['no-place-known']);
  world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location: 'safe', label: '' });
  expect(gaps(world, id, START_MS + 99 * HOUR_MS)).toEqual([]);
});

test('a partner is asked after a week without a word, or after the day it named; what is not back in time is a gap', () => {
  const world = new CaseWorld();
  const id = received(world);
  const backMs = START_MS + 20 * 24 * HOUR_MS;
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: LAB, method: 'in-person', backByIso: at(backMs) });
  const { id: transferId } = transferIn(world, id);
  world.must(id, 'sign-given', { transferId, signedBy: 'paper', private: {} });
  world.must(id, 'sign-taken', { transferId, signedBy: 'paper', sealIntact: 'yes', private: {} });
  const weekMs = START_MS + CASE_TIMES.partnerSilent.ms;
  expect([gaps(world, id, weekMs), gaps(world, id, weekMs + 1)]).toEqual([[], ['partner-silent']]);
  expect(step(world, id, 'ask-partner', weekMs)).toMatchObject({ subject: transferId, dueAtIso: at(weekMs), overdue: false });
  const namedMs = START_MS + 9 * 24 * HOUR_MS;
  world.must(id, 'report-stage', { transferId, stage: 'recovering', expectedAtIso: at(namedMs) });
  expect([gaps(world, id, namedMs), gaps(world, id, namedMs + 1)]).toEqual([[], ['partner-silent']]);
  expect(gaps(world, id, backMs + 1)).toEqual(['partner-silent', 'not-back-in-time']);
  outcome(world, id, 'all');
  expect(gaps(world, id, backMs + 1)).toEqual(['not-back-in-time']);
});

test('a broken seal is a gap for as long as the phone is there', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: LAB, method: 'courier', seal: '4711' });
  const { id: transferId } = transferIn(world, id);
  world.must(id, 'sign-given', { transferId, signedBy: 'nobody', private: {} });
  expect(step(world, id, 'sign-taken')?.dueAtIso).toBe(at(START_MS + CASE_TIMES.takenByCourier.ms));
  world.must(id, 'sign-taken', { transferId, signedBy: 'link', sealIntact: 'no', private: { signature: SIGNATURE } });
  expect(gaps(world, id, world.nowMs + 1)).toEqual(['seal-broken']);
  expect(queueOf(world.states, world.nowMs + 1)[0]).toMatchObject({ step: { step: 'ask-partner' }, gap: { gap: 'seal-broken' } });
  handOver(world, id, LAB, STORE);
  expect(gaps(world, id, world.nowMs + 1)).toEqual([]);
});

test('the night in which clocks go back has as many hours as it has', () => {
  const world = new CaseWorld();
  world.nowMs = Date.parse('2026-10-25T00:30:00.000Z');
  const id = world.must(null, 'open-walk-in', { irreplaceable: false, device: { ids: PHONE, looks: LOOKS }, private: {} });
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...INTAKE, swelling: 'yes' } });
  consent(world, id, ['diagnose']);
  handOver(world, id, CUSTOMER, STORE);
  expect(step(world, id, 'check-battery')?.dueAtIso).toBe('2026-10-25T04:30:00.000Z');
  // The same moment, written by somebody whose clock shows local time.
  const brief = world.must(null, 'file-brief', { ...BRIEF, expectedAtIso: '2026-10-26T02:30:00Z' });
  expect(step(world, brief, 'await-customer')?.dueAtIso).toBe('2026-10-27T02:30:00.000Z');
});

test('one photo or one reason for each phone, and a consent that was taken back is asked for again', () => {
  const world = new CaseWorld();
  const id = received(world);
  expect(step(world, id, 'add-photo')).toBeDefined();
  world.must(id, 'explain-no-photo', { deviceId: deviceIn(world, id).id, why: 'no camera' });
  expect(step(world, id, 'add-photo')).toBeUndefined();
  expect(step(world, id, 'get-consent')).toBeUndefined();
  const consentId = world.state(id).consents[0]?.id;
  world.must(id, 'withdraw-consent', { consentId });
  expect(world.refused(id, 'withdraw-consent', { consentId })).toMatchObject({ refusal: 'no-such-consent' });
  expect(step(world, id, 'get-consent')).toBeDefined();
});

test('terms that are not those of the store, and a signature that is none', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  const sent = { relation: 'owner', verified: 'receipt', scopes: ['diagnose'], termsVersion: '2026-1', signedBy: 'screen', private: { signature: SIGNATURE } };
  expect(world.refused(id, 'give-consent', { ...sent, termsVersion: '2025-1' })).toMatchObject({ refusal: 'terms-unknown' });
  expect(world.refused(id, 'give-consent', { ...sent, private: { signature: { ...SIGNATURE, strokes: [] } } })).toMatchObject({ refusal: 'signature-missing' });
  expect(world.refused(id, 'give-consent', { ...sent, signedBy: 'nobody' })).toMatchObject({ refusal: 'signature-missing' });
  expect(world.refused(id, 'give-consent', sent, { rows: {} })).toMatchObject({ refusal: 'signature-missing' });
  world.must(id, 'give-consent', { ...sent, signedBy: 'paper', private: { signature: { ...SIGNATURE, strokes: [] } } });
});

test('what has ended has no gap, whatever lies where', () => {
  const world = new CaseWorld();
  const id = received(world);
  const state = world.state(id);
  expect(custodyGaps(state, START_MS + 9 * HOUR_MS)).toHaveLength(1);
  for (const stage of ['closed', 'merged'] as const) expect([custodyGaps({ ...state, stage }, START_MS + 9 * HOUR_MS), nextSteps({ ...state, stage }, START_MS)]).toEqual([[], []]);
});

test('who owns nothing is asked for, a handover that waits is shown, and what came back without a word is asked after', () => {
  const world = new CaseWorld();
  const [stopped] = world.stop(madeStop('S1', PHONE));
  const id = stopped ?? '';
  expect(step(world, id, 'name-owner')).toMatchObject({ dueAtIso: at(START_MS + HOUR_MS / 4), overdue: false });
  world.must(id, 'take-over', {});
  expect(step(world, id, 'name-owner')).toBeUndefined();
  world.must(id, 'approve-hold', { holdId: holdIn(world, id).id, confirmation: CONFIRMATION });
  expect(step(world, id, 'find-partner')).toMatchObject({ subject: holdIn(world, id).id, dueAtIso: at(START_MS + 24 * HOUR_MS) });
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: CUSTOMER, method: 'in-person' });
  expect(step(world, id, 'sign-given')).toMatchObject({ subject: transferIn(world, id).id, dueAtIso: at(START_MS + 24 * HOUR_MS) });
  expect(step(world, id, 'find-partner')).toBeUndefined();
  world.nowMs += HOUR_MS;
  world.must(id, 'sign-given', { transferId: transferIn(world, id).id, signedBy: 'paper', private: {} });
  expect(step(world, id, 'sign-taken')).toMatchObject({ sinceIso: at(world.nowMs) });
  world.must(id, 'sign-taken', { transferId: transferIn(world, id).id, signedBy: 'paper', sealIntact: 'yes', private: {} });
  expect(step(world, id, 'record-outcome')).toMatchObject({ deviceId: deviceIn(world, id).id, dueAtIso: at(world.nowMs + 24 * HOUR_MS) });
});

test('in the store, done and not fetched: it is to be given back; on a counter no held phone lies', () => {
  const world = new CaseWorld();
  const id = received(world);
  outcome(world, id, 'all');
  expect(step(world, id, 'give-back')).toMatchObject({ dueAtIso: at(START_MS + 14 * 24 * HOUR_MS) });
  askHold(world, id);
  world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location: 'counter', label: '' });
  expect(step(world, id, 'put-away')).toBeDefined();
});

test('looked at and kept by the customer: how it ended is still to be written', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id);
  expect(step(world, id, 'record-intake')).toMatchObject({ dueAtIso: at(START_MS + HOUR_MS / 2) });
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: INTAKE });
  expect(step(world, id, 'record-intake')).toBeUndefined();
  expect(step(world, id, 'record-outcome')).toMatchObject({ dueAtIso: null, overdue: false });
  outcome(world, id, 'all');
  expect(step(world, id, 'record-outcome')).toBeUndefined();
});

test.each(['device-frame-bent', 'device-swelling', 'device-hot', 'device-heating', 'smoke-button', 'probe-force'] as const)('a stop for %s means a cell that may be hurt', (code) => {
  const world = new CaseWorld();
  const id = received(world);
  const causes = (one: typeof code | 'estop') => ({ causes: [{ code: one, params: {}, atIso: at(START_MS), cleared: false }] });
  world.stop(madeStop('S1', PHONE, causes('estop')));
  expect(deviceIn(world, id).suspectedBattery).toBe(false);
  world.must(id, 'release-hold', { holdId: holdIn(world, id).id, why: 'fine again', confirmation: CONFIRMATION }, SECOND);
  world.stop(madeStop('S2', PHONE, causes(code)));
  expect(deviceIn(world, id).suspectedBattery).toBe(true);
});

test('a photo is of a case that is open, shows a device that is here, and there are thirty at most', () => {
  const world = new CaseWorld();
  const id = received(world);
  const photo = { deviceId: deviceIn(world, id).id, photo: { row: world.newUuid(), sha256: 'a'.repeat(64) }, bytes: 9, mime: 'image/png', fileSha256: 'a'.repeat(64) };
  expect(step(world, id, 'add-photo')).toBeDefined();
  for (let count = 0; count < PHOTOS_MAX; count += 1) world.must(id, 'add-photo', photo);
  expect([step(world, id, 'add-photo'), deviceIn(world, id).photos.length]).toEqual([undefined, 30]);
  expect(world.refused(id, 'add-photo', photo)).toMatchObject({ refusal: 'photo-wrong', at: 'body' });
  const other = world.must(null, 'file-brief', { ...BRIEF, expectedAtIso: null });
  expect(world.refused(other, 'add-photo', photo)).toMatchObject({ refusal: 'not-in-this-stage' });
});

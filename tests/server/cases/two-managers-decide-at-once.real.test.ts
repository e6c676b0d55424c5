/** Two managers on one hold: the first decides, the second is told so. Proofs are bound to one hold, and data at stake needs two. */
import { expect, test } from 'vitest';
import type { CaseView } from '../../../server/contract/case-state.ts';
import { signedIn } from '../../signed-in.ts';
import type { Answer, Signed } from '../../signed-in.ts';
import { addPerson, browser } from '../http/all-askers.ts';
import { runServer } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { act, deviceOf, done, release, viewOf, walkIn } from './made-cases.ts';

const KIM = { user: 'kim', password: 'the password of kim' };
const ended = ({ status, body }: Answer): string => (status === 200 ? 'done' : `${status} ${String(body['code'])}`);

async function held(server: TestServer): Promise<{ readonly manager: Signed; readonly other: Signed; readonly view: CaseView; readonly holdId: string }> {
  const admin = await signedIn(server.url, server, 'demo-admin');
  await addPerson(admin, server, KIM.user, ['manager'], KIM.password);
  const manager = await server.signed();
  const here = await walkIn(manager);
  const view = await done(manager, here.case.code, 'ask-hold', { deviceId: deviceOf(here), why: 'the frame looks bent' });
  return { manager, other: await browser(server).signIn(KIM.user, KIM.password), view, holdId: view.case.holds[0]?.id ?? '' };
}

test('of two managers who decide in the same moment one does, and the other is told what became of the hold', async () => {
  const server = await runServer();
  const { manager, other, view, holdId } = await held(server);
  const subject = `${view.case.id}/${holdId}`;
  const confirmations = await Promise.all([manager.confirm('decide-hold', subject, server.password), other.confirm('decide-hold', subject, KIM.password)]);
  const both = await Promise.all([manager, other].map((one, index) => act(one, view.case.code, 'approve-hold', { holdId, seen: 'asked', confirmation: confirmations[index] ?? '' })));
  expect(both.map(ended).toSorted()).toEqual(['409 hold-decided', 'done']);
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ what: expect.stringMatching(/^This hold was decided a moment ago by P-\w{6}; now it is: held\.$/) as unknown, at: 'body.holdId' });
  const after = await viewOf(manager, view.case.code);
  expect([after.case.holds[0]?.state, after.case.lastSeq]).toEqual(['approved', view.case.lastSeq + 1]);
});

test('a hold with data at stake is released by two people, and by nobody alone', async () => {
  const server = await runServer();
  const { manager, view, holdId } = await held(server);
  expect(view.dataAtStake).toBe(true);
  expect(ended(await release(manager, view, holdId, server.password, null))).toBe('403 second-person-needed');
  const subject = `${view.case.id}/${holdId}`;
  const [first, again] = [await manager.confirm('decide-hold', subject, server.password), await manager.confirm('second-decision', subject, server.password)];
  expect(ended(await act(manager, view.case.code, 'release-hold', { holdId, why: 'twice the same person', confirmation: first, secondConfirmation: again }))).toBe('403 same-person-twice');
  // The first proof is not used up by the refusal for want of the other one.
  const confirmation = await manager.confirm('decide-hold', subject, server.password);
  const body = { holdId, why: 'looked at it together', confirmation };
  expect(ended(await act(manager, view.case.code, 'release-hold', body))).toBe('403 second-person-needed');
  expect(ended(await act(manager, view.case.code, 'release-hold', { ...body, secondConfirmation: await manager.confirm('second-decision', subject, server.password, 'demo-technician') }))).toBe('done');
  expect((await viewOf(manager, view.case.code)).case.holds[0]).toMatchObject({ state: 'released', decisionWhy: 'looked at it together', second: expect.stringMatching(/^P-/) as unknown });
});

test('the proof for one hold decides no other, and a technician decides none', async () => {
  const server = await runServer();
  const { manager, view, holdId } = await held(server);
  const other = await done(manager, null, 'open-walk-in', { irreplaceable: false, device: null, private: {} });
  const wrong = await manager.confirm('decide-hold', `${other.case.id}/${holdId}`, server.password);
  expect(ended(await act(manager, view.case.code, 'approve-hold', { holdId, confirmation: wrong }))).toBe('403 confirmation-of-another-act');
  const technician = await signedIn(server.url, server, 'demo-technician');
  expect(ended(await act(technician, view.case.code, 'approve-hold', { holdId, confirmation: 'x'.repeat(30) }))).toBe('403 right-missing');
  expect((await viewOf(manager, view.case.code)).case.holds[0]?.state).toBe('asked');
});

test('a decision that is sent again with the same id is answered as done, though its proof is used up', async () => {
  const server = await runServer();
  const { manager, view, holdId } = await held(server);
  const subject = `${view.case.id}/${holdId}`;
  const body = { id: '0193a0b0-0000-7000-8000-000000000002', holdId, why: '', confirmation: await manager.confirm('decide-hold', subject, server.password) };
  const first = await done(manager, view.case.code, 'approve-hold', body);
  expect((await done(manager, view.case.code, 'approve-hold', body)).head).toEqual(first.head);
  expect(ended(await act(manager, view.case.code, 'approve-hold', { ...body, why: 'another word' }))).toBe('409 act-id-used');
});

test('a phone with irreplaceable data is taken off a case by two people; any other by one, who proves nothing', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const technician = await signedIn(server.url, server, 'demo-technician');
  const kept = await walkIn(manager, { irreplaceable: true });
  const body = { deviceId: deviceOf(kept), why: 'another phone was meant' };
  expect(ended(await act(technician, kept.case.code, 'untie-device', body))).toBe('403 second-person-needed');
  const subject = `${kept.case.id}/${body.deviceId}`;
  const second = await technician.confirm('second-decision', subject, server.password);
  expect(ended(await act(technician, kept.case.code, 'untie-device', { ...body, secondConfirmation: second }))).toMatch(/^403 /);
  expect((await viewOf(manager, kept.case.code)).case.devices).toHaveLength(1);
  const confirmations = { confirmation: await manager.confirm('decide-hold', subject, server.password), secondConfirmation: await manager.confirm('second-decision', subject, server.password, 'demo-technician') };
  expect(ended(await act(manager, kept.case.code, 'untie-device', { ...body, ...confirmations }))).toBe('done');
  const plain = await walkIn(technician, { irreplaceable: false });
  expect(ended(await act(technician, plain.case.code, 'untie-device', { deviceId: deviceOf(plain), why: 'another phone was meant' }))).toBe('done');
});

/** Telling by mail: queued with the act, told when the mail server took it, said when it never will; and no case is closed before. */
import { expect, test } from 'vitest';
import { mailServerAt } from '../notify/mail-bench.ts';
import { runServer, until } from '../running-server.ts';
import { playSmtp } from '../../smtp-server.ts';
import { act, AGENT, CONTACT, deviceOf, done, fileBrief, viewOf, walkIn } from './made-cases.ts';

test('a customer is told once the mail arrived, with what was recovered and no name in the case', async () => {
  const smtp = await playSmtp();
  const server = await runServer({ mail: mailServerAt(smtp.port) });
  const manager = await server.signed();
  const view = await walkIn(manager);
  const { case: { code } } = view;
  expect((await act(manager, code, 'tell-by-mail', { who: 'agent', about: 'progress' })).body).toMatchObject({ code: 'mail-not-possible', what: 'No mail can be sent: nothing is known of the agent.' });
  await done(manager, code, 'record-outcome', { deviceId: deviceOf(view), result: 'partial', photos: 1200, delivered: 'drive' });
  const queued = await done(manager, code, 'tell-by-mail', { who: 'customer', about: 'outcome' });
  expect([queued.case.tellingQueued.length, queued.case.told]).toEqual([1, []]);
  await until(() => smtp.taken.length === 1, 'the mail', 10_000);
  await until(async () => (await viewOf(manager, code)).case.told.length === 1, 'the case says so', 10_000);
  const { case: after } = await viewOf(manager, code);
  expect(after).toMatchObject({ told: [{ who: 'customer', how: 'mail', about: 'outcome', by: 'mail' }], tellingQueued: [] });
  expect(smtp.taken[0]?.to).toEqual([CONTACT.mail]);
  expect(smtp.taken[0]?.raw).toContain('1200 photos');
  const looks = (await manager.get(`/api/cases/${code}/looks`)).body['looks'] as { role: string; why: string }[];
  // One look to write it, one to send what was sealed since.
  expect(looks.filter(({ role }) => role === 'system').map(({ why }) => why)).toEqual(['sending the mail to the customer: outcome', 'a mail to the customer']);
});

test('a mail that the server refuses for good is said in the case, and tells nobody', async () => {
  const smtp = await playSmtp();
  smtp.mood = { at: 'RCPT', does: { code: 550, words: '5.1.1 no such user here' } };
  const server = await runServer({ mail: mailServerAt(smtp.port) });
  const manager = await server.signed();
  const { case: { code } } = await walkIn(manager);
  await done(manager, code, 'tell-by-mail', { who: 'customer', about: 'progress' });
  await until(async () => (await viewOf(manager, code)).case.tellingFailed.length === 1, 'the case says so', 10_000);
  expect((await viewOf(manager, code)).case).toMatchObject({ told: [], tellingFailed: [{ who: 'customer', why: 'address-refused' }] });
});

test('without a mail server, or without an address, the act is refused and nothing waits', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code }, head } = await walkIn(manager);
  expect((await act(manager, code, 'tell-by-mail', { who: 'customer', about: 'progress' })).body).toMatchObject({ code: 'mail-not-possible', what: 'No mail can be sent: no mail server is set up.' });
  expect((await viewOf(manager, code)).head).toEqual(head);
  const smtp = await playSmtp();
  const other = await runServer({ mail: mailServerAt(smtp.port) });
  const there = await other.signed();
  const quiet = await walkIn(there, { private: { contact: { ...CONTACT, mail: null }, story: null } });
  expect((await act(there, quiet.case.code, 'tell-by-mail', { who: 'customer', about: 'progress' })).body['what']).toBe('No mail can be sent: the customer gave no mail address.');
});

test('the agent hears by itself that the brief was taken, and by whom; where no mail can go the brief is taken all the same', async () => {
  const smtp = await playSmtp();
  for (const mail of [mailServerAt(smtp.port), null]) {
    const server = await runServer({ mail });
    const manager = await server.signed();
    const { case: { code } } = await fileBrief(manager);
    await manager.post(`/api/cases/${code}/look`, { what: 'story', why: 'before taking the brief' });
    expect((await done(manager, code, 'acknowledge-brief', {})).case).toMatchObject({ stage: 'expected', tellingQueued: mail === null ? [] : [{ who: 'agent', about: 'progress' }] });
    if (mail !== null) await until(async () => (await viewOf(manager, code)).case.told.length === 1, 'the agent told', 10_000);
  }
  expect(smtp.taken.map(({ to }) => to)).toEqual([[AGENT.mail]]);
  expect(smtp.taken[0]?.raw).toContain('Demo manager');
});

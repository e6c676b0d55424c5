/** Two agents called ahead for the same phone, and their cases became one: each hears how it ended, by the code that each of them knows, and no case closes before. */
import { expect, test } from 'vitest';
import { mailServerAt } from '../notify/mail-bench.ts';
import { runServer, until } from '../running-server.ts';
import { signedIn } from '../../signed-in.ts';
import { playSmtp } from '../../smtp-server.ts';
import { AGENT, act, BRIEF, deviceOf, done, fileBrief, viewOf } from './made-cases.ts';

const OTHER = { name: 'Barnaby Quill', mail: 'barnaby@example.org', reference: 'Q-77' };

async function merged(agentMail: string | null = OTHER.mail) {
  const smtp = await playSmtp();
  const server = await runServer({ mail: mailServerAt(smtp.port) });
  const [manager, agent] = [await server.signed(), await signedIn(server.url, server, 'demo-support')];
  const first = await fileBrief(manager, { irreplaceable: false });
  const second = await fileBrief(agent, { irreplaceable: false, device: null, private: { ...BRIEF.private, agent: { ...OTHER, mail: agentMail } } });
  await done(manager, first.case.code, 'arrive', {});
  await done(manager, second.case.code, 'merge-into', { into: first.case.code, why: 'the same phone' });
  await done(manager, first.case.code, 'tie-device', { ids: first.case.devices[0]?.ids ?? { serial: 'F17DK0XA0DXR' }, looks: {}, how: 'typed' });
  await done(manager, first.case.code, 'record-outcome', { deviceId: deviceOf(first), result: 'partial', photos: 12, delivered: 'drive' });
  return { smtp, manager, agent, into: first.case.code, away: second.case.code };
}

test('one act writes to both, each with the own code and number', async () => {
  const { smtp, manager, into, away } = await merged();
  await done(manager, into, 'record-told', { who: 'customer', how: 'phone', about: 'outcome' });
  const queued = await done(manager, into, 'tell-by-mail', { who: 'agent', about: 'outcome' });
  expect(queued.case.tellingQueued).toHaveLength(2);
  await until(() => smtp.taken.length === 2, 'both mails', 10_000);
  await until(async () => (await viewOf(manager, into)).case.told.filter(({ who }) => who === 'agent').length === 2, 'the case says so', 10_000);
  const mailTo = (address: string): string => smtp.taken.find(({ to }) => to[0] === address)?.raw ?? '';
  expect([mailTo(AGENT.mail), mailTo(OTHER.mail)]).toEqual([expect.stringContaining(into), expect.stringContaining(away)]);
  expect([mailTo(AGENT.mail).includes('R-1'), mailTo(OTHER.mail).includes('Q-77')]).toEqual([true, true]);
  expect((await viewOf(manager, into)).next.some(({ step }) => step === 'tell-agent')).toBe(false);
});

test('a mail that reached one of them has not told the other, who gave no address', async () => {
  const { manager, into } = await merged(null);
  await done(manager, into, 'record-told', { who: 'customer', how: 'phone', about: 'outcome' });
  await done(manager, into, 'tell-by-mail', { who: 'agent', about: 'outcome' });
  await until(async () => (await viewOf(manager, into)).case.tellingQueued.length === 0, 'the end of the mail', 10_000);
  const { case: state, next } = await viewOf(manager, into);
  expect(state.told.filter(({ who }) => who === 'agent')).toMatchObject([{ how: 'mail' }]);
  expect(next.map(({ step }) => step)).toContain('tell-agent');
  expect((await act(manager, into, 'tell-by-mail', { who: 'agent', about: 'outcome' })).body).toMatchObject({ code: 'mail-not-possible', what: 'No mail can be sent: the agent gave no mail address.' });
  expect((await act(manager, into, 'close', {})).body).toMatchObject({ code: 'not-told' });
  const looked = (await manager.post(`/api/cases/${into}/look`, { what: 'agent', why: 'calling both' })).body;
  expect([looked['agent'], looked['otherAgents']]).toMatchObject([AGENT, [{ name: OTHER.name, reference: OTHER.reference }]]);
  const { case: told, next: after } = await done(manager, into, 'record-told', { who: 'agent', how: 'phone', about: 'outcome' });
  expect(told.told.filter(({ who }) => who === 'agent').map(({ how }) => how)).toEqual(['mail', 'phone']);
  expect(after.map(({ step }) => step)).not.toContain('tell-agent');
});

test('whoever filed the brief that was merged away sees how the matter goes on', async () => {
  const { manager, agent, into, away } = await merged();
  const line = async () => ((await agent.get('/api/briefs')).body['briefs'] as { code: string }[]).find(({ code }) => code === away);
  expect(await line()).toMatchObject({ stage: 'open', outcomes: [{ result: 'partial' }], customerTold: false, told: false });
  await done(manager, into, 'record-told', { who: 'agent', how: 'phone', about: 'outcome' });
  expect(await line()).toMatchObject({ told: true });
  expect(JSON.stringify(await line())).not.toContain(into);
});

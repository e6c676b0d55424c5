/** An agent files a brief from outside with the time of the visit as it stands on the wall of the store, and changes it later: what is left empty stays, and another's brief is not there. */
import { expect, test } from 'vitest';
import { signedIn } from '../../signed-in.ts';
import { fileBrief, viewOf } from '../cases/made-cases.ts';
import { runOutside } from './outside-bench.ts';
import { Visitor } from './visitor.ts';

const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** What the wall of the store says at a moment, as a browser writes it into such a field. */
const wallAt = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso)).replace(' ', 'T');

async function agentWithBrief() {
  const server = await runOutside();
  const manager = await server.signed();
  const agent = new Visitor(server);
  await agent.fill('/agent', '/agent/enter', { user: 'demo-support', password: server.password, code: '' });
  const filed = await agent.fill('/agent', '/agent/brief', {
    name: 'Zebulon', matters: 'The last photos', 'do-not-ask': 'How it broke', expected: wallAt('2026-11-27T14:30:00.000Z'), 'own-name': 'Agatha', language: 'en',
  });
  const code = /filed=([0-9A-Z]+)/.exec(String(filed.headers['location']))?.[1] ?? '';
  return { server, manager, agent, code };
}
const story = async ({ manager, code }: Pick<Awaited<ReturnType<typeof agentWithBrief>>, 'manager' | 'code'>) => (await manager.post(`/api/cases/${code}/look`, { what: 'story', why: 'Take the brief' })).body['story'];

test('the visit has its time of day, and a change takes the place of what it names alone', async () => {
  const made = await agentWithBrief();
  const { manager, agent, code } = made;
  expect((await viewOf(manager, code)).case.expectedAtIso).toBe('2026-11-27T14:30:00.000Z');
  const shown = (await agent.get('/agent')).body;
  expect(shown).toContain(`value="${wallAt('2026-11-27T14:30:00.000Z')}"`);
  // What was told is sealed, for the page of its own agent too.
  expect(shown).not.toContain('The last photos');
  const changed = await agent.fill('/agent', '/agent/amend', { [`expected-${code}`]: wallAt('2026-11-28T08:15:00.000Z'), [`do-not-ask-${code}`]: 'How she died' });
  expect(changed.status).toBe(303);
  expect((await viewOf(manager, code)).case).toMatchObject({ expectedAtIso: '2026-11-28T08:15:00.000Z', amended: { what: ['story', 'visit'] } });
  expect(await story(made)).toMatchObject({ matters: 'The last photos', doNotAsk: 'How she died' });
});

test('a form that says nothing new of the visit leaves it, and the brief of another agent is answered like one that is not there', async () => {
  const made = await agentWithBrief();
  const { server, manager, agent, code } = made;
  await agent.fill('/agent', '/agent/amend', { [`expected-${code}`]: wallAt('2026-11-27T14:30:00.000Z'), [`happened-${code}`]: 'It fell twice.' });
  expect((await viewOf(manager, code)).case).toMatchObject({ expectedAtIso: '2026-11-27T14:30:00.000Z', amended: { what: ['story'] } });
  const other = await fileBrief(await signedIn(server.url, server, 'demo-technician'));
  const head = other.head;
  const refused = await agent.fill('/agent', '/agent/amend', { case: other.case.code, [`matters-${other.case.code}`]: 'Nothing' });
  expect(refused.status).toBe(403);
  expect((await viewOf(manager, other.case.code)).head).toEqual(head);
});

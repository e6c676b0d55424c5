/** An agent changes a brief over the interface: what is left out stays, the change is on record by its parts alone, and the manager who took it reads it anew. */
import { expect, test } from 'vitest';
import type { ChainedEvent } from '../../../server/contract/custody.ts';
import type { QueueItem } from '../../../server/contract/case-state.ts';
import { signedIn } from '../../signed-in.ts';
import type { Signed } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';
import { act, CONTACT, done, fileBrief, STORY, viewOf, walkIn } from './made-cases.ts';

const look = (signed: Signed, code: string, what: string) => signed.post(`/api/cases/${code}/look`, { what, why: 'Take the brief' });

async function taken() {
  const server = await runServer();
  const manager = await server.signed();
  const agent = await signedIn(server.url, server, 'demo-support');
  const { case: { code } } = await fileBrief(agent, { irreplaceable: false });
  await look(manager, code, 'story');
  await done(manager, code, 'acknowledge-brief', {});
  return { server, manager, agent, code };
}

test('what is left out stays as it was told; the old words are gone from what is shown, and nothing of either stands in the chain', async () => {
  const { manager, agent, code } = await taken();
  await done(agent, code, 'amend-brief', { expectedAtIso: '2026-11-26T10:00:00.000Z', private: { story: { doNotAsk: 'which day it was' }, contact: { phone: '+00 000 9999' } } });
  expect((await look(manager, code, 'story')).body).toMatchObject({ story: { ...STORY, doNotAsk: 'which day it was' } });
  expect((await look(manager, code, 'contact')).body).toMatchObject({ contact: { ...CONTACT, phone: '+00 000 9999' } });
  const history = (await manager.get(`/api/cases/${code}/history`)).body as { events: readonly ChainedEvent[] };
  const last = history.events.at(-1)?.event;
  expect([last?.kind, Object.keys(last?.body ?? {}).toSorted(), Object.keys(last?.body['rows'] ?? {}).toSorted()]).toEqual(['brief-amended', ['expectedAtIso', 'rows'], ['contact', 'story']]);
  expect(JSON.stringify(history)).not.toMatch(/which day|9999/);
});

test('the manager who took it finds it in the queue, cannot take it without reading it again, and the agent sees both', async () => {
  const { manager, agent, code } = await taken();
  const waits = async () => ((await manager.get('/api/queue')).body as { items: readonly QueueItem[] }).items.filter((item) => item.case.code === code).map(({ step }) => step.step);
  const own = async () => ((await agent.get('/api/briefs')).body as { briefs: readonly { amendedAtIso: string | null }[] }).briefs[0];
  expect([await waits(), (await own())?.amendedAtIso]).toEqual([[], null]);
  await done(agent, code, 'amend-brief', { private: { story: { matters: 'The voice messages of his wife' } } });
  expect([await waits(), (await own())?.amendedAtIso]).toEqual([['acknowledge-brief'], expect.any(String)]);
  expect((await act(manager, code, 'acknowledge-brief', {})).body['code']).toBe('story-not-read');
  await look(manager, code, 'story');
  await done(manager, code, 'acknowledge-brief', {});
  expect([await waits(), (await own())?.amendedAtIso, (await viewOf(manager, code)).case.amended]).toEqual([[], null, null]);
  expect((await act(manager, code, 'acknowledge-brief', {})).body['code']).toBe('not-in-this-stage');
});

test('a change sent twice is done once, and one of a contact that is not there says so', async () => {
  const { manager, agent, code } = await taken();
  const sent = { id: '019aa000-0000-7000-8000-0000000000aa', private: { story: { happened: 'It fell twice.' } } };
  const [first, second] = [await done(agent, code, 'amend-brief', sent), await done(agent, code, 'amend-brief', sent)];
  expect(second.head).toEqual(first.head);
  const { case: { code: without } } = await walkIn(manager, { device: null, private: { contact: null, story: null } });
  expect((await act(manager, without, 'amend-brief', { private: { contact: { phone: '+00 000 9999' } } })).body).toMatchObject({ code: 'nothing-private', at: 'body.private.contact' });
});

/** An act is done once, whole or not at all: sent twice, refused half-way, or with an id that was used for another thing. */
import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { runServer } from '../running-server.ts';
import { act, BRIEF, done, fileBrief, IDS, LOOKS, viewOf, walkIn, WALK_IN } from './made-cases.ts';

test('a brief becomes a case that a manager takes once the story was read, and not before', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code, stage } } = await fileBrief(manager);
  expect(stage).toBe('announced');
  const early = await act(manager, code, 'acknowledge-brief', {});
  expect([early.status, early.body['code']]).toEqual([409, 'story-not-read']);
  const looked = await manager.post(`/api/cases/${code}/look`, { what: 'story', why: 'before taking the brief' });
  expect(looked.body).toMatchObject({ what: 'story', story: { matters: BRIEF.private.story.matters }, contact: null });
  expect((await done(manager, code, 'acknowledge-brief', {})).case).toMatchObject({ stage: 'expected', acknowledged: { storyRead: true } });
});

test('the same act sent twice is done once, and its id is good for nothing else', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const id = randomUUID();
  const first = await done(manager, null, 'open-walk-in', { ...WALK_IN, id });
  const again = await done(manager, null, 'open-walk-in', { ...WALK_IN, id });
  expect([again.case.id, again.head]).toEqual([first.case.id, first.head]);
  const otherName = await act(manager, null, 'open-walk-in', { ...WALK_IN, id, private: { ...WALK_IN.private, story: null } });
  const otherBody = await act(manager, null, 'open-walk-in', { ...WALK_IN, id, irreplaceable: true });
  const otherAct = await act(manager, first.case.code, 'note', { id, words: 'something else' });
  expect([otherName, otherBody, otherAct].map(({ status, body }) => [status, body['code'], body['at']])).toEqual(Array.from({ length: 3 }, () => [409, 'act-id-used', 'body.id']));
  expect(((await manager.get('/api/cases')).body['cases'] as unknown[]).length).toBe(1);
});

test('a refused act leaves nothing behind, not even a sealed row', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code } } = await walkIn(manager);
  const before = await manager.get(`/api/cases/${code}/history`);
  const refused = await act(manager, null, 'open-walk-in', { ...WALK_IN, device: { ids: IDS, looks: LOOKS } });
  expect([refused.status, refused.body['code'], refused.body['what']]).toEqual([409, 'device-in-other-case', `This device is in case ${code} already.`]);
  expect((await manager.get(`/api/cases/${code}/history`)).body).toEqual(before.body);
  const audit = (await manager.get('/api/audit?limit=1000')).body['entries'] as { what: string }[];
  expect(audit.filter(({ what }) => what.startsWith('wrote-')).map(({ what }) => what).toSorted()).toEqual(['wrote-contact', 'wrote-story']);
});

test('each act stands in the chain and in the audit with the head that it led to', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code, id }, head } = await walkIn(manager);
  const after = await done(manager, code, 'note', { words: 'the customer comes back at noon' });
  expect(after.head.seq).toBe(head.seq + 1);
  const audit = (await manager.get(`/api/audit?subject=case:${id}`)).body['entries'] as { what: string; detail: Record<string, unknown> }[];
  expect(audit[0]).toMatchObject({ what: 'note', detail: { code, custody: `${after.head.seq}:${after.head.hash}` } });
  const history = (await manager.get(`/api/cases/${code}/history`)).body as { events: { event: { kind: string }; hash: string }[]; head: unknown };
  expect(history.events.map(({ event }) => event.kind)).toEqual(['walk-in-opened', 'owner-named', 'noted']);
  expect([history.events.at(-1)?.hash, history.head]).toEqual([after.head.hash, after.head]);
});

test('a case is found by its code however it is typed, by part of a serial number, and by a name without accents', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code } } = await walkIn(manager);
  for (const text of [code, code.toLowerCase(), ` ${code} `, 'F17DK0XA0DXR', 's f17dkoxaodxr', 'DK0XA', 'zebulon', 'OTZTURK', 'ötztürk zebulon']) {
    const found = (await manager.get(`/api/cases?text=${encodeURIComponent(text)}`)).body['cases'] as { code: string }[];
    expect([text, found.map((line) => line.code)]).toEqual([text, [code]]);
  }
  for (const text of ['Zebulo', 'nobody', 'zebulon nobody', 'F18DK']) expect([text, (await manager.get(`/api/cases?text=${encodeURIComponent(text)}`)).body['cases']]).toEqual([text, []]);
});

test('a case that is not there is told from one that is', async () => {
  const server = await runServer();
  const manager = await server.signed();
  for (const path of ['/api/cases/ZZZZ', `/api/cases/${randomUUID()}`, '/api/cases/ZZZZ/history', '/api/cases/ZZZZ/looks', '/api/cases/ZZZZ/privacy']) {
    const { status, body } = await manager.get(path);
    expect([path, status, body['code']]).toEqual([path, 404, 'no-such-case']);
  }
  const { case: { code, id } } = await walkIn(manager);
  expect(await viewOf(manager, id)).toEqual(await viewOf(manager, code));
});

test('the chain of a case can be taken along as files that need no Holdfast to be checked', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code }, head } = await walkIn(manager);
  const exported = (await manager.get(`/api/cases/${code}/export`)).body as { head: unknown; files: { name: string; base64: string }[] };
  expect(exported.head).toEqual(head);
  const lines = Buffer.from(exported.files.find(({ name }) => name === 'custody.jsonl')?.base64 ?? '', 'base64').toString().trim().split('\n');
  expect(createHash('sha256').update(lines.at(-1) ?? '').digest('hex')).toBe(head.hash);
  expect(exported.files.map(({ name }) => name)).toEqual(expect.arrayContaining(['README.txt', 'store-public.pem', 'signatures/0001.sig', 'signatures/0002.sig']));
});

/** Judging a stop over the interface: kept once, told to every page, refused in words, and counted in the rate. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { judgementSchema, nuisanceReportSchema } from '../../../server/contract/judgement.ts';
import { lifeOfAStop, madeEvent, madeTrip } from '../made-evidence.ts';
import { openGreetedBridge, openPage } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

const PATH = '/api/stops/VIRTUAL-1/S1/judgement';
const SENTENCE: unknown = expect.stringMatching(/\.$/);

async function withAStop() {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  const events = [...lifeOfAStop('S1', 'VIRTUAL-1', 1), madeEvent(5, 'restore-opened', { restoreId: 'R1' })];
  for (const event of events) bridge.report(event.seq, event);
  await until(() => bridge.acknowledged() === 5, 'the stop stored');
  return { server, bridge };
}

const reportOf = async (server: TestServer, query = '') => nuisanceReportSchema.parse(await (await server.get(`/api/nuisance${query}`)).json());
const judgementsOf = async (server: TestServer) => (await server.get('/api/stops/VIRTUAL-1/S1/judgements')).json();

test('a judgement is kept under the code of who judged, every page is told, and the rate follows', async () => {
  const { server } = await withAStop();
  expect(await reportOf(server)).toMatchObject({ days: 30, virtual: true, restores: 1, rules: { stops: 1, notJudged: 1, falseRate: null }, notJudged: 1, waiting: [{ bench: 'bench-1', notJudged: 1 }] });
  const page = await openPage(server);
  const response = await server.post(PATH, { verdict: 'false', words: 'the phone was straight' });
  const kept = judgementSchema.parse(await response.json());
  expect([response.status, kept]).toMatchObject([200, { verdict: 'false', actor: { kind: 'person' }, words: 'the phone was straight' }]);
  await until(() => page.messages().some((message) => message.type === 'judgement'), 'the page was told');
  expect(page.messages().find((message) => message.type === 'judgement')).toEqual({ type: 'judgement', bench: 'bench-1', rig: 'VIRTUAL-1', stopId: 'S1', judgement: kept });
  expect(await reportOf(server)).toMatchObject({
    rules: { stops: 1, false: 1, notJudged: 0, falseRate: { share: 1, of: 1 } }, rows: [{ code: 'device-frame-bent', by: 'rule', budget: { falseAllowed: 1, isOver: false } }], notJudged: 0, waiting: [],
  });
  expect(await (await server.get('/api/benches/bench-1/stops')).json()).toMatchObject({ stops: [{ stopId: 'S1', judgement: kept }] });
});

test('judged again, both stay and the newer one counts', async () => {
  const { server } = await withAStop();
  await server.post(PATH, { verdict: 'false' });
  await server.post(PATH, { verdict: 'true', words: '' });
  expect(await judgementsOf(server)).toMatchObject({ judgements: [{ verdict: 'true', words: null }, { verdict: 'false', actor: { kind: 'person' } }] });
  expect(await reportOf(server)).toMatchObject({ rules: { true: 1, false: 0, falseRate: { share: 0, of: 1 } } });
});

test('a double tap is one judgement, and pages hear of it once', async () => {
  const { server } = await withAStop();
  const page = await openPage(server);
  const body = { id: randomUUID(), verdict: 'unclear' };
  const answers = await Promise.all([server.post(PATH, body), server.post(PATH, body)]);
  const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
  expect([answers.map(({ status }) => status), second]).toEqual([[200, 200], first]);
  await server.post(PATH, { verdict: 'true' });
  await until(() => page.messages().filter((message) => message.type === 'judgement').length === 2, 'both judgements told');
  expect(await judgementsOf(server)).toMatchObject({ judgements: [{ verdict: 'true' }, { verdict: 'unclear' }] });
  const other = await server.post(PATH, { ...body, verdict: 'false' });
  expect([other.status, await other.json()]).toMatchObject([409, { code: 'judgement-id-used', at: 'body.id', what: SENTENCE, remedy: SENTENCE }]);
});

test('a stop that nobody knows is refused in words', async () => {
  const { server } = await withAStop();
  for (const path of ['/api/stops/VIRTUAL-1/S9/judgement', '/api/stops/VIRTUAL-2/S1/judgement', '/api/stops/-/S9/judgement']) {
    const response = await server.post(path, { verdict: 'true' });
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'no-such-stop', at: 'path.stopId', what: SENTENCE, usualCause: SENTENCE, remedy: SENTENCE }]);
  }
  expect((await server.get('/api/stops/VIRTUAL-1/S9/judgements')).status).toBe(404);
});

test('a stop without a rig is judged by a dash in the place of the rig', async () => {
  const { server, bridge } = await withAStop();
  bridge.report(6, madeEvent(6, 'tripped', { rig: null, device: null, trip: madeTrip('S2') }, { bench: 'bench-2' }));
  await until(() => bridge.acknowledged() === 6, 'the second stop stored');
  expect((await server.post('/api/stops/-/S2/judgement', { verdict: 'false' })).status).toBe(200);
});

test.each([
  [{ verdict: 'maybe' }, 'body.verdict'], [{ verdict: 'true', name: 'Ada' }, 'body.name'],
  [{ verdict: 'true', words: 'x'.repeat(501) }, 'body.words'], [{ verdict: 'true', other: 1 }, 'body.other'], [{ verdict: 'true', id: 'x' }, 'body.id'],
])('the input %j is refused at %s', async (body, at) => {
  const { server } = await withAStop();
  const response = await server.post(PATH, body);
  expect([response.status, await response.json()]).toMatchObject([400, { code: 'input-wrong', at }]);
  expect(await judgementsOf(server)).toEqual({ judgements: [] });
});

test('the days are 1 to 366', async () => {
  const { server } = await withAStop();
  expect((await reportOf(server, '?days=366')).days).toBe(366);
  for (const days of ['0', '367', '-1', '1.5', 'x', '']) expect((await server.get(`/api/nuisance?days=${days}`)).status).toBe(400);
});

/** The server is down, comes back, is the wrong one, or talks nonsense. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeServer, type FakeServer } from './fake-server.ts';
import { makeEvidence, makeFacts, makeStatus } from './make-evidence.ts';
import { createRecorderBench, until, type RecorderBench } from './recorder-bench.ts';

let server: FakeServer;
let bench: RecorderBench;
beforeEach(async () => {
  server = await startFakeServer();
  bench = await createRecorderBench();
});
afterEach(async () => {
  await bench.clear();
  await server.close();
});

it('keeps recording while the server is down and delivers everything when it is back', async () => {
  const child = bench.start(server.url);
  child.send({ type: 'evidence', event: makeEvidence(1) });
  await until(() => server.distinctSeqs().length === 1, 'the first report');
  const { port } = server;
  await server.close();
  for (let seq = 2; seq <= 600; seq += 1) child.send({ type: 'evidence', event: makeEvidence(seq) });
  await until(() => child.unrecordedCount === 0, 'all is on the disk without a server');
  expect(child.canRecord).toBe(true);
  server = await startFakeServer(port);
  await until(() => server.distinctSeqs().length === 599, 'the others');
  expect(server.distinctSeqs()).toEqual(Array.from({ length: 599 }, (_, index) => index + 2));
});

it('sends at most a window of reports that are not acknowledged, and all of them again on a new line', async () => {
  server.acknowledges = false;
  const child = bench.start(server.url);
  for (let seq = 1; seq <= 400; seq += 1) child.send({ type: 'evidence', event: makeEvidence(seq) });
  await until(() => child.unrecordedCount === 0 && server.said('report').length === 256, 'a full window');
  expect(server.said('report')).toHaveLength(256);
  const { port } = server;
  await server.close();
  server = await startFakeServer(port);
  await until(() => server.distinctSeqs().length === 400, 'everything, from the start');
  expect(server.distinctSeqs()[0]).toBe(1);
});

it('ignores an acknowledgement of what it never sent, and messages it does not know', async () => {
  const child = bench.start(server.url);
  await until(() => server.said('hello').length === 1, 'hello');
  server.say({ type: 'ack', upTo: 1_000_000 });
  server.say('{"type":"from-the-future"}');
  server.say('no JSON');
  child.send({ type: 'evidence', event: makeEvidence(1) });
  await until(() => server.distinctSeqs().length === 1, 'the report');
  await child.stop();
  const again = bench.start(server.url);
  again.send({ type: 'evidence', event: makeEvidence(2) });
  await until(() => server.distinctSeqs().length === 2, 'the next report');
});

it('keeps facts for the next start with their age unknown, and never those of another database or older ones', async () => {
  const child = bench.start(server.url);
  await until(() => server.said('hello').length === 1, 'hello');
  for (const facts of [makeFacts(7), makeFacts(6), makeFacts(9, 'database-b')]) {
    server.say({ type: 'facts', facts });
    await until(() => bench.messages.some((message) => message.type === 'facts' && message.facts.version === facts.version), `facts ${facts.version}`);
  }
  expect(bench.messages).toEqual([makeFacts(7), makeFacts(6), makeFacts(9, 'database-b')].map((facts) => ({ type: 'facts', facts, ageMs: 0 })));
  await child.stop();
  bench.messages.length = 0;
  bench.start('ws://127.0.0.1:9/api/bridge');
  await until(() => bench.messages.length === 1, 'the facts from the disk');
  expect(bench.messages).toEqual([{ type: 'facts', facts: makeFacts(7), ageMs: null }]);
});

it('passes orders down and their results up, and shows the latest state of a bench', async () => {
  const child = bench.start(server.url);
  await until(() => child.canRecord && server.said('hello').length === 1, 'ready');
  const id = '01890a5d-ac96-774b-bcce-000000000002';
  const order = { id, kind: 'stop', bench: 'bench-1', actor: { kind: 'unverified-name', name: 'Somebody' }, second: null, reason: '', tripId: null, expiresInMs: 5_000 } as const;
  server.say({ type: 'order', order });
  await until(() => bench.messages.length === 1, 'the order');
  expect(bench.messages).toEqual([{ type: 'order', order }]);
  child.send({ type: 'order-result', result: { id, ok: true, outcome: 'stop-written', refusal: null, tripId: '1' } });
  for (let sentAtMs = 1; sentAtMs <= 30; sentAtMs += 1) child.send({ type: 'telemetry', status: makeStatus('bench-1', sentAtMs) });
  await until(() => server.said('telemetry').at(-1)?.status.sentAtMs === 30, 'the latest state');
  expect(server.said('telemetry').length).toBeLessThan(5);
  expect(server.said('order-result')).toHaveLength(1);
});

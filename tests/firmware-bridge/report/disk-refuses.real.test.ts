/** The outbox is full, removed, damaged, from a newer release, or holds a row that is no evidence. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeServer, type FakeServer } from './fake-server.ts';
import { makeEvidence } from './make-evidence.ts';
import { createRecorderBench, ENTRY, killForGood, until, type RecorderBench } from './recorder-bench.ts';

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

it('says that it cannot record when the outbox is full, and writes everything once acknowledgements free space', async () => {
  server.acknowledges = false;
  const child = bench.start(server.url, ['--outbox-pages-max', '40']);
  await until(() => child.canRecord, 'ready');
  const note = 'x'.repeat(600);
  for (let seq = 1; seq <= 400; seq += 1) child.send({ type: 'evidence', event: makeEvidence(seq, { body: { note } }) });
  await until(() => !child.canRecord, 'cannot record');
  expect(child.health).toMatchObject({ problem: 'disk-full', why: expect.stringContaining('full') as string });
  expect(child.unrecordedCount).toBeGreaterThan(0);
  server.acknowledges = true;
  server.say({ type: 'ack', upTo: server.said('report').at(-1)?.seq ?? 0 });
  await until(() => child.canRecord && child.unrecordedCount === 0, 'recording again');
  await until(() => server.distinctSeqs().length === 400, 'all has arrived');
  const seqs = server.said('report').map((report) => report.event.seq);
  expect(seqs).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
  expect(child.lostCount).toBe(0);
});

it('refuses a database of a newer release, untouched, and tells the guard why', async () => {
  const database = new Database(bench.path('outbox.sqlite'));
  database.pragma('user_version = 99');
  database.close();
  const before = await readFile(bench.path('outbox.sqlite'));
  const alone = spawn(process.execPath, [ENTRY, '--state', bench.stateDir, '--server', server.url], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(alone.stdout, 'data')) as [Buffer];
  expect(await exitCode(alone)).toBe(2);
  expect(JSON.parse(line.toString())).toMatchObject({ refused: 'outbox-newer', what: expect.stringContaining('format 99') as string });
  expect(await readFile(bench.path('outbox.sqlite'))).toEqual(before);
  const child = bench.start(server.url);
  await until(() => child.health.why?.includes('newer release') === true && child.health.problem === 'recorder-lost', 'the guard knows why');
  expect(child.canRecord).toBe(false);
});

it('refuses a damaged database with what to do', async () => {
  await writeFile(bench.path('outbox.sqlite'), 'this is no database, and long enough to be looked at as one '.repeat(40));
  const alone = spawn(process.execPath, [ENTRY, '--state', bench.stateDir, '--server', server.url], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(alone.stdout, 'data')) as [Buffer];
  expect(await exitCode(alone)).toBe(2);
  expect(JSON.parse(line.toString())).toMatchObject({ refused: 'outbox-damaged', remedy: expect.stringContaining('Move the file away') as string });
});

it('sets a row that is no evidence aside instead of letting it block the others', async () => {
  const first = bench.start('ws://127.0.0.1:9/api/bridge');
  for (let seq = 1; seq <= 3; seq += 1) first.send({ type: 'evidence', event: makeEvidence(seq) });
  await until(() => first.unrecordedCount === 0, 'on the disk');
  await killForGood(first);
  const database = new Database(bench.path('outbox.sqlite'));
  database.prepare(`UPDATE report SET event = '{"v":1' WHERE seq = 2`).run();
  const second = bench.start(server.url);
  second.send({ type: 'evidence', event: makeEvidence(4) });
  await until(() => server.distinctSeqs().length === 3, 'the good ones');
  expect(server.distinctSeqs()).toEqual([1, 3, 4]);
  expect(database.prepare('SELECT id FROM set_aside').pluck().all()).toEqual([2]);
  database.close();
  expect(await readFile(bench.path('log/bridge.log'), 'utf8')).toContain('row 2 of the outbox');
});

it('notices at the next start that the outbox was removed, and begins a new one', async () => {
  const first = bench.start(server.url);
  first.send({ type: 'evidence', event: makeEvidence(1) });
  await until(() => server.distinctSeqs().length === 1, 'delivered');
  await first.stop();
  for (const end of ['', '-wal', '-shm']) await rm(bench.path(`outbox.sqlite${end}`), { force: true });
  const second = bench.start(server.url);
  second.send({ type: 'evidence', event: makeEvidence(2) });
  await until(() => server.distinctSeqs().length === 2, 'delivered from the new one');
  expect(server.said('report').map((report) => report.seq)).toEqual([1, 1]);
});

it('writes the log of guard and recorder as JSON lines', async () => {
  const child = bench.start(server.url);
  await until(() => child.canRecord, 'ready');
  child.send({ type: 'log', level: 'warn', text: 'a word of the guard' });
  await child.stop();
  const lines = (await readFile(bench.path('log/bridge.log'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as unknown);
  expect(lines).toContainEqual(expect.objectContaining({ from: 'guard', level: 'warn', text: 'a word of the guard' }));
});

async function exitCode(child: ReturnType<typeof spawn>): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

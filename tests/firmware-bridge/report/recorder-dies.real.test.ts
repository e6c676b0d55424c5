/** The recorder is killed, or its guard is: what was handed over arrives all the same, in order, once after removing repeats. */
import { once } from 'node:events';
import { fork, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeServer, type FakeServer } from './fake-server.ts';
import { makeEvidence } from './make-evidence.ts';
import { createRecorderBench, ENTRY, killForGood, TOKEN, until, type RecorderBench } from './recorder-bench.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

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

it('loses nothing and keeps the order when it is killed in the middle of a burst', async () => {
  const child = bench.start(server.url);
  await until(() => child.canRecord, 'the recorder is ready');
  const killed: number[] = [];
  for (const seq of numbers(500)) {
    child.send({ type: 'evidence', event: makeEvidence(seq) });
    if (seq % 10 === 0) await new Promise(setImmediate);
    if (seq === 250 && child.pid !== null) {
      killed.push(child.pid);
      process.kill(child.pid, 'SIGKILL');
    }
  }
  await until(() => child.unrecordedCount === 0, 'all is on the disk');
  await until(() => server.distinctSeqs().length === 500, 'all has arrived');
  expect(killed).toHaveLength(1);
  expect(child.pid).not.toBe(killed[0]);
  expect(server.distinctSeqs()).toEqual(numbers(500));
  expect(bench.healths.map((health) => health.problem)).toEqual([null, 'recorder-lost', null]);
  expect(child.lostCount).toBe(0);
});

it('says hello with its token and repeats nothing that was acknowledged when it starts again', async () => {
  const first = bench.start(server.url);
  for (const seq of numbers(20)) first.send({ type: 'evidence', event: makeEvidence(seq) });
  await until(() => server.said('report').length === 20, 'twenty reports');
  await first.stop();
  const second = bench.start(server.url);
  second.send({ type: 'evidence', event: makeEvidence(1, { bootId: 'boot-2' }) });
  await until(() => server.said('report').length === 21, 'the one new report');
  expect(server.said('report').map((report) => report.seq)).toEqual(numbers(21));
  expect(server.tokens).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
  const id = (await readFile(bench.path('bridge-id'), 'utf8')).trim();
  expect(server.said('hello')[0]).toEqual({ type: 'hello', bridge: id, bootId: 'boot-1', version: '0.1.0', virtual: true });
});

it('writes and delivers what is in the pipe when the guard dies, then ends', async () => {
  const script = `
    import { fork } from 'node:child_process';
    const child = fork(process.argv[1], process.argv.slice(2), { stdio: 'ignore', execArgv: [] });
    child.once('message', () => {
      let left = 100;
      for (let seq = 1; seq <= 100; seq += 1) child.send({ type: 'evidence', event: { ...JSON.parse(process.env.EVENT), seq } }, () => {
        left -= 1;
        if (left === 0) { process.stdout.write(String(child.pid)); process.kill(process.pid, 'SIGKILL'); }
      });
    });`;
  const guard = spawn(process.execPath, ['--input-type=module', '-e', script, ENTRY, '--state', bench.stateDir, '--server', server.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EVENT: JSON.stringify(makeEvidence(1)) },
  });
  let pid = '';
  guard.stdout.on('data', (bytes: Buffer) => {
    pid += bytes.toString();
  });
  await once(guard, 'exit');
  await until(() => server.distinctSeqs().length === 100, 'all has arrived');
  expect(server.distinctSeqs()).toEqual(numbers(100));
  await until(() => !isAlive(Number(pid)), 'the recorder has ended');
});

it('delivers an outbox by itself when started without a guard, and answers orders in the negative', async () => {
  const child = bench.start('ws://127.0.0.1:9/api/bridge');
  for (const seq of numbers(30)) child.send({ type: 'evidence', event: makeEvidence(seq) });
  await until(() => child.unrecordedCount === 0, 'all is on the disk');
  await killForGood(child);
  const alone = spawn(process.execPath, [ENTRY, '--state', bench.stateDir, '--server', server.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(alone.stdout, 'data')) as [Buffer];
  expect(JSON.parse(line.toString())).toEqual({ ready: 'recorder' });
  await until(() => server.distinctSeqs().length === 30, 'all has arrived');
  server.say({
    type: 'order',
    order: {
      id: '01890a5d-ac96-774b-bcce-000000000001', kind: 'stop', bench: 'bench-1', actor: { kind: 'unverified-name', name: 'Somebody' },
      second: null, reason: 'test', tripId: null, expiresInMs: 5_000,
    },
  });
  await until(() => server.said('order-result').length === 1, 'the answer');
  expect(server.said('order-result')[0]?.result).toMatchObject({ ok: false, refusal: 'bridge-not-connected' });
  alone.kill('SIGTERM');
  expect(await once(alone, 'exit')).toEqual([0, null]);
  const database = new Database(bench.path('outbox.sqlite'), { readonly: true });
  expect(database.prepare('SELECT up_to FROM delivery').pluck().get()).toBe(30);
  database.close();
});

it('is not ended by Ctrl-C: that is for the guard to decide', async () => {
  const child = fork(ENTRY, ['--state', bench.stateDir, '--server', server.url], { stdio: 'ignore', execArgv: [] });
  await once(child, 'message');
  child.kill('SIGINT');
  const answered = new Promise<void>((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'recorded') resolve();
    });
  });
  child.send({ type: 'evidence', event: makeEvidence(1) });
  await answered;
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Killed at any moment of handing over: every mail arrives, and one that may have arrived comes again only under its own number. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { playSmtp } from '../../smtp-server.ts';
import type { PlayedSmtp } from '../../smtp-server.ts';
import { temporaryFolder, until } from '../running-server.ts';
import { HOUR_MS, NOW_MS, openMailBench } from './mail-bench.ts';

const CHILD = new URL('./send-until-killed.ts', import.meta.url).pathname;

/** Killed as soon as it is so; what it said until it was dead. */
async function saidUntilKilled(stateDir: string, server: PlayedSmtp, isTime: () => boolean): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, stateDir, String(server.port), String(NOW_MS)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (piece: Buffer) => { text += piece.toString(); });
  const gone = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => { resolve(); });
  });
  await until(isTime, 'the moment to kill it', 20_000);
  child.kill('SIGKILL');
  await gone;
  return text.split('\n').slice(0, -1);
}

const numbers = (server: PlayedSmtp): string[] => server.taken.map(({ raw }) => /^Message-ID: <([0-9a-f-]{36})@chain\.example>/m.exec(raw)?.[1] ?? 'none');

test('the server has it, its answer never came: sent again under the same number, and said to be so', async () => {
  const [server, stateDir] = [await playSmtp(), temporaryFolder()];
  server.mood = { at: 'END', does: 'silence' };
  const said = await saidUntilKilled(stateDir, server, () => server.taken.length === 1);
  expect(said).toHaveLength(3);
  const ids = said.map((line) => line.split(' ')[1] ?? '');
  server.mood = null;
  const bench = await openMailBench(server.port, stateDir);
  const [first = ''] = numbers(server);
  expect(bench.state(first)).toBe('waiting answer-lost');
  expect(bench.mail.entry(first)?.attempts).toBe(1);
  expect(bench.log.filter((line) => line.includes('1 mails were being handed over'))).toHaveLength(1);
  await bench.live(HOUR_MS);
  expect(ids.map(bench.state)).toEqual(['sent', 'sent', 'sent']);
  expect(numbers(server).toSorted()).toEqual([...ids, first].toSorted());
});

test('before the server had it: sent once', async () => {
  const [server, stateDir] = [await playSmtp(), temporaryFolder()];
  server.mood = { at: 'RCPT', does: 'silence' };
  const said = await saidUntilKilled(stateDir, server, () => server.connections() === 1);
  server.mood = null;
  const bench = await openMailBench(server.port, stateDir);
  await bench.live(HOUR_MS);
  expect(numbers(server).toSorted()).toEqual(said.map((line) => line.split(' ')[1]).toSorted());
});

test('an answer that is lost without a kill: the same, and the end is told once', async () => {
  const server = await playSmtp();
  server.mood = { at: 'END', does: 'break' };
  const bench = await openMailBench(server.port);
  const told: string[] = [];
  bench.mail.follow({ delivered: ({ id }) => void told.push(id), failedForGood: () => void told.push('failed') });
  const { id } = bench.put();
  await bench.run();
  expect(bench.state(id)).toBe('waiting answer-lost');
  server.mood = null;
  await bench.live(HOUR_MS);
  expect([bench.state(id), numbers(server), told]).toEqual(['sent', [id, id], [id]]);
});

test('what came of it cannot be noted, for the disk is full: nothing more is sent before it is, and that mail not again', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  const ids = [bench.put().id, bench.put().id];
  bench.database.exec("CREATE TEMP TRIGGER full BEFORE UPDATE OF ended_at_ms ON mail_outbox WHEN NEW.ended_at_ms IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
  await expect(bench.run()).rejects.toThrow('the disk is full');
  await expect(bench.run()).rejects.toThrow('the disk is full');
  expect(server.taken).toHaveLength(1);
  bench.database.exec('DROP TRIGGER full');
  await bench.run();
  expect(ids.map(bench.state)).toEqual(['sent', 'sent']);
  expect(new Set(numbers(server)).size).toBe(2);
  expect(server.taken).toHaveLength(2);
});

test('an end in good order in the middle of it loses nothing and sends nothing twice', async () => {
  const server = await playSmtp();
  server.mood = { at: 'RCPT', does: 'silence' };
  const bench = await openMailBench(server.port);
  const { id } = bench.put();
  void bench.run();
  await until(() => server.connections() === 1, 'it is handed over');
  await bench.close();
  server.mood = null;
  const again = await openMailBench(server.port, bench.stateDir, bench.clock);
  expect(again.state(id)).toBe('waiting');
  await again.run();
  expect([again.state(id), server.taken.length]).toEqual(['sent', 1]);
});

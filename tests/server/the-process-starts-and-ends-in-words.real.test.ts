/** The server as a process: its one line, its refusals, its end, and nothing lost when it is killed between reports. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { lifeOfAStop } from './made-evidence.ts';
import { openGreetedBridge } from './open-socket.ts';
import { runServer, temporaryFolder, until } from './running-server.ts';
import { demoIn, signedIn } from '../signed-in.ts';

const containing = (text: string): unknown => expect.stringContaining(text);
const MAIN = new URL('../../server/main.ts', import.meta.url).pathname;

interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  line(): Promise<Record<string, unknown>>;
  lines(): string[];
}

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [MAIN, '--virtual', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines = (): string[] => text.split('\n').filter((line) => line !== '');
  return {
    process: child, ended, lines,
    async line() {
      await until(() => text.includes('\n'), 'the line of the server', 15_000);
      return z.record(z.string(), z.unknown()).parse(JSON.parse(lines()[0] ?? ''));
    },
  };
}

async function startReady(stateDir: string) {
  const server = start('--state', stateDir, '--port', '0');
  const { ready, url } = await server.line();
  expect(ready).toBe('server');
  return { ...server, url: String(url), token: readFileSync(join(stateDir, 'bridge.token'), 'utf8').trim() };
}

test('one line when it is ready, and on SIGTERM everything is closed in good order', async () => {
  const stateDir = join(temporaryFolder(), 'deep', 'state');
  const server = await startReady(stateDir);
  expect(statSync(join(stateDir, 'bridge.token')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(stateDir, 'kind'), 'utf8')).toBe('virtual\n');
  const bridge = await openGreetedBridge(server);
  server.process.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(bridge.closed()?.code).toBe(1012);
  expect(existsSync(join(stateDir, 'server.sqlite-wal'))).toBe(false);
  expect(server.lines()).toHaveLength(1);
});

test('killed between reports it loses nothing that it acknowledged, and resending fills the rest', async () => {
  const stateDir = temporaryFolder();
  const events = Array.from({ length: 12 }, (_, index) => lifeOfAStop(`S${index}`, 'VIRTUAL-1', index * 4 + 1)).flat();
  const first = await startReady(stateDir);
  const bridge = await openGreetedBridge(first);
  for (const [index, event] of events.entries()) {
    bridge.report(index + 1, event);
    if (index === 20) await until(() => bridge.acknowledged() >= 5, 'some acknowledged');
    if (index === 30) first.process.kill('SIGKILL');
  }
  await first.ended;
  const acknowledged = bridge.acknowledged();
  expect(acknowledged).toBeGreaterThanOrEqual(5);

  const second = await startReady(stateDir);
  const kept = z.object({ events: z.array(z.object({ event: z.object({ seq: z.number() }) })) }).parse((await (await signedIn(second.url, demoIn(stateDir))).get('/api/events?limit=1000')).body);
  expect(kept.events.length).toBeGreaterThanOrEqual(acknowledged);
  const again = await openGreetedBridge(second);
  events.slice(acknowledged).forEach((event, index) => again.report(acknowledged + index + 1, event));
  await until(() => again.acknowledged() === events.length, 'the rest acknowledged');
  const { stops } = z.object({ stops: z.array(z.object({ stopId: z.string(), reset: z.object({}).nullable() })) }).parse((await (await signedIn(second.url, demoIn(stateDir))).get('/api/stops?limit=1000')).body);
  expect(stops.map((stop) => stop.stopId).sort()).toEqual(Array.from({ length: 12 }, (_, index) => `S${index}`).sort());
  expect(stops.every((stop) => stop.reset !== null)).toBe(true);
  // One phone, stopped twelve times: held once, by its case, until a manager releases it.
  expect(again.facts().at(-1)?.holds).toMatchObject([{ device: { serial: 'VIRTUALSERIAL' }, code: 'device-frame-bent' }]);
});

test('a taken port is refused with what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    other.close();
  });
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const server = start('--state', temporaryFolder(), '--port', String(port));
  expect(await server.line()).toMatchObject({ refused: 'port-in-use', what: `Another program listens on ${port}.`, remedy: containing('--port') });
  expect(await server.ended).toBe(2);
});

test('another address than loopback is refused by name, as long as there is no certificate', async () => {
  await expect(runServer({ host: '0.0.0.0' })).rejects.toMatchObject({ code: 'tls-needed' });
  await expect(runServer({ host: '192.168.1.5' })).rejects.toMatchObject({ code: 'tls-needed' });
});

test('a folder of the other kind, a spoilt token and a second server are refused', async () => {
  const stateDir = temporaryFolder();
  const running = await runServer({ stateDir });
  await expect(runServer({ stateDir })).rejects.toMatchObject({ code: 'state-in-use' });
  await running.close();
  await expect(runServer({ stateDir, virtual: false })).rejects.toMatchObject({ code: 'state-kind-differs', params: { held: 'virtual', asked: 'real' } });
  writeFileSync(join(stateDir, 'bridge.token'), 'short');
  await expect(runServer({ stateDir })).rejects.toMatchObject({ code: 'token-unreadable' });
});

test('a fault in the configuration is one line with its place', async () => {
  const file = join(temporaryFolder(), 'holdfast.yaml');
  writeFileSync(file, 'rigs: []\nserver:\n  port: many\n');
  const server = start('--config', file);
  expect(await server.line()).toMatchObject({ refused: 'config-wrong', what: containing(`${file}:3:9: port is "many"`), remedy: containing('4680') });
  expect(await server.ended).toBe(2);
});

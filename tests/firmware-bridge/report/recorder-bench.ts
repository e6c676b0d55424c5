/** Real recorders for a test: a state folder of its own, the child class as the guard uses it, and the end of them all. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FromRecorder } from '../../../firmware-bridge/contract/recorder-pipe.ts';
import { createRecorderChild, type RecorderChild } from '../../../firmware-bridge/report/recorder-child.ts';
import type { RecorderHealth } from '../../../firmware-bridge/report/recorder-health.ts';

export const ENTRY = resolve(import.meta.dirname, '../../../firmware-bridge/report/main.ts');
export const TOKEN = 'a-token-for-loopback-only';

export async function until(isTrue: () => boolean, what: string, limitMs = 20_000): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!isTrue()) {
    if (performance.now() > endMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((next) => setTimeout(next, 5));
  }
}

/** Ends a recorder the hard way, which takes no farewell from its server, and starts no other. */
export async function killForGood(child: RecorderChild): Promise<void> {
  const { pid } = child;
  if (pid === null) throw new Error('there is no recorder to kill');
  process.kill(pid, 'SIGKILL');
  await until(() => child.pid === null, 'the recorder is gone');
  await child.stop();
}

export interface RecorderBench {
  readonly stateDir: string;
  readonly path: (name: string) => string;
  readonly start: (url: string, more?: readonly string[]) => RecorderChild;
  readonly messages: FromRecorder[];
  readonly healths: RecorderHealth[];
  readonly clear: () => Promise<void>;
}

export async function createRecorderBench(): Promise<RecorderBench> {
  const stateDir = await mkdtemp(join(tmpdir(), 'holdfast-recorder-'));
  await writeFile(join(stateDir, 'bridge.token'), `${TOKEN}\n`);
  const children: RecorderChild[] = [];
  const messages: FromRecorder[] = [];
  const healths: RecorderHealth[] = [];
  return {
    stateDir,
    path: (name) => join(stateDir, name),
    messages,
    healths,
    start: (url, more = []) => {
      const child = createRecorderChild({
        entry: ENTRY,
        args: ['--state', stateDir, '--server', url, '--boot-id', 'boot-1', '--release', '0.1.0', '--virtual', ...more],
        errorLog: join(stateDir, 'log', 'recorder.err'),
        onMessage: (message) => void messages.push(message),
        onHealth: (health) => void healths.push(health),
        now: () => performance.now(),
        random: Math.random,
        setTimer: (delayMs, run) => {
          const timer = setTimeout(run, delayMs);
          return () => clearTimeout(timer);
        },
      });
      children.push(child);
      return child;
    },
    clear: async () => {
      await Promise.all(children.map((child) => child.stop()));
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

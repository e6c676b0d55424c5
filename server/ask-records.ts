/**
 * Asks the bridge's program for the black box, a process of its own with the lowest priority, which reads files and nothing
 * else: no question about the past can hold up the guard, the recorder or this server. One at a time, each with a limit.
 */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { rawFoundSchema } from '../firmware-bridge/contract/raw-lines.ts';
import { rejudgementSchema } from '../firmware-bridge/contract/replay-report.ts';
import type { z } from 'zod';
import type { Records, RecordsAnswer } from './domain/records-port.ts';

/** A process of the other room: started, never imported. */
const ENTRY = join(import.meta.dirname, '..', 'firmware-bridge', 'black-box-main.ts');
const LIMIT_MS = 20_000;
const WAITING_MAX = 4;
const ANSWER_BYTES_MAX = 4 * 1024 * 1024;

export function openRecords(stateDir: string): Records {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const ask = async <Schema extends z.ZodType>(bench: string, args: readonly string[], schema: Schema): Promise<RecordsAnswer<z.infer<Schema>>> => {
    if (waiting >= WAITING_MAX) return { refusal: 'records-busy' };
    waiting += 1;
    const answer = last.then(() => run([...args, '--state', stateDir, '--', bench]));
    last = answer;
    const parsed = schema.safeParse(parseJson(await answer));
    waiting -= 1;
    return parsed.success ? { value: parsed.data } : { refusal: 'not-recorded' };
  };
  const iso = (ms: number): string => new Date(ms).toISOString();
  return {
    lines: (bench, fromMs, toMs, most) => ask(bench, ['lines', '--from', iso(fromMs), '--to', iso(toMs), '--most', String(most)], rawFoundSchema),
    rejudge: (bench, atMs) => ask(bench, ['rejudge', '--from', iso(atMs)], rejudgementSchema),
  };
}

/** What it printed, or nothing when it failed or took too long. */
function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'ignore'], timeout: LIMIT_MS, killSignal: 'SIGKILL' });
    const parts: Buffer[] = [];
    let bytes = 0;
    child.once('spawn', () => {
      try {
        setPriority(child.pid ?? 0, constants.priority.PRIORITY_LOW);
      } catch {
        // Some containers forbid it, and the limit in time stays.
      }
    });
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= ANSWER_BYTES_MAX) parts.push(part);
      else child.kill('SIGKILL');
    });
    child.once('error', () => resolve(''));
    child.once('close', (code) => resolve(code === 0 ? Buffer.concat(parts).toString('utf8') : ''));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

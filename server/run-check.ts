/** Starts the check of the custody chains as a process of its own, behind everything else on this PC, and reads its one line. It never waits for ever. */
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { custodyRepliesSchema } from './contract/custody-verdict.ts';
import type { ChainCheck } from './contract/custody-verdict.ts';

const ENTRY = fileURLToPath(new URL('./custody-main.ts', import.meta.url));
/** A store of years on a slow disk; ten thousand events take about a second. */
const LIMIT_MS = 30 * 60_000;
/** Niceness: the guard comes first on a bench PC with two cores. */
const PRIORITY = 10;
const REPLY_CHARS_MAX = 100_000;

const refusedSchema = z.object({ what: z.string() });

export interface RunningCheck {
  /** Rejects when it could not be done: that is no verdict. */
  readonly found: Promise<Omit<ChainCheck, 'atIso'>>;
  end(): void;
}

export function runCheck(stateDir: string): RunningCheck {
  const child = spawn(process.execPath, [ENTRY, 'check', '--state', stateDir], { stdio: ['ignore', 'pipe', 'ignore'], timeout: LIMIT_MS, killSignal: 'SIGKILL' });
  const found = new Promise<Omit<ChainCheck, 'atIso'>>((resolve, reject) => {
    let text = '';
    child.once('error', reject);
    child.stdout.setEncoding('utf8').on('data', (part: string) => { if (text.length < REPLY_CHARS_MAX) text += part; });
    child.once('close', (code, signal) => {
      const reply = parsed(text);
      const checked = custodyRepliesSchema.check.safeParse(reply);
      const refused = refusedSchema.safeParse(reply);
      if (checked.success) resolve(checked.data);
      else reject(new Error(refused.success ? refused.data.what : `the check ended with ${String(signal ?? code)} and without a result`));
    });
  });
  if (child.pid !== undefined) lower(child.pid);
  return { found, end: () => void child.kill('SIGKILL') };
}

function lower(pid: number): void {
  try {
    setPriority(pid, PRIORITY);
  } catch {
    // It has ended already: nothing has to stand behind.
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

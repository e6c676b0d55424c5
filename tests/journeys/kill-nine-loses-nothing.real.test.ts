/**
 * Three rounds of `npm run crash`: kill -9 of guard, recorder, server, and all while stops happen, run as a person runs
 * it. The long form with 50 rounds is the command itself.
 */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';

const ENTRY = resolve(import.meta.dirname, '..', 'bench', 'crash.ts');
const ROUNDS = 3;
/** Each kill makes the supervisor wait longer before it starts the dead again, up to 5 s. */
const WITHIN_MS = 300_000;

interface Ended { readonly code: number | null; readonly out: string; readonly pid: number }

const running = new Set<number>();
afterEach(() => { for (const pid of running) process.kill(pid, 'SIGTERM'); });

function crash(...args: readonly string[]): Promise<Ended> {
  return new Promise((ended) => {
    const child = execFile(process.execPath, [ENTRY, ...args], { maxBuffer: 16 * 1024 * 1024 }, (_error, stdout, stderr) => {
      if (child.pid !== undefined) running.delete(child.pid);
      ended({ code: child.exitCode, out: `${stdout}${stderr}`, pid: child.pid ?? 0 });
    });
    if (child.pid !== undefined) running.add(child.pid);
  });
}

/** Processes whose command line names one of the folders that this run used. */
function leftOf(folders: readonly string[]): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return folders.some((folder) => command.includes(folder)) ? [command] : [];
    } catch {
      return [];
    }
  });
}

test('no stop is lost or doubled, nothing is erased without a permit, and no process is left behind', async () => {
  const { code, out } = await crash('--rounds', String(ROUNDS), '--json', '--stores', '3', '--seed', '11');
  const last = out.trimEnd().split('\n').at(-1) ?? '';
  expect(last, out).toMatch(/^\{/);
  expect(JSON.parse(last), out).toMatchObject({ rounds: ROUNDS, kills: ROUNDS * 4, missing: 0, doubled: 0, unpermitted: 0 });
  expect(last).toMatch(/"recovered":\d+\}$/);
  expect(code, out).toBe(0);
  const folders = [...new Set(out.match(/\S*holdfast-crash-\w+/g) ?? [])];
  expect(folders).toHaveLength(3);
  expect(leftOf(folders)).toEqual([]);
}, WITHIN_MS);

test('a wrong number of rounds is refused with what would be right', async () => {
  const { code, out } = await crash('--rounds', 'many');
  expect(code).toBe(2);
  expect(out).toContain('give a whole number from 1 to 1000');
});

/**
 * Asks a program of another room, which does its work and answers with one JSON line: the bridge's about a black box, the
 * server's for a backup. Here that line is parsed, and a refusal becomes one of the command.
 */
import { spawn } from 'node:child_process';
import type { z } from 'zod';
import { parseChildLine } from './child-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';

export const askBlackBox = <Schema extends z.ZodType>(args: readonly string[], schema: Schema): Promise<z.infer<Schema>> =>
  askEntry(ENTRIES.blackBox, args, schema, ['The record could not be read.', 'Try it again; if it repeats, keep the record and report this.']);

export function askEntry<Schema extends z.ZodType>(entry: string, args: readonly string[], schema: Schema, [what, remedy]: readonly [string, string]): Promise<z.infer<Schema>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => { parts.push(part); });
    child.once('error', reject);
    child.once('close', () => {
      const text = Buffer.concat(parts).toString('utf8');
      const line = parseChildLine(text);
      if (line.type === 'refused') {
        reject(new CommandRefusal(`${line.refused.what.replace(/\.$/, '')}.`, line.refused.remedy));
        return;
      }
      const parsed = schema.safeParse(jsonOf(text));
      if (parsed.success) resolve(parsed.data);
      else reject(new CommandRefusal(what, remedy, EXIT_CODES.failed));
    });
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `--name value` for each that was given. */
export const flags = (given: Readonly<Record<string, string | readonly string[] | undefined>>): string[] =>
  Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : (typeof value === 'string' ? [value] : value).flatMap((one) => [`--${name}`, one])));

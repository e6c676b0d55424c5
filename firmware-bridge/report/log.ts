/**
 * The log of guard and recorder as JSON lines, in two files of limited size. A log that cannot be written is counted
 * and never stops anything: evidence does not depend on it.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type LogLevel = 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, text: string) => void;

const TEXT_CHARS_MAX = 2_000;

export interface LogFileOptions {
  readonly path: string;
  readonly bytesMax: number;
  readonly nowIso: () => string;
}

export function createLogFile(options: LogFileOptions): { readonly write: (from: 'guard' | 'recorder', level: LogLevel, text: string) => void } {
  const { path, bytesMax, nowIso } = options;
  let bytes: number | null = null;
  let missed = 0;

  const sizeNow = (): number => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  };

  return {
    write: (from, level, text) => {
      const line = `${JSON.stringify({ atIso: nowIso(), from, level, text: text.slice(0, TEXT_CHARS_MAX), ...(missed > 0 ? { missed } : {}) })}\n`;
      try {
        bytes ??= sizeNow();
        if (bytes > 0 && bytes + Buffer.byteLength(line) > bytesMax) {
          renameSync(path, `${path}.1`);
          bytes = 0;
        }
        appendFileSync(path, line, { mode: 0o600 });
        bytes += Buffer.byteLength(line);
        missed = 0;
      } catch {
        missed += 1;
        bytes = null;
      }
    },
  };
}

/** Asks a process of its own who holds a port; the guard never waits for it, and an answer that does not come is "not known". */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const WITHIN_MS = 5000;
const ENTRY = fileURLToPath(new URL('./holder-main.ts', import.meta.url));
const replySchema = z.object({ holder: z.string().max(100).nullable() });

export function askHolder(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(process.execPath, [ENTRY, '--path', path, '--besides', String(process.pid)], { timeout: WITHIN_MS }, (_error, stdout) => {
      try {
        resolve(replySchema.parse(JSON.parse(stdout)).holder);
      } catch {
        resolve(null);
      }
    });
  });
}

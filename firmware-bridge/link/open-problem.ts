/** Why a port could not be opened, as a problem with its texts in the word tables. */
import { statSync } from 'node:fs';
import type { Problem } from '../contract/bench-status.ts';

export function problemOfOpenError(path: string, error: Error): Problem {
  const text = error.message;
  if (/no such file|cannot find|ENOENT|ENXIO|ENODEV/i.test(text)) return { code: 'port-missing', params: { path } };
  if (/lock|busy|EBUSY|temporarily unavailable/i.test(text)) return { code: 'port-taken', params: { path } };
  if (/permission|denied|EACCES|EPERM/i.test(text)) return { code: 'port-denied', params: { path, ...groupOf(path) } };
  return { code: 'port-failed', params: { path, why: text.slice(0, 200) } };
}

function groupOf(path: string): { gid: number } | Record<string, never> {
  try {
    return { gid: statSync(path).gid };
  } catch {
    return {};
  }
}

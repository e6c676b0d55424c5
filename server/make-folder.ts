/**
 * Makes a folder with those above it, one after the other. Node's own recursive way never returns where a file system takes no
 * folders, such as below /proc; this one is refused there, and whoever asked says so in words.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

export function makeFolder(path: string, mode = 0o777): void {
  const absolute = resolve(path);
  if (existsSync(absolute)) {
    if (!statSync(absolute).isDirectory()) throw new Error(`${absolute} is there, and is no folder`);
    return;
  }
  makeFolder(dirname(absolute), mode);
  try {
    mkdirSync(absolute, { mode });
  } catch (error) {
    // Another program may have been quicker.
    if (!existsSync(absolute)) throw error;
  }
}

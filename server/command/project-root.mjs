/** Where this clone lies, worked out from this file, so that every command works from any folder. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const atRoot = (...parts) => resolve(join(PROJECT_ROOT), ...parts);

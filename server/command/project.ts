/**
 * Where this clone lies and which entries of the other rooms the command starts. The command spawns them by path and
 * never imports them: their faults stay in their own process.
 */
import { join, resolve } from 'node:path';

export const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..');

const entry = (...parts: string[]): string => join(PROJECT_ROOT, ...parts);

export const ENTRIES = {
  bridge: entry('firmware-bridge', 'main.ts'),
  server: entry('server', 'main.ts'),
  tls: entry('server', 'tls', 'main.ts'),
  backup: entry('server', 'backup-main.ts'),
  virtualRig: entry('firmware-bridge', 'virtual-rig', 'main.ts'),
  byHand: entry('firmware-bridge', 'virtual-rig', 'by-hand.ts'),
  ports: entry('firmware-bridge', 'link', 'ports-main.ts'),
  rules: entry('firmware-bridge', 'link', 'rules-main.ts'),
  blackBox: entry('firmware-bridge', 'black-box-main.ts'),
  people: entry('server', 'people-main.ts'),
  mail: entry('server', 'mail-main.ts'),
  custody: entry('server', 'custody-main.ts'),
  web: entry('web', 'dist'),
} as const;

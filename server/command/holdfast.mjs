#!/usr/bin/env node
/**
 * The `holdfast` command as people type it: goes on with the TypeScript beside it, on this Node if it fits, else on the
 * pinned one. It must never run the product on a Node that is too old for its database.
 */
import { realpathSync } from 'node:fs';
import { findRuntime, runningNodeFits } from './pinned-runtime.mjs';
import { atRoot } from './project-root.mjs';
import { runToTheEnd } from './run-to-the-end.mjs';

try {
  const runtime = findRuntime();
  if (runningNodeFits() || runtime === realpathSync(process.execPath)) await import('./holdfast.ts');
  else process.exitCode = await runToTheEnd(runtime, [atRoot('server/command/holdfast.ts'), ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** `holdfast rig --by-hand PORT`: hands the terminal to the bridge room's own program, which adds checksums and heartbeats. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';

export function byHandCommand(port: string): Promise<number> {
  const path = resolve(port);
  if (!existsSync(path)) throw new CommandRefusal(`There is no port ${path}.`, 'See "holdfast ports" for those that may be a rig.');
  return new Promise((done) => {
    const child = spawn(process.execPath, [ENTRIES.byHand, path], { stdio: 'inherit' });
    // The terminal sends Ctrl-C to both; the program there says goodbye to the rig and ends first.
    const wait = (): void => { /* Only to outlive it. */ };
    process.on('SIGINT', wait);
    child.once('exit', (code) => {
      process.off('SIGINT', wait);
      done(code ?? EXIT_CODES.failed);
    });
  });
}

/**
 * Runs one child with our own terminal, hands every signal on to it, and ends the way it ended. It must never end
 * before its child does.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/** Answers the exit code; a child ended by a signal gives 128 and its number, as shells do. */
export function runToTheEnd(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'inherit', ...options });
    // A terminal sends Ctrl-C to the child as well: the child takes several within half a second as one.
    const passOn = SIGNALS.map((signal) => [signal, () => { child.kill(signal); }]);
    for (const [signal, listener] of passOn) process.on(signal, listener);
    const forget = () => { for (const [signal, listener] of passOn) process.off(signal, listener); };
    child.once('error', (error) => {
      forget();
      reject(new Error(`${file} could not be started: ${error.message}`));
    });
    child.once('exit', (code, signal) => {
      forget();
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

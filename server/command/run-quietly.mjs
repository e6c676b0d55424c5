/**
 * Runs a tool whose output matters only when it fails, and keeps a bounded tail of it for that case. A signal to us
 * ends the tool first, so that no half-done work goes on behind a prompt that is back.
 */
import { spawn } from 'node:child_process';

const TAIL_CHARS_MAX = 12_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Answers `{ ok, output }`; `output` is the tail of what the tool said. */
export function runQuietly(file, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    let interruptedBy = null;
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const keep = (chunk) => { output = (output + chunk).slice(-TAIL_CHARS_MAX); };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const interrupt = (signal) => {
      interruptedBy ??= signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, interrupt);
    const finish = (ok, why) => {
      for (const signal of SIGNALS) process.off(signal, interrupt);
      if (interruptedBy !== null) process.exit(interruptedBy === 'SIGINT' ? 130 : 143);
      resolve({ ok, output: why === '' ? output : `${output}${why}\n` });
    };
    child.once('error', (error) => { finish(false, error.message); });
    child.once('close', (code, signal) => { finish(code === 0, signal === null ? '' : `ended by ${signal}`); });
  });
}

/**
 * Starts one recorder process with nothing of the guard's terminal: stdin and stdout closed, stderr in a file. It
 * reports one end for each start, also when the start itself failed.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FromRecorder } from '../contract/recorder-pipe.ts';
import { textOf } from './refusal.ts';

/** A longer file is begun anew at the next start of the recorder. */
const ERROR_LOG_BYTES_MAX = 512 * 1024;

export interface ForkSettings {
  readonly entry: string;
  readonly args: readonly string[];
  readonly errorLog: string;
}

export interface ForkEvents {
  readonly forked: (child: ChildProcess) => void;
  readonly received: (message: FromRecorder) => void;
  readonly ended: (why: string) => void;
}

export function forkRecorder(settings: ForkSettings, events: ForkEvents): void {
  void openErrorLog(settings.errorLog).then((errorLog) => {
    let hasEnded = false;
    const end = (why: string): void => {
      if (hasEnded) return;
      hasEnded = true;
      events.ended(why);
    };
    try {
      const child = fork(settings.entry, [...settings.args], { stdio: ['ignore', 'ignore', errorLog?.fd ?? 'ignore', 'ipc'], execArgv: [] });
      child.on('message', (message) => {
        if (!hasEnded && isMessage(message)) events.received(message);
      });
      child.on('exit', (code, signal) => end(`the recorder ended (${signal ?? `exit code ${code ?? 'unknown'}`})`));
      child.on('error', (error) => {
        // Also raised for a failed send or kill; then the process is still there and reports its own end.
        if (child.pid === undefined) end(`the recorder cannot be started: ${error.message}`);
      });
      events.forked(child);
    } catch (error) {
      end(`the recorder cannot be started: ${textOf(error)}`);
    }
    errorLog?.close().catch(() => undefined);
  });
}

/** Same release on both ends: what has a `type` is a message; one that is not known falls through. */
function isMessage(message: unknown): message is FromRecorder {
  return typeof message === 'object' && message !== null && 'type' in message;
}

async function openErrorLog(path: string): Promise<FileHandle | null> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a', 0o600);
    if ((await file.stat()).size > ERROR_LOG_BYTES_MAX) await file.truncate(0);
    return file;
  } catch {
    return null;
  }
}

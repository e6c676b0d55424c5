/** Processes of the bench: each can be waited for, and every one that was started is ended again, also after a fault or Ctrl-C. */
import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const END_MS_MAX = 45_000;
const LAST_WORDS_BYTES = 4000;

const running = new Set<ChildProcess>();

const others = new Set<() => Promise<unknown>>();

/** What was started by other means and must be ended as well; answers how to take it off again. */
export function alsoEnd(end: () => Promise<unknown>): () => void {
  others.add(end);
  return () => { others.delete(end); };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function keep(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** An entry of this folder, with a channel for messages. */
export function forkEntry(name: string, args: readonly string[]): ChildProcess {
  return keep(fork(resolve(import.meta.dirname, name), [...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true }));
}

export function spawnNode(args: readonly string[]): ChildProcess {
  return keep(spawn(process.execPath, [...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], detached: true }));
}

/** The first message that fits; a failure told by the child, or its end, is an error. */
export function nextMessage<Message extends { readonly type: string }, Wanted extends Message['type']>(
  child: ChildProcess, wanted: Wanted, other: (message: Message) => void = () => undefined,
): Promise<Extract<Message, { type: Wanted }>> {
  return new Promise((found, failed) => {
    const onMessage = (message: unknown): void => {
      const told = message as Message;
      if (told.type === wanted) done(() => { found(told as Extract<Message, { type: Wanted }>); });
      else if (told.type === 'failed' && 'why' in told) done(() => { failed(new Error(String(told.why))); });
      else other(told);
    };
    const onExit = (code: number | null): void => { done(() => { failed(new Error(`a process of the bench ended (${String(code)}) before it said "${wanted}"`)); }); };
    const done = (then: () => void): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      then();
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

/** The first line of its output that the pattern fits; the rest is read and dropped. */
export function outputLine(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((found, failed) => {
    let text = '';
    const take = (part: Buffer): void => {
      text = (text + part.toString()).slice(-LAST_WORDS_BYTES);
      const match = pattern.exec(text);
      if (match !== null) found(match);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('exit', (code) => { failed(new Error(`it ended (${String(code)}) instead of starting:\n${text.trim()}`)); });
  });
}

export async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const gone = new Promise((resolved) => { child.once('exit', resolved); });
  child.kill(signal);
  const late = setTimeout(() => { child.kill('SIGKILL'); }, END_MS_MAX);
  await gone;
  clearTimeout(late);
}

/** In good order: the product by Ctrl-C, so that it takes its own processes along. */
export async function endAll(): Promise<void> {
  await Promise.allSettled([...[...running].map((child) => endChild(child, 'SIGINT')), ...[...others].map((end) => end())]);
}

/**
 * What is done to the processes of a running Holdfast, by number and never by name: killed, held up, given a damaged file, or
 * an exception in the middle of the guard, through its debugger. Nothing in the product knows of it.
 */
import { writeFileSync } from 'node:fs';
import { until } from '../../bench-in-a-box.ts';
import { orderOther, orderStop } from '../crash/api.ts';
import { pause } from '../crash/wait-for.ts';
import type { Bench, Running } from './running.ts';

const DEBUGGER = 'http://127.0.0.1:9229/json/list';

type Deed = (run: Running, bench: Bench, words: readonly string[]) => Promise<void>;
const PROCESSES = ['guard', 'recorder', 'server'] as const;
/** Held up now, to go on later: a process that stands still tells nobody its number. */
const held = new Map<string, number>();

const processOf = (word: string | undefined): (typeof PROCESSES)[number] => {
  const known = PROCESSES.find((one) => one === word);
  if (known === undefined) throw new Error(`"${String(word)}" is no process of Holdfast`);
  return known;
};

export const DEEDS: Readonly<Record<string, Deed>> = {
  kill: async (run, bench, [what, ...rest]) => {
    process.kill(await run.pid(processOf(what)), 'SIGKILL');
    if (rest.includes('damage')) writeFileSync(run.latchFile(bench), '{"v":1,"tr');
    if (rest.includes('forget')) writeFileSync(run.latchFile(bench), JSON.stringify({ v: 1, trip: null, restore: null }));
  },
  pause: async (run, _bench, [what, ms]) => {
    const pid = await run.pid(processOf(what));
    process.kill(pid, 'SIGSTOP');
    held.set(processOf(what), pid);
    if (ms === undefined) return;
    await pause(Number(ms));
    await goOn(processOf(what));
  },
  continue: (_run, _bench, [what]) => goOn(processOf(what)),
  stop: async (run, bench) => { await orderStop(run.url, bench); },
  drill: (run, bench) => post(run, bench, 'drill', {}),
  'out-of-service': (run, bench) => post(run, bench, 'out-of-service', { reason: 'provoked by hand' }),
  break: async (run) => { await breakGuard(await run.pid('guard')); },
};

function goOn(what: string): Promise<void> {
  const pid = held.get(what);
  held.delete(what);
  if (pid !== undefined) signal(pid, 'SIGCONT');
  return Promise.resolve();
}

/** An order on the page's own way; what it came to is read from the state of the bench. */
async function post(run: Running, bench: Bench, order: string, body: object): Promise<void> {
  await orderOther(run.url, bench, order, body);
}

/** Back to service, after a drill that passes. */
export async function returnToService(run: Running, bench: Bench): Promise<void> {
  await post(run, bench, 'drill', {});
  await post(run, bench, 'return', {});
}

/** Whatever still stands still goes on. */
export function releaseAll(): void {
  for (const what of held.keys()) void goOn(what);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone, and its successor was never held.
  }
}

/** The next time the guard sorts what it has to do for a stop, that throws once. */
async function breakGuard(pid: number): Promise<void> {
  process.kill(pid, 'SIGUSR1');
  const target = await until('the debugger of the guard', async () => {
    const answer = await fetch(DEBUGGER).catch(() => null);
    const list: unknown = answer === null ? null : await answer.json();
    const [first] = Array.isArray(list) ? (list as { webSocketDebuggerUrl?: string }[]) : [];
    return first?.webSocketDebuggerUrl;
  });
  const expression = 'const sort = Array.prototype.toSorted; Array.prototype.toSorted = function () { Array.prototype.toSorted = sort; throw new Error("broken by hand"); }; true';
  const socket = new WebSocket(target);
  await new Promise<void>((done, failed) => {
    socket.addEventListener('error', () => { failed(new Error('the debugger did not answer')); });
    socket.addEventListener('open', () => { socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: `{ ${expression} }` } })); });
    socket.addEventListener('message', () => { done(); });
  });
  socket.close();
}

/**
 * The harness: a process of its own at the rig's end of a pseudo terminal, started by stop.ts. It plays the rig and holds
 * the clock; the same code serves the bare loop and the product, and it must never do anything else while the clock runs.
 */
import { constants, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { openTerminal } from '../../../firmware-bridge/virtual-rig/terminal.ts';
import { disturb } from './disturber.ts';
import type { Disturbance, Disturber } from './disturber.ts';
import { PlayedRig } from './played-rig.ts';
import type { Staff } from '../../signed-in.ts';
import { ResetByApi } from './reset-by-api.ts';
import { StopClock } from './stop-clock.ts';
import type { Host, Measured } from './stop-clock.ts';

export interface MeasureOrder {
  readonly warmUp: number;
  readonly stops: number;
  /** Valid lines per second besides what any rig says. */
  readonly extraLinesPerS: number;
  /** What hangs while each stop is measured, and where its files are. */
  readonly disturbed?: { readonly by: Disturbance; readonly stateDir: string } | undefined;
}

export type FromRigEnd =
  | { readonly type: 'ready'; readonly path: string }
  | { readonly type: 'in-session' }
  | { readonly type: 'measured'; readonly measured: Measured; readonly lostLines: number; readonly extraLines: number; readonly tookMs: number; readonly decidedAtMs: readonly number[] }
  | { readonly type: 'failed'; readonly why: string };

export type ToRigEnd =
  /** Null for a loop that only reads: nobody shakes hands, permits or resets. */
  | { readonly type: 'host'; readonly staff: Staff | null; readonly bench: string }
  | ({ readonly type: 'measure' } & MeasureOrder);

const BEAT_MS = 100;
const REPORTS_MS = 1000;
const SESSION_MS_MAX = 30_000;
/** About what a reset takes through the public interface, so that all hosts are stopped at the same pace. */
const RESET_BARE_MS = 8;
const EXTRA_BURST_MAX = 4;

const nowMs = (): number => performance.now();
const tell = (message: FromRigEnd): void => { process.send?.(message); };
const fail = (error: unknown): void => { tell({ type: 'failed', why: error instanceof Error ? error.message : String(error) }); };
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.on('disconnect', () => {
  disturber?.close();
  process.exit(0);
});

try {
  // The instrument must not wait behind what it measures.
  setPriority(constants.priority.PRIORITY_HIGH);
} catch {
  // Without the right to it, it runs like everybody else, in every mode alike.
}
setFlagsFromString('--expose-gc');

const boot = Number(process.argv[2] ?? '1');
/** By the clock that other processes have too; beside the measured times, not in them. */
let decidedAtMs: number[] = [];
let clock: StopClock | null = null;
let disturber: Disturber | null = null;
const terminal = await openTerminal(process.env['PATH'] ?? '/usr/bin:/bin', {
  onBytes: (bytes) => {
    const atMs = nowMs();
    if (bytes.includes('\x18')) clock?.stopRead(atMs);
    rig.take(bytes);
  },
  onGone: () => { fail(new Error('the pseudo terminal is gone')); },
});
const rig = new PlayedRig(boot, { nowMs, send: (line, isBeat) => { terminal.send(line, isBeat); }, heard: () => { clock?.moved(); } });

function talk(): void {
  setInterval(() => { rig.beat(); }, BEAT_MS);
  setInterval(() => { rig.probe(); }, BEAT_MS);
  setInterval(() => {
    rig.fixture();
    rig.device();
    rig.plan();
    rig.progress();
    rig.power();
  }, REPORTS_MS);
}

function hostOf(staff: Staff | null, bench: string): Host {
  if (staff !== null) {
    const api = new ResetByApi(staff, bench);
    return { permits: true, reset: (stopId) => api.reset(stopId) };
  }
  return {
    permits: false,
    reset: async (stopId) => {
      await new Promise((resolve) => { setTimeout(resolve, RESET_BARE_MS); });
      rig.release();
      rig.say('RESET-DONE', { id: stopId });
      rig.beat();
    },
  };
}

async function meet(staff: Staff | null, bench: string): Promise<void> {
  const met = new StopClock(rig, hostOf(staff, bench), {
    nowMs, random: Math.random,
    send: (line) => {
      terminal.send(line, false);
      decidedAtMs.push(performance.timeOrigin + nowMs());
    }, tidy: () => { globalThis.gc?.({ type: 'minor' }); },
    disturber: () => disturber,
  });
  clock = met;
  if (staff === null) rig.beginAlone();
  else {
    rig.boot();
    const again = setInterval(() => { if (!rig.isInSession) rig.boot(); }, REPORTS_MS);
    const isMet = await met.untilInSession(SESSION_MS_MAX);
    clearInterval(again);
    if (!isMet) throw new Error('nobody shook hands within 30 s');
  }
  talk();
  tell({ type: 'in-session' });
}

/** Lines at an even pace: power, progress and good samples in turn. */
function sayMore(linesPerS: number): { readonly count: () => number; readonly end: () => void } {
  if (linesPerS === 0) return { count: () => 0, end: () => undefined };
  const kinds = [() => { rig.probe(); }, () => { rig.power(); }, () => { if (rig.restore === null) rig.power(); else rig.progress(); }];
  const startedAtMs = nowMs();
  let said = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((nowMs() - startedAtMs) * linesPerS) / 1000) - said;
    for (let left = Math.min(due, EXTRA_BURST_MAX); left > 0; left -= 1) kinds[(said += 1) % kinds.length]?.();
  }, 1000 / linesPerS);
  return { count: () => said, end: () => { clearInterval(timer); } };
}

async function measure({ warmUp, stops, extraLinesPerS, disturbed }: MeasureOrder): Promise<void> {
  if (clock === null) throw new Error('no host was named');
  if (disturbed !== undefined) disturber = disturb(disturbed.by, disturbed.stateDir);
  const more = sayMore(extraLinesPerS);
  decidedAtMs = [];
  globalThis.gc?.();
  const startedAtMs = nowMs();
  const measured = await clock.measure(warmUp, stops);
  more.end();
  disturber?.close();
  disturber = null;
  tell({ type: 'measured', measured, lostLines: terminal.lostLines, extraLines: more.count(), tookMs: nowMs() - startedAtMs, decidedAtMs });
}

process.on('message', (message: ToRigEnd) => {
  if (message.type === 'host') meet(message.staff, message.bench).catch(fail);
  else measure(message).catch(fail);
});
tell({ type: 'ready', path: terminal.path });

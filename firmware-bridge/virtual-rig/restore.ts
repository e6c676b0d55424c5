/**
 * How a restore walks through its phases, waits at its gates and crosses its points of no return. It crosses only with
 * a live permit that covers the point at that very instant, and stops by itself without one. Source: PROTOCOL.md §5.3, §5.4.
 */
import { hex } from '../wire/frame.ts';
import { endRestore, stopByItself } from './stop.ts';
import { note, remember, say } from './say.ts';
import { ZONE_OF, covers } from './rig-state.ts';
import type { Point } from '../contract/interlock.ts';
import type { Plan, Restore, RigDraft, RigState, RunningPhase } from './rig-state.ts';

/** Source: PROTOCOL.md §5.4. */
const GATE_WAIT_MS = 30_000;
/** Source: PROTOCOL.md §5.4, silence in a safe phase. */
const SILENCE_MS = 2000;

/**
 * Plausible times at speed 1. The 15 s before the erase are the shortest that logs of real restores show between the
 * start of the ramdisk and the destruction of the keys (15 to 47 s).
 */
export const PHASE_DURATIONS_MS: Readonly<Record<RunningPhase, number>> = {
  prepare: 20_000, unpack: 60_000, verify: 20_000, recovery: 15_000, start: 6000, write: 180_000, 'erase-next': 15_000, erase: 12_000, finish: 20_000,
};

/** How much of the system is written when an update that was told to fall back does so. */
const FALL_BACK_PCT = 40;

const SAFE_PHASES: readonly RunningPhase[] = ['prepare', 'unpack', 'verify', 'recovery'];

export const erases = (plan: Plan): boolean => plan.kind !== 'update';
/** The point of no return behind the critical phase the restore is in. */
const pointBehind = (phase: RunningPhase): Point | null => (phase === 'start' ? 'write' : phase === 'erase-next' ? 'erase' : null);

/** The phase after this one, by plan; null when the restore is over. Source: PROTOCOL.md §5.3. */
export function phaseAfter(restore: Restore): RunningPhase | null {
  switch (restore.phase) {
    case 'prepare': return 'unpack';
    case 'unpack': return 'verify';
    case 'verify': return 'recovery';
    case 'recovery': return erases(restore.plan) ? 'erase-next' : 'start';
    case 'start': return 'write';
    case 'erase-next': return 'erase';
    case 'erase': return 'write';
    case 'write': return fallsBackNow(restore) ? 'erase-next' : 'finish';
    case 'finish': return null;
  }
}

const mayFallBack = (restore: Restore): boolean => !restore.wiped && restore.plan.kind === 'update';
const fallsBackNow = (restore: Restore): boolean => mayFallBack(restore) && restore.fallsBackAtPct !== null;

export function openRestore(rig: RigDraft, plan: Plan, fallsBackAtPct: number | null): void {
  const count = (rig.memory.restores + 1) & 0xffff;
  remember(rig, { restores: count });
  rig.restore = {
    id: hex(rig.memory.boot, 4) + hex(count, 4), plan, phase: 'prepare', doneMs: 0, ended: false, gate: null, gateAtMs: 0,
    fallsBackAtPct, wiped: false, openedAtMs: rig.nowMs,
  };
  rig.due = { ...rig.due, plan: rig.nowMs, progress: rig.nowMs };
}

function enter(rig: RigDraft, restore: Restore, phase: RunningPhase): void {
  rig.restore = { ...restore, phase, doneMs: 0, ended: false, gate: null };
  if (ZONE_OF[phase] === 'committed') remember(rig, { restore: rig.restore });
  else if (rig.memory.restore !== null) remember(rig, { restore: null });
}

/** The end of a phase in work time, or null when only a person ends it. */
export function phaseEndMs(rig: RigState, restore: Restore): number | null {
  if (rig.durationsMs === null) return null;
  const wholeMs = rig.durationsMs[restore.phase];
  return restore.phase === 'write' && fallsBackNow(restore) ? (wholeMs * (restore.fallsBackAtPct ?? 0)) / 100 : wholeMs;
}

function isOver(rig: RigState, restore: Restore): boolean {
  const endMs = phaseEndMs(rig, restore);
  return restore.ended || (endMs !== null && restore.doneMs >= endMs);
}

function waitAtGate(rig: RigDraft, restore: Restore, gate: Point): void {
  rig.restore = { ...restore, gate, gateAtMs: rig.nowMs };
}

/** Passes an open gate: `recovery` leads on into the critical phase, `erase-next` begins its own time. */
function passGate(rig: RigDraft, restore: Restore, gate: Point): void {
  if (rig.permit !== null) note(rig, { event: 'gate', point: gate, restore: restore.id, permit: rig.permit.kind, until_ms: rig.permit.untilMs });
  const next = restore.phase === 'recovery' ? phaseAfter(restore) : restore.phase;
  if (next !== null) enter(rig, restore, next);
}

function cross(rig: RigDraft, restore: Restore, point: Point): void {
  const live = covers(rig, point);
  note(rig, { event: 'crossing', point, restore: restore.id, permit: rig.permit?.kind ?? null, live, until_ms: rig.permit?.untilMs ?? null });
  if (point === 'erase') note(rig, { event: 'erase-begun', restore: restore.id });
  enter(rig, { ...restore, wiped: restore.wiped || point === 'erase' }, point === 'erase' ? 'erase' : 'write');
}

/** One look at the open restore; at most one boundary is passed each time. */
export function runRestore(rig: RigDraft): void {
  const restore = rig.restore;
  if (restore === null) return;
  const zone = ZONE_OF[restore.phase];
  if (zone === 'safe' && rig.nowMs - Math.max(rig.heardAtMs, restore.openedAtMs) >= SILENCE_MS) {
    endRestore(rig, 'undone');
  } else if (restore.gate !== null) {
    if (rig.trouble.rogue || (rig.memory.latch === null && covers(rig, restore.gate))) passGate(rig, restore, restore.gate);
    else if (rig.nowMs - restore.gateAtMs < GATE_WAIT_MS) return;
    else if (zone === 'safe') endRestore(rig, 'undone');
    else stopByItself(rig, 'lapse');
  } else {
    walk(rig, restore);
  }
}

function walk(rig: RigDraft, restore: Restore): void {
  const point = pointBehind(restore.phase);
  if (point !== null && !rig.trouble.rogue && !covers(rig, point)) {
    stopByItself(rig, 'lapse');
  } else if (!isOver(rig, restore)) {
    return;
  } else if (point !== null) {
    cross(rig, restore, point);
  } else if (restore.phase === 'recovery') {
    waitAtGate(rig, restore, erases(restore.plan) ? 'erase' : 'write');
    runRestore(rig);
  } else {
    walkOn(rig, restore);
  }
}

function walkOn(rig: RigDraft, restore: Restore): void {
  const next = phaseAfter(restore);
  if (next === null) {
    endRestore(rig, restore.wiped ? 'erased' : 'kept');
    return;
  }
  enter(rig, restore, next);
  if (next !== 'erase-next') return;
  waitAtGate(rig, rig.restore ?? restore, 'erase');
  say(rig, 'EVENT', { kind: 'fallback' });
}

/** The update gives up and wants to erase: at once while it writes, else as soon as it does. */
export function fallBack(rig: RigDraft): 'no-restore' | 'not-an-update' | null {
  const restore = rig.restore;
  if (restore === null) return 'no-restore';
  if (!mayFallBack(restore) || restore.phase === 'erase-next' || restore.phase === 'finish') return 'not-an-update';
  rig.restore = { ...restore, fallsBackAtPct: FALL_BACK_PCT, ended: restore.ended || restore.phase === 'write' };
  if (rig.memory.restore !== null) remember(rig, { restore: rig.restore });
  runRestore(rig);
  return null;
}

/** A person moves the restore on by hand, along the ways that PROTOCOL.md §5.3 allows and through its gates. */
export function goTo(rig: RigDraft, phase: string): 'no-restore' | 'phase-order' | null {
  const restore = rig.restore;
  if (restore === null) return 'no-restore';
  const from = SAFE_PHASES.indexOf(restore.phase);
  const to = SAFE_PHASES.findIndex((safe) => safe === phase);
  const safe = SAFE_PHASES[to];
  if (safe !== undefined && from !== -1 && to > from && restore.gate === null) {
    enter(rig, restore, safe);
    return null;
  }
  if (phase === 'erase-next' && restore.phase === 'write') return fallBack(rig) === null ? null : 'phase-order';
  const next = phaseAfter(from === -1 ? restore : { ...restore, phase: 'recovery' });
  if ((next ?? 'idle') !== phase || restore.gate !== null) return 'phase-order';
  if (from !== -1 && restore.phase !== 'recovery') enter(rig, restore, 'recovery');
  if (rig.restore !== null) rig.restore = { ...rig.restore, ended: true };
  runRestore(rig);
  return null;
}

export interface Progress { readonly pct: number; readonly next: Point | 'none'; readonly nextMs: number | null }

/** How far the running phase is, and the point of no return ahead with the time left to it. */
export function progressOf(rig: RigState, restore: Restore): Progress {
  const wholeMs = rig.durationsMs?.[restore.phase] ?? null;
  const pct = restore.ended ? 100 : wholeMs === null ? 0 : Math.min(100, Math.floor((restore.doneMs * 100) / wholeMs));
  const ahead: Point | null = ZONE_OF[restore.phase] === 'safe' ? (erases(restore.plan) ? 'erase' : 'write') : pointBehind(restore.phase);
  if (ahead === null) return { pct, next: 'none', nextMs: null };
  if (rig.durationsMs === null) return { pct, next: ahead, nextMs: null };
  let leftMs = Math.max(0, rig.durationsMs[restore.phase] - restore.doneMs);
  const from = SAFE_PHASES.indexOf(restore.phase);
  if (from !== -1) {
    for (const later of SAFE_PHASES.slice(from + 1)) leftMs += rig.durationsMs[later];
    leftMs += rig.durationsMs[ahead === 'erase' ? 'erase-next' : 'start'];
  }
  return { pct, next: ahead, nextMs: Math.round(leftMs / rig.speed) };
}

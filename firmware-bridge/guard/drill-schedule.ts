/**
 * When a bench drills by itself: once a period, by wall time, when it is empty and safe, and not right after a start. Overdue and
 * failing are shown and withhold nothing: a drill proves how fast a stop is, and the lease protects without it.
 */
import type { DrillState, DrillStatus } from '../contract/drill.ts';
import { beginDrill, drillBlocks } from './drill.ts';
import type { Limits } from './limits.ts';
import type { BenchState } from './state.ts';
import { bridgeActor, put, type Turn } from './turn.ts';

const HOUR_MS = 3_600_000;

/** Age by the wall clock (ms); null when none passed. A time that lies ahead says that the clock was wrong: as old as can be. */
function passedAgeMs({ drills }: BenchState, wallMs: number): number | null {
  const { lastPassedAtIso } = drills.kept;
  if (lastPassedAtIso === null) return null;
  const ageMs = wallMs - Date.parse(lastPassedAtIso);
  return ageMs < 0 ? Infinity : ageMs;
}

const isDue = (state: BenchState, wallMs: number): boolean => (passedAgeMs(state, wallMs) ?? Infinity) >= state.setup.limits.drillEveryH * HOUR_MS;

/** After a failure it is tried again only after a while; a drill that became a real stop is not repeated without a person. */
function mayRetry({ drills, setup }: BenchState, wallMs: number): boolean {
  const { lastDrill, failing } = drills.kept;
  if (lastDrill === null || !failing) return true;
  const sinceMs = wallMs - Date.parse(lastDrill.atIso);
  return lastDrill.why !== 'became-stop' && (sinceMs < 0 || sinceMs >= setup.limits.drillRetryMs);
}

/** Each tick. A bench out of service does nothing by itself: somebody may have their hands in it. */
export function drillWhenDue(turn: Turn): void {
  const { state } = turn;
  const isQuiet = drillBlocks(state).length === 0 && state.reset === null && !state.closing;
  const { session } = state.link;
  const heard = state.drills.heard?.session === session ? state.drills.heard : session === null ? null : { session, sinceMs: turn.nowMs };
  const quietSinceMs = isQuiet ? state.drills.quietSinceMs ?? turn.nowMs : null;
  if (heard !== state.drills.heard || quietSinceMs !== state.drills.quietSinceMs) put(turn, { drills: { ...state.drills, heard, quietSinceMs } });
  if (heard === null || quietSinceMs === null || state.drills.kept.out !== null) return;
  const { drillQuietMs, drillSettleMs } = state.setup.limits;
  if (turn.nowMs - quietSinceMs < drillQuietMs || turn.nowMs - heard.sinceMs < drillSettleMs) return;
  if (isDue(state, turn.wallMs) && mayRetry(state, turn.wallMs)) beginDrill(turn, bridgeActor(state), null);
}

function stateOf(state: BenchState, ageMs: number | null, limits: Limits): DrillState {
  if (state.drills.kept.failing) return 'failed';
  if (ageMs === null) return 'never';
  return ageMs >= (limits.drillEveryH + limits.drillGraceH) * HOUR_MS ? 'overdue' : 'passed';
}

export function describeDrill(state: BenchState, wallMs: number): DrillStatus {
  const { limits } = state.setup;
  const ageMs = passedAgeMs(state, wallMs);
  return {
    state: stateOf(state, ageMs, limits), blockedBy: [...drillBlocks(state)], everyH: limits.drillEveryH,
    passedAgeMs: ageMs === null || ageMs === Infinity ? null : Math.round(ageMs), last: state.drills.kept.lastDrill,
  };
}

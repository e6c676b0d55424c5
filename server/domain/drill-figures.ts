/**
 * Figures over the drills on record of one bench. Only the rig that drilled last counts, because another rig's answers
 * would look like drift; medians, because one slow answer of a busy PC is none.
 */
import { VOIDING } from '../../firmware-bridge/contract/drill.ts';
import type { DrillRecord } from '../../firmware-bridge/contract/drill.ts';
import type { DrillFigures } from '../contract/drills.ts';

const DRIFT_OF = 10;
/** Of answers that scatter like a bell, this times the median distance from the median is one sigma. */
const SIGMA_PER_MAD = 1.4826;
const SIGMAS = 3;
/** Below this nobody acts on a change: a stop has 62 ms to be answered (µs). */
const NOTABLE_US = 1000;

/** `drills`: newest first. */
export function drillFigures(drills: readonly DrillRecord[]): DrillFigures {
  const rig = drills[0]?.rig ?? null;
  const counted = drills.filter((drill) => drill.rig === rig && (drill.why === null || !VOIDING.has(drill.why)));
  const inOrder = counted.flatMap(({ times }) => times.answeredAfterUs ?? []).reverse();
  const sorted = inOrder.toSorted((a, b) => a - b);
  const passed = counted.filter((drill) => drill.passed).length;
  return {
    rig, count: counted.length, passed, failed: counted.length - passed, answered: sorted.length,
    p50Us: atRank(sorted, 0.5), p99Us: atRank(sorted, 0.99), worstUs: sorted.at(-1) ?? null, drift: driftOf(inOrder),
  };
}

/** The smallest value that so large a share of all does not exceed. */
function atRank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function driftOf(inOrder: readonly number[]): DrillFigures['drift'] {
  if (inOrder.length < 2 * DRIFT_OF) return null;
  const first = inOrder.slice(0, DRIFT_OF);
  const firstUs = medianOf(first);
  const lastUs = medianOf(inOrder.slice(-DRIFT_OF));
  const scatterUs = SIGMA_PER_MAD * medianOf(first.map((value) => Math.abs(value - firstUs)));
  const changeUs = lastUs - firstUs;
  return { firstUs, lastUs, changeUs, isNotable: Math.abs(changeUs) > Math.max(NOTABLE_US, SIGMAS * scatterUs) };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Math.round(((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2);
}

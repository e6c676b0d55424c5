/**
 * What a bridge begins with on a bench: the latch that was kept, nothing on the very first start, and a trip when the file
 * cannot be read, because then nobody knows what was running. It never begins freer than the file says.
 */
import type { Trip } from '../contract/trip.ts';
import type { KeptLatch } from '../guard/state.ts';
import type { ReadLatch } from './latch-file.ts';

export function keptAtStart(read: ReadLatch, newTripId: string, atIso: string): KeptLatch | null {
  if (read.kind === 'kept') return read.kept;
  return read.kind === 'unreadable' ? { v: 1, trip: unreadableTrip(newTripId, atIso), restore: null } : null;
}

function unreadableTrip(id: string, atIso: string): Trip {
  return {
    id, atIso, restoreId: null, phase: 'unknown', zone: 'critical', causes: [{ code: 'latch-unreadable', params: {}, atIso, cleared: false }],
    inDoubt: true, outcome: 'unknown', eraseArmed: false, dataAtStake: true, beforePointMs: null,
    receipt: {
      stopId: id, writtenAfterUs: null, acknowledgedAfterUs: null, seenStoppedAfterUs: null, answer: 'none', answerPhase: null, answerZone: null,
      rigTMs: null, rung: 0, writes: 0, state: 'not-written', witness: 'rig-only',
    },
    operator: 'look-first', recovered: false,
  };
}

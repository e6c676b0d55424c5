/**
 * What a bridge begins with on a bench: the latch that was kept, nothing on the very first start, and a trip when the file
 * cannot be read, because then nobody knows what was running, nor who took the bench out. It never begins freer than the file says.
 */
import type { KeptDrills } from '../contract/drill.ts';
import type { Trip } from '../contract/trip.ts';
import { wordsOfLostRecord } from '../contract/words-of-drills.ts';
import type { KeptLatch } from '../guard/state.ts';
import type { ReadLatch } from './latch-file.ts';

export function keptAtStart(read: ReadLatch, newTripId: string, atIso: string): KeptLatch | null {
  if (read.kind === 'kept') return read.kept;
  return read.kind === 'unreadable' ? { v: 1, trip: unreadableTrip(newTripId, atIso), restore: null, service: outUntilReturned(atIso) } : null;
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

/** Whether it was out is lost: so it is, until a person returns it as any other. */
function outUntilReturned(atIso: string): KeptDrills {
  const out = { by: { kind: 'system', name: 'Holdfast' }, reason: wordsOfLostRecord, atIso, drilled: false } as const;
  return { out, lastDrill: null, lastPassedAtIso: null, failing: false };
}

/**
 * Taking a bench out of service and returning it. Out: by a named person with a reason, in any state, at once; it
 * withholds new grants and stops nothing. Back: by a named person, after a person's drill that passed since.
 */
import type { ReturnBlock, ServiceStatus } from '../contract/drill.ts';
import type { Order } from '../contract/uplink.ts';
import { answer, isPerson, refuse } from './answer-order.ts';
import type { BenchState } from './state.ts';
import { isoOf, keepLatch, put, record, type Turn } from './turn.ts';

export function takeOut(turn: Turn, order: Order): void {
  const { kept } = turn.state.drills;
  if (kept.out !== null) return refuse(turn, order, 'already-out-of-service');
  if (!isPerson(order.actor)) return refuse(turn, order, 'name-needed');
  if (order.reason.trim() === '') return refuse(turn, order, 'reason-needed');
  const out = { by: order.actor, reason: order.reason, atIso: isoOf(turn), drilled: false };
  return change(turn, order, out, 'taken-out');
}

export function returnBench(turn: Turn, order: Order): void {
  const block = returnBlocks(turn.state)[0];
  if (block !== undefined) return refuse(turn, order, block);
  if (!isPerson(order.actor)) return refuse(turn, order, 'name-needed');
  return change(turn, order, null, 'returned');
}

function change(turn: Turn, order: Order, out: BenchState['drills']['kept']['out'], outcome: 'taken-out' | 'returned'): void {
  const { drills, trip } = turn.state;
  put(turn, { drills: { ...drills, kept: { ...drills.kept, out } } });
  record(turn, { kind: 'service-changed', body: { inService: out === null, by: order.actor, reason: order.reason } }, order.actor);
  keepLatch(turn);
  answer(turn, order.id, { ok: true, outcome, refusal: null, tripId: trip?.trip.id ?? null });
}

function returnBlocks(state: BenchState): readonly ReturnBlock[] {
  const { out } = state.drills.kept;
  if (out === null) return ['not-out-of-service'];
  return out.drilled ? [] : ['drill-needed'];
}

export const describeServiceState = (state: BenchState): ServiceStatus => ({ out: state.drills.kept.out, returnBlockedBy: [...returnBlocks(state)] });

/**
 * Orders of people: stop and reset. A reset needs cleared causes, a named person, a reason, and a second person where
 * data is at stake; it releases the latch and never restarts or permits anything.
 */
import type { BenchStatus } from '../contract/bench-status.ts';
import { CAUSES } from '../contract/causes.ts';
import type { Cause } from '../contract/trip.ts';
import type { Order, OrderRefusal } from '../contract/uplink.ts';
import type { Heartbeat } from '../wire/rig-message.ts';
import { resetLine } from '../wire/host-line.ts';
import { nextNumber } from '../wire/sequence.ts';
import { answer, isPerson, plainName, refuse } from './answer-order.ts';
import type { BenchState } from './state.ts';
import { isMeasuredBelow } from './chassis.ts';
import { forgiveFailures } from './failures.ts';
import { isIrreplaceable } from './irreplaceable.ts';
import { isCalmAgain } from './person-rules.ts';
import { takeDrillOrder } from './drill.ts';
import { returnBench, takeOut } from './lock-out.ts';
import { changeTrip, climbAnew, raise, reportReceipt } from './trip.ts';
import { waitsForPower } from './wire-uses.ts';
import { releaseWiring } from './wiring.ts';
import { enter, keepLatch, put, putLink, record, type Turn } from './turn.ts';

type Block = BenchStatus['reset']['blockedBy'][number];

/** Everything that stands in the way of a reset, for the button and for the refusal. */
export function resetBlocks(state: BenchState): readonly Block[] {
  const { trip } = state;
  if (trip === null) return ['no-trip'];
  if (waitsForPower(state)) return [];
  const blocks: Block[] = [];
  if (state.beat?.estop === true) blocks.push('estop-held');
  if (state.link.session === null || state.beat === null) blocks.push('rig-not-live');
  if (state.restore !== null) blocks.push('restore-open');
  if (trip.trip.receipt.state === 'pending' || trip.stopWanted) blocks.push('stop-pending');
  if (trip.trip.causes.some((cause) => !cause.cleared)) blocks.push('cause-not-cleared');
  return blocks;
}

/** After each heartbeat: which causes are gone. Measured ones need two good samples or the device away. */
export function clearCauses(turn: Turn, beat: Heartbeat, before: Heartbeat | null): void {
  const current = turn.state.trip;
  if (current === null || current.trip.causes.every((cause) => cause.cleared)) return;
  const { state } = turn;
  const away = !beat.seated && before?.seated === false;
  const released = !beat.estop && before?.estop === false;
  const isCleared = {
    away,
    event: state.restore === null && beat.restore === null && before?.restore === null,
    estop: released,
  };
  const clears = ({ code }: Cause): boolean => {
    const { clearing } = CAUSES[code];
    if (clearing !== 'measured') return isCleared[clearing];
    return away || (state.restore === null && (isCalmAgain(code, state, turn.nowMs) ?? isMeasuredBelow(state, turn.nowMs)));
  };
  const causes = current.trip.causes.map((cause) => (cause.cleared || !clears(cause) ? cause : { ...cause, cleared: true }));
  if (!causes.some((cause, index) => cause.cleared !== current.trip.causes[index]?.cleared)) return;
  // Nobody has to hold a cable of a restore that is over, now that people may come near again.
  const wasDanger = current.trip.operator === 'step-back' && state.restore === null;
  changeTrip(turn, wasDanger ? { causes, operator: 'nothing' } : { causes });
}

/** Data at stake, or data that nobody can replace. */
export const needsTwoPeople = (state: BenchState): boolean => state.trip !== null && (state.trip.trip.dataAtStake || isIrreplaceable(state));

export function takeOrder(turn: Turn, order: Order, ageMs: number): void {
  if (order.kind === 'stop') return takeStop(turn, order);
  if (ageMs > order.expiresInMs) return refuse(turn, order, 'expired');
  switch (order.kind) {
    case 'reset': return takeReset(turn, order);
    case 'drill': return takeDrillOrder(turn, order);
    case 'take-out-of-service': return takeOut(turn, order);
    case 'return-to-service': return returnBench(turn, order);
  }
}

/** A person's stop is never refused, late or not: it is the safe direction. */
function takeStop(turn: Turn, order: Order): void {
  const standing = turn.state.trip;
  failReset(turn, 'stop-pending');
  raise(turn, 'operator-stop', order.actor.kind === 'system' ? {} : { name: order.actor.name }, order.actor);
  const unheard = turn.state.link.open && turn.state.trip?.trip.receipt.state === 'not-confirmed';
  if (unheard && turn.state.zone !== 'committed') climbAnew(turn);
  const { trip, zone, link } = turn.state;
  const tripId = trip?.trip.id ?? null;
  const outcome = zone === 'committed' ? 'too-late' : !link.open ? 'not-connected' : standing === null ? 'stop-written' : 'already-tripped';
  answer(turn, order.id, { ok: true, outcome, refusal: null, tripId });
}

function takeReset(turn: Turn, order: Order): void {
  const { trip, rigLatch } = turn.state;
  const block = resetBlocks(turn.state)[0];
  if (trip !== null && order.tripId !== trip.trip.id) return refuse(turn, order, 'other-trip');
  if (block !== undefined) return refuse(turn, order, block);
  if (order.reason.trim() === '') return refuse(turn, order, 'reason-needed');
  if (!isPerson(order.actor) || (order.second !== null && !isPerson(order.second))) return refuse(turn, order, 'second-person-needed');
  if (needsTwoPeople(turn.state) && order.second === null) return refuse(turn, order, 'second-person-needed');
  if (order.second !== null && sameName(order.second.name, order.actor.name)) return refuse(turn, order, 'same-person-twice');
  if (waitsForPower(turn.state)) return givePowerBack(turn, order);
  const reset = {
    orderId: order.id, by: order.actor, second: order.second, reason: order.reason, rigLatch: rigLatch ?? '', sent: null, sinceMs: turn.nowMs,
  };
  failReset(turn, 'no-answer');
  put(turn, { reset });
  if (rigLatch === null) finishReset(turn);
  else sendReset(turn);
  return undefined;
}

/** The rig was cut off from its power and cannot answer: the wires go back, and the trip stays until the rig is heard and reset. */
function givePowerBack(turn: Turn, order: Order): void {
  releaseWiring(turn);
  record(turn, { kind: 'note', body: { code: 'wiring-released', params: { name: order.actor.name, reason: order.reason } } }, order.actor);
  answer(turn, order.id, { ok: true, outcome: 'power-back', refusal: null, tripId: turn.state.trip?.trip.id ?? null });
  reportReceipt(turn);
  keepLatch(turn);
}

const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);

/** A reset under way ends when something stands in its way again. */
export function reviewReset(turn: Turn): void {
  const block = turn.state.reset === null ? undefined : resetBlocks(turn.state)[0];
  if (block !== undefined) failReset(turn, block);
}

/** Sends the waiting reset when no other line is unanswered. */
export function sendReset(turn: Turn): void {
  const { reset, link } = turn.state;
  if (reset === null || reset.sent !== null || link.session === null || link.unacked !== null) return;
  const n = nextNumber(link.txN);
  const line = resetLine(link.session, n, reset.rigLatch);
  if (line === undefined) return;
  put(turn, { reset: { ...reset, sent: { n, atMs: turn.nowMs } } });
  putLink(turn, { txN: n, unacked: { n, atMs: turn.nowMs } });
  turn.effects.push({ do: 'write-line', line, permits: false });
}

/** The latch is released at both ends. */
export function finishReset(turn: Turn): void {
  reviewReset(turn);
  const { reset, trip, rig } = turn.state;
  if (reset === null || trip === null) return;
  forgiveFailures(turn, trip.trip.causes.flatMap(({ code, params }) => (code === 'second-attempt' ? [String(params['failedRestore'] ?? '')] : [])));
  releaseWiring(turn);
  put(turn, { trip: null, reset: null, rigLatch: null, permissiveBeats: 0, watch: { ...turn.state.watch, storageErrors: false } });
  enter(turn, turn.state.link.session === null ? 'handshaking' : 'inhibited');
  for (const tripId of [...trip.trip.earlierIds ?? [], trip.trip.id]) {
    const body = { rig: rig?.serial ?? null, tripId, reason: reset.reason, second: reset.second?.name ?? null };
    record(turn, { kind: 'reset-done', body }, reset.by);
  }
  answer(turn, reset.orderId, { ok: true, outcome: 'reset-done', refusal: null, tripId: trip.trip.id });
  keepLatch(turn);
}

/** The rig refused, or did not answer, or was lost: the latch stays. */
export function failReset(turn: Turn, refusal: OrderRefusal): void {
  const { reset, trip } = turn.state;
  if (reset === null) return;
  put(turn, { reset: null });
  record(turn, { kind: 'order-refused', body: { orderId: reset.orderId, order: 'reset', why: refusal } }, reset.by);
  answer(turn, reset.orderId, { ok: false, outcome: 'refused', refusal, tripId: trip?.trip.id ?? null });
}

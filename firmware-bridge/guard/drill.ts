/**
 * The drill: DRILL, then after its `ack` the bare stop byte, then DRILLED within the deadline of a stop. It never stands
 * in front of a real stop: whatever is real ends it, and at worst the rig takes its stop byte for a real one and latches.
 */
import type { Actor } from '../contract/actor.ts';
import { VOIDING, type DrillBlock, type DrillRecord, type DrillWhy } from '../contract/drill.ts';
import type { Order } from '../contract/uplink.ts';
import { DRILL_STOP_BYTES, drillLine } from '../wire/host-line.ts';
import type { Heartbeat } from '../wire/rig-message.ts';
import { judgeSequence, nextNumber } from '../wire/sequence.ts';
import { answer, refuse } from './answer-order.ts';
import type { Drills, RunningDrill } from './drill-state.ts';
import type { BenchState } from './state.ts';
import { nextStopId } from './trip.ts';
import { isoOf, keepLatch, put, putLink, record, type Turn } from './turn.ts';

function putDrills(turn: Turn, patch: Partial<Drills>): void {
  put(turn, { drills: { ...turn.state.drills, ...patch } });
}

/** Everything that stands in the way of a drill, for the button and for the refusal. */
export function drillBlocks(state: BenchState): readonly DrillBlock[] {
  const blocks: DrillBlock[] = state.drills.running === null ? [] : ['drill-running'];
  if (state.link.session === null || state.beat === null) blocks.push('rig-not-live');
  if (state.trip !== null || state.rigLatch !== null) blocks.push('bench-tripped');
  if (state.restore !== null || state.beat?.restore != null) blocks.push('restore-open');
  if (state.seated || state.device !== null) blocks.push('device-seated');
  if (state.beat?.estop === true) blocks.push('estop-held');
  return blocks;
}

export function takeDrillOrder(turn: Turn, order: Order): void {
  const block = drillBlocks(turn.state)[0];
  if (block !== undefined) refuse(turn, order, block);
  else beginDrill(turn, order.actor, order.id);
}

export function beginDrill(turn: Turn, by: Actor, orderId: string | null): void {
  const { session, missedTotal } = turn.state.link;
  if (session === null) return;
  const running: RunningDrill = {
    id: nextStopId(turn), orderId, by, atIso: isoOf(turn), session, sinceMs: turn.nowMs, missedTotal, armed: null, requestedAtMs: null, writtenAfterUs: null,
  };
  putDrills(turn, { running });
  armDrill(turn);
}

/** Sends DRILL when no other line is unanswered. */
export function armDrill(turn: Turn): void {
  const { drills: { running }, link } = turn.state;
  if (running === null || running.armed !== null || link.session !== running.session || link.unacked !== null) return;
  const n = nextNumber(link.txN);
  const line = drillLine(running.session, n, running.id);
  if (line === undefined) return;
  putDrills(turn, { running: { ...running, armed: { n, atMs: turn.nowMs } } });
  putLink(turn, { txN: n, unacked: { n, atMs: turn.nowMs } });
  turn.effects.push({ do: 'write-line', line, permits: false });
}

/** The heartbeat that acknowledges DRILL lets the stop byte go, if all is as it was; the line is free at that moment. */
export function followDrill(turn: Turn, beat: Heartbeat): void {
  const { running } = turn.state.drills;
  if (running === null || running.armed === null || running.requestedAtMs !== null || voidedBy(turn.state, running) !== null) return;
  if (judgeSequence(running.armed.n, beat.ack).kind === 'regressed') return;
  if (turn.state.link.missedTotal !== running.missedTotal) return finish(turn, 'lines-lost', null);
  if (turn.nowMs - running.armed.atMs > turn.state.setup.limits.drillArmMs) return finish(turn, 'not-armed', null);
  putDrills(turn, { running: { ...running, requestedAtMs: turn.nowMs }, stray: { drillId: running.id, atMs: turn.nowMs, asked: false } });
  turn.effects.push({ do: 'strike-drill', drillId: running.id, bytes: DRILL_STOP_BYTES });
  return undefined;
}

/** What became of the stop byte; true when it was the one of a drill. */
export function noteDrillWritten(turn: Turn, drillId: string, ok: boolean): boolean {
  const { running } = turn.state.drills;
  if (running === null || running.id !== drillId || running.requestedAtMs === null) return false;
  if (ok) putDrills(turn, { running: { ...running, writtenAfterUs: microsSince(turn, running.requestedAtMs) } });
  else finish(turn, 'not-written', null);
  return true;
}

export function takeDrilled(turn: Turn, id: string): void {
  const { drills: { running, stray }, setup } = turn.state;
  if (stray?.drillId === id) putDrills(turn, { stray: null });
  if (running === null) return;
  if (running.id !== id || running.requestedAtMs === null) return finish(turn, 'foreign-answer', null);
  const isLate = turn.nowMs - running.requestedAtMs > setup.limits.stopAnswerMs;
  return finish(turn, isLate ? 'late' : null, microsSince(turn, running.requestedAtMs));
}

export function takeDrillRefused(turn: Turn, re: number): void {
  if (turn.state.drills.running?.armed?.n === re) finish(turn, 'refused', null);
}

/** Each tick: nothing of a drill waits for ever. */
export function watchDrill(turn: Turn): void {
  const { drills: { running }, setup: { limits } } = turn.state;
  if (running === null) return;
  const { requestedAtMs, armed, sinceMs } = running;
  if (requestedAtMs !== null) {
    if (turn.nowMs - requestedAtMs > limits.stopAnswerMs + limits.drillLateMs) finish(turn, 'no-answer', null);
  } else if (turn.nowMs - (armed?.atMs ?? sinceMs) > limits.drillArmMs) finish(turn, 'not-armed', null);
}

/** After every event: whatever is real ends the drill. A stop byte that left may be a real stop now; the rig will say so. */
export function reviewDrill(turn: Turn): void {
  const { running } = turn.state.drills;
  if (running === null) return;
  const why = voidedBy(turn.state, running);
  if (why !== null) finish(turn, why, null);
}

function voidedBy(state: BenchState, running: RunningDrill): DrillWhy | null {
  if (state.trip !== null || state.beat?.estop === true) return 'tripped';
  if (state.link.session !== running.session || state.beat === null) return 'link-lost';
  if (state.rigLatch !== null) return running.requestedAtMs === null ? 'tripped' : 'became-stop';
  if (state.restore !== null) return 'restore-opened';
  return state.seated || state.device !== null ? 'device-seated' : null;
}

function microsSince(turn: Turn, atMs: number): number {
  return Math.max(0, Math.round((turn.nowMs - atMs) * 1000));
}

function finish(turn: Turn, why: DrillWhy | null, answeredAfterUs: number | null): void {
  const { drills, rig, trip } = turn.state;
  const { running, kept } = drills;
  if (running === null) return;
  const passed = why === null;
  const done: DrillRecord = {
    drillId: running.id, rig: rig?.serial ?? null, atIso: running.atIso, passed, why,
    times: { writtenAfterUs: running.writtenAfterUs, answeredAfterUs }, by: running.by, scheduled: running.orderId === null,
  };
  const isVoid = why !== null && VOIDING.has(why);
  const out = kept.out === null || isVoid ? kept.out : { ...kept.out, drilled: passed && running.orderId !== null };
  putDrills(turn, {
    running: null,
    kept: { out, lastDrill: done, lastPassedAtIso: passed ? isoOf(turn) : kept.lastPassedAtIso, failing: isVoid ? kept.failing : !passed },
  });
  record(turn, { kind: 'drill-done', body: done }, running.by);
  if (running.orderId !== null) {
    answer(turn, running.orderId, { ok: true, outcome: passed ? 'drill-passed' : 'drill-failed', refusal: null, tripId: trip?.trip.id ?? null, drill: done });
  }
  keepLatch(turn);
}

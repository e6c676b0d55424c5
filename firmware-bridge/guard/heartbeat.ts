/**
 * One valid heartbeat of the rig, in the order that safety asks for: zone and restore first, then the latch, then the
 * hazards, then the permit, and our answer last.
 */
import type { Heartbeat } from '../wire/rig-message.ts';
import { judgeSequence } from '../wire/sequence.ts';
import { armDrill, followDrill } from './drill.ts';
import { watchBrokenWord } from './broken-word.ts';
import { callPerson, followOutcome, lookForStopped } from './ladder.ts';
import { answerHeartbeat, reviewPermit } from './permit.ts';
import { clearCauses, reviewReset } from './reset.ts';
import { noteDeviceOut } from './remeasure.ts';
import { followLatch } from './rig-latch.ts';
import { followRestore } from './restore.ts';
import { applyRules } from './rules.ts';
import { NO_FRAME } from './frame-state.ts';
import type { BenchState } from './state.ts';
import { NO_WATCH } from './watch.ts';
import { climbAnew, raise, stopAgain } from './trip.ts';
import { put, putLink, record, rigActor, type Turn } from './turn.ts';

export function takeHeartbeat(turn: Turn, beat: Heartbeat, n: number): void {
  const before = turn.state.beat;
  const first = !turn.state.everHeard;
  put(turn, { beat, beatBefore: before, beatN: n, inDoubt: isStillInDoubt(turn.state, beat), everHeard: true, lastPhase: beat.phase });
  noteAck(turn, beat.ack);
  followSeat(turn, beat, before);
  followRestore(turn, beat, first);
  if (beat.estop) raise(turn, 'estop', {}, rigActor(turn.state));
  followLatch(turn, beat, before);
  writeDueStop(turn, beat, before);
  applyRules(turn);
  followOutcome(turn);
  lookForStopped(turn, beat);
  clearCauses(turn, beat, before);
  reviewReset(turn);
  followDrill(turn, beat);
  reviewPermit(turn);
  armDrill(turn);
  answerHeartbeat(turn, beat, n);
}

/** A report that was on its way before the permit came says nothing of what the rig did with it. */
function isStillInDoubt({ inDoubt, permitOut, beat: before }: BenchState, beat: Heartbeat): boolean {
  if (!inDoubt || permitOut === null || before === null) return false;
  return beat.tMs < permitOut.untilTMs && judgeSequence(permitOut.n, beat.ack).kind === 'regressed';
}

function noteAck(turn: Turn, ack: number): void {
  const { unacked } = turn.state.link;
  if (unacked === null || judgeSequence(unacked.n, ack).kind === 'regressed') return;
  putLink(turn, { unacked: null, unheard: 0 });
}

function followSeat(turn: Turn, beat: Heartbeat, before: Heartbeat | null): void {
  put(turn, beat.seated || turn.state.watch === NO_WATCH ? { seated: beat.seated } : { seated: beat.seated, watch: NO_WATCH });
  if (beat.seated || turn.state.device === null) return;
  // One heartbeat without a device is enough to swap it: what comes next must be named and measured anew.
  put(turn, { device: { ...turn.state.device, agreed: 0 }, power: null, frame: { ...NO_FRAME, fixture: turn.state.frame.fixture } });
  if (before?.seated !== false) return;
  put(turn, { device: null });
  noteDeviceOut(turn);
  record(turn, { kind: 'device-left', body: {} }, rigActor(turn.state));
}

/** A stop that waited for this report, that the session before left unanswered, or that a new point of no return asks for. */
function writeDueStop(turn: Turn, beat: Heartbeat, before: Heartbeat | null): void {
  if (watchBrokenWord(turn, beat, before)) return;
  const { trip: current, zone } = turn.state;
  if (current === null) return;
  const { answer, state } = current.trip.receipt;
  if (zone === 'committed') {
    // Past the point now: whoever was told to pull the device must hear at once that he must not.
    if (state === 'not-confirmed' || state === 'not-written') callPerson(turn);
  } else if (current.stopWanted || (before === null && state === 'not-confirmed')) climbAnew(turn);
  else if (zone === 'critical' && answer === 'none' && state === 'too-late') climbAnew(turn);
  else if (beat.phase === 'erase-next' && answer === 'too-late') stopAgain(turn);
  else if (state !== 'pending' && beat.latch === null && isAnotherRestore(turn.state)) stopAgain(turn);
}

/** A tripped bench stays locked: a rig that is not latched and begins another restore is stopped again. */
function isAnotherRestore({ restore, trip }: BenchState): boolean {
  return restore !== null && trip !== null && restore.id !== trip.trip.restoreId && restore.id !== trip.alsoStopped;
}

/** What was still unanswered after its time: the line is free again, and after a few the rig counts as deaf. */
export function freeUnheardLine(turn: Turn): boolean {
  const { link, setup } = turn.state;
  if (link.unacked === null || turn.nowMs - link.unacked.atMs <= setup.limits.lineAckMs) return false;
  putLink(turn, { unacked: null, unheard: link.unheard + 1 });
  return link.unheard + 1 >= setup.limits.unheardLines;
}

/**
 * Stopping, latching and resetting: the one place where a stop meets a restore. Stop and crossing cannot interleave,
 * because both happen within one step of the firmware. Source: PROTOCOL.md §6, §7.
 */
import { hex } from '../wire/frame.ts';
import { note, remember, say, sayAnswer } from './say.ts';
import { UNNAMED_ID, phaseOf, zoneOf } from './rig-state.ts';
import type { Latch, Meeting, Restore, RigDraft, StopCause } from './rig-state.ts';

/** How long the ENDED of an unnamed CAN waits for the STOP line behind it: two full lines at 57,600 baud. */
const NAME_WAIT_MS = 60;
const OWN_ID_DIGITS = 7;

export type RestoreResult = 'kept' | 'erased' | 'stopped' | 'undone' | 'failed';

/** Ends the open restore, and says so unless the answer to a stop has to be said first. */
export function endRestore(rig: RigDraft, result: RestoreResult, rest: RigDraft['rest'] = 'idle'): Restore | null {
  const ended = rig.restore;
  if (ended === null) return null;
  rig.restore = null;
  rig.rest = rest;
  rig.permit = null;
  if (rig.memory.restore !== null) remember(rig, { restore: null });
  if (result === 'stopped') rig.owedEnded = ended.id;
  else say(rig, 'ENDED', { restore: ended.id, result });
  return ended;
}

function meetStop(rig: RigDraft): Meeting & { readonly ended: boolean } {
  rig.permit = null;
  rig.drill = null;
  const phase = phaseOf(rig);
  const zone = zoneOf(rig);
  const restore = rig.restore?.id ?? null;
  if (zone === 'committed') return { answer: 'too-late', phase, zone, restore, ended: false };
  const ended = endRestore(rig, 'stopped', 'stopped') !== null;
  rig.rest = 'stopped';
  return { answer: 'stopped', phase, zone, restore, ended };
}

const latchOf = (rig: RigDraft, meeting: Meeting, id: string, cause: StopCause, noted: boolean): Latch => ({
  id, answer: meeting.answer, phase: meeting.phase, zone: meeting.zone, restore: meeting.restore, atMs: rig.nowMs, cause, noted,
});

function noteStop(rig: RigDraft, id: string, cause: StopCause, meeting: Meeting, repeated: boolean): void {
  note(rig, { event: 'stop', id, cause, answer: meeting.answer, phase: meeting.phase, zone: meeting.zone, restore: meeting.restore, repeated });
}

/**
 * ENDED comes after the answer; the heartbeat after that goes out because the phase changed. The next one is brought
 * forward, since a host takes only a heartbeat with a later time as seeing the rig stopped.
 */
export function payEnded(rig: RigDraft): void {
  if (rig.owedEnded === null) return;
  say(rig, 'ENDED', { restore: rig.owedEnded, result: 'stopped' });
  rig.owedEnded = null;
  rig.due = { ...rig.due, beat: Math.min(rig.due.beat, rig.nowMs + 1) };
}

/** A STOP line was read. */
export function obeyStop(rig: RigDraft, id: string): void {
  if (rig.ignoresStop) {
    note(rig, { event: 'stop', id, cause: 'stop', answer: 'ignored', phase: phaseOf(rig), zone: zoneOf(rig), restore: rig.restore?.id ?? null, repeated: false });
    return;
  }
  const latch = rig.memory.latch;
  const met = meetStop(rig);
  if (latch !== null && latch.id === id && id !== UNNAMED_ID) {
    noteStop(rig, id, 'stop', latch, true);
    sayAnswer(rig, id, latch);
  } else {
    // A CAN just before this line already met the restore; its meeting is the answer unless this line stopped something itself.
    const meeting: Meeting = met.ended ? met : (rig.unnamed ?? (latch?.id === UNNAMED_ID ? latch : met));
    noteStop(rig, id, 'stop', meeting, false);
    if (latch === null) remember(rig, { latch: latchOf(rig, meeting, id, 'stop', true) });
    else if (latch.id === UNNAMED_ID) remember(rig, { latch: { ...latchOf(rig, meeting, id, 'stop', true), atMs: latch.atMs } });
    sayAnswer(rig, id, meeting);
  }
  rig.unnamed = null;
  payEnded(rig);
}

/** A stop byte was read: it acts at once and is never answered (but see the drill). */
export function obeyCan(rig: RigDraft): void {
  if (rig.drill !== null && rig.nowMs < rig.drill.untilMs) {
    say(rig, 'DRILLED', { id: rig.drill.id });
    rig.drill = null;
    return;
  }
  if (rig.ignoresStop) return;
  const met = meetStop(rig);
  if (rig.memory.latch === null) remember(rig, { latch: latchOf(rig, met, UNNAMED_ID, 'stop', false) });
  if (rig.unnamed === null || met.ended) rig.unnamed = { ...met, dueAtMs: rig.nowMs + NAME_WAIT_MS };
}

/** No STOP line came behind a CAN: it goes into the ledger without a name, and the restore's end is said now. */
export function settleUnnamed(rig: RigDraft, wait: boolean): void {
  if (rig.unnamed === null || (wait && rig.nowMs < rig.unnamed.dueAtMs)) return;
  noteStop(rig, UNNAMED_ID, 'stop', rig.unnamed, false);
  const latch = rig.memory.latch;
  if (latch !== null && !latch.noted) remember(rig, { latch: { ...latch, noted: true } });
  rig.unnamed = null;
  payEnded(rig);
}

/** The rig stops by itself, under an id that it makes: a lapse, its own button, the E-stop. */
export function stopByItself(rig: RigDraft, cause: Exclude<StopCause, 'stop'>): void {
  settleUnnamed(rig, false);
  rig.ownIds += 1;
  const id = `R${hex(rig.memory.boot, 4)}${String(rig.ownIds).padStart(OWN_ID_DIGITS, '0').slice(-OWN_ID_DIGITS)}`;
  const met = meetStop(rig);
  if (cause === 'lapse' && met.restore !== null) note(rig, { event: 'lapse', id, restore: met.restore, phase: met.phase });
  noteStop(rig, id, cause, met, false);
  if (rig.memory.latch === null) remember(rig, { latch: latchOf(rig, met, id, cause, true) });
  if (rig.session !== null) sayAnswer(rig, id, met, { cause });
  payEnded(rig);
}

export type ResetRefusal = 'estop' | 'restore-open' | 'id';

export function obeyReset(rig: RigDraft, id: string | undefined): ResetRefusal | null {
  if (rig.estop) return 'estop';
  if (rig.restore !== null) return 'restore-open';
  if (rig.memory.latch === null || rig.memory.latch.id !== id) return 'id';
  settleUnnamed(rig, false);
  note(rig, { event: 'reset', id });
  rig.trouble = { ...rig.trouble, cutOut: rig.trouble.dangers.length > 0 };
  remember(rig, { latch: null });
  rig.rest = 'idle';
  say(rig, 'RESET-DONE', { id });
  return null;
}

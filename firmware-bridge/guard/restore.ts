/**
 * Following one restore from the heartbeats: when it opens, in which zone it is, and when it is over. Only two agreeing
 * lines end it; a restore that a restarted bridge does not know is a trip.
 */
import type { Heartbeat } from '../wire/rig-message.ts';
import { rememberFailure } from './failures.ts';
import { takeResult } from './ladder.ts';
import { dropPermit } from './permit.ts';
import { isKnownRestore, knownOf, restoreFrom } from './restore-state.ts';
import type { BenchState } from './state.ts';
import { raise } from './trip.ts';
import { bridgeActor, enter, keepLatch, put, record, rigActor, type Turn } from './turn.ts';
import { believedZone, claimsCommitted, followZone, isUnpermittedClaim } from './zone.ts';

const BEATS_TO_END = 2;

/** Opens a restore that a line named; nothing happens if it is the one that is open. */
export function openRestore(turn: Turn, id: string): void {
  if (turn.state.restore?.id === id) return;
  if (turn.state.restore !== null) closeRestore(turn, 'replaced');
  const { known, rig } = turn.state;
  const opened = restoreFrom(id, rig?.serial ?? null, isKnownRestore(known, id, rig?.serial ?? null) ? known : null);
  put(turn, { restore: { ...opened, device: turn.state.device?.value ?? opened.device } });
  record(turn, { kind: 'restore-opened', body: { restoreId: id } }, rigActor(turn.state));
  keepLatch(turn);
}

/** Ends the restore: permit gone, zone safe. */
export function closeRestore(turn: Turn, result: string): void {
  const { restore } = turn.state;
  if (restore === null) return;
  dropPermit(turn, 'restore-ended');
  rememberFailure(turn, restore);
  put(turn, { restore: null, known: null, zone: 'safe' });
  record(turn, { kind: 'restore-ended', body: { restoreId: restore.id, result } }, rigActor(turn.state));
  if (turn.state.mode === 'permitted') enter(turn, 'inhibited');
  keepLatch(turn);
}

/** Another rig answers here: a restore of the rig before says nothing of this one, also under the same id. */
export function leaveRestoreOfOtherRig(turn: Turn, rig: string): void {
  const { restore } = turn.state;
  if (restore === null || restore.rig === null || restore.rig === rig) return;
  closeRestore(turn, 'other-rig');
  put(turn, { known: knownOf(restore, restore.device) });
  keepLatch(turn);
}

/** ENDED is the first of the two lines that end a restore. */
export function takeEnded(turn: Turn, id: string, result: string): void {
  const { restore } = turn.state;
  if (restore === null || restore.id !== id) return;
  put(turn, { restore: { ...restore, goneBeats: restore.goneBeats + 1, result } });
  takeResult(turn, id, result);
  record(turn, { kind: 'note', body: { code: 'restore-result', params: { restoreId: id, result } } }, rigActor(turn.state));
}

/** Takes restore, phase and zone of one valid heartbeat. `first` is true for the first one of this run of the bridge. */
export function followRestore(turn: Turn, beat: Heartbeat, first: boolean): void {
  const { restore } = turn.state;
  if (restore !== null && beat.restore !== restore.id) {
    const goneBeats = restore.goneBeats + 1;
    put(turn, { restore: { ...restore, goneBeats, claims: 0 } });
    if (goneBeats < BEATS_TO_END) return;
    closeRestore(turn, 'seen-ended');
  }
  if (beat.restore === null) {
    const { known, rig } = turn.state;
    const isOfThisRig = known === null || isKnownRestore(known, known.id, rig?.serial ?? null);
    if (turn.state.restore === null && turn.state.beatBefore?.restore === null && isOfThisRig) put(turn, { known: null });
    return;
  }
  const isKnown = isKnownRestore(turn.state.known, beat.restore, turn.state.rig?.serial ?? null);
  openRestore(turn, beat.restore);
  takeZone(turn, beat);
  if (first && !isKnown) raise(turn, 'bridge-restarted', {}, bridgeActor(turn.state));
}

function takeZone(turn: Turn, beat: Heartbeat): void {
  const before = turn.state.restore;
  if (before === null) return;
  const unpermitted = isUnpermittedClaim(before, beat);
  const after = { ...followZone(before, beat), goneBeats: 0, phase: beat.phase };
  const zone = believedZone(after, beat);
  const from = turn.state.zone;
  put(turn, { restore: after, zone });
  if (zone !== from || after.established !== before.established) {
    record(turn, { kind: 'zone-changed', body: { from, to: zone, phase: beat.phase, established: after.established } });
    keepLatch(turn);
  }
  if (!unpermitted) return;
  const code = beat.phase === 'erase' || after.erasing ? 'erase-without-permit' : 'commit-without-permit';
  raise(turn, code, { phase: beat.phase }, rigActor(turn.state));
}

/** True when a heartbeat says `committed` but it is not yet believed. */
export const isUnconfirmedClaim = (state: BenchState): boolean =>
  state.beat !== null && claimsCommitted(state.beat) && state.restore?.established === false;

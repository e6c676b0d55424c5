/**
 * Which zone a bench is in, as the guard believes it. `committed` is believed only after two agreeing heartbeats of a
 * restore that was permitted, and then holds until the restore ended; everything uncertain is `critical`.
 */
import type { Phase, Point, Zone } from '../contract/interlock.ts';
import type { Heartbeat } from '../wire/rig-message.ts';
import type { RestoreState } from './restore-state.ts';

/** The native phase map. Source: PROTOCOL.md §5.3. `unknown` is critical. */
export const ZONE_OF_PHASE: Readonly<Record<Phase, Zone>> = {
  idle: 'safe', prepare: 'safe', unpack: 'safe', verify: 'safe', recovery: 'safe', start: 'critical', write: 'committed',
  'erase-next': 'critical', erase: 'committed', finish: 'committed', stopped: 'safe', unknown: 'critical',
};

/**
 * Phases in which a device leaves the bus by itself, and within which time it is back (ms). Source: PROTOCOL.md §8. It changes its mode in these;
 * in any other phase a disconnect is a fault.
 */
export const USB_RETURN_MS: Readonly<Partial<Record<Phase, number>>> = { recovery: 60_000, start: 60_000, 'erase-next': 60_000, finish: 120_000 };

export const covers = (permit: Point | null, point: Point): boolean => permit === 'erase' || permit === point;

/** The permit that a claim of `committed` in this phase must have been given. */
function claimNeeds(phase: Phase, erasing: boolean): Point {
  return phase === 'erase' || erasing ? 'erase' : 'write';
}

export function claimsCommitted(beat: Heartbeat): boolean {
  return beat.zone === 'committed' && ZONE_OF_PHASE[beat.phase] === 'committed';
}

/** True for a claim of `committed` that no permit of ours allows; an erase needs its own, also inside `committed`. */
export function isUnpermittedClaim(restore: RestoreState, beat: Heartbeat): boolean {
  return claimsCommitted(beat) && (!restore.established || beat.phase === 'erase') && !covers(restore.permitted, claimNeeds(beat.phase, restore.erasing));
}

/** Takes one valid heartbeat into what is known of the restore. */
export function followZone(restore: RestoreState, beat: Heartbeat): RestoreState {
  const sound = ZONE_OF_PHASE[beat.phase] === beat.zone;
  if (beat.phase === 'erase-next' && sound) return { ...restore, established: false, claims: 0, eraseSeen: true };
  const erasing = restore.erasing || (beat.phase === 'erase' && sound);
  const written = restore.written || (sound && (beat.phase === 'write' || beat.phase === 'finish'));
  const eraseSeen = restore.eraseSeen || erasing;
  const claim = claimsCommitted(beat) && !isUnpermittedClaim(restore, beat);
  const claims = claim ? restore.claims + 1 : 0;
  return { ...restore, erasing, written, eraseSeen, claims, established: restore.established || claims >= 2 };
}

/** The zone after `beat` was taken in. */
export function believedZone(restore: RestoreState | null, beat: Heartbeat | null): Zone {
  if (restore === null) return 'safe';
  if (restore.established) return 'committed';
  if (beat === null || ZONE_OF_PHASE[beat.phase] !== beat.zone) return 'critical';
  return beat.zone === 'committed' ? 'critical' : beat.zone;
}

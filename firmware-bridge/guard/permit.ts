/**
 * Granting, renewing and dropping the permit, and the host's heartbeat that carries it. Every doubt ends here in "no
 * permit": the lease runs out by itself, so nothing has to be sent to take one back.
 */
import type { CauseCode } from '../contract/causes.ts';
import { heartbeatLine, resetLine, type PermitClause } from '../wire/host-line.ts';
import { nextNumber } from '../wire/sequence.ts';
import type { Heartbeat } from '../wire/rig-message.ts';
import { CAUSE_OF_MISSING, GRANT_ONLY, judgePermissives, wantedPoint } from './permissives.ts';
import type { BenchState, PermissiveState } from './state.ts';
import { raise } from './trip.ts';
import { bridgeActor, enter, keepLatch, put, putLink, record, type Turn } from './turn.ts';

const BEATS_FOR_GRANT = 2;

/** Drops the permit, if there is one, and says why. Writes nothing to the rig. */
export function dropPermit(turn: Turn, why: string): void {
  const { permit } = turn.state;
  put(turn, { permit: null, permissiveBeats: 0 });
  if (permit === null) return;
  turn.effects.push({ do: 'drop-permit' });
  record(turn, { kind: 'permit-dropped', body: { restoreId: permit.restore, point: permit.point, why } });
}

/** After each valid heartbeat: judges every permissive, then grants, keeps or drops the permit. */
export function reviewPermit(turn: Turn): void {
  const permissives = judgePermissives(turn.state, turn.nowMs, turn.wallMs);
  put(turn, { permissives });
  const { state } = turn;
  if (state.trip !== null) return;
  const missing = permissives.filter((one) => !one.ok);
  if (state.permit !== null) {
    const fatal = missing.find((one) => !GRANT_ONLY.has(one.id));
    if (fatal !== undefined) loseThrough(turn, fatal);
    return;
  }
  if (missing.length > 0) {
    put(turn, { permissiveBeats: 0 });
    if (state.zone === 'critical') missPermissive(turn, missing);
    return;
  }
  // A latched rig takes no permit, so its heartbeat is none of the two good ones.
  if (state.closing || state.rigLatch !== null) return;
  put(turn, { permissiveBeats: state.permissiveBeats + 1 });
  if (state.permissiveBeats + 1 >= BEATS_FOR_GRANT) grant(turn);
}

function grant(turn: Turn): void {
  const { restore } = turn.state;
  const point = wantedPoint(turn.state, turn.wallMs);
  if (restore === null || restore.plan === null || point === null) return;
  const permitted = restore.permitted === 'erase' ? 'erase' : point;
  put(turn, {
    permit: { point, restore: restore.id, plan: restore.plan.value.hash },
    restore: { ...restore, permitted },
  });
  enter(turn, 'permitted');
  record(turn, { kind: 'permit-granted', body: { restoreId: restore.id, point, plan: restore.plan.value.hash } });
  keepLatch(turn);
}

/** A live permit lost a condition: withheld in `safe`, a trip in `critical`, a note in `committed`. */
export function loseThrough(turn: Turn, missing: PermissiveState): void {
  loseBecause(turn, CAUSE_OF_MISSING[missing.id], missing.detail, missing.id);
}

export function loseBecause(turn: Turn, code: CauseCode, detail: PermissiveState['detail'], why: string): void {
  const { zone, trip } = turn.state;
  if (zone === 'critical' && trip === null) {
    raise(turn, code, detail, bridgeActor(turn.state));
    return;
  }
  const noteworthy = turn.state.permit !== null && zone === 'committed';
  dropPermit(turn, why);
  if (turn.state.mode === 'permitted') enter(turn, 'inhibited');
  if (noteworthy) record(turn, { kind: 'note', body: { code: 'permissive-lost-in-committed', params: { ...detail, why } } });
}

function missPermissive(turn: Turn, missing: readonly PermissiveState[]): void {
  const first = missing.find((one) => !GRANT_ONLY.has(one.id)) ?? missing[0];
  if (first === undefined) return;
  const unknownPhase = turn.state.beat?.phase === 'unknown';
  raise(turn, unknownPhase ? 'phase-unknown' : CAUSE_OF_MISSING[first.id], first.detail, bridgeActor(turn.state));
}

/** Answers a heartbeat when the line is free: a waiting reset first, else our heartbeat with the renewal. */
export function answerHeartbeat(turn: Turn, beat: Heartbeat, beatN: number): void {
  const { link, reset } = turn.state;
  if (link.session === null || link.unacked !== null) return;
  const n = nextNumber(link.txN);
  const clause = permitClause(turn.state);
  const resets = reset !== null && reset.sent === null;
  const line = resets
    ? resetLine(link.session, n, reset.rigLatch)
    : heartbeatLine(link.session, n, beatN, beat.tMs, clause);
  if (line === undefined) return;
  if (resets) put(turn, { reset: { ...reset, sent: { n, atMs: turn.nowMs } } });
  putLink(turn, { txN: n, unacked: { n, atMs: turn.nowMs } });
  const permits = clause !== null;
  if (permits) put(turn, { inDoubt: true, permitOut: { n, untilTMs: beat.tMs + turn.state.setup.limits.permitTtlMs } });
  turn.effects.push({ do: 'write-line', line, permits });
}

function permitClause(state: BenchState): PermitClause | null {
  if (state.permit === null || state.trip !== null) return null;
  const { point, restore, plan } = state.permit;
  return { point, restore, plan, ttlMs: state.setup.limits.permitTtlMs };
}

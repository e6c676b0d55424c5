/**
 * What must hold at the rig, by its own ledger and its own clock. The permit that it crosses by must be one that a host
 * really wrote, and its latch goes only when a person ordered the reset.
 */
import type { Invariant, RigMoment } from './moment.ts';
import type { RigStation } from './rig-station.ts';

const GUARD = 'guard.md §3, properties';
/** From a chassis that is far out of limits until no permit from before can live (ms): samples, their freshness, the lease, and the line. */
export const BENT_CROSSING_MS = 1200;

export const RIG_INVARIANTS: readonly Invariant<RigMoment>[] = [
  {
    name: 'no crossing without a live permit', source: GUARD,
    broken: ({ entry, truth, station }) => {
      if (entry.event !== 'crossing') return null;
      const covering = entry.permit === 'erase' || entry.permit === entry.point;
      if (!entry.live || !covering || entry.until_ms === null || entry.t_ms >= entry.until_ms) return `${entry.point} with ${String(entry.permit)} until ${String(entry.until_ms)} at ${entry.t_ms}`;
      const sessions = [station.sessionBefore, station.engine?.state.session?.id];
      const written = truth.grants.get(station.make.serial)?.some((grant) =>
        sessions.includes(grant.session) && grant.restore === entry.restore && (grant.point === 'erase' || grant.point === entry.point) && grant.untilMs > entry.t_ms);
      return written === true ? null : 'no host wrote that permit';
    },
  },
  {
    name: 'no crossing while latched', source: 'PROTOCOL.md §7',
    broken: ({ entry, wasLatched }) => (entry.event === 'crossing' && wasLatched ? `${entry.point} crossed` : null),
  },
  {
    name: 'no crossing with a bent device frame', source: 'guard.md §5, frame',
    broken: ({ entry, station, atMs }) => {
      if (entry.event !== 'crossing' || station.bentSinceMs === null) return null;
      const bentMs = atMs - station.bentSinceMs;
      return bentMs > BENT_CROSSING_MS ? `${entry.point} crossed ${Math.round(bentMs)} ms after the bend was whole` : null;
    },
  },
  {
    name: 'an E-stop held cannot be reset', source: GUARD,
    broken: ({ entry, station }) => (entry.event === 'reset' && station.estopPressed ? 'reset with the E-stop held' : null),
  },
];

/** What must be so in the rig after anything that happened in it. */
export const RIG_STATE_INVARIANTS: readonly Invariant<RigStation>[] = [
  {
    name: 'between gate and crossing the permit is live', source: 'guard.md §1, the rig enforces',
    broken: ({ engine }) => {
      const state = engine?.state;
      const phase = state?.restore?.phase;
      if (state === undefined || state.restore === null || (phase !== 'start' && phase !== 'erase-next') || state.restore.gate !== null) return null;
      return state.permit !== null && state.nowMs < state.permit.untilMs ? null : `${phase} goes on without one`;
    },
  },
  {
    name: 'a latched rig holds no permit', source: 'PROTOCOL.md §7',
    broken: ({ engine }) => (engine !== null && engine.state.memory.latch !== null && engine.state.permit !== null ? 'it has one' : null),
  },
];

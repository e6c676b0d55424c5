/**
 * What must hold in the bridge at every step, whatever the seed does to it. Each rule looks at the state before and
 * after, at what was written meanwhile, and at what truly happened; none asks the guard for its opinion.
 */
import { CAUSES } from '../../firmware-bridge/contract/causes.ts';
import { isSameDevice, mayBeSameDevice } from '../../firmware-bridge/guard/device.ts';
import { decodeFrame } from '../../firmware-bridge/wire/frame.ts';
import type { Invariant, Moment } from './moment.ts';
import { SERVICE_INVARIANTS } from './service-invariants.ts';

const GUARD = 'guard.md §3, properties';
const permitsOf = (seen: Moment): number => seen.outs.filter((out) => out.out === 'line' && out.permits).length;
const stopsOf = (seen: Moment): number => seen.outs.filter((out) => out.out === 'stop').length;
const isNew = ({ before, after }: Moment): boolean => before.trip === null && after.trip !== null;
const wasReset = ({ before, after }: Moment): boolean => before.trip !== null && after.trip === null;
const mayTick = 60;

function isGarbage({ line, before, after }: Moment): boolean {
  if (line === null) return false;
  const decoded = decodeFrame(line);
  const isOld = decoded.ok && decoded.frame.session === before.link.session && decoded.frame.n === before.link.rxN && decoded.frame.verb !== 'BOOT';
  return !decoded.ok || isOld || (decoded.frame.session !== before.link.session && decoded.frame.session !== after.link.session && decoded.frame.verb !== 'BOOT');
}

export const GUARD_INVARIANTS: readonly Invariant<Moment>[] = [
  {
    name: 'a tripped bench never grants', source: GUARD,
    broken: (seen) => ((seen.before.trip !== null || seen.after.trip !== null) && permitsOf(seen) > 0 ? 'a permit was written' : null),
  },
  {
    name: 'no permit stands beside a trip', source: GUARD,
    broken: ({ after }) => (after.trip !== null && after.permit !== null ? 'both are there' : null),
  },
  {
    name: 'no permit without every permissive', source: GUARD,
    broken: (seen) => {
      const { before, after } = seen;
      if (before.permit !== null || after.permit === null) return null;
      const missing = after.permissives.filter((one) => !one.ok).map((one) => one.id);
      if (missing.length > 0) return `granted without ${missing.join(', ')}`;
      const device = after.device?.value;
      if (device === undefined || after.facts === null) return 'granted without device or facts';
      if (after.facts.holds.some((hold) => mayBeSameDevice(hold.device, device))) return 'granted to a held device';
      const agreed = [after.facts.consents, after.facts.backups].every((list) => list.some((fact) => isSameDevice(fact.device, device) && fact.planHash === after.permit?.plan));
      return after.restore?.plan?.value.kind !== 'update' && !agreed ? 'an erase without consent and backup' : null;
    },
  },
  {
    name: 'only a person resets, with the names it needs', source: 'guard.md §3, reset',
    broken: (seen) => {
      if (!wasReset(seen)) return null;
      const trip = seen.before.trip?.trip;
      const order = [...seen.truth.resets.values()].find((one) => one.bench === seen.bench && one.tripId === trip?.id);
      if (order === undefined) return 'nobody ordered it';
      if (order.reason.trim() === '' || order.actor.name.trim() === '') return 'without a name or a reason';
      const first = order.actor.name.trim().toLowerCase();
      return trip?.dataAtStake === true && (order.second === null || order.second.name.trim().toLowerCase() === first) ? 'without a second person' : null;
    },
  },
  {
    name: 'reset alone never permits', source: GUARD,
    broken: (seen) => (wasReset(seen) && (seen.after.permit !== null || seen.after.permissiveBeats > 0 || permitsOf(seen) > 0) ? 'permitted with the reset' : null),
  },
  {
    name: 'an E-stop held cannot be reset', source: GUARD,
    broken: (seen) => (wasReset(seen) && seen.before.beat?.estop === true ? 'reset with the E-stop held' : null),
  },
  {
    name: 'first-out never changes before a reset', source: GUARD,
    broken: ({ before, after }) => {
      if (before.trip === null || after.trip === null) return null;
      const [was, is] = [before.trip.trip, after.trip.trip];
      if (was.causes[0]?.code !== is.causes[0]?.code || was.causes[0]?.atIso !== is.causes[0]?.atIso) return `${String(was.causes[0]?.code)} became ${String(is.causes[0]?.code)}`;
      return was.id === is.id || is.earlierIds?.includes(was.id) === true ? null : 'another trip took its place';
    },
  },
  {
    name: 'no stop in established committed', source: GUARD,
    broken: (seen) => (stopsOf(seen) > 0 && seen.before.zone === 'committed' && seen.after.zone === 'committed' ? 'a stop was written' : null),
  },
  {
    name: 'outside committed the stop goes before everything else', source: GUARD,
    broken: (seen) => {
      if (!isNew(seen) || seen.after.trip?.trip.zone === 'committed') return null;
      const stop = seen.outs.findIndex((out) => out.out === 'stop');
      const first = seen.outs.findIndex((out) => out.out === 'line' || (out.out === 'evidence' && out.item.kind === 'tripped'));
      return stop !== -1 && first !== -1 && first < stop ? 'something was written or recorded before it' : null;
    },
  },
  {
    name: 'a hazard that trips is told to the rig', source: 'guard.md §4, a stop is written unless committed is established',
    broken: (seen) => {
      const trip = seen.after.trip;
      if (!isNew(seen) || trip === null || trip.trip.zone === 'committed' || seen.after.link.session === null) return null;
      return stopsOf(seen) === 0 && trip.trip.receipt.answer === 'none' && !trip.stopWanted ? 'no stop was written and none waits' : null;
    },
  },
  {
    name: 'garbage never renews and never clears', source: GUARD,
    broken: (seen) => {
      const { before, after } = seen;
      if (!isGarbage(seen)) return null;
      if (before.permit === null && after.permit !== null) return 'it granted';
      if (permitsOf(seen) > 0) return 'it renewed';
      if (wasReset(seen)) return 'it reset';
      if (before.restore?.established !== true && after.restore?.established === true) return 'it established committed';
      const cleared = after.trip?.trip.causes.filter((cause) => cause.cleared).length ?? 0;
      return cleared > (before.trip?.trip.causes.filter((cause) => cause.cleared).length ?? 0) ? 'it cleared a cause' : null;
    },
  },
  {
    name: 'silence beyond the limit trips or inhibits as the zone says', source: GUARD,
    broken: (seen) => {
      const { before, after, silentMs, line } = seen;
      const { silenceCriticalMs, silenceSafeMs } = after.setup.limits;
      if (line !== null || before.tickAtMs === null || after.tickAtMs === before.tickAtMs) return null;
      if (after.permit !== null && silentMs > silenceSafeMs + mayTick) return `a permit after ${Math.round(silentMs)} ms`;
      const runs = after.restore !== null && after.trip === null && after.zone === 'critical' && after.link.session !== null;
      return runs && silentMs > silenceCriticalMs + mayTick ? `no trip in critical after ${Math.round(silentMs)} ms` : null;
    },
  },
  {
    name: 'a latch of the rig trips the bench', source: 'guard.md §3, a latch at either end trips both',
    broken: ({ before, after }) => {
      if (before.beat === after.beat || before.trip !== null) return null;
      const isLatched = after.link.session !== null && after.beat?.latch !== null && after.beat?.latch === after.beatBefore?.latch && after.beat?.latch !== undefined;
      return isLatched && after.trip === null && after.reset === null ? 'two heartbeats show the latch' : null;
    },
  },
  {
    name: 'committed is believed only of a rig that crossed', source: 'guard.md §2, when committed is believed',
    broken: (seen) => {
      const { before, after, station, truth, line } = seen;
      if (line === null || station === null || after.link.session === null || after.restore === null || after.zone !== 'committed') return null;
      if (before.zone === 'committed' && before.restore?.id === after.restore.id && before.link.session === after.link.session) return null;
      const key = `${station.make.serial} ${after.restore.id}`;
      return truth.crossed.has(`${key} write`) || truth.crossed.has(`${key} erase`) ? null : `${key} never crossed`;
    },
  },
  {
    name: 'stopped is said only with the answer of the rig', source: 'guard.md §4, never show "stopped" without the rig\'s answer',
    broken: ({ before, after, truth }) => {
      const trip = after.trip?.trip;
      if (trip === undefined || trip.receipt === before.trip?.trip.receipt) return null;
      const { answer, state, stopId } = trip.receipt;
      if ((state === 'confirmed') !== (answer === 'stopped')) return `${state} with the answer ${answer}`;
      const first = trip.causes[0]?.code;
      if (answer === 'none' || first === 'unnamed-stop' || first === 'drill-became-stop') return null;
      return truth.answered.has(`${stopId} ${answer}`) ? null : `${stopId} was never answered ${answer}`;
    },
  },
  {
    name: 'nobody is told to pull in committed', source: 'guard.md §2, do not interrupt',
    broken: ({ after }) => (after.zone === 'committed' && after.trip !== null && after.trip.trip.operator === 'pull-device' && after.trip.trip.receipt.state !== 'pending'
      ? 'pull-device in committed' : null),
  },
  {
    name: 'an unanswered stop comes to an end', source: 'guard.md §4, ladder',
    broken: ({ pendingMs }) => (pendingMs > 2500 ? `pending for ${Math.round(pendingMs)} ms` : null),
  },
  {
    name: 'a device has a permit on one bench at most', source: 'guard.md §3, permissives',
    broken: ({ before, after, others }) => {
      const device = after.device?.value;
      if (before.permit !== null || after.permit === null || device === undefined) return null;
      return others.some((other) => other.restore !== null && other.device !== null && mayBeSameDevice(other.device.value, device)) ? 'its restore is open elsewhere' : null;
    },
  },
  {
    name: 'a trip is recorded when it happens', source: 'guard.md §3, stop, then record',
    broken: (seen) => {
      if (!isNew(seen)) return null;
      const recorded = seen.outs.some((out) => out.out === 'evidence' && (out.item.kind === 'tripped' || out.item.kind === 'trip-recovered'));
      return recorded ? null : `${String(seen.after.trip?.trip.causes[0]?.code)} is in no record`;
    },
  },
  {
    name: 'a cause that puts data at stake asks for two people', source: 'guard.md §3, reset',
    broken: ({ after }) => {
      const trip = after.trip?.trip;
      return trip !== undefined && !trip.dataAtStake && trip.causes.some((cause) => CAUSES[cause.code].dataAtStake) ? 'one person would do' : null;
    },
  },
  {
    name: 'tripped is the mode of a trip', source: 'guard.md §3, states',
    broken: ({ after }) => ((after.mode === 'tripped') === (after.trip !== null) ? null : `${after.mode} ${after.trip === null ? 'without' : 'with'} a trip`),
  },
  ...SERVICE_INVARIANTS,
];

/**
 * Everything the guard knows of one bench. Plain data: no clocks, timers or functions. Times ending in `AtMs` are
 * monotonic of this boot and come in with the events. What is not known is null, and null never permits.
 */
import type { Actor } from '../contract/actor.ts';
import type { DeviceIdentity, Problem } from '../contract/bench-status.ts';
import type { Mode, Permissive, Phase, Point, Zone } from '../contract/interlock.ts';
import type { WireStep } from '../contract/receipt.ts';
import type { Params, Trip } from '../contract/trip.ts';
import type { Facts, FactsRefusal, KnownDatabase } from '../contract/uplink.ts';
import type { Heartbeat, Power } from '../wire/rig-message.ts';
import type { KeptDrills } from '../contract/drill.ts';
import { initialDrills, type Drills } from './drill-state.ts';
import type { Failure } from './failures.ts';
import { askedAnew, NO_FRAME, type FrameState, type Remeasure } from './frame-state.ts';
import type { Limits } from './limits.ts';
import { restoreFrom, type KnownRestore, type RestoreState } from './restore-state.ts';
import { NO_WATCH, type WatchState } from './watch.ts';

export interface BenchSetup {
  readonly bench: string;
  readonly name: string;
  readonly path: string;
  readonly hostName: string;
  readonly expectedRig: string | null;
  /** True when only virtual rigs may speak here, false when only real ones may. */
  readonly virtual: boolean;
  readonly baud: number;
  readonly limits: Limits;
  /** Limits of device models that differ from the rig's; the first whose text is in the model's name is in force. */
  readonly models?: readonly ModelLimits[];
  /** What rung 3 may use, in its order; left out, the rung does not exist. */
  readonly wiring?: readonly WireStep[];
  /** 8 hex digits, new at each start: stop ids are this and a counter, so they are never used twice. */
  readonly stopPrefix: string;
  /** Where the nonces of this run begin, 0 to 65535. */
  readonly nonceStart: number;
}

/** All limits of one kind of device on this rig. */
export interface ModelLimits { readonly match: string; readonly limits: Limits }

export interface LinkState {
  readonly open: boolean;
  /** Where the open port was found, which may not be where it is configured; null while it is closed. */
  readonly path: string | null;
  readonly session: string | null;
  readonly nonce: string | null;
  readonly nonceCount: number;
  readonly helloAtMs: number | null;
  readonly helloTries: number;
  readonly txN: number;
  readonly rxN: number;
  /** Our line that the rig has not acknowledged yet. */
  readonly unacked: { readonly n: number; readonly atMs: number } | null;
  readonly unheard: number;
  /** When the newest valid line was made, in our time: late reading does not make it new. */
  readonly lineMadeAtMs: number | null;
  readonly lineReadAtMs: number | null;
  readonly corruptRow: number;
  /** The last 50 lines, true where corrupt, oldest first. */
  readonly corruptWindow: readonly boolean[];
  readonly missedTotal: number;
  /** Smallest (our time − rig time), of this and the previous window. */
  readonly offset: { readonly least: number; readonly previous: number; readonly sinceMs: number } | null;
  readonly problem: Problem | null;
  readonly nextTryAtMs: number | null;
  readonly attempts: number;
}

/** A value that loosens only after two lines in a row agreed. `value` is the newest, `agreed` counts equal ones. */
export interface Confirmed<Value> {
  readonly value: Value;
  readonly agreed: number;
}

export interface PermitState {
  readonly point: Point;
  readonly restore: string;
  readonly plan: string;
}

export interface TripState {
  readonly trip: Trip;
  /** Null for a trip of an earlier run until a stop is written again: its times cannot be compared. */
  readonly requestedAtMs: number | null;
  readonly lastWriteAtMs: number | null;
  /** A stop should be written as soon as there is a line and the zone allows it. */
  readonly stopWanted: boolean;
  /** Since when the stop waits to be written; null until the first tick of a new run. */
  readonly waitsFromMs: number | null;
  /** How many writes came before this round of the ladder. */
  readonly ladderFrom: number;
  readonly answerTMs: number | null;
  /** Another restore that began on the locked bench and got a stop of its own. */
  readonly alsoStopped: string | null;
  /** What a person would have to do if nobody were in danger. */
  readonly call: Trip['operator'];
  readonly actor: Actor;
}

export interface ResetState {
  readonly orderId: string;
  readonly by: Actor;
  readonly second: Actor | null;
  readonly reason: string;
  readonly rigLatch: string;
  readonly sent: { readonly n: number; readonly atMs: number } | null;
  readonly sinceMs: number;
}

export interface PermissiveState { readonly id: Permissive; readonly ok: boolean; readonly detail: Params }

/** What other benches of this bridge hold: no device is served twice, none that tripped elsewhere. */
export interface Elsewhere {
  readonly open: readonly DeviceIdentity[];
  readonly tripped: readonly DeviceIdentity[];
  readonly rigs: readonly string[];
  readonly failures?: readonly Failure[];
}

export interface BenchState {
  readonly setup: BenchSetup;
  readonly mode: Mode;
  readonly link: LinkState;
  readonly rig: { readonly serial: string; readonly model: string; readonly firmware: string; readonly virtual: boolean } | null;
  readonly rigLatch: string | null;
  readonly beat: Heartbeat | null;
  /** The heartbeat before, of the same session. */
  readonly beatBefore: Heartbeat | null;
  readonly beatN: number;
  readonly zone: Zone;
  readonly seated: boolean;
  readonly device: Confirmed<DeviceIdentity> | null;
  readonly power: Confirmed<Power> | null;
  readonly restore: RestoreState | null;
  readonly frame: FrameState;
  /** Devices that need three measurements before the next permit; newest last. */
  readonly remeasures: readonly Remeasure[];
  readonly watch: WatchState;
  /** Failed updates of this and the other benches. */
  readonly failures: readonly Failure[];
  readonly facts: Facts | null;
  readonly factsAtMs: number | null;
  /** The only database whose facts are believed; null before the first. */
  readonly database: KnownDatabase | null;
  /** What the server says now and is not believed: a person must confirm it. */
  readonly refusedFacts: { readonly databaseId: string; readonly version: number; readonly why: FactsRefusal } | null;
  readonly elsewhere: Elsewhere;
  readonly canRecord: boolean;
  /** Why nothing can be recorded, for people; it withholds and never trips. */
  readonly recordProblem: Problem | null;
  /** A second port or a relay that is not there; it withholds nothing. */
  readonly wireProblem: Problem | null;
  /** The service is going down: no new permit. */
  readonly closing: boolean;
  readonly permissives: readonly PermissiveState[];
  /** Consecutive heartbeats at which every permissive held for the same restore, plan and point. */
  readonly permissiveBeats: number;
  readonly permit: PermitState | null;
  /** True from a permit that was written until a report that knows of it, or comes after its end. */
  readonly inDoubt: boolean;
  /** The newest line with a permit in this session, and when its permit ends by the rig's clock (ms). */
  readonly permitOut: { readonly n: number; readonly untilTMs: number } | null;
  readonly trip: TripState | null;
  readonly reset: ResetState | null;
  readonly stopCount: number;
  /** What survived the last restart of this bridge: a restore that it knew. */
  readonly known: KnownRestore | null;
  /** True once a heartbeat was taken in this run of the bridge. */
  readonly everHeard: boolean;
  readonly tickAtMs: number | null;
  readonly drills: Drills;
  readonly lastPhase: Phase;
}

/** What the latch file keeps. */
export interface KeptLatch {
  readonly v: 1;
  readonly trip: Trip | null;
  readonly restore: KnownRestore | null;
  readonly failures?: readonly Failure[];
  readonly service?: KeptDrills | undefined;
  /** Devices that still need three measurements. */
  readonly remeasure?: readonly DeviceIdentity[];
  readonly database?: KnownDatabase | undefined;
}

const NO_LINK: LinkState = {
  open: false, path: null, session: null, nonce: null, nonceCount: 0, helloAtMs: null, helloTries: 0, txN: 0, rxN: 0, unacked: null, unheard: 0,
  lineMadeAtMs: null, lineReadAtMs: null, corruptRow: 0, corruptWindow: [], missedTotal: 0, offset: null, problem: null, nextTryAtMs: null,
  attempts: 0,
};


/** The start: offline, nothing known, nothing permitted; a kept trip stays tripped, and a kept `committed` is believed until the rig says otherwise. */
export function initialState(setup: BenchSetup, kept: KeptLatch | null): BenchState {
  const trip = keptTrip(kept);
  const actor: Actor = { kind: 'bridge', name: setup.hostName };
  const known = kept?.restore ?? null;
  const committed = known?.established === true;
  return {
    setup,
    mode: trip === null ? 'offline' : 'tripped',
    link: NO_LINK, rig: null, rigLatch: null, beat: null, beatBefore: null, beatN: 0, zone: committed ? 'committed' : 'safe', seated: false, device: null, power: null,
    restore: committed ? restoreFrom(known.id, known.rig, known) : null, frame: NO_FRAME, remeasures: askedAnew(kept?.remeasure ?? []), watch: NO_WATCH, failures: kept?.failures ?? [], facts: null, factsAtMs: null,
    database: kept?.database ?? null, refusedFacts: null,
    elsewhere: { open: [], tripped: [], rigs: [] }, canRecord: false,
    recordProblem: null, wireProblem: null, closing: false,
    permissives: [], permissiveBeats: 0, permit: null, inDoubt: false, permitOut: null,
    trip: trip === null ? null : {
      trip, requestedAtMs: null, lastWriteAtMs: null, waitsFromMs: null, ladderFrom: trip.receipt.writes, answerTMs: null, alsoStopped: null, call: plainCall(trip), actor,
      stopWanted: trip.receipt.answer === 'none' && trip.receipt.state !== 'too-late' && !committed,
    },
    reset: null, stopCount: 0, known, everHeard: false, tickAtMs: null, drills: initialDrills(kept?.service), lastPhase: 'idle',
  };
}

/** Killed between the write that it is too late and the one that says so, the file still calls for the cable to be pulled. */
function keptTrip(kept: KeptLatch | null): Trip | null {
  const trip = kept?.trip ?? null;
  const pullsInCommitted = trip !== null && kept?.restore?.established === true && trip.operator === 'pull-device';
  return pullsInCommitted ? { ...trip, operator: 'keep-cable', receipt: { ...trip.receipt, state: 'too-late' } } : trip;
}

/** The call of a kept trip: `step-back` stands over another one, which its receipt still tells. */
function plainCall(trip: Trip): Trip['operator'] {
  if (trip.operator !== 'step-back') return trip.operator;
  if (trip.receipt.state === 'not-confirmed') return trip.inDoubt ? 'look-first' : 'pull-device';
  return trip.receipt.state === 'too-late' ? 'keep-cable' : 'nothing';
}

/** Counts agreement: equal values in a row raise it, a different one starts again. */
export function confirm<Value>(before: Confirmed<Value> | null, value: Value, same: (a: Value, b: Value) => boolean): Confirmed<Value> {
  return { value, agreed: before !== null && same(before.value, value) ? before.agreed + 1 : 1 };
}

/** The guard's own judgement whether a restore is running on this bench. */
export const isRestoreOpen = (state: BenchState): boolean => state.restore !== null;

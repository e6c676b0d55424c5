/**
 * The shapes of the rig's firmware: its state, what it keeps through power loss, the events it takes and the effects it
 * asks for. All of it is data; nothing here may hold a clock, a timer or a closure.
 */
import type { Phase, Point, Zone } from '../contract/interlock.ts';
import type { Mischief, Trouble } from './trouble.ts';

/** A phase that a rig can be in; `unknown` is only for hosts. */
export type RigPhase = Exclude<Phase, 'unknown'>;
export type RestPhase = 'idle' | 'stopped';
export type RunningPhase = Exclude<RigPhase, RestPhase>;

/** Source: PROTOCOL.md §5.3. */
export const ZONE_OF: Readonly<Record<RigPhase, Zone>> = {
  idle: 'safe', prepare: 'safe', unpack: 'safe', verify: 'safe', recovery: 'safe', start: 'critical', write: 'committed',
  'erase-next': 'critical', erase: 'committed', finish: 'committed', stopped: 'safe',
};

/** The id of a stop that only a CAN asked for. Source: PROTOCOL.md §6. */
export const UNNAMED_ID = '000000000000';

export interface RigIdentity { readonly serial: string; readonly fw: string; readonly model: string; readonly virtual: boolean }
export interface Fixture {
  readonly id: string;
  readonly probes: number;
  readonly spanMm: number;
  readonly noiseUm: number;
  readonly fullUm: number;
  readonly periodMs: number;
  /** Fixture temperature at its last zero, tenths of °C. */
  readonly zeroDc: number;
  /** 3 with a middle row. */
  readonly rows?: number;
  readonly widthMm?: number;
  /** Largest reading of the last zero check, and the hours since. */
  readonly zeroUm?: number;
  readonly zeroH?: number;
}
export interface Device { readonly model: string; readonly serial: string | null; readonly ecid: string | null; readonly imei: string | null }
export interface Plan { readonly kind: string; readonly from: string; readonly to: string; readonly hash: string }

/** What the sensors say now; a probe that cannot measure is null. */
export interface Readings {
  readonly leftUm: readonly (number | null)[];
  readonly rightUm: readonly (number | null)[];
  /** Null where the fixture has no middle row. */
  readonly middleUm: readonly (number | null)[] | null;
  /** The device lies turned by 180°. */
  readonly turned: boolean;
  /** A fault that shows only from one sample to the next. */
  readonly probeLie: 'jump' | 'gap' | null;
  readonly fixtureDc: number;
  readonly batteryPct: number | null;
  readonly supplyMv: number;
  readonly deviceDc: number;
  readonly forceCn: number;
}

export interface Restore {
  readonly id: string;
  readonly plan: Plan;
  readonly phase: RunningPhase;
  /** Work done in this phase, in milliseconds at speed 1. */
  readonly doneMs: number;
  /** A person ended the phase by hand. */
  readonly ended: boolean;
  readonly gate: Point | null;
  readonly gateAtMs: number;
  /** Per cent of the first `write` at which the update gives up and wants to erase; null for never. */
  readonly fallsBackAtPct: number | null;
  /** The step that destroys data has begun. */
  readonly wiped: boolean;
  readonly openedAtMs: number;
}

export type StopCause = 'stop' | 'lapse' | 'estop' | 'button';
export type StopAnswer = 'stopped' | 'too-late';

/** How a stop met the rig: what its answer says. */
export interface Meeting { readonly answer: StopAnswer; readonly phase: RigPhase; readonly zone: Zone; readonly restore: string | null }
export interface Latch extends Meeting {
  readonly id: string;
  readonly atMs: number;
  readonly cause: StopCause;
  /** Its stop stands in the ledger; false only between a CAN and its name. */
  readonly noted: boolean;
}

/** What survives power loss. A restore is kept only once it is committed: before, power loss simply ends it. */
export interface RigMemory {
  readonly v: 1;
  readonly boot: number;
  /** Restores opened in this boot. */
  readonly restores: number;
  readonly latch: Latch | null;
  readonly restore: Restore | null;
}
export const BLANK_MEMORY: RigMemory = { v: 1, boot: 0, restores: 0, latch: null, restore: null };

export type LedgerEntry =
  | { readonly event: 'boot'; readonly latch: string | null; readonly restore: string | null }
  | { readonly event: 'permit'; readonly restore: string; readonly kind: Point; readonly re: number; readonly re_ms: number; readonly until_ms: number; readonly live: boolean }
  | { readonly event: 'gate'; readonly point: Point; readonly restore: string; readonly permit: Point; readonly until_ms: number }
  | { readonly event: 'crossing'; readonly point: Point; readonly restore: string; readonly permit: Point | null; readonly live: boolean; readonly until_ms: number | null }
  | { readonly event: 'erase-begun'; readonly restore: string }
  | { readonly event: 'stop'; readonly id: string; readonly cause: StopCause; readonly answer: StopAnswer | 'ignored'; readonly phase: RigPhase; readonly zone: Zone; readonly restore: string | null; readonly repeated: boolean }
  | { readonly event: 'lapse'; readonly id: string; readonly restore: string; readonly phase: RigPhase }
  | { readonly event: 'reset'; readonly id: string };
/** Every line of the ledger says which rig, which boot and when by the rig's uptime. */
export type StampedEntry = LedgerEntry & { readonly rig: string; readonly boot: number; readonly t_ms: number };

export interface RigState {
  readonly identity: RigIdentity;
  fixture: Fixture;
  /** Samples said since power-up. */
  samples: number;
  /** Milliseconds each phase takes at speed 1; null: only a person ends phases. */
  readonly durationsMs: Readonly<Record<RunningPhase, number>> | null;
  memory: RigMemory;
  nowMs: number;
  speed: number;
  ignoresStop: boolean;
  trouble: Trouble;
  input: { readonly text: string; readonly mode: 'line' | 'overlong' | 'after-can' };
  corruptLines: number;
  session: { readonly id: string; readonly outN: number; readonly inN: number } | null;
  /** Own heartbeats that a permit may still answer. */
  beats: readonly { readonly n: number; readonly tMs: number }[];
  heardAtMs: number;
  permit: { readonly kind: Point; readonly untilMs: number } | null;
  restore: Restore | null;
  rest: RestPhase;
  device: Device | null;
  estop: boolean;
  drill: { readonly id: string; readonly untilMs: number } | null;
  /** A CAN that no STOP has named yet. */
  unnamed: (Meeting & { readonly dueAtMs: number }) | null;
  ownIds: number;
  /** The restore whose ENDED is owed once the stop's answer is out. */
  owedEnded: string | null;
  readings: Readings | null;
  due: { readonly boot: number; readonly beat: number; readonly probe: number; readonly fixture: number; readonly device: number; readonly plan: number; readonly progress: number; readonly power: number };
  /** What the last heartbeat said, to send one at once when it changes. */
  beatSaid: string;
  progressSaid: string;
}

export type RigEvent =
  | { readonly kind: 'bytes'; readonly atMs: number; readonly bytes: string }
  | { readonly kind: 'tick'; readonly atMs: number; readonly readings: Readings }
  | { readonly kind: 'seat'; readonly atMs: number; readonly device: Device }
  | { readonly kind: 'unseat'; readonly atMs: number }
  | { readonly kind: 'start'; readonly atMs: number; readonly plan: Plan; readonly fallsBackAtPct: number | null }
  | { readonly kind: 'fall-back'; readonly atMs: number }
  | { readonly kind: 'go'; readonly atMs: number; readonly phase: string }
  | { readonly kind: 'fail'; readonly atMs: number }
  | { readonly kind: 'estop'; readonly atMs: number; readonly pressed: boolean }
  | { readonly kind: 'button'; readonly atMs: number }
  | { readonly kind: 'speed'; readonly atMs: number; readonly speed: number }
  | { readonly kind: 'ignore-stop'; readonly atMs: number; readonly on: boolean }
  | { readonly kind: 'zeroed'; readonly atMs: number; readonly zeroUm: number }
  | { readonly kind: 'mischief'; readonly atMs: number; readonly mischief: Mischief }
  | { readonly kind: 'raw'; readonly atMs: number; readonly verb: string; readonly fields: Readonly<Record<string, string>> };

/** Why the rig would not do what a person at its levers wanted. */
export type LeverRefusal =
  | 'latched' | 'no-device' | 'device-there' | 'restore-open' | 'no-restore' | 'not-an-update' | 'phase-order' | 'no-session' | 'bad-line';

export type RigEffect =
  | { readonly kind: 'send'; readonly verb: string; readonly line: string }
  | { readonly kind: 'save'; readonly memory: RigMemory }
  | { readonly kind: 'ledger'; readonly entry: StampedEntry }
  | { readonly kind: 'refused'; readonly why: LeverRefusal };

/** The state while one event is worked through: a private copy and the effects so far, in order. */
export type RigDraft = RigState & { readonly effects: RigEffect[] };

export const phaseOf = (rig: RigState): RigPhase => rig.restore?.phase ?? rig.rest;
export const zoneOf = (rig: RigState): Zone => ZONE_OF[phaseOf(rig)];

/** A permit for erasing covers the first system write too. */
export const covers = (rig: RigState, point: Point): boolean =>
  rig.permit !== null && rig.nowMs < rig.permit.untilMs && (rig.permit.kind === 'erase' || point === 'write');

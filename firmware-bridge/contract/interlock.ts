/**
 * The closed word lists of the interlock: what a bench can be in. Every badge, text and colour elsewhere is a total
 * record over one of these lists, so that a new member does not compile until somebody chose its words.
 */

/** What the interlock of one bench is doing. Source: README, "what happens in which order". */
export const MODES = ['offline', 'handshaking', 'inhibited', 'permitted', 'tripped'] as const;
export type Mode = (typeof MODES)[number];

/** What stopping would cost now. */
export const ZONES = ['safe', 'critical', 'committed'] as const;
export type Zone = (typeof ZONES)[number];

/** The two points of no return: the first system write, the first step that destroys data. */
export const POINTS = ['write', 'erase'] as const;
export type Point = (typeof POINTS)[number];

/** Phases of the native dialect. Source: PROTOCOL.md §5.3. `unknown` stands for any word that is not there. */
export const PHASES = [
  'idle', 'prepare', 'unpack', 'verify', 'recovery', 'start', 'write', 'erase-next', 'erase', 'finish', 'stopped', 'unknown',
] as const;
export type Phase = (typeof PHASES)[number];

/** What became of the customer's data, never claimed beyond what was proved. */
export const OUTCOMES = ['intact', 'unknown', 'destroying', 'destroyed', 'kept'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Conditions that must all hold for a permit. */
export const PERMISSIVES = [
  'link-live', 'rig-accepted', 'device-steady', 'frame-measured', 'plan-allowed', 'power-fine', 'not-held',
  'holds-known', 'device-alone', 'can-record', 'usb-steady', 'hub-shallow', 'supply-steady', 'in-service',
] as const;
export type Permissive = (typeof PERMISSIVES)[number];

/** The judgement of a chassis measurement. Source of the limits: guard/limits.ts. */
export const VERDICTS = ['pass', 'review', 'hold', 'no-restore', 'cannot-measure'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a measurement cannot be used. */
export const SENSOR_FAULTS = [
  'no-sample', 'stale', 'too-few-probes', 'missing-probe', 'rail-value', 'impossible-rate', 'stuck', 'fixture-changed',
  'fixture-moved-with-temperature', 'fixture-unknown', 'missing-row', 'gap', 'zero-off', 'zero-old',
] as const;
export type SensorFault = (typeof SENSOR_FAULTS)[number];

/** What is measured of a chassis: the long edges against their lines, all rows against a plane, one corner against the others. */
export const METRICS = ['edge', 'plane', 'twist'] as const;
export type Metric = (typeof METRICS)[number];

/** What comes next for a device that must be measured again. */
export const REMEASURE_STEPS = ['wait', 'again', 'turn', 'clean', 'seat', 'done'] as const;
export type RemeasureStep = (typeof REMEASURE_STEPS)[number];

/** Who did something. `unverified-name` is a typed name, until sign-in exists. */
export const ACTOR_KINDS = ['person', 'unverified-name', 'bridge', 'rig', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

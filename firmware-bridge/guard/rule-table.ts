/**
 * Every rule of the guard as one table: what it belongs to, how grave it is, by which limits it decides and which cause it
 * raises. Hazards and conditions carry their own pure question; an event is a cause by itself. It decides nothing.
 */
import { CAUSES, type CauseCode, type CauseTier } from '../contract/causes.ts';
import { PERMISSIVES, type Permissive } from '../contract/interlock.ts';
import type { Limits } from './limits.ts';
import { CAUSE_OF_MISSING } from './permissives.ts';
import { RULES, type RuleGroup } from './rules.ts';

/** `review`: no permit until it is well again. `hold`: stop and ask the manager. `no-restore`: recovery comes first. */
export type RuleTier = 'review' | CauseTier;

export interface RuleRow {
  /** The code whose texts stand in the tables of words. */
  readonly id: CauseCode | Permissive;
  readonly group: RuleGroup;
  readonly tier: RuleTier;
  /** `hazard` trips in every zone; `condition` withholds, and trips in `critical`; `event` is told by the rig, the line, a person or this bridge. */
  readonly kind: 'hazard' | 'condition' | 'event';
  readonly limits: readonly (keyof Limits)[];
  readonly cause: CauseCode;
}

type About = readonly [group: RuleGroup, limits: readonly (keyof Limits)[]];

const CONDITIONS: Readonly<Record<Permissive, About>> = {
  'link-live': ['link', ['silenceCriticalMs']],
  'rig-accepted': ['link', []],
  'device-steady': ['device', []],
  'frame-measured': ['frame', [
    'frameReviewUm', 'planeReviewUm', 'twistReviewUm', 'probeFreshMs', 'probeRateUmPerS', 'fixtureDriftDc', 'zeroOffUm', 'zeroAgeH', 'remeasureTimes', 'remeasureKeptMs',
  ]],
  'plan-allowed': ['data', []],
  'power-fine': ['device', ['batteryMinPct', 'supplyMinMv']],
  'not-held': ['device', []],
  'holds-known': ['data', ['holdsKnownMs']],
  'device-alone': ['device', []],
  'can-record': ['data', []],
  'usb-steady': ['device', ['usbSettleMs', 'usbDropsMax']],
  'hub-shallow': ['device', ['hubsMax']],
  'supply-steady': ['device', ['supplySettleMs']],
  'in-service': ['operator', []],
};

/** Causes that are told, not asked for. */
const EVENTS: readonly (readonly [CauseCode, ...About])[] = [
  ['device-swelling', 'person', []],
  ['smoke-button', 'person', []],
  ['commit-without-permit', 'data', []],
  ['phase-unknown', 'link', []],
  ['rig-silent', 'link', ['silenceCriticalMs', 'silenceSafeMs', 'unheardLines', 'lineAckMs']],
  ['corrupt-frames', 'link', ['corruptInRow', 'corruptOf50']],
  ['sequence-regressed', 'link', []],
  ['port-lost', 'link', []],
  ['rig-restarted', 'link', []],
  ['rig-stopped-itself', 'link', ['permitTtlMs']],
  ['unnamed-stop', 'link', []],
  ['bridge-restarted', 'link', []],
  ['bridge-stalled', 'link', ['silenceCriticalMs']],
  ['latch-unreadable', 'link', []],
  ['guard-fault', 'link', []],
  ['stop-button', 'operator', []],
  ['estop', 'operator', []],
  ['operator-stop', 'operator', []],
  ['drill-became-stop', 'link', ['drillStrayMs']],
];

export const RULE_TABLE: readonly RuleRow[] = [
  ...RULES.map(({ cause, group, limits }): RuleRow => ({ id: cause, group, tier: CAUSES[cause].tier, kind: 'hazard', limits, cause })),
  ...PERMISSIVES.map((id): RuleRow => ({ id, group: CONDITIONS[id][0], tier: 'review', kind: 'condition', limits: CONDITIONS[id][1], cause: CAUSE_OF_MISSING[id] })),
  ...EVENTS.map(([cause, group, limits]): RuleRow => ({ id: cause, group, tier: CAUSES[cause].tier, kind: 'event', limits, cause })),
];

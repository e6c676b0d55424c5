/**
 * The hazards: what trips a bench in `safe` too. Each rule is a pure question about the state; the table is read from
 * top to bottom and every rule that answers is raised, so that the first cause is the most telling one. People come first.
 */
import type { CauseCode } from '../contract/causes.ts';
import type { Params } from '../contract/trip.ts';
import { bendParams } from './chassis.ts';
import { DATA_RULES } from './data-rules.ts';
import type { Limits } from './limits.ts';
import { hasErasingAgreement } from './permissives.ts';
import { PERSON_RULES } from './person-rules.ts';
import type { BenchState } from './state.ts';
import { raise } from './trip.ts';
import { rigActor, type Turn } from './turn.ts';

export type RuleGroup = 'person' | 'frame' | 'data' | 'device' | 'link' | 'operator';

export interface Rule {
  readonly cause: CauseCode;
  readonly group: RuleGroup;
  /** The numbers it decides by; their units and sources stand in limits.ts. */
  readonly limits: readonly (keyof Limits)[];
  /** Parameters of the cause if the hazard is there, else undefined. */
  readonly ask: (state: BenchState, nowMs: number, wallMs: number) => Params | undefined;
}

export const RULES: readonly Rule[] = [
  ...PERSON_RULES,
  {
    cause: 'device-frame-bent', group: 'frame',
    limits: [
      'frameLimitUm', 'frameUncertaintyUm', 'frameReviewUm', 'frameNoRestoreUm', 'planeLimitUm', 'planeReviewUm', 'planeNoRestoreUm', 'twistLimitUm', 'twistReviewUm',
      'twistNoRestoreUm', 'probeFreshMs',
    ],
    ask: bendParams,
  },
  {
    cause: 'update-fell-back-to-erase', group: 'data', limits: [],
    ask: (state) => (state.restore?.eraseSeen === true && state.restore.plan?.value.kind === 'update' && state.restore.permitted !== 'erase' ? {} : undefined),
  },
  {
    cause: 'erase-without-consent', group: 'data', limits: [],
    ask: (state, _nowMs, wallMs) => {
      const restore = state.restore;
      const plan = restore?.plan?.value;
      if (restore === null || plan?.kind !== 'erase' || restore.established) return undefined;
      return (state.device?.agreed ?? 0) < 2 || hasErasingAgreement(state, plan.hash, wallMs) ? undefined : { to: plan.to };
    },
  },
  {
    cause: 'unknown-plan', group: 'data', limits: [],
    ask: (state) => (state.restore?.plan?.value.kind === 'unknown' && !state.restore.established ? {} : undefined),
  },
  {
    cause: 'erase-without-permit', group: 'data', limits: [],
    ask: (state) => (state.restore?.eraseSeen === true && state.restore.plan === null && state.restore.permitted !== 'erase' ? {} : undefined),
  },
  ...DATA_RULES,
];

/** Asks every rule while a restore is open. Without one a hazard only withholds, except where it endangers people: a device that lies there can burn. */
export function applyRules(turn: Turn): void {
  const { restore, seated } = turn.state;
  if (restore === null && !seated) return;
  for (const rule of restore === null ? PERSON_RULES : RULES) {
    const params = rule.ask(turn.state, turn.nowMs, turn.wallMs);
    if (params !== undefined) raise(turn, rule.cause, params, rigActor(turn.state));
  }
}

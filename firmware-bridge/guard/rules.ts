/**
 * The hazards: what trips a bench in `safe` too. Each rule is a pure question about the state; the table is read from
 * top to bottom and every rule that answers is raised, so that the first cause is the most telling one.
 */
import type { CauseCode } from '../contract/causes.ts';
import type { Params } from '../contract/trip.ts';
import { bendParams } from './chassis.ts';
import { hasErasingAgreement } from './permissives.ts';
import type { BenchState } from './state.ts';
import { raise } from './trip.ts';
import { rigActor, type Turn } from './turn.ts';

export interface Rule {
  readonly cause: CauseCode;
  /** Parameters of the cause if the hazard is there, else undefined. */
  readonly ask: (state: BenchState, nowMs: number, wallMs: number) => Params | undefined;
}

export const RULES: readonly Rule[] = [
  {
    cause: 'device-frame-bent',
    ask: bendParams,
  },
  {
    cause: 'update-fell-back-to-erase',
    ask: (state) => (state.restore?.eraseSeen === true && state.restore.plan?.value.kind === 'update' && state.restore.permitted !== 'erase' ? {} : undefined),
  },
  {
    cause: 'erase-without-consent',
    ask: (state, _nowMs, wallMs) => {
      const restore = state.restore;
      const plan = restore?.plan?.value;
      if (restore === null || plan?.kind !== 'erase' || restore.established) return undefined;
      return (state.device?.agreed ?? 0) < 2 || hasErasingAgreement(state, plan.hash, wallMs) ? undefined : { to: plan.to };
    },
  },
  {
    cause: 'unknown-plan',
    ask: (state) => (state.restore?.plan?.value.kind === 'unknown' && !state.restore.established ? {} : undefined),
  },
  {
    cause: 'erase-without-permit',
    ask: (state) => (state.restore?.eraseSeen === true && state.restore.plan === null && state.restore.permitted !== 'erase' ? {} : undefined),
  },
];

/** Asks every rule while a restore is open; outside a restore a hazard only withholds. */
export function applyRules(turn: Turn): void {
  if (turn.state.restore === null) return;
  for (const rule of RULES) {
    const params = rule.ask(turn.state, turn.nowMs, turn.wallMs);
    if (params !== undefined) raise(turn, rule.cause, params, rigActor(turn.state));
  }
}

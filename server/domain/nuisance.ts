/**
 * The nuisance budget: how many stops of each rule were false, as people judged them, and whether that is more than the
 * rule may have. It counts and decides nothing; no rule is loosened or switched off by it.
 */
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import type { CauseCode } from '../../firmware-bridge/contract/causes.ts';
import type { NuisanceReport, NuisanceRow, NuisanceTally, StopVerdict } from '../contract/judgement.ts';

/** Stops that are alike in everything that is counted. */
export interface StopCount {
  readonly code: CauseCode;
  readonly bench: string;
  /** Of the newest judgement; null when there is none. */
  readonly verdict: StopVerdict | null;
  readonly count: number;
}

/**
 * Policy, no standard gives a number: ISA-18.2 asks that nuisance alarms be measured and removed. One false stop in a
 * hundred restores is about one a week on a busy bench; with more of them people begin to work round the guard.
 */
export const NUISANCE_POLICY = { falsePer100Restores: 1, falseAlwaysAllowed: 1 } as const;

/** What a person asked for is no false stop of a rule. */
const BY_PERSON: ReadonlySet<CauseCode> = new Set(['operator-stop', 'stop-button', 'estop']);

const DAY_MS = 86_400_000;

export interface NuisanceWindow {
  readonly days: number;
  readonly fromIso: string;
  readonly toIso: string;
}

export const nuisanceWindow = (days: number, nowEpochMs: number): NuisanceWindow => ({
  days, fromIso: new Date(nowEpochMs - days * DAY_MS).toISOString(), toIso: new Date(nowEpochMs).toISOString(),
});

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/**
 * Wilson's interval for `hits` of `of`: counts are small here, and the usual one shrinks to nothing at 0 of 3, as if no
 * false stop could come.
 */
export function wilson(hits: number, of: number): { readonly low: number; readonly high: number } {
  const share = hits / of;
  const middle = (share + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  // At the ends rounding alone would leave a hair's breadth.
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === of ? 1 : Math.min(1, middle + half) };
}

export function tallyOf(counts: readonly StopCount[]): NuisanceTally {
  const sum = (verdict: StopVerdict | null): number => counts.reduce((all, one) => (one.verdict === verdict ? all + one.count : all), 0);
  const tally = { true: sum('true'), false: sum('false'), unclear: sum('unclear'), notJudged: sum(null) };
  const of = tally.true + tally.false;
  return {
    stops: of + tally.unclear + tally.notJudged,
    ...tally,
    falseRate: of === 0 ? null : { share: tally.false / of, of, ...wilson(tally.false, of) },
  };
}

export const falseAllowed = (restores: number): number =>
  Math.max(NUISANCE_POLICY.falseAlwaysAllowed, Math.floor((restores * NUISANCE_POLICY.falsePer100Restores) / 100));

function rowOf(code: CauseCode, counts: readonly StopCount[], allowed: number): NuisanceRow {
  const tally = tallyOf(counts);
  const isByPerson = BY_PERSON.has(code);
  return { ...tally, code, by: isByPerson ? 'person' : 'rule', budget: isByPerson ? null : { falseAllowed: allowed, isOver: tally.false > allowed } };
}

const isOver = (row: NuisanceRow): number => (row.budget?.isOver === true ? 1 : 0);

export function nuisanceReport(
  window: NuisanceWindow, { virtual, restores, counts }: { readonly virtual: boolean; readonly restores: number; readonly counts: readonly StopCount[] },
): NuisanceReport {
  const allowed = falseAllowed(restores);
  const rows = CAUSE_CODES.flatMap((code) => {
    const own = counts.filter((one) => one.code === code);
    return own.length === 0 ? [] : [rowOf(code, own, allowed)];
  }).sort((left, right) => isOver(right) - isOver(left) || right.false - left.false || right.stops - left.stops);
  const waiting = new Map<string, number>();
  for (const { bench, verdict, count } of counts) if (verdict === null) waiting.set(bench, (waiting.get(bench) ?? 0) + count);
  return {
    ...window,
    virtual,
    restores,
    rules: tallyOf(counts.filter(({ code }) => !BY_PERSON.has(code))),
    rows,
    notJudged: tallyOf(counts).notJudged,
    waiting: [...waiting].map(([bench, notJudged]) => ({ bench, notJudged })).sort((left, right) => right.notJudged - left.notJudged),
    policy: NUISANCE_POLICY,
  };
}

/**
 * Judges one step of the guard in an exploration: what must always be so for every script and random run, and every
 * invariant of the simulation that looks at the guard alone. Gives the names of what was broken.
 */
import type { BenchState } from '../../firmware-bridge/guard/state.ts';
import { step } from '../../firmware-bridge/guard/step.ts';
import type { Effect, GuardEvent } from '../../firmware-bridge/guard/turn.ts';
import { assertAlways } from '../firmware-bridge/guard/always.ts';
import { GUARD_INVARIANTS } from '../simulation/guard-invariants.ts';
import { emptyTruth, readWrite, type Out, type Truth } from '../simulation/moment.ts';

export type Doing = GuardEvent extends infer Event ? (Event extends GuardEvent ? Omit<Event, 'nowMs' | 'wallMs'> : never) : never;
export const WALL_MS = Date.parse('2026-03-02T09:00:00.000Z');

/** What a guard was told and must not claim more than: the answers of its rig, and the resets that people ordered. */
export interface Told { readonly answered: ReadonlySet<string>; readonly resets: Truth['resets'] }
export const NOTHING_TOLD: Told = { answered: new Set(), resets: new Map() };

function outsOf(effects: readonly Effect[]): readonly Out[] {
  return effects.flatMap((effect): Out[] => {
    if (effect.do === 'write-line') return [readWrite(effect.line)];
    if (effect.do === 'stop-restore') return [readWrite(effect.bytes)];
    return effect.do === 'record' ? [{ out: 'evidence', item: effect.item }] : [];
  });
}

export interface Judged { readonly state: BenchState; readonly effects: readonly Effect[]; readonly broken: readonly string[] }

/** One step, and what it broke. `line`: the text that came in where it matters; the newest line is never garbage here. */
export function stepAndJudge(before: BenchState, doing: Doing, nowMs: number, told: Told): Judged {
  const event = { ...doing, nowMs, wallMs: WALL_MS + nowMs } as GuardEvent;
  const broken: string[] = [];
  let state = before;
  let effects: readonly Effect[] = [];
  try {
    ({ state, effects } = step(before, event));
  } catch (error) {
    return { state, effects, broken: [`it threw: ${error instanceof Error ? error.message : 'unknown'}`] };
  }
  try {
    assertAlways({ before, event, after: state, effects });
  } catch (error) {
    broken.push(error instanceof Error ? error.message.split('\n')[0] ?? 'unknown' : 'unknown');
  }
  const truth: Truth = { ...emptyTruth(), answered: told.answered as Set<string>, resets: told.resets };
  const seen = {
    bench: before.setup.bench, station: null, before, after: state, outs: outsOf(effects), line: null, nowMs, silentMs: silenceOf(state, nowMs), pendingMs: 0, others: [], truth,
  };
  for (const invariant of GUARD_INVARIANTS) if (invariant.broken(seen) !== null) broken.push(invariant.name);
  if (isUseless(before, event)) broken.push(...loosened(before, state));
  return { state, effects, broken };
}

const silenceOf = (state: BenchState, nowMs: number): number => (state.link.lineReadAtMs === null ? 0 : nowMs - state.link.lineReadAtMs);

/** A line that counts for nothing: not one at all, of another session, or one that was there already. */
function isUseless(before: BenchState, event: GuardEvent): boolean {
  if (event.kind === 'corrupt') return true;
  if (event.kind !== 'line' || event.message.verb === 'BOOT' || event.message.verb === 'WELCOME') return false;
  return event.session !== before.link.session || event.n === before.link.rxN;
}

function loosened(before: BenchState, after: BenchState): string[] {
  const cleared = (state: BenchState): number => state.trip?.trip.causes.filter((cause) => cause.cleared).length ?? 0;
  const wrong: string[] = [];
  if (before.permit === null && after.permit !== null) wrong.push('garbage never renews: it granted');
  if (before.trip !== null && after.trip === null) wrong.push('garbage never clears: it reset');
  if (cleared(after) > cleared(before)) wrong.push('garbage never clears: it cleared a cause');
  if (after.restore?.established === true && before.restore?.established !== true) wrong.push('garbage never establishes committed');
  if (after.link.lineMadeAtMs !== before.link.lineMadeAtMs && after.link.session !== null && after.link.session === before.link.session) wrong.push('garbage never proves life');
  return wrong;
}

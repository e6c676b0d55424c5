/** One case as a line of a list, and the queue: every case in which something waits for a person, the most pressing first. */
import type { CaseLine, CaseState, Gap, QueueItem, Step, Waiting } from '../../contract/case-state.ts';
import { callAbout } from './escalation.ts';
import { custodyGaps } from './gaps.ts';
import { hasEnded } from './has-ended.ts';
import { isActiveHold } from './holds.ts';
import { compareSteps, nextSteps } from './next-steps.ts';

function line(state: CaseState, next: readonly Step[], gaps: readonly Gap[]): CaseLine {
  const { id, code, stage, from, irreplaceable, owner, expectedAtIso, lastAtIso, devices } = state;
  const serials = devices.flatMap(({ ids }) => ids.serial ?? ids.imei ?? ids.ecid ?? []);
  const models = devices.flatMap(({ looks }) => (looks.model === '' ? [] : [looks.model]));
  return { id, code, stage, from, irreplaceable, models, serials, held: state.holds.some(isActiveHold), owner, expectedAtIso, lastAtIso, next: next[0] ?? null, gaps: gaps.length, openMessages: state.openMessages.length };
}

export const lineOf = (state: CaseState, nowMs: number): CaseLine => line(state, nextSteps(state, nowMs), custodyGaps(state, nowMs));

/** A gap is about a step where they mean the same handover or the same device. */
const isAbout = (gap: Gap, step: Step): boolean => (step.subject !== null && step.subject === gap.transferId) || step.deviceId === gap.deviceId;

/** Each gap stands at the step that ends it; one that no step ends stands at the first. */
function waitingIn(state: CaseState, steps: readonly Step[], gaps: readonly Gap[]): Waiting[] {
  const left = [...gaps];
  const take = (at: number): Gap | null => (at < 0 ? null : left.splice(at, 1)[0] ?? null);
  const waiting = steps.filter(({ step, overdue }) => step !== 'await-customer' || overdue)
    .map((step) => ({ step, call: step.overdue ? callAbout(state, step) : null, gap: take(left.findIndex((gap) => gap.transferId !== null && gap.transferId === step.subject)) }))
    .map((item) => ({ ...item, gap: item.gap ?? take(left.findIndex((gap) => isAbout(gap, item.step))) }));
  const [first] = steps;
  return first === undefined ? waiting : [...waiting, ...left.map((gap) => ({ step: first, gap, call: null }))];
}

const isLate = ({ step, gap }: Waiting): boolean => step.overdue || gap !== null;
const compareWaiting = (left: Waiting, right: Waiting): number => Number(isLate(right)) - Number(isLate(left)) || compareSteps(left.step, right.step);

function itemOf(state: CaseState, nowMs: number): QueueItem[] {
  const steps = nextSteps(state, nowMs);
  const gaps = custodyGaps(state, nowMs);
  const [front, ...more] = waitingIn(state, steps, gaps).toSorted(compareWaiting);
  return front === undefined ? [] : [{ case: line(state, steps, gaps), ...front, more }];
}

/** A case stands where its most pressing step does, once. */
export const queueOf = (states: readonly CaseState[], nowMs: number): QueueItem[] =>
  states.filter((state) => !hasEnded(state)).flatMap((state) => itemOf(state, nowMs)).toSorted((left, right) => compareWaiting(left, right) || (left.case.code < right.case.code ? -1 : 1));

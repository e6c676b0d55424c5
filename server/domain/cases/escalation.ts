/**
 * Who is called when a step stays undone: first whoever owns the case has it, then a manager who is in the store, then every manager, then
 * those beyond. A call is written into the chain of its case and comes once for each level; only doing the step, owning it or a reason on record buys time.
 */
import { CALL_LEVELS } from '../../contract/case-state.ts';
import type { CallLevel, CaseCall, CaseState, Step, StepName } from '../../contract/case-state.ts';
import type { OwnCalls } from '../../contract/case-looks.ts';
import type { PersonRef } from '../../contract/case-parts.ts';
import type { Role } from '../../contract/people.ts';
import { toMs } from './case-times.ts';
import { nextSteps } from './next-steps.ts';

/** A person of the store who has not left. */
export interface Colleague extends PersonRef {
  readonly roles: readonly Role[];
  /** Signed in at this moment. */
  readonly isHere: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long everybody of one level may be silent before the next one is called (ms). Wall clock in UTC: a night counts, for a battery does not wait for the morning. */
type Waits = Readonly<Record<CallLevel, number>>;
/** Data or people are in danger now. */
const AT_ONCE: Waits = { here: 0, managers: 5 * MINUTE, beyond: 15 * MINUTE };
/** Somebody stands there, or waits on the line. */
const WAITED_FOR: Waits = { here: 10 * MINUTE, managers: 30 * MINUTE, beyond: 2 * HOUR };
/** Somebody waits at home. */
const WITHIN_A_DAY: Waits = { here: 2 * HOUR, managers: DAY, beyond: 2 * DAY };
/** Nobody waits; it must not be forgotten. */
const WITHIN_A_WEEK: Waits = { here: DAY, managers: 3 * DAY, beyond: 7 * DAY };

export const CALL_WAITS: Readonly<Record<StepName, Waits>> = {
  'power-off': AT_ONCE, 'check-battery': AT_ONCE,
  'acknowledge-brief': WAITED_FOR, 'name-owner': WAITED_FOR, 'tie-device': WAITED_FOR, 'record-intake': WAITED_FOR, 'add-photo': WAITED_FOR, 'get-consent': WAITED_FOR, 'decide-hold': WAITED_FOR,
  'put-away': WAITED_FOR, 'sign-taken': WAITED_FOR,
  'answer-message': WITHIN_A_DAY, 'mend-telling': WITHIN_A_DAY, 'ask-partner': WITHIN_A_DAY, 'find-partner': WITHIN_A_DAY, 'record-outcome': WITHIN_A_DAY, 'tell-customer': WITHIN_A_DAY, 'tell-agent': WITHIN_A_DAY, 'sign-given': WITHIN_A_DAY,
  'give-back': WITHIN_A_WEEK, 'await-customer': WITHIN_A_WEEK, close: WITHIN_A_WEEK,
};

/** Whose turn it is at a level; the owner was asked first, by the step itself. */
const IS_MEANT: Readonly<Record<CallLevel, (colleague: Colleague) => boolean>> = {
  here: ({ roles, isHere }) => isHere && roles.includes('manager'),
  managers: ({ roles }) => roles.includes('manager'),
  beyond: ({ roles }) => roles.includes('support') || roles.includes('admin'),
};

type About = Pick<Step, 'step' | 'deviceId' | 'subject' | 'sinceIso'>;
/** The same step again later, such as the next look at a battery, begins anew. */
export const isAbout = (call: About, step: About): boolean =>
  call.step === step.step && call.deviceId === step.deviceId && call.subject === step.subject && call.sinceIso === step.sinceIso;

/** The newest call about a step; null: nobody was called. */
export const callAbout = ({ calls }: Pick<CaseState, 'calls'>, step: About): CaseCall | null => calls.findLast((call) => isAbout(call, step)) ?? null;

/** When anybody last moved in this step: it fell due, somebody took the case over, the last level was called, a reason was given. */
function quietSinceMs({ ownerSinceIso }: CaseState, dueAtIso: string, call: CaseCall | null): number {
  const signs = [dueAtIso, ownerSinceIso, call?.atIso, call?.answered?.atIso].flatMap((iso) => iso ?? []);
  return Math.max(...signs.map(toMs));
}

export type NewCall = Omit<CaseCall, 'id' | 'atIso' | 'answered'>;

/** A level at which nobody is, is passed over; where there is nobody at all, the last one stands for everybody in the store. */
function levelFrom(at: number, owner: PersonRef | null, colleagues: readonly Colleague[]): Pick<NewCall, 'level' | 'people'> {
  for (const level of CALL_LEVELS.slice(at)) {
    const people = colleagues.filter((one) => one.id !== owner?.id && IS_MEANT[level](one)).map(({ id, code }) => ({ id, code }));
    if (people.length > 0) return { level, people };
  }
  return { level: 'beyond', people: [] };
}

/** The calls that are due now, at most one for each step. */
export function callsDue(state: CaseState, nowMs: number, colleagues: readonly Colleague[]): NewCall[] {
  return nextSteps(state, nowMs).flatMap(({ step, deviceId, subject, sinceIso, dueAtIso, overdue }): NewCall[] => {
    if (!overdue || dueAtIso === null) return [];
    const about = { step, deviceId, subject, sinceIso };
    const last = callAbout(state, about);
    const next = last === null ? 0 : CALL_LEVELS.indexOf(last.level) + 1;
    const level = CALL_LEVELS[next];
    if (level === undefined || nowMs < quietSinceMs(state, dueAtIso, last) + CALL_WAITS[step][level]) return [];
    return [{ ...about, dueAtIso, ...levelFrom(next, state.owner, colleagues) }];
  });
}

/** The calls that nobody has answered: their step is overdue still. */
export function openCalls(state: CaseState, nowMs: number): CaseCall[] {
  const overdue = nextSteps(state, nowMs).filter((step) => step.overdue);
  return overdue.flatMap((step) => callAbout(state, step) ?? []);
}

/** Whether a call is this person's: called by name, or by nobody's name. */
export const isCalled = ({ people }: Pick<CaseCall, 'people'>, personId: string): boolean => people.length === 0 || people.some(({ id }) => id === personId);

/** Of one person, in every case, the longest overdue first. A reason that was given keeps it quiet until the next ones are called. */
export const openCallsOn = (states: readonly CaseState[], personId: string, nowMs: number): OwnCalls['calls'] =>
  states.flatMap((state) => openCalls(state, nowMs).filter((call) => call.answered === null && isCalled(call, personId))
    .map(({ people: _people, deviceId: _device, subject: _subject, ...call }) => ({ code: state.code, call })))
    .toSorted((left, right) => toMs(left.call.dueAtIso) - toMs(right.call.dueAtIso));

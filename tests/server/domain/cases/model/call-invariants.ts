/** What must be true of the calls of every store, read from the events alone: whoever is silent is not the last one who was asked. */
import { CALL_LEVELS } from '../../../../../server/contract/case-state.ts';
import type { CaseState, Step } from '../../../../../server/contract/case-state.ts';
import type { Happened, HappenedOf } from '../../../../../server/domain/cases/decision.ts';
import { CALL_WAITS } from '../../../../../server/domain/cases/escalation.ts';
import { hasEnded } from '../../../../../server/domain/cases/has-ended.ts';
import { nextSteps } from '../../../../../server/domain/cases/next-steps.ts';

type Called = HappenedOf<'step-called'>;
type Named = HappenedOf<'owner-named'>;
const isCall = (event: Happened): event is Called => event.kind === 'step-called';
const roundOf = ({ step, deviceId, subject, sinceIso }: Pick<Step, 'step' | 'deviceId' | 'subject' | 'sinceIso'>): string => [step, deviceId, subject, sinceIso].join(' ');
const ms = (iso: string): number => Date.parse(iso);

/** When the case came to somebody who did not have it before. */
function newOwners(events: readonly Happened[]): readonly Named[] {
  const named = events.filter((event): event is Named => event.kind === 'owner-named');
  return named.filter(({ body }, at) => named[at - 1]?.body.owner.id !== body.owner.id);
}

/** From the last sign of somebody new the next level is called within its time, or the last one was. */
function isHeard(step: Step, events: readonly Happened[], nowMs: number): boolean {
  if (!step.overdue || step.dueAtIso === null) return true;
  const calls = events.filter(isCall).filter(({ body }) => roundOf(body) === roundOf(step));
  const last = calls.at(-1);
  const next = CALL_LEVELS[last === undefined ? 0 : CALL_LEVELS.indexOf(last.body.level) + 1];
  if (next === undefined) return true;
  const answers = events.filter((event) => event.kind === 'call-answered' && event.body.callId === last?.body.callId);
  const signs = [step.dueAtIso, ...[...calls, ...answers, ...newOwners(events)].map(({ atIso }) => atIso)].map(ms);
  return nowMs < Math.max(...signs) + CALL_WAITS[step.step][next];
}

function ownerBefore(events: readonly Happened[], seq: number): string | null {
  const named = events.filter((event): event is Named => event.kind === 'owner-named' && event.seq < seq);
  return named.at(-1)?.body.owner.id ?? null;
}

interface CallInvariant {
  readonly name: string;
  readonly holds: (state: CaseState, events: readonly Happened[], world: { readonly nowMs: number }) => boolean;
}

export const CALL_INVARIANTS: readonly CallInvariant[] = [
  { name: 'no overdue step stays with a silent person', holds: (state, events, { nowMs }) => hasEnded(state) || nextSteps(state, nowMs).every((step) => isHeard(step, events, nowMs)) },
  {
    name: 'a level is called once for a step, in its order, and never before the step is overdue',
    holds: (_state, events) => {
      const calls = events.filter(isCall);
      return calls.every(({ body, atIso, seq }) => ms(atIso) > ms(body.dueAtIso)
        && calls.every((other) => other.seq >= seq || roundOf(other.body) !== roundOf(body) || CALL_LEVELS.indexOf(other.body.level) < CALL_LEVELS.indexOf(body.level)));
    },
  },
  { name: 'who is called is never the one who was silent', holds: (_state, events) => events.filter(isCall).every(({ body, seq }) => !body.people.some(({ id }) => id === ownerBefore(events, seq))) },
];

/** What is to be done next in a case and until when, the most pressing first: overdue before due, then by what a delay costs. */
import type { CaseState, Step, StepName } from '../../contract/case-state.ts';
import { CASE_TIMES, later, toIso, toMs } from './case-times.ts';
import { missesOutcome, whyNotClosed } from './decide-end.ts';
import { isUndecided } from './holds.ts';
import { stepsOfDevice } from './steps-of-device.ts';
import { stepsOfTelling } from './steps-of-telling.ts';
import type { Wanted } from './wanted.ts';

/** Lower is more pressing: what can lose data or hurt somebody, then what keeps people waiting, then what can wait. */
const RANK: Readonly<Record<StepName, number>> = {
  'power-off': 0, 'check-battery': 1, 'decide-hold': 2, 'acknowledge-brief': 3, 'tie-device': 4, 'put-away': 5, 'sign-taken': 6, 'sign-given': 7, 'record-intake': 8, 'add-photo': 9, 'get-consent': 10,
  'answer-message': 11, 'name-owner': 12, 'mend-telling': 13, 'ask-partner': 14, 'find-partner': 15, 'record-outcome': 16, 'tell-customer': 17, 'tell-agent': 18, 'give-back': 19, 'await-customer': 20, close: 21,
};
/** A regular look presses once it is due, and before that waits behind what a person is waiting for. */
const rankOf = ({ step, overdue }: Step): number => (step === 'check-battery' && !overdue ? RANK['await-customer'] : RANK[step]);

function stepsBefore(state: CaseState): Wanted[] {
  const { stage, openedAtIso, expectedAtIso, acknowledged, amended, from } = state;
  const wanted: Wanted[] = [];
  if (from === 'brief' && (acknowledged === null || amended !== null) && stage !== 'no-show') {
    // What changed after it was taken is news from that moment on.
    const sinceIso = acknowledged === null ? openedAtIso : amended?.atIso ?? openedAtIso;
    const soonMs = toMs(sinceIso) + CASE_TIMES.briefTaken.ms;
    const beforeMs = expectedAtIso === null ? soonMs : toMs(expectedAtIso) - CASE_TIMES.briefBeforeArrival.ms;
    wanted.push({ step: 'acknowledge-brief', sinceIso, dueAtIso: toIso(Math.max(Math.min(soonMs, beforeMs), toMs(sinceIso))) });
  }
  if (stage === 'expected' || stage === 'announced') wanted.push({ step: 'await-customer', sinceIso: openedAtIso, dueAtIso: expectedAtIso === null ? null : later(expectedAtIso, CASE_TIMES.customerLate.ms) });
  return wanted;
}

/** One step for all of them: an answer mostly answers more than one. The oldest says since when somebody waits; a wish to be called presses more. */
function stepsOfMessages({ openMessages }: CaseState): Wanted[] {
  const [oldest] = openMessages;
  if (oldest === undefined) return [];
  const dueAtIso = openMessages.map(({ asksCall, atIso }) => later(atIso, asksCall ? CASE_TIMES.called.ms : CASE_TIMES.messageAnswered.ms)).toSorted()[0] ?? null;
  return [{ step: 'answer-message', subject: oldest.id, sinceIso: oldest.atIso, dueAtIso }];
}

function stepsHere(state: CaseState, nowMs: number): Wanted[] {
  const sinceIso = state.arrivedAtIso ?? state.openedAtIso;
  const wanted: Wanted[] = [];
  if (state.owner === null) wanted.push({ step: 'name-owner', sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.ownerNamed.ms) });
  if (!state.devices.some(({ tiedAtIso }) => tiedAtIso !== null)) wanted.push({ step: 'tie-device', sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.deviceTied.ms), deviceId: state.devices[0]?.id ?? null });
  if (state.devices.length > 0 && state.consents.every(({ withdrawnAtIso }) => withdrawnAtIso !== null)) wanted.push({ step: 'get-consent', sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.consent.ms) });
  for (const hold of state.holds.filter(isUndecided)) {
    wanted.push({ step: 'decide-hold', deviceId: hold.deviceId, subject: hold.id, sinceIso: hold.placedAtIso, dueAtIso: later(hold.placedAtIso, CASE_TIMES.holdDecided.ms) });
  }
  for (const transfer of state.transfers) {
    const deviceId = transfer.devices[0] ?? null;
    if (transfer.state === 'prepared') wanted.push({ step: 'sign-given', deviceId, subject: transfer.id, sinceIso: transfer.preparedAtIso, dueAtIso: later(transfer.preparedAtIso, CASE_TIMES.givenSigned.ms) });
    if (transfer.state === 'given') wanted.push({ step: 'sign-taken', deviceId, subject: transfer.id, sinceIso: transfer.given?.atIso ?? transfer.preparedAtIso, dueAtIso: transfer.takenByIso });
  }
  return [...wanted, ...state.devices.flatMap((device) => stepsOfDevice(state, device)), ...stepsOfTelling(state, nowMs)];
}

function wantedOf(state: CaseState, nowMs: number): Wanted[] {
  if (state.stage === 'merged' || state.stage === 'closed') return [];
  if (state.stage === 'no-show') return [{ step: 'close', sinceIso: state.lastAtIso, dueAtIso: later(state.lastAtIso, CASE_TIMES.closed.ms) }];
  const wanted = [...stepsBefore(state), ...stepsOfMessages(state), ...(state.stage === 'open' ? stepsHere(state, nowMs) : stepsAhead(state, nowMs))];
  const isDone = state.stage === 'open' && whyNotClosed(state) === null && !missesOutcome(state);
  return isDone ? [...wanted, { step: 'close', sinceIso: state.lastAtIso, dueAtIso: later(state.lastAtIso, CASE_TIMES.closed.ms) }] : wanted;
}

/** Before anybody is here: a mail may have failed all the same. */
const stepsAhead = (state: CaseState, nowMs: number): Wanted[] => stepsOfTelling(state, nowMs).filter(({ step }) => step === 'mend-telling');

export function nextSteps(state: CaseState, nowMs: number): Step[] {
  const steps = wantedOf(state, nowMs).map(({ step, deviceId = null, subject = null, sinceIso, dueAtIso }) =>
    ({ step, deviceId, subject, sinceIso, dueAtIso, overdue: dueAtIso !== null && nowMs > toMs(dueAtIso) }));
  return steps.toSorted(compareSteps);
}

const dueMs = ({ dueAtIso }: Step): number => (dueAtIso === null ? Number.MAX_SAFE_INTEGER : toMs(dueAtIso));

export const compareSteps = (left: Step, right: Step): number =>
  Number(right.overdue) - Number(left.overdue) || rankOf(left) - rankOf(right) || dueMs(left) - dueMs(right);

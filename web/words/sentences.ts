/**
 * Composes what a tile says out of the tables and the state of a bench. Pure. It never claims a stop that the rig did
 * not answer, and it says nothing that a table already says better.
 */
import { bridgeWords } from './bridge-words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import type { CallProblem } from '../api.ts';
import { sayDuration, sayEstimate } from '../reading/age.ts';
import type { Reading, Voice } from '../reading/voice.ts';
import { webWords } from './web-words.ts';
import { stopWords } from './stop-words.ts';

/** "Device frame bent" after a colon; "E-stop pressed" stays as it is. */
export const afterColon = (title: string): string => (/^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title);

/** Why nothing of this bench can be believed, nearest reason first. */
export function distrust({ status, view, freshness }: Reading, isFeedLive: boolean): { readonly title: string; readonly what: string; readonly whatToDo: string } {
  const { doNotStart } = stopWords;
  const reasons = webWords.unprotectedBy;
  if (!isFeedLive) return { ...reasons.feed, whatToDo: doNotStart };
  if (status === null) return { ...reasons.never, whatToDo: doNotStart };
  if (!view.bridgeConnected) return { ...reasons.bridge, whatToDo: doNotStart };
  if (status.problem !== null) {
    const words = bridgeWords.problems[status.problem.code];
    return { title: afterColon(words.title), what: words.what(status.problem.params), whatToDo: words.whatToDo(status.problem.params) };
  }
  if (freshness === 'stale' || freshness === 'unknown') return { ...reasons.silence, whatToDo: doNotStart };
  // What the guard decided before the link was lost promises nothing now, least of all that every condition holds.
  const mode = bridgeWords.modes[status.mode === 'offline' ? 'offline' : 'handshaking'];
  return { title: afterColon(mode.title), what: mode.what, whatToDo: '' };
}

const firstCause = (trip: Trip | null | undefined): string | null => {
  const code = trip?.causes[0]?.code;
  return code === undefined ? null : afterColon(bridgeWords.causes[code].title);
};

/** The one line of a tile that is read from across the room. */
export function headline(reading: Reading, isFeedLive: boolean): string {
  const start = webWords.voices[reading.voice];
  const cause = firstCause(reading.status?.trip);
  const behindColon: Readonly<Record<Voice, string | null>> = {
    'step-back': cause, 'not-confirmed': cause, stopping: cause, stopped: cause, locked: cause, 'too-late': null,
    unprotected: reading.voice === 'unprotected' ? distrust(reading, isFeedLive).title : null,
    'out-of-service': null, waiting: null, running: null, ready: null,
  };
  const rest = behindColon[reading.voice];
  return rest === null ? start : `${start}: ${rest}`;
}

export function sayFreshness({ ageMs, freshness }: Reading): string {
  if (ageMs === null) return stopWords.notHeard;
  return freshness === 'stale' ? stopWords.silentFor(sayDuration(ageMs)) : stopWords.ago(sayDuration(ageMs));
}

/** "41 s before the point of no return." with the outcome apart, because it is the part that people wait for. */
export function tripSentences(trip: Trip): { readonly when: string; readonly outcome: string } {
  const isBefore = trip.beforePointMs !== null && trip.zone !== 'committed';
  return {
    when: isBefore ? stopWords.beforePoint(sayEstimate(trip.beforePointMs ?? 0)) : '',
    outcome: `${bridgeWords.outcomes[trip.outcome].title}.`,
  };
}

/** Where we stand, how far it is, and how long to the point. */
export function trackSentence(restore: NonNullable<BenchStatus['restore']>, isPast: boolean): string {
  if (restore.gate !== 'none') return bridgeWords.gates[restore.gate].title;
  const parts = [bridgeWords.phases[restore.phase]];
  if (restore.pct !== null) parts.push(`${restore.pct} %`);
  if (isPast) parts.push(stopWords.pastPoint);
  else if (restore.nextInMs === null) parts.push(stopWords.noEstimate);
  else parts.push(stopWords.toPoint(sayEstimate(restore.nextInMs)));
  return parts.join(' · ');
}

export function sayCallProblem(problem: CallProblem): string {
  return problem.kind === 'refused' ? `${problem.reply.what} ${problem.reply.remedy}` : webWords.callProblems[problem.kind];
}

/** What to do by hand when a stop could not be sent from here. Whatever is not surely before the point is looked at first. */
export function stopByHand({ status, isStale, view }: Reading): string {
  const command = stopWords.byHand(view.id);
  if (status !== null && !isStale && status.restore === null) return command;
  const isSurelyBefore = status !== null && !isStale && status.zone !== 'committed' && !status.inDoubt;
  return `${command} ${bridgeWords.operatorCalls[isSurelyBefore ? 'pull-device' : 'look-first'].whatToDo}`;
}

/** The page title carries the number of unseen alarms and the worst of them. */
export function pageTitle(unseen: number, worst: Reading | null): string {
  if (worst === null || unseen === 0) return 'Holdfast';
  return `(${unseen}!) ${worst.view.name} ${stopWords.inTitle[worst.voice] ?? stopWords.stoppedInTitle} · Holdfast`;
}

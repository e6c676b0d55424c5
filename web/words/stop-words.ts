/** What the page says of one bench in a line: how fresh it is, where its restore stands, its stop, what comes after a stop. */
import type { Voice } from '../reading/voice.ts';
import { spoken } from './language.ts';

/** How the worst voice is called in the title of the tab. */
const inTitle: Readonly<Partial<Record<Voice, string>>> = { 'step-back': 'E-STOP, STEP BACK', 'not-confirmed': 'NOT CONFIRMED', stopping: 'stopping', 'too-late': 'too late to stop', locked: 'locked' };

export const stopEnglish = {
  doNotStart: 'Do not start a restore here.',
  notHeard: 'not heard yet',
  silentFor: (duration: string) => `silent for ${duration}`,
  ago: (duration: string) => `${duration} ago`,
  beforePoint: (duration: string) => `${duration} before the point of no return.`,
  toPoint: (duration: string) => `${duration} to the point of no return`,
  pastPoint: 'past the point of no return',
  noEstimate: 'no estimate of the time left',
  point: 'point of no return',
  nextTry: (seconds: number) => `Next try in ${seconds} s.`,
  byHand: (bench: string) => `Run “holdfast stop ${bench}” on the bench PC, or press the stop button of the rig.`,
  inTitle,
  stoppedInTitle: 'stopped',

  virtualRig: 'virtual rig',
  rig: (serial: string, model: string, firmware: string) => `Rig ${serial} · ${model} · firmware ${firmware}`,
  putIn: 'Put a device in. The bench measures it by itself.',
  evidence: 'Evidence',
  evidenceOf: (bench: string) => `Evidence of ${bench}`,
  reset: 'Reset this bench…',
  resetOf: (bench: string) => `Reset ${bench}`,
  seen: 'I have seen it',
  seenOf: (bench: string) => `I have seen the alarm of ${bench}`,

  stop: 'Stop now',
  stopAgain: 'Stop again',
  stopSending: 'Sending the stop…',
  stopOf: (bench: string) => `Stop now: ${bench}`,
  stopAgainOf: (bench: string) => `Stop again: ${bench}`,
  stopSendingOf: (bench: string) => `Sending the stop to ${bench}`,
  off: 'Stop is off: why?',
  offOf: (bench: string) => `Stop is off on ${bench}: why?`,
  notFromHere: 'Not stopped from here',
  keyStop: (bench: string) => `Stop: ${bench}`,
  keyWhich: 'Stop which bench?',
  keyPress: 'Press its number. One press stops it.',
  keyOthers: 'Others may run too: this page hears nothing new. A number stops one more.',
  keyMaybe: 'This page hears nothing new, so any of them may run. Press a number.',
  keyNoneRuns: 'No restore runs, as far as this page knows. A number stops a bench all the same.',
  keyNoBench: 'This page knows no bench. Press the stop button of the rig, or the E-stop.',
  close: 'Close',

  whyHeading: (bench: string) => `Why the stop is off on ${bench}`,
  whyBehind: 'That point is behind: the rig reported it twice in a row, after a permit.',
  whyFinishes: 'The rig finishes by itself, and would answer a stop with “too late”.',
  whyEStop: 'The E-stop at the rig always cuts. The stop comes back here by itself: before any step that erases, and when the restore has ended.',
  understood: 'Understood',

  holds: 'holds:',
  missing: 'missing:',
  moreHold: (count: number) => `and ${count} more that ${count === 1 ? 'holds' : 'hold'}`,
} as const;

export const stopWords = spoken(stopEnglish);

/**
 * The shape of the texts that only the page says: names of its parts, its own states, its own failures. Everything the
 * bridge can say has its words beside the bridge's contract, and must not be said again here.
 */
import type { Counted, Voice } from '../reading/voice.ts';
import type { Theme } from '../look/theme.ts';
import { spoken } from './language.ts';

export interface WebWords {
  /** How each voice begins; a cause or problem may follow behind a colon. */
  readonly voices: Readonly<Record<Voice, string>>;
  readonly counted: Readonly<Record<Counted, string>>;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly receiptTimes: Readonly<Record<'requested' | 'written' | 'acknowledged' | 'seen', string>>;
  /** Why a bench cannot be believed, when the page itself knows. */
  readonly unprotectedBy: Readonly<Record<'feed' | 'bridge' | 'never' | 'silence', { readonly title: string; readonly what: string }>>;
  /** Judging a stop afterwards, and the page of false stops. */
  readonly judging: Readonly<Record<
    'question' | 'words' | 'wordsHint' | 'back' | 'sending' | 'again' | 'failed' | 'title' | 'asking' | 'unknown' | 'judgeAt' | 'askAgain', string>>;
  /** Beside a stop that somebody may not order. */
  readonly stopAtRig: string;
  /** Why a call to the server failed. */
  readonly callProblems: Readonly<Record<'unreachable' | 'late' | 'not-understood', string>>;
}

export const webEnglish: WebWords = {
  voices: {
    'step-back': 'E-STOP, STEP BACK',
    'not-confirmed': 'NOT CONFIRMED',
    stopping: 'Stopping',
    stopped: 'Stopped',
    locked: 'Locked',
    'too-late': 'Too late to stop safely',
    unprotected: 'Unprotected',
    'out-of-service': 'Out of service',
    waiting: 'Waiting: no permit yet',
    running: 'Running under permit',
    ready: 'Ready, empty',
  },
  counted: { stopped: 'stopped', 'too-late': 'too late to stop', waiting: 'waiting', running: 'running', unprotected: 'unprotected', ready: 'ready', 'out-of-service': 'out of service' },
  themes: { auto: 'Auto', light: 'Light', dark: 'Dark', contrast: 'Contrast' },
  receiptTimes: { requested: 'requested', written: 'written', acknowledged: 'acknowledged', seen: 'seen stopped' },
  unprotectedBy: {
    feed: { title: 'no live view', what: 'This page hears nothing from the server, so what it shows may be old. The guard on the bench PC works without it.' },
    bridge: { title: 'bench PC not heard', what: 'The guard on the bench PC does not report to the server. What is shown here is old.' },
    never: { title: 'not heard yet', what: 'The bench PC has not reported this bench yet.' },
    silence: { title: 'rig is silent', what: 'The rig drops its own permit when it hears nothing.' },
  },
  judging: {
    question: 'Was this stop right?',
    words: 'What was found',
    wordsHint: 'Only if there is something to say.',
    back: 'Back',
    sending: 'Keeping it…',
    again: 'Judge again',
    failed: 'Not kept.',
    title: 'False stops',
    asking: 'Asking…',
    unknown: 'The rate of false stops could not be read.',
    judgeAt: 'Judge them at:',
    askAgain: 'Ask again',
  },
  stopAtRig: 'The E-stop at the rig is for everybody.',
  callProblems: {
    unreachable: 'The server did not take it: this page cannot reach it.',
    late: 'The server did not answer in time.',
    'not-understood': 'The server answered with something this page does not understand.',
  },
};

export const webWords = spoken(webEnglish);

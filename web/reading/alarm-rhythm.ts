/**
 * When which tone sounds. Pure. However many alarms there are, it is one tone at a time, the worst: never more noise than a person
 * can act on. A mute quiets what stands already; what is new is heard once all the same.
 */
import type { Ringing } from './alarm-life.ts';
import type { Voice } from './voice.ts';

/** From the least to the most urgent, each with a figure of its own. */
export const TONE_NAMES = ['stopped', 'not-confirmed', 'too-late', 'step-back'] as const;
export type Tone = (typeof TONE_NAMES)[number];

export const TONES: Readonly<Record<Voice, Tone | null>> = {
  'step-back': 'step-back', 'not-confirmed': 'not-confirmed', stopping: 'stopped', stopped: 'stopped', locked: 'stopped', 'too-late': 'too-late',
  unprotected: null, 'out-of-service': null, waiting: null, running: null, ready: null,
};

/** Longer than the longest figure, so that no two run into each other. */
const APART_MS = 1_500;
const REPEAT_EVERY_MS = 4_000;
/** What is gone by itself is still said, and is nothing to run for. */
const REPEAT_GONE_EVERY_MS = 20_000;

export interface Rhythm {
  readonly soundedAtMs: number;
  /** The alarms that were heard already. */
  readonly heard: ReadonlySet<string>;
}

export const SILENT: Rhythm = { soundedAtMs: Number.NEGATIVE_INFINITY, heard: new Set() };

export function nextTone({ soundedAtMs, heard }: Rhythm, ringing: readonly Ringing[], nowAtMs: number, isMuted: boolean): { readonly rhythm: Rhythm; readonly tone: Tone | null } {
  const still = new Set([...heard].filter((id) => ringing.some(({ alarmId }) => alarmId === id)));
  const fresh = ringing.filter(({ alarmId }) => !still.has(alarmId));
  const sinceMs = nowAtMs - soundedAtMs;
  const repeatMs = ringing.every(({ isGone }) => isGone) ? REPEAT_GONE_EVERY_MS : REPEAT_EVERY_MS;
  const isDue = fresh.length > 0 ? sinceMs >= APART_MS : !isMuted && sinceMs >= repeatMs;
  const worst = (isMuted ? fresh : ringing).find(({ reading }) => TONES[reading.voice] !== null);
  if (!isDue || worst === undefined) return { rhythm: { soundedAtMs, heard: still }, tone: null };
  return { rhythm: { soundedAtMs: nowAtMs, heard: new Set(ringing.map(({ alarmId }) => alarmId)) }, tone: TONES[worst.reading.voice] };
}

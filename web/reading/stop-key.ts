/**
 * Which bench the stop key means. Pure. One bench in a run that can be stopped is stopped by the press itself; with several, or none
 * that is known, one more key chooses. A page that hears nothing stops the one it knows of and offers the others.
 */
import type { Reading } from './voice.ts';

export interface StopChoice {
  /** Stopped by the press itself; null: one has to be chosen. */
  readonly pressed: string | null;
  /** In the order of their keys, the pressed one first. */
  readonly offered: readonly string[];
  readonly running: number;
}

/** What nobody has stopped yet. A bench that is not heard counts by the last that was heard. */
const isRunning = ({ status, stopIsOff, voice }: Reading): boolean =>
  status !== null && status.restore !== null && !stopIsOff && (status.trip === null || voice === 'not-confirmed' || voice === 'stopping' || voice === 'step-back');

export function choiceOf(readings: readonly Reading[], isFeedLive: boolean): StopChoice {
  const running = readings.filter(isRunning);
  const rest = readings.filter((reading) => !running.includes(reading));
  const only = running.length === 1 ? running[0] : readings.length === 1 ? readings[0] : undefined;
  const pressed = only === undefined || only.stopIsOff ? null : only.view.id;
  const isSure = isFeedLive && running.length > 0;
  const offered = [...running, ...(isSure ? [] : [...rest.filter(({ stopIsOff }) => !stopIsOff), ...rest.filter(({ stopIsOff }) => stopIsOff)])];
  return { pressed, offered: offered.map(({ view }) => view.id), running: running.length };
}

export interface StopKey {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}
/** By its place on the keyboard, so that no layout moves it. */
export const isStopKey = ({ code, ctrlKey, shiftKey }: StopKey): boolean => ctrlKey && shiftKey && code === 'KeyE';

/** From the number row or the block of numbers; null: no number of these. */
export function chosenBy(key: string, offered: readonly string[]): string | null {
  return /^[1-9]$/.test(key) ? offered[Number(key) - 1] ?? null : null;
}

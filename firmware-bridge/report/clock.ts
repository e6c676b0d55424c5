/**
 * The time that the recorder's parts are given instead of taking it themselves. Types only, so that tests can hand in a
 * clock of their own.
 */

/** Runs once after the delay; the answer cancels it. */
export type SetTimer = (delayMs: number, run: () => void) => () => void;

export interface Clock {
  /** Monotonic milliseconds of this process. */
  readonly nowMs: () => number;
  readonly setTimer: SetTimer;
}

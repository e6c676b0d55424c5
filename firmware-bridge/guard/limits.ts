/**
 * Every number the guard decides by, with unit and source, in one place. They are policy, not physics, except where a
 * source says so; the relations between them are asserted at start, so that a configuration cannot break the interlock.
 */

export interface Limits {
  /** Time between the rig's heartbeats (ms). Source: PROTOCOL.md §5.1. */
  readonly heartbeatMs: number;
  /** Life of a permit after the heartbeat that it answers (ms). */
  readonly permitTtlMs: number;
  /** Silence of the rig that counts in `critical` (ms). */
  readonly silenceCriticalMs: number;
  /** Silence of the rig that counts in `safe` (ms). */
  readonly silenceSafeMs: number;
  /** Time for the rig's answer to a stop (ms): 20 ms and three full lines at the port's speed. */
  readonly stopAnswerMs: number;
  /** How often an unanswered stop is written again. */
  readonly stopRepeats: number;
  /** Time for an `ack` to a line of ours before the line counts as unheard (ms). */
  readonly lineAckMs: number;
  /** Unheard lines in a row after which the rig counts as deaf. */
  readonly unheardLines: number;
  /** Time for WELCOME before the next HELLO (ms). */
  readonly helloMs: number;
  /** Corrupt lines in a row that break the link. */
  readonly corruptInRow: number;
  /** Corrupt lines of the last 50 that break the link. */
  readonly corruptOf50: number;
  /** Longest age of a probe sample (ms); two periods and a heartbeat where that is shorter. */
  readonly probeFreshMs: number;
  /** Age of the knowledge of holds beyond which no permit is granted (ms). */
  readonly holdsKnownMs: number;
  /** Time for the rig's answer to a reset (ms). */
  readonly resetAnswerMs: number;
  /** Deviation above which a chassis is out of limits (µm). Source: the one public flatness figure, 400 µm, of a tablet. */
  readonly frameLimitUm: number;
  /** Measurement uncertainty, taken off the limit as a guard band (µm). Unverified fixtures: 100. */
  readonly frameUncertaintyUm: number;
  /** Deviation from which a chassis must be measured again (µm). Slope-scaled from the public figure. */
  readonly frameReviewUm: number;
  /** Deviation from which recovery comes first (µm). */
  readonly frameNoRestoreUm: number;
  /** Largest believable change of one probe (µm per s, over at least one period). */
  readonly probeRateUmPerS: number;
  /** Largest fixture temperature change since its zero (tenths of °C). */
  readonly fixtureDriftDc: number;
  /** Lowest battery for a permit (per cent). Source: common repair practice, AOSP floor is 20. */
  readonly batteryMinPct: number;
  /** Lowest supply for a permit (mV). */
  readonly supplyMinMv: number;
}

export const DEFAULT_LIMITS: Limits = {
  heartbeatMs: 100,
  permitTtlMs: 500,
  silenceCriticalMs: 500,
  silenceSafeMs: 2000,
  stopAnswerMs: 62,
  stopRepeats: 3,
  lineAckMs: 300,
  unheardLines: 3,
  helloMs: 500,
  corruptInRow: 3,
  corruptOf50: 5,
  probeFreshMs: 500,
  holdsKnownMs: 60_000,
  resetAnswerMs: 1000,
  frameLimitUm: 400,
  frameUncertaintyUm: 100,
  frameReviewUm: 250,
  frameNoRestoreUm: 1000,
  probeRateUmPerS: 100_000,
  fixtureDriftDc: 50,
  batteryMinPct: 50,
  supplyMinMv: 4500,
};

const STOP_ANSWER_BASE_MS = 20;
const STOP_ANSWER_BITS = 3 * 160 * 10;
/** Below this the guard can stop and confirm, but not in time for a short window (baud). */
export const BAUD_FULL_PROTECTION = 57_600;

/** Deadline for the answer to a stop at a port's speed. */
export const stopAnswerMsAt = (baud: number): number => Math.ceil(STOP_ANSWER_BASE_MS + (STOP_ANSWER_BITS * 1000) / baud);

/** The relations that must hold between the numbers; the first broken one as a sentence, or undefined. */
export function brokenRelation(limits: Limits): string | undefined {
  const rules: readonly (readonly [boolean, string])[] = [
    [limits.permitTtlMs >= 3 * limits.heartbeatMs, 'permitTtlMs must be at least three heartbeats'],
    [limits.permitTtlMs <= limits.silenceCriticalMs, 'permitTtlMs must not be above silenceCriticalMs'],
    [limits.silenceCriticalMs <= limits.silenceSafeMs, 'silenceCriticalMs must not be above silenceSafeMs'],
    [limits.frameUncertaintyUm > 0 && limits.frameUncertaintyUm < limits.frameLimitUm, 'frameUncertaintyUm must be between 0 and frameLimitUm'],
    [limits.frameReviewUm <= limits.frameLimitUm - limits.frameUncertaintyUm, 'frameReviewUm must not be above frameLimitUm − frameUncertaintyUm'],
    [limits.frameLimitUm < limits.frameNoRestoreUm, 'frameNoRestoreUm must be above frameLimitUm'],
    [limits.probeFreshMs <= 500, 'probeFreshMs must not be above 500'],
    [limits.corruptInRow >= 2 && limits.corruptOf50 >= limits.corruptInRow, 'corruptOf50 must not be below corruptInRow, and that not below 2'],
  ];
  return rules.find(([holds]) => !holds)?.[1];
}

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
  /** Deviation from the least-squares plane above which a chassis is out of limits (µm). Source: as frameLimitUm; policy, not physics. */
  readonly planeLimitUm: number;
  /** Deviation from the plane from which a chassis must be measured again (µm). Policy. */
  readonly planeReviewUm: number;
  /** Deviation from the plane from which recovery comes first (µm): 2.5 times the public figure. Policy. */
  readonly planeNoRestoreUm: number;
  /** Height of one corner over the plane of the other three above which a chassis is out of limits (µm). Policy: no figure is published. */
  readonly twistLimitUm: number;
  /** Twist from which a chassis must be measured again (µm). Policy. */
  readonly twistReviewUm: number;
  /** Twist from which recovery comes first (µm): a phone that rocks visibly on a flat table. Policy. */
  readonly twistNoRestoreUm: number;
  /** Largest reading at the last zero check on the reference flat (µm). Source: half of the uncertainty of an unverified fixture. */
  readonly zeroOffUm: number;
  /** Longest time since the last zero check (hours). Policy: one check each working day. */
  readonly zeroAgeH: number;
  /** Measurements of a device in the review band before its next permit. Policy: a wrong seating shows in the third. */
  readonly remeasureTimes: number;
  /** How long such a device may be out of the fixture before it is measured from the start (ms). */
  readonly remeasureKeptMs: number;
  /** Largest believable change of one probe (µm per s, over at least one period). A press moves 3 mm/s; a faster step is believed at its second sample. */
  readonly probeRateUmPerS: number;
  /** Largest fixture temperature change since its zero (tenths of °C). */
  readonly fixtureDriftDc: number;
  /** Lowest battery for a permit (per cent). Source: common repair practice, AOSP floor is 20. */
  readonly batteryMinPct: number;
  /** Lowest supply for a permit (mV). */
  readonly supplyMinMv: number;
  /** Device temperature that is a danger to people (tenths of °C). */
  readonly deviceHotDc: number;
  /** Rise of the device temperature within `deviceRiseMs` that is a danger (tenths of °C). */
  readonly deviceRiseDc: number;
  /** Below this temperature a rise is only work (tenths of °C). */
  readonly deviceRiseFromDc: number;
  /** The time over which a rise is judged (ms). */
  readonly deviceRiseMs: number;
  /** Largest force of the probe press (hundredths of a newton). */
  readonly forceMaxCn: number;
  /** Longest age of a POWER line that may clear a danger (ms): two and a half of its periods. */
  readonly powerFreshMs: number;
  /** Time without a further disconnect after an unexpected one (ms). */
  readonly usbSettleMs: number;
  /** Unexpected disconnects of one seated device from which on no permit is given. */
  readonly usbDropsMax: number;
  /** Hubs between the device and the rig that are still fine. */
  readonly hubsMax: number;
  /** Time after a supply dip without a permit (ms). */
  readonly supplySettleMs: number;
  /** A drill is due so long after the last that passed (h). Policy: once a working day, before a customer's phone depends on it. */
  readonly drillEveryH: number;
  /** Time after that in which a bench in use is not yet shown as overdue (h). Policy: less than a shift. */
  readonly drillGraceH: number;
  /** How long a bench must be empty and safe before it drills by itself (ms). Policy: a phone that only moves in its fixture is not gone. */
  readonly drillQuietMs: number;
  /** How long a rig must be heard before its bench drills by itself (ms). Policy: after a start or a loss people are at the bench. */
  readonly drillSettleMs: number;
  /** Time from DRILL to the heartbeat that acknowledges it (ms). Source: PROTOCOL.md §9, armed for 1000; the rest is for the way. */
  readonly drillArmMs: number;
  /** Time after the deadline of a stop in which DRILLED still counts as late (ms). A rig that took the stop for real shows it by then. */
  readonly drillLateMs: number;
  /** Time before a failed drill is tried again by itself (ms). Policy. */
  readonly drillRetryMs: number;
  /** Time in which a latch without a name is put down to a drill's stop byte (ms). Policy: a restart of the rig fits into it. */
  readonly drillStrayMs: number;
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
  planeLimitUm: 400,
  planeReviewUm: 250,
  planeNoRestoreUm: 1000,
  twistLimitUm: 400,
  twistReviewUm: 250,
  twistNoRestoreUm: 600,
  zeroOffUm: 50,
  zeroAgeH: 24,
  remeasureTimes: 3,
  remeasureKeptMs: 15 * 60_000,
  probeRateUmPerS: 20_000,
  fixtureDriftDc: 50,
  batteryMinPct: 50,
  supplyMinMv: 4500,
  deviceHotDc: 500,
  deviceRiseDc: 50,
  deviceRiseFromDc: 380,
  deviceRiseMs: 30_000,
  forceMaxCn: 1000,
  powerFreshMs: 2500,
  usbSettleMs: 5000,
  usbDropsMax: 3,
  hubsMax: 1,
  supplySettleMs: 10_000,
  drillEveryH: 24,
  drillGraceH: 6,
  drillQuietMs: 1000,
  drillSettleMs: 60_000,
  drillArmMs: 400,
  drillLateMs: 300,
  drillRetryMs: 3_600_000,
  drillStrayMs: 10_000,
};

/** Parts of the names by which tablets are known; whatever else is seated is judged as a phone. */
export const TABLET_NAMES = ['iPad', 'Galaxy Tab', 'Tablet'] as const;
/** Half a guard band before the hold. Policy. */
const TABLET_REVIEW_BELOW_UM = 50;

/**
 * A tablet's own limits: the hold begins at the public figure itself, which a new tablet may have. Source: 400 µm over any
 * side of a tablet; policy, not physics.
 */
export function tabletLimits({ frameUncertaintyUm }: Limits): Partial<Limits> {
  const holdAtUm = 400;
  const limitUm = holdAtUm + frameUncertaintyUm;
  const reviewUm = holdAtUm - TABLET_REVIEW_BELOW_UM;
  return { frameLimitUm: limitUm, frameReviewUm: reviewUm, planeLimitUm: limitUm, planeReviewUm: reviewUm };
}

const STOP_ANSWER_BASE_MS = 20;
const STOP_ANSWER_BITS = 3 * 160 * 10;
/** Below this the guard can stop and confirm, but not in time for a short window (baud). */
export const BAUD_FULL_PROTECTION = 57_600;

/** How long DRILL arms a rig (ms). Source: PROTOCOL.md §9. */
const DRILL_ARMED_MS = 1000;

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
    [limits.frameUncertaintyUm < limits.planeLimitUm, 'planeLimitUm must be above frameUncertaintyUm'],
    [limits.planeReviewUm <= limits.planeLimitUm - limits.frameUncertaintyUm, 'planeReviewUm must not be above planeLimitUm − frameUncertaintyUm'],
    [limits.planeLimitUm < limits.planeNoRestoreUm, 'planeNoRestoreUm must be above planeLimitUm'],
    [limits.frameUncertaintyUm < limits.twistLimitUm, 'twistLimitUm must be above frameUncertaintyUm'],
    [limits.twistReviewUm <= limits.twistLimitUm - limits.frameUncertaintyUm, 'twistReviewUm must not be above twistLimitUm − frameUncertaintyUm'],
    [limits.twistLimitUm < limits.twistNoRestoreUm, 'twistNoRestoreUm must be above twistLimitUm'],
    [limits.probeFreshMs <= 500, 'probeFreshMs must not be above 500'],
    [limits.deviceRiseFromDc < limits.deviceHotDc, 'deviceHotDc must be above deviceRiseFromDc'],
    [limits.drillArmMs + 2 * limits.heartbeatMs < DRILL_ARMED_MS, 'drillArmMs and two heartbeats must be below 1000'],
    [limits.drillLateMs >= 2 * limits.heartbeatMs, 'drillLateMs must be at least two heartbeats'],
    [limits.corruptInRow >= 2 && limits.corruptOf50 >= limits.corruptInRow, 'corruptOf50 must not be below corruptInRow, and that not below 2'],
  ];
  return rules.find(([holds]) => !holds)?.[1];
}

/**
 * Unit and source of every number the guard decides by, as data for whoever audits or prints them. Total over the limits:
 * a new number does not compile until somebody said what it is measured in and where it comes from.
 */
import type { Limits } from './limits.ts';

export interface LimitTraits { readonly unit: 'ms' | 'µm' | 'µm/s' | '0.1 °C' | '%' | 'mV' | '0.01 N' | 'count' | 'h'; readonly source: string }

const policy = 'policy';

export const LIMIT_TRAITS: Readonly<Record<keyof Limits, LimitTraits>> = {
  heartbeatMs: { unit: 'ms', source: 'PROTOCOL.md §5.1' },
  permitTtlMs: { unit: 'ms', source: 'policy: three heartbeats or more, no longer than the silence in critical' },
  silenceCriticalMs: { unit: 'ms', source: 'policy: half a second before a point of no return' },
  silenceSafeMs: { unit: 'ms', source: 'PROTOCOL.md §5.4' },
  stopAnswerMs: { unit: 'ms', source: '20 ms and three full lines at the speed of the port' },
  stopRepeats: { unit: 'count', source: policy },
  lineAckMs: { unit: 'ms', source: 'three heartbeats' },
  unheardLines: { unit: 'count', source: policy },
  helloMs: { unit: 'ms', source: policy },
  corruptInRow: { unit: 'count', source: policy },
  corruptOf50: { unit: 'count', source: policy },
  probeFreshMs: { unit: 'ms', source: 'two periods and a heartbeat, at most this' },
  holdsKnownMs: { unit: 'ms', source: policy },
  resetAnswerMs: { unit: 'ms', source: policy },
  frameLimitUm: { unit: 'µm', source: 'the one public flatness figure, of a tablet; for phones policy' },
  frameUncertaintyUm: { unit: 'µm', source: 'unverified fixtures' },
  frameReviewUm: { unit: 'µm', source: 'policy: scaled from the public figure by slope' },
  frameNoRestoreUm: { unit: 'µm', source: policy },
  planeLimitUm: { unit: 'µm', source: 'as the limit of the edges; policy' },
  planeReviewUm: { unit: 'µm', source: policy },
  planeNoRestoreUm: { unit: 'µm', source: 'policy: 2.5 times the public figure' },
  twistLimitUm: { unit: 'µm', source: 'policy: no figure is published' },
  twistReviewUm: { unit: 'µm', source: policy },
  twistNoRestoreUm: { unit: 'µm', source: 'policy: rocks visibly on a flat table' },
  zeroOffUm: { unit: 'µm', source: 'half of the uncertainty of an unverified fixture' },
  zeroAgeH: { unit: 'h', source: 'policy: one check each working day' },
  remeasureTimes: { unit: 'count', source: 'policy: a wrong seating shows in the third' },
  remeasureKeptMs: { unit: 'ms', source: policy },
  probeRateUmPerS: { unit: 'µm/s', source: 'policy: a press moves 3 mm/s' },
  fixtureDriftDc: { unit: '0.1 °C', source: policy },
  batteryMinPct: { unit: '%', source: 'common repair practice; the floor of Android is 20' },
  supplyMinMv: { unit: 'mV', source: 'policy: USB allows 4750 at the source' },
  deviceHotDc: { unit: '0.1 °C', source: 'policy: chargers stop at 45 °C, lithium cells must not pass 60 °C' },
  deviceRiseDc: { unit: '0.1 °C', source: 'policy: work warms a phone by less' },
  deviceRiseFromDc: { unit: '0.1 °C', source: 'policy: a working phone stays below' },
  deviceRiseMs: { unit: 'ms', source: policy },
  forceMaxCn: { unit: '0.01 N', source: 'policy: far below the 50 N that begin to load a phone' },
  powerFreshMs: { unit: 'ms', source: 'two and a half periods of PROTOCOL.md §8' },
  usbSettleMs: { unit: 'ms', source: policy },
  usbDropsMax: { unit: 'count', source: policy },
  hubsMax: { unit: 'count', source: 'policy: deeper chains are known to fail restores' },
  supplySettleMs: { unit: 'ms', source: policy },
  drillEveryH: { unit: 'h', source: 'policy: once a working day' },
  drillGraceH: { unit: 'h', source: 'policy: less than a shift' },
  drillQuietMs: { unit: 'ms', source: 'policy: a phone that only moves in its fixture is not gone' },
  drillSettleMs: { unit: 'ms', source: 'policy: after a start or a loss people are at the bench' },
  drillArmMs: { unit: 'ms', source: 'PROTOCOL.md §9: armed for 1000; the rest is for the way' },
  drillLateMs: { unit: 'ms', source: 'a rig that took the stop for real shows it by then' },
  drillRetryMs: { unit: 'ms', source: policy },
  drillStrayMs: { unit: 'ms', source: 'policy: a restart of the rig fits into it' },
};

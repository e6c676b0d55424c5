/**
 * Time drawn as distance to the point of no return: which spans the track has, where the double bar stands and where we
 * are on it. Lengths are fixed per phase so that nothing on the screen moves but the mark itself.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { Phase, Point, Zone } from '../../firmware-bridge/contract/interlock.ts';

type Restore = NonNullable<BenchStatus['restore']>;

/** One span of one zone; all lengths in per mille of the track. */
export interface Span {
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
  /** How far it is behind us. */
  readonly doneTo: number;
}

export interface Track {
  readonly spans: readonly Span[];
  /** The double bar. */
  readonly barAt: number;
  readonly point: Point;
  /** Where we stand; null when the phase is not on this track. */
  readonly markAt: number | null;
  /** The zone that the mark stands in, which gives it its colour. */
  readonly zone: Zone;
}

type Leg = readonly [phase: Phase, zone: Zone, length: number];

const SAFE: readonly Leg[] = [['prepare', 'safe', 120], ['unpack', 'safe', 160], ['verify', 'safe', 100], ['recovery', 'safe', 110]];
const UPDATE: readonly Leg[] = [...SAFE, ['start', 'critical', 90], ['write', 'committed', 300], ['finish', 'committed', 120]];
const ERASE: readonly Leg[] = [...SAFE, ['erase-next', 'critical', 90], ['erase', 'committed', 130], ['write', 'committed', 190], ['finish', 'committed', 100]];
/** An update that falls back to an erase starts from inside the writing. */
const FALLBACK: readonly Leg[] = [['write', 'committed', 300], ['erase-next', 'critical', 200], ['erase', 'committed', 220], ['finish', 'committed', 280]];

/** Every plan but an update is drawn as erasing: a plan that is not known is expected to be the worst. */
function legsOf({ plan, phase }: Restore): { readonly legs: readonly Leg[]; readonly point: Point } {
  if (plan !== null && plan.kind !== 'update') return { legs: ERASE, point: 'erase' };
  return phase === 'erase-next' || phase === 'erase' ? { legs: FALLBACK, point: 'erase' } : { legs: UPDATE, point: 'write' };
}

interface Placed {
  readonly phase: Phase;
  readonly zone: Zone;
  readonly from: number;
  readonly to: number;
}

function place(legs: readonly Leg[]): readonly Placed[] {
  const placed: Placed[] = [];
  let from = 0;
  for (const [phase, zone, length] of legs) {
    placed.push({ phase, zone, from, to: from + length });
    from += length;
  }
  return placed;
}

function mergeZones(placed: readonly Placed[], markAt: number): readonly Span[] {
  const spans: Span[] = [];
  for (const { zone, from, to } of placed) {
    const last = spans.at(-1);
    const isSame = last?.zone === zone;
    const start = isSame ? last.from : from;
    if (isSame) spans.pop();
    spans.push({ zone, from: start, to, doneTo: Math.min(to, Math.max(start, markAt)) });
  }
  return spans;
}

export function trackOf(restore: Restore): Track {
  const { legs, point } = legsOf(restore);
  const placed = place(legs);
  const here = placed.find((leg) => leg.phase === restore.phase);
  // At a gate the mark stands at the very end of its phase, whatever the percentage says.
  const share = restore.gate === 'none' ? (restore.pct ?? 0) / 100 : 1;
  const markAt = here === undefined ? null : Math.round(here.from + (here.to - here.from) * share);
  return {
    spans: mergeZones(placed, markAt ?? 0),
    barAt: placed.find((leg) => leg.phase === point)?.from ?? 0,
    point,
    markAt,
    zone: here?.zone ?? 'critical',
  };
}

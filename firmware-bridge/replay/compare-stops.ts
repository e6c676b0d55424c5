/**
 * Sets the stops of a record beside those that today's rules make of it. Pure; it names what differs and judges nothing:
 * whether an earlier stop is a better one, or a false one, a person says.
 */
import { TELLS_OF_STOP } from '../contract/black-box-lines.ts';
import type { ComparedStop, StopSeen } from '../contract/replay-report.ts';
import { tripSchema } from '../contract/trip.ts';

/** The stop that a piece of evidence tells of, if it does. */
export function stopOf(kind: string, body: unknown, atMs: number, wallMs: number): StopSeen | undefined {
  if (!TELLS_OF_STOP.has(kind)) return undefined;
  const trip = tripSchema.safeParse(typeof body === 'object' && body !== null && 'trip' in body ? body.trip : null);
  const cause = trip.data?.causes[0];
  return trip.data === undefined || cause === undefined ? undefined
    : { id: trip.data.id, atMs, wallMs, cause: cause.code, zone: trip.data.zone, restoreId: trip.data.restoreId };
}

/** A stop that is told again, after a restart for example, is still one stop. */
export const eachOnce = (stops: readonly StopSeen[]): StopSeen[] => [...new Map(stops.toReversed().map((stop) => [stop.id, stop])).values()].reverse();

/** Stops of the same restore are the same stop; without one, the same id is. */
const isSameMatter = (then: StopSeen, now: StopSeen): boolean => then.restoreId === now.restoreId && (then.restoreId !== null || then.id === now.id);

/** The rig of the record answers the stop that it got then. Rules that made none take it for one of the rig's own. */
const isAnswerToThen = (now: StopSeen, then: readonly StopSeen[]): boolean =>
  (now.cause === 'rig-stopped-itself' || now.cause === 'unnamed-stop') && then.some(({ id }) => id === now.id);

export function compareStops(then: readonly StopSeen[], now: readonly StopSeen[]): ComparedStop[] {
  const left = [...now];
  const take = (fits: (stop: StopSeen) => boolean): StopSeen | null => {
    const at = left.findIndex(fits);
    return at === -1 ? null : left.splice(at, 1)[0] ?? null;
  };
  const compared = then.map((stop): ComparedStop => {
    const other = take((candidate) => candidate.id === stop.id && isSameMatter(stop, candidate)) ?? take((candidate) => isSameMatter(stop, candidate));
    if (other === null) return { verdict: 'gone', then: stop, now: null, afterMs: null };
    const afterMs = Math.round((other.atMs - stop.atMs) * 1000) / 1000;
    const verdict = afterMs < 0 ? 'earlier' : afterMs > 0 ? 'later' : other.cause === stop.cause && other.zone === stop.zone && other.id === stop.id ? 'same' : 'other-cause';
    return { verdict, then: stop, now: other, afterMs };
  });
  const added = left.filter((stop) => !isAnswerToThen(stop, then)).map((stop): ComparedStop => ({ verdict: 'new', then: null, now: stop, afterMs: null }));
  const atOf = ({ then: was, now: is }: ComparedStop): number => (was ?? is)?.wallMs ?? 0;
  return [...compared, ...added].toSorted((a, b) => atOf(a) - atOf(b));
}

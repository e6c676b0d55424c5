/** What of an absence is worth a line, and in which order. Pure. */
import { AWAY_KINDS } from '../../server/contract/away.ts';
import type { Away, AwayKind } from '../../server/contract/away.ts';
import type { StoredEvidence } from '../../server/contract/live.ts';

/** A drill that passed is what always happens: alone it is no news. */
export const isNews = ({ counts }: Away): boolean => AWAY_KINDS.some((kind) => kind !== 'drills' && counts[kind] > 0);

const KINDS: Readonly<Record<string, AwayKind>> = { tripped: 'stops', 'trip-recovered': 'stops', 'problem-raised': 'silences', 'drill-done': 'failedDrills', 'reset-done': 'resets', 'service-changed': 'service' };

/** The lines worth reading, the gravest kind first, in it the newest. */
export function newsOf({ events }: Away): readonly StoredEvidence[] {
  const rank = ({ event }: StoredEvidence): number => AWAY_KINDS.indexOf(KINDS[event.kind] ?? 'service');
  return events.filter(({ event }) => event.kind !== 'drill-done' || event.body['passed'] !== true).toSorted((a, b) => rank(a) - rank(b) || b.id - a.id);
}

/**
 * How long what is kept: one table, with its source, for people and for the daily run. Times of personal data run from
 * the moment the case is settled; what lies under an order to keep it is never due.
 */
import type { PrivateKind } from '../contract/private-data.ts';

const DAY_MS = 86_400_000;

export interface Kept {
  /** Null: not erased by time. */
  readonly days: number | null;
  readonly after: 'the outcome is confirmed' | 'it was recorded' | 'its place is needed' | 'never';
  readonly source: string;
}

export const KEPT = {
  story: { days: 30, after: 'the outcome is confirmed', source: 'GDPR Art. 5(1)(e); policy: a month for questions' },
  contact: { days: 90, after: 'the outcome is confirmed', source: 'GDPR Art. 5(1)(e); policy: three months for complaints and after-care' },
  photo: { days: 365, after: 'the outcome is confirmed', source: 'GDPR Art. 5(1)(e); policy: shows the state of the phone in a dispute' },
  consent: { days: 2190, after: 'the outcome is confirmed', source: 'policy: proof of who allowed what, six years or the local limitation period' },
  'telemetry by the second': { days: 2, after: 'it was recorded', source: 'policy; no personal data' },
  'telemetry by the minute': { days: 90, after: 'it was recorded', source: 'policy; no personal data' },
  'copies of the keys': { days: 30, after: 'it was recorded', source: 'policy: makes an erasure final' },
  'black box': { days: null, after: 'its place is needed', source: '256 MB a bench; serial numbers of phones' },
  evidence: { days: null, after: 'never', source: 'proof of what was stopped; at least 6 years or the local limitation period; ids and typed names' },
  audit: { days: null, after: 'never', source: 'GDPR Art. 5(2); codes of people and reasons only' },
  'custody chains': { days: null, after: 'never', source: 'proof of who had the phone; at least 6 years or the local limitation period; codes only' },
  'mail outbox': { days: null, after: 'never', source: 'proof of what was told; states, times and answers of the mail server, no address, no text' },
  erasures: { days: null, after: 'never', source: 'GDPR Art. 5(2); keeps old copies from coming back; ids only' },
} as const satisfies Readonly<Record<string, Kept>> & Readonly<Record<PrivateKind, Kept & { readonly days: number }>>;

export const daysInMs = (days: number): number => days * DAY_MS;

/** From then on no copy of the keys can bring back what was erased at that time. */
export const finalAtIso = (erasedAtIso: string): string => new Date(Date.parse(erasedAtIso) + daysInMs(KEPT['copies of the keys'].days)).toISOString();

/** A copy is made once a day and taken away once a day: it goes a day early, so that none is ever older than said. */
export function isKeyCopyOver(copyDay: string, nowMs: number): boolean {
  const ageMs = nowMs - Date.parse(`${copyDay}T00:00:00.000Z`);
  // A copy of the future was made by a wrong clock and would otherwise stay for years.
  return !(ageMs < daysInMs(KEPT['copies of the keys'].days - 1) && ageMs >= -daysInMs(1));
}

/**
 * Up to when something must have been due to be erased now: what was due already at the run of the day before. A clock that
 * jumps ahead must erase nothing before a person had a day to see it.
 */
export const retentionHorizonMs = (nowMs: number, formerRunMs: number | null): number => (formerRunMs === null ? -Infinity : Math.min(nowMs, formerRunMs));

/** A case settled at this time or before has had this kind for long enough; null where nothing may be erased yet. */
export const settledBeforeIso = (kind: PrivateKind, horizonMs: number): string | null =>
  (Number.isFinite(horizonMs) ? new Date(horizonMs - daysInMs(KEPT[kind].days)).toISOString() : null);

/** The stops that lie in what a chart shows, each with the words that stand beside its reading. */
import type { JudgedStop } from '../../server/contract/live.ts';
import type { Span } from '../reading/chart-window.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import { timelineWords as says } from '../words/timeline-words.ts';

export interface StopSeen {
  readonly atMs: number;
  readonly says: string;
}

export const stopsWithin = (stops: readonly JudgedStop[], { fromMs, toMs }: Span): readonly StopSeen[] => stops.flatMap(({ trip: { atIso, causes: [first] } }) => {
  const atMs = Date.parse(atIso);
  if (first === undefined || atMs < fromMs || atMs > toMs) return [];
  const { deviationUm } = first.params;
  return [{ atMs, says: says.stopHere(bridgeWords.causes[first.code].title, typeof deviationUm === 'number' ? says.um(deviationUm) : null) }];
});

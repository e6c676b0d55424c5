/**
 * Compares what the rigs wrote down with what the server shows, by (rig serial, stop id), and looks in the ledgers for
 * anything that passed a point of no return without a live permit. Pure; it knows nothing of who was killed when.
 */
import type { StoredStop } from '../../../server/contract/live.ts';
import { stopsOf, UNNAMED_ID } from './ledger.ts';
import type { LedgerEntry, LedgerStop } from './ledger.ts';

export interface Comparison {
  /** Sentences, one for each fault. */
  readonly missing: readonly string[];
  readonly doubled: readonly string[];
  readonly unpermitted: readonly string[];
  /** Stops that a person got as an answer and that never reached the rig, nor the server. Noted, not counted. */
  readonly toldOnly: readonly string[];
  /** Stops that the server shows as rebuilt from the rig's latch. */
  readonly recovered: number;
  readonly ledgerStops: number;
  readonly serverStops: number;
  readonly crossings: number;
}

const keyOf = (rig: string | null, id: string): string => `${rig ?? 'no rig'} ${id}`;
/** Made by the rig itself: a lapse, its button, its E-stop. Source: PROTOCOL.md §5.4. */
const isOwn = (stop: LedgerStop): boolean => stop.id.startsWith('R');

/** `lived` holds the keys of stops that the bridge which made them recorded itself; `told` the ids that people got as answers. */
export function compareStops(ledger: readonly LedgerEntry[], shown: readonly StoredStop[], lived: ReadonlySet<string>, told: readonly string[] = []): Comparison {
  const stops = stopsOf(ledger);
  const named = new Map(stops.filter((stop) => stop.id !== UNNAMED_ID).map((stop) => [keyOf(stop.rig, stop.id), stop]));
  const byKey = Map.groupBy(shown, (stop) => keyOf(stop.rig, stop.stopId));
  const unnamed = compareUnnamed(stops, shown, named);
  return {
    missing: [
      ...[...named].filter(([key]) => !byKey.has(key)).filter(([, stop]) => !isOwn(stop) || !isToldOtherwise(stop, shown))
        .map(([key, stop]) => `${key}: the rig got it in ${stop.phase} (${stop.cause}, ${stop.answer}), the server does not show it`),
      ...unnamed.missing, ...shown.flatMap((stop) => wrongMark(stop, lived) ?? []),
    ],
    doubled: [
      ...[...byKey].filter(([, same]) => same.length > 1).map(([key, same]) => `${key}: the server shows it ${same.length} times`),
      ...shown.filter((stop) => !named.has(keyOf(stop.rig, stop.stopId)) && claimsAnswer(stop) && !isUnnamed(stop))
        .map((stop) => `${keyOf(stop.rig, stop.stopId)}: the server shows the rig's answer to it, and the rig never got it`),
      ...unnamed.doubled,
    ],
    unpermitted: unpermittedOf(ledger),
    toldOnly: [...new Set(told)].filter((id) => !shown.some(({ stopId }) => stopId === id)),
    recovered: shown.filter((stop) => stop.recovered).length,
    ledgerStops: stops.length,
    serverStops: shown.length,
    crossings: ledger.filter((entry) => entry.event === 'crossing').length,
  };
}

/**
 * A stop that only the bridge knows of (no line, or past the point of no return, where none is written) is no fault; nor is one that
 * was rebuilt from the bridge's own latch file, because its record died. What was rebuilt from the rig's latch claims the rig's answer.
 */
const claimsAnswer = ({ trip }: StoredStop): boolean => trip.receipt.answer !== 'none' || trip.receipt.state === 'confirmed';
const isUnnamed = ({ trip, recovered }: StoredStop): boolean => recovered && (trip.causes[0]?.code === 'unnamed-stop' || trip.causes[0]?.code === 'drill-became-stop');

/** The rig stopped itself, and the bridge's own stop of the same restore stands for both; or there was nothing to stop, because it was latched already. */
const isToldOtherwise = (stop: LedgerStop, shown: readonly StoredStop[]): boolean =>
  (stop.restore === null && stop.phase === 'stopped') || (stop.restore !== null && shown.some(({ rig, trip }) => rig === stop.rig && trip.restoreId === stop.restore));

/** Stop bytes without a name have no key of their own: they are counted for each rig. */
function compareUnnamed(stops: readonly LedgerStop[], shown: readonly StoredStop[], named: ReadonlyMap<string, LedgerStop>): { missing: string[]; doubled: string[] } {
  const missing: string[] = [];
  const doubled: string[] = [];
  for (const rig of new Set(stops.map((stop) => stop.rig))) {
    const got = stops.filter((stop) => stop.rig === rig && stop.id === UNNAMED_ID).length;
    const has = shown.filter((stop) => stop.rig === rig && isUnnamed(stop) && !named.has(keyOf(rig, stop.stopId))).length;
    if (has < got) missing.push(`${rig}: ${got} stops without a name at the rig, ${has} on the server`);
    if (has > got) doubled.push(`${rig}: ${got} stops without a name at the rig, ${has} on the server`);
  }
  return { missing, doubled };
}

/** A stop is marked `recovered` when its bridge did not live to record it, and only then. */
function wrongMark(stop: StoredStop, lived: ReadonlySet<string>): string | null {
  const key = keyOf(stop.rig, stop.stopId);
  const wasRecorded = lived.has(key) || lived.has(keyOf(null, stop.stopId));
  if (wasRecorded !== stop.recovered) return null;
  return stop.recovered ? `${key}: marked recovered, although its bridge recorded it` : `${key}: not marked recovered, although its bridge never recorded it`;
}

function unpermittedOf(ledger: readonly LedgerEntry[]): string[] {
  const faults: string[] = [];
  /** The end of the newest live permit of each kind, by rig, boot and restore; a stop ends it. */
  const live = new Map<string, { write: number; erase: number }>();
  const crossed = new Set<string>();
  for (const entry of ledger) {
    if (!('restore' in entry) || entry.restore === null) continue;
    const restore = `${entry.rig} boot ${entry.boot} restore ${entry.restore}`;
    const ends = live.get(restore) ?? { write: 0, erase: 0 };
    if (entry.event === 'permit' && entry.live) live.set(restore, entry.kind === 'erase' ? { write: entry.until_ms, erase: entry.until_ms } : { write: entry.until_ms, erase: 0 });
    else if (entry.event === 'stop') live.delete(restore);
    else if (entry.event === 'gate' || entry.event === 'crossing') {
      const isLive = entry.t_ms < ends[entry.point] && (entry.event === 'gate' || entry.live);
      if (!isLive) faults.push(`${restore}: ${entry.event} for ${entry.point} at ${entry.t_ms} ms without a live permit`);
      else if (entry.event === 'crossing') crossed.add(`${restore} ${entry.point}`);
    } else if (entry.event === 'erase-begun' && !crossed.has(`${restore} erase`)) {
      faults.push(`${restore}: an erase began at ${entry.t_ms} ms without a live permit`);
    }
  }
  return faults;
}

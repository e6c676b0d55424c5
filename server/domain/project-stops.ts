/**
 * Projects evidence to stops: a function of the set of reports about one stop id, so that order, repetition and resending
 * cannot change the result. It counts a stop once even when it comes as a trip and again from the rig's latch.
 */
import type { DeviceIdentity } from '../../firmware-bridge/contract/bench-status.ts';
import { EVIDENCE_BODIES } from '../../firmware-bridge/contract/evidence.ts';
import type { Evidence } from '../../firmware-bridge/contract/evidence.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import type { StoredEvidence, StoredStop } from '../contract/live.ts';
import { mergeTrip } from './merge-trip.ts';

export interface ProjectedStop {
  /** The server's number of the first evidence of this stop: stable, unique, and the cursor of lists. */
  readonly firstEvidenceId: number;
  readonly stop: StoredStop;
}

interface Mention {
  readonly id: number;
  readonly receivedAtIso: string;
  readonly event: Evidence;
  readonly bench: string;
  readonly rig: string | null;
  readonly trip: Trip | null;
  readonly device: DeviceIdentity | null;
  readonly reset: StoredStop['reset'];
}

/** The stop that a piece of evidence speaks of, or null. Lenient, so that a newer report is found again by a rebuild. */
export function stopIdOf(event: Evidence): string | null {
  if (event.kind === 'reset-done') return typeof event.body['tripId'] === 'string' ? event.body['tripId'] : null;
  if (!['tripped', 'cause-added', 'receipt-changed', 'trip-recovered'].includes(event.kind)) return null;
  const trip = event.body['trip'];
  return typeof trip === 'object' && trip !== null && 'id' in trip && typeof trip.id === 'string' ? trip.id : null;
}

/** Every stop that the evidence of one stop id proves: usually one, more when two rigs used the same id. */
export function projectStops(stopId: string, evidence: readonly StoredEvidence[]): ProjectedStop[] {
  const mentions = inOrderOfTruth(evidence.flatMap((item) => mentionOf(stopId, item) ?? []));
  return groupByRig(mentions).flatMap((group) => projectGroup(stopId, group) ?? []);
}

function mentionOf(stopId: string, item: StoredEvidence): Mention | null {
  const { event } = item;
  if (stopIdOf(event) !== stopId) return null;
  const base = { id: item.id, receivedAtIso: item.receivedAtIso, event, bench: event.bench ?? 'no bench', device: null, reset: null };
  switch (event.kind) {
    case 'tripped':
    case 'trip-recovered': {
      const body = EVIDENCE_BODIES[event.kind].safeParse(event.body);
      if (!body.success) return null;
      const recovered = event.kind === 'trip-recovered';
      return { ...base, rig: body.data.rig, trip: { ...body.data.trip, recovered }, device: body.data.device };
    }
    case 'cause-added':
    case 'receipt-changed': {
      const body = EVIDENCE_BODIES[event.kind].safeParse(event.body);
      return body.success ? { ...base, rig: body.data.rig, trip: body.data.trip } : null;
    }
    case 'reset-done': {
      const body = EVIDENCE_BODIES['reset-done'].safeParse(event.body);
      if (!body.success) return null;
      const { rig, reason, second } = body.data;
      return { ...base, rig, trip: null, reset: { atIso: event.atIso, by: event.actor.name, second, reason } };
    }
    default:
      return null;
  }
}

/** The bridge's own reports first, then what was rebuilt from a latch; runs of the bridge by their first time, then by number. */
function inOrderOfTruth(mentions: readonly Mention[]): Mention[] {
  const unique = new Map<string, Mention>();
  const runStart = new Map<string, string>();
  for (const mention of mentions) {
    const { event } = mention;
    const run = runOf(event);
    const key = `${run}\n${event.seq}`;
    const known = unique.get(key);
    if (known === undefined || mention.id < known.id) unique.set(key, mention);
    const start = runStart.get(run);
    if (start === undefined || event.atIso < start) runStart.set(run, event.atIso);
  }
  const place = (mention: Mention): string => `${mention.trip?.recovered === true ? 1 : 0} ${runStart.get(runOf(mention.event)) ?? ''} ${runOf(mention.event)}`;
  return [...unique.values()].sort((left, right) => compare(place(left), place(right)) || left.event.seq - right.event.seq);
}

const runOf = (event: Evidence): string => `${event.bridge}\n${event.bootId}`;
const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** A report made before the rig's serial was known belongs to the one rig that the same bench names, if there is one. */
function groupByRig(mentions: readonly Mention[]): Mention[][] {
  const rigsOfBench = new Map<string, Set<string>>();
  for (const { bench, rig } of mentions) {
    if (rig !== null) rigsOfBench.set(bench, (rigsOfBench.get(bench) ?? new Set<string>()).add(rig));
  }
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const candidates = [...(rigsOfBench.get(mention.bench) ?? [])];
    const rig = mention.rig ?? (candidates.length === 1 ? candidates[0] : undefined);
    const key = rig === undefined ? `bench\n${mention.bench}` : `rig\n${rig}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return [...groups.values()];
}

function projectGroup(stopId: string, group: readonly Mention[]): ProjectedStop | null {
  const tellers = group.filter((mention) => mention.trip !== null);
  const trip = tellers.reduce<Trip | null>((merged, { trip: told }) => (told === null ? merged : merged === null ? told : mergeTrip(merged, told)), null);
  const first = tellers[0];
  if (trip === null || first === undefined) return null;
  // What the restarted bridge reports later from its latch file does not make up for the record that its forerunner died before.
  const kinds = new Set(group.map(({ event }) => event.kind));
  const recovered = kinds.has('trip-recovered') && !kinds.has('tripped');
  return {
    firstEvidenceId: Math.min(...group.map((mention) => mention.id)),
    stop: {
      rig: group.find((mention) => mention.rig !== null)?.rig ?? null,
      stopId,
      bench: first.bench,
      device: group.find((mention) => mention.device !== null)?.device ?? null,
      trip: { ...trip, recovered },
      recovered,
      recordedAtIso: tellers.map((mention) => mention.receivedAtIso).reduce((left, right) => (left < right ? left : right)),
      reset: group.find((mention) => mention.reset !== null)?.reset ?? null,
    },
  };
}

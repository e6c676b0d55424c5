/**
 * What a page knows from the live feed, and how each message changes it. Pure: the time of arrival is handed in. It
 * keeps configured order of benches and a bounded number of evidence lines; it never invents a state.
 */
import type { AlarmNote } from '../../server/contract/alarms.ts';
import type { LiveMessage, StoredEvidence } from '../../server/contract/live.ts';
import type { HeldBench } from './voice.ts';

/** Enough for the recent lines of a bench page; older ones are the server's. */
export const EVIDENCE_KEPT_MAX = 400;

/** Many more than there are benches. */
const ALARM_NOTES_KEPT_MAX = 400;

export interface FeedState {
  readonly store: { readonly name: string; readonly virtual: boolean } | null;
  readonly version: string | null;
  /** The server's wall clock when the snapshot was made, for the clock in the header. */
  readonly serverClock: { readonly atIso: string; readonly receivedAtMs: number } | null;
  readonly benches: readonly HeldBench[];
  /** Oldest first, by the server's number. */
  readonly evidence: readonly StoredEvidence[];
  readonly lastEvidenceId: number | null;
  /** Rises whenever what the server knows of stops may have changed, so that lists and counts are asked for again. */
  readonly stopsVersion: number;
  /** Grows with every word of a case: what shows cases asks again. */
  readonly casesVersion: number;
  /** What people said of alarms, oldest first. */
  readonly alarmNotes: readonly AlarmNote[];
}

export const emptyFeedState: FeedState = { store: null, version: null, serverClock: null, benches: [], evidence: [], lastEvidenceId: null, stopsVersion: 0, casesVersion: 0, alarmNotes: [] };

/** Kinds of evidence that make or change a stop. */
const OF_STOPS: ReadonlySet<string> = new Set(['tripped', 'cause-added', 'receipt-changed', 'reset-done', 'trip-recovered']);

function mergeEvidence(known: readonly StoredEvidence[], more: readonly StoredEvidence[]): readonly StoredEvidence[] {
  const byId = new Map(known.map((item) => [item.id, item]));
  for (const item of more) byId.set(item.id, item);
  return [...byId.values()].toSorted((a, b) => a.id - b.id).slice(-EVIDENCE_KEPT_MAX);
}

export function applyMessage(state: FeedState, message: LiveMessage, atMs: number): FeedState {
  switch (message.type) {
    case 'snapshot': {
      // A number lower than the one we know means another database: its evidence must not be mixed with the old.
      const isOtherDatabase = state.lastEvidenceId !== null && message.after < state.lastEvidenceId;
      return {
        store: message.store,
        version: message.version,
        serverClock: { atIso: message.serverTimeIso, receivedAtMs: atMs },
        benches: message.benches.map((view) => ({ view, receivedAtMs: atMs })),
        evidence: mergeEvidence(isOtherDatabase ? [] : state.evidence, message.recent),
        lastEvidenceId: message.after,
        stopsVersion: state.stopsVersion + 1,
        casesVersion: state.casesVersion + 1,
        alarmNotes: message.alarms ?? [],
      };
    }
    case 'bench': {
      const held: HeldBench = { view: message.bench, receivedAtMs: atMs };
      const isKnown = state.benches.some((bench) => bench.view.id === message.bench.id);
      const benches = isKnown
        ? state.benches.map((bench) => (bench.view.id === message.bench.id ? held : bench))
        : [...state.benches, held];
      return { ...state, benches };
    }
    case 'evidence':
      return {
        ...state,
        evidence: mergeEvidence(state.evidence, [message.item]),
        lastEvidenceId: Math.max(state.lastEvidenceId ?? 0, message.item.id),
        stopsVersion: state.stopsVersion + (OF_STOPS.has(message.item.event.kind) ? 1 : 0),
      };
    case 'judgement':
      return { ...state, stopsVersion: state.stopsVersion + 1 };
    case 'alarm-noted':
      return { ...state, alarmNotes: [...state.alarmNotes, message.note].slice(-ALARM_NOTES_KEPT_MAX) };
    case 'cases':
      return { ...state, casesVersion: state.casesVersion + 1 };
  }
}

/** The wall clock of the server now, as people at the bench read it. */
export const serverTimeNow = (state: FeedState, nowAtMs: number): Date | null =>
  state.serverClock === null ? null : new Date(Date.parse(state.serverClock.atIso) + nowAtMs - state.serverClock.receivedAtMs);

/** For what is said in minutes: it changes no more often. */
export const minuteOf = (time: Date | null): number | null => (time === null ? null : Math.floor(time.getTime() / 60_000) * 60_000);

/** Wait before the next try to connect: doubling, with a ceiling, spread so that many pages do not come at once. */
export function reconnectDelayMs(attempt: number, spread: number): number {
  const base = Math.min(8_000, 500 * 2 ** Math.min(attempt, 5));
  return Math.round(base * (0.75 + 0.5 * spread));
}

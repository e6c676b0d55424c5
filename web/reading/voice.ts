/**
 * What one bench says across the room: exactly one voice per bench, worst first. It judges only what it was told and
 * how old that is; it never says "stopped" without the rig's own answer.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import type { BenchView } from '../../server/contract/live.ts';
import { ageNow, freshnessOf } from './age.ts';
import type { Freshness } from './age.ts';

/** In order of urgency. `step-back`: people are in danger, whatever became of the restore. `stopping`: written, no answer yet. `locked`: latched without a stop having been written. */
export const VOICES = ['step-back', 'not-confirmed', 'stopping', 'stopped', 'locked', 'too-late', 'unprotected', 'out-of-service', 'waiting', 'running', 'ready'] as const;
export type Voice = (typeof VOICES)[number];

/** The voices that ask a person to come, and to say so. */
export const ALARM_VOICES: Readonly<Record<Voice, boolean>> = {
  'step-back': true, 'not-confirmed': true, stopping: true, stopped: true, locked: true, 'too-late': true,
  unprotected: false, 'out-of-service': false, waiting: false, running: false, ready: false,
};

/** What is counted together, each a filter of the board. Every bench is in exactly one. */
export const COUNTED = ['stopped', 'too-late', 'waiting', 'running', 'unprotected', 'ready', 'out-of-service'] as const;
export type Counted = (typeof COUNTED)[number];
export const COUNTED_AS: Readonly<Record<Voice, Counted>> = {
  'step-back': 'stopped', 'not-confirmed': 'stopped', stopping: 'stopped', stopped: 'stopped', locked: 'stopped', 'too-late': 'too-late',
  unprotected: 'unprotected', 'out-of-service': 'out-of-service', waiting: 'waiting', running: 'running', ready: 'ready',
};

/** One bench as a page holds it: what was told, and when this page got it. */
export interface HeldBench {
  readonly view: BenchView;
  readonly receivedAtMs: number;
}

export interface Reading {
  readonly view: BenchView;
  readonly status: BenchStatus | null;
  readonly voice: Voice;
  readonly freshness: Freshness;
  /** Nothing of this bench may look live. */
  readonly isStale: boolean;
  /** Age of the last word of the rig; null when it never spoke. */
  readonly ageMs: number | null;
  /** An unanswered alarm can be acknowledged by this id. */
  readonly alarmId: string | null;
  /** A stop would only add harm, as far as is known now. */
  readonly stopIsOff: boolean;
}

const voiceOfTrip = (trip: Trip): Voice => {
  if (trip.operator === 'step-back') return 'step-back';
  const byState: Readonly<Record<Trip['receipt']['state'], Voice>> = {
    'not-confirmed': 'not-confirmed',
    pending: 'stopping',
    confirmed: 'stopped',
    'too-late': 'too-late',
    'not-written': trip.zone === 'committed' ? 'too-late' : trip.receipt.answer === 'stopped' ? 'stopped' : 'locked',
  };
  return byState[trip.receipt.state];
};

const voiceOfRest = (status: BenchStatus): Voice => {
  if (status.protection === 'none' || status.mode === 'offline' || status.mode === 'handshaking') return 'unprotected';
  if (status.committedEstablished) return 'too-late';
  if (status.mode === 'permitted') return 'running';
  if ((status.service?.out ?? null) !== null) return 'out-of-service';
  return status.seated || status.restore !== null ? 'waiting' : 'ready';
};

/** The rig's last word is older than the status that reports it; both count. */
const rigAge = (status: BenchStatus, statusAgeMs: number | null): number | null =>
  statusAgeMs === null || status.link.lastFrameAgeMs === null ? null : statusAgeMs + status.link.lastFrameAgeMs;

const alarmIdOf = (status: BenchStatus): string | null => {
  if (status.trip === null) return null;
  const voice = voiceOfTrip(status.trip);
  // A stop that turns out unconfirmed, or a later cause, is a new alarm even for someone who saw the first. Two bridges may number alike.
  return `${status.bench}/${status.trip.id}/${voice === 'stopping' ? 'stopped' : voice}/${status.trip.causes.length}`;
};

export function readBench(held: HeldBench, nowAtMs: number): Reading {
  const { view } = held;
  const { status } = view;
  const statusAgeMs = ageNow(view.ageMs, held.receivedAtMs, nowAtMs);
  if (status === null) {
    return { view, status, voice: 'unprotected', freshness: 'unknown', isStale: true, ageMs: null, alarmId: null, stopIsOff: false };
  }
  const ageMs = rigAge(status, statusAgeMs);
  const freshness = freshnessOf(ageMs, view.bridgeConnected);
  const isStale = freshness === 'stale' || freshness === 'unknown';
  const known = status.trip === null ? voiceOfRest(status) : voiceOfTrip(status.trip);
  return {
    view,
    status,
    freshness,
    isStale,
    ageMs,
    voice: isStale && status.trip === null ? 'unprotected' : known,
    alarmId: alarmIdOf(status),
    // In doubt the button stays on: the rig decides between stop and crossing in one instant, so asking never harms.
    stopIsOff: status.committedEstablished && !isStale,
  };
}

export function countVoices(readings: readonly Reading[]): Readonly<Record<Counted, number>> {
  const counts: Record<Counted, number> = { stopped: 0, 'too-late': 0, waiting: 0, running: 0, unprotected: 0, ready: 0, 'out-of-service': 0 };
  for (const reading of readings) counts[COUNTED_AS[reading.voice]] += 1;
  return counts;
}

/** The worst voice that nobody has said to have seen; it chooses tone, title and icon. */
export function worstUnseen(readings: readonly Reading[], seen: ReadonlySet<string>): Reading | null {
  const unseen = readings.filter((reading) => reading.alarmId !== null && !seen.has(reading.alarmId) && ALARM_VOICES[reading.voice]);
  return unseen.toSorted((a, b) => VOICES.indexOf(a.voice) - VOICES.indexOf(b.voice))[0] ?? null;
}

/**
 * The life of an alarm after ISA-18.2: not acknowledged, acknowledged, gone before anybody acknowledged it, put aside with an end.
 * Pure. Acknowledged is never cleared: only a reset at the bench clears. A new stop or a new cause is another alarm.
 */
import type { AlarmNote } from '../../server/contract/alarms.ts';
import { ALARM_VOICES, VOICES } from './voice.ts';
import type { Reading } from './voice.ts';

export type AlarmPhase = 'none' | 'unacknowledged' | 'cleared-unacknowledged' | 'acknowledged' | 'snoozed';

export interface AlarmLife {
  readonly phase: AlarmPhase;
  /** Who said so; null where nobody did, or only somebody at this page whose word the server did not take. */
  readonly note: AlarmNote | null;
  /** Until it comes back by itself; null unless it is put aside. */
  readonly leftMs: number | null;
}

export interface Known {
  readonly notes: readonly AlarmNote[];
  /** Seen at this page, while the server has not answered or does not. */
  readonly seenHere: ReadonlySet<string>;
  /** The server's wall clock; null before it was heard. */
  readonly serverNowMs: number | null;
}

const QUIET: AlarmLife = { phase: 'none', note: null, leftMs: null };

export function alarmLifeOf({ alarmId, voice, status }: Reading, { notes, seenHere, serverNowMs }: Known): AlarmLife {
  if (alarmId === null || !ALARM_VOICES[voice]) return QUIET;
  const note = notes.findLast(({ alarm }) => alarm === alarmId) ?? null;
  if (note !== null && note.untilIso === null) return { phase: 'acknowledged', note, leftMs: null };
  if (note !== null && note.untilIso !== null && serverNowMs !== null) {
    const leftMs = Date.parse(note.untilIso) - serverNowMs;
    if (leftMs > 0) return { phase: 'snoozed', note, leftMs };
  }
  if (seenHere.has(alarmId)) return { phase: 'acknowledged', note: null, leftMs: null };
  const isGone = status?.trip?.causes.every(({ cleared }) => cleared) ?? false;
  return { phase: isGone ? 'cleared-unacknowledged' : 'unacknowledged', note: null, leftMs: null };
}

export const RINGS: Readonly<Record<AlarmPhase, boolean>> = { none: false, unacknowledged: true, 'cleared-unacknowledged': true, acknowledged: false, snoozed: false };

export interface Ringing {
  readonly reading: Reading;
  readonly alarmId: string;
  readonly isGone: boolean;
}

/** What nobody has acknowledged, the worst first; of equals what still stands before what is gone. */
export function ringingOf(readings: readonly Reading[], known: Known): Ringing[] {
  return readings.flatMap((reading) => {
    const { phase } = alarmLifeOf(reading, known);
    return RINGS[phase] && reading.alarmId !== null ? [{ reading, alarmId: reading.alarmId, isGone: phase === 'cleared-unacknowledged' }] : [];
  }).toSorted((a, b) => VOICES.indexOf(a.reading.voice) - VOICES.indexOf(b.reading.voice) || Number(a.isGone) - Number(b.isGone));
}

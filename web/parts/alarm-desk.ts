/**
 * Which alarms a person at this page has seen, and whether the tone sounds now. An alarm that is seen is quiet, not
 * gone; a mute ends by itself. It never changes anything at a bench.
 */
import type { Reading, Voice } from '../reading/voice.ts';
import { worstUnseen } from '../reading/voice.ts';
import { AlarmSound } from './alarm-sound.ts';
import type { Tone } from './alarm-sound.ts';

export const MUTE_MS = 5 * 60_000;
const REPEAT_EVERY_MS = 4_000;
/** Seen alarms are remembered up to this many; trip ids are never used again, so old ones can go. */
const SEEN_MAX = 500;

export const TONES: Readonly<Record<Voice, Tone | null>> = {
  'step-back': 'not-confirmed', 'not-confirmed': 'not-confirmed', stopping: 'stopped', stopped: 'stopped', locked: 'stopped', 'too-late': 'too-late',
  unprotected: null, 'out-of-service': null, waiting: null, running: null, ready: null,
};

const KEY = 'holdfast-seen-alarms';

/** What this browser session keeps; null where a browser forbids it. */
type Keep = Pick<Storage, 'getItem' | 'setItem'>;

function sessionKeep(): Keep | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}

export class AlarmDesk {
  readonly sound = new AlarmSound();
  readonly #keep: Keep | null;
  readonly #seen: Set<string>;
  #mutedUntilMs = 0;
  #soundedAtMs = Number.NEGATIVE_INFINITY;
  #soundedFor: string | null = null;

  /** What was seen outlives a reload of the page, not the browser session. */
  constructor(keep: Keep | null = sessionKeep()) {
    this.#keep = keep;
    this.#seen = new Set(readSeen(keep));
  }

  get seen(): ReadonlySet<string> {
    return this.#seen;
  }

  see(alarmId: string): void {
    this.#seen.add(alarmId);
    const oldest = this.#seen.values().next();
    if (this.#seen.size > SEEN_MAX && oldest.done !== true) this.#seen.delete(oldest.value);
    this.#write();
  }

  /** An alarm that ended is forgotten. A bench that says nothing may still have it. */
  forgetEnded(readings: readonly Reading[]): void {
    if (this.#seen.size === 0 || readings.length === 0 || readings.some(({ status }) => status === null)) return;
    const going = new Set(readings.map(({ alarmId }) => alarmId));
    const ended = [...this.#seen].filter((id) => !going.has(id));
    for (const id of ended) this.#seen.delete(id);
    if (ended.length > 0) this.#write();
  }

  #write(): void {
    try {
      this.#keep?.setItem(KEY, JSON.stringify([...this.#seen]));
    } catch {
      // Full or forbidden: it is remembered until the next reload, as before.
    }
  }

  muteLeftMs(nowAtMs: number): number {
    return Math.max(0, this.#mutedUntilMs - nowAtMs);
  }

  mute(nowAtMs: number): void {
    this.#mutedUntilMs = nowAtMs + MUTE_MS;
  }

  unmute(): void {
    this.#mutedUntilMs = 0;
  }

  /** Called at each redraw: sounds at once for a new alarm, then again every few seconds until somebody has seen it. */
  sing(readings: readonly Reading[], nowAtMs: number): void {
    const worst = worstUnseen(readings, this.#seen);
    const tone = worst === null ? null : TONES[worst.voice];
    if (worst === null || tone === null) {
      this.#soundedFor = null;
      return;
    }
    if (this.muteLeftMs(nowAtMs) > 0 || !this.sound.isReady) return;
    const isNew = worst.alarmId !== this.#soundedFor;
    if (!isNew && nowAtMs - this.#soundedAtMs < REPEAT_EVERY_MS) return;
    this.#soundedFor = worst.alarmId;
    this.#soundedAtMs = nowAtMs;
    this.sound.play(tone);
  }
}

function readSeen(keep: Keep | null): string[] {
  try {
    const kept: unknown = JSON.parse(keep?.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(-SEEN_MAX) : [];
  } catch {
    return [];
  }
}

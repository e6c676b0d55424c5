/**
 * The alarms of this page: which ring, which tone sounds now, the mute that ends by itself, and what people said of them here or at
 * another screen. What is seen is quiet, not gone. It never changes anything at a bench.
 */
import type { AlarmNote } from '../../server/contract/alarms.ts';
import { noteAlarm } from '../api.ts';
import type { CallProblem } from '../api.ts';
import { alarmLifeOf, RINGS, ringingOf } from '../reading/alarm-life.ts';
import type { AlarmLife, Known, Ringing } from '../reading/alarm-life.ts';
import { nextTone, SILENT } from '../reading/alarm-rhythm.ts';
import type { Rhythm } from '../reading/alarm-rhythm.ts';
import { KeptChoice } from '../reading/kept-choice.ts';
import type { Reading } from '../reading/voice.ts';
import { AlarmSound, VOLUMES } from './alarm-sound.ts';

export const MUTE_MS = 5 * 60_000;
/** Seen alarms are remembered up to this many; trip ids are never used again, so old ones can go. */
const SEEN_MAX = 500;

export class AlarmDesk {
  readonly sound = new AlarmSound();
  readonly volume = new KeptChoice('holdfast-volume', VOLUMES);
  /** Why the server does not know what was seen here; null when it does. */
  problem: CallProblem | null = null;
  readonly #seenHere = new Set<string>();
  #known: Known = { notes: [], seenHere: this.#seenHere, serverNowMs: null };
  #seen: ReadonlySet<string> = new Set();
  #ringing: readonly Ringing[] = [];
  #mutedUntilMs = 0;
  #rhythm: Rhythm = SILENT;

  constructor() {
    this.sound.volume = this.volume.value;
    this.volume.listen(() => { this.sound.volume = this.volume.value; });
  }

  /** Alarms that ring no more: acknowledged, or put aside for a while. */
  get seen(): ReadonlySet<string> {
    return this.#seen;
  }

  /** The worst first. */
  get ringing(): readonly Ringing[] {
    return this.#ringing;
  }

  lifeOf(reading: Reading): AlarmLife {
    return alarmLifeOf(reading, this.#known);
  }

  /** Quiet on this screen alone, for whoever may not say it for the store. */
  seeHere(alarmId: string): void {
    this.#see(alarmId);
  }

  /** Quiet here at once; the server tells the other screens. A server that is away leaves it quiet on this one. */
  async note(bench: string, alarmId: string, snoozeMinutes: 5 | 15 | 60 | null): Promise<void> {
    if (snoozeMinutes === null) this.#see(alarmId);
    const answer = await noteAlarm(bench, { alarm: alarmId, snoozeMinutes });
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok && snoozeMinutes !== null) this.#seenHere.delete(alarmId);
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

  /** Called at each redraw with what is known now. */
  follow(readings: readonly Reading[], notes: readonly AlarmNote[], serverNowMs: number | null, nowAtMs: number): void {
    this.#known = { notes, seenHere: this.#seenHere, serverNowMs };
    this.#ringing = ringingOf(readings, this.#known);
    this.#seen = new Set(readings.flatMap((one) => (one.alarmId !== null && !RINGS[this.lifeOf(one).phase] ? [one.alarmId] : [])));
    if (!this.sound.isReady) return;
    const { rhythm, tone } = nextTone(this.#rhythm, this.#ringing, nowAtMs, this.muteLeftMs(nowAtMs) > 0);
    this.#rhythm = rhythm;
    if (tone !== null) this.sound.play(tone);
  }

  #see(alarmId: string): void {
    this.#seenHere.add(alarmId);
    const oldest = this.#seenHere.values().next();
    if (this.#seenHere.size > SEEN_MAX && oldest.done !== true) this.#seenHere.delete(oldest.value);
  }
}

/** One browser page has one desk, as it has one loudspeaker. */
export const alarmDesk = new AlarmDesk();

/**
 * Notices when somebody comes back to this page: it was hidden or dimmed for a while, the computer slept, or it is a new visit. It keeps in this
 * browser when each person was last here, and tells nobody else.
 */
import { AWAY_MS, comeBack, readHere, writeHere } from '../reading/here.ts';
import type { Here, Mark } from '../reading/here.ts';
import { dimming } from './dimming.ts';
import { wallNowMs } from './wall-clock.ts';

/** Two people at one computer are away by themselves. */
const keyOf = (person: string): string => `holdfast-last-here-${person}`;
const TICK_MS = 1000;
/** A hand that moves is written down no more often. */
const WRITE_EVERY_MS = 5_000;

export class HereDesk {
  /** Null before it is known who is here and what the page shows. */
  here: Here | null = null;
  /** How often somebody has come back: what happened is asked for anew each time. */
  arrivals = 0;
  #person: string | null = null;
  #lastId: number | null = null;
  #leftAtMs: number | null = null;
  #tickedAtMs = 0;
  #timer: ReturnType<typeof setInterval> | null = null;
  #stopDimming: (() => void) | null = null;
  readonly #tell: () => void;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  start(): void {
    this.#tickedAtMs = wallNowMs();
    this.#leftAtMs = document.visibilityState === 'visible' ? null : this.#tickedAtMs;
    document.addEventListener('visibilitychange', this.#turn);
    this.#stopDimming = dimming.listen(() => { if (!dimming.isDim) this.#arrive(); });
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#turn);
    this.#stopDimming?.();
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#person = null;
    this.here = null;
  }

  /** Who is here, and the newest number that the page has; null where it is not known. Somebody else comes back from an absence of their own. */
  know(person: string | null, lastId: number | null): void {
    this.#lastId = lastId;
    if (person === this.#person || lastId === null || document.visibilityState !== 'visible') return;
    this.#person = person;
    this.here = null;
    this.#arrive();
  }

  /** What happened meanwhile was read. */
  close(): void {
    const { here } = this;
    if (here !== null) this.#keep({ ...here, since: null });
  }

  readonly #turn = (): void => {
    const leftAtMs = this.#leftAtMs;
    if (document.visibilityState !== 'visible') this.#leftAtMs = wallNowMs();
    else {
      this.#leftAtMs = null;
      // A glance at another window is no absence.
      if (leftAtMs !== null && wallNowMs() - leftAtMs >= AWAY_MS) this.#arrive();
    }
  };

  #tick(): void {
    const nowMs = wallNowMs();
    const { here } = this;
    // Whoever wakes a dimmed page comes back then, not when the computer wakes.
    if (document.visibilityState === 'visible' && !dimming.isDim) {
      const now = this.#now();
      if (nowMs - this.#tickedAtMs >= AWAY_MS) this.#arrive();
      else if (here !== null && now !== null && dimming.restMs() < WRITE_EVERY_MS && nowMs - here.last.atMs > WRITE_EVERY_MS) this.#keep({ ...here, last: now });
    }
    this.#tickedAtMs = nowMs;
    this.#tell();
  }

  #arrive(): void {
    this.#tickedAtMs = wallNowMs();
    const now = this.#now();
    if (this.#person === null || now === null) return;
    this.arrivals += 1;
    this.#keep(comeBack(read(this.#person) ?? this.here, now));
  }

  #now(): Mark | null {
    return this.#lastId === null ? null : { id: this.#lastId, atMs: wallNowMs() };
  }

  #keep(here: Here): void {
    this.here = here;
    if (this.#person === null) return;
    try {
      localStorage.setItem(keyOf(this.#person), writeHere(here));
    } catch {
      // A browser that forbids storage tells of an absence only while the page stays open.
    }
    this.#tell();
  }
}

function read(person: string): Here | null {
  try {
    return readHere(localStorage.getItem(keyOf(person)));
  } catch {
    return null;
  }
}

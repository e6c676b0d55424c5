/**
 * Passes bench states on at a limited rate, the latest one only. It stores nothing: while the line is closed a state is
 * dropped, while the line is slow only the newest of each bench waits.
 */
import type { BenchStatus } from '../contract/bench-status.ts';
import type { Clock } from './clock.ts';

/** At most 10 states a second for each bench. */
const GAP_MS_MIN = 100;
/** More benches than one bridge can have; what is above is not shown. */
const BENCHES_MAX = 64;

interface Waiting {
  lastSentAtMs: number;
  latest: BenchStatus | null;
  cancel: (() => void) | null;
}

export interface TelemetryGateOptions {
  readonly clock: Clock;
  /** `closed`: drop; `slow`: keep the latest and look again; `open`: send. */
  readonly line: () => 'closed' | 'slow' | 'open';
  readonly send: (status: BenchStatus) => void;
}

export class TelemetryGate {
  readonly #options: TelemetryGateOptions;
  readonly #benches = new Map<string, Waiting>();

  constructor(options: TelemetryGateOptions) {
    this.#options = options;
  }

  offer(status: BenchStatus): void {
    if (this.#options.line() === 'closed') return;
    const known = this.#benches.get(status.bench);
    if (known === undefined && this.#benches.size >= BENCHES_MAX) return;
    const waiting = known ?? { lastSentAtMs: Number.NEGATIVE_INFINITY, latest: null, cancel: null };
    this.#benches.set(status.bench, waiting);
    waiting.latest = status;
    if (waiting.cancel === null) this.#pass(waiting);
  }

  /** Forgets everything: what waited is old by the time the line is open again. */
  clear(): void {
    for (const waiting of this.#benches.values()) waiting.cancel?.();
    this.#benches.clear();
  }

  #pass(waiting: Waiting): void {
    const { clock, line, send } = this.#options;
    const state = line();
    if (state === 'closed' || waiting.latest === null) {
      waiting.latest = null;
      return;
    }
    const dueInMs = waiting.lastSentAtMs + GAP_MS_MIN - clock.nowMs();
    if (dueInMs <= 0 && state === 'open') {
      waiting.lastSentAtMs = clock.nowMs();
      const status = waiting.latest;
      waiting.latest = null;
      send(status);
      return;
    }
    waiting.cancel = clock.setTimer(dueInMs > 0 ? dueInMs : GAP_MS_MIN, () => {
      waiting.cancel = null;
      this.#pass(waiting);
    });
  }
}

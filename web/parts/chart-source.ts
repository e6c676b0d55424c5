/**
 * Where the points of the charts come from: the server's roll-ups for a window, then live values, then the server again for
 * whatever was missed in between. It keeps each interval once and no more than can be shown.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { RollupPoint } from '../../server/contract/live.ts';
import { pastPoints } from '../bench-calls.ts';
import { addLive, fill, hasHole } from '../reading/chart-points.ts';
import { STEP_MS, spanOf, stepOf } from '../reading/chart-window.ts';
import type { ChartWindow, Span, Step } from '../reading/chart-window.ts';

/** Values between two redraws of the page are the server's alone: its word is asked for so often (ms). */
const RECONCILE_MS = 30_000;
/** The server writes a second when it is over: what is asked at once lacks the last ones (ms). */
const SETTLED_MS = 4_000;

interface Missing { readonly fromMs: number; readonly dueAtMs: number }

export class ChartSource {
  step: Step = '1s';
  points: RollupPoint[] = [];
  readonly #benchId: string;
  readonly #window: ChartWindow;
  readonly #changed: () => void;
  #missing: Missing[] = [];
  #askedAtMs = 0;
  #isAsking = false;

  constructor(benchId: string, window: ChartWindow, changed: () => void) {
    this.#benchId = benchId;
    this.#window = window;
    this.#changed = changed;
  }

  /** False: the server did not answer. */
  async begin(nowMs: number): Promise<boolean> {
    const span = spanOf(this.#window, nowMs);
    this.step = stepOf(this.#window, nowMs);
    this.#askedAtMs = nowMs;
    const told = await this.#ask(span, this.step);
    this.points = fill(this.points, told ?? [], span.fromMs);
    if (told?.length === 0 && this.#window.kind === 'fixed' && this.step === '1s') await this.#byMinute(span);
    this.#miss(span.fromMs, nowMs + SETTLED_MS);
    return told !== null;
  }

  /** A live value, or null where none came with this redraw. */
  follow(status: BenchStatus | null, nowMs: number): void {
    if (this.#window.kind !== 'live') return;
    const stepMs = STEP_MS[this.step];
    if (status !== null) {
      const last = this.points.at(-1);
      if (last !== undefined && hasHole(this.points, nowMs, stepMs)) for (const dueAtMs of [nowMs, nowMs + SETTLED_MS]) this.#miss(last.atMs, dueAtMs);
      addLive(this.points, status, nowMs, stepMs);
    }
    const old = this.points.findIndex(({ atMs }) => atMs >= nowMs - this.#spanMs - stepMs);
    this.points.splice(0, Math.max(0, old));
    const due = this.#missing.filter(({ dueAtMs }) => nowMs >= dueAtMs);
    if (due.length > 0) {
      this.#missing = this.#missing.filter((one) => !due.includes(one));
      void this.#more(Math.min(...due.map(({ fromMs }) => fromMs)), nowMs);
    } else if (nowMs - this.#askedAtMs > RECONCILE_MS) void this.#more(this.#askedAtMs - SETTLED_MS, nowMs);
  }

  get #spanMs(): number {
    return this.#window.kind === 'live' ? this.#window.spanMs : Infinity;
  }

  #miss(fromMs: number, dueAtMs: number): void {
    this.#missing.push({ fromMs, dueAtMs });
  }

  async #more(sinceMs: number, nowMs: number): Promise<void> {
    if (this.#isAsking) return this.#miss(sinceMs, nowMs);
    this.#isAsking = true;
    this.#askedAtMs = nowMs;
    // Intervals of the server begin at whole ones.
    const fromMs = Math.floor(Math.max(sinceMs, nowMs - this.#spanMs) / STEP_MS[this.step]) * STEP_MS[this.step];
    const told = await this.#ask({ fromMs, toMs: nowMs }, this.step);
    this.#isAsking = false;
    if (told === null) return this.#miss(sinceMs, nowMs + SETTLED_MS);
    this.points = fill(this.points, told, fromMs);
    return this.#changed();
  }

  /** Seconds of long ago are gone: then the minutes are shown. */
  async #byMinute(span: Span): Promise<void> {
    const minutes = await this.#ask(span, '1m');
    if (minutes === null || minutes.length === 0) return;
    this.step = '1m';
    this.points = fill([], minutes, span.fromMs);
  }

  async #ask(span: Span, step: Step): Promise<readonly RollupPoint[] | null> {
    const answer = await pastPoints(this.#benchId, span, step);
    return answer.ok ? answer.value.points : null;
  }
}

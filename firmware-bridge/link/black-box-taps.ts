/**
 * The black boxes of all benches, on the guard's side: hands what each tap noted to the recorder when a tick's work is
 * done, and takes word of where each record stands. Trouble with a record is shown; it withholds nothing and stops nothing.
 */
import type { Problem } from '../contract/bench-status.ts';
import type { BoxReport } from '../contract/black-box.ts';
import type { EvidenceItem } from '../contract/evidence.ts';
import type { ToRecorder } from '../contract/recorder-pipe.ts';
import type { BenchState } from '../guard/state.ts';
import { BlackBoxTap, type BoxBatch } from './black-box-tap.ts';

export interface BlackBoxDoors {
  readonly release: string;
  readonly bootId: string;
  readonly now: () => number;
  readonly wall: () => number;
  /** False when there is no room on the way now. */
  readonly offer: (message: ToRecorder) => boolean;
  /** How many recorders there were; with another one, what was on its way to the last may be gone. */
  readonly recorderStarts: () => number;
  readonly record: (bench: string, item: EvidenceItem) => void;
  readonly problemChanged: () => void;
}

interface Box { readonly tap: BlackBoxTap; readonly limitMb: number; problem: Problem | null; toldCount: number }

export class BlackBoxTaps {
  readonly #doors: BlackBoxDoors;
  readonly #boxes = new Map<string, Box>();
  #starts = 0;
  #ended: (() => void) | null = null;

  constructor(doors: BlackBoxDoors) { this.#doors = doors; }

  add(bench: string, limitMb: number): BlackBoxTap {
    const tap = new BlackBoxTap(this.#doors.release);
    this.#boxes.set(bench, { tap, limitMb, problem: null, toldCount: 0 });
    return tap;
  }

  /** Once in each tick, after its work. `look` gives what is known of a bench, or null while a line is only half read. */
  handOver(look: (bench: string) => BenchState | null): void {
    const { now, wall, recorderStarts } = this.#doors;
    const starts = recorderStarts();
    for (const [bench, { tap, limitMb }] of this.#boxes) {
      if (starts !== this.#starts) tap.wantState();
      tap.handOver(now(), wall(), look(bench), this.#offering(bench, limitMb));
    }
    this.#starts = starts;
  }

  /** At the end of the guard: resolves when every record is written and its head is evidence, or nobody can write it. */
  end(): Promise<void> {
    for (const [bench, { tap, limitMb }] of this.#boxes) tap.handOverRest(this.#offering(bench, limitMb));
    if (!this.#doors.offer({ type: 'black-box-end' })) return Promise.resolve();
    return new Promise((ended) => { this.#ended = ended; });
  }

  takeEnd(): void { this.#ended?.(); }

  #offering(bench: string, limitMb: number): (batch: BoxBatch) => boolean {
    return (batch) => this.#doors.offer({ type: 'black-box', bench, boot: this.#doors.bootId, limitMb, ...batch });
  }

  /** A head becomes evidence, so that a cut-off tail shows against it. */
  takeReport({ bench, head, trouble }: BoxReport): void {
    const box = this.#boxes.get(bench);
    if (box === undefined) return;
    if (head !== null && head.count !== box.toldCount) this.#doors.record(bench, { kind: 'black-box-head', body: head });
    box.toldCount = head?.count ?? box.toldCount;
    if ((box.problem === null) === (trouble === null)) return;
    box.problem = trouble === null ? null : { code: 'black-box-stopped', params: { why: trouble } };
    if (box.problem !== null) this.#doors.record(bench, { kind: 'problem-raised', body: box.problem });
    box.tap.wantState();
    this.#doors.problemChanged();
  }

  problemOf(bench: string): Problem | null { return this.#boxes.get(bench)?.problem ?? null; }
}

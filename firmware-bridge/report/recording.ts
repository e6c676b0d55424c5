/**
 * Keeps evidence until it is on the disk: whatever arrived in one turn of the event loop is one transaction, and a disk
 * that refuses is tried again every second. It never drops what it has accepted and never says `recorded` too early.
 */
import type { Evidence } from '../contract/evidence.ts';
import type { FromRecorder } from '../contract/recorder-pipe.ts';
import type { Facts } from '../contract/uplink.ts';
import type { Clock } from './clock.ts';
import { isWorthKeeping } from './known-facts.ts';
import type { Log } from './log.ts';
import type { Outbox, ReportRow } from './outbox.ts';
import { codeOf, Refusal, textOf } from './refusal.ts';

const PENDING_MAX = 1_000;
const BATCH_MAX = 256;
const RETRY_MS = 1_000;
/** A disk that fills while nothing happens is noticed within this time, before the next permit; also the sign of life for the guard. */
const PROBE_MS = 10_000;
/** Acknowledgements are written together: losing one only repeats a report. */
const DELIVERED_WRITE_MS = 200;

export interface RecordingOptions {
  readonly open: () => Outbox;
  readonly clock: Clock;
  /** Runs at the end of this turn of the event loop. */
  readonly atTurnEnd: (run: () => void) => void;
  readonly tellGuard: (message: FromRecorder) => void;
  readonly onStored: () => void;
  /** Another database file is in use: row numbers start anew. */
  readonly onReopened: () => void;
  readonly log: Log;
}

export class Recording {
  readonly #options: RecordingOptions;
  #outbox: Outbox | null = null;
  readonly #pending: Evidence[] = [];
  #refusedFromSeq: number | null = null;
  /** Of the guard's run: `bootId` and the last seq that is on the disk. */
  #recorded: Pick<Evidence, 'bootId' | 'seq'> = { bootId: '', seq: 0 };
  #batch = BATCH_MAX;
  #commitDue = false;
  #trouble: string | null = null;
  #full = false;
  #ackedUpTo = 0;
  #knownFacts: Facts | null = null;
  #believed: string | null = null;
  #cancelDelivered: (() => void) | null = null;
  #cancelTick: (() => void) | null = null;

  constructor(options: RecordingOptions) {
    this.#options = options;
  }

  /** Opens the outbox. Throws only a `Refusal`; a disk that may recover is reported as health and tried again. */
  start(): void {
    this.#tryOpen(true);
    this.#health();
    this.#tickLater();
  }

  accept(event: Evidence): void {
    if (event.bootId === this.#recorded.bootId && event.seq <= this.#recorded.seq) {
      // Sent again although it is on the disk; its row may have been delivered and deleted since.
      this.#options.tellGuard({ type: 'recorded', seq: this.#recorded.seq });
      return;
    }
    // After one refusal everything behind it is refused too, until the guard sends that one again: `recorded` has no gaps.
    const behindRefused = this.#refusedFromSeq !== null && event.seq > this.#refusedFromSeq;
    if (behindRefused || this.#pending.length >= PENDING_MAX) {
      this.#refusedFromSeq ??= event.seq;
      return;
    }
    if (event.seq === this.#refusedFromSeq) this.#refusedFromSeq = null;
    this.#pending.push(event);
    if (this.#commitDue || this.#trouble !== null) return;
    this.#commitDue = true;
    this.#options.atTurnEnd(() => {
      this.#commitDue = false;
      this.#commit();
    });
  }

  /** The server has everything up to this row. */
  delivered(upTo: number): void {
    this.#ackedUpTo = Math.max(this.#ackedUpTo, upTo);
    if (this.#trouble !== null) this.#retry();
    else this.#cancelDelivered ??= this.#options.clock.setTimer(DELIVERED_WRITE_MS, () => this.#writeDelivered());
  }

  deliveredUpTo(): number {
    return Math.max(this.#ackedUpTo, this.#read((outbox) => outbox.deliveredUpTo(), 0));
  }

  after(row: number, limit: number): ReportRow[] {
    return this.#read((outbox) => outbox.after(row, limit), []);
  }

  newestBootId(): string | null {
    return this.#read((outbox) => outbox.newestBootId(), null);
  }

  knownFacts(): Facts | null {
    return this.#knownFacts;
  }

  believe(databaseId: string): void { this.#believed = databaseId; }

  keepFacts(facts: Facts): void {
    if (!isWorthKeeping(this.#knownFacts, facts, this.#believed)) return;
    this.#read((outbox) => {
      outbox.saveFacts(facts);
      this.#knownFacts = facts;
    }, undefined);
  }

  /** Does not wait for the end of the turn. */
  commitNow(): void {
    this.#commit();
  }

  /** Writes what it can and closes. The answer is the number of events that could not be written. */
  close(): number {
    this.#commit();
    this.#writeDelivered();
    this.#cancelTick?.();
    this.#outbox?.close();
    this.#outbox = null;
    return this.#pending.length;
  }

  #commit(): void {
    const before = this.#recorded;
    let failure: unknown = null;
    try {
      while (this.#outbox !== null && this.#pending.length > 0) {
        const batch = this.#pending.slice(0, this.#batch);
        this.#outbox.append(batch);
        this.#pending.splice(0, batch.length);
        this.#recorded = batch.at(-1) ?? this.#recorded;
        this.#batch = Math.min(BATCH_MAX, this.#batch * 4);
      }
    } catch (error) {
      failure = error;
    }
    // Before any word of health, upon which the guard sends again what it believes is not on the disk.
    if (this.#recorded !== before) this.#options.tellGuard({ type: 'recorded', seq: this.#recorded.seq });
    if (failure !== null) {
      this.#batch = 1;
      this.#failed(failure);
    } else if (this.#outbox !== null) this.#recovered();
    if (this.#recorded !== before) this.#options.onStored();
  }

  #retry(): void {
    if (this.#outbox === null) this.#tryOpen(false);
    this.#writeDelivered();
    if (this.#outbox !== null) this.#commit();
  }

  #tickLater(): void {
    this.#cancelTick = this.#options.clock.setTimer(this.#trouble === null ? PROBE_MS : RETRY_MS, () => {
      if (this.#trouble !== null) this.#retry();
      else this.#probe();
      this.#tickLater();
    });
  }

  #probe(): void {
    try {
      this.#outbox?.probe();
      this.#health();
    } catch (error) {
      this.#failed(error);
    }
  }

  #tryOpen(first: boolean): void {
    try {
      this.#outbox = this.#options.open();
      this.#ackedUpTo = this.#outbox.deliveredUpTo();
      this.#knownFacts ??= this.#outbox.knownFacts();
      if (!first) this.#options.onReopened();
    } catch (error) {
      if (first && error instanceof Refusal) throw error;
      this.#failed(error);
    }
  }

  #writeDelivered(): void {
    this.#cancelDelivered?.();
    this.#cancelDelivered = null;
    try {
      this.#outbox?.delivered(this.#ackedUpTo, this.#full);
    } catch (error) {
      this.#failed(error);
    }
  }

  #read<Result>(read: (outbox: Outbox) => Result, otherwise: Result): Result {
    if (this.#outbox === null) return otherwise;
    try {
      return read(this.#outbox);
    } catch (error) {
      this.#failed(error);
      return otherwise;
    }
  }

  #failed(error: unknown): void {
    const code = codeOf(error);
    this.#full = code === 'SQLITE_FULL' || code === 'ENOSPC';
    // A handle that failed for another reason can stay broken after the disk is well again.
    if (!this.#full && !code.startsWith('SQLITE_BUSY')) {
      this.#outbox?.close();
      this.#outbox = null;
    }
    const why = this.#full
      ? 'the disk is full, or the outbox has reached its limit: free space, or bring the server back'
      : `the outbox cannot be written (${code === '' ? textOf(error) : `${code}: ${textOf(error)}`})`;
    if (this.#trouble === why) return;
    this.#trouble = why;
    this.#options.log('error', `cannot record: ${why}`);
    this.#health();
    if (this.#cancelTick === null) return;
    this.#cancelTick();
    this.#tickLater();
  }

  #recovered(): void {
    if (this.#trouble === null) return;
    try {
      this.#outbox?.probe();
    } catch (error) {
      this.#failed(error);
      return;
    }
    this.#trouble = null;
    this.#full = false;
    this.#options.log('info', 'recording again');
    this.#health();
  }

  #health(): void {
    this.#options.tellGuard({ type: 'health', canRecord: this.#trouble === null, why: this.#trouble });
  }
}

/**
 * Where the guard's side of one bench notes what the black box keeps. Noting is a push of what is there anyway; bytes are
 * copied only after what they caused was carried out. It hands small batches on, waits for nobody, and counts what finds no room.
 */
import type { BoxEntry, BoxEvent, BoxItem } from '../contract/black-box.ts';

/** A batch waits at most this long (ms). */
const BATCH_MS = 250;
/** One message holds no more, so that handing it over never takes long (characters; about 0.1 ms). */
const MESSAGE_CHARS_MAX = 16 * 1024;
/** What may wait for a recorder that starts: about a minute of a busy rig (characters, entries). */
const WAITING_CHARS_MAX = 256 * 1024;
const WAITING_ENTRIES_MAX = 8_000;
const STATE_MS = 60_000;
const ENTRY_CHARS = 32;
const STATE_CHARS = 6_000;

export interface BoxBatch { readonly from: number; readonly entries: readonly BoxEntry[] }

interface Reading { readonly is: 'in'; readonly atMs: number; readonly wallMs: number; bytes: string }

export class BlackBoxTap {
  readonly #release: string;
  #entries: BoxEntry[] = [];
  #chars = 0;
  /** The guard's number of the first entry that waits, from 1 in each run. */
  #from = 1;
  #reading: Reading | null = null;
  /** Lines of the chunk that is being dealt with; null between chunks. */
  #lines: number | null = null;
  #lost = { entries: 0, bytes: 0 };
  #wantsState = true;
  #stateAtMs = 0;
  #batchAtMs = 0;
  #isUrgent = false;

  constructor(release: string) { this.#release = release; }

  /** A chunk was read; its place is kept, so that what it causes comes behind it. */
  reading(atMs: number, wallMs: number): void {
    const reading: Reading = { is: 'in', atMs, wallMs, bytes: '' };
    this.#reading = this.#push(reading, 0) ? reading : null;
    this.#lines = 0;
  }

  line(): void { if (this.#lines !== null) this.#lines += 1; }

  /** The chunk was dealt with: now its bytes are copied. */
  read(chunk: Uint8Array): void {
    this.#lines = null;
    if (this.#reading === null) {
      this.#lost.bytes += chunk.length;
      return;
    }
    this.#reading.bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
    this.#chars += chunk.length;
    this.#reading = null;
  }

  event(event: BoxEvent): void { this.#push({ is: 'event', event, within: this.#lines }, 0); }
  did(item: BoxItem): void { this.#push({ is: 'did', item }, 0); }

  wrote(bytes: string, whole: boolean, stopId: string | null, atMs: number): void {
    if (stopId !== null) this.#isUrgent = true;
    this.#push({ is: 'out', atMs, bytes, whole, stopId }, bytes.length);
  }

  /** What was handed over may be gone: a replay needs a place to begin anew. */
  wantState(): void { this.#wantsState = true; }

  #push(entry: BoxEntry, bytes: number): boolean {
    const isFull = this.#lost.entries > 0 || this.#chars > WAITING_CHARS_MAX || this.#entries.length >= WAITING_ENTRIES_MAX;
    if (isFull) {
      this.#lost.entries += 1;
      this.#lost.bytes += bytes;
      return false;
    }
    this.#entries.push(entry);
    this.#chars += ENTRY_CHARS + bytes;
    return true;
  }

  /** Called at each tick. `state` is what the guard knows, or null while a line is only half read. */
  handOver(nowMs: number, wallMs: number, state: unknown, offer: (batch: BoxBatch) => boolean): void {
    if (state !== null && (this.#wantsState || nowMs - this.#stateAtMs >= STATE_MS)) this.#noteState(nowMs, wallMs, state);
    if (this.#entries.length === 0 || (!this.#isUrgent && nowMs - this.#batchAtMs < BATCH_MS)) return;
    if (this.#offerSome(offer)) this.#batchAtMs = nowMs;
    if (this.#entries.length > 0) return;
    this.#isUrgent = false;
    if (this.#lost.entries > 0) this.#noteLost(nowMs);
  }

  /** At the end of the guard: all that there is room for. */
  handOverRest(offer: (batch: BoxBatch) => boolean): void {
    while (this.#entries.length > 0 && this.#offerSome(offer));
  }

  #offerSome(offer: (batch: BoxBatch) => boolean): boolean {
    const count = this.#fitting();
    if (!offer({ from: this.#from, entries: this.#entries.slice(0, count) })) return false;
    this.#from += count;
    this.#entries = this.#entries.slice(count);
    this.#chars = this.#entries.reduce((sum, entry) => sum + charsOf(entry), 0);
    return true;
  }

  #noteState(atMs: number, wallMs: number, state: unknown): void {
    if (!this.#push({ is: 'state', atMs, wallMs, release: this.#release, state }, STATE_CHARS)) return;
    this.#wantsState = false;
    this.#stateAtMs = atMs;
  }

  #noteLost(atMs: number): void {
    const { entries, bytes } = this.#lost;
    this.#lost = { entries: 0, bytes: 0 };
    this.#push({ is: 'gap', atMs, entries, bytes, why: 'no-room' }, 0);
    this.#wantsState = true;
  }

  #fitting(): number {
    let chars = 0;
    const end = this.#entries.findIndex((entry) => {
      chars += charsOf(entry);
      return chars > MESSAGE_CHARS_MAX;
    });
    return end === -1 ? this.#entries.length : Math.max(1, end);
  }
}

const charsOf = (entry: BoxEntry): number =>
  ENTRY_CHARS + (entry.is === 'in' || entry.is === 'out' ? entry.bytes.length : entry.is === 'state' ? STATE_CHARS : 0);

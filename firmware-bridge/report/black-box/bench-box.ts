/**
 * The black box of one bench, as the recorder writes it: gathers entries into blocks, chains them, and appends them to
 * segments of which the oldest go when the space is used. A disk that refuses is counted and tried again; nobody waits for it.
 */
import type { BoxEntry, BoxHead, BoxReport } from '../../contract/black-box.ts';
import { hashOver } from '../../contract/black-box-chain.ts';
import { baseOf, EntryWriter, TELLS_OF_STOP, timesOf, type BlockHeader } from '../../contract/black-box-lines.ts';
import { textOf } from '../refusal.ts';
import type { Clock } from '../clock.ts';
import type { BoxTip, SegmentDisk } from './segment-disk.ts';
import { packBlock } from './gzip-block.ts';
import { sha256 } from './read-blocks.ts';

/** A power cut loses no more than this (ms). Shorter blocks pack worse. */
const BLOCK_MS = 5_000;
/** Larger blocks pack no better, and a flood must not gather (characters). */
const BLOCK_CHARS = 64 * 1024;
/** What waits for a slow disk; more is counted and left out (characters, some minutes of a busy rig). */
const WAITING_CHARS_MAX = 4 * 1024 * 1024;
const RETRY_MS = 10_000;
/** Heads are told at least this often while something is recorded (ms). */
const HEAD_MS = 600_000;
/** Characters that an entry counts for beside its bytes. */
const ENTRY_CHARS = 32;

export interface BenchBoxOptions {
  readonly bench: string;
  readonly disk: SegmentDisk;
  readonly clock: Clock;
  readonly tell: (report: BoxReport) => void;
}

interface Group { readonly boot: string; readonly entries: BoxEntry[]; next: number; chars: number; hasStop: boolean }

export const charsOf = (entry: BoxEntry): number => ENTRY_CHARS + ('bytes' in entry && typeof entry.bytes === 'string' ? entry.bytes.length : entry.is === 'state' ? 6_000 : 0);

export class BenchBox {
  readonly #options: BenchBoxOptions;
  readonly #ready: Group[] = [];
  #open: Group | null = null;
  #boot: string | null = null;
  #expected = 1;
  #waitingChars = 0;
  #lost = { entries: 0, bytes: 0 };
  #tip: BoxTip | null = null;
  #head: BoxHead | null = null;
  #headAtMs: number;
  #isBusy: Promise<void> | null = null;
  #trouble: string | null = null;
  #cancelTimer: (() => void) | null = null;
  #isEnded = false;

  constructor(options: BenchBoxOptions) {
    this.#options = options;
    this.#headAtMs = options.clock.nowMs();
  }

  /** Takes what the guard sent; `from` is the guard's number of the first entry in this run. */
  take(boot: string, from: number, entries: readonly BoxEntry[]): void {
    const first = entries[0];
    if (first === undefined || this.#isEnded) return;
    if (this.#boot !== boot) this.#begin(boot);
    if (from > this.#expected) this.#add({ is: 'gap', atMs: timesOf(first)[0] ?? 0, entries: from - this.#expected, bytes: 0, why: 'not-received' }, from);
    for (const [index, entry] of entries.entries()) this.#add(entry, from + index + 1);
    this.#expected = from + entries.length;
    if (this.#open !== null && this.#open.hasStop) this.#close();
    else this.#cancelTimer ??= this.#options.clock.setTimer(BLOCK_MS, () => { this.#close(); });
  }

  /** Another run of the guard; of one that an earlier recorder had begun to write, the number it had come to. */
  #begin(boot: string): void {
    this.#close();
    this.#tip ??= this.#options.disk.tip();
    this.#boot = boot;
    this.#expected = this.#tip?.boot === boot ? this.#tip.next : 1;
  }

  #add(entry: BoxEntry, next: number): void {
    const chars = charsOf(entry);
    if (this.#trouble !== null || this.#waitingChars + chars > WAITING_CHARS_MAX) {
      this.#lose(entry);
      return;
    }
    // A replay can begin at a state: it heads a block, so that an export can begin there too.
    if (entry.is === 'state' || (this.#open !== null && this.#open.chars > BLOCK_CHARS)) this.#close();
    this.#open ??= { boot: this.#boot ?? '', entries: [], next, chars: 0, hasStop: false };
    this.#open.entries.push(...this.#lostAsGap(entry), entry);
    this.#open.next = next;
    this.#open.chars += chars;
    this.#waitingChars += chars;
    if ((entry.is === 'out' && entry.stopId !== null) || (entry.is === 'did' && TELLS_OF_STOP.has(entry.item.kind))) this.#open.hasStop = true;
  }

  #lose(entry: BoxEntry): void {
    this.#lost.entries += entry.is === 'gap' ? entry.entries : 1;
    if ('bytes' in entry) this.#lost.bytes += typeof entry.bytes === 'string' ? entry.bytes.length : entry.bytes;
  }

  #lostAsGap(before: BoxEntry): BoxEntry[] {
    const { entries, bytes } = this.#lost;
    if (entries === 0) return [];
    this.#lost = { entries: 0, bytes: 0 };
    return [{ is: 'gap', atMs: timesOf(before)[0] ?? 0, entries, bytes, why: 'not-written' }];
  }

  #close(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#open !== null) this.#ready.push(this.#open);
    this.#open = null;
    if (this.#ready.length > 0) this.#isBusy ??= this.#write().finally(() => { this.#isBusy = null; });
  }

  async #write(): Promise<void> {
    for (let group = this.#ready.shift(); group !== undefined; group = this.#ready.shift()) {
      this.#waitingChars -= group.chars;
      try {
        if (this.#trouble !== null) throw new Error(this.#trouble);
        await this.#append(group);
      } catch (error) {
        for (const entry of group.entries) this.#lose(entry);
        this.#failed(textOf(error));
      }
    }
  }

  async #append(group: Group): Promise<void> {
    const { bench, disk, clock } = this.#options;
    const before = this.#tip ?? disk.tip();
    const base = baseOf(group.entries);
    const writer = new EntryWriter(base);
    const chain = before?.chain ?? group.boot;
    const count = before?.count ?? 0;
    const header: BlockHeader = {
      v: 1, bench, chain, boot: group.boot, from: count + 1, count: group.entries.length, next: group.next, ...base, prev: before?.hash ?? '0'.repeat(64),
    };
    const lines = [JSON.stringify(header), ...group.entries.map((entry) => writer.line(entry))];
    const hash = hashOver(header.prev, lines, sha256);
    const block = await packBlock(`${lines.join('\n')}\n${JSON.stringify({ hash })}\n`, group.hasStop);
    const rotated = await disk.append(block, { from: header.from, wallMs: base.wallMs, sync: group.hasStop });
    this.#tip = { chain, count: count + group.entries.length, hash, boot: group.boot, next: group.next };
    this.#head = { chain, count: this.#tip.count, hash };
    if (rotated || group.hasStop || clock.nowMs() - this.#headAtMs >= HEAD_MS) this.#tell();
  }

  #failed(why: string): void {
    if (this.#trouble !== null) return;
    this.#trouble = why;
    // What came behind is of no use without it, and would stand in front of the gap.
    for (const entry of this.#open?.entries ?? []) this.#lose(entry);
    this.#waitingChars -= this.#open?.chars ?? 0;
    this.#open = null;
    this.#tell();
    if (this.#isEnded) return;
    this.#options.clock.setTimer(RETRY_MS, () => { void this.#retry(); });
  }

  /** A file in which a write failed may end with half a block: it is left, and a new one begins. */
  async #retry(): Promise<void> {
    const why = await this.#options.disk.mayWrite();
    if (this.#isEnded) return;
    if (why !== null) {
      this.#options.clock.setTimer(RETRY_MS, () => { void this.#retry(); });
      return;
    }
    this.#trouble = null;
    this.#tell();
  }

  #tell(): void {
    this.#headAtMs = this.#options.clock.nowMs();
    this.#options.tell({ bench: this.#options.bench, head: this.#head, trouble: this.#trouble });
  }

  /** Writes what it has; afterwards nothing more is taken. */
  async end(): Promise<void> {
    this.#close();
    this.#isEnded = true;
    await this.#isBusy;
    if (this.#head !== null) this.#tell();
    await this.#options.disk.close();
  }
}

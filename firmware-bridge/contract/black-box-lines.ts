/**
 * The black box as text: one JSON line for each entry, with times as differences. A block is a line that heads it, its
 * entries, and the hash of it all. Reading is total: what is not an entry gives undefined, nothing is guessed.
 */
import { z } from 'zod';
import { GAP_REASONS, type BoxEntry, type BoxEvent, type BoxItem, type GapReason } from './black-box.ts';

const count = z.number().int().min(0);

/** The first line of a block. `from` is the number of its first entry, `next` the guard's number of the entry behind it. */
export const blockHeaderSchema = z.object({
  v: z.literal(1), bench: z.string(), chain: z.string(), boot: z.string(), from: z.number().int().min(1), count: z.number().int().min(1), next: count,
  us: z.number().int(), wallMs: z.number().int(), prev: z.string().regex(/^[0-9a-f]{64}$/),
}).strict();
export type BlockHeader = z.infer<typeof blockHeaderSchema>;

/** Before the first block of all. */
export const NO_HASH = '0'.repeat(64);

/** Evidence that tells of a stop; the second kind of one that the rig made, or that is told again after a restart. */
export const TELLS_OF_STOP: ReadonlySet<string> = new Set(['tripped', 'trip-recovered']);

const microsOf = (atMs: number): number => Math.round(atMs * 1000);

/** Follows time from entry to entry; the wall clock is foretold from it, so that only its steps cost space. */
class Times {
  #us: number;
  #wallMs: number;
  #wallUs: number;

  constructor({ us, wallMs }: { readonly us: number; readonly wallMs: number }) {
    this.#us = us;
    this.#wallMs = wallMs;
    this.#wallUs = us;
  }

  pass(us: number): number {
    const passed = us - this.#us;
    this.#us = us;
    return passed;
  }

  after(passed: number): number { return this.#us + passed; }

  foretold(us: number): number { return this.#wallMs + Math.round((us - this.#wallUs) / 1000); }

  wall(us: number, wallMs: number): number {
    const ahead = wallMs - this.foretold(us);
    this.#wallMs = wallMs;
    this.#wallUs = us;
    return ahead;
  }

  get nowMs(): number { return this.#us / 1000; }
}

/** Where a block's times begin. */
export function baseOf(entries: readonly BoxEntry[]): { readonly us: number; readonly wallMs: number } {
  let us: number | null = null;
  for (const entry of entries) {
    const [atMs, wallMs] = timesOf(entry);
    if (atMs === null) continue;
    us ??= microsOf(atMs);
    if (wallMs !== null) return { us, wallMs: wallMs - Math.round((microsOf(atMs) - us) / 1000) };
  }
  return { us: us ?? 0, wallMs: 0 };
}

export function timesOf(entry: BoxEntry): readonly [atMs: number | null, wallMs: number | null] {
  switch (entry.is) {
    case 'in':
    case 'state': return [entry.atMs, entry.wallMs];
    case 'event': return [entry.event.nowMs, entry.event.wallMs];
    case 'out':
    case 'gap': return [entry.atMs, null];
    case 'did': return [null, null];
  }
}

export class EntryWriter {
  readonly #times: Times;

  constructor(base: { readonly us: number; readonly wallMs: number }) { this.#times = new Times(base); }

  line(entry: BoxEntry): string { return JSON.stringify(this.#parts(entry)); }

  #parts(entry: BoxEntry): readonly unknown[] {
    switch (entry.is) {
      case 'in': return ['i', ...this.#both(entry.atMs, entry.wallMs), entry.bytes];
      case 'out': return ['o', this.#times.pass(microsOf(entry.atMs)), entry.whole ? 1 : 0, entry.bytes, ...(entry.stopId === null ? [] : [entry.stopId])];
      case 'did': return ['d', entry.item];
      case 'state': return ['s', ...this.#both(entry.atMs, entry.wallMs), entry.release, entry.state];
      case 'gap': return ['g', this.#times.pass(microsOf(entry.atMs)), entry.entries, entry.bytes, entry.why];
      case 'event': return this.#event(entry.event, entry.within);
    }
  }

  #event(event: BoxEvent, within: number | null): readonly unknown[] {
    const { nowMs, wallMs, ...rest } = event;
    const times = this.#both(nowMs, wallMs);
    if (event.kind === 'tick' && 'sleptMs' in rest) return rest.sleptMs === 0 ? ['t', ...times] : ['t', ...times, rest.sleptMs];
    return within === null ? ['e', ...times, rest] : ['e', ...times, rest, within];
  }

  #both(atMs: number, wallMs: number): readonly [number, number] {
    const us = microsOf(atMs);
    return [this.#times.pass(us), this.#times.wall(us, wallMs)];
  }
}

/** True for a block at which a replay, or a piece cut out, can begin. */
export const beginsWithState = ({ lines }: { readonly lines: readonly string[] }): boolean => lines[1]?.startsWith('["s",') === true;

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isItem = (value: unknown): value is BoxItem => isRecord(value) && typeof value['kind'] === 'string' && 'body' in value;
const isGapReason = (value: unknown): value is GapReason => GAP_REASONS.some((reason) => reason === value);

export class EntryReader {
  readonly #times: Times;

  constructor(base: { readonly us: number; readonly wallMs: number }) { this.#times = new Times(base); }

  entry(line: string): BoxEntry | undefined {
    let parts: unknown;
    try {
      parts = JSON.parse(line);
    } catch {
      return undefined;
    }
    if (!Array.isArray(parts)) return undefined;
    const [tag, first, second, third, fourth] = parts as readonly unknown[];
    if (tag === 'd') return isItem(first) ? { is: 'did', item: first } : undefined;
    if (!isNumber(first)) return undefined;
    const us = this.#times.after(first);
    this.#times.pass(us);
    const atMs = this.#times.nowMs;
    if (tag === 'o') {
      const stopId = fourth ?? null;
      return typeof third === 'string' && (stopId === null || typeof stopId === 'string') ? { is: 'out', atMs, bytes: third, whole: second === 1, stopId } : undefined;
    }
    if (tag === 'g') return isNumber(second) && isNumber(third) && isGapReason(fourth) ? { is: 'gap', atMs, entries: second, bytes: third, why: fourth } : undefined;
    if (!isNumber(second)) return undefined;
    const wallMs = this.#times.foretold(us) + second;
    this.#times.wall(us, wallMs);
    if (tag === 'i') return typeof third === 'string' ? { is: 'in', atMs, wallMs, bytes: third } : undefined;
    if (tag === 's') return typeof third === 'string' && isRecord(fourth) ? { is: 'state', atMs, wallMs, release: third, state: fourth } : undefined;
    if (tag === 't') return { is: 'event', event: { kind: 'tick', sleptMs: isNumber(third) ? third : 0, nowMs: atMs, wallMs } as BoxEvent, within: null };
    if (tag !== 'e' || !isRecord(third) || typeof third['kind'] !== 'string') return undefined;
    return { is: 'event', event: { ...third, kind: third['kind'], nowMs: atMs, wallMs }, within: isNumber(fourth) ? fourth : null };
  }
}

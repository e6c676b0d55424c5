/**
 * Runs a record through today's rules and notes where they differ from what was done then. Once they differ, the rest
 * answers "what would the rules have said to these bytes": the rig of the record cannot answer a stop it never got.
 */
import type { BoxEntry } from '../contract/black-box.ts';
import type { ReplayReport, StopSeen } from '../contract/replay-report.ts';
import type { Limits } from '../guard/limits.ts';
import type { BenchState } from '../guard/state.ts';
import { compareStops, eachOnce, stopOf } from './compare-stops.ts';
import { Feed, type Output } from './feed.ts';
import { firstDifference } from './first-difference.ts';
import { readState } from './read-state.ts';

export interface ReplayOptions {
  /** Limits to ask with; empty for a plain replay. */
  readonly limits: Partial<Limits>;
  /** Only stops between these are compared (wall clock, ms). */
  readonly fromMs: number;
  readonly toMs: number;
}

export type ReplayResult = Omit<ReplayReport, 'v' | 'limits' | 'chain'>;

export class Replay {
  readonly #options: ReplayOptions;
  readonly #then: StopSeen[] = [];
  readonly #now: StopSeen[] = [];
  readonly #releases = new Set<string>();
  #waiting: BoxEntry[] = [];
  #feed: Feed | null = null;
  #group: { atMs: number; wallMs: number; then: Output[]; now: Output[] } = { atMs: 0, wallMs: 0, then: [], now: [] };
  #setup: BenchState['setup'] | null = null;
  #fromMs: number | null = null;
  #toMs: number | null = null;
  #first: ReplayResult['first'] = null;
  #stateDiffers: ReplayResult['stateDiffers'] = null;
  readonly #counts = { bytesIn: 0, bytesOut: 0, events: 0, statesAgreed: 0, missing: 0, skipped: 0 };

  constructor(options: ReplayOptions) { this.#options = options; }

  /** Another run of the guard, or a place where the record does not hang together: nothing of before counts. */
  beginAnew(): void {
    this.#settle(true);
    this.#feed = null;
  }

  take(entry: BoxEntry): void {
    if (this.#feed !== null || this.#fromMs !== null) {
      this.#replay(entry);
      return;
    }
    // Before the time asked for: only the newest state, and what follows it, is of use.
    if (entry.is === 'state') this.#waiting = [];
    this.#waiting.push(entry);
    const wallMs = entry.is === 'event' ? entry.event.wallMs : entry.is === 'in' || entry.is === 'state' ? entry.wallMs : null;
    if (wallMs === null || wallMs < this.#options.fromMs) return;
    for (const waited of this.#waiting.splice(0)) this.#replay(waited);
  }

  #replay(entry: BoxEntry): void {
    if (entry.is === 'state') return this.#takeState(entry);
    if (entry.is === 'gap') {
      this.#counts.missing += entry.entries;
      return this.beginAnew();
    }
    const feed = this.#feed;
    if (feed === null) {
      this.#counts.skipped += 1;
      return undefined;
    }
    if (entry.is === 'did') this.#group.then.push({ is: 'did', kind: entry.item.kind, body: entry.item.body });
    else if (entry.is === 'out') this.#takeOut(entry);
    else this.#takeInput(feed, entry);
    return undefined;
  }

  #takeOut({ bytes }: Extract<BoxEntry, { is: 'out' }>): void {
    this.#counts.bytesOut += bytes.length;
    this.#group.then.push({ is: 'bytes', bytes });
  }

  #takeInput(feed: Feed, entry: Extract<BoxEntry, { is: 'in' | 'event' }>): void {
    if (entry.is === 'event' && entry.within !== null) {
      feed.event(entry.event, entry.within);
      return;
    }
    this.#settle();
    const [atMs, wallMs] = entry.is === 'in' ? [entry.atMs, entry.wallMs] : [entry.event.nowMs, entry.event.wallMs];
    this.#group = { atMs, wallMs, then: [], now: [] };
    this.#fromMs ??= wallMs;
    this.#toMs = wallMs;
    this.#counts.events += 1;
    if (entry.is === 'event') return feed.event(entry.event, null);
    this.#counts.bytesIn += entry.bytes.length;
    return feed.chunk(entry);
  }

  /** The outputs of one input are together now, the recorded ones and today's. Of the last one before an end, some may be unrecorded. */
  #settle(isCut = false): void {
    this.#feed?.finishChunk();
    const { atMs, wallMs, then } = this.#group;
    const isBegun = isCut && firstDifference(then, this.#group.now.slice(0, then.length), this.#isPlain) === undefined;
    const now = isBegun ? this.#group.now.slice(0, then.length) : this.#group.now;
    this.#group = { atMs, wallMs, then: [], now: [] };
    if (wallMs > this.#options.toMs || wallMs < this.#options.fromMs) return;
    const stops = (outputs: readonly Output[]): StopSeen[] => outputs.flatMap((output) => (output.is === 'did' ? stopOf(output.kind, output.body, atMs, wallMs) ?? [] : []));
    this.#then.push(...stops(then));
    this.#now.push(...stops(now));
    const found = this.#first === null ? firstDifference(then, now, this.#isPlain) : undefined;
    if (found !== undefined) this.#first = { atMs, wallMs, then: found.then ?? null, now: found.now ?? null };
  }

  get #isPlain(): boolean { return Object.keys(this.#options.limits).length === 0; }

  #takeState(entry: Extract<BoxEntry, { is: 'state' }>): void {
    this.#settle();
    const kept = readState(entry.state, this.#options.limits);
    this.#releases.add(entry.release);
    if (kept === undefined) {
      this.#counts.skipped += 1;
      return;
    }
    this.#fromMs ??= entry.wallMs;
    this.#setup = kept.setup;
    const state = this.#feed?.state;
    if (state !== undefined && this.#isPlain) this.#compareStates(entry.state, state, entry.wallMs);
    if (state === undefined || isOver(kept, state)) this.#feed = new Feed(kept, (output) => { this.#group.now.push(output); });
  }

  #compareStates(kept: unknown, state: BenchState, wallMs: number): void {
    const at = differsAt(JSON.parse(JSON.stringify(state)), kept, '');
    if (at === undefined) this.#counts.statesAgreed += 1;
    else this.#stateDiffers ??= { wallMs, at };
  }

  result(): ReplayResult {
    this.#settle(true);
    const { virtual, baud, bench } = this.#setup ?? { virtual: null, baud: null, bench: null };
    return {
      bench, virtual, baud, releases: [...this.#releases], fromMs: this.#fromMs, toMs: this.#toMs, ...this.#counts,
      stops: compareStops(eachOnce(this.#then), eachOnce(this.#now)), first: this.#first, stateDiffers: this.#stateDiffers,
    };
  }
}

/**
 * A stop that only one side made stays for ever in a replay, because nobody resets it there. Once its restore is over,
 * the next one is judged for itself again: the replay goes on from the recorded state.
 */
function isOver(kept: BenchState, state: BenchState): boolean {
  if (kept.trip?.trip.id === state.trip?.trip.id) return false;
  const tripped = state.trip ?? kept.trip;
  return tripped !== null && kept.restore?.id !== tripped.trip.restoreId;
}

/** The path of the first place where two states differ; places that only one of them has are of another release. */
function differsAt(a: unknown, b: unknown, path: string): string | undefined {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b ? undefined : path;
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return path;
  for (const [key, value] of Object.entries(a)) {
    if (!Object.hasOwn(b, key)) continue;
    const at = differsAt(value, Reflect.get(b, key), path === '' ? key : `${path}.${key}`);
    if (at !== undefined) return at;
  }
  return undefined;
}

/**
 * The chain of the black box: each block's hash runs over the hash before it, its heading and every entry. Looks whether
 * a record is whole. A chain alone cannot show a cut tail; heads that were told elsewhere do, so there are three verdicts.
 */
import type { BoxHead } from './black-box.ts';
import { NO_HASH, type BlockHeader } from './black-box-lines.ts';

/** SHA-256 of a text's UTF-8 bytes, as lower-case hex. */
export type Sha256 = (text: string) => string;

export interface Block {
  /** For people: the file and the number of the block in it. */
  readonly place: string;
  readonly header: BlockHeader;
  /** Every line but the last, which holds the hash: heading and entries. */
  readonly lines: readonly string[];
  readonly hash: string;
}

export const hashOver = (prev: string, lines: readonly string[], sha: Sha256): string => lines.reduce((hash, line) => sha(`${hash}\n${line}`), prev);

export const CHAIN_FAULTS = ['unreadable', 'edited', 'missing', 'out-of-order', 'foreign', 'cut', 'rewritten', 'gone'] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

export interface Fault {
  readonly code: ChainFault;
  readonly place: string;
  /** The entries it is about, as numbers of the record. */
  readonly from: number;
  readonly to: number;
}

export interface ChainVerdict {
  /** First verdict: nothing was edited, put in, moved or taken out between the first and the last entry. */
  readonly intact: boolean;
  readonly faults: readonly Fault[];
  readonly chain: string | null;
  readonly first: number;
  readonly last: number;
  readonly hash: string;
  /** Second verdict: the newest head told elsewhere that this record agrees with. */
  readonly completeUpTo: BoxHead | null;
  /** Third verdict: entries behind it, for which nobody else can speak. */
  readonly unanchored: number;
}

/** Takes blocks one after the other, so that a record of any length can be looked at. */
export class ChainCheck {
  readonly #sha: Sha256;
  readonly #heads: readonly BoxHead[];
  readonly #faults: Fault[] = [];
  readonly #agreed = new Map<number, BoxHead>();
  #bench: string | null = null;
  #chain: string | null = null;
  #first = 0;
  #next = 0;
  #hash = NO_HASH;

  constructor(sha: Sha256, heads: readonly BoxHead[]) {
    this.#sha = sha;
    this.#heads = heads;
  }

  /** Bytes that are no block. */
  unreadable(place: string): void { this.#fault('unreadable', place, this.#next, this.#next); }

  /** True when the block is what it says it is. */
  add({ header, lines, hash, place }: Block): boolean {
    const to = header.from + header.count - 1;
    const known = this.#faults.length;
    if (this.#chain === null) {
      this.#bench = header.bench;
      this.#chain = header.chain;
      this.#first = header.from;
      if (header.from === 1 && header.prev !== NO_HASH) this.#fault('foreign', place, 1, to);
    } else if (header.bench !== this.#bench || header.chain !== this.#chain) this.#fault('foreign', place, header.from, to);
    else if (header.from > this.#next) this.#fault('missing', place, this.#next, header.from - 1);
    else if (header.from < this.#next) this.#fault('out-of-order', place, header.from, to);
    else if (header.prev !== this.#hash) this.#fault('foreign', place, header.from, to);
    if (lines.length - 1 !== header.count || hashOver(header.prev, lines, this.#sha) !== hash) this.#fault('edited', place, header.from, to);
    this.#anchor(header, lines, place);
    this.#next = to + 1;
    this.#hash = hash;
    return this.#faults.length === known;
  }

  /** Heads are told at the end of a block; one in the middle of a block cannot be of this record. */
  #anchor(header: BlockHeader, lines: readonly string[], place: string): void {
    const to = header.from + header.count - 1;
    for (const head of this.#heads) {
      if (head.chain !== this.#chain || head.count < header.from || head.count > to) continue;
      if (head.count === to && hashOver(header.prev, lines, this.#sha) === head.hash) this.#agreed.set(head.count, head);
      else this.#fault('rewritten', place, header.from, head.count);
    }
  }

  #fault(code: ChainFault, place: string, from: number, to: number): void { this.#faults.push({ code, place, from, to }); }

  /** `ends`: this is the whole record of the bench, so it must reach every head. */
  verdict(ends: boolean): ChainVerdict {
    const last = Math.max(0, this.#next - 1);
    const own = this.#heads.filter((head) => head.chain === this.#chain);
    const newest = own.reduce((most, head) => Math.max(most, head.count), 0);
    const faults = [...this.#faults];
    if (ends && newest > last) faults.push({ code: 'cut', place: '', from: last + 1, to: newest });
    const others = new Map(this.#heads.filter((head) => head.chain !== this.#chain).map((head) => [head.chain, head]));
    if (ends) for (const head of others.values()) faults.push({ code: 'gone', place: '', from: 1, to: head.count });
    const upTo = [...this.#agreed.values()].reduce<BoxHead | null>((best, head) => (best === null || head.count > best.count ? head : best), null);
    return {
      intact: faults.length === 0, faults, chain: this.#chain, first: this.#first, last, hash: this.#hash, completeUpTo: upTo,
      unanchored: last - (upTo?.count ?? this.#first - 1),
    };
  }
}

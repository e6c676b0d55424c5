/**
 * The first place at which a chain does not hold, and what was done there as far as it can be told. A line that the store
 * signed is believed to be the store's, wherever it lies now; one that it did not sign is not.
 */
import type { ChainFault } from '../../contract/custody-verdict.ts';
import { canonicalText } from './canonical.ts';
import { bytesOfLine, START } from './chain.ts';
import type { HashOf, Place } from './chain.ts';

/** An event as it is kept: it may have been tampered with, so nothing is believed of it. */
export interface KeptEvent {
  /** Where it lies. */
  readonly seq: number;
  readonly line: string;
  /** As kept beside the line; null where only the line is kept. */
  readonly hash: string | null;
  readonly signature: string;
  /** Which of the store's keys signed it, from 1; a later event is never signed by an earlier key. */
  readonly key: number;
}

/** Whether the store signed these bytes so, with this key. */
export type IsSigned = (bytes: Uint8Array, signature: string, key: number) => boolean;

export interface Fault {
  readonly seq: number;
  readonly why: ChainFault;
}

interface ReadEvent extends KeptEvent {
  readonly ownHash: string;
  readonly isAuthentic: boolean;
  readonly said: { readonly case: unknown; readonly seq: unknown; readonly prev: unknown } | null;
}

export interface Walked {
  readonly fault: Fault | null;
  /** Hash of each event that lies there, in order, over its bytes. */
  readonly hashes: readonly string[];
}

/** `head` is what is kept apart from the events; null: nothing is, as in a copy. */
export function walkChain(caseId: string, kept: readonly KeptEvent[], head: Place | null, hashOf: HashOf, isSigned: IsSigned): Walked {
  const events = kept.map((one): ReadEvent => {
    const bytes = bytesOfLine(one.line);
    return { ...one, ownHash: hashOf(bytes), isAuthentic: isSigned(bytes, one.signature, one.key), said: readLine(one.line) };
  });
  const hashes = events.map(({ ownHash }) => ownHash);
  let before = START;
  for (const [index, event] of events.entries()) {
    const isOldKey = event.key < (events[index - 1]?.key ?? 1);
    const why = isOldKey ? 'wrong-signature' : faultOf(caseId, event, before, () => events.slice(index + 1), head);
    if (why !== null) return { fault: { seq: index + 1, why }, hashes };
    before = { seq: index + 1, hash: event.ownHash };
  }
  return { fault: faultOfHead(before, head), hashes };
}

function faultOf(caseId: string, event: ReadEvent, before: Place, later: () => readonly ReadEvent[], head: Place | null): ChainFault | null {
  const seq = before.seq + 1;
  const isHere = (one: ReadEvent): boolean => one.isAuthentic && one.said?.case === caseId && one.said.seq === seq;
  if (!event.isAuthentic) {
    if (later().some(isHere)) return 'inserted';
    return isKnownOtherwise(event, seq, later(), head) ? 'edited' : 'wrong-signature';
  }
  const { said } = event;
  if (said === null || (event.hash !== null && event.hash !== event.ownHash)) return 'edited';
  if (said.case !== caseId) return 'inserted';
  if (said.seq !== seq) {
    if (typeof said.seq === 'number' && said.seq < seq) return 'inserted';
    return later().some(isHere) ? 'reordered' : 'removed';
  }
  if (said.prev !== before.hash) return 'not-linked';
  return event.seq === seq ? null : 'edited';
}

/** Not signed as it lies here; whether anything else remembers another content. */
function isKnownOtherwise(event: ReadEvent, seq: number, later: readonly ReadEvent[], head: Place | null): boolean {
  if (event.said === null || (event.hash !== null && event.hash !== event.ownHash)) return true;
  const next = later.find((one) => one.isAuthentic && one.said?.seq === seq + 1);
  if (next !== undefined) return next.said?.prev !== event.ownHash;
  return head !== null && head.seq === seq && head.hash !== event.ownHash;
}

function faultOfHead(last: Place, head: Place | null): Fault | null {
  if (head === null || (head.seq === last.seq && head.hash === last.hash)) return null;
  if (head.seq > last.seq) return { seq: last.seq + 1, why: 'removed' };
  return { seq: head.seq === last.seq ? last.seq : head.seq + 1, why: 'head-differs' };
}

/** Null when it is not the one text of an event: two texts of one event must not both pass. */
function readLine(line: string): ReadEvent['said'] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('case' in value) || !('seq' in value) || !('prev' in value)) return null;
  const written = canonicalText(value);
  return 'text' in written && written.text === line ? { case: value.case, seq: value.seq, prev: value.prev } : null;
}

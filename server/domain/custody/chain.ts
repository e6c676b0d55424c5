/**
 * Links events: each gets its place, the hash of the one before, its one line, and the store's signature over that line.
 * Hash and signature are handed in; nothing here knows a key.
 */
import { CUSTODY_LINE_BYTES_MAX, FIRST_PREV } from '../../contract/custody.ts';
import type { CustodyDraft, CustodyEvent } from '../../contract/custody.ts';
import { canonicalText } from './canonical.ts';

/** SHA-256, lower-case hex. */
export type HashOf = (bytes: Uint8Array) => string;
/** Ed25519, base64. */
export type SignatureOf = (bytes: Uint8Array) => string;

export interface Place {
  readonly seq: number;
  readonly hash: string;
}

export const START: Place = { seq: 0, hash: FIRST_PREV };

export interface LinkedEvent extends Place {
  readonly event: CustodyEvent;
  readonly line: string;
  readonly signature: string;
}

const utf8 = new TextEncoder();
export const bytesOfLine = (line: string): Uint8Array => utf8.encode(line);

export type Linked = { readonly linked: readonly LinkedEvent[] } | { readonly unfit: string };

export function linkEvents(caseId: string, after: Place, drafts: readonly CustodyDraft[], hashOf: HashOf, signatureOf: SignatureOf): Linked {
  const linked: LinkedEvent[] = [];
  let before = after;
  for (const { id, atIso, actor, kind, body } of drafts) {
    const event: CustodyEvent = { v: 1, id, case: caseId, seq: before.seq + 1, atIso, actor, kind, body, prev: before.hash };
    const written = canonicalText(event);
    if ('refused' in written) return { unfit: written.refused };
    const bytes = bytesOfLine(written.text);
    if (bytes.length > CUSTODY_LINE_BYTES_MAX) return { unfit: `the event is longer than ${String(CUSTODY_LINE_BYTES_MAX)} bytes` };
    const next = { event, line: written.text, seq: event.seq, hash: hashOf(bytes), signature: signatureOf(bytes) };
    linked.push(next);
    before = next;
  }
  return { linked };
}

/** What was asked for, without what the store adds: the same again must be the same here. */
export function askedFor({ actor, kind, body }: Pick<CustodyDraft, 'actor' | 'kind'> & { readonly body: unknown }): string | null {
  const written = canonicalText({ actor, kind, body });
  return 'text' in written ? written.text : null;
}

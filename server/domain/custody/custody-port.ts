/**
 * What may be asked of the custody chains of a store: to add what happened, and to read. Nobody can change or take out an
 * event, and a head only moves forward. Whoever keeps a projection beside it wraps both in one transaction.
 */
import type { Anchor, AnchorKind, ChainedEvent, CustodyDraft, CustodyHead } from '../../contract/custody.ts';

export type AppendCustody =
  | { readonly events: readonly ChainedEvent[] }
  | { readonly refusal: 'case-moved-on' | 'event-id-used' }
  /** Where the event cannot be written: not JSON, half a character, or too long. */
  | { readonly refusal: 'event-unfit'; readonly detail: string };

export interface Custody {
  /** Gives a case its code, for ever; before its first event. The same again changes nothing. */
  name(caseId: string, code: string): 'named' | { readonly refusal: 'case-code-used' };
  /**
   * All or none, on the disk when it returns (inside a larger transaction: when that one ends). `expectedSeq` is the seq of
   * the event that the drafts were decided upon, 0 for none. Sent again, recognized by the id of the first draft, it answers
   * what was kept, whatever the clock said; with another content, or for another case, it is refused.
   */
  append(caseId: string, expectedSeq: number, drafts: readonly [CustodyDraft, ...CustodyDraft[]]): AppendCustody;
  /** In their order; `afterSeq` 0 for all. */
  events(caseId: string, afterSeq: number): ChainedEvent[];
  /** The event with this id, of whichever case: whoever answers a request asks first whether it was done already. */
  find(eventId: string): ChainedEvent | null;
  caseOf(code: string): string | null;
  /** Null as long as nothing happened. */
  head(caseId: string): CustodyHead | null;
  /** Of every case to which something happened, by code. */
  heads(): CustodyHead[];
  /** Notes that something outside gets the present head, and answers what it is to show. Null as long as nothing happened. */
  anchor(caseId: string, outside: { readonly kind: AnchorKind; readonly atIso: string; readonly ref: string | null }): Anchor | null;
  /** Oldest first. */
  anchors(caseId: string): Anchor[];
}

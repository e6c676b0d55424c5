/**
 * The custody chain of a case as shapes: the event that happened to it, the event as the store signed it, the head, and what
 * outside the store remembers a head. No personal data stands in any of them: an event can never be taken back.
 */
import { z } from 'zod';
import { actorSchema } from '../../firmware-bridge/contract/actor.ts';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/).meta({ description: 'SHA-256, lower-case hex' });
const seqSchema = z.number().int().min(1);

/** What people read and type of a case, unique in a store: 4 to 6 characters of Crockford's alphabet. */
export const caseCodeSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4,6}$/).meta({ description: 'what people call the case', example: 'K7Q2' });

/** What JSON can say; in a custody event numbers are whole, so that every reader writes them alike. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The longest line of an event (bytes). Larger things are kept apart and named by their hash. */
export const CUSTODY_LINE_BYTES_MAX = 64 * 1024;
/** `prev` of the first event of every case. */
export const FIRST_PREV = '0'.repeat(64);

export const custodyEventSchema = z.object({
  v: z.literal(1),
  id: z.uuid().meta({ description: 'made by whoever asks, so that the same event sent twice is kept once' }),
  case: z.uuid(),
  seq: seqSchema.meta({ description: 'place in the chain of its case, from 1 without a gap' }),
  atIso: z.iso.datetime().meta({ description: 'wall clock of the store' }),
  actor: actorSchema,
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/).meta({ description: 'what happened, as a code' }),
  body: z.record(z.string(), z.unknown()).meta({ description: 'whole numbers only, and nothing personal' }),
  prev: hashSchema.meta({ description: 'hash of the event before; of the first one 64 zeros' }),
}).meta({ description: 'One thing that happened to a case; corrected by a later event, never changed' });
export type CustodyEvent = z.infer<typeof custodyEventSchema>;

/** What whoever appends hands in; place and link are given by the store. */
export interface CustodyDraft extends Pick<CustodyEvent, 'id' | 'atIso' | 'actor' | 'kind'> {
  readonly body: { readonly [key: string]: Json };
}

export const chainedEventSchema = z.object({
  event: custodyEventSchema,
  hash: hashSchema.meta({ description: "SHA-256 of the event's line: its canonical JSON in UTF-8, without a line end" }),
  /** 64 bytes are 88 characters; the last one before the padding carries only four bits. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/).meta({ description: "Ed25519 by the store's custody key over the same bytes, base64" }),
}).meta({ description: 'An event with what holds it in its place' });
export type ChainedEvent = z.infer<typeof chainedEventSchema>;

export const custodyHeadSchema = z.object({
  case: z.uuid(),
  code: caseCodeSchema,
  seq: seqSchema.meta({ description: 'how many events the case has' }),
  hash: hashSchema,
}).meta({ description: 'Where the chain of a case stood at one moment' });
export type CustodyHead = z.infer<typeof custodyHeadSchema>;

/** What outside the database remembers a head: paper, a mail, somebody else's copy. */
export const ANCHOR_KINDS = ['label', 'receipt', 'handover-sheet', 'certificate', 'partner-copy', 'mail', 'export', 'history', 'letter'] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

export const anchorSchema = z.object({
  case: z.uuid(),
  seq: seqSchema,
  hash: hashSchema,
  kind: z.enum(ANCHOR_KINDS),
  atIso: z.iso.datetime(),
  ref: z.string().min(1).max(120).nullable().meta({ description: 'which paper or copy, such as a handover or a document number; never a person' }),
}).meta({ description: 'A head that something outside the store remembers' });
export type Anchor = z.infer<typeof anchorSchema>;

/** A head as a QR code says it. Which case it is stands in it as the code only: the paper knows no other. */
export interface PaperHead {
  readonly code: string;
  readonly seq: number;
  readonly hash: string;
}

const PAPER = /^HOLDFAST1:([0-9A-HJKMNP-TV-Z]{4,6}):([1-9][0-9]{0,8}):([0-9A-F]{64})$/;

/** In capitals throughout: a QR code holds these in two thirds of the room, and a label is small. */
export const printHead = ({ code, seq, hash }: PaperHead): string => `HOLDFAST1:${code}:${String(seq)}:${hash.toUpperCase()}`;

/** Null when it is no such text. Capitals do not matter, nor white space around it. */
export function parseHead(text: string): PaperHead | null {
  const [, code, seq, hash] = PAPER.exec(text.trim().toUpperCase()) ?? [];
  return code === undefined || seq === undefined || hash === undefined ? null : { code, seq: Number(seq), hash: hash.toLowerCase() };
}

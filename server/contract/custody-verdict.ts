/**
 * What a check of a custody chain says: three verdicts, apart from one another, and where paper speaks against the store.
 * A chain may be whole and yet shorter than it was; only what lies outside the store can tell.
 */
import { z } from 'zod';
import { ANCHOR_KINDS, caseCodeSchema, custodyHeadSchema } from './custody.ts';

/** Each with the first place that it is seen at. */
export const CHAIN_FAULTS = ['edited', 'reordered', 'inserted', 'removed', 'wrong-signature', 'not-linked', 'head-differs'] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

const count = z.number().int().min(0);
const hash = z.string();

export const markSchema = z.object({
  seq: count,
  hash,
  kind: z.enum(ANCHOR_KINDS).nullable().meta({ description: 'null: a head that was handed in, of a paper that the store did not note' }),
  atIso: z.string().nullable(),
  ref: z.string().nullable(),
  shown: z.boolean().meta({ description: 'true: handed in with the question, so it proves; false: as noted by the store itself' }),
}).meta({ description: 'A head that something outside the store remembers' });
export type Mark = z.infer<typeof markSchema>;

export const chainVerdictSchema = z.object({
  case: z.string().nullable().meta({ description: 'null: paper knows a case that the store does not' }),
  code: caseCodeSchema.nullable(),
  events: count,
  head: hash.nullable(),
  intact: z.object({ seq: count, why: z.enum(CHAIN_FAULTS) }).nullable().meta({ description: 'null: intact; else the first broken place' }),
  completeTo: markSchema.nullable().meta({ description: 'the newest mark that fits; null when there is none' }),
  shownTo: markSchema.nullable().meta({ description: 'the newest mark that was handed in and fits' }),
  tail: z.object({ events: count, sinceIso: z.string().nullable() }).meta({ description: 'events after completeTo, which could be cut off unseen; the time of that mark' }),
  against: z.array(markSchema.extend({
    problem: z.enum(['knows-more', 'knows-other']).meta({ description: 'more: the mark is beyond the end. other: another event stood there' }),
    missing: count.meta({ description: 'how many events the paper knows beyond the end' }),
  })).meta({ description: 'marks that speak against the store' }),
}).meta({ description: 'A custody chain, checked' });
export type ChainVerdict = z.infer<typeof chainVerdictSchema>;

/** Paper alone, or a chain that does not hold, is reason enough. */
export const isGood = (verdict: ChainVerdict): boolean => verdict.intact === null && verdict.against.length === 0;

/** Of more chains that do not hold only the first are named. */
export const BROKEN_NAMED_MAX = 20;
export const chainCheckSchema = z.object({
  atIso: z.iso.datetime().meta({ description: 'when it began' }),
  chains: count, events: count, brokenCount: count,
  broken: z.array(z.object({ case: z.string().nullable(), code: z.string().nullable() })).max(BROKEN_NAMED_MAX).meta({ description: 'whose chain does not hold; `holdfast verify` says where' }),
}).meta({ description: 'The last daily check of every custody chain' });
export type ChainCheck = z.infer<typeof chainCheckSchema>;

/** What `custody-main.ts` answers. */
export const custodyRepliesSchema = {
  verify: z.object({
    from: z.string(),
    keys: z.array(z.string()).meta({ description: 'SHA-256 of each public key that signed, the present one last' }),
    keyFile: z.enum(['fits', 'missing', 'other', 'not-asked']).meta({ description: 'the custody key in the state folder, against the one that the database knows' }),
    chains: z.array(chainVerdictSchema),
  }),
  check: chainCheckSchema.omit({ atIso: true }),
  list: z.object({ heads: z.array(custodyHeadSchema.extend({ anchors: count })) }),
  export: z.object({ folder: z.string(), head: custodyHeadSchema, keys: z.array(z.string()) }),
  'new-key': z.object({ number: z.number().int(), key: z.string() }),
};
export type CustodyCheck = z.infer<typeof custodyRepliesSchema.verify>;

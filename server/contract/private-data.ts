/**
 * What is personal in a case, and what may be told of it: the kinds, the reason that each look needs, what the customer
 * sees of the looks, and when an erasure is final. No personal data stands in any of these shapes.
 */
import { z } from 'zod';

/** Each is sealed under a key of its own, so that one can go before another. */
export const PRIVATE_KINDS = ['contact', 'story', 'photo', 'consent'] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

export const LOOK_REASON_CHARS_MIN = 3;
export const LOOK_REASON_CHARS_MAX = 500;
export const lookReasonSchema = z.string().trim().min(LOOK_REASON_CHARS_MIN).max(LOOK_REASON_CHARS_MAX)
  .meta({ description: 'why somebody looks at personal data; the customer can read it' });

/** A photo of a phone as a camera makes it fits; a film does not (bytes). */
export const PRIVATE_BYTES_MAX = 8 * 1024 * 1024;

/** One look as the customer sees it: which role, not which name. */
export const lookSchema = z.object({
  atIso: z.iso.datetime(),
  kind: z.enum(PRIVATE_KINDS),
  role: z.string().meta({ description: 'role of who looked, such as manager' }),
  code: z.string().meta({ description: 'pseudonymous code of who looked', example: 'P7QK2' }),
  why: z.string(),
}).meta({ description: 'One look at personal data, on record before the data was shown' });
export type Look = z.infer<typeof lookSchema>;

export const erasureSchema = z.object({
  caseId: z.string(),
  kind: z.enum(PRIVATE_KINDS).nullable().meta({ description: 'null: everything of the case' }),
  erasedAtIso: z.iso.datetime().meta({ description: 'unreadable in this store from then on' }),
  finalAtIso: z.iso.datetime().meta({ description: 'from then on no backup of the keys can bring it back' }),
}).meta({ description: 'One erasure of personal data' });
export type Erasure = z.infer<typeof erasureSchema>;

export const keepOrderSchema = z.object({
  id: z.string(),
  why: z.string(),
  placedBy: z.string().meta({ description: 'code of who ordered it' }),
  placedAtIso: z.iso.datetime(),
  releasedBy: z.string().nullable(),
  releasedAtIso: z.iso.datetime().nullable().meta({ description: 'null: it holds' }),
}).meta({ description: 'An order that nothing of a case is erased' });
export type KeepOrder = z.infer<typeof keepOrderSchema>;

/** The papers that the server prints of a case: which there are, what is asked for, and where a made one can be fetched. */
import { z } from 'zod';
import { lookReasonSchema } from './private-data.ts';
import { LANGUAGES } from './languages.ts';

export const PAPER_KINDS = ['label', 'receipt', 'handover-sheet', 'certificate', 'history', 'letter'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What of a paper is personal is a look, so these need a reason. */
export const PAPERS_WITH_PERSONAL_DATA: readonly PaperKind[] = ['receipt', 'letter', 'handover-sheet'];

export const paperBodySchema = z.object({
  deviceId: z.uuid().nullable().default(null).meta({ description: 'null: every device of the case' }),
  transferId: z.uuid().nullable().default(null).meta({ description: 'which handover; null: the newest to a partner' }),
  why: lookReasonSchema.nullable().default(null).meta({ description: 'needed where the paper carries personal data; the customer can read it' }),
  language: z.enum(LANGUAGES).nullable().default(null).meta({ description: 'null: receipt and letter in that of the customer, the others in that of the request' }),
}).strict();
export type PaperBody = z.input<typeof paperBodySchema>;

export const madePaperSchema = z.object({
  address: z.string().meta({ description: 'where the paper can be fetched, by whoever made it' }),
  expiresAtIso: z.iso.datetime().meta({ description: 'until then; the paper is kept nowhere' }),
  seq: z.number().int().meta({ description: 'how many events the printed head counts' }),
}).meta({ description: 'A paper that was made and waits to be printed' });
export type MadePaper = z.infer<typeof madePaperSchema>;

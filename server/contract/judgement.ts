/**
 * What a person says of a stop afterwards, and the rate of false stops that comes of it. A judgement is only ever added,
 * the newest counts; it is shown and decides nothing: no rule, limit or permit asks for it.
 */
import { z } from 'zod';
import { actorSchema } from '../../firmware-bridge/contract/actor.ts';
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import { linesSchema } from './typed-text.ts';

/** `true`: there was a reason to stop. `false`: there was none. `unclear`: looked at, and nobody can tell. */
export const STOP_VERDICTS = ['true', 'false', 'unclear'] as const;
export type StopVerdict = (typeof STOP_VERDICTS)[number];

export const JUDGEMENT_WORDS_MAX = 500;

export const judgementBodySchema = z.object({
  id: z.uuid().optional().meta({ description: 'made by whoever asks, so that the same judgement sent twice is kept once' }),
  verdict: z.enum(STOP_VERDICTS),
  words: linesSchema(0, JUDGEMENT_WORDS_MAX).nullish().meta({ description: 'what was found, if there is something to say' }),
}).strict();
export type JudgementBody = z.infer<typeof judgementBodySchema>;

export const judgementSchema = z.object({
  id: z.uuid(),
  verdict: z.enum(STOP_VERDICTS),
  actor: actorSchema,
  words: z.string().nullable(),
  atIso: z.iso.datetime().meta({ description: "the server's wall clock" }),
});
export type Judgement = z.infer<typeof judgementSchema>;

const count = z.number().int().min(0);
const share = z.number().min(0).max(1);

const tallySchema = z.object({
  stops: count,
  true: count,
  false: count,
  unclear: count,
  notJudged: count,
  falseRate: z.object({
    share: share.meta({ description: 'false stops among those judged true or false' }),
    of: z.number().int().min(1).meta({ description: 'how many stops were judged true or false' }),
    low: share.meta({ description: 'lower end of the 95 % Wilson interval' }),
    high: share.meta({ description: 'upper end of the 95 % Wilson interval' }),
  }).nullable().meta({ description: 'null while none is judged true or false' }),
});
export type NuisanceTally = z.infer<typeof tallySchema>;

export const nuisanceRowSchema = tallySchema.extend({
  code: z.enum(CAUSE_CODES).meta({ description: 'the first-out cause' }),
  by: z.enum(['rule', 'person']).meta({ description: 'a stop that a person asked for is no false stop of a rule: it is shown, has no budget, and is not in `rules`' }),
  budget: z.object({ falseAllowed: count, isOver: z.boolean() }).nullable(),
});
export type NuisanceRow = z.infer<typeof nuisanceRowSchema>;

export const nuisanceReportSchema = z.object({
  days: z.number().int(),
  fromIso: z.iso.datetime().meta({ description: 'by the time at which the server stored the stop; there is no upper end, so that a clock set back hides none' }),
  toIso: z.iso.datetime(),
  virtual: z.boolean().meta({ description: 'a store holds virtual rigs or real ones, never both' }),
  restores: count.meta({ description: 'restores begun in that time' }),
  rules: tallySchema.meta({ description: 'all stops by a rule together' }),
  rows: z.array(nuisanceRowSchema).meta({ description: 'one per cause that stopped something; over its budget first, then most false stops' }),
  notJudged: count.meta({ description: 'stops that nobody has judged yet, also those by a person' }),
  waiting: z.array(z.object({ bench: z.string(), notJudged: count })).meta({ description: 'where they were' }),
  policy: z.object({ falsePer100Restores: z.number(), falseAlwaysAllowed: count }),
});
export type NuisanceReport = z.infer<typeof nuisanceReportSchema>;

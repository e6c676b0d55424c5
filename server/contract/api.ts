/** Bodies of the HTTP interface that a page or a program sends, and the shape of every refusal. */
import { z } from 'zod';
import { confirmationIdSchema } from './people.ts';
import { linesSchema } from './typed-text.ts';

/** A stop needs nothing. What a program sends beside is not looked at. */
export const stopBodySchema = z.object({});
export type StopBody = z.infer<typeof stopBodySchema>;

const reason = linesSchema(3, 500);

export const resetBodySchema = z.object({
  tripId: z.string().min(1).max(16).meta({ description: 'the trip that is meant, as shown' }),
  reason,
  confirmation: confirmationIdSchema,
  secondConfirmation: confirmationIdSchema.nullable().meta({ description: 'of a second, different person where data is at stake' }),
}).strict();
export type ResetBody = z.infer<typeof resetBodySchema>;

export const outOfServiceBodySchema = z.object({ reason }).strict();
export type OutOfServiceBody = z.infer<typeof outOfServiceBodySchema>;

/** Every refusal: what happened, usual cause, what to do now; `at` is the place in the input. */
export const problemReplySchema = z.object({
  code: z.string(),
  what: z.string(),
  usualCause: z.string(),
  remedy: z.string(),
  at: z.string().nullable(),
}).meta({ description: 'A refusal' });
export type ProblemReply = z.infer<typeof problemReplySchema>;

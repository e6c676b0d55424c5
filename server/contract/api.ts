/** Bodies of the HTTP interface that a page or a program sends, and the shape of every refusal. */
import { z } from 'zod';

const personName = z.string().trim().min(2).max(80);

export const stopBodySchema = z.object({
  name: personName.optional().meta({ description: 'who pressed it; a stop needs no name' }),
}).strict();
export type StopBody = z.infer<typeof stopBodySchema>;

export const resetBodySchema = z.object({
  tripId: z.string().min(1).max(16).meta({ description: 'the trip that is meant, as shown' }),
  name: personName.meta({ description: 'who resets; recorded as unverified until sign-in exists' }),
  secondName: personName.nullable().meta({ description: 'a second, different person where data is at stake' }),
  reason: z.string().trim().min(3).max(500),
}).strict();
export type ResetBody = z.infer<typeof resetBodySchema>;

export const drillBodySchema = z.object({
  name: personName.optional().meta({ description: 'who runs it; a drill needs no name' }),
}).strict();
export type DrillBody = z.infer<typeof drillBodySchema>;

export const outOfServiceBodySchema = z.object({
  name: personName.meta({ description: 'who takes it out; recorded as unverified until sign-in exists' }),
  reason: z.string().trim().min(3).max(500),
}).strict();
export type OutOfServiceBody = z.infer<typeof outOfServiceBodySchema>;

export const returnBodySchema = z.object({ name: personName.meta({ description: 'who returns it' }) }).strict();
export type ReturnBody = z.infer<typeof returnBodySchema>;

/** Every refusal: what happened, usual cause, what to do now; `at` is the place in the input. */
export const problemReplySchema = z.object({
  code: z.string(),
  what: z.string(),
  usualCause: z.string(),
  remedy: z.string(),
  at: z.string().nullable(),
}).meta({ description: 'A refusal' });
export type ProblemReply = z.infer<typeof problemReplySchema>;

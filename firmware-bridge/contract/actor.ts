/** Who did something, in every event and order. */
import { z } from 'zod';
import { ACTOR_KINDS } from './interlock.ts';

export const actorSchema = z.object({
  kind: z.enum(ACTOR_KINDS),
  /** What a person reads: a name, a bench, a rig serial. */
  name: z.string().min(1).max(120),
}).meta({ description: 'Who did it; until sign-in exists people are unverified names' });
export type Actor = z.infer<typeof actorSchema>;

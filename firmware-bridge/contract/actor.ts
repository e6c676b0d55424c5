/** Who did something, in every event and order. */
import { z } from 'zod';
import { ACTOR_KINDS } from './interlock.ts';

export const actorSchema = z.object({
  kind: z.enum(ACTOR_KINDS),
  /** What a person reads: the code of a person who signed in, a typed name, a bench PC, a rig serial. */
  name: z.string().min(1).max(120),
  id: z.uuid().optional().meta({ description: 'of the person or machine, where it is known' }),
}).meta({ description: 'Who did it; a person who signed in stands here by the code, a typed name is unverified' });
export type Actor = z.infer<typeof actorSchema>;

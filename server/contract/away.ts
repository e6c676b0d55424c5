/** What happened while a person looked elsewhere: how much of each kind, and the newest of it. Counted by the server from its evidence; the page only remembers up to where it has shown it. */
import { z } from 'zod';
import { storedEvidenceSchema } from './live.ts';

/** In the order in which they are told. A silence: the rig or its port did not answer. A hold: one that a stop placed. */
export const AWAY_KINDS = ['stops', 'holds', 'silences', 'failedDrills', 'drills', 'resets', 'service'] as const;
export type AwayKind = (typeof AWAY_KINDS)[number];

/** More would help nobody: the evidence itself holds the rest. */
export const AWAY_SHOWN_MAX = 100;

const count = z.number().int().min(0);
export const awaySchema = z.object({
  lastId: count.meta({ description: 'the newest number in the database: give it as `after` next time' }),
  fromIso: z.iso.datetime().nullable().meta({ description: 'when the first of it was recorded; null when nothing happened' }),
  counts: z.object({ stops: count, holds: count, silences: count, failedDrills: count, drills: count, resets: count, service: count }),
  events: z.array(storedEvidenceSchema).meta({ description: `the newest ${AWAY_SHOWN_MAX}, oldest first; holds have no line of their own` }),
});
export type Away = z.infer<typeof awaySchema>;

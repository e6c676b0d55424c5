/**
 * What people say of an alarm: that they have seen it, or that it shall be quiet for some minutes. It quiets every page and
 * clears nothing; a new stop, or a new cause of the same one, is another alarm that nobody has seen.
 */
import { z } from 'zod';
import { actorSchema } from '../../firmware-bridge/contract/actor.ts';

/** How long an alarm may be put aside (minutes). Source: ISA-18.2 shelving is limited in time; a restore lasts about as long as the longest. */
export const SNOOZE_MINUTES = [5, 15, 60] as const;

/** An alarm as a page names it: bench, trip, how it ended, how many causes. */
const alarmIdSchema = z.string().min(1).max(200);

export const alarmNoteBodySchema = z.object({
  alarm: alarmIdSchema,
  snoozeMinutes: z.union(SNOOZE_MINUTES.map((minutes) => z.literal(minutes))).nullable().meta({ description: 'null: seen, and quiet until it is reset' }),
}).strict();
export type AlarmNoteBody = z.infer<typeof alarmNoteBodySchema>;

export const alarmNoteSchema = z.object({
  id: z.uuid(),
  bench: z.string(),
  alarm: alarmIdSchema,
  by: actorSchema,
  atIso: z.iso.datetime(),
  untilIso: z.iso.datetime().nullable().meta({ description: 'from then on the alarm counts as not seen again; null: seen' }),
}).meta({ description: 'Somebody has seen an alarm, or put it aside for a while' });
export type AlarmNote = z.infer<typeof alarmNoteSchema>;

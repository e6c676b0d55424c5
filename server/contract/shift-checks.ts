/**
 * The check at the start of a shift, as it is kept: which tones were heard, whether each bench can be stopped from here, which
 * drills passed, what this browser can do. It is a note of a person and decides nothing.
 */
import { z } from 'zod';
import { actorSchema } from '../../firmware-bridge/contract/actor.ts';

export const CHECKED_TONES = ['stopped', 'not-confirmed', 'too-late', 'step-back'] as const;
export type CheckedTone = (typeof CHECKED_TONES)[number];

const BENCHES_MAX = 64;
const benchCheckSchema = z.object({
  bench: z.string().min(1).max(64),
  stopAnswers: z.boolean().meta({ description: 'the way of a stop was there, up to the bridge; nothing was stopped' }),
  drill: z.enum(['passed', 'failed', 'not-run']),
}).strict();

export const shiftCheckBodySchema = z.object({
  heard: z.object(Object.fromEntries(CHECKED_TONES.map((tone) => [tone, z.boolean()])) as Record<CheckedTone, z.ZodBoolean>).strict(),
  benches: z.array(benchCheckSchema).max(BENCHES_MAX),
  notifies: z.boolean(),
  staysAwake: z.boolean(),
}).strict();
export type ShiftCheckBody = z.infer<typeof shiftCheckBodySchema>;

export const shiftCheckSchema = z.object({
  id: z.uuid(), by: actorSchema, machine: z.string().nullable().meta({ description: 'name of the PC where it was done, if it is enrolled' }), atIso: z.iso.datetime(), check: shiftCheckBodySchema,
}).meta({ description: 'A check at the start of a shift' });
export type ShiftCheck = z.infer<typeof shiftCheckSchema>;

/** All that was asked for was heard and answered. A drill that could not be run is said, and is no fault of the check. */
export const isWhole = ({ heard, benches }: ShiftCheckBody): boolean =>
  CHECKED_TONES.every((tone) => heard[tone]) && benches.every(({ stopAnswers, drill }) => stopAnswers && drill !== 'failed');

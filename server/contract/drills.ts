/** The drills of one bench as the server remembers them, and the figures over them. Nothing here says that a bench is safe. */
import { z } from 'zod';
import { drillRecordSchema } from '../../firmware-bridge/contract/drill.ts';

export const storedDrillSchema = drillRecordSchema.extend({ evidenceId: z.number().int().meta({ description: "the server's number of this evidence" }) });
export type StoredDrill = z.infer<typeof storedDrillSchema>;

const us = z.number().int().nullable();

export const drillFiguresSchema = z.object({
  rig: z.string().nullable().meta({ description: 'the rig of the newest drill; the figures are over its drills only' }),
  count: z.number().int().meta({ description: 'drills of this rig on record, void ones left out' }),
  passed: z.number().int(),
  failed: z.number().int(),
  answered: z.number().int().meta({ description: 'drills with an answer, late ones included: the figures are over these' }),
  p50Us: us.meta({ description: 'from requested to DRILLED (µs)' }),
  p99Us: us.meta({ description: 'with fewer than 100 answers this is the worst one' }),
  worstUs: us,
  drift: z.object({
    firstUs: z.number().int().meta({ description: 'median of the first 10 answers (µs)' }),
    lastUs: z.number().int().meta({ description: 'median of the last 10 answers (µs)' }),
    changeUs: z.number().int(),
    isNotable: z.boolean().meta({ description: 'the change is more than three times the usual scatter of the first ten, and more than 1 ms' }),
  }).nullable().meta({ description: 'null before 20 answers: first and last would be the same ones' }),
});
export type DrillFigures = z.infer<typeof drillFiguresSchema>;

export const drillsSchema = z.object({
  drills: z.array(storedDrillSchema).meta({ description: 'newest first' }),
  figures: drillFiguresSchema,
});
export type Drills = z.infer<typeof drillsSchema>;

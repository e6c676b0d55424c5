/** A trip as reports and screens carry it: the first cause stays first, later ones are added behind it. */
import { z } from 'zod';
import { CAUSE_CODES } from './causes.ts';
import { OUTCOMES, PHASES, ZONES } from './interlock.ts';
import { receiptSchema } from './receipt.ts';

/** Numbers and words that the texts of a cause may use, for example `{ deviationUm: 412, holdAtUm: 300 }`. */
export const paramsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
export type Params = z.infer<typeof paramsSchema>;

export const causeSchema = z.object({
  code: z.enum(CAUSE_CODES),
  params: paramsSchema,
  atIso: z.iso.datetime(),
  cleared: z.boolean(),
});
export type Cause = z.infer<typeof causeSchema>;

export const tripSchema = z.object({
  id: z.string().regex(/^[0-9A-Z]{1,16}$/).meta({ description: 'the stop id; unique for ever with the rig serial' }),
  earlierIds: z.array(z.string()).max(16).optional().meta({ description: 'ids of stops of this trip that came too late, before a new point of no return' }),
  atIso: z.iso.datetime(),
  restoreId: z.string().nullable(),
  phase: z.enum(PHASES),
  zone: z.enum(ZONES).meta({ description: 'the zone as believed when it tripped' }),
  causes: z.array(causeSchema).min(1).max(16).meta({ description: 'first-out first' }),
  inDoubt: z.boolean().meta({ description: 'a permit was out and no zone report had come since: look at the rig first' }),
  outcome: z.enum(OUTCOMES),
  eraseArmed: z.boolean().meta({ description: 'do not power on: an erase is armed in the device' }),
  dataAtStake: z.boolean(),
  beforePointMs: z.number().int().nullable().meta({ description: 'estimated time left to the point of no return (ms)' }),
  receipt: receiptSchema,
  operator: z.enum(['nothing', 'pull-device', 'look-first', 'keep-cable', 'step-back']).meta({ description: 'what a person must do now' }),
  recovered: z.boolean().meta({ description: "rebuilt from the rig's latch after a restart" }),
});
export type Trip = z.infer<typeof tripSchema>;

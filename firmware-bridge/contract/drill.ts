/**
 * Drills and the service state of a bench: what is recorded of a drill, what a bench says about its drills, and who took
 * it out of service. A drill proves link and firmware; the actuator is proved only by hand, and nothing here claims more.
 */
import { z } from 'zod';
import { actorSchema } from './actor.ts';

/** Why a drill did not pass. The last four void it: something real came first, and nothing is said against the rig. */
export const DRILL_WHYS = [
  'no-answer', 'late', 'not-armed', 'refused', 'foreign-answer', 'not-written', 'became-stop', 'lines-lost', 'link-lost', 'device-seated',
  'restore-opened', 'tripped',
] as const;
export type DrillWhy = (typeof DRILL_WHYS)[number];
export const VOIDING: ReadonlySet<DrillWhy> = new Set(['link-lost', 'device-seated', 'restore-opened', 'tripped']);

const afterUs = z.number().int().min(0).nullable();

export const drillRecordSchema = z.object({
  drillId: z.string().regex(/^[0-9A-F]{12}$/).meta({ description: 'the id on the wire' }),
  rig: z.string().nullable(),
  atIso: z.iso.datetime(),
  passed: z.boolean(),
  why: z.enum(DRILL_WHYS).nullable().meta({ description: 'null when it passed' }),
  times: z.object({
    writtenAfterUs: afterUs.meta({ description: 'the stop byte was handed to the port (µs after requested)' }),
    answeredAfterUs: afterUs.meta({ description: 'DRILLED was read (µs after requested); also when it was late' }),
  }).meta({ description: 'requested is when the line that showed the rig armed was read' }),
  by: actorSchema,
  scheduled: z.boolean().meta({ description: 'true when the bench did it by itself' }),
});
export type DrillRecord = z.infer<typeof drillRecordSchema>;

/** What a bench's drills say of it. `failed`: the last one that was not void. `never`: none has passed yet. */
export const DRILL_STATES = ['passed', 'never', 'overdue', 'failed'] as const;
export type DrillState = (typeof DRILL_STATES)[number];

/** What stands in the way of a drill; each is a refusal of the order too. */
export const DRILL_BLOCKS = ['drill-running', 'rig-not-live', 'bench-tripped', 'restore-open', 'device-seated', 'estop-held'] as const;
export type DrillBlock = (typeof DRILL_BLOCKS)[number];

export const drillStatusSchema = z.object({
  state: z.enum(DRILL_STATES),
  blockedBy: z.array(z.enum(DRILL_BLOCKS)).meta({ description: 'empty when a drill is possible now' }),
  everyH: z.number().int().meta({ description: 'a drill is due so long after the last that passed (h)' }),
  passedAgeMs: z.number().int().nullable().meta({ description: 'age of the last drill that passed, by the clock of the bench PC (ms)' }),
  last: drillRecordSchema.nullable(),
});
export type DrillStatus = z.infer<typeof drillStatusSchema>;

export const outOfServiceSchema = z.object({
  by: actorSchema,
  reason: z.string(),
  atIso: z.iso.datetime(),
  drilled: z.boolean().meta({ description: "true once a person's drill passed since, and none failed after it" }),
});
export type TakenOut = z.infer<typeof outOfServiceSchema>;

export const RETURN_BLOCKS = ['not-out-of-service', 'drill-needed'] as const;
export type ReturnBlock = (typeof RETURN_BLOCKS)[number];

export const serviceStatusSchema = z.object({
  out: outOfServiceSchema.nullable().meta({ description: 'null while the bench is in service' }),
  returnBlockedBy: z.array(z.enum(RETURN_BLOCKS)),
});
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

/** What survives a restart, in the latch file of the bench. */
export const keptServiceSchema = z.object({
  out: outOfServiceSchema.nullable(),
  lastDrill: drillRecordSchema.nullable(),
  lastPassedAtIso: z.iso.datetime().nullable(),
  failing: z.boolean(),
});
export type KeptDrills = z.infer<typeof keptServiceSchema>;

/**
 * The whole state of one bench as the bridge sees it: latest wins, at most 10 a second. Ages instead of times, so that
 * no clock of another machine is believed. A value that is not known is null, never zero.
 */
import { z } from 'zod';
import { drillStatusSchema, serviceStatusSchema } from './drill.ts';
import { METRICS, MODES, PERMISSIVES, PHASES, POINTS, REMEASURE_STEPS, SENSOR_FAULTS, VERDICTS, ZONES } from './interlock.ts';
import { paramsSchema, tripSchema } from './trip.ts';

/** A problem that leaves a bench unprotected or withholds; its texts stand in words.ts. */
export const PROBLEM_CODES = [
  'port-missing', 'port-taken', 'port-denied', 'port-lost', 'port-failed', 'rig-silent', 'rig-not-understood', 'corrupt-frames',
  'protocol-newer', 'rig-identity-clash', 'rig-unexpected', 'virtual-mismatch', 'rig-deaf', 'port-slow', 'recorder-lost', 'disk-full', 'black-box-stopped', 'wire-lost',
  'database-unconfirmed',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export const problemSchema = z.object({ code: z.enum(PROBLEM_CODES), params: paramsSchema });
export type Problem = z.infer<typeof problemSchema>;

export const identitySchema = z.object({
  model: z.string(),
  serial: z.string().nullable(),
  ecid: z.string().nullable(),
  imei: z.string().nullable(),
}).meta({ description: 'A device is a set of identifiers, never one key' });
export type DeviceIdentity = z.infer<typeof identitySchema>;

export const planSchema = z.object({
  kind: z.enum(['update', 'erase', 'unknown']),
  from: z.string(),
  to: z.string(),
  hash: z.string(),
});
export type Plan = z.infer<typeof planSchema>;

const ms = z.number().int();
const um = z.number().int();

/** One metric beside its limits; the value is null where it is not measured. */
export const metricSchema = z.object({
  metric: z.enum(METRICS),
  valueUm: um.nullable(),
  holdAtUm: um.meta({ description: 'limit minus uncertainty (µm)' }),
  limitUm: um,
  noRestoreAtUm: um.meta({ description: 'from here on recovery comes first (µm)' }),
  verdict: z.enum(VERDICTS).nullable(),
});
export type MetricReading = z.infer<typeof metricSchema>;

/** How far a device in the review band is: a measurement is one seating. */
export const remeasureSchema = z.object({
  count: z.number().int().min(0).meta({ description: 'measurements in a row below every hold limit' }),
  needed: z.number().int().min(1),
  turned: z.boolean().meta({ description: 'measured both ways: as it lies, and turned by 180°' }),
  differUm: um.nullable().meta({ description: 'largest difference between the two orientations (µm); null before both are measured' }),
  next: z.enum(REMEASURE_STEPS),
  forgottenInMs: ms.nullable().meta({ description: 'the device is out; after this time it is measured from the start (ms)' }),
});
export type RemeasureProgress = z.infer<typeof remeasureSchema>;

export const measurementSchema = z.object({
  verdict: z.enum(VERDICTS),
  fault: z.enum(SENSOR_FAULTS).nullable(),
  deviationUm: um.nullable().meta({ description: 'the larger edge: peak to valley from the least-squares line (µm)' }),
  edge: z.enum(['left', 'right']).nullable(),
  holdAtUm: um.meta({ description: 'limit minus uncertainty (µm)' }),
  limitUm: um,
  uncertaintyUm: um,
  leftUm: z.array(um).meta({ description: 'deviation of each probe from the line, in order (µm)' }),
  rightUm: z.array(um),
  spanMm: z.number(),
  fixture: z.string().nullable(),
  ageMs: ms.nullable(),
  metrics: z.array(metricSchema).optional().meta({ description: 'each metric beside its own limits' }),
  decidedBy: z.enum(METRICS).nullable().optional().meta({ description: 'the metric that the verdict comes from' }),
  remeasure: remeasureSchema.nullable().optional().meta({ description: 'null: one measurement is enough' }),
});
export type Measurement = z.infer<typeof measurementSchema>;

export const benchStatusSchema = z.object({
  v: z.literal(1),
  bench: z.string().meta({ description: 'the bench id of the configuration, for example bench-3' }),
  name: z.string(),
  bootId: z.string(),
  sentAtMs: ms.meta({ description: "the sender's monotonic clock (ms); compare only within one bootId" }),
  virtual: z.boolean(),
  mode: z.enum(MODES),
  zone: z.enum(ZONES).meta({ description: 'as the guard believes it' }),
  committedEstablished: z.boolean(),
  inDoubt: z.boolean(),
  protection: z.enum(['full', 'stop-and-confirm', 'none']),
  problem: problemSchema.nullable(),
  link: z.object({
    path: z.string().meta({ description: 'where the port is configured' }),
    foundPath: z.string().nullable().optional().meta({ description: 'where it was found and is open now; null while it is closed' }),
    open: z.boolean(),
    lastFrameAgeMs: ms.nullable(),
    nextTryInMs: ms.nullable(),
    attempts: z.number().int(),
    corruptRecent: z.number().int().meta({ description: 'corrupt lines among the last 50' }),
    missedTotal: z.number().int().meta({ description: 'lines lost by gaps in the numbering' }),
  }),
  rig: z.object({ serial: z.string(), model: z.string(), firmware: z.string() }).nullable(),
  device: identitySchema.nullable(),
  seated: z.boolean(),
  restore: z.object({
    id: z.string(),
    phase: z.enum(PHASES),
    pct: z.number().int().min(0).max(100).nullable(),
    gate: z.enum(['none', 'write', 'erase']),
    next: z.enum(['none', 'write', 'erase']),
    nextInMs: ms.nullable(),
    plan: planSchema.nullable(),
  }).nullable(),
  frame: measurementSchema,
  power: z.object({
    batteryPct: z.number().int().nullable(),
    supplyMv: z.number().int(),
    deviceDc: z.number().int().meta({ description: 'device temperature (tenths of °C)' }),
    forceCn: z.number().int(),
    limits: z.object({ batteryMinPct: z.number().int(), deviceHotDc: z.number().int(), forceMaxCn: z.number().int() }).optional()
      .meta({ description: 'what these values are held against on this bench; absent from an older bridge' }),
  }).nullable(),
  permissives: z.array(z.object({ id: z.enum(PERMISSIVES), ok: z.boolean(), detail: paramsSchema })),
  permit: z.object({ point: z.enum(POINTS), restore: z.string() }).nullable(),
  trip: tripSchema.nullable(),
  reset: z.object({
    possible: z.boolean(),
    blockedBy: z.array(z.enum(['no-trip', 'cause-not-cleared', 'estop-held', 'rig-not-live', 'restore-open', 'stop-pending'])),
    needsTwoPeople: z.boolean(),
  }),
  holds: z.object({
    ageMs: ms.nullable(),
    version: z.number().int().nullable(),
    carried: z.number().int().optional().meta({ description: 'holds and marks that a former database left and nobody has let go of' }),
  }).meta({ description: 'age and version of the knowledge of holds' }),
  drill: drillStatusSchema.optional().meta({ description: 'absent from a bridge that knows no drills' }),
  service: serviceStatusSchema.optional(),
  stallWorstMs: ms.meta({ description: 'longest stall of the guard since start (ms)' }),
});
export type BenchStatus = z.infer<typeof benchStatusSchema>;

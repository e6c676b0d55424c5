/**
 * What the server tells a page: a snapshot of the board first, then whole-bench states (never diffs) and evidence with
 * the server's own number. Ages are the server's, taken when the message is sent; a page adds its own elapsed time.
 */
import { z } from 'zod';
import { benchStatusSchema } from '../../firmware-bridge/contract/bench-status.ts';
import { identitySchema } from '../../firmware-bridge/contract/bench-status.ts';
import { evidenceSchema } from '../../firmware-bridge/contract/evidence.ts';
import { tripSchema } from '../../firmware-bridge/contract/trip.ts';
import { alarmNoteSchema } from './alarms.ts';
import { judgementSchema } from './judgement.ts';

export const benchViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The last status the bridge sent; null before the first. */
  status: benchStatusSchema.nullable(),
  ageMs: z.number().int().nullable().meta({ description: 'age of the status when this message was sent (ms)' }),
  bridgeConnected: z.boolean(),
});
export type BenchView = z.infer<typeof benchViewSchema>;

export const storedEvidenceSchema = z.object({
  id: z.number().int().meta({ description: "the server's own number, for resuming" }),
  receivedAtIso: z.iso.datetime(),
  event: evidenceSchema,
});
export type StoredEvidence = z.infer<typeof storedEvidenceSchema>;

export const storedStopSchema = z.object({
  rig: z.string().nullable(),
  stopId: z.string(),
  bench: z.string(),
  device: identitySchema.nullable(),
  trip: tripSchema,
  recovered: z.boolean(),
  recordedAtIso: z.iso.datetime(),
  reset: z.object({ atIso: z.iso.datetime(), by: z.string(), second: z.string().nullable(), reason: z.string() }).nullable(),
});
export type StoredStop = z.infer<typeof storedStopSchema>;

/** A stop with the judgement that counts. */
export const judgedStopSchema = storedStopSchema.extend({
  judgement: judgementSchema.nullable().default(null).meta({ description: 'the newest; null when nobody has judged it yet' }),
});
export type JudgedStop = z.infer<typeof judgedStopSchema>;

const probeHeights = z.array(z.number().int()).meta({ description: 'height of each probe above the lowest of its edge, in order (µm)' });
const edgeExtremesSchema = z.object({ minUm: probeHeights, maxUm: probeHeights, lastUm: probeHeights });
export type EdgeExtremes = z.infer<typeof edgeExtremesSchema>;

/** One point of a chart: extremes are kept, so that no peak disappears in a roll-up. */
export const rollupPointSchema = z.object({
  atMs: z.number().int().meta({ description: 'start of the interval, wall clock (ms since 1970)' }),
  deviationMinUm: z.number().int().nullable(),
  deviationMaxUm: z.number().int().nullable(),
  deviationLastUm: z.number().int().nullable(),
  batteryLastPct: z.number().int().nullable(),
  samples: z.number().int(),
  batteryMinPct: z.number().int().nullable().default(null),
  batteryMaxPct: z.number().int().nullable().default(null),
  forceMinCn: z.number().int().nullable().default(null).meta({ description: 'force of the probe press (hundredths of a newton)' }),
  forceMaxCn: z.number().int().nullable().default(null),
  forceLastCn: z.number().int().nullable().default(null),
  deviceMinDc: z.number().int().nullable().default(null).meta({ description: 'device temperature (tenths of °C)' }),
  deviceMaxDc: z.number().int().nullable().default(null),
  deviceLastDc: z.number().int().nullable().default(null),
  probes: z.object({ left: edgeExtremesSchema, right: edgeExtremesSchema }).nullable().default(null).meta({ description: 'null where no probe was read' }),
});
export type RollupPoint = z.infer<typeof rollupPointSchema>;

export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    after: z.number().int().meta({ description: 'the last evidence number in this snapshot' }),
    version: z.string(),
    store: z.object({ name: z.string(), virtual: z.boolean() }),
    serverTimeIso: z.iso.datetime(),
    benches: z.array(benchViewSchema),
    recent: z.array(storedEvidenceSchema).meta({ description: 'evidence after the asked number, or the newest 100 when too far behind' }),
    alarms: z.array(alarmNoteSchema).optional().meta({ description: 'what people said of alarms, oldest first; the newest of an alarm counts' }),
  }),
  z.object({ type: z.literal('bench'), bench: benchViewSchema }),
  z.object({ type: z.literal('evidence'), item: storedEvidenceSchema }),
  z.object({ type: z.literal('judgement'), bench: z.string(), rig: z.string().nullable(), stopId: z.string(), judgement: judgementSchema }),
  z.object({ type: z.literal('alarm-noted'), note: alarmNoteSchema }),
  z.object({ type: z.literal('cases'), version: z.number().int().meta({ description: 'grows with every change; only for pages that may see cases' }) }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;

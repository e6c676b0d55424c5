/**
 * Messages between the recorder (a child of the bridge) and the server, over one WebSocket that the recorder dials with
 * its bearer token. Up: hello, report, telemetry, order-result, raw. Down: ack, facts, order, watch-raw. One schema each way.
 */
import { z } from 'zod';
import { actorSchema, type Actor } from './actor.ts';
import { benchStatusSchema } from './bench-status.ts';
import { drillRecordSchema } from './drill.ts';
import { evidenceSchema } from './evidence.ts';
import { rawTailSchema } from './raw-lines.ts';

const deviceKeys = z.object({ serial: z.string().nullable(), ecid: z.string().nullable(), imei: z.string().nullable() });

/** What the server knows that can withhold or end a permit, or allow an erase. Always the whole snapshot. */
export const factsSchema = z.object({
  databaseId: z.string().meta({ description: 'the database that these facts come from; another one is refused' }),
  version: z.number().int().min(0).meta({ description: 'never goes down within one database' }),
  holds: z.array(z.object({ id: z.string(), device: deviceKeys, code: z.string() })),
  consents: z.array(z.object({ device: deviceKeys, planHash: z.string(), expiresAtIso: z.iso.datetime() })),
  backups: z.array(z.object({ device: deviceKeys, planHash: z.string(), expiresAtIso: z.iso.datetime() })),
  unlocksAsked: z.array(z.object({ device: deviceKeys })).default([]).meta({ description: 'devices whose activation lock somebody asked to have removed' }),
  irreplaceable: z.array(z.object({ device: deviceKeys })).default([]).meta({ description: 'devices whose data nobody can replace: tightens, never loosens' }),
});
export type Facts = z.infer<typeof factsSchema>;

/** The database that is believed, and what of a former one still tightens because nobody has let go of it. Kept over restarts. */
export const knownDatabaseSchema = z.object({
  id: z.string(),
  version: z.number().int().min(0),
  carried: factsSchema.pick({ holds: true, unlocksAsked: true, irreplaceable: true }).nullable().default(null),
});
export type KnownDatabase = z.infer<typeof knownDatabaseSchema>;

/** Why facts were not believed. */
export const FACTS_REFUSALS = ['other-database', 'older-version'] as const;
export type FactsRefusal = (typeof FACTS_REFUSALS)[number];

/** A person's word at the bench PC that this database is the right one. No message of a server can carry it. */
export interface Confirmation {
  readonly id: string;
  readonly databaseId: string;
  readonly actor: Actor;
  readonly second: Actor | null;
  readonly reason: string;
  /** Lets go of the holds of the former database too; needs a second person. */
  readonly dropHolds: boolean;
}

export const orderSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['stop', 'reset', 'drill', 'take-out-of-service', 'return-to-service']),
  bench: z.string(),
  actor: actorSchema,
  second: actorSchema.nullable(),
  reason: z.string().max(500),
  tripId: z.string().nullable().meta({ description: 'the trip that a reset means; null for a stop' }),
  expiresInMs: z.number().int().min(1).max(60_000),
});
export type Order = z.infer<typeof orderSchema>;

/** Why the bridge did not do what was ordered. */
export const ORDER_REFUSALS = [
  'unknown-bench', 'expired', 'no-trip', 'other-trip', 'cause-not-cleared', 'estop-held', 'rig-not-live', 'restore-open', 'stop-pending',
  'second-person-needed', 'same-person-twice', 'reason-needed', 'bridge-not-connected', 'no-answer', 'rig-refused',
  'drill-running', 'bench-tripped', 'device-seated', 'name-needed', 'already-out-of-service', 'not-out-of-service', 'drill-needed',
  'nothing-to-confirm', 'not-that-database', 'holds-not-known',
] as const;
export type OrderRefusal = (typeof ORDER_REFUSALS)[number];

export const orderResultSchema = z.object({
  id: z.uuid(),
  ok: z.boolean(),
  outcome: z.enum([
    'stop-written', 'already-tripped', 'too-late', 'reset-done', 'power-back', 'not-connected', 'refused', 'drill-passed', 'drill-failed', 'taken-out', 'returned', 'database-confirmed',
  ])
    .meta({ description: 'not-connected: the bench latched, but no rig is on the line to be stopped; power-back: the rig gets its power again, the trip stays' }),
  refusal: z.enum(ORDER_REFUSALS).nullable(),
  tripId: z.string().nullable(),
  drill: drillRecordSchema.optional().meta({ description: 'the drill that was ordered, once it is over' }),
});
export type OrderResult = z.infer<typeof orderResultSchema>;

export const uplinkUpSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), bridge: z.string(), bootId: z.string(), version: z.string(), virtual: z.boolean() }),
  z.object({ type: z.literal('report'), seq: z.number().int().min(1).meta({ description: 'row number in the outbox' }), event: evidenceSchema }),
  z.object({ type: z.literal('telemetry'), status: benchStatusSchema }),
  z.object({ type: z.literal('order-result'), result: orderResultSchema }),
  z.object({ type: z.literal('raw'), tail: rawTailSchema }),
]);
export type UplinkUp = z.infer<typeof uplinkUpSchema>;

export const uplinkDownSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ack'), upTo: z.number().int().min(0) }),
  z.object({ type: z.literal('facts'), facts: factsSchema }),
  z.object({ type: z.literal('order'), order: orderSchema }),
  z.object({ type: z.literal('watch-raw'), bench: z.string(), forMs: z.number().int().min(1).max(60_000) }),
]);
export type UplinkDown = z.infer<typeof uplinkDownSchema>;

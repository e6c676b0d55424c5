/**
 * Evidence: what happened, durable, numbered, never dropped. Changes only add; a kind that is not known here is stored
 * and shown as unknown. Idempotent by (bridge, bootId, seq).
 */
import { z } from 'zod';
import { actorSchema } from './actor.ts';
import { boxHeadSchema } from './black-box.ts';
import { drillRecordSchema } from './drill.ts';
import { identitySchema, planSchema, problemSchema } from './bench-status.ts';
import { MODES, PHASES, POINTS, ZONES } from './interlock.ts';
import { paramsSchema, tripSchema } from './trip.ts';

const nothing = z.object({});
const restore = z.object({ restoreId: z.string() });

/** The body of each kind of event. */
export const EVIDENCE_BODIES = {
  'bridge-started': z.object({ version: z.string(), benches: z.array(z.string()), virtual: z.boolean() }),
  'bridge-stopping': z.object({ reason: z.string() }),
  'port-opened': z.object({ path: z.string() }),
  'port-closed': z.object({ path: z.string(), problem: problemSchema.nullable() }),
  'rig-handshaken': z.object({ rig: z.string(), model: z.string(), firmware: z.string(), session: z.string(), latch: z.string().nullable() }),
  'problem-raised': problemSchema,
  'mode-changed': z.object({ from: z.enum(MODES), to: z.enum(MODES) }),
  'zone-changed': z.object({ from: z.enum(ZONES), to: z.enum(ZONES), phase: z.enum(PHASES), established: z.boolean() }),
  'device-seated': z.object({ device: identitySchema }),
  'device-left': nothing,
  'restore-opened': restore,
  'restore-ended': z.object({ restoreId: z.string(), result: z.string() }),
  'plan-announced': z.object({ restoreId: z.string(), plan: planSchema }),
  'permit-granted': z.object({ restoreId: z.string(), point: z.enum(POINTS), plan: z.string() }),
  'permit-dropped': z.object({ restoreId: z.string(), point: z.enum(POINTS), why: z.string() }),
  tripped: z.object({ rig: z.string().nullable(), device: identitySchema.nullable(), trip: tripSchema }),
  'cause-added': z.object({ rig: z.string().nullable(), trip: tripSchema }),
  'receipt-changed': z.object({ rig: z.string().nullable(), trip: tripSchema }).meta({ description: 'the same trip with a fuller receipt' }),
  'trip-recovered': z.object({ rig: z.string(), device: identitySchema.nullable(), trip: tripSchema }).meta({ description: "rebuilt from the rig's latch" }),
  'reset-done': z.object({ rig: z.string().nullable(), tripId: z.string(), reason: z.string(), second: z.string().nullable() }),
  'order-refused': z.object({ orderId: z.string(), order: z.string(), why: z.string() }),
  'drill-done': drillRecordSchema,
  'service-changed': z.object({ inService: z.boolean(), by: actorSchema, reason: z.string() }),
  'rig-event': z.object({ what: z.string() }),
  'facts-refused': z.object({ why: z.string(), databaseId: z.string().optional(), version: z.number().int().optional() }),
  'database-confirmed': z.object({
    databaseId: z.string(), former: z.string().nullable(), reason: z.string(), second: z.string().nullable(),
    carried: z.number().int().meta({ description: 'holds and marks of the former database that stay in force' }),
    dropped: z.number().int().meta({ description: 'those that two people let go of' }),
  }),
  'guard-stalled': z.object({ stalledMs: z.number().int(), kind: z.enum(['late', 'slept']) }),
  'evidence-lost': z.object({ count: z.number().int() }),
  'black-box-head': boxHeadSchema,
  note: z.object({ code: z.string(), params: paramsSchema }),
} as const;

export type EvidenceKind = keyof typeof EVIDENCE_BODIES;
export type EvidenceBody<Kind extends EvidenceKind> = z.infer<(typeof EVIDENCE_BODIES)[Kind]>;

/** The envelope, as sent and stored. `body` is checked by `parseEvidenceBody` where somebody needs it. */
export const evidenceSchema = z.object({
  v: z.literal(1),
  id: z.uuid().meta({ description: 'UUIDv7, made by the bridge' }),
  kind: z.string().min(1).max(60),
  bench: z.string().nullable(),
  seq: z.number().int().min(1).meta({ description: 'number within (bridge, bootId)' }),
  bridge: z.string(),
  bootId: z.string().meta({ description: 'one run of the bridge' }),
  atMs: z.number().int().meta({ description: 'monotonic within bootId (ms)' }),
  atIso: z.iso.datetime(),
  actor: actorSchema,
  body: z.record(z.string(), z.unknown()),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One piece of evidence before the envelope is put round it. */
export type EvidenceItem = {
  [Kind in EvidenceKind]: { readonly kind: Kind; readonly body: EvidenceBody<Kind> };
}[EvidenceKind];

export const isKnownKind = (kind: string): kind is EvidenceKind => Object.hasOwn(EVIDENCE_BODIES, kind);

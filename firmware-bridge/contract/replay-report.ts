/**
 * What a replay says, as one object: whether the record is whole, and the stops then and now. Programs get it by
 * `--json`, and a file of it lies beside each recording of the tests.
 */
import { z } from 'zod';
import { boxHeadSchema } from './black-box.ts';
import { CHAIN_FAULTS } from './black-box-chain.ts';
import { CAUSE_CODES } from './causes.ts';
import { ZONES } from './interlock.ts';

const ms = z.number();
const count = z.number().int().min(0);

export const stopSeenSchema = z.object({
  id: z.string(), atMs: ms, wallMs: ms, cause: z.enum(CAUSE_CODES), zone: z.enum(ZONES), restoreId: z.string().nullable(),
}).meta({ description: 'a stop, at the monotonic and the wall-clock time (ms) of the bytes or the event that decided' });

export const STOP_VERDICTS = ['same', 'earlier', 'later', 'other-cause', 'new', 'gone'] as const;
export type StopVerdict = (typeof STOP_VERDICTS)[number];

export const comparedStopSchema = z.object({
  verdict: z.enum(STOP_VERDICTS), then: stopSeenSchema.nullable(), now: stopSeenSchema.nullable(),
  afterMs: ms.nullable().meta({ description: "today's stop after the recorded one (ms); negative is earlier" }),
});

const outputSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('bytes'), bytes: z.string() }),
  z.object({ is: z.literal('did'), kind: z.string(), body: z.unknown() }),
]);

export const replayReportSchema = z.object({
  v: z.literal(1),
  bench: z.string().nullable(), virtual: z.boolean().nullable(), baud: z.number().nullable(), releases: z.array(z.string()),
  limits: z.record(z.string(), z.number()).meta({ description: 'limits that were asked with instead of the recorded ones' }),
  fromMs: ms.nullable(), toMs: ms.nullable(), bytesIn: count, bytesOut: count, events: count,
  chain: z.object({
    intact: z.boolean(),
    faults: z.array(z.object({ code: z.enum(CHAIN_FAULTS), place: z.string(), from: count, to: count })),
    chain: z.string().nullable(), first: count, last: count, hash: z.string(), completeUpTo: boxHeadSchema.nullable(), unanchored: z.number().int(),
    half: z.array(z.string()).meta({ description: 'places with the beginning of a block, as a kill or a power cut leaves it' }),
  }),
  stops: z.array(comparedStopSchema),
  first: z.object({ atMs: ms, wallMs: ms, then: outputSchema.nullable(), now: outputSchema.nullable() }).nullable()
    .meta({ description: 'the first thing done or noted that differs' }),
  statesAgreed: count, stateDiffers: z.object({ wallMs: ms, at: z.string() }).nullable(),
  missing: count, skipped: count,
});
export type ReplayReport = z.infer<typeof replayReportSchema>;
export type ComparedStop = ReplayReport['stops'][number];
export type StopSeen = z.infer<typeof stopSeenSchema>;

/** One stop by the rules and limits of today; limits that were others when it came stand beside it. */
export const rejudgementSchema = z.object({
  report: replayReportSchema,
  limits: z.array(z.object({ name: z.string(), then: z.number(), now: z.number() })),
});
export type Rejudgement = z.infer<typeof rejudgementSchema>;

export const boxListSchema = z.object({
  benches: z.array(z.object({
    bench: z.string(), bytes: count, files: count, first: count, last: count, fromMs: ms.nullable(), toMs: ms.nullable(),
    stops: z.array(stopSeenSchema),
  })),
});
export type BoxList = z.infer<typeof boxListSchema>;

export const boxExportSchema = z.object({
  file: z.string(), bytes: count, fromMs: ms, toMs: ms, afterMs: ms.meta({ description: 'what is recorded after the stop (ms)' }),
});
export type BoxExport = z.infer<typeof boxExportSchema>;

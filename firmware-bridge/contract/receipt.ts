/**
 * The receipt of one stop: four times, the rung that worked, and the rig's own words. Never says "stopped" without the
 * rig's answer. Times are microseconds after `requested`, which is when the chunk with the deciding frame was read.
 */
import { z } from 'zod';
import { PHASES, ZONES } from './interlock.ts';

/** How a stop can reach a rig besides its own line, as the configuration declares it. */
export const WIRES = ['second-port', 'break', 'dtr', 'rts', 'relay'] as const;
export type Wire = (typeof WIRES)[number];
/** What a switched wire takes away. */
export const CUT_OFF = ['usb-data', 'charge', 'rig-power'] as const;
export type CutOff = (typeof CUT_OFF)[number];

/** One declared step of the third rung; the second port comes first and cuts nothing. */
export interface WireStep {
  readonly by: Wire;
  readonly cuts: CutOff | null;
}

const wireUseSchema = z.object({
  step: z.number().int().min(0).meta({ description: 'place in the declared order' }),
  by: z.enum(WIRES),
  cuts: z.enum(CUT_OFF).nullable().meta({ description: 'null for the second port, which only carries the stop' }),
  afterUs: z.number().int().min(0).nullable().meta({ description: 'asked for (µs after requested)' }),
  state: z.enum(['asked', 'on', 'failed', 'released']).meta({ description: 'on: switched or written, and not given back; it proves nothing of the rig' }),
});
export type WireUse = z.infer<typeof wireUseSchema>;

const afterUs = z.number().int().min(0).nullable();

export const receiptSchema = z.object({
  stopId: z.string().regex(/^[0-9A-Z]{1,16}$/).meta({ description: 'the id on the wire; also the id of the trip' }),
  writtenAfterUs: afterUs.meta({ description: 'the stop byte and line were handed to the port (µs after requested)' }),
  acknowledgedAfterUs: afterUs.meta({ description: 'the rig answered with this id (µs after requested)' }),
  seenStoppedAfterUs: afterUs.meta({ description: 'a later status of the rig showed it stopped (µs after requested)' }),
  answer: z.enum(['none', 'stopped', 'too-late']),
  answerPhase: z.enum(PHASES).nullable(),
  answerZone: z.enum(ZONES).nullable(),
  rigTMs: z.number().int().nullable().meta({ description: "the rig's uptime when it answered (ms)" }),
  rung: z.number().int().min(0).max(4).meta({ description: '0: no stop was written; 1 first write, 2 repeated, 3 wiring, 4 operator' }),
  writes: z.number().int().min(0).meta({ description: 'how often the stop was written' }),
  state: z.enum(['not-written', 'pending', 'confirmed', 'too-late', 'not-confirmed']),
  wiring: z.array(wireUseSchema).max(9).optional().meta({ description: 'what rung 3 used, in its order' }),
  witness: z.literal('rig-only').meta({ description: 'what was seen to stop; the phone itself is not seen' }),
});
export type Receipt = z.infer<typeof receiptSchema>;

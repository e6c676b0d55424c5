/**
 * What is ordered of a bench beside the stop, and asked about its stops and drills, by the one call of api.ts; fetched with what
 * asks for it, so that the board does not carry it. The stop itself is in api.ts, which is always there.
 */
import { z } from 'zod';
import { orderResultSchema } from '../firmware-bridge/contract/uplink.ts';
import type { OrderResult } from '../firmware-bridge/contract/uplink.ts';
import type { OutOfServiceBody, ResetBody } from '../server/contract/api.ts';
import { drillsSchema } from '../server/contract/drills.ts';
import type { Drills } from '../server/contract/drills.ts';
import { judgementSchema, nuisanceReportSchema } from '../server/contract/judgement.ts';
import type { Judgement, JudgementBody, NuisanceReport } from '../server/contract/judgement.ts';
import { judgedStopSchema, storedEvidenceSchema } from '../server/contract/live.ts';
import type { JudgedStop, StoredEvidence } from '../server/contract/live.ts';
import { ask, benchPath, call, post } from './api.ts';
import type { Answer } from './api.ts';

/** The bridge may need up to its own deadline to say what became of a reset. */
const RESET_DEADLINE_MS = 12_000;

export const resetBench = (benchId: string, body: ResetBody): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'reset'), deadlineMs: RESET_DEADLINE_MS, body }, orderResultSchema);

/** Answered when the drill is over, passed or not. */
export const drillBench = (benchId: string): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'drill'), deadlineMs: RESET_DEADLINE_MS, body: {} }, orderResultSchema);

export const takeOutBench = (benchId: string, body: OutOfServiceBody): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'out-of-service'), deadlineMs: RESET_DEADLINE_MS, body }, orderResultSchema);

export const returnBench = (benchId: string): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'return'), deadlineMs: RESET_DEADLINE_MS, body: {} }, orderResultSchema);

const stopsSchema = z.object({ stops: z.array(judgedStopSchema), cursor: z.number().int().nullable() });
export type StopsPart = z.infer<typeof stopsSchema>;
/** The newest first; an empty bench is all of them. `before`: the cursor of the part before. */
export const stopsBefore = (benchId: string, before: number | null): Promise<Answer<StopsPart>> => {
  const part = `stops?limit=50${before === null ? '' : `&before=${before}`}`;
  return ask(benchId === '' ? `/api/${part}` : benchPath(benchId, part), stopsSchema);
};
export const lastStops = (benchId: string): Promise<Answer<{ stops: JudgedStop[] }>> => ask(benchPath(benchId, 'stops?limit=20'), stopsSchema);

/** Enough to find the stop that somebody decides about. */
export const stopsOfBench = (benchId: string): Promise<Answer<{ stops: JudgedStop[] }>> => ask(benchPath(benchId, 'stops?limit=200'), stopsSchema);

/** A dash stands for a rig that has not named itself. */
export const judgeStop = ({ rig, stopId }: Pick<JudgedStop, 'rig' | 'stopId'>, body: JudgementBody): Promise<Answer<Judgement>> =>
  post(`/api/stops/${encodeURIComponent(rig ?? '-')}/${encodeURIComponent(stopId)}/judgement`, body, judgementSchema);

export const falseStops = (): Promise<Answer<NuisanceReport>> => ask('/api/nuisance?days=30', nuisanceReportSchema);

export const drillsOf = (benchId: string): Promise<Answer<Drills>> => ask(benchPath(benchId, 'drills'), drillsSchema);

const eventsSchema = z.object({ events: z.array(storedEvidenceSchema) });
export const recentEvidence = (benchId: string): Promise<Answer<{ events: StoredEvidence[] }>> =>
  ask(`/api/events?bench=${encodeURIComponent(benchId)}&limit=60`, eventsSchema);

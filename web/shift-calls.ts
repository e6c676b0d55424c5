/** What the pages of a shift and of the levers ask of the server, by the one call of api.ts; fetched with those pages. */
import { z } from 'zod';
import { leveredBenchesSchema, leverReplySchema } from '../server/contract/levers.ts';
import type { LeverBody, LeverReply } from '../server/contract/levers.ts';
import { shiftCheckSchema } from '../server/contract/shift-checks.ts';
import type { ShiftCheck, ShiftCheckBody } from '../server/contract/shift-checks.ts';
import { call } from './api.ts';
import type { Answer } from './api.ts';

const ASK_DEADLINE_MS = 8_000;
/** As long as a stop itself may take. */
const STOP_WAY_DEADLINE_MS = 3_000;

const ask = <Value>(path: string, schema: z.ZodType<Value>, deadlineMs = ASK_DEADLINE_MS): Promise<Answer<Value>> => call({ path, deadlineMs }, schema);
const bench = (id: string, rest: string): string => `/api/benches/${encodeURIComponent(id)}/${rest}`;

export const leveredBenches = (): Promise<Answer<{ benches: string[] }>> => ask('/api/levers', leveredBenchesSchema);
export const pullLever = (id: string, body: LeverBody): Promise<Answer<LeverReply>> => call({ path: bench(id, 'lever'), deadlineMs: ASK_DEADLINE_MS, body }, leverReplySchema);

const waySchema = z.object({ bridgeConnected: z.boolean(), rigAgeMs: z.number().nullable() });
/** Goes the way of a stop up to the bridge, and stops nothing. */
export const wayOfStop = (id: string): Promise<Answer<{ bridgeConnected: boolean; rigAgeMs: number | null }>> => ask(bench(id, 'stop'), waySchema, STOP_WAY_DEADLINE_MS);

const checksSchema = z.object({ checks: z.array(shiftCheckSchema) });
export const lastShiftChecks = (): Promise<Answer<{ checks: ShiftCheck[] }>> => ask('/api/shift-checks', checksSchema);
export const keepShiftCheck = (body: ShiftCheckBody): Promise<Answer<ShiftCheck>> => call({ path: '/api/shift-checks', deadlineMs: ASK_DEADLINE_MS, body }, shiftCheckSchema);

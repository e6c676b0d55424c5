/**
 * What the page of a bench asks of the server about the past, by the one call of api.ts; fetched with that page, so that the
 * board does not carry its shapes. It only reads.
 */
import { z } from 'zod';
import { rawPieceSchema } from '../firmware-bridge/contract/raw-lines.ts';
import type { RawPiece } from '../firmware-bridge/contract/raw-lines.ts';
import { rollupPointSchema, storedEvidenceSchema } from '../server/contract/live.ts';
import type { JudgedStop, RollupPoint, StoredEvidence } from '../server/contract/live.ts';
import { rawFollowSchema, rejudgedSchema, supportReportSchema } from '../server/contract/rejudged.ts';
import type { RawFollow, Rejudged, SupportText } from '../server/contract/rejudged.ts';
import { call } from './api.ts';
import type { Answer } from './api.ts';
import type { Span, Step } from './reading/chart-window.ts';

const ASK_DEADLINE_MS = 8_000;

const ask = <Value>(path: string, schema: z.ZodType<Value>): Promise<Answer<Value>> => call({ path, deadlineMs: ASK_DEADLINE_MS }, schema);
const between = ({ fromMs, toMs }: Span): string => `fromMs=${Math.max(0, Math.floor(fromMs))}&toMs=${Math.max(0, Math.ceil(toMs))}`;

const pointsSchema = z.object({ points: z.array(rollupPointSchema) });
/** Roll-ups between two wall clock times of the server. */
export const pastPoints = (benchId: string, span: Span, step: Step): Promise<Answer<{ points: RollupPoint[] }>> =>
  ask(`/api/benches/${encodeURIComponent(benchId)}/telemetry?${between(span)}&step=${step}`, pointsSchema);

const eventsSchema = z.object({ events: z.array(storedEvidenceSchema) });
export const evidenceBetween = (benchId: string, span: Span): Promise<Answer<{ events: StoredEvidence[] }>> =>
  ask(`/api/events?bench=${encodeURIComponent(benchId)}&${between(span)}&limit=1000`, eventsSchema);

const RECORDS_DEADLINE_MS = 30_000;
/** `after`: `next` of the last answer. */
export const followRaw = (benchId: string, after: number): Promise<Answer<RawFollow>> => ask(`/api/benches/${encodeURIComponent(benchId)}/raw?after=${after}`, rawFollowSchema);

/** Out of the black box: a program reads it, which takes its time. */
export const pastRaw = (benchId: string, span: Span): Promise<Answer<RawPiece>> =>
  call({ path: `/api/benches/${encodeURIComponent(benchId)}/raw/past?${between(span)}`, deadlineMs: RECORDS_DEADLINE_MS }, rawPieceSchema);

/** Without names and identifiers, to be pasted into a message. */
export const supportReportOf = (benchId: string): Promise<Answer<SupportText>> =>
  call({ path: `/api/benches/${encodeURIComponent(benchId)}/support-report`, deadlineMs: RECORDS_DEADLINE_MS }, supportReportSchema);

/** A dash stands for a rig that has not named itself. */
export const rejudgeStop = ({ rig, stopId }: Pick<JudgedStop, 'rig' | 'stopId'>): Promise<Answer<Rejudged>> =>
  call({ path: `/api/stops/${encodeURIComponent(rig ?? '-')}/${encodeURIComponent(stopId)}/rejudge`, deadlineMs: RECORDS_DEADLINE_MS, body: {} }, rejudgedSchema);

/** One stop of the past, by the rules of today: would they stop earlier, the same, later, or not at all. It judges nobody and changes nothing. */
import { z } from 'zod';
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import { rawLineSchema } from '../../firmware-bridge/contract/raw-lines.ts';
import { STOP_VERDICTS } from '../../firmware-bridge/contract/replay-report.ts';

const ruled = z.object({
  release: z.string().meta({ description: 'the version whose rules these are' }),
  cause: z.enum(CAUSE_CODES).nullable().meta({ description: 'null: no stop' }),
});

/** A limit of the bench that was another one when the stop came. */
const changedLimit = z.object({ name: z.string(), then: z.number(), now: z.number() });

export const rejudgedSchema = z.object({
  stopId: z.string(),
  verdict: z.enum(STOP_VERDICTS).meta({ description: 'gone: the rules of today would not stop it' }),
  afterMs: z.number().nullable().meta({ description: "today's stop after the recorded one (ms); negative is earlier" }),
  then: ruled,
  now: ruled,
  limits: z.array(changedLimit).meta({ description: 'limits of this bench that have changed since' }),
  missing: z.number().int().min(0).meta({ description: 'entries around this stop that were never recorded' }),
});
export type Rejudged = z.infer<typeof rejudgedSchema>;

/** What went over the line, newest part: `next` is given as `after` for what comes behind it. */
export const rawFollowSchema = z.object({
  lines: z.array(rawLineSchema),
  next: z.number().int().min(0),
  missed: z.number().int().min(0).nullable().meta({ description: 'lines after `after` that are not here any more; null: some, and nobody knows how many' }),
});
export type RawFollow = z.infer<typeof rawFollowSchema>;

export const supportReportSchema = z.object({ text: z.string().meta({ description: 'lines to paste; in English, for whoever helps' }) });
export type SupportText = z.infer<typeof supportReportSchema>;

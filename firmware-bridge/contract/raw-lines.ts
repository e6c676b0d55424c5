/**
 * What went over the serial line of a bench, line by line, for people who look for a fault. It is read only and never waited
 * for: who comes too late is told how much is missing. Every character is one of 0x20 to 0x7E, whatever was on the line.
 */
import { z } from 'zod';

/** Longer ones are cut (characters); a line of the protocol has 160 bytes at most. */
export const RAW_TEXT_MAX = 400;

/** A line of the rig, a line to it, or a place where the record has a hole. */
export const rawLineSchema = z.object({
  atMs: z.number().int().meta({ description: 'wall clock when it was read or written (ms since 1970)' }),
  dir: z.enum(['in', 'out', 'gap']),
  text: z.string().max(RAW_TEXT_MAX).meta({ description: 'any other byte as \\xNN, a backslash as \\\\; of a gap: how many entries are missing, empty when nobody knows' }),
  stopId: z.string().nullable().meta({ description: 'the stop that this line told the rig' }),
});
export type RawLine = z.infer<typeof rawLineSchema>;

/** As a bridge tells it. Only the server keeps both texts, and gives out one. */
export const rawOriginalSchema = rawLineSchema.extend({
  veiled: z.string().max(RAW_TEXT_MAX).nullable().meta({ description: 'the text without identifiers of a device; null when it holds none' }),
});
export type RawOriginal = z.infer<typeof rawOriginalSchema>;

/** Lines in one message of a live tail. */
export const RAW_LINES_MAX = 200;
export const rawTailSchema = z.object({ bench: z.string(), lines: z.array(rawOriginalSchema).max(RAW_LINES_MAX), missed: z.number().int().min(0) });
export type RawTail = z.infer<typeof rawTailSchema>;

const isCut = z.boolean().meta({ description: 'there are more lines in this time than are given' });
/** Around a moment, out of the black box: as a bridge's program tells it, and as it is given out. */
export const rawFoundSchema = z.object({ lines: z.array(rawOriginalSchema), isCut });
export type RawFound = z.infer<typeof rawFoundSchema>;
export const rawPieceSchema = z.object({ lines: z.array(rawLineSchema), isCut });
export type RawPiece = z.infer<typeof rawPieceSchema>;

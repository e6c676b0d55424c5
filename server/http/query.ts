/** Pieces of inputs that several routes share: ids in paths, cursors and limits in queries. */
import { z } from 'zod';
import type { Page } from '../domain/store-port.ts';

/** Longer than any bench id that a configuration allows. */
export const benchParamsSchema = z.object({ bench: z.string().min(1).max(120).meta({ description: 'bench id', example: 'bench-1' }) });

const wholeNumber = z.string().regex(/^\d{1,15}$/, 'must be a whole number').transform(Number);
export const epochMs = wholeNumber;
const cursor = wholeNumber.optional();

export const pageQuery = {
  limit: z.string().regex(/^\d{1,4}$/, 'must be 1 to 1000').transform(Number).pipe(z.number().int().min(1).max(1000)).optional()
    .meta({ description: 'how many, 1 to 1000; 100 when left out' }),
  before: cursor.meta({ description: 'only what came before this number' }),
  after: cursor.meta({ description: 'only what came after this number, oldest first' }),
};

const LIMIT_DEFAULT = 100;

export const pageOf = (query: { limit?: number | undefined; before?: number | undefined; after?: number | undefined }): Page => ({
  limit: query.limit ?? LIMIT_DEFAULT,
  before: query.before ?? null,
  after: query.after ?? null,
});

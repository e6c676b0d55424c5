/**
 * The lines that a child of the supervisor prints: ready, refused, anything else. The one parse of that door; a line
 * that is neither is only kept for the log.
 */
import { z } from 'zod';

const readySchema = z.object({ ready: z.string(), url: z.string().optional(), notes: z.array(z.string()).optional() });
const refusedSchema = z.object({ refused: z.string(), what: z.string(), remedy: z.string() });

export type Refused = z.infer<typeof refusedSchema>;

export type ChildLine =
  | { readonly type: 'ready'; readonly url: string | null; readonly notes?: readonly string[] }
  | { readonly type: 'refused'; readonly refused: Refused }
  | { readonly type: 'other'; readonly text: string };

export function parseChildLine(text: string): ChildLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { type: 'other', text };
  }
  const ready = readySchema.safeParse(value);
  if (ready.success) {
    const { url = null, notes } = ready.data;
    return { type: 'ready', url, ...(notes === undefined ? {} : { notes }) };
  }
  const refused = refusedSchema.safeParse(value);
  return refused.success ? { type: 'refused', refused: refused.data } : { type: 'other', text };
}

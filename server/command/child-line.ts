/**
 * The lines that a child of the supervisor prints: ready, refused, anything else. The one parse of that door; a line
 * that is neither is only kept for the log.
 */
import { z } from 'zod';

const demoSchema = z.object({ link: z.string(), users: z.array(z.string()), password: z.string(), pin: z.string() });
const readySchema = z.object({ ready: z.string(), url: z.string().optional(), firstAdminLink: z.string().optional(), demo: demoSchema.optional(), notes: z.array(z.string()).optional() });
const refusedSchema = z.object({ refused: z.string(), what: z.string(), remedy: z.string() });

export type Refused = z.infer<typeof refusedSchema>;

/** How the first person gets in: by a one-time link, or in a virtual store as one of its throw-away people. */
export interface FirstPeople {
  readonly firstAdminLink: string | null;
  readonly demo: z.infer<typeof demoSchema> | null;
}

export type ChildLine =
  | { readonly type: 'ready'; readonly url: string | null; readonly people: FirstPeople; readonly notes: readonly string[] }
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
    const { url = null, firstAdminLink = null, demo = null, notes = [] } = ready.data;
    return { type: 'ready', url, people: { firstAdminLink, demo }, notes };
  }
  const refused = refusedSchema.safeParse(value);
  return refused.success ? { type: 'refused', refused: refused.data } : { type: 'other', text };
}

/** What the page asks of the server for whoever comes back, by the one call of api.ts; fetched with the note that tells it. */
import { awaySchema } from '../server/contract/away.ts';
import type { Away } from '../server/contract/away.ts';
import { call } from './api.ts';
import type { Answer } from './api.ts';

const ASK_DEADLINE_MS = 8_000;

/** Null: of every bench. */
export const happenedSince = (benchId: string | null, after: number): Promise<Answer<Away>> =>
  call({ path: `/api/away?after=${after}${benchId === null ? '' : `&bench=${encodeURIComponent(benchId)}`}`, deadlineMs: ASK_DEADLINE_MS }, awaySchema);

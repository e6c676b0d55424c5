/** What is asked of the server about links of a case: apart from case-calls.ts, because the shape of a link brings the whole table of acts along. */
import { shownLinkSchema } from '../server/contract/case-links.ts';
import type { LinkBody, ShownLink } from '../server/contract/case-links.ts';
import { call } from './api.ts';
import type { Answer } from './api.ts';

const ASK_DEADLINE_MS = 8_000;

export const makeLink = (code: string, body: LinkBody): Promise<Answer<ShownLink>> => call({ path: `/api/cases/${encodeURIComponent(code)}/links`, deadlineMs: ASK_DEADLINE_MS, body }, shownLinkSchema);

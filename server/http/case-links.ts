/**
 * POST …/links: makes a link for the customer or for a partner. Token and PIN are made here, shown once, and kept only as
 * hashes, in the same transaction as the event that says that there is a link.
 */
import { randomInt } from 'node:crypto';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { linkBodySchema, shownLinkSchema } from '../contract/case-links.ts';
import { PIN_DIGITS } from '../domain/cases/pin-pause.ts';
import { publicLink } from '../domain/outside.ts';
import { hashToken, newToken } from '../sign-in/secrets.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, refused } from './case-asking.ts';
import { viewOf } from './case-view.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const linkRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/links', summary: 'Make a link for the customer or for a partner', ...decided('hand-over'),
  description: 'The secret is in the answer and nowhere else. Without `public:` in the configuration there are no links.',
  request: { params: caseParamsSchema, ...jsonBody(linkBodySchema) },
  responses: { 200: { description: 'The link, shown once', content: jsonContent(shownLinkSchema) }, ...caseRefusals, 503: problemResponse('Too busy') },
});

const newPin = (): string => String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0');

export const caseLinkRoutes = defineRoutes((ports) => {
  const { cases, links, freshLinks, hasher, outside, edges } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput }).openapi(linkRoute, async (context) => {
    const state = caseFor(ports, context, context.req.valid('param').case);
    if ('reply' in state) return context.json(state.reply, state.status);
    const body = context.req.valid('json');
    const token = newToken();
    const made = publicLink(outside, `/${body.whom === 'customer' ? 'c' : 'p'}/${token}`);
    if ('refusal' in made) return context.json(problemReply(made.refusal), 409);
    const pin = body.whom === 'partner' ? newPin() : null;
    const pinHash = pin === null ? null : await hasher.hash(pin);
    if (pin !== null && pinHash === null) return context.json(problemReply('busy'), 503);
    const by = actBy(ports, context);
    const kept: { id: string | null; expiresAtIso: string } = { id: null, expiresAtIso: '' };
    const acted = cases.act('make-link', state.id, body, by, ({ caseId, drafts }) => {
      for (const draft of drafts) {
        if (draft.kind !== 'link-made') continue;
        const { linkId, whom, transferId, expiresAtIso } = draft.body;
        links.keep({ id: linkId, caseId, whom, transferId, tokenHash: hashToken(token), pinHash, madeAtIso: by.atIso, expiresAtIso });
        Object.assign(kept, { id: linkId, expiresAtIso });
      }
    });
    if ('refusal' in acted) {
      const { reply, status } = refused(acted);
      return context.json(reply, status);
    }
    const { id, expiresAtIso } = kept;
    if (id === null) return context.json(problemReply('link-shown-once'), 409);
    const personId = context.get('asker').session?.personId ?? '';
    freshLinks.put({ caseId: state.id, whom: body.whom, transferId: body.transferId, personId, url: made.link, pin }, edges.nowMs());
    return context.json({ id, whom: body.whom, url: made.link, pin, expiresAtIso, view: viewOf(ports, context, acted.state, acted.head) }, 200);
  });
});

/** GET /api/cases…, /api/queue, /api/briefs, /api/benches/{bench}/case: cases as lists, as one, as history. No name of a customer in any. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { benchCaseSchema, briefLineSchema, casesReplySchema, custodyFilesSchema } from '../contract/case-looks.ts';
import type { BenchCase, BriefLine } from '../contract/case-looks.ts';
import { STAGES } from '../contract/case-parts.ts';
import { caseHistorySchema, caseViewSchema, queueItemSchema } from '../contract/case-state.ts';
import type { CaseState } from '../contract/case-state.ts';
import { termsSchema } from '../contract/terms.ts';
import { lineOf, queueOf } from '../domain/cases/case-line.ts';
import { nextSteps } from '../domain/cases/next-steps.ts';
import { takenByName } from '../domain/cases/taken-by-name.ts';
import { idsOfStop } from '../domain/cases/on-stop.ts';
import { staffName } from '../domain/staff-name.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, doerOf } from './case-asking.ts';
import { viewOf } from './case-view.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';
import { jsonContent } from './session-answers.ts';
import { LANGUAGES } from '../contract/languages.ts';

const LIMIT = 100;
const listQuery = z.object({
  stage: z.enum(STAGES).optional(),
  text: z.string().max(200).optional().meta({ description: 'code, serial number, IMEI, ECID, or a whole part of a name' }),
  before: z.uuid().optional().meta({ description: 'the cursor of the page before' }),
});
const { 400: wrong, 401: stranger, 403: forbidden, 404: missing } = caseRefusals;

const listRoute = createRoute({
  method: 'get', path: '/api/cases', summary: 'Cases, the newest first', ...decided('see-cases'), request: { query: listQuery },
  description: `At most ${String(LIMIT)}. A search finds merged cases as the one that they went into. Of a name whole parts are found; what is typed is not kept.`,
  responses: { 200: { description: 'Lines without names', content: jsonContent(casesReplySchema) }, 400: wrong, 401: stranger, 403: forbidden },
});
const oneRoute = createRoute({
  method: 'get', path: '/api/cases/{case}', summary: 'One case as it stands', ...decided('see-cases'), request: { params: caseParamsSchema },
  responses: { 200: { description: 'Its state, what comes next, how far its holds reach', content: jsonContent(caseViewSchema) }, 400: wrong, 401: stranger, 403: forbidden, 404: missing },
});
const historyRoute = createRoute({
  method: 'get', path: '/api/cases/{case}/history', summary: 'Everything that happened to a case', ...decided('see-cases'), request: { params: caseParamsSchema },
  description: 'The custody chain: each event with the hash that holds it in its place and the signature of the store.',
  responses: { 200: { description: 'From the first event on', content: jsonContent(caseHistorySchema) }, 400: wrong, 401: stranger, 403: forbidden, 404: missing },
});
const exportRoute = createRoute({
  method: 'get', path: '/api/cases/{case}/export', summary: 'The custody chain of a case as files', ...decided('see-cases'), request: { params: caseParamsSchema },
  description: 'Events, signatures, public keys and what to type: it can be checked with openssl and sha256sum alone. Nothing personal is in it.',
  responses: { 200: { description: 'Names and bytes', content: jsonContent(custodyFilesSchema) }, 400: wrong, 401: stranger, 403: forbidden, 404: missing },
});
const queueRoute = createRoute({
  method: 'get', path: '/api/queue', summary: 'What waits for a person', ...decided('see-cases'),
  responses: { 200: { description: 'The most pressing first', content: jsonContent(z.object({ items: z.array(queueItemSchema) })) }, 401: stranger, 403: forbidden },
});
const briefsRoute = createRoute({
  method: 'get', path: '/api/briefs', summary: 'The briefs that whoever asks has filed', ...decided('see-own-briefs'),
  responses: { 200: { description: 'The newest first', content: jsonContent(z.object({ briefs: z.array(briefLineSchema) })) }, 401: stranger, 403: forbidden },
});
const benchRoute = createRoute({
  method: 'get', path: '/api/benches/{bench}/case', summary: 'The case of the device that lies on a bench now', ...decided('look'), request: { params: benchParamsSchema },
  description: 'What matters and how to greet the customer is shown with it: a bench is seen from afar, so no name and no number. That is a look at personal data: on record under the name of who asks, at most once in a quarter of an hour.',
  responses: { 200: { description: 'The case, or that none knows this device', content: jsonContent(benchCaseSchema) }, 400: wrong, 401: stranger, 403: forbidden, 404: missing },
});
const termsRoute = createRoute({
  method: 'get', path: '/api/terms', summary: 'The terms that a customer signs', ...decided('see-cases'),
  request: { query: z.object({ language: z.enum(LANGUAGES).default('en') }) },
  responses: { 200: { description: 'With version and hash', content: jsonContent(termsSchema) }, 400: problemResponse('There is no such language'), 401: stranger, 403: forbidden },
});

export const caseReadRoutes = defineRoutes((ports) => {
  const { accounts, cases, edges, board, looks } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(listRoute, (context) => {
      const { stage = null, text = null, before = null } = context.req.valid('query');
      const found = cases.list({ stage, text, before, limit: LIMIT });
      return context.json({ cases: found.cases.map((state) => lineOf(state, edges.epochMs())), cursor: found.cursor }, 200);
    })
    .openapi(oneRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, 404);
      const head = cases.head(state.id);
      return head === null ? context.json(problemReply('no-such-case', { case: state.code }), 404) : context.json(viewOf(ports, context, state, head), 200);
    })
    .openapi(historyRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, 404);
      const head = cases.head(state.id);
      return head === null ? context.json(problemReply('no-such-case', { case: state.code }), 404) : context.json({ events: [...cases.history(state.id)], head }, 200);
    })
    .openapi(exportRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, 404);
      const exported = ports.exportCase(state.id);
      if (exported === null) return context.json(problemReply('no-such-case', { case: state.code }), 404);
      note(ports, context, { what: 'custody-exported', subject: `case:${state.id}`, detail: { custody: `${String(exported.head.seq)}:${exported.head.hash}` } });
      return context.json(exported, 200);
    })
    .openapi(queueRoute, (context) => context.json({ items: [...queueOf(cases.alive(), edges.epochMs())] }, 200))
    .openapi(briefsRoute, (context) => {
      const { session } = context.get('asker');
      return context.json({ briefs: session === null ? [] : cases.briefsOf(session.personId).filter(({ from }) => from === 'brief').map((brief) => briefOf(takenByName(brief, (code) => staffName(accounts, code)))) }, 200);
    })
    .openapi(benchRoute, (context) => {
      const { bench } = context.req.valid('param');
      const view = board.view(bench, edges.nowMs());
      if (view === null) return context.json(problemReply('unknown-bench', { bench }, 'path.bench'), 404);
      const known = cases.known(idsOfStop({ device: view.status?.device ?? null }));
      const [first, ...others] = known.flatMap((one) => cases.state(one.caseId) ?? []);
      if (first === undefined) return context.json({ case: null, deviceId: null, story: null, greeting: '', arrivedAtIso: null, poweredOffAtIso: null, steps: [], others: [] }, 200);
      const { session } = context.get('asker');
      const why = `${bench} shows what matters while the device lies there`;
      const seen = (what: 'story' | 'contact') => (session === null ? null : looks.look(first, what, session.personId, doerOf(actBy(ports, context), why)));
      const [story, contact] = [seen('story'), seen('contact')].map((one) => (one === null || 'refusal' in one ? null : one));
      const elsewhere = [...new Set(others.map(({ code }) => code))].filter((code) => code !== first.code);
      return context.json({
        case: lineOf(first, edges.epochMs()), deviceId: known[0]?.deviceId ?? null, story: story?.story ?? null, greeting: contact?.contact?.greeting ?? '', arrivedAtIso: first.arrivedAtIso,
        ...ofDevice(first, known[0]?.deviceId ?? null, edges.epochMs()), others: elsewhere,
      }, 200);
    })
    .openapi(termsRoute, (context) => context.json(ports.terms[context.req.valid('query').language], 200));
});

const ofDevice = (state: CaseState, deviceId: string | null, nowMs: number): Pick<BenchCase, 'poweredOffAtIso' | 'steps'> => ({
  poweredOffAtIso: state.devices.find(({ id }) => id === deviceId)?.poweredOffAtIso ?? null, steps: nextSteps(state, nowMs).filter((step) => step.deviceId === deviceId),
});

const briefOf = (state: CaseState): BriefLine => ({
  id: state.id, code: state.code, stage: state.stage, irreplaceable: state.irreplaceable, filedAtIso: state.openedAtIso, expectedAtIso: state.expectedAtIso, acknowledged: state.acknowledged,
  amendedAtIso: state.acknowledged === null ? null : state.amended?.atIso ?? null, arrivedAtIso: state.arrivedAtIso, outcomes: state.devices.flatMap(({ outcome }) => (outcome === null ? [] : [{ result: outcome.result, atIso: outcome.atIso }])),
  customerTold: state.told.some(({ who, about }) => who === 'customer' && about === 'outcome'), told: state.told.some(({ who, about }) => who === 'agent' && about === 'outcome'),
});

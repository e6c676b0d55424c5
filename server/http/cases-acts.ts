/**
 * POST …/acts/{act}: one route for each row of the table of acts, made from the row itself, so that no act is without its
 * right and its description. What may be done in which state is decided behind them, in the same transaction.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ACTS_ELSEWHERE, CASE_ACT_NAMES, CASE_ACTS } from '../contract/case-acts.ts';
import type { CaseActBody, CaseActName } from '../contract/case-acts.ts';
import type { CaseState } from '../contract/case-state.ts';
import { caseViewSchema } from '../contract/case-state.ts';
import { needsTwoToUntie } from '../contract/two-to-untie.ts';
import { isDataAtStake } from '../domain/cases/at-stake.ts';
import type { KnownPerson } from '../domain/people-port.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, refused } from './case-asking.ts';
import type { RefusedReply } from './case-asking.ts';
import { viewOf } from './case-view.ts';
import { confirmedBy } from './confirmed.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import type { Ports } from './ports.ts';
import { problemReply, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

/** What an act is about where somebody proves anew who they are. */
const SUBJECT_OF = { 'approve-hold': 'holdId', 'release-hold': 'holdId', 'allow-erase': 'deviceId', 'lift-irreplaceable': null, 'untie-device': 'deviceId' } as const satisfies Partial<Record<CaseActName, string | null>>;
type ProvedAct = keyof typeof SUBJECT_OF;
const isProved = (name: CaseActName): name is ProvedAct => Object.hasOwn(SUBJECT_OF, name);
/** Keeping a hold takes nothing away from anybody. */
const NEVER_TWO: ReadonlySet<CaseActName> = new Set<CaseActName>(['approve-hold']);

const ALWAYS_TWO: ReadonlySet<CaseActName> = new Set<CaseActName>(['lift-irreplaceable']);

type Proofs = 'none' | 'one' | 'two';
function proofsOf(name: ProvedAct, state: CaseState, subject: string): Proofs {
  if (name === 'untie-device') return needsTwoToUntie(state, subject) ? 'two' : 'none';
  return ALWAYS_TWO.has(name) || (!NEVER_TWO.has(name) && isDataAtStake(state)) ? 'two' : 'one';
}

const proofWords = (name: CaseActName): string => {
  if (!isProved(name)) return '';
  if (name === 'untie-device') return ' Where the data cannot be replaced: confirm `decide-hold` on "id of the case/deviceId", and a second person `second-decision` on the same.';
  const subject = SUBJECT_OF[name] ?? 'irreplaceable';
  const first = ` Confirm \`decide-hold\` on "id of the case/${subject}" first`;
  return NEVER_TWO.has(name) ? `${first}.` : `${first}; where data is at stake a second person confirms \`second-decision\` on the same.`;
};

function routeOf(name: CaseActName) {
  const { action, stages, body, says } = CASE_ACTS[name];
  const isNew = stages === 'new';
  return createRoute({
    method: 'post', path: isNew ? `/api/cases/acts/${name}` : `/api/cases/{case}/acts/${name}`, summary: says, ...decided(action),
    description: `${isNew ? 'Makes a case.' : `While the case is ${stages.join(', ')}.`} Sent again with the same id it is done once.${proofWords(name)}`,
    request: { ...(isNew ? {} : { params: caseParamsSchema }), ...jsonBody(body) },
    responses: { 200: { description: 'The case as it stands now', content: jsonContent(caseViewSchema) }, ...caseRefusals },
  });
}

export const caseActRoutes = defineRoutes((ports) => {
  const routes = new OpenAPIHono({ defaultHook: refuseInput });
  for (const name of CASE_ACT_NAMES.filter((one) => !ACTS_ELSEWHERE.some((elsewhere) => elsewhere === one))) {
    routes.openapi(routeOf(name), (context) => {
      const isNew = CASE_ACTS[name].stages === 'new';
      const state = isNew ? null : caseFor(ports, context, context.req.param('case'));
      if (state !== null && 'reply' in state) return context.json(state.reply, state.status);
      // Parsed by the schema of this very row.
      const body = context.req.valid('json') as CaseActBody<typeof name>;
      const caseId = state?.id ?? null;
      const before = isProved(name) ? ports.cases.before(name, caseId, body) : null;
      const proved = before === null ? proveAct(ports, context, name, state, body) : { second: null };
      if ('reply' in proved) return context.json(proved.reply, proved.status);
      const acted = before ?? ports.cases.act(name, caseId, body, actBy(ports, context, proved.second));
      if ('refusal' in acted) {
        const { reply, status } = refused(acted);
        return context.json(reply, status);
      }
      if (acted.isNew && 'private' in body) ports.looks.forget(acted.caseId);
      return context.json(viewOf(ports, context, acted.state, acted.head), 200);
    });
  }
  return routes;
});

function proveAct(ports: Ports, context: Context, name: CaseActName, state: CaseState | null, body: object): { readonly second: KnownPerson | null } | RefusedReply {
  if (!isProved(name) || state === null) return { second: null };
  const sent = new Map<string, unknown>(Object.entries(body));
  const key = SUBJECT_OF[name];
  const about = key === null ? 'irreplaceable' : String(sent.get(key));
  const proofs = proofsOf(name, state, about);
  if (proofs === 'none') return { second: null };
  const subject = `${state.id}/${about}`;
  const [first, second] = [sent.get('confirmation'), sent.get('secondConfirmation') ?? null];
  // A proof works once: it is not taken for an act that lacks the other one.
  if (proofs === 'two' && second === null) return { reply: problemReply('second-person-needed', { bench: state.code }, 'body.secondConfirmation'), status: 403 };
  const confirmed = confirmedBy(ports, context, [
    { id: String(first), act: 'decide-hold', subject },
    ...(typeof second === 'string' ? [{ id: second, act: 'second-decision' as const, subject }] : []),
  ]);
  return 'reply' in confirmed ? { reply: confirmed.reply, status: 403 } : { second: confirmed.people[1] ?? null };
}

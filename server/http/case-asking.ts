/** Who acts on a case, which case is meant, and how a refusal is answered: alike for every route of cases. */
import type { Context } from 'hono';
import { z } from 'zod';
import type { ProblemReply } from '../contract/api.ts';
import type { CaseState } from '../contract/case-state.ts';
import type { Role } from '../contract/people.ts';
import { whyNot } from '../contract/rights.ts';
import type { ActBy, ActRefused } from '../domain/cases/cases-port.ts';
import type { KnownPerson } from '../domain/people-port.ts';
import type { Doer } from '../domain/private-port.ts';
import { actorOf } from './asking.ts';
import type { Ports } from './ports.ts';
import { problemReply, problemResponse } from './problem.ts';

export const caseParamsSchema = z.object({ case: z.string().min(4).max(40).meta({ description: 'code or id of the case', example: 'K7Q2' }) });

export const caseRefusals = {
  400: problemResponse('The input does not fit'),
  401: problemResponse('Not signed in'),
  403: problemResponse('The right is missing, or was not confirmed'),
  404: problemResponse('No such case, or nothing of the kind in it'),
  409: problemResponse('The state does not allow it'),
};

export type RefusedStatus = 400 | 403 | 404 | 409;
export interface RefusedReply {
  readonly reply: ProblemReply;
  readonly status: RefusedStatus;
}

const BY_INPUT: ReadonlySet<string> = new Set(['event-unfit', 'photo-wrong', 'reason-needed', 'look-reason-needed', 'private-too-large']);
const BY_RIGHT: ReadonlySet<string> = new Set(['second-person-needed', 'look-person-needed']);

const statusOf = (code: string): RefusedStatus => {
  if (code.startsWith('no-such-') || code === 'nothing-private') return 404;
  return BY_INPUT.has(code) ? 400 : BY_RIGHT.has(code) ? 403 : 409;
};

export const refused = ({ refusal, params, at }: ActRefused): RefusedReply => ({ reply: problemReply(refusal, params, at), status: statusOf(refusal) });
export const noSuchCase = (asked: string): RefusedReply => refused({ refusal: 'no-such-case', params: { case: asked.slice(0, 40) }, at: 'path.case' });

/** Of several roles the one that says most to a customer. */
const ROLE_ORDER: readonly Role[] = ['manager', 'technician', 'support', 'auditor', 'admin'];

export function actBy(ports: Pick<Ports, 'edges'>, context: Context, second: KnownPerson | null = null): ActBy {
  const asker = context.get('asker');
  const { session, held } = asker;
  return {
    atIso: new Date(ports.edges.epochMs()).toISOString(), actor: actorOf(asker), role: ROLE_ORDER.find((role) => asker.roles.includes(role)) ?? 'system',
    person: session === null ? null : { id: session.personId, code: session.person.code }, second: second === null ? null : { id: second.id, code: second.code },
    from: { address: context.get('address'), machine: held?.id ?? null },
  };
}

export const doerOf = ({ actor, role, from }: ActBy, why: string): Doer => ({ who: actor, role, why, from });

export const seesCases = (context: Context): boolean => whyNot('see-cases', context.get('asker')) === null;

/** An agent knows of the own briefs only: another case is answered as one that does not exist. */
export function caseFor(ports: Pick<Ports, 'cases'>, context: Context, asked: string): CaseState | RefusedReply {
  const id = ports.cases.idOf(asked);
  const state = id === null ? null : ports.cases.state(id);
  if (state === null) return noSuchCase(asked);
  if (seesCases(context)) return state;
  const personId = context.get('asker').session?.personId;
  if (personId === undefined || state.filedById !== personId) return noSuchCase(asked);
  return state.mergedInto === null ? state : ports.cases.briefsOf(personId).find((brief) => brief.id === state.id) ?? state;
}

/** A case with those that were merged into it: what is personal stays under the case that it came with. */
export const everyIdOf = ({ id, absorbed }: CaseState): string[] => [id, ...absorbed.map((one) => one.id)];

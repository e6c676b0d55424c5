/** Who is asking, as a page is told; and how a refused sign-in is answered, alike for every reason. */
import type { Context } from 'hono';
import type { Who } from '../contract/people.ts';
import type { HeldSession } from '../domain/people-port.ts';
import type { Refused } from '../sign-in/prove.ts';
import { note } from './note.ts';
import type { Ports } from './ports.ts';
import { problemReply } from './problem.ts';

type AnswerStatus = 401 | 403 | 409 | 429 | 503;
const STATUS: Readonly<Record<Refused['refusal'], AnswerStatus>> = {
  'sign-in-failed': 401, 'code-needed': 401, 'too-many-tries': 429, busy: 503, 'bench-pc-needed': 403, 'link-used': 401, 'first-admin-named': 409,
  'name-and-user-needed': 409, 'user-taken': 409, 'password-guessable': 409, 'passkey-failed': 401, 'not-signed-in': 401, 'right-missing': 403, 'manager-needed': 403, 'sign-in-too-weak': 403,
  'provider-off': 409, 'provider-unreachable': 503, 'provider-refused': 401,
};

function refuseSignIn(context: Context, { refusal, waitMs = 0, detail = '' }: Refused) {
  const waitS = Math.ceil(waitMs / 1000);
  if (refusal === 'too-many-tries') context.header('retry-after', String(waitS));
  return context.json(problemReply(refusal, { minutes: Math.ceil(waitS / 60), detail }), STATUS[refusal]);
}

/** What was typed as a name may be a password: only a known one is written down. */
export function refuseAndNote(ports: Ports, context: Context, why: Refused, what: string, user: string | null) {
  const person = user === null ? null : ports.accounts.people.byUser(user);
  // The audit is never deleted: a flood must not fill it.
  if (why.isRepeated !== true && why.refusal !== 'busy') note(ports, context, { what, subject: person === null ? null : `person:${person.code}`, detail: { refusal: why.refusal } });
  return refuseSignIn(context, why);
}

/** Only what the contract names goes out. */
export const viewOf = ({ personId: _person, machineId: _machine, ...view }: HeldSession) => view;

export function whoOf({ accounts, about, edges, totpFor, provider }: Ports, context: Context): Who {
  const { session, held } = context.get('asker');
  const isBenchPc = held?.kind === 'bench-pc';
  const person = session === null ? null : accounts.people.byId(session.personId);
  const handover = isBenchPc && session !== null ? accounts.handovers.last(held.id) : null;
  const isForThem = handover !== null && handover.come === session?.personId && edges.epochMs() - Date.parse(handover.atIso) < SHIFT_MS;
  const nameOf = (id: string): string => accounts.people.byId(id)?.name ?? id;
  return {
    session: session === null ? null : viewOf(session),
    machine: held === null ? null : { id: held.id, kind: held.kind, name: held.name },
    quick: isBenchPc ? accounts.people.all().filter((one) => one.active && (one.hasPin || one.hasBadge)).map(({ id, name, hasPin }) => ({ id, name, hasPin })) : [],
    handover: isForThem && handover.words !== null ? { from: nameOf(handover.gone), words: handover.words, atIso: handover.atIso } : null,
    needsFirstAdmin: !accounts.people.hasAdmin(),
    hasApp: person?.hasTotp === true,
    totpWanted: person !== null && !person.hasTotp && person.roles.some((role) => totpFor.includes(role)),
    virtual: about.virtual,
    provider: provider === null ? null : { name: provider.name },
  };
}

const SHIFT_MS = 12 * 3_600_000;

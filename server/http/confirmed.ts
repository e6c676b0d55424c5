/**
 * Takes the proofs that an act needs, all of them or none: the first must be of the person of this session, each of
 * another person, and each of them must still have the right.
 */
import type { Context } from 'hono';
import type { ConfirmedAct } from '../contract/people.ts';
import type { ProblemReply } from '../contract/api.ts';
import { judgeConfirmed } from '../domain/two-people.ts';
import type { ThingState } from '../contract/rights.ts';
import type { KnownPerson } from '../domain/people-port.ts';
import { hashToken } from '../sign-in/secrets.ts';
import type { Ports } from './ports.ts';
import { problemReply } from './problem.ts';

interface Needed {
  readonly id: string;
  readonly act: ConfirmedAct;
  readonly subject: string;
}

const PLACES = ['body.confirmation', 'body.secondConfirmation'] as const;

export function confirmedBy(
  { accounts, edges }: Pick<Ports, 'accounts' | 'edges'>, context: Context, needed: readonly Needed[], thing: ThingState = { dataAtStake: false },
): { readonly people: readonly KnownPerson[] } | { readonly reply: ProblemReply } {
  const refuse = (code: Parameters<typeof problemReply>[0], index: number) => ({ reply: problemReply(code, {}, PLACES[index] ?? PLACES[0]) });
  const answer = accounts.confirmations.take(needed.map(({ id, act, subject }) => ({ tokenHash: hashToken(id), act, subject })), edges.epochMs());
  if ('refusal' in answer) return refuse(answer.refusal, answer.index);
  const people = answer.taken.flatMap(({ person }) => accounts.people.byId(person) ?? []);
  const judged = judgeConfirmed(
    needed.map(({ act }, index) => ({ act, person: people[index] ?? null, strength: answer.taken[index]?.strength ?? 'quick' })),
    context.get('asker').session?.personId ?? null, thing,
  );
  return judged === null ? { people } : refuse(judged.refusal, judged.index);
}

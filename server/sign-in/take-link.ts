/** One-time links: of the first start, for the first admin, and for whoever lost the password. A link works once, also in a race. */
import type { TakeLinkBody } from '../contract/people.ts';
import { personCode } from '../domain/person-code.ts';
import type { KnownPerson, PeopleStore } from '../domain/people-port.ts';
import { isGuessable } from './guessable.ts';
import type { Refused, SignInEdges } from './prove.ts';
import { hashToken } from './secrets.ts';
import type { Hasher } from './secrets.ts';

type Parts = Pick<PeopleStore, 'people' | 'sessions' | 'links' | 'passkeys'>;

export async function takeLink(store: Parts, hasher: Hasher, edges: SignInEdges, body: TakeLinkBody): Promise<KnownPerson | Refused> {
  const nowMs = edges.epochMs();
  const tokenHash = hashToken(body.token);
  const seen = store.links.look(tokenHash, nowMs);
  if (seen === null) return { refusal: 'link-used' };
  // A link is not used up by a password that is refused.
  const known = seen.kind === 'first-admin' ? body : store.people.byId(seen.person ?? '');
  if (isGuessable(body.password, [known?.name ?? '', known?.user ?? ''])) return { refusal: 'password-guessable' };
  const passwordHash = await hasher.hash(body.password);
  if (passwordHash === null) return { refusal: 'busy' };
  if (seen.kind === 'first-admin') return makeFirstAdmin(store, edges, body, passwordHash, tokenHash);
  // Taken before anything changes: of two at once only one gets further.
  if (store.links.take(tokenHash, nowMs) === null) return { refusal: 'link-used' };
  const person = store.people.byId(seen.person ?? '');
  if (person?.active !== true) return { refusal: 'link-used' };
  // Who lost the password may have lost the app, the badge and the keys too.
  store.passkeys.removeAll(person.id);
  store.people.setSecrets(person.id, { passwordHash, totpSecret: null, pinHash: null, badgeHash: null });
  store.sessions.endAllOfPerson(person.id, 'password-changed', nowMs);
  return person;
}

/** No step of it waits, so that two at once cannot both be the first. */
function makeFirstAdmin({ people, links }: Parts, edges: SignInEdges, { name, user }: TakeLinkBody, passwordHash: string, tokenHash: string): KnownPerson | Refused {
  if (people.hasAdmin()) return { refusal: 'first-admin-named' };
  if (name === undefined || user === undefined) return { refusal: 'name-and-user-needed' };
  const id = edges.newUuid();
  const added = people.add({ id, code: personCode(id), name, user, roles: ['admin', 'manager'] }, new Date(edges.epochMs()).toISOString());
  if ('refusal' in added) return added;
  people.setSecrets(id, { passwordHash });
  links.take(tokenHash, edges.epochMs());
  return people.byId(id) ?? { refusal: 'link-used' };
}

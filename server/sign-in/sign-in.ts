/**
 * How somebody becomes known: password and code, badge or PIN at an enrolled bench PC, one-time links, and the proof of one
 * act. It never says whether a user exists, and it counts every try before it judges it.
 */
import type { ConfirmationBody, SignInBody, Strength, SwitchBody, TakeLinkBody } from '../contract/people.ts';
import { whyNot } from '../contract/rights.ts';
import type { RightRefusal, ThingState } from '../contract/rights.ts';
import { createAttempts } from '../domain/attempts.ts';
import type { AttemptKey } from '../domain/attempts.ts';
import { personCode } from '../domain/person-code.ts';
import type { HeldSession, KnownPerson, LinkKind, PeopleStore } from '../domain/people-port.ts';
import { stepOfCode } from './authenticator.ts';
import { hashToken, newToken } from './secrets.ts';
import type { Hasher } from './secrets.ts';

/** Where somebody stands: the address, and the enrolled bench PC, if it is one. */
export interface Place {
  readonly address: string;
  readonly benchPc: string | null;
  readonly program: string;
}

export type SignInRefusal =
  | 'sign-in-failed' | 'code-needed' | 'too-many-tries' | 'busy' | 'bench-pc-needed' | 'link-used' | 'first-admin-named' | 'name-and-user-needed' | 'user-taken' | RightRefusal;

export interface Refused {
  readonly refusal: SignInRefusal;
  readonly waitMs?: number;
}

export interface Begun {
  readonly token: string;
  readonly session: HeldSession;
}

export interface SignInEdges {
  nowMs(): number;
  epochMs(): number;
  newUuid(): string;
}

const HOUR_MS = 3_600_000;
const SESSION_MS = 12 * HOUR_MS;
/** At a bench several people share the screen. */
const IDLE_AT_BENCH_MS = 10 * 60_000;
const IDLE_ELSEWHERE_MS = 30 * 60_000;
/** Long enough to call a second person over. */
const CONFIRMATION_MS = 5 * 60_000;
export const LINK_MS = 24 * HOUR_MS;

export interface SignIn {
  /** A new session, for somebody who has been found to be the one. */
  begin(person: KnownPerson, strength: Strength, place: Place): Begun;
  byPassword(body: SignInBody, place: Place): Promise<Begun | Refused>;
  /** Badge or PIN, only at an enrolled bench PC. */
  quickly(body: SwitchBody, place: Place): Promise<Begun | Refused>;
  byLink(body: TakeLinkBody, place: Place): Promise<Begun | Refused>;
  /** A proof for one act on one subject; of the person of the session, or of the one who is named. */
  confirm(body: ConfirmationBody, session: HeldSession, place: Place, thing: ThingState): Promise<{ token: string; person: KnownPerson; expiresAtMs: number } | Refused>;
  newLink(kind: LinkKind, person: string | null, lifeMs?: number): { token: string; expiresAtMs: number };
}

export function createSignIn(store: PeopleStore, hasher: Hasher, edges: SignInEdges): SignIn {
  const { people, sessions, links, confirmations } = store;
  const attempts = createAttempts();
  const nowIso = (): string => new Date(edges.epochMs()).toISOString();

  const begin = (person: KnownPerson, strength: Strength, place: Place): Begun => {
    const token = newToken();
    const nowMs = edges.epochMs();
    people.signedIn(person.id, nowIso());
    const session = sessions.begin({
      id: edges.newUuid(), tokenHash: hashToken(token), person: person.id, machine: place.benchPc, strength,
      idleLimitMs: place.benchPc === null ? IDLE_ELSEWHERE_MS : IDLE_AT_BENCH_MS, endsAtMs: nowMs + SESSION_MS, address: place.address, program: place.program.slice(0, 200),
    }, nowMs);
    return { token, session };
  };

  /** Null when the password (and the code, where one is set up) are right. */
  const checkPassword = async (person: KnownPerson | null, password: string, code: string | undefined): Promise<Refused | null> => {
    const isRight = await hasher.verify(password, person?.active === true ? person.passwordHash : null);
    if (isRight === null) return { refusal: 'busy' };
    if (!isRight || person === null) return { refusal: 'sign-in-failed' };
    if (person.totpSecret === null) return null;
    if (code === undefined) return { refusal: 'code-needed' };
    const step = await stepOfCode(person.totpSecret, code, edges.epochMs());
    return step !== null && people.takeTotpStep(person.id, step) ? null : { refusal: 'sign-in-failed' };
  };

  const counted = async <Value extends object>(keys: readonly AttemptKey[], judge: () => Promise<Value | Refused>): Promise<Value | Refused> => {
    const waitMs = attempts.begin(keys, edges.nowMs());
    if (waitMs !== null) return { refusal: 'too-many-tries', waitMs };
    const judged = await judge();
    if (!('refusal' in judged)) attempts.succeeded(keys);
    return judged;
  };
  const passwordKeys = (user: string, { address, benchPc }: Place): AttemptKey[] => (benchPc === null
    ? [{ kind: 'account', of: user }, { kind: 'address', of: address }]
    : [{ kind: 'account-at-bench-pc', of: `${user} ${benchPc}` }]);
  const strengthOf = (person: KnownPerson): Strength => (person.totpSecret === null ? 'password' : 'two-factor');

  const checkPin = async (person: KnownPerson | null, pin: string): Promise<Refused | null> => {
    const isRight = await hasher.verify(pin, person?.active === true ? person.pinHash : null);
    if (isRight === null) return { refusal: 'busy' };
    return isRight ? null : { refusal: 'sign-in-failed' };
  };

  const quickly: SignIn['quickly'] = async ({ badge, person: id, pin }, place) => {
    const { benchPc } = place;
    if (benchPc === null) return { refusal: 'bench-pc-needed' };
    if (badge !== undefined) {
      return counted([{ kind: 'badge', of: benchPc }], async () => {
        const person = people.byBadge(hashToken(badge));
        return person?.active === true ? begin(person, 'quick', place) : { refusal: 'sign-in-failed' };
      });
    }
    const person = people.byId(id ?? '');
    return counted([{ kind: 'pin', of: `${id ?? ''} ${benchPc}` }], async () => {
      const refused = await checkPin(person, pin ?? '');
      if (refused !== null) return refused;
      return person === null ? { refusal: 'sign-in-failed' } : begin(person, 'quick', place);
    });
  };

  /** How strongly this person has just shown to be the one: password (and code), or badge and PIN together at a bench PC. */
  const prove = async (person: KnownPerson | null, user: string, body: ConfirmationBody, place: Place): Promise<{ strength: Strength } | Refused> => {
    const { badge, pin, password, code } = body;
    if (password !== undefined) {
      return counted(passwordKeys(user, place), async () => (await checkPassword(person, password, code)) ?? { strength: person === null ? 'password' : strengthOf(person) });
    }
    if (badge === undefined || pin === undefined || place.benchPc === null) return { refusal: 'sign-in-failed' };
    return counted([{ kind: 'pin', of: `${person?.id ?? user} ${place.benchPc}` }], async () => {
      const refused = await checkPin(person, pin);
      if (refused !== null) return refused;
      return people.byBadge(hashToken(badge))?.id === person?.id ? { strength: 'quick' } : { refusal: 'sign-in-failed' };
    });
  };

  const confirm: SignIn['confirm'] = async (body, session, place, thing) => {
    const person = body.user === undefined ? people.byId(session.personId) : people.byUser(body.user);
    const proved = await prove(person, body.user ?? person?.user ?? '', body, place);
    if ('refusal' in proved) return proved;
    if (person === null) return { refusal: 'sign-in-failed' };
    const why = whyNot(body.act, { roles: person.roles, strength: proved.strength, machine: null, scopes: [] }, thing);
    if (why !== null) return { refusal: why };
    const token = newToken();
    const nowMs = edges.epochMs();
    confirmations.make({ tokenHash: hashToken(token), act: body.act, subject: body.subject, person: person.id, strength: proved.strength }, nowMs, nowMs + CONFIRMATION_MS);
    return { token, person, expiresAtMs: nowMs + CONFIRMATION_MS };
  };

  const takeFirstAdmin = async (body: TakeLinkBody, passwordHash: string): Promise<KnownPerson | Refused> => {
    if (people.hasAdmin()) return { refusal: 'first-admin-named' };
    if (body.name === undefined || body.user === undefined) return { refusal: 'name-and-user-needed' };
    const id = edges.newUuid();
    const added = people.add({ id, code: personCode(id), name: body.name, user: body.user, roles: ['admin', 'manager'] }, nowIso());
    if ('refusal' in added) return added;
    people.setSecrets(id, { passwordHash });
    return people.byId(id) ?? { refusal: 'link-used' };
  };

  const byLink: SignIn['byLink'] = (body, place) => counted([{ kind: 'link', of: place.address }], async () => {
    const nowMs = edges.epochMs();
    const tokenHash = hashToken(body.token);
    const seen = links.look(tokenHash, nowMs);
    if (seen === null) return { refusal: 'link-used' };
    const passwordHash = await hasher.hash(body.password);
    if (passwordHash === null) return { refusal: 'busy' };
    if (seen.kind === 'first-admin') {
      const made = await takeFirstAdmin(body, passwordHash);
      if ('refusal' in made) return made;
      links.take(tokenHash, nowMs);
      return begin(made, 'password', place);
    }
    // Taken before anything changes: of two at once only one gets further.
    if (links.take(tokenHash, nowMs) === null) return { refusal: 'link-used' };
    const person = people.byId(seen.person ?? '');
    if (person?.active !== true) return { refusal: 'link-used' };
    // Who lost the password may have lost the app and the badge too.
    people.setSecrets(person.id, { passwordHash, totpSecret: null, pinHash: null, badgeHash: null });
    sessions.endAllOfPerson(person.id, 'password-changed', nowMs);
    return begin(person, 'password', place);
  });

  return {
    begin,
    byPassword: (body, place) => counted(passwordKeys(body.user, place), async () => {
      const person = people.byUser(body.user);
      const refused = await checkPassword(person, body.password, body.code);
      if (refused !== null) return refused;
      return person === null ? { refusal: 'sign-in-failed' } : begin(person, strengthOf(person), place);
    }),
    quickly,
    byLink,
    confirm,
    newLink(kind, person, lifeMs = LINK_MS) {
      const token = newToken();
      const nowMs = edges.epochMs();
      // Those of the first start stay: the server may have been started again behind a console that shows the old one.
      if (person !== null) links.withdraw(kind, person, nowMs);
      links.make({ tokenHash: hashToken(token), kind, person, expiresAtMs: nowMs + lifeMs });
      return { token, expiresAtMs: nowMs + lifeMs };
    },
  };
}

/**
 * How a session begins, and how one act is confirmed: what somebody has shown to be the one becomes a token, kept only as
 * its hash. It never says whether a user exists.
 */
import type { ShownPasskey } from '../contract/passkeys.ts';
import type { ConfirmationBody, SignInBody, Strength, SwitchBody, TakeLinkBody } from '../contract/people.ts';
import { whyNot } from '../contract/rights.ts';
import type { ThingState } from '../contract/rights.ts';
import { networkOf } from '../domain/network-of.ts';
import type { HeldSession, KnownPerson, LinkKind, PeopleStore } from '../domain/people-port.ts';
import { createPasskeyDesk, proofOf } from './passkeys.ts';
import type { PasskeyDesk } from './passkeys.ts';
import { createProver, passkeyKeys } from './prove.ts';
import type { Place, Refused, SignInEdges } from './prove.ts';
import { hashToken, newToken } from './secrets.ts';
import type { Hasher } from './secrets.ts';
import { takeLink } from './take-link.ts';

export interface Begun {
  readonly token: string;
  readonly session: HeldSession;
}

const HOUR_MS = 3_600_000;
const SESSION_MS = 12 * HOUR_MS;
/** At a bench several people share the screen. */
const IDLE_AT_BENCH_MS = 10 * 60_000;
const IDLE_ELSEWHERE_MS = 30 * 60_000;
/** Long enough to call a second person over. */
const CONFIRMATION_MS = 5 * 60_000;
const LINK_MS = 24 * HOUR_MS;

export interface SignIn {
  /** A new session, for somebody who has been found to be the one. */
  begin(person: KnownPerson, strength: Strength, place: Place): Begun;
  byPassword(body: SignInBody, place: Place): Promise<Begun | Refused>;
  /** Badge or PIN, only at an enrolled bench PC. */
  quickly(body: SwitchBody, place: Place): Promise<Begun | Refused>;
  byPasskey(shown: ShownPasskey, place: Place): Promise<Begun | Refused>;
  byLink(body: TakeLinkBody, place: Place): Promise<Begun | Refused>;
  /** A proof for one act on one subject; of the person of the session, or of the one who is named. */
  confirm(body: ConfirmationBody, session: HeldSession, place: Place, thing: ThingState): Promise<{ token: string; person: KnownPerson; expiresAtMs: number } | Refused>;
  readonly passkeys: PasskeyDesk;
  newLink(kind: LinkKind, person: string | null): { token: string; expiresAtMs: number };
}

export function createSignIn(store: PeopleStore, hasher: Hasher, edges: SignInEdges): SignIn {
  const { people, sessions, links, confirmations } = store;
  const prover = createProver(people, hasher, edges);
  const passkeys = createPasskeyDesk(store, edges);
  const begin: SignIn['begin'] = (person, strength, { address, benchPc, program }) => {
    const token = newToken();
    const nowMs = edges.epochMs();
    people.signedIn(person.id, new Date(nowMs).toISOString());
    const session = sessions.begin({
      id: edges.newUuid(), tokenHash: hashToken(token), person: person.id, machine: benchPc, strength,
      idleLimitMs: benchPc === null ? IDLE_ELSEWHERE_MS : IDLE_AT_BENCH_MS, endsAtMs: nowMs + SESSION_MS, address, program: program.slice(0, 200),
    }, nowMs);
    return { token, session };
  };
  return {
    begin, passkeys,
    async byPassword({ user, password, code }, place) {
      const proved = await prover.byPassword(people.byUser(user), user, password, code, place);
      return 'refusal' in proved ? proved : begin(proved.person, proved.strength, place);
    },
    async quickly({ badge, person = '', pin = '' }, place) {
      const found = badge === undefined ? await prover.byPin(people.byId(person), person, pin, place) : await prover.byBadge(badge, place);
      return 'refusal' in found ? found : begin(found, 'quick', place);
    },
    async byPasskey(shown, place) {
      const proved = await prover.counted(passkeyKeys(place), () => passkeys.judge(shown, 'sign-in', place.site ?? null));
      return 'refusal' in proved ? proved : begin(proved, 'two-factor', place);
    },
    byLink: (body, place) => prover.counted([{ kind: 'link', of: networkOf(place.address) }], async () => {
      const person = await takeLink(store, hasher, edges, body);
      return 'refusal' in person ? person : begin(person, 'password', place);
    }),
    async confirm(body, session, place, thing) {
      const person = body.user === undefined ? people.byId(session.personId) : people.byUser(body.user);
      const { passkey } = body;
      const proved = passkey === undefined
        ? await prover.forAct(person, body.user ?? person?.user ?? '', body, place)
        : await prover.counted(passkeyKeys(place), async () => {
          const shown = await passkeys.judge(passkey, proofOf(session.id, body), place.site ?? null, person?.id ?? '');
          return 'refusal' in shown ? shown : { strength: 'two-factor' as const };
        });
      if ('refusal' in proved) return proved;
      if (person === null) return { refusal: 'sign-in-failed' };
      const why = whyNot(body.act, { roles: person.roles, strength: proved.strength, machine: null, scopes: [] }, thing);
      if (why !== null) return { refusal: why };
      const token = newToken();
      const nowMs = edges.epochMs();
      confirmations.make({ tokenHash: hashToken(token), act: body.act, subject: body.subject, person: person.id, strength: proved.strength }, nowMs, nowMs + CONFIRMATION_MS);
      return { token, person, expiresAtMs: nowMs + CONFIRMATION_MS };
    },
    newLink(kind, person) {
      const token = newToken();
      const nowMs = edges.epochMs();
      // Those of the first start stay: the server may have been started again behind a console that shows the old one.
      if (person !== null) links.withdraw(kind, person, nowMs);
      links.make({ tokenHash: hashToken(token), kind, person, expiresAtMs: nowMs + LINK_MS });
      return { token, expiresAtMs: nowMs + LINK_MS };
    },
  };
}

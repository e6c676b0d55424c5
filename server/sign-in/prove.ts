/**
 * Whether somebody is the one: by password (and the code of an app), by PIN, by badge. Every try is counted before it is
 * judged, and an unknown name takes as long as a wrong password.
 */
import type { ConfirmationBody, Strength } from '../contract/people.ts';
import { createAttempts } from '../domain/attempts.ts';
import type { AttemptKey } from '../domain/attempts.ts';
import { networkOf } from '../domain/network-of.ts';
import type { KnownPerson, People } from '../domain/people-port.ts';
import type { RightRefusal } from '../contract/rights.ts';
import { stepOfCode } from './authenticator.ts';
import { hashToken } from './secrets.ts';
import type { Hasher } from './secrets.ts';

/** As the browser of a passkey names this server. */
export interface Site {
  readonly host: string;
  readonly origin: string;
}

/** Where somebody stands: the address, and the enrolled bench PC, if it is one. */
export interface Place {
  readonly address: string;
  readonly benchPc: string | null;
  readonly program: string;
  /** Under which name the server was called; null where that was an address, under which no passkey works. */
  readonly site?: Site | null;
}

export type SignInRefusal =
  | 'sign-in-failed' | 'code-needed' | 'too-many-tries' | 'busy' | 'bench-pc-needed' | 'link-used' | 'first-admin-named' | 'name-and-user-needed' | 'user-taken' | 'password-guessable' | 'passkey-failed'
  | 'provider-off' | 'provider-unreachable' | 'provider-refused' | RightRefusal;

export interface Refused {
  readonly refusal: SignInRefusal;
  readonly waitMs?: number;
  /** For the words of the refusal. */
  readonly detail?: string;
  /** The same was refused a moment ago, and is on record. */
  readonly isRepeated?: boolean;
}

export interface SignInEdges {
  nowMs(): number;
  epochMs(): number;
  newUuid(): string;
}

export interface Prover {
  /** Counts the try, judges, and takes a success off the count. */
  counted<Value extends object>(keys: readonly AttemptKey[], judge: () => Promise<Value | Refused>): Promise<Value | Refused>;
  byPassword(person: KnownPerson | null, user: string, password: string, code: string | undefined, place: Place): Promise<{ readonly person: KnownPerson; readonly strength: Strength } | Refused>;
  byPin(person: KnownPerson | null, named: string, pin: string, place: Place): Promise<KnownPerson | Refused>;
  byBadge(badge: string, place: Place): Promise<KnownPerson | Refused>;
  /** For one act: password (and code), or badge and PIN together at a bench PC. */
  forAct(person: KnownPerson | null, user: string, body: ConfirmationBody, place: Place): Promise<{ readonly strength: Strength } | Refused>;
}

const FAILED: Refused = { refusal: 'sign-in-failed' };

export function createProver(people: People, hasher: Hasher, edges: SignInEdges): Prover {
  const attempts = createAttempts();
  const counted: Prover['counted'] = async (keys, judge) => {
    const full = attempts.begin(keys, edges.nowMs());
    if (full !== null) return { refusal: 'too-many-tries', waitMs: full.waitMs, ...(full.isFirst ? {} : { isRepeated: true }) };
    const judged = await judge();
    if (!('refusal' in judged)) attempts.succeeded(keys);
    return judged;
  };
  const verify = async (person: KnownPerson | null, secret: string, held: 'passwordHash' | 'pinHash'): Promise<KnownPerson | Refused> => {
    const isRight = await hasher.verify(secret, person?.active === true ? person[held] : null);
    if (isRight === null) return { refusal: 'busy' };
    // Checking takes a while: who left meanwhile, or has another secret, has not shown it.
    const now = isRight && person !== null ? people.byId(person.id) : null;
    return now?.active === true && now[held] === person?.[held] ? now : FAILED;
  };
  const checkCode = async ({ id, totpSecret }: KnownPerson, code: string | undefined): Promise<Refused | null> => {
    if (totpSecret === null) return null;
    if (code === undefined) return { refusal: 'code-needed' };
    const step = await stepOfCode(totpSecret, code, edges.epochMs());
    return step !== null && people.byId(id)?.totpSecret === totpSecret && people.takeTotpStep(id, step) ? null : FAILED;
  };
  const byPassword: Prover['byPassword'] = (known, user, password, code, place) => counted(passwordKeys(user, place), async () => {
    const person = await verify(known, password, 'passwordHash');
    if ('refusal' in person) return person;
    return await checkCode(person, code) ?? { person, strength: person.totpSecret === null ? 'password' : 'two-factor' };
  });
  const byPin: Prover['byPin'] = (person, named, pin, { benchPc }) => (benchPc === null
    ? Promise.resolve({ refusal: 'bench-pc-needed' })
    : counted([{ kind: 'pin', of: `${named} ${benchPc}` }], () => verify(person, pin, 'pinHash')));
  const byBadge: Prover['byBadge'] = (badge, { benchPc }) => (benchPc === null
    ? Promise.resolve({ refusal: 'bench-pc-needed' })
    : counted([{ kind: 'badge', of: benchPc }], () => {
      const person = people.byBadge(hashToken(badge));
      return Promise.resolve(person?.active === true ? person : FAILED);
    }));
  return {
    counted, byPassword, byPin, byBadge,
    async forAct(person, user, { password, code, badge, pin }, place) {
      if (password !== undefined) return byPassword(person, user, password, code, place);
      if (badge === undefined || pin === undefined) return FAILED;
      const byItsPin = await byPin(person, person?.id ?? user, pin, place);
      if ('refusal' in byItsPin) return byItsPin;
      const byItsBadge = await byBadge(badge, place);
      if ('refusal' in byItsBadge) return byItsBadge;
      return byItsBadge.id === byItsPin.id ? { strength: 'quick' } : FAILED;
    },
  };
}

/** An enrolled bench PC is counted apart: who tries from elsewhere cannot lock its people out. */
const passwordKeys = (user: string, { address, benchPc }: Place): AttemptKey[] => (benchPc === null
  ? [{ kind: 'account', of: user }, { kind: 'address', of: networkOf(address) }]
  : [{ kind: 'account-at-bench-pc', of: `${user} ${benchPc}` }]);

export const passkeyKeys = ({ address, benchPc }: Place): AttemptKey[] => [benchPc === null ? { kind: 'address', of: networkOf(address) } : { kind: 'passkey', of: benchPc }];

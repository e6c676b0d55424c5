/**
 * Who is there when a store starts: the bridge of this PC; in a new store nobody, but a one-time link for the first admin;
 * in a virtual store throw-away people whose password is made for its folder and printed. There is no default password.
 */
import type { Role } from '../contract/people.ts';
import { personCode } from '../domain/person-code.ts';
import type { PeopleStore } from '../domain/people-port.ts';
import { isEasyPin } from './guessable.ts';
import type { Hasher } from './secrets.ts';
import { hashToken, newToken } from './secrets.ts';
import type { SignInEdges } from './prove.ts';
import type { SignIn } from './sign-in.ts';

/** The name that records give to what the program itself made. */
export const FIRST_START = 'first start';

const DEMO_PEOPLE: readonly { readonly user: string; readonly name: string; readonly roles: readonly Role[] }[] = [
  { user: 'demo-technician', name: 'Demo technician (virtual)', roles: ['technician'] },
  { user: 'demo-manager', name: 'Demo manager (virtual)', roles: ['manager'] },
  { user: 'demo-support', name: 'Demo support agent (virtual)', roles: ['support'] },
  { user: 'demo-auditor', name: 'Demo auditor (virtual)', roles: ['auditor'] },
  { user: 'demo-admin', name: 'Demo admin (virtual)', roles: ['admin'] },
];

export interface Demo {
  readonly users: readonly string[];
  readonly password: string;
  readonly pin: string;
  /** Lets a browser in as the demo technician at an enrolled bench PC, as often as wanted. */
  readonly enterToken: string;
}

export interface FirstParts {
  readonly accounts: PeopleStore;
  readonly signIn: SignIn;
  readonly hasher: Hasher;
  readonly edges: SignInEdges;
}

/** What reads its token from the state folder. A revoked token stays revoked; when its file is deleted, the next start makes a new machine. */
export function knowOwn({ accounts, edges }: Pick<FirstParts, 'accounts' | 'edges'>, own: { readonly bridge: string; readonly commands: string }): void {
  const atIso = new Date(edges.epochMs()).toISOString();
  const know = (kind: 'bridge' | 'integration', name: string, token: string): void => {
    const tokenHash = hashToken(token);
    if (accounts.machines.isKnown(tokenHash)) return;
    accounts.machines.add({ id: edges.newUuid(), kind, name, scopes: kind === 'bridge' ? [] : ['read'], tokenHash, createdBy: FIRST_START }, atIso);
  };
  know('bridge', 'Bridge of this PC', own.bridge);
  know('integration', 'Commands of this PC', own.commands);
}

/** The token of the link, or null when there is an admin. */
export const firstAdminLink = ({ accounts, signIn }: Pick<FirstParts, 'accounts' | 'signIn'>): string | null =>
  (accounts.people.hasAdmin() ? null : signIn.newLink('first-admin', null).token);

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `randomBelow`: a uniformly random whole number from 0 to below the given one. */
export function demoSecrets(randomBelow: (limit: number) => number): Omit<Demo, 'users'> {
  const pick = (): string => ALPHABET.charAt(randomBelow(ALPHABET.length));
  const password = Array.from({ length: 3 }, () => Array.from({ length: 4 }, pick).join('')).join('-');
  const drawPin = (): string => String(randomBelow(1_000_000)).padStart(6, '0');
  let pin = drawPin();
  // Nobody could set such a one; so it is not given either.
  while (isEasyPin(pin)) pin = drawPin();
  return { password, pin, enterToken: newToken() };
}

export async function makeDemo({ accounts, hasher, edges }: FirstParts, secrets: Omit<Demo, 'users'>): Promise<Demo> {
  const { password, pin } = secrets;
  const [passwordHash, pinHash] = await Promise.all([hasher.hash(password), hasher.hash(pin)]);
  if (passwordHash === null || pinHash === null) throw new Error('the hasher is busy at the start');
  for (const { user, name, roles } of DEMO_PEOPLE) {
    const id = accounts.people.byUser(user)?.id ?? edges.newUuid();
    accounts.people.add({ id, code: personCode(id), name, user, roles }, new Date(edges.epochMs()).toISOString());
    accounts.people.setSecrets(id, { passwordHash, pinHash, totpSecret: null });
  }
  return { users: DEMO_PEOPLE.map(({ user }) => user), ...secrets };
}

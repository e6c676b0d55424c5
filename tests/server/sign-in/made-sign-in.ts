/** Sign-in on a real database, with a hasher that only counts and clocks that stand until they are moved. */
import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Role } from '../../../server/contract/people.ts';
import { personCode } from '../../../server/domain/person-code.ts';
import type { HeldSession, PeopleStore, SecretChange } from '../../../server/domain/people-port.ts';
import { uuid7 } from '../../../server/domain/uuid7.ts';
import type { Place } from '../../../server/sign-in/prove.ts';
import { createSignIn } from '../../../server/sign-in/sign-in.ts';
import type { SignIn } from '../../../server/sign-in/sign-in.ts';
import { createPeopleStore } from '../../../server/store/create-people-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { temporaryFolder } from '../running-server.ts';

export interface MadeSignIn {
  readonly store: PeopleStore;
  readonly signIn: SignIn;
  /** How often the hasher was asked, and how often about a hash that somebody has. */
  readonly calls: { verified: number; againstSomebody: number; hashed: number };
  forward(ms: number): void;
  epochMs(): number;
  /** An active person; returns the id. */
  person(user: string, roles: readonly Role[], secrets?: SecretChange): string;
  /** A bench PC; returns where somebody stands there. */
  benchPc(name: string): Place;
  session(person: string): HeldSession;
}

export const hashOf = (secret: string): string => `hash of ${secret}`;
export const PASSWORD = 'right and long enough';
export const elsewhere = (address = '192.0.2.1'): Place => ({ address, benchPc: null, program: 'a test' });

export function madeSignIn(): MadeSignIn {
  const { database, close } = openDatabase(temporaryFolder());
  onTestFinished(close);
  const store = createPeopleStore(database);
  const clock = { nowMs: 1000, epochMs: Date.parse('2026-11-24T08:00:00.000Z') };
  const newUuid = (): string => uuid7(clock.epochMs, randomBytes(10));
  const calls = { verified: 0, againstSomebody: 0, hashed: 0 };
  const signIn = createSignIn(store, {
    hash: (secret) => {
      calls.hashed += 1;
      return Promise.resolve(hashOf(secret));
    },
    verify: async (secret, held) => {
      calls.verified += 1;
      if (held !== null) calls.againstSomebody += 1;
      await Promise.resolve();
      return held === hashOf(secret);
    },
  }, { nowMs: () => clock.nowMs, epochMs: () => clock.epochMs, newUuid });
  const atIso = (): string => new Date(clock.epochMs).toISOString();
  return {
    store, signIn, calls,
    forward(ms) {
      clock.nowMs += ms;
      clock.epochMs += ms;
    },
    epochMs: () => clock.epochMs,
    person(user, roles, secrets = { passwordHash: hashOf(PASSWORD) }) {
      const id = newUuid();
      store.people.add({ id, code: personCode(id), name: `Person ${user}`, user, roles }, atIso());
      store.people.setSecrets(id, secrets);
      return id;
    },
    benchPc(name) {
      const { id } = store.machines.add({ id: newUuid(), kind: 'bench-pc', name, scopes: [], tokenHash: `token of ${name}`, createdBy: 'P-TEST' }, atIso());
      return { address: '192.0.2.200', benchPc: id, program: 'a test' };
    },
    session(person) {
      const known = store.people.byId(person);
      if (known === null) throw new Error('nobody has this id');
      return signIn.begin(known, 'password', elsewhere()).session;
    },
  };
}

export const refusalIn = (answer: object): string => ('refusal' in answer ? String(answer.refusal) : 'done');

/** How many of these, sent at once, ended in which way. */
export async function outcomes(count: number, send: (index: number) => Promise<object>): Promise<Record<string, number>> {
  const ends = await Promise.all(Array.from({ length: count }, (_, index) => send(index).then(refusalIn)));
  return Object.fromEntries([...new Set(ends)].toSorted().map((end) => [end, ends.filter((one) => one === end).length]));
}

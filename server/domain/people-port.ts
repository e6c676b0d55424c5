/**
 * What sign-in and the routes may ask of the tables of people, machines, sessions and confirmations. Secrets come and go
 * only as hashes; times are wall clock, because a session outlives a restart of the server.
 */
import type { Transport } from '../contract/passkeys.ts';
import type { ConfirmedAct, Machine, MachineKind, Person, Role, Scope, SessionView, Strength } from '../contract/people.ts';

export interface PersonSecrets {
  readonly passwordHash: string | null;
  readonly pinHash: string | null;
  readonly totpSecret: string | null;
}

export interface KnownPerson extends Person, PersonSecrets {}

export interface NewPerson {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly user: string;
  readonly roles: readonly Role[];
}

/** Each left out stays; null takes it away. */
export interface SecretChange {
  readonly passwordHash?: string;
  readonly pinHash?: string | null;
  readonly badgeHash?: string | null;
  readonly totpSecret?: string | null;
}

export interface PersonChange {
  readonly name?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly active?: boolean | undefined;
}

export interface People {
  all(): Person[];
  byId(id: string): KnownPerson | null;
  byUser(user: string): KnownPerson | null;
  byBadge(badgeHash: string): KnownPerson | null;
  /** An active person with the role of an admin and a password. */
  hasAdmin(): boolean;
  add(person: NewPerson, atIso: string): Person | { readonly refusal: 'user-taken' };
  change(id: string, change: PersonChange, atIso: string): Person | { readonly refusal: 'no-such-person' | 'last-admin' };
  setSecrets(id: string, change: SecretChange): { readonly refusal: 'badge-taken' } | null;
  /** False when this code, or a later one, was used before. */
  takeTotpStep(id: string, step: number): boolean;
  signedIn(id: string, atIso: string): void;
}

export interface HeldSession extends SessionView {
  readonly personId: string;
  readonly machineId: string | null;
}

export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly person: string;
  readonly machine: string | null;
  readonly strength: Strength;
  readonly idleLimitMs: number;
  readonly endsAtMs: number;
  readonly address: string;
  readonly program: string;
}

export type WhyEnded = 'signed-out' | 'switched' | 'revoked' | 'person-left' | 'password-changed' | 'passkey-removed' | 'roles-changed' | 'machine-revoked' | 'too-many';

export interface Sessions {
  begin(session: NewSession, nowMs: number): HeldSession;
  /** Null when it ended, ran out, was idle for too long, or its person has left. */
  byToken(tokenHash: string, nowMs: number): HeldSession | null;
  touch(id: string, nowMs: number): void;
  end(id: string, why: WhyEnded, nowMs: number): void;
  endAllOfPerson(person: string, why: WhyEnded, nowMs: number, except?: string): void;
  endAllOfMachine(machine: string, why: WhyEnded, nowMs: number): void;
  /** Of one person; the last used first. */
  live(nowMs: number, person: string): HeldSession[];
}

export interface HeldMachine extends Machine {
  readonly scopes: Scope[];
}

export interface Machines {
  list(): Machine[];
  /** Null when it is unknown or revoked. */
  byToken(tokenHash: string): HeldMachine | null;
  /** Also a revoked one. */
  isKnown(tokenHash: string): boolean;
  add(machine: { id: string; kind: MachineKind; name: string; scopes: readonly Scope[]; tokenHash: string; createdBy: string }, atIso: string): Machine;
  used(id: string, atIso: string): void;
  revoke(id: string, atIso: string): Machine | null;
}

export interface Confirmed {
  readonly person: string;
  readonly strength: Strength;
}

export type ConfirmationRefusal = 'confirmation-unknown' | 'confirmation-used' | 'confirmation-expired' | 'confirmation-of-another-act' | 'same-person-twice';

export interface Wanted {
  readonly tokenHash: string;
  readonly act: ConfirmedAct;
  readonly subject: string;
}

export interface Confirmations {
  make(one: Wanted & Confirmed, nowMs: number, expiresAtMs: number): void;
  /** All or none, in one step; no two of the same person. In the order asked for. */
  take(wanted: readonly Wanted[], nowMs: number): { readonly taken: readonly Confirmed[] } | { readonly refusal: ConfirmationRefusal; readonly index: number };
}

export type LinkKind = 'first-admin' | 'new-password';

export interface Links {
  make(link: { tokenHash: string; kind: LinkKind; person: string | null; expiresAtMs: number }): void;
  /** Works once. */
  take(tokenHash: string, nowMs: number): { readonly kind: LinkKind; readonly person: string | null } | null;
  look(tokenHash: string, nowMs: number): { readonly kind: LinkKind; readonly person: string | null } | null;
  /** Those of one kind and person work no more. */
  withdraw(kind: LinkKind, person: string | null, nowMs: number): void;
}

export interface KnownPasskey {
  readonly id: string;
  readonly person: string;
  /** As the key names it, in base64url. */
  readonly credential: string;
  readonly publicKey: Uint8Array;
  readonly signCounter: number;
  readonly transports: readonly Transport[];
  readonly host: string;
  readonly name: string;
  readonly createdAtIso: string;
  readonly lastUsedAtIso: string | null;
}

export interface Passkeys {
  /** The newest first. */
  ofPerson(person: string): KnownPasskey[];
  byCredential(credential: string): KnownPasskey | null;
  /** False when somebody has it already, or the person has left. */
  add(passkey: Omit<KnownPasskey, 'lastUsedAtIso'>): boolean;
  /** False when it was removed, or the counter of the key did not go on. */
  used(id: string, signCounter: number, atIso: string): boolean;
  /** False when this person has no such one. */
  remove(id: string, person: string): boolean;
  removeAll(person: string): void;
}

export interface Handover {
  readonly gone: string;
  readonly come: string;
  readonly words: string | null;
  readonly atIso: string;
}

export interface Handovers {
  add(machine: string, handover: Handover): void;
  last(machine: string): Handover | null;
}

export interface PeopleStore {
  readonly people: People;
  readonly sessions: Sessions;
  readonly machines: Machines;
  readonly confirmations: Confirmations;
  readonly links: Links;
  readonly handovers: Handovers;
  readonly passkeys: Passkeys;
}

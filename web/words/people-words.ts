/**
 * What the page says of people, machines and rights: names of roles and acts, why an action is not possible, and the texts
 * of signing in. Total over the contract's unions: a new role or refusal does not compile until somebody chose its words.
 */
import type { ConfirmedAct, MachineKind, Role, Scope, Strength } from '../../server/contract/people.ts';
import type { Holder, RightRefusal } from '../../server/contract/rights.ts';
import { spoken } from './language.ts';

export interface PeopleWords {
  readonly roles: Readonly<Record<Role, string>>;
  /** What a role may do, in one line, for whoever gives it. */
  readonly roleHints: Readonly<Record<Role, string>>;
  readonly machineKinds: Readonly<Record<MachineKind, string>>;
  readonly scopes: Readonly<Record<Scope, string>>;
  readonly strengths: Readonly<Record<Strength, string>>;
  readonly acts: Readonly<Record<ConfirmedAct, string>>;
  /** Why somebody may not; the holders are those who may. */
  readonly notYours: Readonly<Record<RightRefusal, (holders: string) => string>>;
}

export const peopleEnglish: PeopleWords = {
  roles: { technician: 'technician', manager: 'manager', support: 'support agent', auditor: 'auditor', admin: 'admin' },
  roleHints: {
    technician: 'Works at the benches: stop, drill, reset without data at stake.',
    manager: 'Also resets with data at stake and enrols bench PCs.',
    support: 'Writes briefs from elsewhere. Sees no bench.',
    auditor: 'Reads everything, changes nothing.',
    admin: 'Looks after people and machines.',
  },
  machineKinds: { bridge: 'Bridge', 'bench-pc': 'Bench PC', 'wall-board': 'Wall board', integration: 'Program' },
  scopes: { read: 'read benches and records', stop: 'stop a bench', drill: 'run a drill' },
  strengths: { quick: 'badge or PIN', password: 'password', 'two-factor': 'password and code, or passkey' },
  acts: {
    reset: 'the reset', 'second-reset': 'the reset, as second person', 'manage-people': 'a change of people', 'manage-machines': 'a change of machines',
    'enrol-bench-pc': 'enrolling this PC', 'own-secrets': 'a change of your own secrets',
    'decide-hold': 'the decision', 'second-decision': 'the decision, as second person', 'decide-privacy': 'a decision about personal data',
  },
  notYours: {
    'not-signed-in': (holders) => `Sign in first. It is for: ${holders}.`,
    'right-missing': (holders) => `Not one of your rights. It is for: ${holders}.`,
    'manager-needed': () => "A manager must do this: the customer's data is at stake. You can be the second person.",
    'sign-in-too-weak': () => 'A badge or a PIN is not enough for this. Sign in with your password.',
  },
};

export const peopleWords = spoken(peopleEnglish);

const isRole = (holder: Holder): holder is Role => Object.hasOwn(peopleWords.roles, holder);

/** Machines and programs are left out: this is said to a person. */
export const sayHolders = (holders: readonly Holder[]): string => holders.filter(isRole).map((role) => peopleWords.roles[role]).join(', ');

export const sayRoles = (roles: readonly Role[]): string => roles.map((role) => peopleWords.roles[role]).join(', ');

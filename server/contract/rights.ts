/**
 * Who may do what, as one table: the server enforces it, the page explains it. An action that is not here cannot be
 * done; who is not named cannot do it.
 */
import type { MachineKind, Role, Scope, Strength } from './people.ts';

/** Who may have a right: roles of people, kinds of machines, and `anybody`, who has not signed in. */
export type Holder = Role | Exclude<MachineKind, 'integration'> | `integration:${Scope}` | 'anybody';

export const ACTIONS = [
  'enter', 'see-benches', 'see-records', 'see-raw', 'see-people', 'stop', 'drill', 'take-out', 'return', 'reset', 'second-reset', 'judge', 'acknowledge', 'check-shift', 'pull-lever',
  'own-session', 'own-secrets', 'switch', 'enrol-bench-pc', 'manage-people', 'manage-machines', 'see-audit', 'report',
  'file-brief', 'see-own-briefs', 'see-cases', 'look', 'take-brief', 'work-case', 'hand-over', 'decide-hold', 'second-decision', 'end-case', 'see-partners', 'manage-partners', 'decide-privacy', 'see-calls',
] as const;
export type Action = (typeof ACTIONS)[number];

interface Right {
  readonly who: readonly Holder[];
  /** Who must it be where data is at stake on the device; null: no difference. */
  readonly whoWithDataAtStake: readonly Holder[] | null;
  /** The weakest way of signing in that is enough. */
  readonly strength: Strength;
  /** Asked for anew each time, with what only that person knows or has. */
  readonly confirmed: boolean;
}

const STAFF: readonly Role[] = ['technician', 'manager', 'auditor', 'admin'];
const EVERY_ROLE: readonly Role[] = [...STAFF, 'support'];
const SCREENS: readonly Holder[] = ['bench-pc', 'wall-board'];

const right = (who: readonly Holder[], differs: Partial<Right> = {}): Right => ({ who, whoWithDataAtStake: null, strength: 'quick', confirmed: false, ...differs });

export const RIGHTS: Readonly<Record<Action, Right>> = {
  /** The page itself, its language, the way to sign in. */
  enter: right(['anybody']),
  'see-benches': right([...STAFF, ...SCREENS, 'integration:read']),
  'see-records': right([...STAFF, 'bench-pc', 'integration:read']),
  /** Who may not see cases gets the lines without the identifiers of a phone. */
  'see-raw': right([...STAFF, 'bench-pc']),
  'see-people': right([...STAFF]),
  /** The safe direction: whoever stands at a bench may. */
  stop: right(['technician', 'manager', 'admin', 'bench-pc', 'integration:stop']),
  drill: right(['technician', 'manager', 'integration:drill']),
  'take-out': right(['technician', 'manager']),
  return: right(['technician', 'manager']),
  reset: right(['technician', 'manager'], { whoWithDataAtStake: ['manager'], confirmed: true }),
  'second-reset': right(['technician', 'manager'], { confirmed: true }),
  judge: right(['technician', 'manager']),
  /** Quiets an alarm that was seen; whoever stands at a bench may. */
  acknowledge: right(['technician', 'manager', 'admin', 'bench-pc']),
  'check-shift': right(['technician', 'manager', 'admin']),
  /** Only virtual stores have levers. */
  'pull-lever': right(['technician', 'manager', 'admin', 'bench-pc']),
  'own-session': right(EVERY_ROLE),
  'own-secrets': right(EVERY_ROLE, { strength: 'password', confirmed: true }),
  switch: right(['bench-pc']),
  'enrol-bench-pc': right(['manager', 'admin'], { strength: 'password', confirmed: true }),
  'manage-people': right(['admin'], { strength: 'password', confirmed: true }),
  'manage-machines': right(['admin'], { strength: 'password', confirmed: true }),
  'see-audit': right(['auditor', 'manager', 'admin'], { strength: 'password' }),
  /** A bridge reports here and takes orders. */
  report: right(['bridge']),
  /** Who talked to the customer before: an agent elsewhere, or staff on the phone. */
  'file-brief': right(['support', 'technician', 'manager']),
  'see-own-briefs': right(['support', 'technician', 'manager']),
  'see-cases': right(['technician', 'manager', 'auditor']),
  /** At what is personal, each time with a reason that the customer can read. */
  look: right(['technician', 'manager', 'auditor']),
  'take-brief': right(['manager']),
  'work-case': right(['technician', 'manager']),
  'hand-over': right(['technician', 'manager']),
  'decide-hold': right(['manager'], { confirmed: true }),
  'second-decision': right(['technician', 'manager'], { confirmed: true }),
  'end-case': right(['manager']),
  'see-partners': right(['technician', 'manager', 'auditor']),
  'manage-partners': right(['manager']),
  /** Who was called to what: each sees the own calls, without a name in them. */
  'see-calls': right(EVERY_ROLE),
  'decide-privacy': right(['manager', 'admin'], { strength: 'password', confirmed: true }),
};

/** Who asks: a person, a machine, both (a person at an enrolled bench PC), or nobody. */
export interface Asking {
  readonly roles: readonly Role[];
  /** Null when nobody has signed in. */
  readonly strength: Strength | null;
  readonly machine: MachineKind | null;
  readonly scopes: readonly Scope[];
}

/** The state of the thing that the right is asked for. */
export interface ThingState {
  readonly dataAtStake: boolean;
}

export const RIGHT_REFUSALS = ['not-signed-in', 'right-missing', 'manager-needed', 'sign-in-too-weak'] as const;
export type RightRefusal = (typeof RIGHT_REFUSALS)[number];

const STRENGTH_RANK: Readonly<Record<Strength, number>> = { quick: 0, password: 1, 'two-factor': 2 };

function holdersOf({ roles, machine, scopes }: Asking): ReadonlySet<Holder> {
  const machineHolders: Holder[] = machine === null ? [] : machine === 'integration' ? scopes.map((scope) => `integration:${scope}` as const) : [machine];
  return new Set<Holder>(['anybody', ...roles, ...machineHolders]);
}

/** Why this action may not be done, or null when it may. */
export function whyNot(action: Action, asking: Asking, thing: ThingState = { dataAtStake: false }): RightRefusal | null {
  const { who, whoWithDataAtStake, strength } = RIGHTS[action];
  const holders = holdersOf(asking);
  const has = (wanted: readonly Holder[]): boolean => wanted.some((holder) => holders.has(holder));
  if (!has(who)) return asking.strength === null && asking.machine !== 'integration' && asking.machine !== 'bridge' ? 'not-signed-in' : 'right-missing';
  if (thing.dataAtStake && whoWithDataAtStake !== null && !has(whoWithDataAtStake)) return 'manager-needed';
  // A machine has no password: its strength is its token.
  const byMachine = who.some((holder) => holder === asking.machine || holder.startsWith('integration:')) || who.includes('anybody');
  if (!byMachine && STRENGTH_RANK[asking.strength ?? 'quick'] < STRENGTH_RANK[strength]) return 'sign-in-too-weak';
  return null;
}

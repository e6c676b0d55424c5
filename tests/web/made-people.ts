/** Who asks, made by hand for tests of pages: made-up people at an enrolled bench PC. Inputs of the played server, never product data. */
import type { Person, Role, Who } from '../../server/contract/people.ts';

const BENCH_PC = { id: '0190a7c0-0000-7000-8000-00000000b001', kind: 'bench-pc' as const, name: 'Bench PC 1' };
export const ADA = { id: '0190a7c0-0000-7000-8000-0000000000a1', code: 'P-0ADA01', name: 'Ada Byron' };
export const GRACE = { id: '0190a7c0-0000-7000-8000-0000000000a2', code: 'P-06RACE', name: 'Grace Murray' };
const AT_ISO = '2026-11-23T08:00:00.000Z';

/** Ada with these roles; null: nobody is signed in. */
export const madeWho = (roles: readonly Role[] | null, differs: Partial<Who> = {}): Who => ({
  session: roles === null ? null : {
    id: '0190a7c0-0000-7000-8000-00000000c001', person: { ...ADA, roles: [...roles] }, machine: { id: BENCH_PC.id, name: BENCH_PC.name }, strength: 'password',
    beganAtIso: AT_ISO, lastActiveAtIso: AT_ISO, endsAtIso: '2026-11-23T20:00:00.000Z', idleLimitMs: 600_000, address: '127.0.0.1', program: 'a browser',
  },
  machine: BENCH_PC, quick: [{ id: ADA.id, name: ADA.name, hasPin: true }, { id: GRACE.id, name: GRACE.name, hasPin: true }],
  handover: null, needsFirstAdmin: false, hasApp: false, totpWanted: false, virtual: true, ...differs,
});

export const madePerson = ({ id, code, name }: typeof ADA, roles: readonly Role[], differs: Partial<Person> = {}): Person => ({
  id, code, name, user: name.split(' ')[0]?.toLowerCase() ?? name, roles: [...roles], active: true, hasPassword: true, hasTotp: false, hasPin: true, hasBadge: false,
  createdAtIso: AT_ISO, leftAtIso: null, lastSignInAtIso: AT_ISO, ...differs,
});

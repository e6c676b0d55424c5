/** What the played server has no answer to: machines, audit, sessions, passkeys, by hand from the contract's types. Inputs of tests, never product data. */
import { ADA, madeWho } from './made-people.ts';

const AT_ISO = '2026-11-23T14:32:08.000Z';
const HASH = 'c'.repeat(64);
const MACHINE = '0190a7c0-0000-7000-8000-00000000b001';

export const ANSWERS: Readonly<Record<string, unknown>> = {
  '/api/machines': { machines: [
    { id: MACHINE, kind: 'bench-pc', name: 'Bench PC 1', scopes: [], createdAtIso: AT_ISO, createdBy: 'first start', lastUsedAtIso: null, revokedAtIso: null },
    { id: '0190a7c0-0000-7000-8000-00000000b002', kind: 'integration', name: 'Reports', scopes: ['read'], createdAtIso: AT_ISO, createdBy: ADA.code, lastUsedAtIso: AT_ISO, revokedAtIso: AT_ISO },
  ] },
  '/api/audit': {
    entries: [
      { number: 2, atIso: AT_ISO, who: { kind: 'person', name: ADA.code }, what: 'signed-in', subject: `machine:${MACHINE}`, why: 'the evening shift', from: { address: '127.0.0.1', machine: MACHINE }, detail: { strength: 'password' }, hash: HASH },
      { number: 1, atIso: AT_ISO, who: { kind: 'system', name: 'dashboard' }, what: 'sign-in-refused', subject: null, why: null, from: { address: '127.0.0.1', machine: null }, detail: {}, hash: HASH },
    ], head: { number: 2, hash: HASH }, firstBroken: null,
  },
  '/api/levers': { benches: ['bench-1', 'bench-2'] },
  '/api/sessions': { sessions: [madeWho(['manager']).session] },
  '/api/passkeys': { passkeys: [] },
};

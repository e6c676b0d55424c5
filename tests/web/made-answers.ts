/** What the played server has no answer to: machines, audit, sessions, passkeys, by hand from the contract's types. Inputs of tests, never product data. */
import { ADA, madeWho } from './made-people.ts';

const AT_ISO = '2026-11-23T14:32:08.000Z';
const HASH = 'c'.repeat(64);
const MACHINE = '0190a7c0-0000-7000-8000-00000000b001';
const CHECK = { heard: { stopped: true, 'not-confirmed': true, 'too-late': true, 'step-back': true }, benches: [{ bench: 'bench-1', stopAnswers: true, drill: 'not-run' }], notifies: true, staysAwake: false };

export const ANSWERS: Readonly<Record<string, unknown>> = {
  '/api/machines': { machines: [
    { id: MACHINE, kind: 'bench-pc', name: 'Bench PC 1', scopes: [], createdAtIso: AT_ISO, createdBy: 'first start', lastUsedAtIso: null, revokedAtIso: null },
    { id: '0190a7c0-0000-7000-8000-00000000b002', kind: 'integration', name: 'Reports', scopes: ['read'], createdAtIso: AT_ISO, createdBy: ADA.code, lastUsedAtIso: AT_ISO, revokedAtIso: AT_ISO },
  ] },
  '/api/audit': {
    entries: [
      { number: 3, atIso: AT_ISO, who: { kind: 'person', name: ADA.code }, what: 'confirmed', subject: '0190a7c0-0000-7000-8000-00000000c0de', why: null,
        from: { address: '127.0.0.1', machine: MACHINE }, detail: { hash: HASH, act: 'release-hold' }, hash: HASH },
      { number: 2, atIso: AT_ISO, who: { kind: 'person', name: ADA.code }, what: 'signed-in', subject: `machine:${MACHINE}`, why: 'the evening shift', from: { address: '127.0.0.1', machine: MACHINE }, detail: { strength: 'password' }, hash: HASH },
      { number: 1, atIso: AT_ISO, who: { kind: 'system', name: 'dashboard' }, what: 'sign-in-refused', subject: null, why: null, from: { address: '127.0.0.1', machine: null }, detail: {}, hash: HASH },
    ], head: { number: 3, hash: HASH }, firstBroken: null,
  },
  ...Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`/api/benches/bench-${index + 1}/stop`, { bridgeConnected: index !== 3, rigAgeMs: 40 }])),
  '/api/shift-checks': { checks: [{ id: '0190a7c0-0000-7000-8000-00000000b003', by: { kind: 'person', name: ADA.code }, machine: 'Bench PC 1', atIso: AT_ISO, check: CHECK }] },
  '/api/session/mail': { isSet: true },
  '/api/levers': { benches: ['bench-1', 'bench-2'] },
  '/api/sessions': { sessions: [madeWho(['manager']).session] },
  '/api/passkeys': { passkeys: [] },
};

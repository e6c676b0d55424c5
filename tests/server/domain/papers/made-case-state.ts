/** A case as it stands while its one bent phone is being handed to a partner; each test changes what it is about. */
import type { CaseConsent, CaseDevice, CaseState, CaseTransfer } from '../../../../server/contract/case-state.ts';
import { caseStateSchema } from '../../../../server/contract/case-state.ts';
import type { PaperFrame } from '../../../../server/domain/papers/paper-frame.ts';
import { wordsFor } from '../../../../server/contract/words-for.ts';

export const CASE_ID = '019aa000-0000-7000-8000-000000000001';
export const DEVICE_ID = '019aa000-0000-7000-8000-000000000002';
export const TRANSFER_ID = '019aa000-0000-7000-8000-000000000003';
export const PARTNER_ID = '019aa000-0000-7000-8000-000000000004';
export const ROW = { row: '019aa000-0000-7000-8000-000000000005', sha256: 'ab'.repeat(32) };
export const at = (minutes: number): string => new Date(Date.parse('2026-11-23T09:00:00.000Z') + minutes * 60_000).toISOString();

export const madeDevice = (differs: Partial<CaseDevice> = {}): CaseDevice => ({
  id: DEVICE_ID, ids: { serial: 'F17XK2ABCDEF', imei: '356789012345678', ecid: null }, formerIds: [], looks: { model: 'Phone 12', colour: 'blue', storage: '128 GB', belongings: 'SIM card, leather case' },
  tiedAtIso: at(0), place: 'in-store', partner: null, location: { location: 'fire-safe', label: 'Box 3', atIso: at(40) },
  intake: {
    conditions: ['screen-cracked', 'frame-bent'], power: 'on', batteryPercent: 41, swelling: 'no', ghostTouch: 'yes', screenUsable: 'no', passcode: 'known', backup: 'none', bendUm: 412, bendBench: 'bench-1',
    words: 'glass splinters at the lower edge', atIso: at(5), by: 'P7QK2',
  },
  photos: [], noPhotoWhy: null, suspectedBattery: true, batteryCheckedAtIso: at(40), poweredOffAtIso: at(12), unlock: null, outcome: null, abandonedAtIso: null, ...differs,
});

export const madeTransfer = (differs: Partial<CaseTransfer> = {}): CaseTransfer => ({
  id: TRANSFER_ID, state: 'given', devices: [DEVICE_ID], from: { kind: 'store', partner: null }, to: { kind: 'partner', partner: PARTNER_ID }, method: 'carried', purpose: 'Save the photos, do not repair',
  seal: 'S-00417', condition: 'As at intake', carrier: '', takenByIso: at(300), backByIso: at(14 * 1440), preparedAtIso: at(50),
  given: { by: { kind: 'store', partner: null }, how: 'screen', row: ROW, atIso: at(60), actor: 'M3XYZ' }, taken: null, recalledWhy: null, stages: [], ...differs,
});

export const madeConsent = (differs: Partial<CaseConsent> = {}): CaseConsent => ({
  id: '019aa000-0000-7000-8000-000000000006', relation: 'next-of-kin', verified: 'official-paper', scopes: ['diagnose', 'data-only', 'open-device', 'go-to-partner'], termsVersion: '1', termsSha256: 'cd'.repeat(32),
  priceCap: '150 EUR', signed: { by: { kind: 'customer', partner: null }, how: 'screen', row: ROW, atIso: at(10), actor: 'P7QK2' }, withdrawnAtIso: null, ...differs,
});

/** Parsed, so that no test speaks of a case that cannot be. */
export const madeCase = (differs: Partial<CaseState> = {}): CaseState => caseStateSchema.parse({
  id: CASE_ID, code: 'K7Q2', stage: 'open', from: 'brief', irreplaceable: true, openedAtIso: at(-600), expectedAtIso: at(0), arrivedAtIso: at(-1), acknowledged: { by: 'M3XYZ', atIso: at(-500), storyRead: true },
  filedBy: 'S4ABC', filedById: null, owner: { id: CASE_ID, code: 'M3XYZ' }, rescue: { 'cloud-backup': 'no', 'trusted-computer': 'no' }, rows: { contact: ROW, story: ROW, agent: ROW },
  devices: [madeDevice()],
  holds: [{
    id: ROW.row, deviceId: DEVICE_ID, state: 'approved', stop: { rig: 'RIG-1', stopId: '7F3A', bench: 'bench-1' },
    cause: 'device-frame-bent', why: '', placedAtIso: at(20), placedBy: 'bridge-1', decidedAtIso: at(30), decidedBy: 'M3XYZ', second: null, decisionWhy: 'bent',
  }],
  consents: [madeConsent()], transfers: [madeTransfer()], allowedErases: [], links: [], told: [], tellingQueued: [], tellingFailed: [], corrections: [], mergedInto: null, absorbed: [], lastSeq: 17, lastAtIso: at(60), ...differs,
});

export const madeFrame = (differs: Partial<PaperFrame> = {}): PaperFrame => ({
  storeName: 'Repairs at the Corner', virtual: false, timeZone: 'Europe/Berlin', madeAtIso: at(65), head: { case: CASE_ID, code: 'K7Q2', seq: 17, hash: '3f'.repeat(32) }, words: wordsFor('en'),
  partnerOf: (id) => (id === PARTNER_ID ? { name: 'Data Rescue North', address: 'Harbour Street 4', phone: '+49 40 0000', hours: 'Mo to Fr 9 to 17', contactPerson: 'The front desk', words: '' } : null), ...differs,
});

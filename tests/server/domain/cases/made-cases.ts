/** Cases as tests need them: a brief that was taken and whose customer came, a device received, a hold, a partner that has it. */
import type { StoredStop } from '../../../../server/contract/live.ts';
import type { CaseDevice, CaseHold, CaseTransfer } from '../../../../server/contract/case-state.ts';
import { madeTrip } from '../../made-evidence.ts';
import { idsOf, LOOKS, PARTNERS, person, SIGNATURE } from './case-world.ts';
import type { CaseWorld } from './case-world.ts';

export const CONTACT = { name: 'Somebody' };
export const BRIEF = { irreplaceable: true, expectedAtIso: null, private: { contact: CONTACT, story: { matters: 'photos' } } };
export const PHONE = { serial: 'F2LXK1ABC9', imei: '356938035643809', ecid: null };
export const CONFIRMATION = 'c'.repeat(24);
export const CUSTOMER = { kind: 'customer', partner: null } as const;
export const STORE = { kind: 'store', partner: null } as const;
export const LAB = { kind: 'partner', partner: PARTNERS[0] } as const;
export const SECOND = { second: person(2) };
export const INTAKE = {
  conditions: ['screen-cracked'], power: 'on', batteryPercent: 40, swelling: 'no', ghostTouch: 'no', screenUsable: 'no', passcode: 'not-known', backup: 'none', bendUm: null, bendBench: null, words: '',
};

export const madeStop = (stopId: string, device: Partial<CaseDevice['ids']>, trip: Parameters<typeof madeTrip>[1] = {}): StoredStop => ({
  rig: 'RIG-1', stopId, bench: 'bench-1', device: { model: 'A phone', ...idsOf(device) }, trip: madeTrip(stopId, trip), recovered: false, recordedAtIso: '2026-11-24T08:00:00.000Z', reset: null,
});

const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error('there is none');
  return item;
};
export const deviceIn = (world: CaseWorld, id: string): CaseDevice => first(world.state(id).devices);
export const holdIn = (world: CaseWorld, id: string): CaseHold => first(world.state(id).holds.toReversed());
export const transferIn = (world: CaseWorld, id: string): CaseTransfer => first(world.state(id).transfers.toReversed());

export function arrived(world: CaseWorld, differs: object = {}): string {
  const id = world.must(null, 'file-brief', { ...BRIEF, ...differs });
  world.must(id, 'acknowledge-brief', {});
  world.must(id, 'arrive', {});
  return id;
}

export const tie = (world: CaseWorld, id: string, ids: object = PHONE): void => { world.must(id, 'tie-device', { ids: idsOf(ids), looks: LOOKS, how: 'scanned' }); };

/** A whole handover, signed by both. */
export function handOver(world: CaseWorld, id: string, from: object, to: object): void {
  world.must(id, 'prepare-transfer', { devices: world.state(id).devices.map((device) => device.id), from, to, method: 'in-person' });
  const transferId = transferIn(world, id).id;
  world.must(id, 'sign-given', { transferId, signedBy: 'screen', private: { signature: SIGNATURE } });
  world.must(id, 'sign-taken', { transferId, signedBy: 'screen', sealIntact: 'yes', private: { signature: SIGNATURE } });
}

/** Tied, looked at, signed for, and in the store. */
export function received(world: CaseWorld, differs: { readonly brief?: object; readonly intake?: object; readonly scopes?: readonly string[] } = {}): string {
  const id = arrived(world, differs.brief);
  tie(world, id);
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...INTAKE, ...differs.intake } });
  consent(world, id, differs.scopes ?? ['diagnose', 'go-to-partner']);
  handOver(world, id, CUSTOMER, STORE);
  return id;
}

export const consent = (world: CaseWorld, id: string, scopes: readonly string[], differs: object = {}): void => {
  world.must(id, 'give-consent', { relation: 'owner', verified: 'receipt', scopes, termsVersion: '2026-1', signedBy: 'screen', private: { signature: SIGNATURE }, ...differs });
};

export const askHold = (world: CaseWorld, id: string): string => {
  world.must(id, 'ask-hold', { deviceId: deviceIn(world, id).id, why: 'looks bent' });
  return holdIn(world, id).id;
};
export const outcome = (world: CaseWorld, id: string, result: string): void => {
  world.must(id, 'record-outcome', { deviceId: deviceIn(world, id).id, result, photos: 10, delivered: 'drive' });
};
export const told = (world: CaseWorld, id: string, who: 'customer' | 'agent', how = 'phone'): void => { world.must(id, 'record-told', { who, how, about: 'outcome' }); };

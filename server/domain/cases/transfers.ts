/** What the handovers of a case say of its devices: what is under way, who has what, what ever came in. */
import type { Party } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseState, CaseTransfer } from '../../contract/case-state.ts';

export const isOpenTransfer = ({ state }: Pick<CaseTransfer, 'state'>): boolean => state === 'prepared' || state === 'given';

export const openTransferOf = ({ transfers }: Pick<CaseState, 'transfers'>, deviceId: string): CaseTransfer | null =>
  transfers.find((transfer) => isOpenTransfer(transfer) && transfer.devices.includes(deviceId)) ?? null;

export const sameParty = (left: Party, right: Party): boolean => left.kind === right.kind && left.partner === right.partner;

/** Whether this side has the device in its hands. What was returned is with the customer again. */
export function hasIt(party: Party, { place, partner }: Pick<CaseDevice, 'place' | 'partner'>): boolean {
  if (party.kind === 'customer') return place === 'with-customer' || place === 'returned';
  return party.kind === 'store' ? place === 'in-store' : place === 'with-partner' && partner === party.partner;
}

/** The handover that brought the device where it is now. */
export const lastTaken = ({ transfers }: Pick<CaseState, 'transfers'>, deviceId: string): CaseTransfer | null =>
  transfers.findLast((transfer) => transfer.state === 'taken' && transfer.devices.includes(deviceId)) ?? null;

/** Whether it ever came into hands other than the customer's. */
export const wasReceived = (state: Pick<CaseState, 'transfers'>, device: Pick<CaseDevice, 'id' | 'place'>): boolean => device.place !== 'with-customer' || lastTaken(state, device.id) !== null;

/** Where nobody is left to ask what became of it. */
export const isAccounted = ({ place }: Pick<CaseDevice, 'place'>): boolean => place === 'returned' || place === 'disposed' || place === 'with-customer';

/** Small changes to one part of a case, each of which says by a sentence when that part is not there. */
import type { CaseEventBody } from '../../contract/case-events.ts';
import type { CaseDevice, CaseHold, CaseState, CaseTransfer } from '../../contract/case-state.ts';
import type { DeviceIds, DeviceLooks } from '../../contract/case-parts.ts';
import { assertThat } from './invariant.ts';

export const newDevice = (id: string, ids: DeviceIds, looks: DeviceLooks, tiedAtIso: string | null): CaseDevice => ({
  id, ids, formerIds: [], looks, tiedAtIso, place: 'with-customer', partner: null, location: null, intake: null, photos: [], noPhotoWhy: null, suspectedBattery: false,
  batteryCheckedAtIso: null, poweredOffAtIso: null, unlock: null, outcome: null, abandonedAtIso: null,
});

function changeOne<Item extends { readonly id: string }>(items: readonly Item[], id: string, what: string, change: (item: Item) => Item): Item[] {
  assertThat(items.some((item) => item.id === id), `there is no ${what} ${id}`);
  return items.map((item) => (item.id === id ? change(item) : item));
}

export const changeDevice = (state: CaseState, id: string, change: (device: CaseDevice) => Partial<CaseDevice>): CaseState =>
  ({ ...state, devices: changeOne(state.devices, id, 'device', (device) => ({ ...device, ...change(device) })) });

export const changeHold = (state: CaseState, id: string, change: (hold: CaseHold) => Partial<CaseHold>): CaseState =>
  ({ ...state, holds: changeOne(state.holds, id, 'hold', (hold) => ({ ...hold, ...change(hold) })) });

export const changeTransfer = (state: CaseState, id: string, change: (transfer: CaseTransfer) => Partial<CaseTransfer>): CaseState =>
  ({ ...state, transfers: changeOne(state.transfers, id, 'transfer', (transfer) => ({ ...transfer, ...change(transfer) })) });

/** What is not named stays; null says that there is none. */
export const withRows = ({ contact, story, agent }: CaseState['rows'], named: CaseEventBody<'brief-amended'>['rows']): CaseState['rows'] => ({
  contact: named.contact === undefined ? contact : named.contact, story: named.story === undefined ? story : named.story, agent: named.agent === undefined ? agent : named.agent,
});

/** An allowed erase ends with whatever makes it doubtful; nothing brings it back but a new decision. */
export const endErases = (state: CaseState, deviceId: string | null): CaseState =>
  ({ ...state, allowedErases: deviceId === null ? [] : state.allowedErases.filter((erase) => erase.deviceId !== deviceId) });

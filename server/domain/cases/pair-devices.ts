/**
 * Which devices of two cases are one phone, and what is known of it together. Nothing that anybody knew is lost: an identifier that
 * cannot become one of the phone, because a phone elsewhere has it, stays among the former ones, and holds cover it.
 */
import type { DeviceIds } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { everyIdsOf, hasIdentifier, ID_KEYS, mayBe, mergeIds, relate, sameIds } from './device-match.ts';
import type { IdKey } from './device-match.ts';
import { lastTaken } from './transfers.ts';

export interface Pairing {
  /** Of the case that comes, with the ids that they have from now on. */
  readonly devices: readonly CaseDevice[];
  readonly idOf: (id: string) => string;
}

/** Whether an identifier is that of a device in neither of the two cases. */
export type IsElsewhere = (ids: DeviceIds) => boolean;

const NOTHING: DeviceIds = { serial: null, imei: null, ecid: null };

/** When it last changed hands, else when a bench had it: of two that are one phone, the later one tells where the phone is. */
const movedAtIso = (state: CaseState, device: CaseDevice): string => lastTaken(state, device.id)?.taken?.atIso ?? (device.place === 'with-customer' ? '' : device.tiedAtIso ?? '');

function unite(kept: CaseDevice, coming: CaseDevice, isComingLater: boolean, isFree: (key: IdKey, value: string) => boolean): CaseDevice {
  const [seen, other] = isComingLater ? [coming, kept] : [kept, coming];
  const own = [kept, coming].filter(({ tiedAtIso }) => tiedAtIso !== null).map(({ ids }) => ids);
  const wanted = mergeIds(other.ids, seen.ids);
  const fits = (key: IdKey): boolean => wanted[key] === null || own.some((ids) => ids[key] === wanted[key]) || isFree(key, wanted[key]);
  const ids = { serial: fits('serial') ? wanted.serial : null, imei: fits('imei') ? wanted.imei : null, ecid: fits('ecid') ? wanted.ecid : null };
  const left = [...everyIdsOf(kept), ...everyIdsOf(coming)].filter((known) => hasIdentifier(known) && ID_KEYS.some((key) => known[key] !== null && known[key] !== ids[key]));
  return {
    ...seen, id: kept.id, ids, formerIds: left.filter((known, index) => left.findIndex((one) => sameIds(one, known)) === index), intake: seen.intake ?? other.intake,
    photos: [...seen.photos, ...other.photos], noPhotoWhy: seen.noPhotoWhy ?? other.noPhotoWhy, suspectedBattery: seen.suspectedBattery || other.suspectedBattery,
    poweredOffAtIso: seen.poweredOffAtIso ?? other.poweredOffAtIso, unlock: seen.unlock ?? other.unlock, outcome: seen.outcome ?? other.outcome,
  };
}

export function pairDevices(state: CaseState, target: CaseState, isElsewhere: IsElsewhere): Pairing {
  const idOf = new Map<string, string>();
  const present = new Map(target.devices.map((device) => [device.id, device]));
  for (const coming of state.devices) {
    const alike = [...present.values()].filter((one) => everyIdsOf(coming).some((known) => mayBe(one, known)));
    const kept = alike.find(({ ids }) => relate(ids, coming.ids) === 'same') ?? alike[0];
    idOf.set(coming.id, kept?.id ?? coming.id);
    if (kept === undefined) {
      present.set(coming.id, coming);
      continue;
    }
    const [left, right] = [movedAtIso(target, kept), movedAtIso(state, coming)];
    const isFree = (key: IdKey, value: string): boolean => ![...present.values()].some((one) => one.id !== kept.id && one.ids[key] === value) && !isElsewhere({ ...NOTHING, [key]: value });
    present.set(kept.id, unite(kept, coming, right > left || (right === left && kept.tiedAtIso === null), isFree));
  }
  const touched = new Set(idOf.values());
  return { devices: [...present.values()].filter(({ id }) => touched.has(id)), idOf: (id) => idOf.get(id) ?? id };
}

/**
 * How two sets of identifiers relate, compared like with like: a serial with a serial, never with an IMEI. What one side
 * does not know says nothing, neither for nor against.
 */
import type { DeviceIds } from '../../contract/case-parts.ts';

/** `contradicts`: one identifier agrees and another does not; two labels were mixed up, or one was misread. */
export type Relation = 'same' | 'contradicts' | 'unrelated';

export const ID_KEYS = ['serial', 'imei', 'ecid'] as const;
export type IdKey = (typeof ID_KEYS)[number];

export function relate(left: DeviceIds, right: DeviceIds): Relation {
  const common = ID_KEYS.filter((key) => left[key] !== null && right[key] !== null);
  const equal = common.filter((key) => left[key] === right[key]);
  if (equal.length === 0) return 'unrelated';
  return equal.length === common.length ? 'same' : 'contradicts';
}

/** Nothing that both know differs; also where they know nothing in common. */
export const couldBeSame = (left: DeviceIds, right: DeviceIds): boolean => ID_KEYS.every((key) => left[key] === null || right[key] === null || left[key] === right[key]);

export const hasIdentifier = (ids: DeviceIds): boolean => ID_KEYS.some((key) => ids[key] !== null);

/** The newer word counts where it says something. */
export const mergeIds = (known: DeviceIds, newer: DeviceIds): DeviceIds => ({ serial: newer.serial ?? known.serial, imei: newer.imei ?? known.imei, ecid: newer.ecid ?? known.ecid });

export const sameIds = (left: DeviceIds, right: DeviceIds): boolean => ID_KEYS.every((key) => left[key] === right[key]);

/** An identifier became another one, which is more than knowing one that was not known. */
export const replacesId = (known: DeviceIds, newer: DeviceIds): boolean => ID_KEYS.some((key) => known[key] !== null && newer[key] !== null && known[key] !== newer[key]);

/** Every set by which a device is or was known. */
export const everyIdsOf = (device: { readonly ids: DeviceIds; readonly formerIds: readonly DeviceIds[] }): readonly DeviceIds[] => [...device.formerIds, device.ids];

/** True when any identifier that it has or had agrees: enough to hold, never enough to allow. */
export const mayBe = (device: { readonly ids: DeviceIds; readonly formerIds: readonly DeviceIds[] }, ids: DeviceIds): boolean =>
  everyIdsOf(device).some((known) => relate(known, ids) !== 'unrelated');

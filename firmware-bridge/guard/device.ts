/** Comparing devices like with like: two identities are the same device, different ones, or cannot be compared. */
import type { DeviceIdentity } from '../contract/bench-status.ts';

type Keys = Pick<DeviceIdentity, 'serial' | 'ecid' | 'imei'>;
const KEYS = ['ecid', 'serial', 'imei'] as const;

/** True when both carry at least one common identifier and all common ones agree. */
export function isSameDevice(a: Keys, b: Keys): boolean {
  const common = KEYS.filter((key) => a[key] !== null && b[key] !== null);
  return common.length > 0 && common.every((key) => a[key] === b[key]);
}

/** The same identifier as rigs, labels and people write it: small letters, an ECID with 0x or leading zeros, an IMEI without its check digit. */
const PLAIN: Readonly<Record<(typeof KEYS)[number], (text: string) => string>> = {
  serial: (text) => text.trim().toUpperCase(),
  ecid: (text) => text.trim().toUpperCase().replace(/^0X/, '').replace(/^0+/, ''),
  imei: (text) => text.trim().slice(0, IMEI_DIGITS),
};
/** Without check digit and software version: these alone say which phone it is. */
const IMEI_DIGITS = 14;

/** True when any identifier agrees, however it is written: enough to withhold, never enough to permit. */
export function mayBeSameDevice(a: Keys, b: Keys): boolean {
  return KEYS.some((key) => a[key] !== null && b[key] !== null && PLAIN[key](a[key]) === PLAIN[key](b[key]));
}

/** True when a common identifier differs. An identifier that cannot be read is not a different one. */
export function isDifferentDevice(a: Keys, b: Keys): boolean {
  return KEYS.some((key) => a[key] !== null && b[key] !== null && a[key] !== b[key]);
}

/** All that was read of one device; the newer report only adds to what is known. */
export function mergeIdentity(known: DeviceIdentity, report: DeviceIdentity): DeviceIdentity {
  return { model: report.model, serial: report.serial ?? known.serial, ecid: report.ecid ?? known.ecid, imei: report.imei ?? known.imei };
}

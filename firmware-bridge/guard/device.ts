/** Comparing devices like with like: two identities are the same device, different ones, or cannot be compared. */
import type { DeviceIdentity } from '../contract/bench-status.ts';

type Keys = Pick<DeviceIdentity, 'serial' | 'ecid' | 'imei'>;
const KEYS = ['ecid', 'serial', 'imei'] as const;

/** True when both carry at least one common identifier and all common ones agree. */
export function isSameDevice(a: Keys, b: Keys): boolean {
  const common = KEYS.filter((key) => a[key] !== null && b[key] !== null);
  return common.length > 0 && common.every((key) => a[key] === b[key]);
}

/** True when any identifier agrees: enough to withhold, never enough to permit. */
export function mayBeSameDevice(a: Keys, b: Keys): boolean {
  return KEYS.some((key) => a[key] !== null && a[key] === b[key]);
}

/** True when a common identifier differs. An identifier that cannot be read is not a different one. */
export function isDifferentDevice(a: Keys, b: Keys): boolean {
  return KEYS.some((key) => a[key] !== null && b[key] !== null && a[key] !== b[key]);
}

/** All that was read of one device; the newer report only adds to what is known. */
export function mergeIdentity(known: DeviceIdentity, report: DeviceIdentity): DeviceIdentity {
  return { model: report.model, serial: report.serial ?? known.serial, ecid: report.ecid ?? known.ecid, imei: report.imei ?? known.imei };
}

/**
 * Whether identifiers may become those of a device of a case: not where they are of a device elsewhere, not where they point
 * at two. The guard judges a phone by the case it is in, so one phone is in one case.
 */
import type { DeviceIds } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { no } from './answers.ts';
import type { Given, Refused } from './decision.ts';
import { couldBeSame, hasIdentifier, relate } from './device-match.ts';

/** `meant`: the device of this case whose identifiers they are to be; null for one that is new. */
export function whyNotThese(state: CaseState | null, ids: DeviceIds, meant: CaseDevice | null, given: Given): Refused | null {
  if (!hasIdentifier(ids)) return no('device-needs-identifier', 'body.ids');
  const isAnother = (state?.devices ?? []).some((device) => device.id !== meant?.id && relate(device.ids, ids) !== 'unrelated');
  const elsewhere = given.known(ids).filter(({ caseId }) => caseId !== state?.id);
  const isOfTwo = elsewhere.some((one) => elsewhere.some((other) => relate(one.ids, other.ids) === 'unrelated'));
  if (isAnother || isOfTwo) return no('ids-contradict', 'body.ids');
  const [other] = elsewhere;
  return other === undefined ? null : no('device-in-other-case', 'body.ids', { case: other.code });
}

/**
 * Which device of a case is meant by a scan: the one that shares an identifier; else the only one that the brief named, where
 * nothing that is known of it speaks against. Null: one that the case does not have yet.
 */
export function meantDevice({ devices }: CaseState, ids: DeviceIds): CaseDevice | Refused | null {
  const [sharing, second] = devices.filter((device) => relate(device.ids, ids) !== 'unrelated');
  if (sharing !== undefined) {
    if (second !== undefined || relate(sharing.ids, ids) === 'contradicts') return no('ids-contradict', 'body.ids');
    return sharing.tiedAtIso === null ? sharing : no('device-tied-already', 'body.ids');
  }
  const [named, another] = devices.filter((device) => device.tiedAtIso === null && couldBeSame(device.ids, ids));
  return another === undefined ? named ?? null : null;
}

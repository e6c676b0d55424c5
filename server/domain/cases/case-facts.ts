/**
 * What the cases of a store tell every bridge. Facts withhold or end a permit; a consent and a backup name one device, one plan
 * and an end. A hold that nobody released is never left out, under any identifier that the device has or had.
 */
import type { Facts } from '../../../firmware-bridge/contract/uplink.ts';
import type { DeviceIds } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { toMs } from './case-times.ts';
import { consentFor } from './consents.ts';
import { everyIdsOf, hasIdentifier } from './device-match.ts';
import { hasEnded } from './has-ended.ts';
import { isActiveHold } from './holds.ts';

type CaseFacts = Pick<Facts, 'holds' | 'consents' | 'backups' | 'unlocksAsked' | 'irreplaceable'>;
type Keys = Facts['holds'][number]['device'];

const keysOf = ({ serial, imei, ecid }: DeviceIds): Keys => ({ serial, ecid, imei });
const everyKeys = (device: CaseDevice): Keys[] => everyIdsOf(device).filter(hasIdentifier).map(keysOf);

/** A set of identifiers keeps its number for ever: former ones are only ever added before the present one. */
function holdsOf(state: CaseState): Facts['holds'] {
  return state.holds.filter(isActiveHold).flatMap(({ id, deviceId, cause }) => {
    const device = state.devices.find((one) => one.id === deviceId);
    return device === undefined ? [] : everyIdsOf(device).flatMap((ids, place) =>
      (hasIdentifier(ids) ? [{ id: place === 0 ? id : `${id}.${String(place)}`, device: keysOf(ids), code: cause ?? state.code }] : []));
  });
}

/** Never by a former identifier: what allows must name the device as it is. */
function erasesOf(state: CaseState, nowMs: number): Facts['consents'] {
  if (state.irreplaceable || consentFor(state, 'erase') === null) return [];
  return state.allowedErases.filter(({ expiresAtIso }) => toMs(expiresAtIso) > nowMs).flatMap(({ deviceId, planHash, expiresAtIso }) => {
    const device = state.devices.find(({ id }) => id === deviceId);
    const isFine = device?.place === 'in-store' && device.intake?.backup === 'verified' && hasIdentifier(device.ids);
    return isFine ? [{ device: keysOf(device.ids), planHash, expiresAtIso }] : [];
  });
}

/**
 * An approved hold outlives its case: nobody has released it. Everything else ends with the case. A device that a brief only names
 * is protected from the moment the brief is filed.
 */
export function factsOfCases(states: Iterable<CaseState>, nowMs: number): CaseFacts {
  const facts: CaseFacts = { holds: [], consents: [], backups: [], unlocksAsked: [], irreplaceable: [] };
  for (const state of states) {
    if (state.stage !== 'merged') facts.holds.push(...holdsOf(state));
    if (hasEnded(state)) continue;
    const erases = erasesOf(state, nowMs);
    facts.consents.push(...erases);
    facts.backups.push(...erases);
    for (const device of state.devices) {
      if (device.unlock !== null) facts.unlocksAsked.push(...everyKeys(device).map((keys) => ({ device: keys })));
      if (state.irreplaceable) facts.irreplaceable.push(...everyKeys(device).map((keys) => ({ device: keys })));
    }
  }
  return facts;
}

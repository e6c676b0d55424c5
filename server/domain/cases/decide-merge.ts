/**
 * Two cases for one matter become one. Everything goes over as it stands: a device where it is, a hold with its id and with who
 * decided it, so that no bench sees it fall for a moment. What both know of one phone is put together here, once.
 */
import type { CaseActBody } from '../../contract/case-acts.ts';
import type { CaseDevice, CaseHold, CaseState } from '../../contract/case-state.ts';
import { done, no } from './answers.ts';
import { CARRIED_BYTES_MAX, DEVICES_MAX } from './case-times.ts';
import type { Decision, Given } from './decision.ts';
import { everyIdsOf, mayBe, mergeIds, replacesId, sameIds } from './device-match.ts';
import { isActiveHold } from './holds.ts';
import { isOpenTransfer, openTransferOf } from './transfers.ts';

const ALIVE: ReadonlySet<string> = new Set(['announced', 'expected', 'open']);

/** Of two that are one phone, the one that was received is where the phone is; then the one that was seen. */
const rank = ({ place, tiedAtIso }: CaseDevice): number => (place === 'with-customer' ? 0 : 2) + (tiedAtIso === null ? 0 : 1);

/** The device as the target keeps it: its id of the target, all that one of them knows, the place of the one that was seen last. */
function unite(kept: CaseDevice, coming: CaseDevice): CaseDevice {
  const [seen, other] = rank(coming) > rank(kept) ? [coming, kept] : [kept, coming];
  const former = [...kept.formerIds, ...coming.formerIds, ...(replacesId(seen.ids, other.ids) ? [other.ids] : [])];
  return {
    ...seen, id: kept.id, ids: mergeIds(other.ids, seen.ids), formerIds: former.filter((ids, index) => former.findIndex((one) => sameIds(one, ids)) === index),
    intake: seen.intake ?? other.intake, photos: [...seen.photos, ...other.photos], noPhotoWhy: seen.noPhotoWhy ?? other.noPhotoWhy, suspectedBattery: seen.suspectedBattery || other.suspectedBattery,
    poweredOffAtIso: seen.poweredOffAtIso ?? other.poweredOffAtIso, unlock: seen.unlock ?? other.unlock, outcome: seen.outcome ?? other.outcome,
  };
}

/** One hold for one device: where both cases hold it, that of the target stays, and covers all that either knows of the phone. */
function holdsTogether(target: CaseState, moved: readonly CaseHold[]): readonly CaseHold[] {
  const doubled = (hold: CaseHold): CaseHold | undefined => target.holds.find((one) => isActiveHold(one) && isActiveHold(hold) && one.deviceId === hold.deviceId);
  return moved.filter((hold) => doubled(hold) === undefined);
}

interface Pairing {
  readonly devices: readonly CaseDevice[];
  readonly idOf: (id: string) => string;
}

function pair(state: CaseState, target: CaseState): Pairing {
  const ids = new Map<string, string>();
  const devices = state.devices.map((coming) => {
    const kept = target.devices.find((one) => ![...ids.values()].includes(one.id) && everyIdsOf(coming).some((known) => mayBe(one, known)));
    if (kept === undefined) return coming;
    ids.set(coming.id, kept.id);
    return unite(kept, coming);
  });
  return { devices, idOf: (id) => ids.get(id) ?? id };
}

export function mergeInto(state: CaseState, { why }: CaseActBody<'merge-into'>, { target }: Given): Decision {
  if (target === null) return no('no-such-case', 'body.into', { case: '' });
  if (target.id === state.id) return no('merge-with-itself', 'body.into');
  if (!ALIVE.has(target.stage)) return no('merge-target-ended', 'body.into');
  if (state.transfers.some(isOpenTransfer)) return no('transfer-open');
  const { devices, idOf } = pair(state, target);
  if (devices.some(({ id }) => openTransferOf(target, id) !== null)) return no('transfer-open', 'body.into');
  if (target.devices.length + devices.filter(({ id }) => !target.devices.some((one) => one.id === id)).length > DEVICES_MAX) return no('too-many-devices', 'body.into');
  const moved = state.holds.map((hold) => ({ ...hold, deviceId: idOf(hold.deviceId) }));
  const carried = {
    devices: [...devices], holds: [...holdsTogether(target, moved)], consents: state.consents,
    transfers: state.transfers.map((transfer) => ({ ...transfer, devices: transfer.devices.map(idOf) })),
  };
  if (new TextEncoder().encode(JSON.stringify(carried)).length > CARRIED_BYTES_MAX) return no('too-many-devices', 'body.into');
  const named = devices.map(({ id: deviceId, ids, looks }) => ({ deviceId, ids, looks }));
  return {
    ...done({ kind: 'merged-into', body: { into: target.id, code: target.code, why } }),
    targetDrafts: [{ kind: 'absorbed', body: { from: state.id, code: state.code, devices: named, irreplaceable: state.irreplaceable, rows: state.rows, carried } }],
  };
}

/**
 * What a stop means for the cases of a store: it holds the device that it stopped, at once and without a person. It never
 * releases anything, and the same stop told twice holds once.
 */
import { isPersonCause } from '../../../firmware-bridge/contract/causes.ts';
import type { CauseCode } from '../../../firmware-bridge/contract/causes.ts';
import type { CaseDraft } from '../../contract/case-events.ts';
import type { DeviceIds, StopRef } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import type { StoredStop } from '../../contract/live.ts';
import type { Given } from './decision.ts';
import { hasIdentifier, mayBe, mergeIds, relate, replacesId, sameIds } from './device-match.ts';
import type { IdKey } from './device-match.ts';
import { hasEnded } from './has-ended.ts';
import { activeHoldOf } from './holds.ts';

type Told = Pick<StoredStop, 'rig' | 'stopId' | 'bench' | 'device' | 'trip'>;

/** What is wrong with the phone itself goes with it to every bench, also when no data was touched. */
const OF_THE_DEVICE: ReadonlySet<CauseCode> = new Set(['device-frame-bent']);

/** As the rig read them; a text that could be no such identifier is none. */
export function idsOfStop({ device }: Pick<StoredStop, 'device'>): DeviceIds {
  const read = (text: string | null, pattern: RegExp): string | null => {
    const upper = text?.trim().toUpperCase() ?? '';
    return pattern.test(upper) ? upper : null;
  };
  return { serial: read(device?.serial ?? null, /^[A-Z0-9-]{4,40}$/), imei: read(device?.imei ?? null, /^\d{14,16}$/), ecid: read(device?.ecid ?? null, /^[0-9A-FX]{4,20}$/) };
}

export function placesHold(stop: Told): boolean {
  const { dataAtStake, eraseArmed, outcome, causes } = stop.trip;
  return hasIdentifier(idsOfStop(stop)) && (dataAtStake || eraseArmed || outcome !== 'intact' || causes.some(({ code }) => isPersonCause(code) || OF_THE_DEVICE.has(code)));
}

/**
 * The cases that get the hold: every one that has the device tied, for two may know it by different identifiers; else the oldest that
 * a brief named it in. None: the stop opens one.
 */
export function casesOfStop(states: readonly CaseState[], stop: Pick<StoredStop, 'device'>): readonly CaseState[] {
  const ids = idsOfStop(stop);
  const alive = states.filter((state) => !hasEnded(state) && state.devices.some((device) => mayBe(device, ids)));
  const tied = alive.filter((state) => state.devices.some((device) => device.tiedAtIso !== null && mayBe(device, ids)));
  const oldest = alive.toSorted((left, right) => (left.openedAtIso < right.openedAtIso ? -1 : 1)).slice(0, 1);
  return tied.length > 0 ? tied : oldest;
}

const refOf = ({ rig, stopId, bench }: Told): StopRef => ({ rig, stopId, bench });

/** Whether this very stop has placed its hold in this case, released since or not. A stop id is unique for its rig; without a rig for its bench. */
export const hasPlaced = ({ holds }: Pick<CaseState, 'holds'>, { rig, stopId, bench }: Pick<StoredStop, 'rig' | 'stopId' | 'bench'>): boolean =>
  holds.some(({ stop }) => stop?.stopId === stopId && stop.rig === rig && (rig !== null || stop.bench === bench));

export interface StopDrafts {
  /** Null: of a case that is opened by it. */
  readonly caseId: string | null;
  readonly drafts: readonly CaseDraft[];
}

/** All that one stop writes in a store. `states` are all cases, those that ended too: a stop that is told again writes nothing anywhere. */
export function draftsForStop(states: readonly CaseState[], stop: Told, given: Pick<Given, 'newUuid' | 'newCode' | 'known'>): readonly StopDrafts[] {
  if (!placesHold(stop) || states.some((state) => hasPlaced(state, stop))) return [];
  const found = casesOfStop(states, stop);
  // Two cases may know one phone by different identifiers: what the bench read beside goes to the first of them, and to no other.
  const [first] = found;
  const knownOf = (state: CaseState | null): Given['known'] => (ids) => [...given.known(ids), ...(first === undefined || state === first ? [] : [{ caseId: first.id, code: first.code, deviceId: '', ids }])];
  const all = (first === undefined ? [null] : found).map((state) => ({ caseId: state?.id ?? null, drafts: holdForStop(state, stop, { ...given, known: knownOf(state) }) }));
  return all.filter(({ drafts }) => drafts.length > 0);
}

/** Idempotent by rig and stop id, also after the hold was released; a device that is held already is not held twice. */
export function holdForStop(state: CaseState | null, stop: Told, given: Pick<Given, 'newUuid' | 'newCode' | 'known'>): readonly CaseDraft[] {
  const ids = idsOfStop(stop);
  const place = (deviceId: string): CaseDraft => ({ kind: 'hold-placed', body: { holdId: given.newUuid(), deviceId, stop: refOf(stop), cause: stop.trip.causes[0]?.code ?? 'guard-fault' } });
  const looks = { model: (stop.device?.model ?? '').slice(0, 80), colour: '', storage: '', belongings: '' };
  if (!placesHold(stop)) return [];
  if (state === null) {
    const device = { deviceId: given.newUuid(), ids, looks };
    return [{ kind: 'opened-by-stop', body: { code: given.newCode(), stop: refOf(stop), device } }, place(device.deviceId)];
  }
  const device = bestMatch(state, ids);
  if (hasEnded(state) || hasPlaced(state, stop) || device === null || activeHoldOf(state, device.id) !== null) return [];
  const arrival: readonly CaseDraft[] = state.stage === 'open' ? [] : [{ kind: 'customer-arrived', body: {} }];
  return [...arrival, ...whatIsKnownNow(state, device, ids, stop.bench, looks, given.known), place(device.id)];
}

const bestMatch = ({ devices }: CaseState, ids: DeviceIds): CaseDevice | null => devices.find((device) => relate(device.ids, ids) === 'same') ?? devices.find((device) => mayBe(device, ids)) ?? null;

/** What the bench read is added, so that the hold covers it; but not what is known of a device in another case, which is held there. */
function whatIsKnownNow(state: CaseState, device: CaseDevice, ids: DeviceIds, bench: string, looks: CaseDevice['looks'], known: Given['known']): readonly CaseDraft[] {
  const isFree = (key: IdKey): boolean =>
    known({ serial: null, imei: null, ecid: null, [key]: ids[key] }).every(({ caseId }) => caseId === state.id) && state.devices.every((one) => one.id === device.id || one.ids[key] !== ids[key]);
  const read = { serial: isFree('serial') ? ids.serial : null, imei: isFree('imei') ? ids.imei : null, ecid: isFree('ecid') ? ids.ecid : null };
  const drafts: CaseDraft[] = [];
  const next = mergeIds(device.ids, read);
  if (!sameIds(next, device.ids)) {
    const replaced = replacesId(device.ids, read);
    drafts.push({ kind: 'device-identified', body: { deviceId: device.id, ids: next, replaced, why: replaced ? 'The bench read another identifier.' : '' } });
  }
  // Known in another case too: it is held here and there, and tied nowhere twice; a person merges the two.
  const isOnlyHere = known(next).every(({ caseId }) => caseId === state.id);
  if (device.tiedAtIso === null && isOnlyHere) drafts.push({ kind: 'device-tied', body: { device: { deviceId: device.id, ids: next, looks: device.looks.model === '' ? looks : device.looks }, how: 'stopped', bench } });
  return drafts;
}

/** What happens to a device of a case: tied, identified, looked at, put away, switched off, how it ended. */
import type { CaseState } from '../../contract/case-state.ts';
import { BENT_FROM_UM } from './case-times.ts';
import type { HappenedOf } from './decision.ts';
import { mergeIds } from './device-match.ts';
import { changeDevice, endErases, newDevice } from './fold-device.ts';
import { assertThat } from './invariant.ts';

const looksHurt = ({ conditions, swelling, bendUm }: HappenedOf<'intake-recorded'>['body']['intake']): boolean =>
  conditions.includes('frame-bent') || swelling === 'yes' || (bendUm !== null && bendUm > BENT_FROM_UM);

export const foldDevices = {
  /** A device that a brief only named is completed, not doubled. */
  'device-tied': (state: CaseState, { body: { device, how, bench }, atIso }: HappenedOf<'device-tied'>): CaseState => {
    const named = state.devices.find(({ id }) => id === device.deviceId);
    assertThat(named?.tiedAtIso == null, 'a device was tied twice');
    // Where only a bench saw it, the store has it without a handover; where a person ties it, the customer may still hold it.
    const where = how === 'stopped' ? { place: 'in-store' as const, location: { location: 'bench' as const, label: bench ?? '', atIso } } : {};
    if (named === undefined) return { ...state, devices: [...state.devices, { ...newDevice(device.deviceId, device.ids, device.looks, atIso), ...where }] };
    return changeDevice(state, named.id, () => ({ ids: mergeIds(named.ids, device.ids), looks: device.looks, tiedAtIso: atIso, ...where }));
  },
  'device-identified': (state: CaseState, { body }: HappenedOf<'device-identified'>): CaseState =>
    changeDevice(state, body.deviceId, ({ ids, formerIds }) => ({ ids: body.ids, formerIds: body.replaced ? [...formerIds, ids] : formerIds })),
  'device-untied': (state: CaseState, { body: { deviceId } }: HappenedOf<'device-untied'>): CaseState => {
    assertThat(!state.holds.some((hold) => hold.deviceId === deviceId && hold.state !== 'released'), 'a held device was taken off it');
    const kept = endErases(state, deviceId);
    return { ...kept, devices: kept.devices.filter(({ id }) => id !== deviceId) };
  },
  'unlock-asked': (state: CaseState, { body, atIso }: HappenedOf<'unlock-asked'>): CaseState => changeDevice(state, body.deviceId, () => ({ unlock: { proof: body.proof, atIso } })),
  'unlock-withdrawn': (state: CaseState, { body }: HappenedOf<'unlock-withdrawn'>): CaseState => changeDevice(state, body.deviceId, () => ({ unlock: null })),
  /** Suspected damage stays suspected: a second look that sees nothing proves nothing about a cell. */
  'intake-recorded': (state: CaseState, { body, actor, atIso }: HappenedOf<'intake-recorded'>): CaseState => {
    const changed = changeDevice(state, body.deviceId, (device) => ({
      intake: { ...body.intake, atIso, by: actor.name }, suspectedBattery: device.suspectedBattery || looksHurt(body.intake), batteryCheckedAtIso: atIso,
    }));
    return body.intake.backup === 'verified' ? changed : endErases(changed, body.deviceId);
  },
  'photo-added': (state: CaseState, { body: { deviceId, photo, mime, bytes }, atIso }: HappenedOf<'photo-added'>): CaseState =>
    (deviceId === null ? state : changeDevice(state, deviceId, ({ photos }) => ({ photos: [...photos, { photo, mime, bytes, atIso }] }))),
  'no-photo-made': (state: CaseState, { body }: HappenedOf<'no-photo-made'>): CaseState => changeDevice(state, body.deviceId, () => ({ noPhotoWhy: body.why })),
  'device-put-away': (state: CaseState, { body, atIso }: HappenedOf<'device-put-away'>): CaseState =>
    changeDevice(state, body.deviceId, () => ({ location: { location: body.location, label: body.label, atIso } })),
  'battery-checked': (state: CaseState, { body, atIso }: HappenedOf<'battery-checked'>): CaseState =>
    changeDevice(state, body.deviceId, ({ suspectedBattery }) => ({ batteryCheckedAtIso: atIso, suspectedBattery: suspectedBattery || body.swelling === 'yes' || body.warm === 'yes' })),
  'powered-off': (state: CaseState, { body, atIso }: HappenedOf<'powered-off'>): CaseState => changeDevice(state, body.deviceId, () => ({ poweredOffAtIso: atIso })),
  /** Whoever was told how it ended before this was told something else. */
  'outcome-recorded': (state: CaseState, { body: { deviceId, ...outcome }, actor, atIso }: HappenedOf<'outcome-recorded'>): CaseState => {
    const changed = changeDevice(state, deviceId, () => ({ outcome: { ...outcome, atIso, by: actor.name } }));
    const told = state.told.map((one) => (one.how === 'nobody-to-tell' ? one : { ...one, about: 'progress' as const }));
    return { ...changed, told, tellingQueued: state.tellingQueued.map((one) => ({ ...one, about: 'progress' as const })) };
  },
  'abandonment-recorded': (state: CaseState, { body, atIso }: HappenedOf<'abandonment-recorded'>): CaseState => changeDevice(state, body.deviceId, () => ({ abandonedAtIso: atIso })),
  'device-disposed': (state: CaseState, { body }: HappenedOf<'device-disposed'>): CaseState => {
    const changed = changeDevice(state, body.deviceId, (device) => {
      assertThat(device.place === 'in-store' && device.abandonedAtIso !== null, 'a device was disposed of that was not abandoned in the store');
      return { place: 'disposed', location: null };
    });
    return endErases(changed, body.deviceId);
  },
} as const;

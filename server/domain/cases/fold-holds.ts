/** A hold is placed, and a person decides about it once and again; what was released stays released. */
import type { CauseCode } from '../../../firmware-bridge/contract/causes.ts';
import type { CaseHold, CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';
import { changeDevice, changeHold, endErases } from './fold-device.ts';
import { activeHoldOf } from './holds.ts';
import { assertThat } from './invariant.ts';

/** A stop for one of these means a cell that may be hurt, whatever intake saw. */
const HURTS_BATTERY: ReadonlySet<string> = new Set<CauseCode>(['device-frame-bent', 'device-swelling', 'device-hot', 'device-heating', 'smoke-button', 'probe-force']);

function place(state: CaseState, hold: Omit<CaseHold, 'decidedAtIso' | 'decidedBy' | 'second' | 'decisionWhy'>): CaseState {
  assertThat(state.devices.some(({ id }) => id === hold.deviceId), 'a hold is of no device of it');
  assertThat(activeHoldOf(state, hold.deviceId) === null, 'a device is held twice');
  assertThat(!state.holds.some(({ id }) => id === hold.id), 'two holds have one id');
  const placed = { ...hold, decidedAtIso: null, decidedBy: null, second: null, decisionWhy: '' };
  return endErases({ ...state, holds: [...state.holds, placed] }, hold.deviceId);
}

export const foldHolds = {
  'hold-placed': (state: CaseState, { body: { holdId, deviceId, stop, cause }, actor, atIso }: HappenedOf<'hold-placed'>): CaseState => {
    const placed = place(state, { id: holdId, deviceId, state: 'provisional', stop, cause, why: '', placedAtIso: atIso, placedBy: actor.name });
    return HURTS_BATTERY.has(cause) ? changeDevice(placed, deviceId, () => ({ suspectedBattery: true })) : placed;
  },
  'hold-asked': (state: CaseState, { body: { holdId, deviceId, why }, actor, atIso }: HappenedOf<'hold-asked'>): CaseState =>
    place(state, { id: holdId, deviceId, state: 'asked', stop: null, cause: null, why, placedAtIso: atIso, placedBy: actor.name }),
  'hold-approved': (state: CaseState, { body, actor, atIso }: HappenedOf<'hold-approved'>): CaseState => changeHold(state, body.holdId, (hold) => {
    assertThat(hold.state === 'provisional' || hold.state === 'asked', `a hold was approved that is ${hold.state}`);
    return { state: 'approved', decidedAtIso: atIso, decidedBy: actor.name, decisionWhy: body.why };
  }),
  'hold-released': (state: CaseState, { body, actor, atIso }: HappenedOf<'hold-released'>): CaseState => changeHold(state, body.holdId, (hold) => {
    assertThat(hold.state !== 'released', 'a hold was released twice');
    return { state: 'released', decidedAtIso: atIso, decidedBy: actor.name, second: body.second?.code ?? null, decisionWhy: body.why };
  }),
} as const;

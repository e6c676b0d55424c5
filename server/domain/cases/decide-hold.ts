/** Holds: asked for by whoever works there, decided by managers, released by two where data is at stake; and the allowed erase. */
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { HoldState } from '../../contract/case-parts.ts';
import type { CaseHold, CaseState } from '../../contract/case-state.ts';
import { deviceOf, done, holdOf, isRefused, no } from './answers.ts';
import { isDataAtStake } from './at-stake.ts';
import { CASE_TIMES, later } from './case-times.ts';
import { whyNoConsent } from './consents.ts';
import { needsToBeInStore } from './decide-device.ts';
import type { Decision, Given, Refused } from './decision.ts';
import { activeHoldOf } from './holds.ts';

type Rule<Name extends CaseActName> = (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision;

const ask: Rule<'ask-hold'> = (state, { deviceId, why }, { newUuid }) => {
  const device = deviceOf(state, deviceId);
  if (isRefused(device)) return device;
  if (device.place === 'disposed') return no('device-not-here', 'body.deviceId');
  return activeHoldOf(state, deviceId) === null ? done({ kind: 'hold-asked', body: { holdId: newUuid(), deviceId, why } }) : no('hold-exists', 'body.deviceId');
};

/** Two managers at once: the second one decides about what the first one made of it, never about what an old page shows. */
const whyDecided = ({ state, decidedBy, placedBy }: CaseHold, from: readonly HoldState[], seen: HoldState | undefined): Refused | null =>
  (from.includes(state) && (seen === undefined || seen === state) ? null : no('hold-decided', 'body.holdId', { state, by: decidedBy ?? placedBy }));

const approve: Rule<'approve-hold'> = (state, { holdId, why, seen }) => {
  const hold = holdOf(state, holdId);
  if (isRefused(hold)) return hold;
  return whyDecided(hold, ['provisional', 'asked'], seen) ?? done({ kind: 'hold-approved', body: { holdId, why } });
};

const release: Rule<'release-hold'> = (state, { holdId, why, seen }, { second }) => {
  const hold = holdOf(state, holdId);
  if (isRefused(hold)) return hold;
  const decided = whyDecided(hold, ['provisional', 'asked', 'approved'], seen);
  if (decided !== null) return decided;
  if (isDataAtStake(state) && second === null) return no('second-person-needed', 'body.secondConfirmation');
  return done({ kind: 'hold-released', body: { holdId, why, second } });
};

const allowErase: Rule<'allow-erase'> = (state, { deviceId, planHash, why }, { atIso, second }) => {
  const device = deviceOf(state, deviceId);
  if (isRefused(device)) return device;
  if (state.irreplaceable) return no('irreplaceable-never-erased', 'body.deviceId');
  const missing = needsToBeInStore(device) ?? whyNoConsent(state, 'erase');
  if (missing !== null) return missing;
  if (device.intake?.backup !== 'verified') return no('backup-missing', 'body.deviceId');
  if (activeHoldOf(state, deviceId) !== null) return no('hold-active', 'body.deviceId');
  if (isDataAtStake(state) && second === null) return no('second-person-needed', 'body.secondConfirmation');
  return done({ kind: 'erase-allowed', body: { deviceId, planHash, expiresAtIso: later(atIso, CASE_TIMES.eraseAllowed.ms), why, second } });
};

export const HOLD_RULES = { 'ask-hold': ask, 'approve-hold': approve, 'release-hold': release, 'allow-erase': allowErase } as const;

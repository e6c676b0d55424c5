/** What is done with a device in the store: tied, identified, looked at, put away, watched, and how it ended. */
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { needsTwoToUntie } from '../../contract/two-to-untie.ts';
import { deviceOf, done, isRefused, no } from './answers.ts';
import { DEVICES_MAX, PHOTOS_MAX } from './case-times.ts';
import type { Decided, Decision, Given, Refused } from './decision.ts';
import { hasIdentifier, mergeIds, replacesId, sameIds } from './device-match.ts';
import { activeHoldOf, activeHoldsOf, isUndecided } from './holds.ts';
import { openTransferOf, wasReceived } from './transfers.ts';
import { meantDevice, whyNotThese } from './which-device.ts';

type Rule<Name extends CaseActName> = (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision;

/** A device of the case that a person has in front of them, or the reason why not. */
const withDevice = <Body extends { readonly deviceId: string }>(whyNot: (device: CaseDevice) => Refused | null, then: (body: Body) => Decided) => (state: CaseState, body: Body): Decision => {
  const device = deviceOf(state, body.deviceId);
  return isRefused(device) ? device : whyNot(device) ?? then(body);
};

const needsTie = ({ tiedAtIso }: CaseDevice): Refused | null => (tiedAtIso === null ? no('device-needs-identifier', 'body.deviceId') : null);
/** At the counter, in the customer's hands or in ours: both can be looked at. */
const needsToBeSeen = (device: CaseDevice): Refused | null => needsTie(device) ?? (device.place === 'with-customer' || device.place === 'in-store' ? null : no('device-not-here', 'body.deviceId'));
export const needsToBeInStore = ({ place }: CaseDevice): Refused | null => (place === 'in-store' ? null : no('device-not-here', 'body.deviceId'));

const tie: Rule<'tie-device'> = (state, { ids, looks, how, bench }, given) => {
  const meant = hasIdentifier(ids) ? meantDevice(state, ids) : no('device-needs-identifier', 'body.ids');
  if (isRefused(meant)) return meant;
  if (meant === null && state.devices.length >= DEVICES_MAX) return no('too-many-devices');
  const why = whyNotThese(state, meant === null ? ids : mergeIds(meant.ids, ids), meant, given);
  if (why !== null) return why;
  const seen = meant === null ? looks : {
    model: looks.model || meant.looks.model, colour: looks.colour || meant.looks.colour, storage: looks.storage || meant.looks.storage, belongings: looks.belongings || meant.looks.belongings,
  };
  return done({ kind: 'device-tied', body: { device: { deviceId: meant?.id ?? given.newUuid(), ids, looks: seen }, how, bench } });
};

const identify: Rule<'identify-device'> = (state, { deviceId, ids: told, why }, given) => {
  const device = deviceOf(state, deviceId);
  if (isRefused(device)) return device;
  const ids = mergeIds(device.ids, told);
  if (hasIdentifier(ids) && sameIds(ids, device.ids)) return no('device-tied-already', 'body.ids');
  const replaced = replacesId(device.ids, told);
  if (replaced && why.length < 3) return no('reason-needed', 'body.why');
  return whyNotThese(state, ids, device, given) ?? done({ kind: 'device-identified', body: { deviceId, ids, replaced, why } });
};

/** What only lies in front of somebody is guarded as soon as it is tied; so no one person takes the guard away again. */
const untie: Rule<'untie-device'> = (state, { deviceId, why }, { second }) => {
  const device = deviceOf(state, deviceId);
  if (isRefused(device)) return device;
  if (device.intake !== null || wasReceived(state, device)) return no('device-received', 'body.deviceId');
  if (openTransferOf(state, deviceId) !== null) return no('transfer-open', 'body.deviceId');
  if (activeHoldOf(state, deviceId) !== null) return no('hold-active', 'body.deviceId');
  if (needsTwoToUntie(state, deviceId) && second === null) return no('second-person-needed', 'body.secondConfirmation');
  return done({ kind: 'device-untied', body: { deviceId, why, second } });
};

/** The unlock erases: only after the recovery ended, only with the original proof, never over data that was not saved and cannot be replaced. */
const askUnlock: Rule<'ask-unlock'> = (state, { deviceId, proof }) => {
  const device = deviceOf(state, deviceId);
  if (isRefused(device)) return device;
  if (proof !== 'original-receipt' && proof !== 'store-record') return no('proof-not-accepted', 'body.proof');
  if (device.outcome === null) return no('recovery-first', 'body.deviceId');
  if (state.irreplaceable && device.outcome.result !== 'all') return no('irreplaceable-never-erased', 'body.deviceId');
  return done({ kind: 'unlock-asked', body: { deviceId, proof } });
};

const recordOutcome: Rule<'record-outcome'> = (state, { deviceId, result, photos, videos, other, delivered, copyDeletedByIso, words }) => {
  const device = deviceOf(state, deviceId);
  return isRefused(device) ? device : needsTie(device) ?? done({ kind: 'outcome-recorded', body: { deviceId, result, photos, videos, other, delivered, copyDeletedByIso, words } });
};

const dispose: Rule<'dispose-device'> = (state, { deviceId, how, why }) => {
  const device = deviceOf(state, deviceId);
  if (isRefused(device)) return device;
  if (device.place !== 'in-store') return no('device-not-here', 'body.deviceId');
  if (device.abandonedAtIso === null) return no('abandonment-missing', 'body.deviceId');
  if (openTransferOf(state, deviceId) !== null) return no('transfer-open', 'body.deviceId');
  // An authority takes it as it is; recycling destroys what is on it.
  const isDestroyed = how === 'recycled-battery-safe';
  if (isDestroyed && state.irreplaceable && device.outcome?.result !== 'all') return no('irreplaceable-never-erased', 'body.deviceId');
  if (activeHoldsOf(state, deviceId).some((hold) => isDestroyed || isUndecided(hold))) return no('hold-active', 'body.deviceId');
  return done({ kind: 'device-disposed', body: { deviceId, how, why } });
};

/** Of a device that somebody has in front of them; all photos of a case together have a limit. */
const addPhoto: Rule<'add-photo'> = (state, { deviceId, photo, bytes, mime, fileSha256 }) => {
  const device = deviceOf(state, deviceId);
  if (isRefused(device)) return device;
  const unseen = needsToBeSeen(device);
  if (unseen !== null) return unseen;
  const count = state.devices.reduce((sum, { photos }) => sum + photos.length, 0);
  if (count >= PHOTOS_MAX) return no('photo-wrong', 'body', { detail: `the case has ${String(PHOTOS_MAX)} photos already` });
  return done({ kind: 'photo-added', body: { deviceId, photo, bytes, mime, fileSha256 } });
};

export const DEVICE_RULES = {
  'tie-device': tie,
  'identify-device': identify,
  'untie-device': untie,
  'ask-unlock': askUnlock,
  'withdraw-unlock': withDevice<CaseActBody<'withdraw-unlock'>>(({ unlock }) => (unlock === null ? no('no-unlock-asked', 'body.deviceId') : null), ({ deviceId, why }) =>
    done({ kind: 'unlock-withdrawn', body: { deviceId, why } })),
  'record-intake': withDevice<CaseActBody<'record-intake'>>(needsToBeSeen, ({ deviceId, intake }) => done({ kind: 'intake-recorded', body: { deviceId, intake } })),
  'add-photo': addPhoto,
  'explain-no-photo': withDevice<CaseActBody<'explain-no-photo'>>(needsTie, ({ deviceId, why }) => done({ kind: 'no-photo-made', body: { deviceId, why } })),
  'put-away': withDevice<CaseActBody<'put-away'>>(needsToBeInStore, ({ deviceId, location, label }) => done({ kind: 'device-put-away', body: { deviceId, location, label } })),
  'check-battery': withDevice<CaseActBody<'check-battery'>>(needsToBeSeen, ({ deviceId, swelling, warm, words }) => done({ kind: 'battery-checked', body: { deviceId, swelling, warm, words } })),
  'power-off': withDevice<CaseActBody<'power-off'>>(needsToBeSeen, ({ deviceId }) => done({ kind: 'powered-off', body: { deviceId } })),
  'record-outcome': recordOutcome,
  'record-abandonment': withDevice<CaseActBody<'record-abandonment'>>(needsToBeInStore, ({ deviceId, noticesSent, why }) => done({ kind: 'abandonment-recorded', body: { deviceId, noticesSent, why } })),
  'dispose-device': dispose,
} as const;

/** Handovers: who gives what to whom, signed by both; and what a partner says of the work while it has the device. */
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { Party, RowRef, SignedBy, TransferMethod } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseState, CaseTransfer } from '../../contract/case-state.ts';
import { TRANSFER_FAULTS_EN } from '../../contract/words-of-cases.ts';
import type { TransferFault } from '../../contract/words-of-cases.ts';
import { deviceOf, done, isRefused, no, transferOf } from './answers.ts';
import { CASE_TIMES, later } from './case-times.ts';
import { whyNoConsent } from './consents.ts';
import type { Decision, Given, Refused } from './decision.ts';
import { isUndecided } from './holds.ts';
import { hasIt, isOpenTransfer, openTransferOf, sameParty } from './transfers.ts';

type Rule<Name extends CaseActName> = (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision;

const TAKEN_WITHIN: Readonly<Record<TransferMethod, number>> = { 'in-person': CASE_TIMES.takenInPerson.ms, carried: CASE_TIMES.takenCarried.ms, courier: CASE_TIMES.takenByCourier.ms };

const cannotBe = (fault: TransferFault): Refused => no('transfer-parties-wrong', 'body.from', { detail: TRANSFER_FAULTS_EN[fault], fault });

function whyNoParties(from: Party, to: Party): TransferFault | null {
  for (const { kind, partner } of [from, to]) {
    if (kind === 'partner' && partner === null) return 'partner-not-named';
    if (kind !== 'partner' && partner !== null) return 'partner-not-meant';
  }
  return sameParty(from, to) ? 'same-sides' : null;
}

/** What must be true when it is prepared, and again when it is given: a hold may have come, a consent gone. */
function whyNotTo(state: CaseState, to: Party, devices: readonly string[], given: Given): Refused | null {
  if (to.kind === 'partner') return to.partner === null || !given.partnerIsActive(to.partner) ? no('no-such-partner', 'body.to') : whyNoConsent(state, 'go-to-partner');
  const isHeld = to.kind === 'customer' && devices.some((id) => state.holds.some((hold) => hold.deviceId === id && isUndecided(hold)));
  return isHeld ? no('hold-active', 'body.devices') : null;
}

function whyNotDevice(state: CaseState, device: CaseDevice, from: Party): Refused | null {
  if (device.tiedAtIso === null) return no('device-needs-identifier', 'body.devices');
  if (openTransferOf(state, device.id) !== null) return no('transfer-open', 'body.devices');
  return hasIt(from, device) ? null : cannotBe('giver-has-it-not');
}

const prepare: Rule<'prepare-transfer'> = (state, { id: _act, ...body }, given) => {
  const fault = whyNoParties(body.from, body.to);
  if (fault !== null) return cannotBe(fault);
  if (new Set(body.devices).size !== body.devices.length) return cannotBe('same-device-twice');
  for (const deviceId of body.devices) {
    const device = deviceOf(state, deviceId, 'body.devices');
    const why = isRefused(device) ? device : whyNotDevice(state, device, body.from);
    if (why !== null) return why;
  }
  const why = whyNotTo(state, body.to, body.devices, given);
  return why ?? done({ kind: 'transfer-prepared', body: { transferId: given.newUuid(), ...body, takenByIso: later(given.atIso, TAKEN_WITHIN[body.method]) } });
};

/** Paper is signed elsewhere; a courier signs nothing here; everybody else does. */
function signatureOf({ method }: CaseTransfer, how: SignedBy, strokes: number, row: RowRef | undefined): { readonly row: RowRef | null } | Refused {
  const isMissing = (how === 'screen' && strokes === 0) || ((how === 'screen' || how === 'link') && row === undefined) || (how === 'nobody' && method !== 'courier');
  return isMissing ? no('signature-missing', 'body.private.signature') : { row: row ?? null };
}

const signGiven: Rule<'sign-given'> = (state, { transferId, signedBy, private: { signature } }, given) => {
  const transfer = transferOf(state, transferId);
  if (isRefused(transfer)) return transfer;
  if (transfer.state !== 'prepared') return no(transfer.state === 'given' ? 'transfer-not-prepared' : 'transfer-over', 'body.transferId');
  const why = whyNotTo(state, transfer.to, transfer.devices, given);
  if (why !== null) return why;
  const signed = signatureOf(transfer, signedBy, signature?.strokes.length ?? 0, given.rows.signature);
  return isRefused(signed) ? signed : done({ kind: 'transfer-given', body: { transferId, signed: { by: transfer.from, how: signedBy, row: signed.row } } });
};

/** That it arrived is a fact: nothing but a missing signature stands against writing it down. */
const signTaken: Rule<'sign-taken'> = (state, { transferId, signedBy, sealIntact, condition, private: { signature } }, given) => {
  const transfer = transferOf(state, transferId);
  if (isRefused(transfer)) return transfer;
  if (transfer.state !== 'given') return no(transfer.state === 'prepared' ? 'transfer-not-given' : 'transfer-over', 'body.transferId');
  const signed = signatureOf(transfer, signedBy, signature?.strokes.length ?? 0, given.rows.signature);
  return isRefused(signed) ? signed : done({ kind: 'transfer-taken', body: { transferId, signed: { by: transfer.to, how: signedBy, row: signed.row }, sealIntact, condition } });
};

const recall: Rule<'recall-transfer'> = (state, { transferId, why }) => {
  const transfer = transferOf(state, transferId);
  if (isRefused(transfer)) return transfer;
  return isOpenTransfer(transfer) ? done({ kind: 'transfer-recalled', body: { transferId, why } }) : no('transfer-over', 'body.transferId');
};

const reportStage: Rule<'report-stage'> = (state, { transferId, stage, expectedAtIso }) => {
  const transfer = transferOf(state, transferId);
  if (isRefused(transfer)) return transfer;
  const isThere = transfer.state === 'taken' && transfer.to.kind === 'partner' && state.devices.some((device) => transfer.devices.includes(device.id) && hasIt(transfer.to, device));
  return isThere ? done({ kind: 'partner-stage-reported', body: { transferId, stage, expectedAtIso } }) : no('not-with-partner', 'body.transferId');
};

const makeLink: Rule<'make-link'> = (state, { whom, transferId }, { newUuid, atIso }) => {
  if (whom === 'customer') return done({ kind: 'link-made', body: { linkId: newUuid(), whom, transferId: null, expiresAtIso: later(atIso, CASE_TIMES.customerLink.ms) } });
  const transfer = state.transfers.find(({ id }) => id === transferId);
  if (transfer?.to.kind !== 'partner') return no('no-such-transfer', 'body.transferId');
  if (transfer.state === 'recalled') return no('transfer-over', 'body.transferId');
  return done({ kind: 'link-made', body: { linkId: newUuid(), whom, transferId, expiresAtIso: later(atIso, CASE_TIMES.partnerLink.ms) } });
};

const revokeLink: Rule<'revoke-link'> = ({ links }, { linkId, why }) =>
  (links.some(({ id, revoked }) => id === linkId && !revoked) ? done({ kind: 'link-revoked', body: { linkId, why } }) : no('no-such-link', 'body.linkId'));

export const TRANSFER_RULES = {
  'prepare-transfer': prepare, 'sign-given': signGiven, 'sign-taken': signTaken, 'recall-transfer': recall, 'report-stage': reportStage, 'make-link': makeLink, 'revoke-link': revokeLink,
} as const;

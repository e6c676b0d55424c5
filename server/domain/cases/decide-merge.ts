/**
 * Two cases for one matter become one. Everything goes over as it stands: a device where it is, a hold with its id and with who
 * decided it, so that no bench sees it fall for a moment; a phone that both cases held stays held until both are released.
 */
import type { CaseActBody } from '../../contract/case-acts.ts';
import type { CaseDraft } from '../../contract/case-events.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { done, no } from './answers.ts';
import { CARRIED_BYTES_MAX, DEVICES_MAX } from './case-times.ts';
import type { Decision, Given } from './decision.ts';
import { pairDevices } from './pair-devices.ts';
import { isOpenTransfer, openTransferOf } from './transfers.ts';

const ALIVE: ReadonlySet<string> = new Set(['announced', 'expected', 'open']);

export function mergeInto(state: CaseState, { why }: CaseActBody<'merge-into'>, { target, known }: Given): Decision {
  if (target === null) return no('no-such-case', 'body.into', { case: '' });
  if (target.id === state.id) return no('merge-with-itself', 'body.into');
  if (!ALIVE.has(target.stage)) return no('merge-target-ended', 'body.into');
  if (state.transfers.some(isOpenTransfer)) return no('transfer-open');
  const { devices, idOf } = pairDevices(state, target, (ids) => known(ids).some(({ caseId }) => caseId !== state.id && caseId !== target.id));
  if (devices.some(({ id }) => openTransferOf(target, id) !== null)) return no('transfer-open', 'body.into');
  if (target.devices.length + devices.filter(({ id }) => !target.devices.some((one) => one.id === id)).length > DEVICES_MAX) return no('too-many-devices', 'body.into');
  const carried = {
    devices: [...devices], holds: state.holds.map((hold) => ({ ...hold, deviceId: idOf(hold.deviceId) })), consents: state.consents, openMessages: state.openMessages,
    transfers: state.transfers.map((transfer) => ({ ...transfer, devices: [...new Set(transfer.devices.map(idOf))] })),
    // Who holds a receipt or a handover sheet comes by what is printed on it.
    links: state.links, otherAgents: state.otherAgents,
  };
  if (new TextEncoder().encode(JSON.stringify(carried)).length > CARRIED_BYTES_MAX) return no('too-many-devices', 'body.into');
  const arrival: readonly CaseDraft[] = state.stage === 'open' && target.stage !== 'open' ? [{ kind: 'customer-arrived', body: {} }] : [];
  const owner: readonly CaseDraft[] = target.owner === null && state.owner !== null ? [{ kind: 'owner-named', body: { owner: state.owner } }] : [];
  const named = devices.map(({ id: deviceId, ids, looks }) => ({ deviceId, ids, looks }));
  return {
    ...done({ kind: 'merged-into', body: { into: target.id, code: target.code, why } }),
    targetDrafts: [...arrival, ...owner, { kind: 'absorbed', body: { from: state.id, code: state.code, devices: named, irreplaceable: state.irreplaceable, rows: state.rows, carried } }],
  };
}

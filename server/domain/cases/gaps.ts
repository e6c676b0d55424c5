/** Where nobody can say who has a device, or should have said it by now: alarms of the custody of a case. */
import type { CaseDevice, CaseState, CaseTransfer, Gap } from '../../contract/case-state.ts';
import { CASE_TIMES, toIso, toMs } from './case-times.ts';
import { hasIt, lastTaken } from './transfers.ts';

/** When the device came where it is: taken by the store, or seen by a bench before anybody received it. */
export const hereSince = (state: CaseState, device: CaseDevice): string => lastTaken(state, device.id)?.taken?.atIso ?? device.tiedAtIso ?? state.openedAtIso;

/** The last word of the partner that has the device; else when it got it. */
export function lastWord({ stages, taken, preparedAtIso }: CaseTransfer): { readonly atIso: string; readonly expectedAtIso: string | null } {
  const stage = stages.at(-1);
  return { atIso: stage?.atIso ?? taken?.atIso ?? preparedAtIso, expectedAtIso: stage?.expectedAtIso ?? null };
}

/** A partner that named a day is asked after that day, else after a week without a word. */
export function silentSinceMs(transfer: CaseTransfer): number {
  const { atIso, expectedAtIso } = lastWord(transfer);
  return expectedAtIso === null ? toMs(atIso) + CASE_TIMES.partnerSilent.ms : Math.max(toMs(expectedAtIso), toMs(atIso));
}

function ofTransfer(transfer: CaseTransfer, nowMs: number): Gap[] {
  const takenByMs = toMs(transfer.takenByIso);
  if (transfer.state !== 'given' || nowMs <= takenByMs) return [];
  return transfer.devices.map((deviceId) => ({ gap: 'given-not-taken', deviceId, transferId: transfer.id, sinceIso: transfer.takenByIso }));
}

function ofDevice(state: CaseState, device: CaseDevice, nowMs: number): Gap[] {
  const transfer = lastTaken(state, device.id);
  const gaps: Gap[] = [];
  const add = (gap: Gap['gap'], sinceMs: number): void => {
    if (nowMs > sinceMs) gaps.push({ gap, deviceId: device.id, transferId: transfer?.id ?? null, sinceIso: toIso(sinceMs) });
  };
  if (device.place === 'in-store' && device.location === null) add('no-place-known', toMs(hereSince(state, device)) + CASE_TIMES.noPlaceKnown.ms);
  if (transfer === null) return gaps;
  if (transfer.taken?.sealIntact === 'no' && hasIt(transfer.to, device)) add('seal-broken', toMs(transfer.taken.atIso));
  if (device.place !== 'with-partner') return gaps;
  if (device.outcome === null) add('partner-silent', silentSinceMs(transfer));
  if (transfer.backByIso !== null) add('not-back-in-time', toMs(transfer.backByIso));
  return gaps;
}

export function custodyGaps(state: CaseState, nowMs: number): Gap[] {
  if (state.stage === 'merged' || state.stage === 'closed') return [];
  const gaps = [...state.transfers.flatMap((transfer) => ofTransfer(transfer, nowMs)), ...state.devices.flatMap((device) => ofDevice(state, device, nowMs))];
  return gaps.toSorted((left, right) => toMs(left.sinceIso) - toMs(right.sinceIso));
}

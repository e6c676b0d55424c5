/** What one device of an open case still needs: to be looked at, made safe, put away, helped, given back. */
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { CASE_TIMES, later, toIso } from './case-times.ts';
import { hereSince, lastWord, silentSinceMs } from './gaps.ts';
import { activeHoldsOf } from './holds.ts';
import { lastTaken, openTransferOf } from './transfers.ts';
import type { Wanted } from './wanted.ts';

/** A held phone lies where nobody takes it by mistake; one that may burn lies where it can. */
function liesWell({ location, suspectedBattery }: CaseDevice, isHeld: boolean): boolean {
  if (location === null) return false;
  if (suspectedBattery) return location.location === 'fire-safe';
  return !isHeld || (location.location !== 'bench' && location.location !== 'counter');
}

function intakeSteps(state: CaseState, { intake, photos, noPhotoWhy, tiedAtIso, poweredOffAtIso, place }: CaseDevice): Wanted[] {
  const sinceIso = tiedAtIso ?? state.openedAtIso;
  if (place !== 'with-customer' && place !== 'in-store') return [];
  const wanted: Wanted[] = [];
  if (intake === null) wanted.push({ step: 'record-intake', sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.intake.ms) });
  if (photos.length === 0 && noPhotoWhy === null) wanted.push({ step: 'add-photo', sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.intake.ms) });
  // Seen on after it was switched off, it was woken: its passcode is in danger again.
  const isOn = intake?.ghostTouch === 'yes' && intake.power !== 'off' && (poweredOffAtIso === null || poweredOffAtIso < intake.atIso);
  if (isOn) wanted.push({ step: 'power-off', sinceIso: intake.atIso, dueAtIso: later(intake.atIso, CASE_TIMES.poweredOff.ms) });
  return wanted;
}

function storeSteps(state: CaseState, device: CaseDevice): Wanted[] {
  const sinceIso = hereSince(state, device);
  const hold = activeHoldsOf(state, device.id).at(-1) ?? null;
  const wanted: Wanted[] = [];
  if (!liesWell(device, hold !== null)) {
    const from = [sinceIso, ...(hold === null ? [] : [hold.placedAtIso]), ...(device.suspectedBattery && device.intake !== null ? [device.intake.atIso] : [])].toSorted().at(-1) ?? sinceIso;
    wanted.push({ step: 'put-away', sinceIso: from, dueAtIso: later(from, CASE_TIMES.putAway.ms) });
  }
  if (device.suspectedBattery) {
    const checked = device.batteryCheckedAtIso ?? sinceIso;
    wanted.push({ step: 'check-battery', sinceIso: checked, dueAtIso: later(checked, CASE_TIMES.batteryChecked.ms) });
  }
  if (openTransferOf(state, device.id) !== null) return wanted;
  if (device.outcome !== null) return [...wanted, { step: 'give-back', sinceIso: device.outcome.atIso, dueAtIso: later(device.outcome.atIso, CASE_TIMES.givenBack.ms) }];
  const transfer = lastTaken(state, device.id);
  if (transfer?.from.kind === 'partner') return [...wanted, { step: 'record-outcome', subject: transfer.id, sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.outcomeRecorded.ms) }];
  if (hold?.state === 'approved') {
    const decided = hold.decidedAtIso ?? hold.placedAtIso;
    return [...wanted, { step: 'find-partner', subject: hold.id, sinceIso: decided, dueAtIso: later(decided, CASE_TIMES.partnerFound.ms) }];
  }
  return device.intake === null ? wanted : [...wanted, { step: 'record-outcome', sinceIso: device.intake.atIso, dueAtIso: null }];
}

function partnerSteps(state: CaseState, device: CaseDevice): Wanted[] {
  const transfer = lastTaken(state, device.id);
  if (transfer === null) return [];
  const { atIso } = lastWord(transfer);
  if (device.outcome !== null) return [{ step: 'give-back', subject: transfer.id, sinceIso: device.outcome.atIso, dueAtIso: later(device.outcome.atIso, CASE_TIMES.givenBack.ms) }];
  if (transfer.stages.at(-1)?.stage === 'ready') return [{ step: 'record-outcome', subject: transfer.id, sinceIso: atIso, dueAtIso: later(atIso, CASE_TIMES.outcomeRecorded.ms) }];
  return [{ step: 'ask-partner', subject: transfer.id, sinceIso: atIso, dueAtIso: toIso(silentSinceMs(transfer)) }];
}

/** It is back or gone, and nobody wrote how it ended. */
const goneSteps = (state: CaseState, device: CaseDevice): Wanted[] => {
  const sinceIso = lastTaken(state, device.id)?.taken?.atIso ?? state.lastAtIso;
  return device.outcome === null ? [{ step: 'record-outcome', sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.outcomeRecorded.ms) }] : [];
};

/** The customer kept it after it was looked at: either it comes in, or it ended with advice. */
const keptSteps = ({ intake, outcome }: CaseDevice): Wanted[] => (intake !== null && outcome === null ? [{ step: 'record-outcome', sinceIso: intake.atIso, dueAtIso: null }] : []);

const byPlace = (state: CaseState, device: CaseDevice): Wanted[] => {
  if (device.place === 'in-store') return storeSteps(state, device);
  if (device.place === 'with-partner') return partnerSteps(state, device);
  if (device.place === 'returned' || device.place === 'disposed') return goneSteps(state, device);
  return device.place === 'with-customer' ? keptSteps(device) : [];
};

export function stepsOfDevice(state: CaseState, device: CaseDevice): Wanted[] {
  if (device.tiedAtIso === null) return [];
  return [...intakeSteps(state, device), ...byPlace(state, device)].map((step) => ({ ...step, deviceId: device.id }));
}

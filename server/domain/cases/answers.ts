/** The two answers of a decision, and what every rule looks for first: the device, the hold, the handover that is meant. */
import type { CaseDraft } from '../../contract/case-events.ts';
import type { PersonRef } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseHold, CaseState, CaseTransfer } from '../../contract/case-state.ts';
import type { Decided, DecisionRefusal, Given, Refused } from './decision.ts';
import { assertThat } from './invariant.ts';

export const done = (...drafts: readonly CaseDraft[]): Decided => ({ drafts, targetDrafts: [], mails: [] });

export const no = (refusal: DecisionRefusal, at: string | null = null, params: Refused['params'] = {}): Refused => ({ refusal, params, at });

export const isRefused = (answer: object | null): answer is Refused => answer !== null && 'refusal' in answer;

export const deviceOf = ({ devices }: CaseState, id: string, at = 'body.deviceId'): CaseDevice | Refused => devices.find((device) => device.id === id) ?? no('no-such-device', at);

export const holdOf = ({ holds }: CaseState, id: string): CaseHold | Refused => holds.find((hold) => hold.id === id) ?? no('no-such-hold', 'body.holdId');

export const transferOf = ({ transfers }: CaseState, id: string): CaseTransfer | Refused => transfers.find((transfer) => transfer.id === id) ?? no('no-such-transfer', 'body.transferId');

/** Acts that name an owner are done by people; the table of rights gives them to nobody else. */
export function personOf({ person }: Given): PersonRef {
  assertThat(person !== null, 'nobody who could own it does this');
  return person;
}

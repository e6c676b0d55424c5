/** What a customer sees of the own case: where the phone is, what comes next, what happened, who looked. No name, no locker, no reason of staff. */
import { mayByLink } from '../../contract/case-links.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { ChainedEvent } from '../../contract/custody.ts';
import type { Look } from '../../contract/private-data.ts';
import type { Role } from '../../contract/people.ts';
import { outsidePagesEnglish, TOLD_TO_CUSTOMER } from '../../contract/words-of-outside-pages.ts';
import { papersEnglish } from '../../contract/words-of-papers.ts';
import { countsOf } from '../papers/letter.ts';
import { nextForCustomer, placeForCustomer } from '../papers/next-for-customer.ts';
import { deviceName } from '../papers/paper-frame.ts';
import type { PaperFrame } from '../papers/paper-frame.ts';

export interface CustomerView {
  readonly code: string;
  readonly devices: readonly { readonly name: string; readonly place: string; readonly next: string; readonly outcome: string | null }[];
  readonly happened: readonly { readonly atIso: string; readonly text: string }[];
  readonly seen: readonly { readonly atIso: string; readonly text: string; readonly why: string }[];
  readonly consents: readonly { readonly id: string; readonly allows: readonly string[]; readonly withdrawnAtIso: string | null }[];
  readonly partnerHasIt: boolean;
  readonly mayWrite: boolean;
  readonly mayTakeBack: boolean;
  readonly care: readonly string[];
}

const words = outsidePagesEnglish.customer;
const SEEN_MAX = 100;

export function customerView(state: CaseState, events: readonly ChainedEvent[], looks: readonly Look[], frame: Pick<PaperFrame, 'storeName' | 'partnerOf'>): CustomerView {
  const hasOutcome = state.devices.some(({ outcome }) => outcome !== null);
  return {
    code: state.code,
    devices: state.devices.map((device) => ({ name: deviceName(device), place: placeForCustomer(device, frame), next: nextForCustomer(state, device), outcome: outcomeOf(device.outcome) })),
    happened: events.flatMap(({ event }) => {
      const told = TOLD_TO_CUSTOMER.find((kind) => kind === event.kind);
      return told === undefined ? [] : [{ atIso: event.atIso, text: words.happened[told] }];
    }).toReversed(),
    // What the customer reads here through the own link is no look of anybody.
    seen: looks.flatMap(({ atIso, role, code, kind, why }) => (isRole(role) ? [{ atIso, text: words.seenBy(words.roles[role], code, words.kinds[kind]), why }] : [])).slice(0, SEEN_MAX),
    consents: state.consents.map(({ id, scopes, priceCap, withdrawnAtIso }) => (
      { id, withdrawnAtIso, allows: [...scopes.map((scope) => papersEnglish.receipt.scopes[scope]), ...(priceCap === '' ? [] : [papersEnglish.receipt.upTo(priceCap)])] })),
    partnerHasIt: state.devices.some(({ place }) => place === 'with-partner'),
    mayWrite: mayByLink(state, 'note'), mayTakeBack: mayByLink(state, 'withdraw-consent'),
    care: hasOutcome ? papersEnglish.letter.careItems : [],
  };
}

const isRole = (role: string): role is Role => Object.hasOwn(words.roles, role);

function outcomeOf(outcome: CaseState['devices'][number]['outcome']): string | null {
  if (outcome === null) return null;
  const counts = countsOf(outcome);
  return [papersEnglish.letter.results[outcome.result], ...(counts === '' ? [] : [papersEnglish.letter.counted(counts)])].join(' ');
}

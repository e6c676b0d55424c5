/** What a customer sees of the own case: where the phone is, what comes next, what happened, who looked. No name, no locker, no reason of staff. */
import { mayByLink } from '../../contract/case-links.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { ChainedEvent } from '../../contract/custody.ts';
import type { Look } from '../../contract/private-data.ts';
import type { Role } from '../../contract/people.ts';
import { TOLD_TO_CUSTOMER } from '../../contract/words-of-outside-pages.ts';
import { countsOf } from '../papers/letter.ts';
import { nextForCustomer, placeForCustomer } from '../papers/next-for-customer.ts';
import { deviceName } from '../papers/paper-frame.ts';
import type { PaperFrame } from '../papers/paper-frame.ts';
import type { CaseTransfer } from '../../contract/case-state.ts';
import type { MovedForCustomer } from '../../contract/words-of-outside-pages.ts';
import type { ServerWords } from '../../contract/words-for.ts';

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

const SEEN_MAX = 100;

export function customerView(state: CaseState, events: readonly ChainedEvent[], looks: readonly Look[], frame: Pick<PaperFrame, 'storeName' | 'partnerOf' | 'words'>): CustomerView {
  const { papers, pages: { customer: words } } = frame.words;
  const { roles } = words;
  const isRole = (role: string): role is Role => Object.hasOwn(roles, role);
  const hasOutcome = state.devices.some(({ outcome }) => outcome !== null);
  return {
    code: state.code,
    devices: state.devices.map((device) => ({ name: deviceName(device, frame.words), place: placeForCustomer(device, frame), next: nextForCustomer(state, device, frame.words), outcome: outcomeOf(device.outcome, frame.words) })),
    happened: events.flatMap(({ event }) => {
      const text = happenedTo(state, event, words);
      return text === null ? [] : [{ atIso: event.atIso, text }];
    }).toReversed(),
    // What the customer reads here through the own link is no look of anybody.
    seen: looks.flatMap(({ atIso, role, code, kind, why }) => (isRole(role) ? [{ atIso, text: words.seenBy(roles[role], code, words.kinds[kind]), why }] : [])).slice(0, SEEN_MAX),
    consents: state.consents.map(({ id, scopes, priceCap, withdrawnAtIso }) => (
      { id, withdrawnAtIso, allows: [...scopes.map((scope) => papers.receipt.scopes[scope]), ...(priceCap === '' ? [] : [papers.receipt.upTo(priceCap)])] })),
    partnerHasIt: state.devices.some(({ place }) => place === 'with-partner'),
    mayWrite: mayByLink(state, 'note'), mayTakeBack: mayByLink(state, 'withdraw-consent'),
    care: hasOutcome ? papers.letter.careItems : [],
  };
}

type EventOfCase = ChainedEvent['event'];

/** Null: nothing that a customer is told. */
function happenedTo({ transfers }: CaseState, event: EventOfCase, words: ServerWords['pages']['customer']): string | null {
  const told = TOLD_TO_CUSTOMER.find((kind) => kind === event.kind);
  if (told !== 'transfer-given' && told !== 'transfer-taken') return told === undefined ? null : words.happened[told];
  const transfer = transfers.find(({ id }) => id === event.body['transferId']);
  if (transfer === undefined) return words.happened[told];
  const moved = movedFor(transfer, told);
  return moved === null ? null : words.moved[moved];
}

/** Who stands at the counter signs both at once, which is one thing to whoever reads it. */
function movedFor({ from, to }: CaseTransfer, told: 'transfer-given' | 'transfer-taken'): MovedForCustomer | null {
  if (to.kind === 'partner') return told === 'transfer-given' ? 'to-partner' : 'at-partner';
  if (told === 'transfer-given') return null;
  if (to.kind === 'customer') return 'given-back';
  return from.kind === 'partner' ? 'back-in-store' : from.kind === 'customer' ? 'taken-in' : null;
}

function outcomeOf(outcome: CaseState['devices'][number]['outcome'], words: ServerWords): string | null {
  if (outcome === null) return null;
  const counts = countsOf(outcome, words);
  const { letter } = words.papers;
  return [letter.results[outcome.result], ...(counts === '' ? [] : [letter.counted(counts)])].join(' ');
}

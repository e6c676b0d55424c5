/** Which messages wait for somebody of the store: one from outside waits until it is answered, passed on, or said to need no answer. */
import type { OpenMessage } from '../../contract/case-messages.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';

/** What the state carries of them; the messages themselves lie elsewhere and are all kept. */
const OPEN_MAX = 100;

/** Words of the customer for a partner wait too: a person passes them on. What a partner writes to the customer stands on the customer's page. */
const waits = ({ from, to }: Pick<OpenMessage, 'from' | 'to'>): boolean => to === 'store' || (from === 'customer' && to === 'partner');

const isAnswered = (open: OpenMessage, by: HappenedOf<'message-noted'>['body']): boolean =>
  by.from === 'store' && open.from === by.to && (by.to !== 'partner' || open.transferId === by.transferId);

const without = (state: CaseState, messageId: string): OpenMessage[] => state.openMessages.filter(({ id }) => id !== messageId);

export const foldMessages = {
  'message-noted': (state: CaseState, { body, atIso }: HappenedOf<'message-noted'>): CaseState => {
    const { messageId, ...facts } = body;
    const left = state.openMessages.filter((open) => !isAnswered(open, body));
    return { ...state, messageCount: state.messageCount + 1, openMessages: waits(facts) ? [...left, { ...facts, id: messageId, atIso }].slice(-OPEN_MAX) : left };
  },
  'message-passed-on': (state: CaseState, { body }: HappenedOf<'message-passed-on'>): CaseState => ({ ...state, openMessages: without(state, body.messageId) }),
  'message-marked': (state: CaseState, { body: { messageId, as, message } }: HappenedOf<'message-marked'>): CaseState => {
    const left = without(state, messageId);
    const next = as === 'unread' ? [...left, { ...message, id: messageId }].toSorted((one, other) => (one.atIso < other.atIso ? -1 : 1)) : left;
    return { ...state, openMessages: next.slice(-OPEN_MAX) };
  },
} as const;

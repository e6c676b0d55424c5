/** What a customer may do through the own link: see how it stands, take a consent back, write, ask to be called. Nothing else is reachable from it. */
import { z } from 'zod';
import { messageWordsSchema } from '../contract/case-messages.ts';
import type { CaseMessage } from '../contract/case-messages.ts';
import type { CaseState } from '../contract/case-state.ts';
import type { Cases } from '../domain/cases/cases-port.ts';
import type { Links } from '../domain/cases/links-port.ts';
import type { Messages } from '../domain/cases/messages-port.ts';
import type { Partners } from '../domain/cases/partners-port.ts';
import { customerView } from '../domain/outside-pages/customer-view.ts';
import type { CustomerView } from '../domain/outside-pages/customer-view.ts';
import type { PrivateRecords } from '../domain/private-port.ts';
import { actByLink, byLink, linkUnknown } from './link-act.ts';
import type { From, LinkAnswer } from './link-act.ts';
import type { LinkDoor } from './link-door.ts';
import type { ServerWords } from '../contract/words-for.ts';

export interface CustomerSeen {
  readonly linkId: string;
  readonly view: CustomerView;
  readonly messages: readonly CaseMessage[];
  /** Something personal can be sent. */
  readonly canKeep: boolean;
}

export interface CustomerDesk {
  /** Null: the link opens nothing; why is not told. */
  open(token: string, words: ServerWords): CustomerSeen | null;
  withdraw(token: string, sent: { readonly id: string; readonly consentId: string }, from: From): LinkAnswer;
  write(token: string, sent: { readonly id: string; readonly to: string; readonly words: string; readonly callMe: boolean }, from: From): LinkAnswer;
}

export interface CustomerDeskParts {
  readonly door: LinkDoor;
  readonly links: Links;
  readonly cases: Pick<Cases, 'act' | 'history'>;
  readonly records: Pick<PrivateRecords, 'looks'>;
  readonly messages: Messages;
  readonly partners: Pick<Partners, 'get'>;
  readonly storeName: string;
  epochMs(): number;
}

const LOOKS_MAX = 100;
const sentSchema = z.object({ id: z.uuid(), to: z.enum(['store', 'partner']), words: messageWordsSchema, callMe: z.boolean() });
const allIds = ({ id, absorbed }: CaseState): string[] => [id, ...absorbed.map((one) => one.id)];

export function createCustomerDesk({ door, links, cases, records, messages, partners, storeName, epochMs }: CustomerDeskParts): CustomerDesk {
  const frame = { storeName, partnerOf: (id: string) => partners.get(id) };
  return {
    open(token, words) {
      const opened = door.byToken(token, 'customer');
      if (opened === null) return null;
      const { link, state } = opened;
      links.used(link.id, new Date(epochMs()).toISOString());
      const looks = allIds(state).flatMap((id) => records.looks(id, LOOKS_MAX)).toSorted((left, right) => (left.atIso < right.atIso ? 1 : -1));
      return { linkId: link.id, view: customerView(state, cases.history(state.id), looks, { ...frame, words }), messages: messages.of(allIds(state), 'customer', null), canKeep: messages.canKeep(state.id) };
    },
    withdraw(token, sent, from) {
      const opened = door.byToken(token, 'customer');
      return opened === null ? linkUnknown : actByLink(cases, 'withdraw-consent', opened.state.id, { ...sent, why: '' }, byLink(opened.link, from, epochMs()));
    },
    write(token, sent, from) {
      const opened = door.byToken(token, 'customer');
      if (opened === null) return linkUnknown;
      if (!messages.canKeep(opened.state.id)) return { refusal: 'case-erased', at: null };
      const read = sentSchema.safeParse(sent);
      if (!read.success || (read.data.words === '' && !read.data.callMe)) return { refusal: 'input-wrong', at: 'words' };
      const { id, to: wanted, words, callMe } = read.data;
      const by = byLink(opened.link, from, epochMs());
      const transferId = wanted === 'partner' ? opened.state.transfers.findLast((one) => one.to.kind === 'partner' && one.state === 'taken')?.id ?? null : null;
      const to = transferId === null ? 'store' : 'partner';
      return actByLink(cases, 'note-message', opened.state.id, { id, from: 'customer', to, transferId, asksCall: callMe }, by, ({ caseId }) => {
        messages.keep({ id, caseId, from: 'customer', to, transferId, atIso: by.atIso, asksCall: callMe, words, by: null }, { who: by.actor, role: by.role, why: 'message', from: by.from });
      });
    },
  };
}

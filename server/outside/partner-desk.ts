/**
 * What a partner may do through link and PIN: see the handover, sign that the device came, report, tell the outcome, take a
 * copy of the record. A right PIN opens it for half an hour in one browser; wrong ones make it wait, by link and by address.
 */
import { z } from 'zod';
import { messageWordsSchema } from '../contract/case-messages.ts';
import type { CaseMessage } from '../contract/case-messages.ts';
import type { CaseState, CaseTransfer } from '../contract/case-state.ts';
import type { Attempts } from '../domain/attempts.ts';
import type { Cases } from '../domain/cases/cases-port.ts';
import type { Links } from '../domain/cases/links-port.ts';
import type { Messages } from '../domain/cases/messages-port.ts';
import type { Sheet } from '../domain/papers/paper.ts';
import { networkOf } from '../domain/network-of.ts';
import type { Hasher } from '../sign-in/secrets.ts';
import { createLinkSessions } from './link-sessions.ts';
import { actByLink, byLink, linkUnknown } from './link-act.ts';
import type { From, LinkAnswer } from './link-act.ts';
import type { LinkDoor, OpenedLink } from './link-door.ts';
import type { ServerWords } from '../contract/words-for.ts';

/** A link that opens nothing is answered like a wrong PIN. */
export type Entered = { readonly session: string } | { readonly refusal: 'pin-wrong' | 'busy' } | { readonly refusal: 'too-many-tries'; readonly waitMs: number };

export interface PartnerSeen {
  readonly linkId: string;
  readonly state: CaseState;
  readonly transfer: CaseTransfer;
  readonly sheet: Sheet;
  readonly messages: readonly CaseMessage[];
  /** Something personal can be sent: a message, a signature. */
  readonly canKeep: boolean;
}

export type PartnerActName = 'sign-taken' | 'report-stage' | 'record-outcome';

export interface PartnerDesk {
  /** Null: no PIN opens it; else after how long the next one is looked at. Nobody types one in vain. */
  pinFor(token: string): { readonly waitMs: number } | null;
  enter(token: string, pin: string, from: From): Promise<Entered>;
  /** Null: not entered, or the link opens nothing any more. */
  open(token: string, session: string, words: ServerWords): PartnerSeen | null;
  act(token: string, session: string, name: PartnerActName, sent: Readonly<Record<string, unknown>>, from: From): LinkAnswer;
  write(token: string, session: string, sent: { readonly id: string; readonly to: string; readonly words: string }, from: From): LinkAnswer;
  /** Its head is noted as an anchor. */
  copy(token: string, session: string): { readonly name: string; readonly bytes: Uint8Array } | null;
  leave(session: string): void;
}

export interface PartnerDeskParts {
  readonly door: LinkDoor;
  readonly links: Links;
  readonly cases: Pick<Cases, 'act'>;
  readonly messages: Messages;
  readonly hasher: Hasher;
  readonly attempts: Attempts;
  newToken(): string;
  hashToken(token: string): string;
  nowMs(): number;
  epochMs(): number;
  sheetOf(state: CaseState, transfer: CaseTransfer, words: ServerWords): Sheet | null;
  copyOf(caseId: string, linkId: string): { readonly name: string; readonly bytes: Uint8Array } | null;
}

const sentSchema = z.object({ id: z.uuid(), to: z.enum(['store', 'customer']), words: messageWordsSchema.min(1) });

export function createPartnerDesk(parts: PartnerDeskParts): PartnerDesk {
  const { door, links, cases, messages, hasher, attempts, nowMs, epochMs } = parts;
  const sessions = createLinkSessions(parts);
  const entered = (token: string, session: string): OpenedLink | null => {
    const opened = door.byToken(token, 'partner');
    return opened !== null && sessions.linkOf(session) === opened.link.id ? opened : null;
  };
  const opening = (token: string): OpenedLink | null => {
    const opened = door.byToken(token, 'partner');
    return opened?.standing === 'opens' ? opened : null;
  };

  return {
    pinFor(token) {
      const opened = opening(token);
      return opened === null ? null : { waitMs: links.pinWaitMs(opened.link.id, epochMs()) };
    },
    async enter(token, pin, { address }) {
      const key = { kind: 'link', of: networkOf(address) } as const;
      const waits = attempts.begin([key], nowMs());
      if (waits !== null) return { refusal: 'too-many-tries', waitMs: waits.waitMs };
      const opened = opening(token);
      const tried = links.tryPin(opened?.link.id ?? '', epochMs());
      if ('waitMs' in tried) return { refusal: 'too-many-tries', waitMs: tried.waitMs };
      // A link that nobody knows takes as long as a wrong PIN.
      const isRight = await hasher.verify(/^\d{6}$/.test(pin) ? pin : '', tried.pinHash);
      if (isRight === null) return { refusal: 'busy' };
      // While it was checked the link may have been taken back.
      if (opened === null || !isRight || opening(token) === null) return { refusal: 'pin-wrong' };
      links.pinRight(opened.link.id);
      links.used(opened.link.id, new Date(epochMs()).toISOString());
      attempts.succeeded([key]);
      return { session: sessions.begin(opened.link.id) };
    },
    open(token, session, words) {
      const opened = entered(token, session);
      const transfer = opened === null ? null : transferOf(opened);
      const sheet = opened === null || transfer === null ? null : parts.sheetOf(opened.state, transfer, words);
      if (opened === null || transfer === null || sheet === null) return null;
      return { linkId: opened.link.id, state: opened.state, transfer, sheet, messages: messages.of([opened.state.id, ...opened.state.absorbed.map(({ id }) => id)], 'partner', transfer.id), canKeep: messages.canKeep(opened.state.id) };
    },
    act(token, session, name, sent, from) {
      const opened = entered(token, session);
      if (opened === null) return linkUnknown;
      const { link, state } = opened;
      // Only the devices of this very handover.
      const transfer = transferOf(opened);
      if (name === 'record-outcome' && !isWith(state, transfer, sent['deviceId'])) return { refusal: 'not-with-partner', at: 'deviceId' };
      return actByLink(cases, name, state.id, name === 'record-outcome' ? sent : { ...sent, transferId: link.transferId }, byLink(link, from, epochMs()));
    },
    write(token, session, sent, from) {
      const opened = entered(token, session);
      if (opened === null) return linkUnknown;
      if (opened.standing === 'called-off') return { refusal: 'transfer-over', at: null };
      if (!messages.canKeep(opened.state.id)) return { refusal: 'case-erased', at: null };
      const read = sentSchema.safeParse(sent);
      if (!read.success) return { refusal: 'input-wrong', at: 'words' };
      const { id, to, words } = read.data;
      const by = byLink(opened.link, from, epochMs());
      return actByLink(cases, 'note-message', opened.state.id, { id, from: 'partner', to, transferId: opened.link.transferId, asksCall: false }, by, ({ caseId }) => {
        messages.keep({ id, caseId, from: 'partner', to, transferId: opened.link.transferId, atIso: by.atIso, asksCall: false, words, by: null }, { who: by.actor, role: by.role, why: 'message', from: by.from });
      });
    },
    copy(token, session) {
      const opened = entered(token, session);
      return opened === null || opened.standing === 'called-off' ? null : parts.copyOf(opened.state.id, opened.link.id);
    },
    leave: (session) => sessions.end(session),
  };
}

const transferOf = ({ link, state }: OpenedLink): CaseTransfer | null => state.transfers.find(({ id }) => id === link.transferId) ?? null;

/** The device went there by this handover and is there still. */
const isWith = (state: CaseState, transfer: CaseTransfer | null, deviceId: unknown): boolean =>
  transfer?.state === 'taken' && typeof deviceId === 'string' && transfer.devices.includes(deviceId) && state.devices.some((device) => device.id === deviceId && device.place === 'with-partner' && device.partner === transfer.to.partner);


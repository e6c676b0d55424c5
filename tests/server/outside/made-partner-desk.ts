/** The desk of partners over a real table of links and one case, with every piece of work that a try costs counted. */
import { createAttempts } from '../../../server/domain/attempts.ts';
import type { CaseState } from '../../../server/contract/case-state.ts';
import type { Links } from '../../../server/domain/cases/links-port.ts';
import { createLinkDoor } from '../../../server/outside/link-door.ts';
import { createPartnerDesk } from '../../../server/outside/partner-desk.ts';
import type { PartnerDesk } from '../../../server/outside/partner-desk.ts';
import { hashToken, newToken } from '../../../server/sign-in/secrets.ts';
import type { Hasher } from '../../../server/sign-in/secrets.ts';
import { createLinkTable } from '../../../server/store/link-table.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { CASE_ID, madeCase, madeTransfer, TRANSFER_ID } from '../domain/papers/made-case-state.ts';

export const PIN = '204117';
export const LINKS = ['true', 'taken back', 'called off', 'expired', 'unknown'] as const;
export type LinkName = (typeof LINKS)[number];

export interface MadePartnerDesk {
  readonly desk: PartnerDesk;
  readonly tokens: Readonly<Record<LinkName, string>>;
  /** What was done since it was emptied, in its order. */
  readonly work: string[];
  /** So that the true link does not wait. */
  forgiveTries(): void;
  close(): void;
}

const NOW_MS = Date.parse('2026-11-24T08:00:00.000Z');
const RECALLED_ID = '019aa000-0000-7000-8000-00000000000b';
const idOf = (name: LinkName): string => `019aa000-0000-7000-8000-0000000000a${String(LINKS.indexOf(name))}`;

export async function madePartnerDesk(folder: string, hasher: Hasher): Promise<MadePartnerDesk> {
  const { database, close } = openDatabase(folder);
  const work: string[] = [];
  const counted = <Args extends unknown[], Value>(name: string, does: (...args: Args) => Value) => (...args: Args): Value => {
    work.push(name);
    return does(...args);
  };
  const table = createLinkTable(database);
  const links: Links = { ...table, byToken: counted('look up the link', table.byToken), tryPin: counted('count the try', table.tryPin) };
  const tokens = Object.fromEntries(LINKS.map((name) => [name, newToken()])) as Record<LinkName, string>;
  const pinHash = await hasher.hash(PIN);
  const expiresAtIso = (name: LinkName): string => new Date(NOW_MS + (name === 'expired' ? -1 : 86_400_000)).toISOString();
  const transferOf = (name: LinkName): string => (name === 'called off' ? RECALLED_ID : TRANSFER_ID);
  const known = LINKS.filter((name) => name !== 'unknown');
  for (const name of known) {
    table.keep({ id: idOf(name), caseId: CASE_ID, whom: 'partner', transferId: transferOf(name), tokenHash: hashToken(tokens[name]), pinHash, madeAtIso: new Date(NOW_MS).toISOString(), expiresAtIso: expiresAtIso(name) });
  }
  const state: CaseState = madeCase({
    transfers: [madeTransfer(), madeTransfer({ id: RECALLED_ID, state: 'recalled', recalledWhy: 'the customer changed their mind' })],
    links: known.map((name) => ({ id: idOf(name), whom: 'partner', transferId: transferOf(name), expiresAtIso: expiresAtIso(name), revoked: name === 'taken back' || name === 'called off' })),
  });
  const clocks = { nowMs: () => 1000, epochMs: () => NOW_MS };
  const counting = counted('hash the token', hashToken);
  const door = createLinkDoor({ links, cases: { state: () => state }, hashToken: counting, epochMs: clocks.epochMs });
  const desk = createPartnerDesk({
    door, links, ...clocks, newToken, hashToken: counting, hasher: { hash: hasher.hash, verify: counted('hash the PIN', hasher.verify) }, attempts: { ...createAttempts(), begin: counted('count the address', () => null) },
    cases: { act: () => ({ refusal: 'no-such-case', params: {}, at: null }) },
    messages: { canKeep: () => true, keep: () => undefined, all: () => [], of: () => [], stored: () => [], one: () => null, pass: () => undefined, read: () => undefined, unread: () => undefined }, sheetOf: () => null, copyOf: () => null,
  });
  return { desk, tokens, work, close, forgiveTries: () => table.pinRight(idOf('true')) };
}

/**
 * Opens what stands between the store and those outside: links, papers that wait, messages, and the three desks that the
 * public app is handed. The desks are made here from what they need, so that the app itself can reach nothing else.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { createAttempts } from './domain/attempts.ts';
import type { Links } from './domain/cases/links-port.ts';
import type { Messages } from './domain/cases/messages-port.ts';
import { tarOf } from './domain/custody/tar.ts';
import { aboutDevice } from './domain/papers/about-device.ts';
import { handoverSheetOf } from './domain/papers/handover-sheet.ts';
import type { PrivateRecords } from './domain/private-port.ts';
import { staffName } from './domain/staff-name.ts';
import { createFreshLinks } from './http/fresh-links.ts';
import type { FreshLinks } from './http/fresh-links.ts';
import { knownOf } from './http/papers/make-paper.ts';
import { createPaperShelf } from './http/papers/paper-shelf.ts';
import type { PaperShelf } from './http/papers/paper-shelf.ts';
import type { Ports } from './http/ports.ts';
import type { PublicPorts } from './http/public/public-ports.ts';
import { createAgentDesk } from './outside/agent-desk.ts';
import { createCustomerDesk } from './outside/customer-desk.ts';
import { createLinkDoor } from './outside/link-door.ts';
import { createPartnerDesk } from './outside/partner-desk.ts';
import type { PartnerDesk } from './outside/partner-desk.ts';
import { createPdfCopies } from './pdf/pdf-copies.ts';
import type { PdfCopies } from './pdf/pdf-copies.ts';
import { hashToken, newToken } from './sign-in/secrets.ts';
import type { CustodyExport } from './store/custody-export.ts';
import { createLinkTable } from './store/link-table.ts';
import { createMessageTable } from './store/message-table.ts';

export interface OpenedOutside {
  readonly links: Links;
  readonly messages: Messages;
  readonly freshLinks: FreshLinks;
  readonly papers: PaperShelf;
  readonly copies: PdfCopies;
}

export const openOutside = (database: Database, records: PrivateRecords): OpenedOutside =>
  ({ links: createLinkTable(database), messages: createMessageTable(database, records), freshLinks: createFreshLinks(), papers: createPaperShelf(), copies: createPdfCopies() });

export function openPublicPorts(ports: Ports, exportOf: (caseId: string, atIso: string) => CustodyExport | null): PublicPorts {
  const { about: { storeName, virtual }, edges, cookies } = ports;
  // Forms outlive no restart: whoever sends an old one opens the page again.
  const key = randomBytes(32);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const epochMs = (): number => edges.epochMs();
  const door = createLinkDoor({ links: ports.links, cases: ports.cases, hashToken, epochMs });
  return {
    storeName, virtual, timeZone, edges,
    cookies: { partner: `${cookies.session}-partner`, agent: `${cookies.session}-agent` },
    seal: (text) => createHmac('sha256', key).update(text, 'utf8').digest('base64url'),
    customer: createCustomerDesk({ door, links: ports.links, cases: ports.cases, records: ports.records, messages: ports.messages, partners: ports.partners, storeName, epochMs }),
    partner: createPartnerDesk({
      door, links: ports.links, cases: ports.cases, messages: ports.messages, hasher: ports.hasher, attempts: createAttempts(), newToken, hashToken, epochMs, nowMs: () => edges.nowMs(),
      sheetOf: partnerSheet(ports, timeZone), copyOf: partnerCopy(ports, exportOf),
    }),
    agent: createAgentDesk({ signIn: ports.signIn, sessions: ports.accounts.sessions, cases: ports.cases, audit: ports.store.audit, staffName: (code) => staffName(ports.accounts, code), hashToken, epochMs }),
  };
}

/** As on paper, but for what was signed: a name stays in the store. */
const partnerSheet = (ports: Ports, timeZone: string): Parameters<typeof createPartnerDesk>[0]['sheetOf'] => (state, transfer, words) => {
  const head = ports.cases.head(state.id);
  if (head === null) return null;
  const known = knownOf(ports, state);
  const findings = new Map(state.devices.filter(({ id }) => transfer.devices.includes(id)).map((device) => [device.id, aboutDevice(device, known)]));
  const frame = { storeName: ports.about.storeName, virtual: ports.about.virtual, timeZone, madeAtIso: new Date(ports.edges.epochMs()).toISOString(), head, words, partnerOf: (id: string) => ports.partners.get(id) };
  return handoverSheetOf({ state, transfer, findings, given: null, taken: null, link: 'none-here' }, frame);
};

/** What leaves the store is noted, and so is who took it. */
const partnerCopy = ({ custody, store, edges }: Pick<Ports, 'custody' | 'store' | 'edges'>, exportOf: (caseId: string, atIso: string) => CustodyExport | null): PartnerCopy => (caseId, linkId) => {
  const atIso = new Date(edges.epochMs()).toISOString();
  if (custody.anchor(caseId, { kind: 'partner-copy', atIso, ref: linkId }) === null) return null;
  const made = exportOf(caseId, atIso);
  if (made === null) return null;
  const name = `case-${made.head.code}-${String(made.head.seq)}`;
  store.audit.append({ who: { kind: 'system', name: 'partner-link', id: linkId }, what: 'partner-copy-taken', subject: `case:${caseId}`, why: null, from: { address: 'public', machine: null }, detail: { code: made.head.code, seq: made.head.seq } }, atIso);
  return { name: `${name}.tar`, bytes: tarOf(name, made.files, atIso) };
};
type PartnerCopy = (caseId: string, linkId: string) => ReturnType<PartnerDesk['copy']>;

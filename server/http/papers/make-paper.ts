/**
 * Makes one paper of a case: gathers what it needs, looks at what is personal only where the paper carries it, notes the head
 * that is printed as an anchor, and writes down that it was made. It returns the page; who may ask was decided before.
 */
import type { Context } from 'hono';
import type { CaseState, CaseTransfer } from '../../contract/case-state.ts';
import type { Signature } from '../../contract/case-private.ts';
import type { Language } from '../../contract/languages.ts';
import type { PaperKind } from '../../contract/papers.ts';
import { wordsFor } from '../../contract/words-for.ts';
import { aboutDevice } from '../../domain/papers/about-device.ts';
import type { Known } from '../../domain/papers/about-device.ts';
import { certificateOf } from '../../domain/papers/certificate.ts';
import { handoverSheetOf } from '../../domain/papers/handover-sheet.ts';
import { historyOf } from '../../domain/papers/history.ts';
import { labelOf } from '../../domain/papers/label.ts';
import { letterOf } from '../../domain/papers/letter.ts';
import { devicesOn, sayerFor } from '../../domain/papers/paper-frame.ts';
import type { PaperFrame } from '../../domain/papers/paper-frame.ts';
import type { Label, Sheet } from '../../domain/papers/paper.ts';
import { receiptOf } from '../../domain/papers/receipt.ts';
import type { ActRefused } from '../../domain/cases/cases-port.ts';
import type { PdfPaper } from '../../pdf/pdf-copies.ts';
import { actBy, doerOf } from '../case-asking.ts';
import type { Ports } from '../ports.ts';
import { askedLanguage } from '../reader-language.ts';
import { labelPage, sheetPage } from './paper-page.ts';
import type { Markup } from './qr-picture.ts';

export interface PaperAsked {
  readonly kind: PaperKind;
  readonly deviceId: string | null;
  readonly transferId: string | null;
  readonly why: string | null;
  /** Null: the customer's where the paper is for the customer, else that of whoever prints it. */
  readonly language: Language | null;
}

interface NotMade {
  readonly refusal: ActRefused['refusal'];
  readonly at: string | null;
}

interface Made {
  readonly page: Markup;
  /** The same paper, for a copy as PDF. */
  readonly drawing: PdfPaper;
  readonly seq: number;
}

/** What the customer takes home. */
const FOR_CUSTOMER: ReadonlySet<PaperKind> = new Set(['receipt', 'letter']);
const DAY_MS = 86_400_000;

export function makePaper(ports: Ports, context: Context, state: CaseState, asked: PaperAsked): Made | NotMade {
  const { custody, about, edges, partners, cases } = ports;
  const head = cases.head(state.id);
  if (head === null) return { refusal: 'no-such-case', at: 'path.case' };
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const madeAtIso = new Date(edges.epochMs()).toISOString();
  const words = wordsFor(asked.language ?? (FOR_CUSTOMER.has(asked.kind) ? state.language : askedLanguage(context)));
  const frame: PaperFrame = { storeName: about.storeName, virtual: about.virtual, timeZone, madeAtIso, head, words, partnerOf: (id) => partners.get(id) };
  const paper = asked.kind === 'label' ? labelsOf(state, asked, frame) : sheetOf(ports, context, state, { ...asked, kind: asked.kind }, frame);
  if ('refusal' in paper) return paper;
  // Before it is shown: what is printed and not noted would speak against nothing.
  const anchored = custody.anchor(state.id, { kind: asked.kind, atIso: madeAtIso, ref: asked.transferId ?? asked.deviceId });
  if (anchored?.hash !== head.hash) return { refusal: 'case-moved-on', at: null };
  ports.store.audit.append({
    who: actBy(ports, context).actor, what: `paper-made-${asked.kind}`, subject: `case:${state.id}`, why: asked.why, from: actBy(ports, context).from, detail: { code: state.code, seq: head.seq, hash: head.hash },
  }, madeAtIso);
  const [sheet, labels] = 'labels' in paper ? [null, paper.labels] : [paper, []];
  const when = sayerFor(timeZone, words).moment(madeAtIso);
  const page = sheet === null ? labelPage(labels, frame) : sheetPage(sheet, { storeName: about.storeName, virtual: about.virtual, when, words });
  return { page, drawing: { sheet, labels, frame: { language: words.language, storeName: about.storeName, virtual: about.virtual, madeAtIso, when } }, seq: head.seq };
}

function labelsOf(state: CaseState, { deviceId }: PaperAsked, frame: PaperFrame): { readonly labels: readonly Label[] } | NotMade {
  const devices = devicesOn(state, deviceId);
  if (devices.length === 0) return { refusal: 'no-such-device', at: 'body.deviceId' };
  return { labels: devices.map((device) => labelOf(state, device, frame)) };
}

function sheetOf(ports: Ports, context: Context, state: CaseState, asked: PaperAsked & { readonly kind: Sheet['kind'] }, frame: PaperFrame): Sheet | NotMade {
  const { kind, deviceId } = asked;
  if (deviceId !== null && devicesOn(state, deviceId).length === 0) return { refusal: 'no-such-device', at: 'body.deviceId' };
  switch (kind) {
    case 'history': return historyOf(state, ports.cases.history(state.id), frame);
    case 'certificate': {
      const device = devicesOn(state, deviceId)[0];
      if (device === undefined) return { refusal: 'no-such-device', at: 'body.deviceId' };
      return certificateOf({ state, device, ...aboutDevice(device, knownOf(ports, state)) }, frame);
    }
    case 'receipt': case 'letter': {
      const contact = contactOf(ports, context, state, asked.why);
      if (contact !== null && 'refusal' in contact) return contact;
      if (kind === 'letter') return letterOf({ state, deviceId, contact }, frame);
      const personId = context.get('asker').session?.personId ?? '';
      const link = ports.freshLinks.take({ caseId: state.id, whom: 'customer', transferId: null, personId }, ports.edges.nowMs());
      const ownerName = state.owner === null ? null : ports.accounts.people.byId(state.owner.id)?.name ?? null;
      return receiptOf({ state, deviceId, contact, ownerName, link: link?.url ?? null, linksPossible: ports.outside.publicUrl !== null }, frame);
    }
    case 'handover-sheet': return handoverOf(ports, context, state, asked, frame);
  }
}

export const knownOf = ({ store, board, edges }: Pick<Ports, 'store' | 'board' | 'edges'>, { openedAtIso }: CaseState): Known => {
  const sinceIso = new Date(Date.parse(openedAtIso) - DAY_MS).toISOString();
  return { evidence: store.restoreEvidence(sinceIso), stops: store.stopsSince(sinceIso), benches: board.views(edges.nowMs()) };
};

export const transferFor = ({ transfers }: CaseState, transferId: string | null): CaseTransfer | undefined =>
  (transferId === null ? transfers.findLast(({ to, state }) => to.kind === 'partner' && state !== 'recalled') : transfers.find(({ id }) => id === transferId));

function handoverOf(ports: Ports, context: Context, state: CaseState, { transferId, why }: PaperAsked, frame: PaperFrame): Sheet | NotMade {
  const transfer = transferFor(state, transferId);
  if (transfer === undefined) return { refusal: 'no-such-transfer', at: 'body.transferId' };
  const signatures = signaturesOf(ports, context, state, transfer, why);
  if ('refusal' in signatures) return signatures;
  const known = knownOf(ports, state);
  const findings = new Map(state.devices.filter(({ id }) => transfer.devices.includes(id)).map((device) => [device.id, aboutDevice(device, known)]));
  const personId = context.get('asker').session?.personId ?? '';
  const link = ports.freshLinks.take({ caseId: state.id, whom: 'partner', transferId: transfer.id, personId }, ports.edges.nowMs());
  return handoverSheetOf({ state, transfer, findings, given: signatures.given, taken: signatures.taken, link }, frame);
}

function contactOf(ports: Ports, context: Context, state: CaseState, why: string | null) {
  if (state.rows.contact === null) return null;
  if (why === null) return { refusal: 'look-reason-needed', at: 'body.why' } as const;
  const looked = ports.looks.look(state, 'contact', context.get('asker').session?.personId ?? '', doerOf(actBy(ports, context), why));
  if ('refusal' in looked) return looked.refusal === 'nothing-private' ? null : { refusal: looked.refusal, at: null };
  return looked.contact;
}

/** Those of this handover alone; what a customer signed never stands on a sheet for a partner. */
function signaturesOf(ports: Ports, context: Context, state: CaseState, transfer: CaseTransfer, why: string | null): { readonly given: Signature | null; readonly taken: Signature | null } | NotMade {
  const rows = [transfer.given, transfer.taken].map((signed) => (signed === null || signed.by.kind === 'customer' ? null : signed.row?.row ?? null));
  if (rows.every((row) => row === null)) return { given: null, taken: null };
  if (why === null) return { refusal: 'look-reason-needed', at: 'body.why' };
  const looked = ports.looks.look(state, 'signature', context.get('asker').session?.personId ?? '', doerOf(actBy(ports, context), why));
  if ('refusal' in looked) return looked.refusal === 'nothing-private' ? { given: null, taken: null } : { refusal: looked.refusal, at: null };
  const [given, taken] = rows.map((row) => looked.signatures.find((one) => one.row === row)?.signature ?? null);
  return { given: given ?? null, taken: taken ?? null };
}

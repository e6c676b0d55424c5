/**
 * The certificate of non-erasure: which restores were begun, which were stopped, with their receipts, and whether the store can
 * say that nothing was erased. Every doubt speaks against it; nothing is certified because nobody looked.
 */
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import type { StoredStop } from '../../contract/live.ts';
import type { Doubt } from '../../contract/words-of-papers.ts';
import { deviceName, idRows, paperHead, sayerFor } from './paper-frame.ts';
import type { PaperFrame, Sayer } from './paper-frame.ts';
import { when } from './paper.ts';
import type { Block, Row, Sheet } from './paper.ts';
import type { RestoreOnBench } from './restores-of-device.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export interface Certified {
  readonly fromIso: string;
  readonly doubts: readonly Doubt[];
}

export interface CertificateParts {
  readonly state: CaseState;
  readonly device: CaseDevice;
  readonly restores: readonly RestoreOnBench[];
  /** Stops of this device that belong to no restore. */
  readonly otherStops: readonly StoredStop[];
}

export function certify({ state, device, restores, otherStops }: CertificateParts): Certified {
  const received = [device.tiedAtIso, device.intake?.atIso ?? null, restores[0]?.atIso ?? null].filter((atIso) => atIso !== null).toSorted();
  const doubts = new Set<Doubt>([
    ...when<Doubt>(device.tiedAtIso === null, 'never-received'),
    ...when<Doubt>(device.ids.serial === null && device.ids.imei === null && device.ids.ecid === null, 'no-identifier'),
    ...otherStops.flatMap(doubtsOfStop), ...restores.flatMap(doubtsOfRestore),
  ]);
  return { fromIso: received[0] ?? state.openedAtIso, doubts: [...doubts] };
}

function doubtsOfStop({ trip }: StoredStop): Doubt[] {
  switch (trip.outcome) {
    case 'destroyed': return ['erased'];
    case 'destroying': return ['erase-begun'];
    case 'unknown': return ['outcome-unknown'];
    case 'kept': return ['ran-through'];
    // Nothing was running where nothing had to be written.
    case 'intact': return trip.receipt.state === 'confirmed' || trip.restoreId === null ? [] : ['not-confirmed'];
  }
}

function doubtsOfRestore({ plan, permitted, wasCommitted, result, lostSight, stops }: RestoreOnBench): Doubt[] {
  const ofStops = stops.flatMap(doubtsOfStop);
  const isIntact = stops.length > 0 && ofStops.length === 0;
  return [
    ...ofStops,
    ...when<Doubt>(result === 'erased', 'erased'),
    ...when<Doubt>(permitted.includes('erase') && !isIntact, 'erase-permitted'),
    ...when<Doubt>(result === 'kept' || (wasCommitted && !isIntact && result !== 'erased' && plan?.kind === 'update'), 'ran-through'),
    ...when<Doubt>((wasCommitted || permitted.length > 0) && !isIntact && result !== 'kept' && result !== 'erased', 'outcome-unknown'),
    ...when<Doubt>(result === null && !isIntact, 'still-running'),
    ...when<Doubt>(lostSight && !isIntact, 'not-watched'),
  ];
}

export function certificateOf(parts: CertificateParts, frame: PaperFrame): Sheet {
  const { state, device, restores, otherStops } = parts;
  const { fromIso, doubts } = certify(parts);
  const { papers } = frame.words;
  const words = papers.certificate;
  const say = sayerFor(frame.timeZone, frame.words);
  const period = [say.moment(fromIso), say.moment(frame.madeAtIso)] as const;
  const stops = [...restores.flatMap((restore) => restore.stops), ...otherStops];
  const head = paperHead(frame.head);
  return {
    kind: 'certificate', title: papers.titles.certificate, code: state.code, lead: null,
    blocks: [
      doubts.length > 0 ? { kind: 'verdict', title: words.notCertified, text: words.notCertifiedWords }
        : { kind: 'verdict', title: words.certified, text: restores.length === 0 && stops.length === 0 ? words.nothingRan(...period) : words.certifiedWords(...period) },
      ...when<Block>(doubts.length > 0, { kind: 'list', items: doubts.map((doubt) => words.doubts[doubt]) }),
      { kind: 'facts', rows: [[papers.device, deviceName(device, frame.words)], ...idRows(device, frame.words)] },
      ...when<Block>(restores.length > 0, { kind: 'heading', text: words.asked }, restoreTable(restores, say, frame.words)),
      ...stops.map((stop) => timesOf(stop, say, frame.words)),
      { kind: 'words', text: words.seenBy },
      { kind: 'signatures', fields: [{ title: words.signed, signature: null, words: papers.handover.signHere }] },
    ],
    head, headWords: papers.headWords(head.seq, head.hash),
  };
}

export function restoreTable(restores: readonly RestoreOnBench[], { moment }: Sayer, words: ServerWords): Block {
  return {
    kind: 'table', head: [words.papers.history.when, words.papers.history.what, words.papers.certificate.how],
    rows: restores.map((restore) => [`${moment(restore.atIso)}, ${restore.bench}`, planOf(restore, words), endOf(restore, words)]),
  };
}

const planOf = ({ plan }: RestoreOnBench, { papers: { certificate }, bridge }: ServerWords): string =>
  (plan === null ? certificate.noPlan : certificate.planLine(bridge.plans[plan.kind].title, plan.from, plan.to));

function endOf({ stops, result, permitted, wasCommitted }: RestoreOnBench, { papers: { certificate: words }, bridge }: ServerWords): string {
  const stop = stops.at(-1);
  if (stop !== undefined) return `${bridge.receiptStates[stop.trip.receipt.state].title}. ${bridge.outcomes[stop.trip.outcome].title}.`;
  if (result === 'erased') return `${bridge.outcomes.destroyed.title}.`;
  if (result === 'kept') return `${bridge.outcomes.kept.title}.`;
  if (result === null) return words.running;
  return permitted.length === 0 && !wasCommitted ? words.ended : `${bridge.outcomes.unknown.title}.`;
}

function timesOf({ stopId, bench, trip }: StoredStop, { clock, day }: Sayer, { papers: { certificate: words }, bridge, locale }: ServerWords): Block {
  const { receipt } = trip;
  const after = (us: number | null): string => (us === null ? words.never : words.after((us / 1000).toLocaleString(locale, { maximumFractionDigits: 1 })));
  const first = trip.causes[0];
  const rows: Row[] = [
    [words.requested, clock(trip.atIso)], [words.written, after(receipt.writtenAfterUs)], [words.acknowledged, after(receipt.acknowledgedAfterUs)], [words.seenStopped, after(receipt.seenStoppedAfterUs)],
  ];
  return { kind: 'times', title: words.stopLine(stopId, bench, day(trip.atIso), first === undefined ? '' : bridge.causes[first.code].title), rows };
}

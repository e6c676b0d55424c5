/**
 * The state of a case is what its events make of it, one after the other, and nothing else. Events are believed: whoever
 * wrote them had decided. One that cannot follow is a mistake of the program and ends the attempt.
 */
import { CASE_EVENTS } from '../../contract/case-events.ts';
import type { CaseEventKind } from '../../contract/case-events.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { CustodyEvent } from '../../contract/custody.ts';
import type { Happened, HappenedOf } from './decision.ts';
import { foldCalls } from './fold-calls.ts';
import { foldBrief } from './fold-brief.ts';
import { foldConsents } from './fold-consents.ts';
import { foldDevices } from './fold-devices.ts';
import { foldEnd } from './fold-end.ts';
import { foldHolds } from './fold-holds.ts';
import { foldMessages } from './fold-messages.ts';
import { foldOpening } from './fold-opening.ts';
import { foldTelling } from './fold-telling.ts';
import { foldTransfers } from './fold-transfers.ts';
import { assertThat } from './invariant.ts';

type OpeningKind = keyof typeof foldOpening;
type Folds = { readonly [Kind in Exclude<CaseEventKind, OpeningKind>]: (state: CaseState, event: HappenedOf<Kind>) => CaseState };

const FOLDS: Folds = { ...foldBrief, ...foldDevices, ...foldConsents, ...foldHolds, ...foldTransfers, ...foldTelling, ...foldCalls, ...foldEnd, ...foldMessages };

/** What may still be written about a case that is closed: late mails, corrections, links, that it is not over. */
const AFTER_CLOSING: ReadonlySet<CaseEventKind> = new Set(['told', 'telling-failed', 'corrected', 'link-revoked', 'reopened']);

/** That nobody did anything is no sign of life: no time runs anew from it. */
const BY_ITSELF: ReadonlySet<CaseEventKind> = new Set(['step-called']);

const isOpening = (kind: CaseEventKind): kind is OpeningKind => Object.hasOwn(foldOpening, kind);

export function applyEvent(state: CaseState | null, event: Happened): CaseState {
  if (isOpening(event.kind)) {
    assertThat(state === null, `it is opened twice, by ${event.kind} in entry ${event.seq}`);
    // The table has for each kind the fold of that kind; the union as a whole cannot say so.
    return (foldOpening[event.kind] as (event: Happened) => CaseState)(event);
  }
  assertThat(state !== null, `its first entry is ${event.kind}`);
  assertThat(event.case === state.id, `entry ${event.seq} is of another case`);
  assertThat(event.seq > state.lastSeq, `entry ${event.seq} follows entry ${state.lastSeq}`);
  assertThat(state.stage !== 'merged', `${event.kind} after it was merged`);
  assertThat(state.stage !== 'closed' || AFTER_CLOSING.has(event.kind), `${event.kind} after it was closed`);
  const next = (FOLDS[event.kind] as (state: CaseState, event: Happened) => CaseState)(state, event);
  return { ...next, lastSeq: event.seq, lastAtIso: BY_ITSELF.has(event.kind) ? state.lastAtIso : event.atIso };
}

export function foldCase(events: Iterable<Happened>): CaseState | null {
  let state: CaseState | null = null;
  for (const event of events) state = applyEvent(state, event);
  return state;
}

/** An event of a kind that this version does not know: it happened, and changes nothing that this version can tell. */
export const passOver = (state: CaseState, { seq, atIso }: Pick<CustodyEvent, 'seq' | 'atIso'>): CaseState => ({ ...state, lastSeq: seq, lastAtIso: atIso });

/** Null for a kind or a body that this version cannot read; `passOver` takes its place in the fold. */
export function readHappened({ kind, body, id, case: caseId, seq, atIso, actor }: CustodyEvent): Happened | null {
  if (!isKnownKind(kind)) return null;
  const read = CASE_EVENTS[kind].safeParse(body);
  // Kind and body were read together just above.
  return read.success ? ({ kind, body: read.data, id, case: caseId, seq, atIso, actor } as Happened) : null;
}

const isKnownKind = (kind: string): kind is CaseEventKind => Object.hasOwn(CASE_EVENTS, kind);

/** The whole of a chain, kinds that are not known passed over. */
export function foldChain(events: Iterable<CustodyEvent>): CaseState | null {
  let state: CaseState | null = null;
  for (const event of events) {
    const happened = readHappened(event);
    if (happened !== null) state = applyEvent(state, happened);
    else if (state !== null) state = passOver(state, event);
  }
  return state;
}

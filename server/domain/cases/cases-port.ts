/**
 * What may be asked of the cases of a store: to do an act, and to read. An act is one transaction: what is personal sealed,
 * events linked, projections and facts moved, mails queued, the audit written; or none of it.
 */
import type { Actor } from '../../../firmware-bridge/contract/actor.ts';
import type { Facts } from '../../../firmware-bridge/contract/uplink.ts';
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { CaseDraft } from '../../contract/case-events.ts';
import type { DeviceIds, PersonRef, Stage } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { ChainedEvent, CustodyHead } from '../../contract/custody.ts';
import type { Deed } from '../audit-port.ts';
import type { PrivateRefusal } from '../private-port.ts';
import type { ProjectedStop } from '../project-stops.ts';
import type { DecisionRefusal, KnownDevice } from './decision.ts';

/** Who does it, when and from where. */
export interface ActBy {
  readonly atIso: string;
  readonly actor: Actor;
  /** As the customer reads it, such as manager. */
  readonly role: string;
  /** Null where a machine or a link acts. */
  readonly person: PersonRef | null;
  readonly second: PersonRef | null;
  readonly from: Deed['from'];
}

export interface Acted {
  readonly caseId: string;
  readonly state: CaseState;
  readonly head: CustodyHead;
  /** False: it was done before, when the same was sent first. */
  readonly isNew: boolean;
}

export interface ActRefused {
  readonly refusal: DecisionRefusal | PrivateRefusal | 'event-unfit';
  readonly params: Readonly<Record<string, string | number>>;
  readonly at: string | null;
}

export interface NewPhoto {
  /** Made by whoever sends; the row is known by it ever after. */
  readonly id: string;
  readonly deviceId: string;
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly content: Uint8Array;
}

export interface CaseFilter {
  readonly stage: Stage | null;
  /** Code, serial number, IMEI, ECID, or a name; null: all. */
  readonly text: string | null;
  readonly before: string | null;
  readonly limit: number;
}

/** What else belongs into the transaction of an act, such as the secret of a link. Runs once, before anything is kept. */
export type Besides = (made: { readonly caseId: string; readonly drafts: readonly CaseDraft[]; readonly state: CaseState }) => void;

export type CaseFacts = Pick<Facts, 'holds' | 'consents' | 'backups' | 'unlocksAsked' | 'irreplaceable'>;

export interface Cases {
  act<Name extends CaseActName>(name: Name, caseId: string | null, body: CaseActBody<Name>, by: ActBy, besides?: Besides): Acted | ActRefused;
  /** What came of the very same before, so that nobody proves anew what was done; null: it was not sent yet. */
  before<Name extends CaseActName>(name: Name, caseId: string | null, body: CaseActBody<Name>): Acted | ActRefused | null;
  addPhoto(caseId: string, photo: NewPhoto, by: ActBy): Acted | ActRefused;
  /** What happened without a person's act, such as a mail that failed. False when the case moved on in between. */
  record(caseId: string, expectedSeq: number, drafts: readonly CaseDraft[], by: ActBy, besides?: () => void): boolean;
  /** By code, however it is typed, or by id. */
  idOf(text: string): string | null;
  state(caseId: string): CaseState | null;
  head(caseId: string): CustodyHead | null;
  history(caseId: string): readonly ChainedEvent[];
  /** Newest first; `cursor` leads on, null at the end. */
  list(filter: CaseFilter): { readonly cases: readonly CaseState[]; readonly cursor: string | null };
  /** Every case that waits for something. */
  alive(): readonly CaseState[];
  briefsOf(personId: string): readonly CaseState[];
  /** Devices that share an identifier, of cases that have not ended. */
  known(ids: DeviceIds): readonly KnownDevice[];
  /** The facts version that first contained each hold of a case. */
  holdVersions(caseId: string): ReadonlyMap<string, number>;
  /** Makes every projection again from the chain. */
  rebuild(): void;
}

/** What evidence and facts need of the cases. */
export interface BesideStops {
  /** Holds the devices of stops that ask for it; in the transaction of the evidence. Returns whether the facts changed. */
  holdStops(stops: readonly ProjectedStop[], atIso: string): boolean;
  facts(nowMs: number): CaseFacts;
}

export const NO_CASES: BesideStops = { holdStops: () => false, facts: () => ({ holds: [], consents: [], backups: [], unlocksAsked: [], irreplaceable: [] }) };

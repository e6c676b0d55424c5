/**
 * What a decision about a case is handed and what comes out of it: events to be written, or one named refusal. Nothing here
 * reads a clock, a database or a person; whoever asks brings all of it.
 */
import type { Actor } from '../../../firmware-bridge/contract/actor.ts';
import type { AgentOf } from './agents.ts';
import type { CaseActBody, CaseActName, CaseRefusal } from '../../contract/case-acts.ts';
import type { CaseDraft, CaseEventBody, CaseEventKind } from '../../contract/case-events.ts';
import type { DeviceIds, PersonRef, RowRef } from '../../contract/case-parts.ts';
import type { PrivateSlot } from '../../contract/case-private.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { Language } from '../../contract/languages.ts';

/** A device of the store that shares an identifier with the one that is asked for. */
export interface KnownDevice {
  readonly caseId: string;
  readonly code: string;
  readonly deviceId: string;
  readonly ids: DeviceIds;
}

export interface Given {
  readonly atIso: string;
  readonly actor: Actor;
  /** Null where a machine or a link acts. */
  readonly person: PersonRef | null;
  /** Who confirmed beside, where two people are needed. */
  readonly second: PersonRef | null;
  readonly newUuid: () => string;
  /** Sealed rows of what was personal in the body. */
  readonly rows: Readonly<Partial<Record<PrivateSlot, RowRef>>>;
  /** Whether this person looked at the story of this case. */
  readonly storyRead: boolean;
  /** Devices of cases that have not ended and share an identifier. */
  readonly known: (ids: DeviceIds) => readonly KnownDevice[];
  readonly partnerIsActive: (id: string) => boolean;
  /** As they stand now, in each language. */
  readonly terms: Readonly<Record<Language, { readonly version: string; readonly sha256: string }>>;
  /** Why no mail can go to this person; null when it can. The id is of the mail that will be queued. */
  readonly whyNoMail: (who: 'customer' | 'agent', of: AgentOf) => string | null;
  readonly newCode: () => string;
  /** The case that a merge goes into. */
  readonly target: CaseState | null;
}

/** Refusals of a case, and the two that it shares with the orders to a bench. */
export type DecisionRefusal = CaseRefusal | 'second-person-needed' | 'reason-needed';

export interface Refused {
  readonly refusal: DecisionRefusal;
  readonly params: Readonly<Record<string, string | number>>;
  /** Place in the body, such as `body.holdId`. */
  readonly at: string | null;
}

/** Events of this case, of the target of a merge, and mails to be queued in the same transaction. */
export interface Decided {
  readonly drafts: readonly CaseDraft[];
  readonly targetDrafts: readonly CaseDraft[];
  readonly mails: readonly { readonly id: string; readonly to: 'customer' | 'agent'; readonly about: 'progress' | 'outcome'; readonly of: AgentOf }[];
}

export type Decision = Decided | Refused;
export type Decide = <Name extends CaseActName>(name: Name, state: CaseState | null, body: CaseActBody<Name>, given: Given) => Decision;

/** An event as the fold takes it. */
export interface HappenedOf<Kind extends CaseEventKind> {
  readonly kind: Kind;
  readonly body: CaseEventBody<Kind>;
  readonly id: string;
  readonly case: string;
  readonly seq: number;
  readonly atIso: string;
  readonly actor: Actor;
}
export type Happened = { readonly [Kind in CaseEventKind]: HappenedOf<Kind> }[CaseEventKind];

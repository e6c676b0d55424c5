/** What may be asked of the messages of a case. Their words are sealed; who reads them has looked before, on record, or is whom they were written to. */
import type { CaseMessage, MessageSide } from '../../contract/case-messages.ts';
import type { Doer } from '../private-port.ts';

/** Without its words. */
export interface StoredMessage extends Omit<CaseMessage, 'words' | 'reads'> {
  readonly caseId: string;
}

export interface NewMessage extends Omit<StoredMessage, 'passed'> {
  readonly words: string;
}

export interface Messages {
  /** Nothing personal can be kept any more once a case was erased for ever. */
  canKeep(caseId: string): boolean;
  /** In the transaction of the event that says that there is one; throws where it cannot be sealed. */
  keep(message: NewMessage, doer: Doer): void;
  /** Oldest first. */
  all(caseIds: readonly string[]): CaseMessage[];
  /** What one side wrote, was written, or was passed on. */
  of(caseIds: readonly string[], side: MessageSide, transferId: string | null): CaseMessage[];
  /** Oldest first, nothing of what they say. */
  stored(caseIds: readonly string[]): StoredMessage[];
  one(id: string): StoredMessage | null;
  /** Shown to the partner of this handover from now on; the first to pass it on stays named. */
  pass(id: string, passed: NonNullable<CaseMessage['passed']>): void;
  /** The first time counts. */
  read(ids: readonly string[], by: string, atIso: string): void;
  /** As if nobody had read it. */
  unread(id: string): void;
}

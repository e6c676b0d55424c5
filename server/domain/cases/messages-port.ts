/** What may be asked of the messages of a case. Their words are sealed; who reads them has looked before, on record, or is whom they were written to. */
import type { CaseMessage, MessageSide } from '../../contract/case-messages.ts';
import type { Doer } from '../private-port.ts';

export interface NewMessage extends Omit<CaseMessage, 'words'> {
  readonly caseId: string;
  readonly words: string;
}

export interface Messages {
  /** Nothing personal can be kept any more once a case was erased for ever. */
  canKeep(caseId: string): boolean;
  /** In the transaction of the note that says that there is one; throws where it cannot be sealed. */
  keep(message: NewMessage, doer: Doer): void;
  /** Oldest first. */
  all(caseIds: readonly string[]): CaseMessage[];
  /** What one side wrote or was written. */
  of(caseIds: readonly string[], side: MessageSide, transferId: string | null): CaseMessage[];
}

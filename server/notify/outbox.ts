/**
 * Takes mails in and gives them out again: renders, seals under the key of the case, and opens one when it is to be sent, with a
 * look that is on record. The plain words are kept in memory between the tries of one process, so that one mail is one look.
 */
import { MAIL_TEMPLATES, isMailAddress } from '../contract/mail.ts';
import type { MailFrame } from '../contract/mail-text.ts';
import type { MailProblem } from '../contract/mail.ts';
import type { MailMessage, MailPut, NewMail } from '../domain/mail-port.ts';
import type { Outside } from '../domain/outside.ts';
import type { Doer, PrivateRecords } from '../domain/private-port.ts';
import { renderMail } from '../domain/render-mail.ts';
import type { MailTable } from '../store/mail-table.ts';
import type { OutgoingMail } from './outgoing.ts';
import { readSealedMail, writeSealedMail } from './sealed-mail.ts';
import { wordsFor } from '../contract/words-for.ts';

const REMEMBERED_MAX = 200;
const LEFT_AT_ONCE = 50;

export interface OutboxParts {
  readonly table: MailTable;
  readonly records: PrivateRecords;
  readonly outside: Pick<Outside, 'publicUrl'>;
  readonly frame: MailFrame;
  epochMs(): number;
}

export interface Outbox {
  put(mail: NewMail, problem: MailProblem | null): MailPut;
  /** Null: what it says is gone. */
  open(message: MailMessage): OutgoingMail | null;
  /** It has ended: its words leave the memory, and the disk where no case keeps them. */
  forget(id: string): void;
  /** What `forget` could not finish before the process ended. */
  eraseLeft(): void;
}

const by = (why: string): Doer => ({ who: { kind: 'system', name: 'mail' }, role: 'system', why, from: { address: 'local', machine: null } });

export function createOutbox({ table, records, outside, frame, epochMs }: OutboxParts): Outbox {
  /** Oldest first. */
  const remembered = new Map<string, OutgoingMail>();
  const nowIso = (): string => new Date(epochMs()).toISOString();
  const putNew = ({ id, caseId, address, fill, language }: NewMail, problem: MailProblem | null): MailPut => {
    const to = MAIL_TEMPLATES[fill.template];
    const privateCase = caseId ?? `mail-${id}`;
    const content = writeSealedMail({ address, ...renderMail(wordsFor(language).mail, fill, frame, outside) });
    return table.together((): MailPut => {
      const written = records.write({ caseId: privateCase, kind: 'contact', content, replaces: null }, by(`a mail to the ${to}: ${fill.template}`), nowIso());
      if ('refusal' in written) return { refusal: written.refusal === 'case-erased' ? 'case-erased' : 'private-too-large' };
      table.insert({ id, caseId, privateCase, privateRow: written.id, template: fill.template, to, putAtMs: epochMs() }, problem);
      const entry = table.entry(id);
      if (entry === null) throw new Error(`the mail ${id} was written and is not there`);
      return { entry };
    });
  };
  const eraseLeft = (): void => {
    for (const privateCase of table.left(LEFT_AT_ONCE)) records.erase(privateCase, null, by('the mail has ended'), nowIso());
  };
  return {
    put(mail, problem) {
      if (!isMailAddress(mail.address)) return { refusal: 'mail-address-wrong' };
      const known = table.entry(mail.id);
      if (known === null) return putNew(mail, problem);
      return known.caseId === mail.caseId && known.template === mail.fill.template ? { entry: known } : { refusal: 'mail-id-used' };
    },
    open({ id, privateCase, privateRow, to, template, putAtMs }) {
      const before = remembered.get(id);
      if (before !== undefined) return before;
      const found = records.readRow(privateCase, 'contact', privateRow, by(`sending the mail to the ${to}: ${template}`), nowIso());
      if ('refusal' in found) return null;
      const sealed = readSealedMail(found.content);
      if (sealed === null) return null;
      const mail = { id, putAtMs, ...sealed };
      remembered.set(id, mail);
      const [oldest] = remembered.keys();
      if (remembered.size > REMEMBERED_MAX && oldest !== undefined) remembered.delete(oldest);
      return mail;
    },
    forget(id) {
      remembered.delete(id);
      if (table.entry(id)?.caseId === null) eraseLeft();
    },
    eraseLeft,
  };
}

/**
 * Mail addresses of the staff, each sealed under a key of its own that goes when the address goes. The table says only whose
 * row it is; an address stands in plain nowhere on the disk.
 */
import type { Database } from 'better-sqlite3';
import type { PrivateRecords } from '../domain/private-port.ts';
import type { StaffMail } from '../domain/staff-mail-port.ts';

interface Row {
  readonly private_case: string;
  readonly private_row: string;
}

export function createStaffMail(database: Database, records: PrivateRecords, newUuid: () => string): StaffMail {
  const get = database.prepare<[string], Row>('SELECT private_case, private_row FROM staff_mail WHERE person = ?');
  const remove = database.prepare<[string]>('DELETE FROM staff_mail WHERE person = ?');
  const insert = database.prepare<[string, string, string]>('INSERT INTO staff_mail (person, private_case, private_row) VALUES (?, ?, ?)');
  const note = database.transaction((personId: string, address: string, ...[doer, atIso]: [Parameters<StaffMail['set']>[2], string]): ReturnType<StaffMail['set']> => {
    const privateCase = `staff-${newUuid()}`;
    const written = records.write({ caseId: privateCase, kind: 'contact', content: new TextEncoder().encode(address), replaces: null }, doer, atIso);
    if ('refusal' in written) return written;
    insert.run(personId, privateCase, written.id);
    return null;
  });
  return {
    isSet: (personId) => get.get(personId) !== undefined,
    set(personId, address, doer, atIso) {
      const former = get.get(personId);
      if (former !== undefined) {
        const erased = records.erase(former.private_case, null, doer, atIso);
        if ('refusal' in erased && erased.refusal !== 'case-erased') return erased;
        remove.run(personId);
      }
      return address === null ? null : note.immediate(personId, address, doer, atIso);
    },
    addressOf(personId, doer, atIso) {
      const row = get.get(personId);
      const found = row === undefined ? null : records.readRow(row.private_case, 'contact', row.private_row, doer, atIso);
      return found === null || 'refusal' in found ? null : new TextDecoder().decode(found.content);
    },
  };
}

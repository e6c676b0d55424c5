/** The tables of people, machines, sessions, confirmations and links, over one database. */
import type { Database } from 'better-sqlite3';
import type { PeopleStore } from '../domain/people-port.ts';
import { createMachineTable } from './machine-table.ts';
import { createPasskeyTable } from './passkey-table.ts';
import { createPeopleTable } from './people-table.ts';
import { createConfirmationTable, createHandoverTable, createLinkTable, createSessionTable } from './session-tables.ts';

export const createPeopleStore = (database: Database): PeopleStore => ({
  people: createPeopleTable(database),
  sessions: createSessionTable(database),
  machines: createMachineTable(database),
  confirmations: createConfirmationTable(database),
  links: createLinkTable(database),
  handovers: createHandoverTable(database),
  passkeys: createPasskeyTable(database),
});

/** The custody chains over a real database in a temporary folder, and a case with events to begin with. */
import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { ChainedEvent, CustodyDraft } from '../../../server/contract/custody.ts';
import type { AppendCustody, Custody } from '../../../server/domain/custody/custody-port.ts';
import { openCustodyKey } from '../../../server/store/custody-key.ts';
import { createCustodyTable } from '../../../server/store/custody-table.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { AT_ISO } from '../made-evidence.ts';
import { temporaryFolder } from '../running-server.ts';

export const CASE = '01991f5e-7a00-7000-8000-0000000000c1';
export const OTHER_CASE = '01991f5e-7a00-7000-8000-0000000000c2';

export interface CustodyBench {
  readonly custody: Custody;
  readonly database: Database;
  readonly stateDir: string;
  close(): void;
}

export function openCustody(stateDir = temporaryFolder()): CustodyBench {
  const { database, close } = openDatabase(stateDir);
  try {
    const custody = createCustodyTable(database, openCustodyKey(database, stateDir, AT_ISO));
    onTestFinished(close);
    return { custody, database, stateDir, close };
  } catch (error) {
    close();
    throw error;
  }
}

export const happened = (kind: string, differs: Partial<CustodyDraft> = {}): CustodyDraft =>
  ({ id: randomUUID(), atIso: AT_ISO, actor: { kind: 'person', name: 'P-7QK2X0' }, kind, body: { place: 'safe' }, ...differs });

export function eventsOf(appended: AppendCustody): readonly ChainedEvent[] {
  if ('refusal' in appended) throw new Error(appended.refusal);
  return appended.events;
}

/** A case of so many events. */
export function fill(custody: Custody, count: number, caseId = CASE, code = 'K7Q2'): ChainedEvent[] {
  custody.name(caseId, code);
  return Array.from({ length: count }, (_, index) => eventsOf(custody.append(caseId, index, [happened(`step-${String(index + 1)}`)]))).flat();
}

/** A state folder with personal data in it, as the server opens it, with a clock of the test, and a search through every file. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PrivateKind } from '../../../server/contract/private-data.ts';
import type { Doer } from '../../../server/domain/private-port.ts';
import { openPrivacy } from '../../../server/open-privacy.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { temporaryFolder } from '../running-server.ts';

export const NOW_ISO = '2026-11-24T10:00:00.000Z';
export const DAY_MS = 86_400_000;
export const STORY = 'Çelik, a widower: the last photos of his wife with their daughters 😢';
export const CONTACT = 'Çelik, +00 000 0000-417, mail celik@example.org';

export const MANAGER: Doer = { who: { kind: 'person', name: 'P7QK2' }, role: 'manager', why: 'calling back as promised', from: { address: '127.0.0.1', machine: 'bench PC 1' } };

export function openPrivateStore(stateDir = temporaryFolder(), clock = { ms: Date.parse(NOW_ISO) }) {
  const opened = openDatabase(stateDir);
  const log: string[] = [];
  const edges = { nowMs: () => 0, epochMs: () => clock.ms, newUuid: randomUUID, log: (level: string, text: string) => void log.push(`${level} ${text}`) };
  const { audit, databaseId } = createStore(opened.database, randomUUID, opened.close);
  let privacy;
  try {
    privacy = openPrivacy({ stateDir, database: opened.database, databaseId, audit, edges });
  } catch (error) {
    opened.close();
    throw error;
  }
  const { records, daily, auditBrokenAt } = privacy;
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    privacy.close();
    opened.close();
  };
  onTestFinished(close);
  const nowIso = (): string => new Date(clock.ms).toISOString();
  return {
    stateDir, database: opened.database, audit, records, daily, auditBrokenAt, log, clock, close, nowIso,
    write(caseId: string, kind: PrivateKind, text: string, replaces: string | null = null): string {
      const written = records.write({ caseId, kind, content: new TextEncoder().encode(text), replaces }, MANAGER, nowIso());
      if ('refusal' in written) throw new Error(written.refusal);
      return written.id;
    },
    /** The texts, or the refusal. */
    read(caseId: string, kind: PrivateKind, doer: Doer = MANAGER): readonly string[] | string {
      const found = records.read(caseId, kind, doer, nowIso());
      return 'refusal' in found ? found.refusal : found.items.map(({ content }) => new TextDecoder().decode(content));
    },
    erase: (caseId: string, kind: PrivateKind | null = null) => records.erase(caseId, kind, MANAGER, nowIso()),
  };
}

export type PrivateStore = ReturnType<typeof openPrivateStore>;

const everyFile = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? everyFile(path) : [path];
});

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const codings = (text: string): Buffer[] => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), swapped(Buffer.from(text, 'utf16le')), Buffer.from(Buffer.from(text, 'utf8').toString('base64').slice(0, 20))];

/** The files, journals and copies of the folder that hold the text in any coding, or these bytes. */
export const filesHolding = (folder: string, what: string | Uint8Array): string[] =>
  everyFile(folder).filter((path) => {
    const bytes = readFileSync(path);
    return (typeof what === 'string' ? codings(what) : [Buffer.from(what)]).some((coded) => bytes.includes(coded));
  });

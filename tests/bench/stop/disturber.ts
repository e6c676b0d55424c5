/**
 * Stands in the way of everything that may hang without touching a stop: stops the server process by signal, or holds both
 * databases locked, from before the deciding frame until after the stop byte. It always lets go again, also at the end.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export const DISTURBANCES = ['server-stopped', 'database-locked'] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

/** Every so many stops the disturbance stands for 5 s, longer than any patience of a database or a page. */
const LONG_EVERY = 40;
const LONG_MS = 5000;

export interface Disturber { readonly begin: () => void; readonly end: () => Promise<void>; readonly close: () => void }

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

function serverPid(stateDir: string): number {
  const read: unknown = JSON.parse(readFileSync(join(stateDir, 'server.pid'), 'utf8'));
  if (typeof read === 'object' && read !== null && 'pid' in read && typeof read.pid === 'number') return read.pid;
  throw new Error(`${stateDir} names no server process`);
}

function longNowAndThen(letGo: () => void): () => Promise<void> {
  let count = 0;
  return async () => {
    count += 1;
    if (count % LONG_EVERY === 1) await pause(LONG_MS);
    letGo();
  };
}

function stopServer(stateDir: string): Disturber {
  const pid = serverPid(stateDir);
  const goOn = (): void => { process.kill(pid, 'SIGCONT'); };
  return { begin: () => { process.kill(pid, 'SIGSTOP'); }, end: longNowAndThen(goOn), close: goOn };
}

function lockDatabases(stateDir: string): Disturber {
  const open = ['server.sqlite', 'outbox.sqlite'].map((name) => new Database(join(stateDir, name), { timeout: LONG_MS, fileMustExist: true }));
  const letGo = (): void => { for (const database of open) if (database.inTransaction) database.exec('ROLLBACK'); };
  return {
    begin: () => { for (const database of open) database.exec('BEGIN EXCLUSIVE'); },
    end: longNowAndThen(letGo),
    close: () => {
      letGo();
      for (const database of open) database.close();
    },
  };
}

export const disturb = (kind: Disturbance, stateDir: string): Disturber => (kind === 'server-stopped' ? stopServer(stateDir) : lockDatabases(stateDir));

/**
 * Reads the custody chains of a state folder for a check: read-only, beside a server or without one. What it reads may have
 * been tampered with, so no row is believed to be what it should be.
 */
import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { ANCHOR_KINDS, caseCodeSchema } from '../contract/custody.ts';
import type { CustodyCheck } from '../contract/custody-verdict.ts';
import { START } from '../domain/custody/chain.ts';
import type { KeptChain } from '../domain/custody/verify.ts';
import { StartRefusal } from '../start-refusal.ts';
import { fingerprintOf, knownKeys, readCustodyKey } from './custody-key.ts';
import { refusalOf } from './open-database.ts';

export interface KeptCustody {
  readonly chains: readonly KeptChain[];
  readonly keys: readonly KeyObject[];
  readonly keyFile: CustodyCheck['keyFile'];
}

const BUSY_TIMEOUT_MS = 5000;
/** The first version of the database that has chains. */
const SINCE_VERSION = 6;

const eventSchema = z.object({ seq: z.number(), line: z.string(), hash: z.string(), signature: z.string(), key: z.number() });
const headSchema = z.object({ seq: z.number(), hash: z.string(), code: z.string() });
const anchorSchema = z.object({ seq: z.number(), hash: z.string(), kind: z.enum(ANCHOR_KINDS), atIso: z.string(), ref: z.string().nullable() });

export function readCustody(stateDir: string): KeptCustody {
  const path = join(stateDir, 'server.sqlite');
  if (!existsSync(path)) throw new StartRefusal('custody-wrong', { detail: `there is no database in ${stateDir}` });
  let database: Database | null = null;
  try {
    database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    if (Number(database.pragma('user_version', { simple: true })) < SINCE_VERSION) throw new StartRefusal('custody-wrong', { detail: `${path} is of a Holdfast without custody chains` });
    const opened = database;
    // One moment for all tables, however busy the server is.
    return opened.transaction(() => read(opened, stateDir))();
  } catch (error) {
    throw error instanceof StartRefusal ? error : refusalOf(error, path);
  } finally {
    database?.close();
  }
}

function read(database: Database, stateDir: string): KeptCustody {
  const ids = database.prepare<[], { id: string }>(
    'SELECT case_id AS id FROM custody_heads UNION SELECT case_id FROM custody_events UNION SELECT case_id FROM custody_anchors ORDER BY 1',
  ).all().map(({ id }) => id);
  const keys = knownKeys(database);
  const chains = ids.map((caseId) => readChain(database, caseId));
  // A case that has only its code has nothing to check.
  return { chains: chains.filter(({ events, head, anchors }) => events.length > 0 || anchors.length > 0 || head?.seq !== 0), keys, keyFile: judgeKeyFile(stateDir, keys) };
}

function readChain(database: Database, caseId: string): KeptChain {
  const events = database.prepare('SELECT seq, line, hash, signature, key FROM custody_events WHERE case_id = ? ORDER BY seq').all(caseId);
  const head = headSchema.safeParse(database.prepare('SELECT seq, hash, code FROM custody_heads WHERE case_id = ?').get(caseId)).data;
  const anchors = database.prepare('SELECT seq, hash, kind, at_iso AS atIso, ref FROM custody_anchors WHERE case_id = ? ORDER BY number').all(caseId);
  return {
    caseId, code: caseCodeSchema.safeParse(head?.code).data ?? null, head: head ?? START,
    events: z.array(eventSchema).parse(events), anchors: anchors.flatMap((row) => anchorSchema.safeParse(row).data ?? []),
  };
}

/** Whether what signs today is what the database says. */
function judgeKeyFile(stateDir: string, keys: readonly KeyObject[]): CustodyCheck['keyFile'] {
  const present = keys.at(-1);
  try {
    const own = readCustodyKey(stateDir);
    if (own === null || present === undefined) return 'missing';
    return fingerprintOf(createPublicKey(own)) === fingerprintOf(present) ? 'fits' : 'other';
  } catch {
    return 'other';
  }
}

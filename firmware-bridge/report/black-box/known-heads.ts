/**
 * Heads of black boxes that were told elsewhere: in evidence that waits in the outbox, and in evidence that the server
 * has. Where neither can be asked there are none, and the verdict says so; nothing is changed.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { boxHeadSchema, type BoxHead } from '../../contract/black-box.ts';
import { evidenceSchema } from '../../contract/evidence.ts';
import { readBridgeId } from '../bridge-id.ts';

/** The newest head stands for everything before it, so a few are enough. */
const ROWS_MAX = 200;
const PAGES_MAX = 20;
const PAGE = 1_000;
const SERVER_WITHIN_MS = 3_000;

const headEvidence = evidenceSchema.extend({ kind: z.literal('black-box-head'), body: boxHeadSchema });
const pageSchema = z.object({ events: z.array(z.looseObject({ id: z.number().int(), event: z.unknown() })) });

function headOf(event: unknown, bench: string, bridge: string): BoxHead[] {
  const parsed = headEvidence.safeParse(event);
  return parsed.success && parsed.data.bench === bench && parsed.data.bridge === bridge ? [parsed.data.body] : [];
}

export async function knownHeads(stateDir: string, bench: string, server: string | null): Promise<readonly BoxHead[]> {
  const bridge = await readBridgeId(join(stateDir, 'bridge-id')).catch(() => null);
  if (bridge === null) return [];
  return [...fromOutbox(join(stateDir, 'outbox.sqlite'), bench, bridge), ...server === null ? [] : await fromServer(server, bench, bridge, await readFile(join(stateDir, 'commands.token'), 'utf8').catch(() => ''))];
}

function fromOutbox(path: string, bench: string, bridge: string): readonly BoxHead[] {
  let database: Database.Database;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
  } catch {
    return [];
  }
  try {
    const rows = database.prepare<[number], string>(`SELECT event FROM report WHERE event LIKE '%"black-box-head"%' ORDER BY id DESC LIMIT ?`).pluck().all(ROWS_MAX);
    return rows.flatMap((row) => headOf(parseJson(row), bench, bridge));
  } catch {
    return [];
  } finally {
    database.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** From the newest page backwards, until there is a head. */
async function fromServer(server: string, bench: string, bridge: string, token: string): Promise<readonly BoxHead[]> {
  let before = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    try {
      const answer = await fetch(`${server}/api/events?bench=${encodeURIComponent(bench)}&limit=${PAGE}${before}`, {
        signal: AbortSignal.timeout(SERVER_WITHIN_MS), headers: { authorization: `Bearer ${token.trim()}` },
      });
      const { events } = pageSchema.parse(await answer.json());
      const heads = events.flatMap(({ event }) => headOf(event, bench, bridge));
      const oldest = events[0];
      if (heads.length > 0 || oldest === undefined) return heads;
      before = `&before=${oldest.id}`;
    } catch {
      return [];
    }
  }
  return [];
}

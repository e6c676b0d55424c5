/** The server with its keys: what its health tells of the audit, that it ends without leaving anything open, and refuses by name. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openKeys } from '../../../server/store/key-table.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { runServer, temporaryFolder } from '../running-server.ts';

const HASH: unknown = expect.stringMatching(/^[0-9a-f]{64}$/);

// The one entry is that of the person who signed in to ask.
test('health shows the head of the audit, and the daily work is done at the start', async () => {
  const server = await runServer();
  expect(await (await server.get('/api/health')).json()).toMatchObject({ audit: { number: 1, hash: HASH, brokenAt: null } });
  expect(readdirSync(join(server.stateDir, 'key-backups'))).toHaveLength(1);
  expect(server.log).toContain(`info head of the audit: 0 ${'0'.repeat(64)}`);
  expect(['store.key', 'keys.sqlite'].map((name) => statSync(join(server.stateDir, name)).mode & 0o777)).toEqual([0o600, 0o600]);
});

test('without the store key of its keys it refuses to start, makes none, and lets the folder go', async () => {
  const stateDir = temporaryFolder();
  const server = await runServer({ stateDir });
  const { database } = z.object({ database: z.object({ id: z.string() }) }).parse(await (await server.get('/api/health')).json());
  await server.close();
  const keys = openKeys(stateDir, database.id);
  keys.take('K7Q2', 'story', 'now');
  keys.close();
  rmSync(join(stateDir, 'store.key'));
  await expect(runServer({ stateDir })).rejects.toThrow('keys-unusable');
  expect(existsSync(join(stateDir, 'store.key'))).toBe(false);
  openDatabase(stateDir).close();
});

/** Who reads the audit again and again does not make the server hash the whole chain each time: a stop must not wait for it. */
import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signedIn } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';

test('an entry that somebody changed in the file shows within a minute, and not more often is the chain gone through', async () => {
  let nowMs = 5000;
  const server = await runServer({}, { nowMs: () => nowMs });
  const auditor = await signedIn(server.url, server, 'demo-auditor');
  const broken = async (): Promise<unknown> => (await auditor.get('/api/audit?limit=1')).body['firstBroken'];
  expect(await broken()).toBeNull();
  const file = new Sqlite(join(server.stateDir, 'server.sqlite'));
  for (const name of file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'").pluck().all() as string[]) file.exec(`DROP TRIGGER "${name}"`);
  file.exec("UPDATE audit SET what = 'something-else' WHERE number = 1");
  file.close();
  nowMs += 59_000;
  expect(await broken()).toBeNull();
  nowMs += 1000;
  expect(await broken()).toBe(1);
  nowMs += 60_000;
  expect(await broken()).toBe(1);
});

/** What strangers can cause to be written into the audit is limited: it is never deleted, so it must not be a way to fill the disk. */
import { expect, test } from 'vitest';
import { signedIn } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';

test('after the first refusal for too many tries the others are not written down, until tries are looked at again', async () => {
  let nowMs = 1000;
  const server = await runServer({ requests: { burst: 100_000, perSecond: 1000, keysMax: 100 } }, { nowMs: () => nowMs });
  const guess = async (): Promise<number> => (await fetch(`${server.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: 'demo-manager', password: 'wrong' }) })).status;
  const auditor = await signedIn(server.url, server, 'demo-auditor');
  const refused = async (refusal: string): Promise<number> =>
    ((await auditor.get('/api/audit?limit=1000')).body['entries'] as { what: string; detail: { refusal?: string } }[]).filter(({ detail }) => detail.refusal === refusal).length;
  for (let tried = 0; tried < 10; tried += 1) expect(await guess()).toBe(401);
  for (let tried = 0; tried < 100; tried += 1) expect(await guess()).toBe(429);
  expect([await refused('sign-in-failed'), await refused('too-many-tries')]).toEqual([10, 1]);
  nowMs += 3_600_000;
  for (let tried = 0; tried < 12; tried += 1) await guess();
  expect([await refused('sign-in-failed'), await refused('too-many-tries')]).toEqual([20, 2]);
});

/** A virtual store that is to show something has a case that is expected and one on the shelf; nothing else ever has. */
import { expect, test } from 'vitest';
import { signedIn } from '../../signed-in.ts';
import { runServer, temporaryFolder } from '../running-server.ts';

const shown = async (server: Awaited<ReturnType<typeof runServer>>): Promise<readonly unknown[]> => {
  const [cases, partners] = [(await (await server.get('/api/cases')).json()) as { cases: { stage: string; irreplaceable: boolean }[] }, (await (await server.get('/api/partners')).json()) as { partners: unknown[] }];
  return [cases.cases.map(({ stage, irreplaceable }) => `${stage}${irreplaceable ? ' irreplaceable' : ''}`).toSorted(), partners.partners.length];
};

test('it has them once, also after a restart, and each says that it is virtual', async () => {
  const stateDir = temporaryFolder();
  const first = await runServer({ stateDir, demoCases: true });
  expect(await shown(first)).toEqual([['announced irreplaceable', 'open'], 2]);
  await first.close();
  expect(await shown(await runServer({ stateDir, demoCases: true }))).toEqual([['announced irreplaceable', 'open'], 2]);
});

test('a virtual store that was not asked to has none, and the agent of the demonstration sees the own brief alone', async () => {
  expect(await shown(await runServer())).toEqual([[], 0]);
  const server = await runServer({ demoCases: true });
  const agent = await signedIn(server.url, server, 'demo-support');
  const { status, body } = await agent.get('/api/briefs');
  expect([status, (body['briefs'] as unknown[]).length, (await agent.get('/api/cases')).status]).toEqual([200, 1, 403]);
});

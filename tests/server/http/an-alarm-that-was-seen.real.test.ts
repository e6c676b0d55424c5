/** Somebody has seen an alarm: kept under the name, told to every page, and still there after a restart. */
import { expect, test } from 'vitest';
import { alarmNoteSchema } from '../../../server/contract/alarms.ts';
import { madeStatus } from '../made-evidence.ts';
import { openGreetedBridge, openPage } from '../open-socket.ts';
import type { TestBridge } from '../open-socket.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

async function nameBench(server: TestServer, bridge: TestBridge): Promise<void> {
  bridge.telemetry(madeStatus('bench-1'));
  await until(async () => (await server.get('/api/benches/bench-1')).status === 200, 'the bench known');
}

const ALARM = 'bench-1/S1/stopped/1';

test('a note is kept under the code of who saw it, every page is told, and a page that comes later or after a restart knows it', async () => {
  const stateDir = temporaryFolder();
  const server = await runServer({ stateDir });
  const bridge = await openGreetedBridge(server);
  await nameBench(server, bridge);
  const page = await openPage(server);
  const response = await server.post('/api/benches/bench-1/alarm', { alarm: ALARM, snoozeMinutes: null });
  const kept = alarmNoteSchema.parse(await response.json());
  expect([response.status, kept]).toMatchObject([200, { bench: 'bench-1', alarm: ALARM, by: { kind: 'person' }, untilIso: null }]);
  await until(() => page.messages().some((message) => message.type === 'alarm-noted'), 'the page was told');
  expect(page.messages().find((message) => message.type === 'alarm-noted')).toEqual({ type: 'alarm-noted', note: kept });
  await server.close();
  const again = await runServer({ stateDir });
  const later = await openPage(again);
  await until(() => later.messages().length > 0, 'a snapshot');
  expect(later.messages()[0]).toMatchObject({ type: 'snapshot', alarms: [kept] });
});

test('what is put aside names its end; only five, fifteen or sixty minutes, and only for a bench that is there', async () => {
  const server = await runServer({}, { epochMs: () => Date.parse('2026-11-25T08:00:00.000Z') });
  const bridge = await openGreetedBridge(server);
  await nameBench(server, bridge);
  expect(await (await server.post('/api/benches/bench-1/alarm', { alarm: ALARM, snoozeMinutes: 15 })).json()).toMatchObject({ atIso: '2026-11-25T08:00:00.000Z', untilIso: '2026-11-25T08:15:00.000Z' });
  expect((await server.post('/api/benches/bench-1/alarm', { alarm: ALARM, snoozeMinutes: 600 })).status).toBe(400);
  expect((await server.post('/api/benches/bench-9/alarm', { alarm: ALARM, snoozeMinutes: null })).status).toBe(404);
});

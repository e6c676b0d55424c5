/** The check at the start of a shift: the way of a stop is asked without stopping, and who checked what is kept. */
import { expect, test } from 'vitest';
import { madeStatus } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';

const CHECK = {
  heard: { stopped: true, 'not-confirmed': true, 'too-late': true, 'step-back': true }, benches: [{ bench: 'bench-1', stopAnswers: true, drill: 'passed' }], notifies: false, staysAwake: true,
};

test('whether a stop would reach the bridge is answered without any order, and said when the bridge has gone', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  await until(async () => (await server.get('/api/benches/bench-1')).status === 200, 'the bench known');
  expect(await (await server.get('/api/benches/bench-1/stop')).json()).toMatchObject({ bridgeConnected: true });
  expect(bridge.orders()).toEqual([]);
  bridge.close();
  await expect.poll(async () => (await server.get('/api/benches/bench-1/stop')).json()).toMatchObject({ bridgeConnected: false });
  expect((await server.get('/api/benches/bench-9/stop')).status).toBe(404);
});

test('a check is kept under the code of who made it, newest first; what is no check is refused with its place', async () => {
  const server = await runServer();
  expect(await (await server.get('/api/shift-checks')).json()).toEqual({ checks: [] });
  expect((await server.post('/api/shift-checks', CHECK)).status).toBe(200);
  await server.post('/api/shift-checks', { ...CHECK, heard: { ...CHECK.heard, 'too-late': false } });
  expect(await (await server.get('/api/shift-checks')).json()).toMatchObject({ checks: [{ check: { heard: { 'too-late': false } } }, { by: { kind: 'person' }, check: CHECK }] });
  const refused = await server.post('/api/shift-checks', { ...CHECK, heard: {} });
  expect([refused.status, await refused.json()]).toMatchObject([400, { at: 'body.heard.stopped' }]);
});

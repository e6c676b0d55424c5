/** The levers of virtual rigs by the interface: they reach the socket of the rig, and in a real store no address leads to any. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseServerArguments } from '../../../server/arguments.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import { Signed } from '../../signed-in.ts';

async function rigThatAnswers(answer: string) {
  const path = join(temporaryFolder(), 'levers.sock');
  const heard: string[] = [];
  const socket = createServer((caller) => caller.on('data', (chunk) => {
    heard.push(String(chunk));
    caller.write(`${answer}\n`);
  }));
  await new Promise<void>((resolve) => { socket.listen(path, resolve); });
  onTestFinished(() => new Promise<void>((resolve) => { socket.close(() => resolve()); }));
  return { path, heard };
}

test('a lever goes to the rig of its bench as one line, and its answer comes back', async () => {
  const { path, heard } = await rigThatAnswers('{"ok":true,"what":"bent by 900"}');
  const server = await runServer({ levers: new Map([['bench-1', path]]) });
  expect(await (await server.get('/api/levers')).json()).toEqual({ benches: ['bench-1'] });
  expect(await (await server.post('/api/benches/bench-1/lever', { lever: 'bend', value: 900 })).json()).toEqual({ ok: true, what: 'bent by 900', remedy: null });
  await server.post('/api/benches/bench-1/lever', { lever: 'pull-cable', value: null });
  expect(heard).toEqual(['{"lever":"bend","value":900}\n', '{"lever":"pull-cable"}\n']);
});

test('a bench without a virtual rig, a rig that says nonsense, and a lever that is none are refused', async () => {
  const { path } = await rigThatAnswers('nonsense');
  const server = await runServer({ levers: new Map([['bench-1', path]]) });
  const statuses = await Promise.all([['bench-2', 'bend'], ['bench-1', 'bend'], ['bench-1', 'explode']].map(async ([bench, lever]) =>
    (await server.post(`/api/benches/${String(bench)}/lever`, { lever, value: null })).status));
  expect(statuses).toEqual([404, 404, 400]);
});

test('a real store has no such address: it answers as to any other that is none, and takes no argument for a lever', async () => {
  const { path, heard } = await rigThatAnswers('{"ok":true}');
  const stateDir = temporaryFolder();
  const server = await runServer({ stateDir, virtual: false, levers: new Map([['bench-1', path]]) });
  const admin = new Signed(server.url);
  expect((await admin.post('/api/links/take', { token: server.firstAdminToken, password: 'a long sentence of the first', name: 'First', user: 'first' })).status).toBe(200);
  for (const answer of [await admin.fetch('/api/levers'), await admin.fetch('/api/benches/bench-1/lever', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"lever":"bend","value":900}' })]) {
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'no-such-route' }]);
  }
  expect(heard).toEqual([]);
  expect(() => parseServerArguments(['--lever', 'bench-1=/tmp/x'])).toThrow();
  expect([...parseServerArguments(['--virtual', '--lever', 'bench-1=/tmp/x']).levers]).toEqual([['bench-1', '/tmp/x']]);
});

/** An identity provider that is away, says it is another one, or leads elsewhere: it is not used, the page is told why, and the store signs people in by itself. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { Signed } from '../../signed-in.ts';
import { browser } from '../http/all-askers.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import { back, journey, place, refused } from './made-journey.ts';

test('without its provider a store starts, says why the provider cannot be used, and signs people in by itself', async () => {
  const { server, provider } = await place();
  await provider.close();
  const away = await new Signed(server.url).post('/api/oidc/begin');
  expect([away.status, away.body['code'], away.body['what']]).toEqual([503, 'provider-unreachable', 'The identity provider cannot be reached: nothing listens at its address.']);
  await browser(server).signIn('demo-manager', server.password);
  expect(server.log.filter((line) => line.includes('identity provider'))).toEqual(['warn the identity provider, before the sign-in: nothing listens at its address']);
  const without = await runServer();
  expect((await new Signed(without.url).get('/api/session')).body['provider']).toBeNull();
  expect([(await new Signed(without.url).post('/api/oidc/begin')).body['code'], (await back(new Signed(without.url), '?code=a')).body['code']]).toEqual(['provider-off', 'provider-off']);
});

test('a provider that takes the question and says nothing is given up after five seconds, and whoever asks meanwhile asks with it', async () => {
  const open = new Set<Socket>();
  const mute = createServer((socket) => open.add(socket));
  await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    mute.close();
  });
  const { provider } = await place();
  const { port } = mute.address() as AddressInfo;
  const server = await runServer({ oidc: provider.config(temporaryFolder(), { issuer: `http://127.0.0.1:${port}` }) });
  const answers = await Promise.all([1, 2, 3].map(() => new Signed(server.url).post('/api/oidc/begin')));
  expect(answers.map(({ status, body }) => [status, body['what']])).toEqual(Array(3).fill([503, 'The identity provider cannot be reached: it did not answer within 5 s.']));
  expect(open.size).toBe(1);
}, 15_000);

test('a provider that says it is another one, or leads to addresses without TLS elsewhere, is not used', async () => {
  for (const metadata of [{ issuer: 'https://evil.example' }, { authorization_endpoint: 'http://evil.example/authorize' }, { authorization_endpoint: 'javascript:alert(1)' }, { authorization_endpoint: undefined }, { filler: 'x'.repeat(1_100_000) }]) {
    const { server, provider } = await place();
    provider.metadata = metadata;
    const answer = await new Signed(server.url).post('/api/oidc/begin');
    expect([metadata, answer.status, answer.body['code']]).toEqual([metadata, 503, 'provider-unreachable']);
    provider.metadata = {};
    if (!('authorization_endpoint' in metadata)) expect((await journey(new Signed(server.url))).status).toBe(200);
  }
  const { server, provider } = await place();
  provider.metadata = { token_endpoint: 'http://192.0.2.1/token' };
  await refused(journey(new Signed(server.url)));
  provider.metadata = {};
});

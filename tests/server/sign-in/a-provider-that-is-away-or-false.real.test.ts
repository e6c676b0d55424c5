/** An identity provider that is away, says it is another one, or leads elsewhere: it is not used, the page is told why, and the store signs people in by itself. */
import { expect, test } from 'vitest';
import { Signed } from '../../signed-in.ts';
import { browser } from '../http/all-askers.ts';
import { runServer } from '../running-server.ts';
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

test('a provider that says it is another one, or leads to addresses without TLS elsewhere, is not used', async () => {
  for (const metadata of [{ issuer: 'https://evil.example' }, { authorization_endpoint: 'http://evil.example/authorize' }, { authorization_endpoint: 'javascript:alert(1)' }, { authorization_endpoint: undefined }]) {
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

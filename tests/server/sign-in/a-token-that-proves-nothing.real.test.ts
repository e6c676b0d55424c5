/** Tokens of an identity provider that prove nothing: for somebody else, of another time, of another key, unsigned. Each is refused, and a right one after it is not. */
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { Signed } from '../../signed-in.ts';
import { anotherKey, signedWith, unsigned } from '../../made-provider.ts';
import type { MadeProvider } from '../../made-provider.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import { journey, place, refused } from './made-journey.ts';

const nowS = (): number => Math.floor(Date.now() / 1000);
test.each<[string, Record<string, unknown>]>([
  ['nonce of another sign-in', { nonce: 'x'.repeat(43) }], ['no nonce', { nonce: undefined }], ['another audience', { aud: 'store-2' }], ['several audiences, meant for another one', { aud: ['store-1', 'store-2'], azp: 'store-2' }],
  ['another issuer', { iss: 'https://evil.example' }], ['ended', { exp: nowS() - 120 }], ['no end', { exp: undefined }], ['not begun', { nbf: nowS() + 600 }], ['no subject', { sub: undefined }],
  ['a sign-in of an hour ago', { auth_time: nowS() - 3600 }], ['no word of when', { auth_time: undefined }],
])('a token with %s', async (_name, claims) => {
  const { server, provider } = await place();
  provider.claims = claims;
  await refused(journey(new Signed(server.url)));
  provider.claims = {};
  expect((await journey(new Signed(server.url))).status).toBe(200);
});

test.each(['RS256', 'ES256'] as const)('a token of %s that another key signed, nobody signed, or that was changed after it was signed', async (alg) => {
  const { server, provider } = await place(alg);
  const [public1] = ((await (await fetch(`${provider.issuer}/keys`)).json()) as { keys: object[] }).keys;
  const stranger = anotherKey(alg);
  const forgeries: MadeProvider['forge'][] = [
    signedWith(alg, stranger),
    (header, claims) => `${unsigned({ ...header, alg: 'none' }, claims)}.`,
    (header, claims) => `${unsigned(header, claims)}.`,
    unsigned,
    (header, claims) => {
      const text = unsigned({ ...header, alg: 'HS256' }, claims);
      return `${text}.${createHmac('sha256', JSON.stringify(public1)).update(text).digest('base64url')}`;
    },
    (header, claims, own) => `${unsigned(header, { ...claims, preferred_username: 'demo-admin' })}.${own(header, claims).split('.')[2] ?? ''}`,
  ];
  for (const forge of forgeries) {
    provider.forge = forge;
    await refused(journey(new Signed(server.url)));
  }
  // Also where the provider says that it does so.
  provider.forge = (header, claims) => `${unsigned({ ...header, alg: 'none' }, claims)}.`;
  provider.metadata = { id_token_signing_alg_values_supported: [alg, 'none', 'HS256'] };
  const second = await runServer({ oidc: provider.config(temporaryFolder()) });
  await refused(journey(new Signed(second.url)));
  provider.forge = null;
  expect((await journey(new Signed(second.url))).status).toBe(200);
});

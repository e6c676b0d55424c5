/**
 * Sign-in by the identity provider of a chain, whole and over HTTP: who gets in and as how strong; and everything that a
 * forged, replayed, foreign or late return can be. All refusals of a return are alike to the last letter.
 */
import { createHmac } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { OidcConfig } from '../../../server/config.ts';
import type { Answer } from '../../signed-in.ts';
import { Signed } from '../../signed-in.ts';
import { anotherKey, openMadeProvider, signedWith, signInAt, unsigned } from '../../made-provider.ts';
import type { MadeProvider } from '../../made-provider.ts';
import { addMachine, addPerson, browser } from '../http/all-askers.ts';
import { rawRequest, sendRaw } from '../http/raw-client.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

interface Place {
  readonly server: TestServer;
  readonly provider: MadeProvider;
  forward(ms: number): void;
}

async function place(alg: 'RS256' | 'ES256' = 'RS256', differs: Partial<OidcConfig> = {}): Promise<Place> {
  const provider = await openMadeProvider(alg);
  onTestFinished(() => provider.close());
  let aheadMs = 0;
  const server = await runServer({ oidc: provider.config(temporaryFolder(), differs) }, { nowMs: () => performance.now() + aheadMs });
  return { server, provider, forward: (ms) => (aheadMs += ms) };
}

const begin = async (signed: Signed): Promise<string> => {
  const { status, body } = await signed.post('/api/oidc/begin');
  if (status !== 200) throw new Error(`not begun: ${JSON.stringify(body)}`);
  return String(body['url']);
};
const back = (signed: Signed, query: string): Promise<Answer> => signed.post('/api/oidc/back', { query });
const journey = async (signed: Signed, change: (query: URLSearchParams) => void = () => undefined): Promise<Answer> => {
  const { searchParams } = await signInAt(await begin(signed));
  change(searchParams);
  return back(signed, `?${searchParams.toString()}`);
};
const sessionOf = ({ body }: Answer): { strength: string; person: { name: string }; machine: { name: string } | null; idleLimitMs: number } => body['session'] as never;

async function refused(answer: Answer | Promise<Answer>): Promise<void> {
  const { status, body, headers } = await answer;
  expect([status, body['code'], body['usualCause']]).toEqual([401, 'provider-refused', 'It took more than ten minutes, began in another browser, or this store has nobody of that user name.']);
  expect(headers.getSetCookie().filter((line) => !line.includes('Max-Age=0'))).toEqual([]);
}

test.each(['RS256', 'ES256'] as const)('a person of the store comes in by a token signed with %s, and stands in the audit', async (alg) => {
  const { server, provider } = await place(alg);
  expect((await new Signed(server.url).get('/api/session')).body['provider']).toEqual({ name: 'Chain' });
  expect(provider.asked).toEqual([]);
  const signed = new Signed(server.url);
  const answer = await journey(signed);
  expect([answer.status, sessionOf(answer).person.name, sessionOf(answer).strength]).toEqual([200, 'Demo manager (virtual)', 'password']);
  expect([...signed.cookies.keys()].filter((name) => name.startsWith('holdfast-in-'))).toEqual([]);
  expect((await signed.get('/api/benches')).status).toBe(200);
  const { entries } = (await signed.get('/api/audit?limit=1')).body as { entries: { what: string; detail: object }[] };
  expect(entries[0]).toMatchObject({ what: 'signed-in-by-provider', detail: { strength: 'password' } });
  await refused(journey(new Signed(server.url), (query) => query.delete('code')));
  expect(provider.asked.filter((asked) => asked.includes('.well-known'))).toHaveLength(1);
});

test('only what the provider says of a second factor makes the sign-in a strong one', async () => {
  const { server, provider } = await place();
  for (const [claims, strength] of [
    [{ amr: ['pwd', 'mfa'] }, 'two-factor'], [{ acr: 'https://refeds.org/profile/mfa' }, 'two-factor'], [{ amr: ['pwd'] }, 'password'], [{ amr: 'mfa' }, 'password'], [{ acr: '2' }, 'password'], [{ amr: [] }, 'password'],
  ] as const) {
    provider.claims = claims;
    expect([claims, sessionOf(await journey(new Signed(server.url))).strength]).toEqual([claims, strength]);
  }
});

test('a session that began at an enrolled bench PC is bound to it, and whoever was signed in there is signed out', async () => {
  const { server } = await place();
  const pc = await browser(server).signIn('demo-admin', server.password);
  await addMachine(pc, server.password, 'bench-pc', 'Bench PC one');
  const before = new Signed(server.url, pc.cookie);
  const session = sessionOf(await journey(pc));
  expect([session.machine?.name, session.idleLimitMs]).toEqual(['Bench PC one', 600_000]);
  expect((await before.get('/api/sessions')).status).toBe(401);
});

test('a proof of an act still needs a secret of the store itself', async () => {
  const { server, provider } = await place();
  const admin = await browser(server).signIn('demo-admin', server.password);
  const confirmation = await admin.confirm('manage-people', 'ida@chain.example', server.password);
  await admin.post('/api/people', { name: 'Ida', user: 'ida@chain.example', roles: ['manager'], confirmation });
  provider.person = { sub: 'a2', preferred_username: 'Ida@Chain.example', amr: ['mfa'] };
  const signed = new Signed(server.url);
  expect((await journey(signed)).status).toBe(200);
  const proof = await signed.post('/api/confirmations', { act: 'reset', subject: 'bench-1/S1', password: 'whatever' });
  expect([proof.status, proof.body['code']]).toEqual([401, 'sign-in-failed']);
});

test('nobody is made by the provider: an unknown name, one that has left, and every name that only looks alike', async () => {
  const { server, provider } = await place();
  const admin = await browser(server).signIn('demo-admin', server.password);
  const { id } = await addPerson(admin, server, 'kim', ['technician'], 'a password of a leaver');
  provider.person = { sub: 'a3', preferred_username: 'kim' };
  expect((await journey(new Signed(server.url))).status).toBe(200);
  for (const name of ['\u212aim', 'ki\u0307m', ' kim', 'kim ', 'kim\u0000', 'nobody', '', 'ｋim', 7, null, ['kim'], undefined]) {
    provider.person = { sub: 'a3', preferred_username: name };
    await refused(journey(new Signed(server.url)));
  }
  provider.person = { sub: 'a3', preferred_username: 'kim' };
  const change = await admin.post(`/api/people/${id}`, { active: false, reason: 'has left', confirmation: await admin.confirm('manage-people', id, server.password) });
  expect(change.status).toBe(200);
  await refused(journey(new Signed(server.url)));
  expect(((await admin.get('/api/people')).body['people'] as unknown[]).length).toBe(5);
});

test('an e-mail address counts only when the provider has made sure of it', async () => {
  const { server, provider } = await place('RS256', { userClaim: 'email' });
  const admin = await browser(server).signIn('demo-admin', server.password);
  await addPerson(admin, server, 'kim@chain.example', ['technician'], 'a password of somebody');
  for (const verified of [false, undefined, 'true', 1]) {
    provider.person = { sub: 'a4', email: 'kim@chain.example', email_verified: verified };
    await refused(journey(new Signed(server.url)));
  }
  provider.person = { sub: 'a4', email: 'kim@chain.example', email_verified: true };
  expect(sessionOf(await journey(new Signed(server.url))).person.name).toBe('Person kim@chain.example');
});

test('a return that was forged, replayed, brought by another browser, or comes too late', async () => {
  const { server, provider, forward } = await place();
  await refused(journey(new Signed(server.url), (query) => query.set('state', 'x'.repeat(43))));
  await refused(journey(new Signed(server.url), (query) => query.delete('state')));
  await refused(journey(new Signed(server.url), (query) => query.append('state', query.get('state') ?? '')));
  await refused(journey(new Signed(server.url), (query) => query.set('iss', 'https://evil.example')));
  await refused(journey(new Signed(server.url), (query) => query.set('code', 'guessed')));
  await refused(back(new Signed(server.url), '?code=a&state=b'));
  const signed = new Signed(server.url);
  const { search } = await signInAt(await begin(signed));
  const kept = signed.cookie;
  await refused(back(new Signed(server.url), search));
  const other = new Signed(server.url);
  await begin(other);
  await refused(back(other, search));
  expect((await back(signed, search)).status).toBe(200);
  await refused(back(signed, search));
  await refused(back(new Signed(server.url, kept), search));
  // A code that was used is refused by the provider too, should another journey bring it.
  const again = new Signed(server.url);
  const own = await signInAt(await begin(again));
  own.searchParams.set('code', new URLSearchParams(search).get('code') ?? '');
  await refused(back(again, own.search));
  const late = new Signed(server.url);
  const lateBack = await signInAt(await begin(late));
  forward(10 * 60_000);
  await refused(back(late, lateBack.search));
  provider.refuses = 'access_denied';
  await refused(journey(new Signed(server.url)));
});

test('a code that somebody else got is worth nothing in an own journey: the verifier does not fit', async () => {
  const { server } = await place();
  const victim = await signInAt(await begin(new Signed(server.url)));
  const thief = new Signed(server.url);
  const own = await signInAt(await begin(thief));
  own.searchParams.set('code', victim.searchParams.get('code') ?? '');
  await refused(back(thief, own.search));
});

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

test('nothing that a browser brings leads it elsewhere: the provider sends back only to this store, and the answer names no address', async () => {
  const { server } = await place();
  const signed = new Signed(server.url);
  const url = new URL(await begin(signed));
  expect(url.searchParams.get('redirect_uri')).toBe(`${server.url}/back`);
  expect([...url.searchParams.keys()].toSorted()).toEqual(['client_id', 'code_challenge', 'code_challenge_method', 'max_age', 'nonce', 'prompt', 'redirect_uri', 'response_type', 'scope', 'state']);
  const answer = await journey(new Signed(server.url), (query) => {
    query.set('redirect_uri', 'https://evil.example');
    query.set('next', '//evil.example');
  });
  expect([answer.status, answer.headers.get('location'), JSON.stringify(answer.body).includes('evil')]).toEqual([200, null, false]);
  const foreign = await fetch(`${server.url}/api/oidc/begin`, { method: 'POST', headers: { 'x-forwarded-host': 'evil.example' } });
  expect(new URL(String(((await foreign.json()) as { url: string }).url)).searchParams.get('redirect_uri')).toBe(`${server.url}/back`);
});

test('no page of another site begins a sign-in here or brings one back, and no address acts by being opened', async () => {
  const { server } = await place();
  const signed = new Signed(server.url);
  const { search } = await signInAt(await begin(signed));
  const own = { cookie: signed.cookie, 'content-type': 'application/json' };
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: server.url }, {}]) {
    for (const path of ['/api/oidc/begin', '/api/oidc/back']) {
      const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers: { ...own, ...headers } as Record<string, string>, body: JSON.stringify({ query: search }) });
      expect([path, headers, answer.status, answer.headers.getSetCookie()]).toEqual([path, headers, 403, []]);
    }
  }
  for (const path of ['/api/oidc/begin', `/api/oidc/back${search}`]) {
    const led = [`Host: ${new URL(server.url).host}`, `Cookie: ${signed.cookie}`, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: document'];
    const answer = await sendRaw(server.url, rawRequest(`GET ${path} HTTP/1.1`, led));
    expect([path, answer.status, /set-cookie/i.test(answer.head)]).toEqual([path, 404, false]);
  }
  expect((await back(signed, search)).status).toBe(200);
});

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

test('who tries again and again has to wait; at an enrolled bench PC it is counted apart', async () => {
  const { server, provider, forward } = await place();
  const admin = await browser(server).signIn('demo-admin', server.password);
  await addMachine(admin, server.password, 'bench-pc', 'Bench PC one');
  provider.person = { sub: 'a5', preferred_username: 'nobody' };
  for (let tries = 0; tries < 60; tries += 1) await refused(back(new Signed(server.url), '?code=a&state=b'));
  const full = await new Signed(server.url).post('/api/oidc/begin');
  expect([full.status, full.body['code']]).toEqual([429, 'too-many-tries']);
  provider.person = { sub: 'a1', preferred_username: 'demo-manager' };
  expect((await journey(browser(server, admin))).status).toBe(200);
  forward(10 * 60_000);
  expect((await journey(new Signed(server.url))).status).toBe(200);
});

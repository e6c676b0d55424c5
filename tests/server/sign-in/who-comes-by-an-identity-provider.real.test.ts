/**
 * Sign-in by the identity provider of a chain, whole and over HTTP: who gets in and as how strong; and everything that a
 * forged, replayed, foreign or late return can be. All refusals of a return are alike to the last letter.
 */
import { expect, test } from 'vitest';
import { Signed } from '../../signed-in.ts';
import { signInAt } from '../../made-provider.ts';
import { addMachine, addPerson, browser } from '../http/all-askers.ts';
import { rawRequest, sendRaw } from '../http/raw-client.ts';
import { back, begin, journey, place, refused, sessionOf } from './made-journey.ts';

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
  expect(((await admin.get('/api/people')).body['people'] as unknown[]).length).toBe(6);
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
  // One wrong return ends the journey, also for the right one after it.
  const hurt = new Signed(server.url);
  const right = await signInAt(await begin(hurt));
  const before = hurt.cookie;
  await refused(back(hurt, '?code=a&state=b'));
  await refused(back(new Signed(server.url, before), right.search));
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
  expect(new URL(((await foreign.json()) as { url: string }).url).searchParams.get('redirect_uri')).toBe(`${server.url}/back`);
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

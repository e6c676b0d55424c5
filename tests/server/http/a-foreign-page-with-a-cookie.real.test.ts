/** A page of another site, in the browser of somebody who has signed in: JSON and forms to every route that acts, with the cookie, reach nothing. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { signedIn } from '../../signed-in.ts';
import { madeStatus } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';

const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const FORM = 'application/x-www-form-urlencoded';
const WIDE = { requests: { burst: 100_000, perSecond: 1000, keysMax: 100 } };

test('JSON and forms of a foreign page are refused on every route that acts, with the cookie of a manager at a bench PC', async () => {
  const server = await runServer(WIDE);
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  await until(async () => (await server.get('/api/benches/bench-1')).ok, 'the bench on the board');
  const victim = await signedIn(server.url, server);
  const { cookie } = victim;
  const { paths } = documentSchema.parse(await (await server.get('/api/openapi.json')).json());
  const acting = Object.entries(paths).filter(([, methods]) => 'post' in methods).map(([path]) => path.replaceAll('{bench}', 'bench-1').replaceAll(/\{\w+\}/g, '018f0000-0000-7000-8000-000000000000'));
  expect(acting.length).toBeGreaterThan(20);
  const own = server.url;
  const forgeries: readonly (readonly [Record<string, string>, string, number])[] = [
    [{ origin: 'https://evil.example', 'content-type': 'application/json' }, '{}', 403],
    [{ origin: 'null', 'content-type': 'application/json' }, '{}', 403],
    [{ origin: own.replace('127.0.0.1', 'localhost'), 'content-type': 'application/json' }, '{}', 403],
    [{ origin: `${own}.evil.example`, 'content-type': 'application/json' }, '{}', 403],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }, '{}', 403],
    [{ origin: own, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }, '{}', 403],
    [{ 'sec-fetch-site': 'cross-site', 'content-type': FORM }, 'a=b', 403],
    [{ origin: 'https://evil.example', 'content-type': FORM }, 'a=b', 403],
    [{ origin: own, 'content-type': FORM }, 'a=b', 415],
    [{ origin: own, 'content-type': 'text/plain' }, '{"reason":"x"}', 415],
    [{ origin: own, 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 415],
  ];
  const wrong: string[] = [];
  for (const path of acting) {
    for (const [headers, body, status] of forgeries) {
      // A stop from the own page counts, whatever it holds.
      if (status === 415 && path.endsWith('/stop')) continue;
      const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers: { ...headers, cookie }, body });
      if (answer.status !== status) wrong.push(`${path} ${JSON.stringify(headers)}: ${answer.status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(bridge.orders()).toEqual([]);
  expect((await victim.get('/api/sessions')).status).toBe(200);
});

test('a cookie without a word of where the page is from acts on nothing but a stop', async () => {
  const server = await runServer(WIDE);
  const { cookie } = await signedIn(server.url, server);
  const post = async (path: string): Promise<string> => String(((await (await fetch(`${server.url}${path}`, { method: 'POST', headers: { cookie } })).json()) as { code?: unknown }).code);
  expect(await post('/api/session/end')).toBe('origin-missing');
  expect(await post('/api/benches/bench-1/drill')).toBe('origin-missing');
  expect(await post('/api/benches/bench-1/stop')).toBe('bridge-not-connected');
});

test('a foreign page cannot sign its own person in, nor enrol this browser, nor open a wall in it', async () => {
  const server = await runServer(WIDE);
  for (const [path, body] of [
    ['/api/session', { user: 'demo-auditor', password: server.password }], ['/api/demo/enter', { token: server.demo?.enterToken }], ['/api/wall', { token: 'x'.repeat(43) }],
    ['/api/links/take', { token: 'x'.repeat(43), password: 'a long password' }],
  ] as const) {
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers: { origin: 'https://evil.example', 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, 403, []]);
  }
});

test('no header that a client writes gives it another address for its guesses', async () => {
  const server = await runServer(WIDE);
  const statuses: number[] = [];
  for (let guess = 0; guess < 33; guess += 1) {
    const ip = `203.0.113.${guess}`;
    const headers = {
      'content-type': 'application/json', 'x-forwarded-for': ip, forwarded: `for=${ip}`, 'x-real-ip': ip, 'x-client-ip': ip, 'true-client-ip': ip, 'cf-connecting-ip': ip, 'x-forwarded-host': 'other.example', via: `1.1 ${ip}`,
    };
    statuses.push((await fetch(`${server.url}/api/session`, { method: 'POST', headers, body: JSON.stringify({ user: `name-${guess}`, password: 'a guess' }) })).status);
  }
  expect(statuses).toEqual([...Array<number>(30).fill(401), 429, 429, 429]);
});

test('an unknown name and a wrong password are answered alike to the last letter, in body and in headers', async () => {
  const server = await runServer(WIDE);
  const answers = await Promise.all(['demo-manager', 'nobody-at-all'].map(async (user) => {
    const answer = await fetch(`${server.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user, password: 'wrong' }) });
    return { status: answer.status, body: await answer.text(), headers: Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date')) };
  }));
  expect(answers[0]?.status).toBe(401);
  expect(answers[0]).toEqual(answers[1]);
});

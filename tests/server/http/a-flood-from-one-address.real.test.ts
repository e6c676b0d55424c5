/** One address that asks without end is told to wait; others go on, a stop always passes, a bridge always reports. */
import { expect, test } from 'vitest';
import { createBuckets } from '../../../server/domain/token-bucket.ts';
import { networkOf } from '../../../server/domain/network-of.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer } from '../running-server.ts';
import { rawRequest, sendRaw } from './raw-client.ts';

test('a bucket gives its burst, then one for each part of a second, and never more than it holds', () => {
  const buckets = createBuckets({ burst: 3, perSecond: 2, keysMax: 10 });
  expect([0, 1, 2].map(() => buckets.take('a', 1000))).toEqual([0, 0, 0]);
  expect(buckets.take('a', 1000)).toBe(500);
  expect(buckets.take('a', 1400)).toBe(100);
  expect(buckets.take('a', 1500)).toBe(0);
  expect(buckets.take('a', 1500)).toBe(500);
  expect([0, 1, 2].map(() => buckets.take('a', 90_000))).toEqual([0, 0, 0]);
  expect(buckets.take('a', 90_000)).toBe(500);
  expect(buckets.take('b', 90_000)).toBe(0);
});

test('a clock that goes back gives nothing and takes nothing', () => {
  const buckets = createBuckets({ burst: 1, perSecond: 1, keysMax: 10 });
  expect(buckets.take('a', 5000)).toBe(0);
  expect(buckets.take('a', 1000)).toBe(1000);
});

test('a million addresses take no more memory than the limit, and who asks all the time is remembered', () => {
  const buckets = createBuckets({ burst: 2, perSecond: 0.001, keysMax: 100 });
  buckets.take('steady', 0);
  buckets.take('steady', 0);
  for (let index = 0; index < 1_000_000; index += 1) {
    buckets.take(`address ${index}`, index / 1000);
    if (index % 50 === 0) expect(buckets.take('steady', index / 1000)).toBeGreaterThan(0);
  }
  expect(buckets.size()).toBe(100);
});

test.each([
  ['192.168.1.7', '192.168.1.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'], ['2001:db8:1:2::9', '2001:db8:1:2::/64'], ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'], ['fe80::', 'fe80:0:0:0::/64'], ['unknown', 'unknown'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('the flood is refused with when to come back; a stop and a bridge are not, whatever the headers claim', async () => {
  const server = await runServer({ requests: { burst: 6, perSecond: 0.01, keysMax: 100 } });
  await server.signed();
  const statuses: number[] = [];
  for (let asked = 0; asked < 8; asked += 1) statuses.push((await server.get('/api/health', { 'x-forwarded-for': `10.0.0.${asked}`, 'x-real-ip': `10.0.0.${asked}` })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  const refused = await server.get('/api/benches');
  expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect(await refused.json()).toMatchObject({ code: 'too-many-requests', at: null });
  expect((await server.post('/api/benches/bench-1/reset', {})).status).toBe(429);
  for (let pressed = 0; pressed < 20; pressed += 1) expect((await server.post('/api/benches/bench-1/stop')).status).toBe(503);
  const bridge = await openGreetedBridge(server);
  bridge.answer(({ id }) => ({ id, ok: true, outcome: 'stop-written', refusal: null, tripId: 'S1' }));
  expect(await (await server.post('/api/benches/bench-1/stop')).json()).toMatchObject({ ok: true, outcome: 'stop-written' });
  expect((await server.get('/api/benches/bench-1/stop')).status).toBe(429);
});

test('a foreign page cannot use up what the page of this machine may ask', async () => {
  const server = await runServer({ requests: { burst: 2, perSecond: 0.01, keysMax: 100 } });
  const foreign = rawRequest('GET /api/health HTTP/1.1', [`Host: ${new URL(server.url).host}`, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors']);
  for (let asked = 0; asked < 20; asked += 1) expect((await sendRaw(server.url, foreign)).status).toBe(403);
  expect((await server.get('/api/health')).status).toBe(200);
});

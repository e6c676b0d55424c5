/** Headers that claim another address change nothing on the store's listeners, and behind a proxy only its own entry counts. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressBehind, clientAddress, plainAddress } from '../../../server/http/client-address.ts';
import { cameBy, LOOPBACK } from '../../../server/http/entrance.ts';

const NOBODY = new Set<string>();
const PROXY = new Set(['10.0.0.2', '::1']);

test.each([
  ['1.2.3.4', '1.2.3.4'], [' 1.2.3.4 ', '1.2.3.4'], ['::ffff:1.2.3.4', '1.2.3.4'], ['::FFFF:0102:0304', '1.2.3.4'], ['fe80::1%eth0', 'fe80::1'],
  ['2001:0DB8:0:0::0001', '2001:db8::1'], ['::1', '::1'],
  ['', null], ['unknown', null], ['1.2.3', null], ['1.2.3.4:80', null], ['01.2.3.4', null], ['[::1]', null], ['1.2.3.4, 5.6.7.8', null], ["1.2.3.4'--", null], ['_hidden', null],
])('%j is the address %j', (text, right) => {
  expect(plainAddress(text)).toBe(right);
});

test('without a proxy the socket alone says who it is', () => {
  for (const forged of [undefined, '', '9.9.9.9', '127.0.0.1', '9.9.9.9, 10.0.0.2', 'garbage']) expect(addressBehind('192.168.1.7', forged, NOBODY)).toBe('192.168.1.7');
  expect(addressBehind(undefined, '9.9.9.9', NOBODY)).toBe('unknown');
});

test('a stranger who is not the proxy cannot speak for it', () => {
  expect(addressBehind('10.0.0.3', '9.9.9.9', PROXY)).toBe('10.0.0.3');
});

test.each([
  ['10.0.0.2', '203.0.113.9', '203.0.113.9'],
  ['::ffff:10.0.0.2', '203.0.113.9', '203.0.113.9'],
  ['10.0.0.2', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
  ['10.0.0.2', '203.0.113.9, ::1', '203.0.113.9'],
  ['10.0.0.2', '203.0.113.9, unknown', '10.0.0.2'],
  ['10.0.0.2', '203.0.113.9,', '10.0.0.2'],
  ['10.0.0.2', undefined, '10.0.0.2'],
  ['10.0.0.2', '10.0.0.2, ::1', '10.0.0.2'],
])('from %s with %j the client is %s', (socket, forwarded, right) => {
  expect(addressBehind(socket, forwarded, PROXY)).toBe(right);
});

test('a request gets its address from the listener by which it came', async () => {
  const app = new Hono().use('*', clientAddress).get('/', (context) => context.text(context.get('address')));
  const headers = { 'x-forwarded-for': '9.9.9.9', 'x-real-ip': '9.9.9.9', forwarded: 'for=9.9.9.9', 'x-client-ip': '9.9.9.9', 'true-client-ip': '9.9.9.9', 'cf-connecting-ip': '9.9.9.9' };
  const ask = async (remoteAddress: string, proxies: ReadonlySet<string> | null): Promise<string> => {
    const environment = { incoming: { socket: { remoteAddress } } };
    if (proxies !== null) cameBy(environment, { ...LOOPBACK, proxies });
    return (await app.request('/', { headers }, environment)).text();
  };
  expect(await ask('127.0.0.1', null)).toBe('127.0.0.1');
  expect(await ask('192.168.1.7', NOBODY)).toBe('192.168.1.7');
  expect(await ask('10.0.0.2', PROXY)).toBe('9.9.9.9');
  expect(await (await app.request('/', { headers })).text()).toBe('unknown');
});

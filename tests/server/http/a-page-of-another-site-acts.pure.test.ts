/** Every way in which a page of another site may try to act, to connect or to burden: forged, missing, doubled, nearly right. */
import { expect, test } from 'vitest';
import { LOOPBACK } from '../../../server/http/entrance.ts';
import type { Entrance } from '../../../server/http/entrance.ts';
import { strangerIn } from '../../../server/http/where-from.ts';
import type { Asked } from '../../../server/http/where-from.ts';

const TLS: Entrance = { scheme: 'https', names: new Set(['bench-pc.local', '192.168.1.5', '[fd00::5]']), origin: null, proxies: new Set() };
const PUBLIC: Entrance = { scheme: 'https', names: new Set(['repairs.example']), origin: 'https://repairs.example', proxies: new Set() };

const ask = (differs: Partial<Asked>, entrance: Entrance = LOOPBACK): string => {
  const asked: Asked = {
    method: 'POST', target: '/api/benches/b/reset', hosts: ['127.0.0.1:4680'], origins: [], site: undefined, mode: undefined, destination: undefined,
    hasCookie: false, isUpgrade: false, isStop: false, ...differs,
  };
  return strangerIn(asked, entrance)?.code ?? 'let in';
};

test('its own page, a program, and a tunnel under another port are let in', () => {
  expect(ask({ origins: ['http://127.0.0.1:4680'], site: 'same-origin', hasCookie: true })).toBe('let in');
  expect(ask({})).toBe('let in');
  expect(ask({ hosts: ['localhost:8080'], origins: ['http://localhost:8080'] })).toBe('let in');
  expect(ask({ hosts: ['[::1]:4680'], origins: ['http://[::1]:4680'] })).toBe('let in');
  expect(ask({ hosts: ['LOCALHOST:4680'], origins: ['http://localhost:4680'] })).toBe('let in');
  expect(ask({ hosts: ['bench-pc.local:4443'], origins: ['https://bench-pc.local:4443'], site: 'same-origin' }, TLS)).toBe('let in');
  expect(ask({ hosts: ['[fd00::5]:4443'], origins: ['https://[fd00::5]:4443'] }, TLS)).toBe('let in');
  expect(ask({ hosts: ['repairs.example'], origins: ['https://repairs.example'] }, PUBLIC)).toBe('let in');
});

test.each([
  'null', 'http://evil.example', 'https://127.0.0.1:4680', 'http://127.0.0.1', 'http://127.0.0.1:46800', 'http://127.0.0.1:4680.evil.example', 'http://127.0.0.1:4680@evil.example',
  'http://user@127.0.0.1:4680', 'http://127.0.0.1.:4680', 'http://localhost:4680', 'http://127.0.0.1:04680', 'http://127.0.0.1:4680/', 'HTTP://127.0.0.1:4680',
  'http://127.0.0.1:4680, http://evil.example', 'http://127.0.0.1:4680 ', '//127.0.0.1:4680', '127.0.0.1:4680', 'http://2130706433:4680', 'file://', '', 'chrome-extension://abc',
])('the origin %j is refused, to act and to connect', (origin) => {
  expect(ask({ origins: [origin] })).toBe('origin-refused');
  expect(ask({ origins: [origin], site: 'same-origin' })).toBe('origin-refused');
  expect(ask({ origins: [origin], isStop: true })).toBe('origin-refused');
  expect(ask({ method: 'GET', isUpgrade: true, origins: [origin] })).toBe('origin-refused');
});

test('several Origin headers are refused, also when each is right', () => {
  const right = 'http://127.0.0.1:4680';
  expect(ask({ origins: [right, right] })).toBe('origin-refused');
  expect(ask({ origins: [right, 'http://evil.example'] })).toBe('origin-refused');
});

test.each(['cross-site', 'same-site', 'Same-Origin', 'something'])('what the browser calls %s may neither act nor connect, with or without an origin', (site) => {
  for (const origins of [[], ['http://127.0.0.1:4680']]) {
    expect(ask({ site, origins })).toBe('origin-refused');
    expect(ask({ site, origins, method: 'GET', isUpgrade: true })).toBe('origin-refused');
    expect(ask({ site, origins, mode: 'navigate' })).toBe('origin-refused');
  }
});

test('a cookie without any word of the page is refused, but a stop is not', () => {
  expect(ask({ hasCookie: true })).toBe('origin-missing');
  expect(ask({ hasCookie: true, method: 'GET', isUpgrade: true })).toBe('origin-missing');
  expect(ask({ hasCookie: true, site: 'same-origin' })).toBe('let in');
  expect(ask({ hasCookie: true, isStop: true })).toBe('let in');
  expect(ask({ hasCookie: true, method: 'GET' })).toBe('let in');
});

test.each([
  '', 'evil.example', 'evil.example:4680', '127.0.0.1.evil.example', 'localhost.:4680', 'localhost.', '127.0.0.1:', '127.0.0.1:04680', '127.0.0.1:4680:1', '127.0.0.1:x', '127.1:4680',
  '2130706433', '0x7f.1', '0.0.0.0:4680', 'user@127.0.0.1:4680', '127.0.0.1@evil.example', '[::1', '::1', '[::ffff:127.0.0.1]', '127.0.0.1/x', '127.0.0.1 ', 'bench-pc.local:4680',
])('the name %j is refused, whatever is asked', (host) => {
  expect(ask({ hosts: [host] })).toBe('host-refused');
  expect(ask({ hosts: [host], method: 'GET' })).toBe('host-refused');
  expect(ask({ hosts: [host], isStop: true, origins: [`http://${host}`] })).toBe('host-refused');
});

test('no name, two names, or another name in the request line are refused', () => {
  expect(ask({ hosts: [] })).toBe('host-refused');
  expect(ask({ hosts: ['127.0.0.1:4680', 'evil.example'] })).toBe('host-refused');
  expect(ask({ hosts: ['127.0.0.1:4680', '127.0.0.1:4680'] })).toBe('host-refused');
  for (const target of ['http://evil.example/api/health', 'http://127.0.0.1:4680/api/health', '*', 'evil.example:443']) expect(ask({ target })).toBe('host-refused');
});

test('the listener for other machines knows the names of its certificate only, and its own scheme', () => {
  expect(ask({ hosts: ['127.0.0.1:4443'], method: 'GET' }, TLS)).toBe('host-refused');
  expect(ask({ hosts: ['other.local:4443'], method: 'GET' }, TLS)).toBe('host-refused');
  expect(ask({ hosts: ['bench-pc.local:4443'], origins: ['http://bench-pc.local:4443'] }, TLS)).toBe('origin-refused');
  expect(ask({ hosts: ['bench-pc.local:4443'], origins: ['https://192.168.1.5:4443'] }, TLS)).toBe('origin-refused');
});

test('the public listener knows one origin, whatever the port of its proxy', () => {
  expect(ask({ hosts: ['repairs.example:4690'], origins: ['https://repairs.example'] }, PUBLIC)).toBe('let in');
  expect(ask({ hosts: ['repairs.example:4690'], origins: ['https://repairs.example:4690'] }, PUBLIC)).toBe('origin-refused');
  expect(ask({ hosts: ['127.0.0.1:4690'], method: 'GET' }, PUBLIC)).toBe('host-refused');
});

test('another site may lead a person here, but load nothing and frame nothing', () => {
  const read = (differs: Partial<Asked>): string => ask({ method: 'GET', site: 'cross-site', ...differs });
  expect(read({ mode: 'navigate', destination: 'document' })).toBe('let in');
  for (const mode of ['no-cors', 'cors', 'same-origin', 'websocket', undefined]) expect(read({ mode })).toBe('origin-refused');
  for (const destination of ['iframe', 'frame', 'object', 'embed', 'fencedframe']) expect(read({ mode: 'navigate', destination })).toBe('origin-refused');
  expect(ask({ method: 'GET', site: 'none', mode: 'navigate' })).toBe('let in');
  expect(ask({ method: 'GET', site: 'same-origin', mode: 'cors' })).toBe('let in');
});

test.each(['OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'get', 'PURGE'])('the method %s is refused', (method) => {
  expect(ask({ method })).toBe('method-refused');
});

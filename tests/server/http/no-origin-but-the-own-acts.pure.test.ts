/** What the door promises, tried with made-up headers and bodies: only the own origin acts, and depth is counted as a reader of JSON would. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinShape } from '../../../server/domain/json-shape.ts';
import { LOOPBACK } from '../../../server/http/entrance.ts';
import { strangerIn } from '../../../server/http/where-from.ts';
import type { Asked } from '../../../server/http/where-from.ts';

const HOSTS = ['127.0.0.1:4680', 'localhost:4680', '[::1]:4680', 'localhost'];
const near = fc.constantFrom(...HOSTS.flatMap((host) => [`http://${host}`, `https://${host}`, `http://${host}.evil.example`, `http://evil.example/${host}`, `http://${host}/`, `http://x@${host}`]));
const origin = fc.oneof(near, fc.webUrl(), fc.string({ maxLength: 40 }), fc.constant('null'));
const name = fc.oneof(fc.constantFrom(...HOSTS), fc.domain(), fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 30 }), near.map((url) => url.slice(7)));
const asked: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'), target: fc.constantFrom('/', '/api/benches', null),
  hosts: fc.array(name, { maxLength: 2 }), origins: fc.array(origin, { maxLength: 2 }),
  site: fc.constantFrom(undefined, 'same-origin', 'none', 'same-site', 'cross-site'), mode: fc.constantFrom(undefined, 'navigate', 'cors', 'no-cors', 'websocket'),
  destination: fc.constantFrom(undefined, 'document', 'iframe', 'empty'), hasCookie: fc.boolean(), isUpgrade: fc.boolean(), isStop: fc.boolean(),
});

test('whoever acts or connects is let in from its own origin, or without one and without a cookie, and by an own name always', () => {
  let letIn = 0;
  fc.assert(fc.property(asked, (one) => {
    if (strangerIn(one, LOOPBACK) !== null) return;
    letIn += 1;
    expect(one.hosts).toHaveLength(1);
    expect(['127.0.0.1', 'localhost', '[::1]']).toContain((one.hosts[0] ?? '').toLowerCase().replace(/:\d+$/, ''));
    if (!one.isUpgrade && ['GET', 'HEAD'].includes(one.method)) return;
    expect([undefined, 'same-origin', 'none']).toContain(one.site);
    if (one.origins.length > 0) expect(one.origins).toEqual([`http://${(one.hosts[0] ?? '').toLowerCase()}`]);
    else expect(one.site !== undefined || !one.hasCookie || one.isStop).toBe(true);
  }), { numRuns: 20_000, seed: 4680 });
  expect(letIn).toBeGreaterThan(200);
});

const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);
const keysOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  // A list of n entries is parted n - 1 times; a field is parted from its value once more.
  return Math.max(0, inner.length - 1) + (Array.isArray(value) ? 0 : inner.length) + inner.reduce<number>((sum, one) => sum + keysOf(one), 0);
};

test('depth and parts are those of the value, whatever its texts hold and however it is spaced', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 2), (value, spaces) => {
    const text = JSON.stringify(value, null, spaces);
    const [depth, parts] = [depthOf(value), keysOf(value)];
    expect(isWithinShape(text, { depthMax: depth, partsMax: parts })).toBe(true);
    if (depth > 0) expect(isWithinShape(text, { depthMax: depth - 1, partsMax: parts })).toBe(false);
    if (parts > 0) expect(isWithinShape(text, { depthMax: depth, partsMax: parts - 1 })).toBe(false);
  }), { numRuns: 3000, seed: 4680 });
});

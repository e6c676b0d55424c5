/**
 * Requests made from the schemas of every route, right ones, shaped ones and damaged ones, by everybody who can ask: never a
 * fault of the server, always a status and a shape of the document. The long run is `npm run requests`.
 */
import { expect, onTestFinished, test } from 'vitest';
import { driveAll, NEVER_ACCEPTED } from '../../bench/requests/drive.ts';
import { openScene } from '../../bench/requests/scene.ts';
import { faultIn } from '../../bench/requests/schema.ts';

const RUNS = 20;

test('every route answers generated requests as the document says, and does what is right at least every fifth time', async () => {
  const scene = await openScene();
  onTestFinished(() => scene.close());
  const results = await driveAll(scene, RUNS, 4);
  expect(results.flatMap(({ route, faults }) => faults.map((fault) => `${route}: ${fault}`))).toEqual([]);
  expect(results.filter(({ route, requests, accepted }) => !NEVER_ACCEPTED.has(route) && accepted * 5 < requests).map(({ route }) => route)).toEqual([]);
  expect(results.every(({ requests }) => requests === RUNS)).toBe(true);
  expect(scene.log.filter((line) => line.startsWith('error'))).toEqual([]);
}, 240_000);

const PERSON = { type: 'object', properties: { name: { type: 'string', minLength: 2 }, age: { type: ['integer', 'null'], minimum: 0 }, role: { type: 'string', enum: ['a', 'b'] } }, required: ['name'] } as const;

test.each([
  [{ name: 'Kim' }, null], [{ name: 'Kim', age: null, role: 'a' }, null], [{}, 'body.name is missing'], [{ name: 'K' }, 'body.name: 1 characters'], [{ name: 'Kim', age: 1.5 }, 'body.age: number instead of integer or null'],
  [{ name: 'Kim', age: -1 }, 'body.age: -1 is out of range'], [{ name: 'Kim', role: 'c' }, 'body.role: "c" is none of a, b'], [{ name: 'Kim', passwordHash: null }, 'body.passwordHash is not in the document'], [[], 'body: array instead of object'],
])('the judge finds in %j: %s', (value, fault) => {
  expect(faultIn(PERSON, value)).toBe(fault);
});

test('the judge does not pass over a word of the schema that it does not know', () => {
  expect(faultIn({ type: 'string', not: {} } as never, 'x')).toContain('keyword not');
});

/** Bodies made to exhaust: nested thousands deep, full of fields. They are refused by name, in time that grows with their length. */
import { expect, test } from 'vitest';
import { problemReplySchema } from '../../../server/contract/api.ts';
import { isWithinShape } from '../../../server/domain/json-shape.ts';
import { runServer } from '../running-server.ts';

const LIMITS = { depthMax: 3, partsMax: 4 };

test.each([
  ['{"a":1}', true], ['[[[]]]', true], ['[[[[]]]]', false], ['{"a":{"b":{"c":1}}}', true], ['{"a":{"b":{"c":{}}}}', false],
  ['[1,2,3,4,5]', true], ['[1,2,3,4,5,6]', false], ['{"a":1,"b":2}', true], ['{"a":1,"b":2,"c":3}', false],
  ['"[[[[[[[[{{{{,,,,,,,::::::"', true], ['"\\"[[[[[[\\\\"', true], ['"\\\\"[[[[', false], ['[]][[][][]', true], ['', true], ['"', true], ['"\\', true],
])('%j is within depth 3 and 4 parts: %j', (text, right) => {
  expect(isWithinShape(text, LIMITS)).toBe(right);
});

test('nested and crowded bodies are refused by name on every route that acts, and a stop still counts', async () => {
  const server = await runServer();
  const bombs = ['['.repeat(30_000), `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, `[${'1,'.repeat(30_000)}1]`, `{${'"a":1,'.repeat(9000)}"b":1}`];
  for (const bomb of bombs) {
    for (const path of ['/api/benches/bench-1/reset', '/api/benches/bench-1/drill', '/api/stops/-/S1/judgement', '/api/nothing']) {
      const response = await server.post(path, bomb);
      expect([path, response.status, problemReplySchema.parse(await response.json()).code]).toEqual([path, 400, 'body-too-complex']);
    }
    const stop = await server.post('/api/benches/bench-1/stop', bomb);
    expect(problemReplySchema.parse(await stop.json()).code).toBe('bridge-not-connected');
  }
});

test('what a route may be sent is within the limits', async () => {
  const server = await runServer();
  const reset = { tripId: 'S1', confirmation: 'x'.repeat(43), secondConfirmation: null, reason: '[{"looked":"at it, twice: fine"}]'.repeat(15) };
  expect(problemReplySchema.parse(await (await server.post('/api/benches/bench-1/reset', reset)).json()).code).toBe('confirmation-unknown');
});

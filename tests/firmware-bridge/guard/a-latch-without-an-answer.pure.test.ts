/** A heartbeat shows that the rig is latched, not what it answered: nothing is called stopped before the rig said so. */
import { expect, test } from 'vitest';
import { RESTORE } from './bench-script.ts';
import { handshaken } from './places.ts';

const LATCH = { answer: 'too-late', phase: 'write', zone: 'committed', restore: RESTORE, at_ms: '9033', cause: 'lapse' };

function seenOnly(latch: string): ReturnType<typeof handshaken> {
  const bench = handshaken();
  bench.hb.latch = latch;
  bench.run(300);
  return bench;
}

test('two heartbeats with a latch trip the bench and confirm nothing', () => {
  const { receipt, operator } = seenOnly('R00070000001').state.trip?.trip ?? {};
  expect(receipt).toMatchObject({ answer: 'none', state: 'not-confirmed' });
  expect(operator).toBe('look-first');
});

test.each([['R00070000001', 'too-late', 'too-late'], ['000000000000', 'too-late', 'too-late'], ['000000000000', 'stopped', 'confirmed']])('a new session is asked for, and the record of %s brings the answer %s', (id, answer, state) => {
  const bench = seenOnly(id);
  expect(bench.state.link.session).toBeNull();
  bench.welcome();
  bench.say('LATCH', { ...LATCH, id, answer });
  expect(bench.state.trip?.trip.receipt).toMatchObject({ answer, state });
  expect(bench.state.trip?.trip.operator).toBe(answer === 'stopped' ? 'nothing' : 'keep-cable');
});

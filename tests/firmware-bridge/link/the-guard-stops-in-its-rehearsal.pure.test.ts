/** The rehearsal before guarding: it must end in stops, and must notice a guard that does not stop. */
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { rehearse } from '../../../firmware-bridge/link/rehearsal.ts';

const SETUP = {
  bench: 'bench-1', name: 'Bench 1', path: '/dev/none', hostName: 'rehearsal', expectedRig: null, virtual: false, baud: 115_200,
  limits: DEFAULT_LIMITS, stopPrefix: '00000000', nonceStart: 0,
};

test('every rehearsed session ends in a stop', () => {
  const { sessions, stops } = rehearse(SETUP);
  expect(stops).toBe(sessions);
});

test('with limits that no bend reaches the rehearsal says so', () => {
  const limits = { ...DEFAULT_LIMITS, frameLimitUm: 90_000, frameNoRestoreUm: 100_000 };
  expect(rehearse({ ...SETUP, limits }).stops).toBe(0);
});

/** Which bench the stop key means: the one that runs, or one that is chosen; never one by accident, and never none while something may run. */
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { choiceOf, chosenBy, isStopKey } from '../../web/reading/stop-key.ts';
import { readBench } from '../../web/reading/voice.ts';
import { benches, viewOf } from './made-benches.ts';

const read = (...statuses: BenchStatus[]) => statuses.map((status) => readBench({ view: viewOf(status), receivedAtMs: 0 }, 0));

test.each([
  ['one runs among others', read(benches.ready(1), benches.running(2), benches.committed(3), benches.stopped(4)), { pressed: 'bench-2', offered: ['bench-2'], running: 1 }],
  ['two run', read(benches.running(1), benches.ready(2), benches.running(3)), { pressed: null, offered: ['bench-1', 'bench-3'], running: 2 }],
  ['a stop that was not confirmed still runs', read(benches.notConfirmed(1), benches.ready(2)), { pressed: 'bench-1', offered: ['bench-1'], running: 1 }],
  ['a waiting restore runs', read({ ...benches.running(1), mode: 'inhibited', permit: null }, benches.waiting(2)), { pressed: 'bench-1', offered: ['bench-1'], running: 1 }],
  ['none runs: nothing is stopped unasked', read(benches.committed(1), benches.ready(2), benches.ready(3)), { pressed: null, offered: ['bench-2', 'bench-3', 'bench-1'], running: 0 }],
  ['the only bench of the store', read(benches.ready(7)), { pressed: 'bench-7', offered: ['bench-7'], running: 0 }],
  ['the only bench is past its point', read(benches.committed(7)), { pressed: null, offered: ['bench-7'], running: 0 }],
  ['no bench', [], { pressed: null, offered: [], running: 0 }],
])('%s', (_what, readings, expected) => {
  expect(choiceOf(readings, true)).toEqual(expected);
});

test('while nothing is heard, the one that ran is stopped and the others are offered: they may run by now', () => {
  const readings = read(benches.ready(1), benches.committed(2), benches.running(3));
  expect(choiceOf(readings, false)).toEqual({ pressed: 'bench-3', offered: ['bench-3', 'bench-1', 'bench-2'], running: 1 });
  expect(choiceOf(read(benches.ready(1), benches.running(2), benches.running(3)), false)).toEqual({ pressed: null, offered: ['bench-2', 'bench-3', 'bench-1'], running: 2 });
});

test('one key chooses among nine', () => {
  const offered = Array.from({ length: 12 }, (_, index) => `bench-${index + 1}`);
  expect(['1', '9', '0', 'a', '10', ''].map((key) => chosenBy(key, offered))).toEqual(['bench-1', 'bench-9', null, null, null, null]);
  expect(chosenBy('2', ['bench-1'])).toBeNull();
});

test('the key is a place on the keyboard, with both of its modifiers', () => {
  const keys = [[true, true, 'KeyE'], [true, false, 'KeyE'], [false, true, 'KeyE'], [true, true, 'KeyR']] as const;
  expect(keys.map(([ctrlKey, shiftKey, code]) => isStopKey({ ctrlKey, shiftKey, code }))).toEqual([true, false, false, false]);
});

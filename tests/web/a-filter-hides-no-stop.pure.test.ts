/** The filter of the board lies in the address; what rings is shown whatever it says. */
import { expect, test } from 'vitest';
import { addressOfView, benchesFor, boardViewOf, isWhole, toggleState } from '../../web/reading/board-view.ts';
import { COUNTED, readBench } from '../../web/reading/voice.ts';
import { benches, viewOf } from './made-benches.ts';

const readings = [benches.stopped(1), benches.waiting(2), benches.running(3), benches.outOfService(4)].map((status) => readBench({ view: viewOf(status), receivedAtMs: 0 }, 0));
const idsOf = (found: ReturnType<typeof benchesFor>) => ({ shown: found.shown.map(({ view }) => view.id), ringing: found.ringing.map(({ view }) => view.id) });
const alarm = readings[0]?.alarmId ?? '';

test('an address is read and written back, in the order of urgency; what it does not know is left out', () => {
  const view = boardViewOf('?state=waiting,stopped,purple&bench=bench-2,bench-1,bench-2');
  expect(view).toEqual({ states: ['stopped', 'waiting'], benches: ['bench-2', 'bench-1'] });
  expect(addressOfView(view)).toBe('/?state=stopped,waiting&bench=bench-2,bench-1');
  expect(addressOfView(boardViewOf('?bench=a%26b'))).toBe('/?bench=a%26b');
  expect([isWhole(boardViewOf('')), isWhole(boardViewOf('?kiosk=1')), addressOfView(boardViewOf('?state='))]).toEqual([true, true, '/']);
});

test('a state is taken in and out again; with all of them in, none is named', () => {
  const one = toggleState(boardViewOf(''), 'waiting');
  expect(one.states).toEqual(['waiting']);
  expect(toggleState(one, 'waiting').states).toEqual([]);
  expect(COUNTED.reduce(toggleState, boardViewOf('')).states).toEqual([]);
});

test('a filter shows what fits, and every alarm that nobody has seen', () => {
  expect(idsOf(benchesFor(boardViewOf('?state=waiting'), readings, new Set()))).toEqual({ shown: ['bench-1', 'bench-2'], ringing: ['bench-1'] });
  expect(idsOf(benchesFor(boardViewOf('?state=waiting'), readings, new Set([alarm])))).toEqual({ shown: ['bench-2'], ringing: [] });
  expect(idsOf(benchesFor(boardViewOf('?bench=bench-3'), readings, new Set()))).toEqual({ shown: ['bench-1', 'bench-3'], ringing: ['bench-1'] });
  expect(idsOf(benchesFor(boardViewOf('?state=out-of-service&bench=bench-4'), readings, new Set([alarm])))).toEqual({ shown: ['bench-4'], ringing: [] });
});

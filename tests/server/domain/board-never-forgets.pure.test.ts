/** The board keeps the last status of a bench, with its growing age, when its bridge goes away. */
import { expect, test } from 'vitest';
import { createBoard } from '../../../server/domain/board.ts';
import { madeStatus } from '../made-evidence.ts';

test('benches are in the order in which people count', () => {
  const board = createBoard();
  board.benchesNamed('bridge-1', ['bench-10', 'bench-2', 'bench-1']);
  expect(board.ids()).toEqual(['bench-1', 'bench-2', 'bench-10']);
  expect(board.view('bench-2', 0)).toEqual({ id: 'bench-2', name: 'bench-2', status: null, ageMs: null, bridgeConnected: false });
});

test('a bridge that went away leaves its last status, ageing', () => {
  const board = createBoard();
  expect(board.bridgeConnected('bridge-1', true)).toEqual([]);
  board.statusArrived('bridge-1', madeStatus('bench-1'), 1000);
  expect(board.view('bench-1', 1040)).toMatchObject({ ageMs: 40, bridgeConnected: true });
  expect(board.bridgeConnected('bridge-1', false)).toEqual(['bench-1']);
  expect(board.view('bench-1', 61_000)).toMatchObject({ ageMs: 60_000, bridgeConnected: false, status: { mode: 'inhibited' } });
});

test('a bench taken out of the configuration leaves the board, others keep their status', () => {
  const board = createBoard();
  board.statusArrived('bridge-1', madeStatus('bench-1'), 0);
  board.statusArrived('bridge-1', madeStatus('bench-2'), 0);
  expect(board.benchesNamed('bridge-1', ['bench-1'])).toBe(true);
  expect(board.ids()).toEqual(['bench-1']);
  expect(board.view('bench-1', 0)?.status).not.toBeNull();
  expect(board.benchesNamed('bridge-1', ['bench-1', 'bench-3'])).toBe(false);
});

test('a bridge that invents benches cannot fill the memory', () => {
  const board = createBoard();
  for (let index = 0; index < 1000; index += 1) board.statusArrived('bridge-1', madeStatus(`bench-${index}`), 0);
  expect(board.ids()).toHaveLength(256);
});

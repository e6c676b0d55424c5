/** Which facts the recorder keeps for the next start, before and after the guard has said which database it believes. */
import { expect, test } from 'vitest';
import { isWorthKeeping } from '../../../firmware-bridge/report/known-facts.ts';
import { makeFacts } from './make-evidence.ts';

test('known facts are replaced only by newer ones of the same database', () => {
  expect(isWorthKeeping(null, makeFacts(1))).toBe(true);
  expect(isWorthKeeping(makeFacts(2), makeFacts(3))).toBe(true);
  expect(isWorthKeeping(makeFacts(2), makeFacts(2))).toBe(false);
  expect(isWorthKeeping(makeFacts(2), makeFacts(1))).toBe(false);
  expect(isWorthKeeping(makeFacts(2), makeFacts(9, 'database-b'))).toBe(false);
  expect(isWorthKeeping(makeFacts(2), { ...makeFacts(2), holds: [] })).toBe(true);
});

test('known facts are those of the database that the guard believes, once it has said which', () => {
  expect(isWorthKeeping(makeFacts(9), makeFacts(2, 'database-b'), 'database-b')).toBe(true);
  expect(isWorthKeeping(makeFacts(9, 'database-b'), makeFacts(10), 'database-b')).toBe(false);
  expect(isWorthKeeping(null, makeFacts(1), 'database-b')).toBe(false);
  expect(isWorthKeeping(makeFacts(2, 'database-b'), makeFacts(1, 'database-b'), 'database-b')).toBe(false);
});

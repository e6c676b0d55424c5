/** Keys of the queue: they go through the list, stop at its ends, and an item stays chosen when others come and go. */
import { expect, test } from 'vitest';
import { itemKey, stepTo } from '../../web/reading/queue-keys.ts';
import { PlayedCases } from './played-cases.ts';
import { askHold, received } from '../server/domain/cases/made-cases.ts';

test('down and up, never past the ends; other keys are not of the list', () => {
  const keys = ['a', 'b', 'c'];
  expect(['j', 'ArrowDown'].map((key) => stepTo(keys, 'a', key))).toEqual(['b', 'b']);
  expect(['k', 'ArrowUp'].map((key) => stepTo(keys, 'a', key))).toEqual(['a', 'a']);
  expect(stepTo(keys, 'c', 'j')).toBe('c');
  expect(stepTo(keys, 'b', 'Home')).toBe('a');
  expect(stepTo(keys, 'a', 'End')).toBe('c');
  expect(stepTo(keys, 'a', 'x')).toBeNull();
  expect(stepTo(keys, 'a', 'toString')).toBeNull();
  expect(stepTo([], null, 'j')).toBeNull();
});

test('two steps of one case are two items, and the same step keeps its key', () => {
  const cases = new PlayedCases();
  const id = received(cases.world);
  const before = cases.answer('GET', '/api/queue', new URLSearchParams(), '', 0, '')?.body as { items: Parameters<typeof itemKey>[0][] };
  askHold(cases.world, id);
  const after = cases.answer('GET', '/api/queue', new URLSearchParams(), '', 0, '')?.body as typeof before;
  const keys = after.items.map(itemKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(before.items.map(itemKey).every((key) => keys.includes(key))).toBe(true);
});

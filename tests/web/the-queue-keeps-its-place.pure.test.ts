/** Keys of the queue: they go through the list, stop at its ends, and an item stays chosen when others come and go. */
import { expect, test } from 'vitest';
import type { QueueItem } from '../../server/contract/case-state.ts';
import { chosenOf, itemKey, stepTo, stepWithin, waitingIn, waitingKey } from '../../web/reading/queue-keys.ts';
import { PlayedCases } from './played-cases.ts';
import { arrived, askHold, received } from '../server/domain/cases/made-cases.ts';

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

const queueNow = (cases: PlayedCases) => (cases.answer('GET', '/api/queue', new URLSearchParams(), '', 0, '')?.body as { items: QueueItem[] }).items;

test('left and right go through what waits in one case, and nowhere else', () => {
  const keys = ['a', 'b', 'c'];
  expect(['l', 'ArrowRight'].map((key) => stepWithin(keys, 'a', key))).toEqual(['b', 'b']);
  expect(['h', 'ArrowLeft'].map((key) => stepWithin(keys, 'c', key))).toEqual(['b', 'b']);
  expect([stepWithin(keys, 'c', 'l'), stepWithin(keys, 'a', 'h'), stepWithin(keys, 'a', 'j'), stepTo(keys, 'a', 'l'), stepWithin(keys, 'a', 'constructor')]).toEqual(['c', 'a', null, null, null]);
});

test('a case is one row with what else waits beneath it; row and steps keep their keys when something comes', () => {
  const cases = new PlayedCases();
  const id = received(cases.world);
  const [before] = queueNow(cases);
  askHold(cases.world, id);
  const after = queueNow(cases);
  expect(after.map(itemKey)).toEqual([id]);
  const keys = after.flatMap(waitingIn).map(waitingKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(2);
  expect((before === undefined ? [] : waitingIn(before)).map(waitingKey).every((key) => keys.includes(key))).toBe(true);
});

test('what is chosen stays chosen; when it is done the first of its case follows, and then the first of all', () => {
  const cases = new PlayedCases();
  askHold(cases.world, received(cases.world));
  arrived(cases.world);
  const items = queueNow(cases);
  expect(items).toHaveLength(2);
  const last = items[1];
  const step = last === undefined ? null : waitingKey(waitingIn(last).at(-1) ?? last);
  const key = last?.case.id ?? '';
  expect(chosenOf(items, key, step)).toMatchObject({ key, step });
  expect(chosenOf(items, key, 'gone')).toMatchObject({ key, waiting: { step: last?.step } });
  expect(chosenOf(items, 'gone', step)).toMatchObject({ key: items[0]?.case.id, waiting: { step: items[0]?.step } });
  expect(chosenOf([], null, null)).toBeNull();
});

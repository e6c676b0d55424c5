/** A badge reader types fast and ends with Enter; a hand does not, however quick. */
import { expect, test } from 'vitest';
import { NO_KEYS, takeKey } from '../../web/reading/badge-keys.ts';

/** Types the keys with this pause between them; the last answer. */
function type(keys: readonly string[], gapMs: number) {
  let state = NO_KEYS;
  let atMs = 1000;
  const taken = keys.map((key) => {
    const one = takeKey(state, key, atMs);
    state = one.keys;
    atMs += gapMs;
    return one;
  });
  return taken;
}

const badge = ['0', '4', 'A', '1', 'B', '2', 'C', '3', 'Enter'];

test('fast keys that end with Enter are a badge, and only then', () => {
  const taken = type(badge, 5);
  expect(taken.map(({ badge: found }) => found)).toEqual([null, null, null, null, null, null, null, null, '04A1B2C3']);
});

test('the same keys by hand are nobody’s badge', () => {
  expect(type(badge, 80).filter(({ badge: found }) => found !== null)).toEqual([]);
});

test('a PIN typed by a machine is too short for a badge', () => {
  expect(type(['1', '2', '3', '4', '5', '6', 'Enter'], 5).at(-1)?.badge).toBeNull();
});

test('what a hand typed before is not part of the badge', () => {
  const byHand = type(['x', 'y'], 300).at(-1)?.keys ?? NO_KEYS;
  let state = byHand;
  let found: string | null = null;
  badge.forEach((key, index) => {
    const one = takeKey(state, key, 5000 + index * 4);
    state = one.keys;
    found = one.badge ?? found;
  });
  expect(found).toBe('04A1B2C3');
});

test('Shift between the characters changes nothing', () => {
  expect(type(['0', '4', 'Shift', 'A', '1', 'Shift', 'B', '2', 'Shift', 'C', '3', 'Enter'], 5).at(-1)?.badge).toBe('04A1B2C3');
});

test('an Enter that comes late ends no badge', () => {
  const keys = type(badge.slice(0, -1), 5).at(-1)?.keys ?? NO_KEYS;
  expect(takeKey(keys, 'Enter', 9000).badge).toBeNull();
});

/** Open questions to passkeys: each once, for what it was meant, for five minutes; a flood of them takes none from anybody else. */
import { expect, test } from 'vitest';
import { CHALLENGE_MS, createChallenges } from '../../../server/sign-in/challenges.ts';

test('a question is taken once, for what it was meant and in its time, and a wrong try uses it up', () => {
  const challenges = createChallenges();
  const [once, other, early, late] = ['once', 'other', 'early', 'late'].map((meant) => challenges.make(meant, 'here', 0)) as [string, string, string, string];
  expect(new Set([once, other, early, late]).size).toBe(4);
  expect([challenges.take(once, 'once', 1), challenges.take(once, 'once', 1)]).toEqual([true, false]);
  expect([challenges.take(other, 'once', 1), challenges.take(other, 'other', 1)]).toEqual([false, false]);
  expect(challenges.take(early, 'early', CHALLENGE_MS - 1)).toBe(true);
  expect(challenges.take(late, 'late', CHALLENGE_MS)).toBe(false);
});

test('one place has 32 open ones; with the next the oldest of its own is gone, and those of others stay', () => {
  const challenges = createChallenges();
  const others = challenges.make('enter', 'elsewhere', 0);
  const own = Array.from({ length: 33 }, () => challenges.make('enter', 'here', 0));
  expect(own.map((one) => challenges.take(one, 'enter', 1))).toEqual([false, ...Array.from({ length: 32 }, () => true)]);
  expect(challenges.take(others, 'enter', 1)).toBe(true);
});

test('of all places together the oldest are forgotten', () => {
  const challenges = createChallenges();
  const all = Array.from({ length: 20_001 }, (_, index) => challenges.make('enter', `place ${index}`, 0));
  expect(all.filter((one) => !challenges.take(one, 'enter', 1))).toEqual([all[0]]);
});

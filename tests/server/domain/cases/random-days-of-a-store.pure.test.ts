/** Days of a store with several people, cases, phones and benches, drawn at random: whatever they do, the promises hold. */
import { expect, test } from 'vitest';
import { CASE_ACT_NAMES, CASE_REFUSALS } from '../../../../server/contract/case-acts.ts';
import { exploreLives } from './model/explore-lives.ts';
import { moveOf } from './model/one-day.ts';
import { playDays } from './model/play-days.ts';

const RUNS = 200;
const SEED = 20_261_124;

/** What only the route can say, or what needs more than twenty devices, or that no sequence of this length meets. */
const NOT_BY_RULES = new Set<string>([
  'no-such-case', 'case-moved-on', 'act-id-used', 'too-many-devices', 'no-such-photo', 'no-such-message', 'photo-wrong', 'link-unknown', 'link-over', 'pin-wrong',
]);

test('days of a store keep every promise, and every act and refusal was met', () => {
  const { failure, accepted, refused, steps, moves } = playDays(RUNS, SEED);
  expect(failure).toBeNull();
  expect(steps).toBeGreaterThan(RUNS * 30);
  const drawn = new Set(exploreLives().seen.map(moveOf));
  expect([...moves.keys()].filter((move) => !drawn.has(move)), 'moves that the paper on the lives does not draw').toEqual([]);
  expect(CASE_ACT_NAMES.filter((name) => !accepted.has(name)), 'never done').toEqual([]);
  expect(CASE_REFUSALS.filter((refusal) => !refused.has(refusal) && !NOT_BY_RULES.has(refusal)), 'never refused').toEqual([]);
}, 60_000);

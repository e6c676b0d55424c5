/** Activity is told at most once a minute, never lost, and a page that nobody touches asks whether it must lock. */
import { expect, test } from 'vitest';
import { active, beginIdle, tick } from '../../web/reading/idle.ts';
import type { Idle } from '../../web/reading/idle.ts';

const LIMIT_MS = 600_000;

/** One tick a second, activity where it is said; what was due, with its second. */
function run(seconds: number, isActive: (second: number) => boolean): string[] {
  let idle: Idle = beginIdle(0);
  const due: string[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    if (isActive(second)) idle = active(idle, second * 1000);
    const ticked = tick(idle, second * 1000, LIMIT_MS);
    idle = ticked.idle;
    if (ticked.due !== null) due.push(`${ticked.due} ${second}`);
  }
  return due;
}

test('somebody who never rests is told once a minute', () => {
  expect(run(300, () => true)).toEqual(['tell 60', 'tell 120', 'tell 180', 'tell 240', 'tell 300']);
});

test('one touch in the first minute is told when the minute is over, and not again', () => {
  expect(run(300, (second) => second === 10)).toEqual(['tell 60']);
});

test('nobody there: nothing is told, and after the limit it asks, then every twenty seconds', () => {
  expect(run(645, () => false)).toEqual(['ask 600', 'ask 620', 'ask 640']);
});

test('the limit runs from what the server knows, so that page and server end together', () => {
  expect(run(720, (second) => second === 65)).toEqual(['tell 65', 'ask 665', 'ask 685', 'ask 705']);
});

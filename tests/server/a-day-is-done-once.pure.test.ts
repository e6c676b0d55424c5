/** The daily run: once a day by the calendar, also after nights that the PC was off; a step that fails is tried again. */
import { expect, test } from 'vitest';
import { createDailyRun } from '../../server/daily-run.ts';

const HOUR_MS = 3_600_000;

function run(failing: () => boolean = () => false) {
  const clock = { ms: Date.parse('2026-11-24T22:30:00.000Z') };
  const done: (readonly [string, string | null])[] = [];
  const log: string[] = [];
  let last: string | null = null;
  const step = (what: string, fails: () => boolean) => ({
    what,
    run(nowMs: number, formerRunMs: number | null) {
      if (fails()) throw new Error('no space');
      done.push([`${what} ${new Date(nowMs).toISOString().slice(5, 13)}`, formerRunMs === null ? null : new Date(formerRunMs).toISOString().slice(5, 13)]);
    },
  });
  const tick = createDailyRun([step('one', failing), step('two', () => false)], { read: () => last, write: (atIso) => { last = atIso; } }, { epochMs: () => clock.ms, log: (level, text) => void log.push(`${level} ${text}`) });
  return { clock, done, log, tick, last: () => last };
}

test('once a day, with the time of the run before', () => {
  const { clock, done, tick } = run();
  const ran = Array.from({ length: 27 }, () => {
    const did = tick();
    clock.ms += HOUR_MS;
    return did;
  });
  expect(ran.flatMap((did, hour) => (did ? [hour] : []))).toEqual([0, 2, 26]);
  expect(done).toEqual([['one 11-24T22', null], ['two 11-24T22', null], ['one 11-25T00', '11-24T22'], ['two 11-25T00', '11-24T22'], ['one 11-26T00', '11-25T00'], ['two 11-26T00', '11-25T00']]);
});

test('a step that fails keeps no other from running, is said, and is tried again within the same day with the same run before', () => {
  let broken = true;
  const { clock, done, log, tick, last } = run(() => broken);
  tick();
  expect([done.map(([what]) => what), log, last()]).toEqual([['two 11-24T22'], ['error one failed and is tried again: no space'], null]);
  broken = false;
  clock.ms += HOUR_MS;
  tick();
  expect(done.at(-2)).toEqual(['one 11-24T23', null]);
  expect(last()).toBe('2026-11-24T23:30:00.000Z');
});

test('a clock that was set back is another day, too', () => {
  const { clock, done, tick } = run();
  tick();
  clock.ms -= 48 * HOUR_MS;
  tick();
  expect(done.at(-1)).toEqual(['two 11-22T22', '11-24T22']);
});

/** An alarm that somebody has seen stays quiet when the page is loaded again in the same browser session, until it ends; and only a bench that speaks can end it. */
import { expect, test } from 'vitest';
import { AlarmDesk } from '../../web/parts/alarm-desk.ts';
import { readBench } from '../../web/reading/voice.ts';
import type { Reading } from '../../web/reading/voice.ts';
import { benches, viewOf } from './made-benches.ts';

const session = () => {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
};
const read = (view: ReturnType<typeof viewOf>): Reading => readBench({ view, receivedAtMs: 0 }, 0);
const stopped = read(viewOf(benches.stopped(1)));
const alarm = stopped.alarmId ?? '';

test('seen is seen after a reload, and unseen in another session', () => {
  const keep = session();
  new AlarmDesk(keep).see(alarm);
  expect([...new AlarmDesk(keep).seen]).toEqual([alarm]);
  expect(new AlarmDesk(session()).seen.size).toBe(0);
});

test('an alarm that ended is forgotten, for this page and for the next', () => {
  const keep = session();
  const desk = new AlarmDesk(keep);
  desk.see(alarm);
  desk.forgetEnded([stopped]);
  expect(desk.seen.has(alarm)).toBe(true);
  desk.forgetEnded([read(viewOf(benches.running(1)))]);
  expect([desk.seen.size, new AlarmDesk(keep).seen.size]).toEqual([0, 0]);
});

test('a page that knows no bench yet, or a bench that says nothing, forgets nothing', () => {
  const desk = new AlarmDesk(session());
  desk.see(alarm);
  desk.forgetEnded([]);
  desk.forgetEnded([{ ...stopped, status: null, alarmId: null }]);
  expect(desk.seen.has(alarm)).toBe(true);
});

test('what somebody else wrote into the session is nothing', () => {
  for (const text of ['not json', '{"a":1}', '[1,null]', 'null']) expect(new AlarmDesk({ getItem: () => text, setItem: () => undefined }).seen.size).toBe(0);
  const closed = { getItem: () => { throw new Error('forbidden'); }, setItem: () => { throw new Error('full'); } };
  const desk = new AlarmDesk(closed);
  desk.see(alarm);
  expect(desk.seen.has(alarm)).toBe(true);
});

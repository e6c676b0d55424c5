/** The life of an alarm: acknowledged is not cleared, what is put aside comes back by itself, and many at once are one tone. */
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { AlarmNote } from '../../server/contract/alarms.ts';
import { alarmLifeOf, ringingOf } from '../../web/reading/alarm-life.ts';
import type { Known } from '../../web/reading/alarm-life.ts';
import { nextTone, SILENT } from '../../web/reading/alarm-rhythm.ts';
import { readBench } from '../../web/reading/voice.ts';
import { AT_ISO, benches, trip, viewOf } from './made-benches.ts';

const NOW_MS = Date.parse(AT_ISO);
const read = (status: BenchStatus) => readBench({ view: viewOf(status), receivedAtMs: 0 }, 0);
const stopped = read(benches.stopped(1));
const note = (differs: Partial<AlarmNote> = {}): AlarmNote => ({
  id: '0190a7c0-0000-7000-8000-00000000e001', bench: 'bench-1', alarm: stopped.alarmId ?? '', by: { kind: 'person', name: 'P-0ADA01' }, atIso: AT_ISO, untilIso: null, ...differs,
});
const known = (differs: Partial<Known> = {}): Known => ({ notes: [], seenHere: new Set(), serverNowMs: NOW_MS, ...differs });
const until = (ms: number) => new Date(NOW_MS + ms).toISOString();

test('unacknowledged, acknowledged by a name, put aside with an end, and back by itself', () => {
  expect(alarmLifeOf(stopped, known()).phase).toBe('unacknowledged');
  expect(alarmLifeOf(stopped, known({ notes: [note()] }))).toMatchObject({ phase: 'acknowledged', note: { by: { name: 'P-0ADA01' } } });
  const aside = known({ notes: [note({ untilIso: until(60_000) })] });
  expect(alarmLifeOf(stopped, aside)).toMatchObject({ phase: 'snoozed', leftMs: 60_000 });
  expect(alarmLifeOf(stopped, { ...aside, serverNowMs: NOW_MS + 60_000 }).phase).toBe('unacknowledged');
  // Without the clock of the server nobody knows whether the time is over: then it rings.
  expect(alarmLifeOf(stopped, { ...aside, serverNowMs: null }).phase).toBe('unacknowledged');
});

test('the newest note counts; put aside after having been seen is put aside', () => {
  expect(alarmLifeOf(stopped, known({ notes: [note({ untilIso: until(60_000) }), note()] })).phase).toBe('acknowledged');
  expect(alarmLifeOf(stopped, known({ notes: [note(), note({ untilIso: until(60_000) })] })).phase).toBe('snoozed');
});

test('a cause that is gone before anybody saw it still says so; a new cause, and another bench, ring whatever was said before', () => {
  const [cause] = trip().causes;
  const causes = cause === undefined ? [] : [{ ...cause, cleared: true }];
  expect(alarmLifeOf(read({ ...benches.stopped(1), trip: trip({ causes }) }), known()).phase).toBe('cleared-unacknowledged');
  const worse = read({ ...benches.stopped(1), trip: trip({ causes: [...trip().causes, ...causes] }) });
  expect(alarmLifeOf(worse, known({ notes: [note({ untilIso: until(3_600_000) })], seenHere: new Set([stopped.alarmId ?? '']) })).phase).toBe('unacknowledged');
  expect(alarmLifeOf(read(benches.stopped(2)), known({ notes: [note()] })).phase).toBe('unacknowledged');
  expect(alarmLifeOf(read(benches.running(1)), known()).phase).toBe('none');
});

test('a flood is one tone at a time, the worst, at once and then every four seconds; what comes meanwhile waits for its turn', () => {
  const flood = ringingOf([benches.stopped(1), benches.tooLateTrip(2), benches.notConfirmed(3), benches.stopped(4)].map(read), known());
  expect(flood.map(({ reading }) => reading.voice)).toEqual(['not-confirmed', 'stopped', 'stopped', 'too-late']);
  const tones: (readonly [number, string])[] = [];
  let rhythm = SILENT;
  for (let atMs = 0; atMs <= 10_000; atMs += 200) {
    const ringing = atMs < 1000 ? flood.slice(1) : flood;
    const next = nextTone(rhythm, ringing, atMs, false);
    rhythm = next.rhythm;
    if (next.tone !== null) tones.push([atMs, next.tone]);
  }
  expect(tones).toEqual([[0, 'stopped'], [1600, 'not-confirmed'], [5600, 'not-confirmed'], [9600, 'not-confirmed']]);
});

test('a mute quiets what rings, and a new stop is heard once all the same', () => {
  const one = ringingOf([read(benches.notConfirmed(1))], known());
  const two = ringingOf([read(benches.notConfirmed(1)), read(benches.stopped(2))], known());
  const heard = nextTone(SILENT, one, 0, false).rhythm;
  expect(nextTone(heard, one, 60_000, true).tone).toBeNull();
  const more = nextTone(heard, two, 60_000, true);
  expect(more.tone).toBe('stopped');
  expect(nextTone(more.rhythm, two, 120_000, true).tone).toBeNull();
});

test('what is gone by itself is said seldom, and nothing sounds when all is seen', () => {
  const gone = ringingOf([read({ ...benches.stopped(1), trip: trip({ causes: trip().causes.map((cause) => ({ ...cause, cleared: true })) }) })], known());
  const { rhythm } = nextTone(SILENT, gone, 0, false);
  expect([nextTone(rhythm, gone, 19_999, false).tone, nextTone(rhythm, gone, 20_000, false).tone, nextTone(rhythm, [], 60_000, false).tone]).toEqual([null, 'stopped', null]);
});

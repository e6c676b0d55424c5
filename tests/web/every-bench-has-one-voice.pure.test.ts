/** The voice of a bench: worst first, never "stopped" without the rig's answer, never live when it is old. */
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { BenchView } from '../../server/contract/live.ts';
import { countVoices, readBench, worstUnseen } from '../../web/reading/voice.ts';
import { benches, made, receipt, trip, viewOf } from './made-benches.ts';

const read = (status: BenchStatus, change: Partial<BenchView> = {}, nowAtMs = 0) => readBench({ view: viewOf(status, change), receivedAtMs: 0 }, nowAtMs);

test.each([
  ['ready', 'ready'], ['running', 'running'], ['waiting', 'waiting'], ['waitingAtGate', 'waiting'], ['committed', 'too-late'], ['stopped', 'stopped'],
  ['stoppedByHand', 'stopped'], ['notConfirmed', 'not-confirmed'], ['tooLateTrip', 'too-late'], ['unplugged', 'unprotected'],
] as const)('%s speaks as %s', (name, voice) => {
  expect(read(benches[name](1)).voice).toBe(voice);
});

test('without the answer of the rig nothing is called stopped', () => {
  const answers = (['pending', 'not-confirmed', 'not-written', 'too-late'] as const).map((state) =>
    read({ ...benches.stopped(1), trip: trip({ receipt: receipt({ state, answer: 'none' }) }) }).voice);
  expect(answers).toEqual(['stopping', 'not-confirmed', 'locked', 'too-late']);
});

test('where people are in danger the bench says so first, whatever became of the restore, and its alarm is the worst', () => {
  for (const state of ['pending', 'confirmed', 'not-confirmed', 'not-written', 'too-late'] as const) {
    const danger = read({ ...benches.stopped(1), trip: trip({ operator: 'step-back', receipt: receipt({ state }) }) });
    expect(danger.voice).toBe('step-back');
    expect(worstUnseen([read(benches.notConfirmed(2)), danger], new Set())).toBe(danger);
  }
});

test('a bench that falls silent loses its voice after five seconds', () => {
  const running = benches.running(1);
  expect(read(running, {}, 4800)).toMatchObject({ voice: 'running', freshness: 'late', isStale: false });
  expect(read(running, {}, 5200)).toMatchObject({ voice: 'unprotected', freshness: 'stale', isStale: true });
});

test('a fresh report of an old rig is as old as the rig', () => {
  const silent = { ...benches.running(1), link: { ...benches.running(1).link, lastFrameAgeMs: 9000 } };
  expect(read(silent)).toMatchObject({ voice: 'unprotected', ageMs: 9060 });
});

test('a bridge that is gone, and a bench never heard, are unprotected', () => {
  expect(read(benches.running(1), { bridgeConnected: false }).voice).toBe('unprotected');
  expect(readBench({ view: viewOf(made(1), { status: null, ageMs: null }), receivedAtMs: 0 }, 0)).toMatchObject({ voice: 'unprotected', isStale: true });
});

test('a trip is still told of when its bench is silent', () => {
  expect(read(benches.notConfirmed(1), { bridgeConnected: false }, 60_000)).toMatchObject({ voice: 'not-confirmed', isStale: true });
});

test('the stop is off only in established committed, and comes back when that is not sure any more', () => {
  expect(read(benches.committed(1)).stopIsOff).toBe(true);
  expect(read(benches.committed(1), {}, 6000).stopIsOff).toBe(false);
  expect(read({ ...benches.running(1), zone: 'committed' }).stopIsOff).toBe(false);
});

test('the worst unseen alarm leads; a stop that turns out unconfirmed is a new alarm', () => {
  const readings = [read(benches.stopped(1)), read(benches.notConfirmed(2)), read(benches.committed(3))];
  const worst = worstUnseen(readings, new Set());
  expect(worst?.view.id).toBe('bench-2');
  const seen = new Set(readings.flatMap(({ alarmId }) => alarmId ?? []));
  expect(worstUnseen(readings, seen)).toBeNull();
  const pending = read({ ...benches.stopped(1), trip: trip({ receipt: receipt({ state: 'pending' }) }) });
  expect(pending.alarmId).toBe(readings[0]?.alarmId);
  expect(readings[1]?.alarmId).not.toBe(readings[0]?.alarmId);
});

test('the counts of the header', () => {
  const readings = [read(benches.stopped(1)), read(benches.notConfirmed(2)), read(benches.ready(3)), read(benches.waiting(4)), read(benches.unplugged(5))];
  expect(countVoices(readings)).toEqual({ stopped: 2, 'too-late': 0, waiting: 1, running: 0, unprotected: 1, ready: 1, 'out-of-service': 0 });
});

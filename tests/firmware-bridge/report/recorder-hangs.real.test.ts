/** The recorder's process is there and does nothing: the guard says so in seconds and replaces it in half a minute. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRecorderChild, type RecorderChild } from '../../../firmware-bridge/report/recorder-child.ts';
import { makeEvidence, makeStatus } from './make-evidence.ts';
import { createRecorderBench, ENTRY, until, type RecorderBench } from './recorder-bench.ts';
import { createVirtualClock } from './virtual-clock.ts';

let bench: RecorderBench;
beforeEach(async () => {
  bench = await createRecorderBench();
});
afterEach(() => bench.clear());

const clock = createVirtualClock();
const startChild = (entry: string): RecorderChild =>
  createRecorderChild({
    entry,
    args: ['--state', bench.stateDir, '--server', 'ws://127.0.0.1:9/api/bridge', '--boot-id', 'boot-1'],
    errorLog: bench.path('log/recorder.err'),
    onMessage: () => undefined,
    onHealth: () => undefined,
    now: clock.nowMs,
    setTimer: clock.setTimer,
    random: () => 0,
  });

it('cannot record 3 s after the recorder stopped answering, keeps 1,000, counts the rest, and recovers with a new one', async () => {
  const child = startChild(ENTRY);
  await until(() => child.canRecord, 'ready');
  const hungPid = child.pid ?? 0;
  process.kill(hungPid, 'SIGSTOP');
  for (let seq = 1; seq <= 1_010; seq += 1) child.send({ type: 'evidence', event: makeEvidence(seq) });
  expect([child.canRecord, child.unrecordedCount, child.lostCount]).toEqual([false, 1_000, 10]);
  for (let sentAtMs = 1; sentAtMs <= 5; sentAtMs += 1) child.send({ type: 'telemetry', status: makeStatus('bench-1', sentAtMs) });
  expect(child.droppedCount).toBe(5);
  clock.advance(3_600);
  expect(child.health).toMatchObject({ problem: 'recorder-lost', why: 'the recorder does not answer' });
  clock.advance(28_000);
  await until(() => child.pid === null, 'the hung one is gone');
  clock.advance(100);
  await until(() => child.canRecord && child.unrecordedCount === 0, 'the new one has recorded what was kept');
  expect(child.pid).not.toBe(hungPid);
  const stopped = child.stop();
  await stopped;
});

it('keeps trying when the recorder cannot be started at all, and never throws', async () => {
  const child = startChild(bench.path('no-such-file.ts'));
  child.send({ type: 'evidence', event: makeEvidence(1) });
  await until(() => child.health.why?.includes('ended') === true, 'it has ended');
  expect(child.health).toMatchObject({ canRecord: false, problem: 'recorder-lost' });
  expect(child.unrecordedCount).toBe(1);
  clock.advance(100);
  await until(() => child.pid !== null, 'the next try');
  await child.stop();
});

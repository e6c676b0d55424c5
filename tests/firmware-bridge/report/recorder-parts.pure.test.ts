/** The recorder's pure parts: window, pace, gate, waiting answers, memory, health, arguments. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import type { FromRecorder } from '../../../firmware-bridge/contract/recorder-pipe.ts';
import type { OrderResult } from '../../../firmware-bridge/contract/uplink.ts';
import { AnswerWatch } from '../../../firmware-bridge/report/answer-watch.ts';
import { parseRecorderArguments } from '../../../firmware-bridge/report/arguments.ts';
import { backoffMs } from '../../../firmware-bridge/report/backoff.ts';
import { DeliveryWindow } from '../../../firmware-bridge/report/delivery-window.ts';
import { createGuardChannel, readGuardMessage } from '../../../firmware-bridge/report/guard-channel.ts';
import { OrderResults } from '../../../firmware-bridge/report/order-results.ts';
import { judgeEnded, judgeRecorder } from '../../../firmware-bridge/report/recorder-health.ts';
import { RestartPace } from '../../../firmware-bridge/report/restart-pace.ts';
import { TelemetryGate } from '../../../firmware-bridge/report/telemetry-gate.ts';
import { Unrecorded } from '../../../firmware-bridge/report/unrecorded.ts';
import { makeEvidence, makeStatus } from './make-evidence.ts';
import { createVirtualClock } from './virtual-clock.ts';

const uuid = (n: number): string => `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, '0')}`;

describe('delivery window', () => {
  it('never has more on the way than its size, and believes only what was sent', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constant('send' as const), fc.integer({ min: 0, max: 60 })), { maxLength: 80 }), (steps) => {
      const window = new DeliveryWindow(8, 0);
      let next = 1;
      let acknowledged = 0;
      for (const step of steps) {
        if (step === 'send') {
          if (window.room > 0) window.sent(next++);
        } else if (window.acknowledged(step)) {
          expect(step).toBeLessThan(next);
          acknowledged = step;
        }
        expect(window.unacknowledged).toBe(next - 1 - acknowledged);
        expect(window.room).toBeGreaterThanOrEqual(0);
      }
    }));
  });
});

describe('pace', () => {
  it('never waits longer than its longest delay and never less than half the first', () => {
    fc.assert(fc.property(fc.nat(5_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, chance) => {
      const delayMs = backoffMs({ firstMs: 200, longestMs: 5_000 }, attempt, chance);
      expect(delayMs).toBeGreaterThanOrEqual(100);
      expect(delayMs).toBeLessThanOrEqual(5_000);
    }));
  });

  it('restarts ever more slowly what keeps dying, quickly what ran well', () => {
    const pace = new RestartPace();
    const delays = [0, 0, 0].map(() => {
      pace.started(0);
      return pace.endedMs(50, 0.999_999);
    });
    expect(delays).toEqual([100, 200, 400]);
    pace.started(0);
    expect(pace.endedMs(10_001, 0.999_999)).toBe(100);
  });
});

describe('telemetry gate', () => {
  function setUp() {
    const clock = createVirtualClock();
    const sent: { atMs: number; status: BenchStatus }[] = [];
    let state: 'closed' | 'slow' | 'open' = 'open';
    const gate = new TelemetryGate({ clock, line: () => state, send: (status) => void sent.push({ atMs: clock.nowMs(), status }) });
    return { clock, sent, gate, set: (to: typeof state) => { state = to; } };
  }

  it('sends at most ten a second for each bench, and always the latest', () => {
    const { clock, sent, gate } = setUp();
    for (let tick = 0; tick < 200; tick += 1) {
      gate.offer(makeStatus('a', tick));
      gate.offer(makeStatus('b', tick));
      clock.advance(5);
    }
    clock.advance(100);
    const ofA = sent.filter((entry) => entry.status.bench === 'a');
    expect(ofA).toHaveLength(11);
    expect(ofA.at(-1)?.status.sentAtMs).toBe(199);
    expect(sent).toHaveLength(22);
  });

  it('drops while the line is closed, keeps only the newest while it is slow', () => {
    const { clock, sent, gate, set } = setUp();
    set('closed');
    gate.offer(makeStatus('a', 1));
    clock.advance(1_000);
    set('slow');
    for (let tick = 2; tick < 50; tick += 1) gate.offer(makeStatus('a', tick));
    clock.advance(1_000);
    expect(sent).toEqual([]);
    set('open');
    clock.advance(100);
    expect(sent.map((entry) => entry.status.sentAtMs)).toEqual([49]);
  });

  it('forgets what waited when the line closed', () => {
    const { clock, sent, gate, set } = setUp();
    set('slow');
    gate.offer(makeStatus('a', 1));
    gate.clear();
    set('open');
    clock.advance(1_000);
    expect(sent).toEqual([]);
    expect(clock.waiting()).toBe(0);
  });
});

describe('answers to orders', () => {
  const result = (n: number): OrderResult => ({ id: uuid(n), ok: true, outcome: 'stop-written', refusal: null, tripId: null });
  const order = (n: number, expiresInMs: number) => ({
    id: uuid(n), kind: 'stop', bench: 'a', actor: { kind: 'person', name: 'A' }, second: null, reason: '', tripId: null, expiresInMs,
  }) as const;

  it('are dropped once their order has expired, and taken once', () => {
    const clock = createVirtualClock();
    const results = new OrderResults(clock.nowMs);
    results.ordered(order(1, 1_000));
    results.ordered(order(2, 5_000));
    results.add(result(1));
    results.add(result(2));
    clock.advance(1_000);
    expect(results.take()).toEqual([result(2)]);
    expect(results.take()).toEqual([]);
  });

  it('wait a hundred at most, the newest ones', () => {
    const results = new OrderResults(() => 0);
    for (let n = 1; n <= 150; n += 1) results.add(result(n));
    const taken = results.take();
    expect(taken).toHaveLength(100);
    expect(taken[0]).toEqual(result(51));
  });
});

describe("the guard's memory", () => {
  it('keeps the oldest, counts what found no room, and goes on behind a gap', () => {
    const memory = new Unrecorded(3);
    expect([1, 2, 3, 4, 5].map((seq) => memory.add(makeEvidence(seq)))).toEqual([true, true, true, false, false]);
    memory.recorded(2);
    expect(memory.add(makeEvidence(6))).toBe(true);
    expect(memory.all().map((event) => event.seq)).toEqual([3, 6]);
    memory.recorded(6);
    expect([memory.size, memory.lost]).toEqual([0, 2]);
  });

  it('says that it can record only when the recorder proved it, answers, and there is room', () => {
    const fine = { canRecord: true, why: null };
    expect(judgeRecorder(fine, 3_000, false)).toEqual({ canRecord: true, problem: null, why: null });
    expect(judgeRecorder(fine, 3_001, false)).toMatchObject({ canRecord: false, problem: 'recorder-lost' });
    expect(judgeRecorder(fine, 0, true)).toMatchObject({ canRecord: false, problem: 'recorder-lost' });
    expect(judgeRecorder({ canRecord: false, why: 'full' }, 0, false)).toEqual({ canRecord: false, problem: 'disk-full', why: 'full' });
    expect(judgeEnded({ canRecord: false, why: 'a newer release' }, 'exit code 2').why).toBe('a newer release');
    expect(judgeEnded(null, 'exit code 1').why).toBe('exit code 1');
  });
});

describe('the watch over the recorder', () => {
  it('calls it silent after 30 s of ticks without a word', () => {
    const watch = new AnswerWatch(0);
    let silentAtMs = 0;
    for (let nowMs = 500; silentAtMs === 0 && nowMs < 60_000; nowMs += 500) {
      if (nowMs === 5_000) watch.heard(nowMs);
      if (watch.tick(nowMs)) silentAtMs = nowMs;
    }
    expect(silentAtMs).toBe(35_500);
  });

  it("does not blame it for a stall of the guard's own", () => {
    const watch = new AnswerWatch(0);
    watch.sent(0);
    expect(watch.tick(60_000)).toBe(false);
    expect(watch.waitedMs(60_000)).toBe(0);
    expect(watch.waitedMs(61_000)).toBe(1_000);
    watch.progressed(61_000, false);
    expect(watch.waitedMs(99_000)).toBe(0);
  });
});

describe('the channel to the guard', () => {
  it('keeps only the newest of repeated messages while the guard does not read, and orders before them', () => {
    const sent: FromRecorder[] = [];
    const done: (() => void)[] = [];
    const tell = createGuardChannel({ send: (message, written) => { sent.push(message); done.push(written); } });
    const order = { type: 'order', order: { id: uuid(1), kind: 'stop', bench: 'a', actor: { kind: 'person', name: 'A' }, second: null, reason: '', tripId: null, expiresInMs: 1 } } as const;
    for (let seq = 1; seq <= 50; seq += 1) tell({ type: 'recorded', seq });
    tell(order);
    for (let step = 0; step < 5; step += 1) done.shift()?.();
    expect(sent).toEqual([{ type: 'recorded', seq: 1 }, order, { type: 'recorded', seq: 50 }]);
  });

  it('never lets a later word of health overtake `recorded`', () => {
    const sent: FromRecorder[] = [];
    const done: (() => void)[] = [];
    const tell = createGuardChannel({ send: (message, written) => { sent.push(message); done.push(written); } });
    tell({ type: 'recorded', seq: 1 });
    tell({ type: 'health', canRecord: false, why: 'full' });
    tell({ type: 'recorded', seq: 2 });
    tell({ type: 'health', canRecord: true, why: null });
    for (let step = 0; step < 5; step += 1) done.shift()?.();
    expect(sent).toEqual([{ type: 'recorded', seq: 1 }, { type: 'recorded', seq: 2 }, { type: 'health', canRecord: true, why: null }]);
  });

  it('takes nothing that the outbox could not number', () => {
    expect(readGuardMessage({ type: 'evidence', event: makeEvidence(1) })).not.toBeNull();
    for (const odd of [null, 'text', {}, { type: 'evidence' }, { type: 'evidence', event: { ...makeEvidence(1), seq: 1.5 } }, { type: 'new' }]) {
      expect(readGuardMessage(odd)).toBeNull();
    }
  });
});

describe('arguments', () => {
  const good = ['--state', 'folder', '--server', 'ws://127.0.0.1:4680/api/bridge'];
  it('are read', () => {
    expect(parseRecorderArguments([...good, '--boot-id', 'b', '--virtual', '--outbox-pages-max', '100', '--keep-free-mb', '3'])).toEqual({
      stateDir: 'folder', server: 'ws://127.0.0.1:4680/api/bridge', bootId: 'b', release: 'unknown', virtual: true, outboxPagesMax: 100, freeBytesLeast: 3 * 1024 * 1024,
    });
  });

  it.each([
    [[], '--state'],
    [['--state', 'x'], '--server'],
    [['--state', 'x', '--server', 'http://127.0.0.1'], '--server'],
    [['--state', 'x', '--server', 'ws://name:word@127.0.0.1'], '--server'],
    [[...good, '--outbox-pages-max', '3'], '--outbox-pages-max'],
    [[...good, '--outbox-pages-max', '1e9'], '--outbox-pages-max'],
    [[...good, '--keep-free-mb', 'all'], '--keep-free-mb'],
    [[...good, '--unknown'], '--unknown'],
    [[...good, 'more'], 'more'],
  ])('%j is refused and the place is named', (args, place) => {
    expect(() => parseRecorderArguments(args)).toThrow(expect.objectContaining({ code: 'bad-argument', message: expect.stringContaining(place) as string }));
  });
});

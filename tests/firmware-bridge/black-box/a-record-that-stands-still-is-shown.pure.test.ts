/** Trouble with a record is shown and told, and withholds nothing; its head becomes evidence, each one once. */
import { expect, test } from 'vitest';
import type { EvidenceItem } from '../../../firmware-bridge/contract/evidence.ts';
import type { ToRecorder } from '../../../firmware-bridge/contract/recorder-pipe.ts';
import { describeBench } from '../../../firmware-bridge/guard/describe.ts';
import { judgePermissives } from '../../../firmware-bridge/guard/permissives.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { initialState, type BenchState } from '../../../firmware-bridge/guard/state.ts';
import { step } from '../../../firmware-bridge/guard/step.ts';
import { BlackBoxTaps } from '../../../firmware-bridge/link/black-box-taps.ts';

const state: BenchState = initialState({
  bench: 'bench-1', name: 'Bench 1', path: '/dev/x', hostName: 'x', expectedRig: null, virtual: true, baud: 115_200, limits: DEFAULT_LIMITS, stopPrefix: 'AAAAAAAA', nonceStart: 1,
}, null);
const head = (count: number): { chain: string; count: number; hash: string } => ({ chain: 'run-1', count, hash: 'a'.repeat(64) });

function makeTaps(): { taps: BlackBoxTaps; told: EvidenceItem[]; offered: ToRecorder[]; changes: () => number; tick: () => void } {
  const told: EvidenceItem[] = [];
  const offered: ToRecorder[] = [];
  let changes = 0;
  let nowMs = 0;
  const taps = new BlackBoxTaps({
    release: '0', bootId: 'run-1', now: () => nowMs, wall: () => nowMs, recorderStarts: () => 1, offer: (message) => { offered.push(message); return true; },
    record: (_bench, item) => { told.push(item); }, problemChanged: () => { changes += 1; },
  });
  taps.add('bench-1', 256);
  return { taps, told, offered, changes: () => changes, tick: () => { nowMs += 300; taps.handOver(() => state); } };
}

test('a head is evidence, and the same head is told once', () => {
  const { taps, told } = makeTaps();
  taps.takeReport({ bench: 'bench-1', head: head(5), trouble: null });
  taps.takeReport({ bench: 'bench-1', head: head(5), trouble: null });
  taps.takeReport({ bench: 'bench-1', head: head(9), trouble: null });
  taps.takeReport({ bench: 'bench-9', head: head(9), trouble: null });
  expect(told).toEqual([{ kind: 'black-box-head', body: head(5) }, { kind: 'black-box-head', body: head(9) }]);
});

test('trouble is told once and shown until it is over; then a replay gets a new place to begin', () => {
  const { taps, told, offered, changes, tick } = makeTaps();
  tick();
  taps.takeReport({ bench: 'bench-1', head: null, trouble: 'no space left' });
  taps.takeReport({ bench: 'bench-1', head: null, trouble: 'no space left' });
  const problem = { code: 'black-box-stopped', params: { why: 'no space left' } };
  expect(told).toEqual([{ kind: 'problem-raised', body: problem }]);
  expect(taps.problemOf('bench-1')).toEqual(problem);
  taps.takeReport({ bench: 'bench-1', head: null, trouble: null });
  expect(taps.problemOf('bench-1')).toBeNull();
  expect(changes()).toBe(2);
  tick();
  expect(offered.flatMap((message) => (message.type === 'black-box' ? message.entries.map(({ is }) => is) : []))).toEqual(['state', 'state']);
});

test('a bench whose record stands still shows it, and recording stays allowed', () => {
  const problem = { code: 'black-box-stopped', params: {} } as const;
  const after = step(state, { kind: 'record-health', canRecord: true, problem, nowMs: 1, wallMs: 1 });
  expect(describeBench(after.state, 1, 1, { bootId: 'b', stallWorstMs: 0 }).problem).toEqual(problem);
  expect(judgePermissives(after.state, 1, 1).find(({ id }) => id === 'can-record')?.ok).toBe(true);
  expect(after.effects).toEqual([]);
});

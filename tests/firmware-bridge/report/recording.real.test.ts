/** The recording over a real database file, with time in the test's hand. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FromRecorder } from '../../../firmware-bridge/contract/recorder-pipe.ts';
import { openOutbox } from '../../../firmware-bridge/report/outbox.ts';
import { Recording } from '../../../firmware-bridge/report/recording.ts';
import { makeEvidence } from './make-evidence.ts';
import { createVirtualClock } from './virtual-clock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-recording-'));
  path = join(folder, 'outbox.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function setUp(pagesMax = 1_000) {
  const told: FromRecorder[] = [];
  const turns: (() => void)[] = [];
  const clock = createVirtualClock();
  let reopened = 0;
  const recording = new Recording({
    open: () => openOutbox({ path, pagesMax, nowIso: () => '2026-01-02T03:04:05.678Z', onSetAside: () => undefined }),
    clock,
    atTurnEnd: (run) => void turns.push(run),
    tellGuard: (message) => void told.push(message),
    onStored: () => undefined,
    onReopened: () => {
      reopened += 1;
    },
    log: () => undefined,
  });
  const endTurn = (): void => {
    for (const run of turns.splice(0)) run();
  };
  recording.start();
  return { recording, told, clock, endTurn, turns, reopened: () => reopened };
}

const seqsOnDisk = (): unknown[] => {
  const database = new Database(path, { readonly: true });
  const seqs = database.prepare('SELECT seq FROM report ORDER BY id').pluck().all();
  database.close();
  return seqs;
};

it('writes all evidence of one turn together, and says recorded only after that', () => {
  const { recording, told, endTurn, turns } = setUp();
  for (const seq of [1, 2, 3]) recording.accept(makeEvidence(seq));
  expect(turns).toHaveLength(1);
  expect(told).toEqual([{ type: 'health', canRecord: true, why: null }]);
  expect(seqsOnDisk()).toEqual([]);
  endTurn();
  expect(told.at(-1)).toEqual({ type: 'recorded', seq: 3 });
  expect(seqsOnDisk()).toEqual([1, 2, 3]);
  recording.close();
});

it('keeps the first of two with the same number, and confirms the repeat', () => {
  const { recording, told, endTurn } = setUp();
  recording.accept(makeEvidence(1));
  endTurn();
  recording.accept(makeEvidence(1));
  endTurn();
  expect(told.filter((message) => message.type === 'recorded')).toHaveLength(2);
  expect(seqsOnDisk()).toEqual([1]);
  recording.close();
});

it('does not write evidence a second time that was recorded, delivered and deleted', () => {
  const { recording, told, clock, endTurn } = setUp();
  for (let seq = 1; seq <= 201; seq += 1) recording.accept(makeEvidence(seq));
  endTurn();
  recording.delivered(201);
  clock.advance(200);
  expect(seqsOnDisk()[0]).toBe(2);
  recording.accept(makeEvidence(1));
  endTurn();
  expect(told.at(-1)).toEqual({ type: 'recorded', seq: 201 });
  expect(seqsOnDisk()).toHaveLength(200);
  recording.close();
});

it('never says recorded beyond evidence that it had to refuse, until that was sent again', () => {
  const { recording, told, endTurn } = setUp();
  for (let seq = 1; seq <= 1_005; seq += 1) recording.accept(makeEvidence(seq));
  endTurn();
  expect(told.at(-1)).toEqual({ type: 'recorded', seq: 1_000 });
  recording.accept(makeEvidence(1_006));
  endTurn();
  expect(told.at(-1)).toEqual({ type: 'recorded', seq: 1_000 });
  for (let seq = 1_001; seq <= 1_006; seq += 1) recording.accept(makeEvidence(seq));
  endTurn();
  expect(told.at(-1)).toEqual({ type: 'recorded', seq: 1_006 });
  expect(seqsOnDisk()).toHaveLength(1_006);
  recording.close();
});

it('notices that its file was removed, says so, and goes on in a new one', () => {
  const { recording, told, clock, endTurn, reopened } = setUp();
  recording.accept(makeEvidence(1));
  endTurn();
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  clock.advance(10_000);
  expect(told.at(-1)).toMatchObject({ type: 'health', canRecord: false, why: expect.stringContaining('removed') as string });
  clock.advance(1_000);
  expect(told.at(-1)).toEqual({ type: 'health', canRecord: true, why: null });
  expect(reopened()).toBe(1);
  recording.accept(makeEvidence(2));
  endTurn();
  expect(seqsOnDisk()).toEqual([2]);
  recording.close();
});

it('tries again every second when the folder cannot be used at start, with the evidence kept', () => {
  rmSync(folder, { recursive: true });
  const { recording, told, clock } = setUp();
  expect(told.at(-1)).toMatchObject({ type: 'health', canRecord: false });
  recording.accept(makeEvidence(1));
  folder = mkdtempSync(join(tmpdir(), 'holdfast-recording-'));
  const before = path;
  path = join(folder, 'outbox.sqlite');
  expect(path).not.toBe(before);
  clock.advance(1_000);
  expect(told.slice(-2)).toEqual([{ type: 'recorded', seq: 1 }, { type: 'health', canRecord: true, why: null }]);
  expect(seqsOnDisk()).toEqual([1]);
  recording.close();
});

it('keeps 200 delivered rows to look at, and gives even those up when the outbox is full', () => {
  const { recording, told, clock, endTurn } = setUp(40);
  for (let seq = 1; seq <= 300; seq += 1) recording.accept(makeEvidence(seq));
  endTurn();
  recording.delivered(300);
  clock.advance(200);
  expect(seqsOnDisk()).toHaveLength(200);
  const note = 'x'.repeat(600);
  for (let seq = 301; seq <= 400; seq += 1) recording.accept(makeEvidence(seq, { body: { note } }));
  endTurn();
  expect(told.at(-1)).toMatchObject({ type: 'health', canRecord: false });
  clock.advance(1_000);
  expect(told.slice(-2)).toEqual([{ type: 'recorded', seq: 400 }, { type: 'health', canRecord: true, why: null }]);
  expect(seqsOnDisk()[0]).toBe(301);
  recording.close();
});

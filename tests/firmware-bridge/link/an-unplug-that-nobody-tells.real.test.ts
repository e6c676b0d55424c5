/** An unplugged port is seen without a `close`: by its node, or by its name and silence; a line that talks is never ended. */
import { rmSync, symlinkSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NodeWatch, type NodeReaders } from '../../../firmware-bridge/link/node-watch.ts';
import { SerialLink } from '../../../firmware-bridge/link/serial-link.ts';
import type { Problem } from '../../../firmware-bridge/contract/bench-status.ts';
import { openRawTerminal } from '../../raw-terminal.ts';

function watched(marks: Record<string, string | null | undefined>, heardAtMs = 0): { watch: NodeWatch; at: { nowMs: number; lost: number } } {
  const at = { nowMs: 1000, lost: 0 };
  const readers: NodeReaders = { mark: (path) => Promise.resolve(marks[path]), device: () => Promise.resolve('/dev/ttyUSB0') };
  return { at, watch: new NodeWatch({ path: '/dev/rig', readers, now: () => at.nowMs, heardAtMs: () => heardAtMs, lost: () => { at.lost += 1; } }) };
}

test('a node that is gone, or another one, is an unplug at once, although bytes were just read', async () => {
  for (const later of [null, 'other']) {
    const marks: Record<string, string | null> = { '/dev/rig': 'one', '/dev/ttyUSB0': 'one' };
    const { watch, at } = watched(marks, 1000);
    await watch.look();
    marks['/dev/ttyUSB0'] = later;
    await watch.look();
    expect(at.lost).toBe(1);
  }
});

test('a name that leads nowhere or elsewhere ends only a silent line', async () => {
  for (const later of [null, 'other']) {
    const marks: Record<string, string | null> = { '/dev/rig': 'one', '/dev/ttyUSB0': 'one' };
    const { watch, at } = watched(marks, 800);
    await watch.look();
    marks['/dev/rig'] = later;
    await watch.look();
    expect(at.lost).toBe(0);
    at.nowMs = 1100;
    await watch.look();
    expect(at.lost).toBe(1);
  }
});

test('what cannot be told now, and what never could, ends nothing', async () => {
  const marks: Record<string, string | undefined> = { '/dev/rig': 'one', '/dev/ttyUSB0': 'one' };
  const { watch, at } = watched(marks);
  await watch.look();
  marks['/dev/rig'] = undefined;
  marks['/dev/ttyUSB0'] = undefined;
  await watch.look();
  watch.end();
  marks['/dev/ttyUSB0'] = 'other';
  await watch.look();
  expect(at.lost).toBe(0);
});

test('a terminal whose name is taken away while it stays open: the loss is told within a second', async () => {
  const terminal = await openRawTerminal();
  const name = join(mkdtempSync(join(tmpdir(), 'holdfast-unplug-')), 'rig');
  symlinkSync(terminal.path, name);
  let told: (at: { problem: Problem | null; atMs: number }) => void = () => undefined;
  const closed = new Promise<{ problem: Problem | null; atMs: number }>((resolve) => { told = resolve; });
  const now = (): number => performance.now();
  const opened = new Promise<void>((resolve) => {
    const none = (): undefined => undefined;
    const link = new SerialLink({
      path: name, baud: 115_200, now, random: () => 0.5,
      sink: { opened: () => { resolve(); }, reading: none, read: none, line: none, tooLong: none, stopWritten: none, waiting: () => { void link.end(); }, closed: (problem) => { told({ problem, atMs: now() }); } },
    });
    link.open();
  });
  await opened;
  const goneAtMs = now();
  rmSync(name);
  const { problem, atMs } = await closed;
  expect(problem).toEqual({ code: 'port-lost', params: { path: name } });
  expect(atMs - goneAtMs).toBeLessThan(1000);
  terminal.end();
});

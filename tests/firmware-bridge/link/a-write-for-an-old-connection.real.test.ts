/** No write after the link epoch changed: what was made for an old connection never reaches the new one, whole or in part. */
import { expect, test } from 'vitest';
import type { BenchSetup } from '../../../firmware-bridge/guard/state.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { BenchRunner } from '../../../firmware-bridge/link/bench-runner.ts';
import { BlackBoxTap } from '../../../firmware-bridge/link/black-box-tap.ts';
import { SerialLink, type BenchLink } from '../../../firmware-bridge/link/serial-link.ts';
import { until } from '../../bench-in-a-box.ts';
import { openRawTerminal } from '../../raw-terminal.ts';

const setup: BenchSetup = {
  bench: 'bench-1', name: 'Bench 1', path: '/dev/none', hostName: 'test', expectedRig: null, virtual: true, baud: 115_200, limits: DEFAULT_LIMITS,
  stopPrefix: 'AABBCCDD', nonceStart: 1,
};

test('on a real terminal a stop and a line of the connection before are refused, and those of the new one arrive alone', async () => {
  const terminal = await openRawTerminal();
  let heard = '';
  terminal.onBytes((text) => { heard += text; });
  const epochs: number[] = [];
  const none = (): undefined => undefined;
  const link = new SerialLink({
    path: terminal.path, baud: 115_200, now: () => performance.now(), random: () => 0,
    sink: { opened: (epoch) => { epochs.push(epoch); }, reading: none, read: none, line: none, tooLong: none, stopWritten: none, waiting: none, closed: none },
  });
  link.open();
  await until('open', () => epochs.length === 1);
  const old = epochs[0] ?? NaN;
  expect(link.writeLine(old, 'first\n')).toBe(true);
  link.reopen();
  expect(link.writeStop(old, 'A', '\x18\nSTOP\n')).toBe(false);
  await until('open again', () => epochs.length === 2);
  const live = epochs[1] ?? NaN;
  expect(live).not.toBe(old);
  expect(link.writeStop(old, 'A', '\x18\nSTOP\n')).toBe(false);
  expect(link.writeLine(old, 'old line\n')).toBe(false);
  expect(link.writeStop(live, 'B', '\x18\nnew stop\n')).toBe(true);
  expect(link.writeLine(live, 'last\n')).toBe(true);
  await until('the last line', () => heard.includes('last\n'));
  expect(heard).toBe('first\n\x18\nnew stop\nlast\n');
  await link.end();
  terminal.end();
});

test('effects of a turn in whose middle the connection changes are carried out for the old one only, and so not at all', () => {
  const written: [number, string][] = [];
  let epoch = 1;
  let drops = 0;
  const reconnect = (): void => {
    runner.sink.closed(null);
    epoch += 1;
    runner.sink.opened(epoch, setup.path);
  };
  const link: BenchLink = {
    isBetweenLines: true, open: () => undefined, reopen: () => undefined, end: () => Promise.resolve(),
    writeLine: (of, line) => { written.push([of, line]); return of === epoch; },
    writeStop: (of, _id, bytes) => { written.push([of, bytes]); return of === epoch; },
  };
  let nowMs = 1000;
  const none = (): undefined => undefined;
  const runner: BenchRunner = new BenchRunner(setup, null, {
    now: () => nowMs, wall: () => nowMs, keepLatch: none, answerOrder: none, changed: none, log: none,
    // The port goes and comes while the evidence of the first opening is noted: its HELLO is still to be written.
    record: (_bench, item) => {
      if (item.kind !== 'port-opened' || drops > 0) return;
      drops += 1;
      nowMs += 1;
      reconnect();
    },
  }, new BlackBoxTap('test'));
  runner.attach(link);
  runner.sink.opened(1, setup.path);
  expect(drops).toBe(1);
  expect(written.map(([of]) => of)).toEqual([2, 1]);
});

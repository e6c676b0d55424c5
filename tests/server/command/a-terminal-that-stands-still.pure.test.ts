/** The terminal writer: order kept, one write at a time, a bounded queue, and no waiting for a terminal held by Ctrl-S. */
import { expect, test } from 'vitest';
import { Terminal } from '../../../server/command/terminal.ts';

type Done = (error: NodeJS.ErrnoException | null, written: number) => void;

function played(): { terminal: Terminal; written: () => string; outstanding: { bytes: Uint8Array; done: Done }[]; release: (count?: number) => void } {
  const outstanding: { bytes: Uint8Array; done: Done }[] = [];
  let text = '';
  const terminal = new Terminal(1, (_fd, bytes, done) => { outstanding.push({ bytes, done }); });
  const release = (count?: number): void => {
    const next = outstanding.shift();
    if (next === undefined) throw new Error('nothing was being written');
    const part = next.bytes.subarray(0, count ?? next.bytes.length);
    text += new TextDecoder().decode(part);
    next.done(null, part.length);
  };
  return { terminal, written: () => text, outstanding, release };
}

test('only one write is ever outstanding, and the order is kept', () => {
  const { terminal, written, outstanding, release } = played();
  for (const line of ['a', 'b', 'c']) terminal.line(line);
  expect(outstanding).toHaveLength(1);
  for (let count = 0; count < 3; count += 1) release();
  expect(written()).toBe('a\nb\nc\n');
});

test('a write that was taken in part is finished before the next', () => {
  const { terminal, written, release } = played();
  terminal.line('abc');
  terminal.line('d');
  release(2);
  release();
  release();
  expect(written()).toBe('abc\nd\n');
});

test('while it stands still the queue is bounded, and what was left out is counted', () => {
  const { terminal, written, outstanding, release } = played();
  for (let count = 0; count < 2_000; count += 1) terminal.line(`line ${count}`);
  while (outstanding.length > 0) release();
  const lines = written().trimEnd().split('\n');
  expect(lines).toHaveLength(502);
  expect(lines.at(-1)).toBe('(1499 lines were left out while this terminal stood still.)');
});

test('the end waits for the last lines, and not for ever', async () => {
  const { terminal, release } = played();
  expect(await terminal.flush(1)).toBe(true);
  terminal.line('held');
  expect(await terminal.flush(5)).toBe(false);
  const flushed = terminal.flush(1_000);
  release();
  expect(await flushed).toBe(true);
});

test('a terminal that was closed is written to no more', async () => {
  const { terminal, outstanding } = played();
  terminal.line('a');
  terminal.line('b');
  outstanding.shift()?.done(Object.assign(new Error('gone'), { code: 'EIO' }), 0);
  terminal.line('c');
  expect(outstanding).toHaveLength(0);
  expect(await terminal.flush(1)).toBe(true);
});

/** The serial line against floods, half lines and a cable that goes, with its bytes counted. */
import { afterEach, expect, test } from 'vitest';
import { SerialLink, type LinkSink } from '../../../firmware-bridge/link/serial-link.ts';
import { until } from '../../bench-in-a-box.ts';
import { openRawTerminal, type RawTerminal } from '../../raw-terminal.ts';

let terminal: RawTerminal;
let link: SerialLink;
const lines: string[] = [];
let tooLong = 0;
let opened = false;
let closed: string | null = null;

const sink: LinkSink = {
  opened: () => { opened = true; },
  reading: () => undefined,
  read: () => undefined,
  line: (text) => { lines.push(text); },
  tooLong: () => { tooLong += 1; },
  closed: (problem) => { closed = problem?.code ?? 'none'; },
  waiting: () => undefined,
  stopWritten: () => undefined,
};

afterEach(async () => {
  await link.end();
  terminal.end();
});

async function start(): Promise<void> {
  lines.length = 0;
  tooLong = 0;
  opened = false;
  closed = null;
  terminal = await openRawTerminal();
  link = new SerialLink({ path: terminal.path, baud: 115_200, now: () => performance.now(), random: () => 0.5, sink });
  link.open();
  await until('open', () => opened);
}

test('a quarter of a megabyte without a newline, then a line: bounded memory, each byte seen once by the cap and once by the parser', async () => {
  await start();
  const flood = 'y'.repeat(2048);
  const total = 128;
  for (let sent = 1; sent <= total; sent += 1) {
    terminal.write(flood);
    // Both ends are in this process: a terminal that is full would never be read again.
    await until('the flood is read', () => link.counts.received === sent * flood.length);
  }
  terminal.write('\nwhole line\nhalf ');
  await until('the line behind the flood', () => lines.includes('whole line'), 20_000);
  terminal.write('and half\n');
  await until('the line in two halves', () => lines.includes('half and half'));
  const { received, examined, parsed, held } = link.counts;
  expect(received).toBe(flood.length * total + '\nwhole line\nhalf and half\n'.length);
  expect(examined).toBe(received);
  expect(examined + parsed).toBeLessThanOrEqual(2 * received);
  expect(held).toBeLessThanOrEqual(160);
  expect(tooLong).toBe(1);
  expect(lines).toEqual(['whole line', 'half and half']);
});

test('lines keep their order, whoever read them and however they were cut', async () => {
  await start();
  const count = 2000;
  const text = Array.from({ length: count }, (_unused, index) => `line ${String(index)}\n`).join('');
  for (let from = 0, turn = 0; from < text.length; turn += 1) {
    const piece = text.slice(from, from + 1 + ((turn * 37) % 61));
    terminal.write(piece);
    from += piece.length;
    if (turn % 8 === 0) await new Promise((next) => { setImmediate(next); });
    if (turn % 64 === 0) await until('what was sent is read', () => link.counts.received === from);
  }
  await until('all lines', () => lines.length === count);
  expect(lines).toEqual(Array.from({ length: count }, (_unused, index) => `line ${String(index)}`));
});

test('a half line at the end of a connection is not a line, and is not glued to the next connection', async () => {
  await start();
  terminal.write('first\nhalf a li');
  await until('the first line', () => lines.length === 1);
  await until('the half line is held', () => link.counts.held > 0);
  opened = false;
  link.reopen();
  await until('open again', () => opened);
  terminal.write('second\n');
  await until('the second line', () => lines.length === 2);
  expect(lines).toEqual(['first', 'second']);
});

test('a port that vanishes is told as lost', async () => {
  await start();
  terminal.end();
  await until('closed', () => closed !== null);
  expect(closed).toBe('port-lost');
});

/** A terminal that takes no more bytes: a stop goes in first when there is room, whole, and not into another connection. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SerialLink } from '../../../firmware-bridge/link/serial-link.ts';
import { until } from '../../bench-in-a-box.ts';
import { openRawTerminal, type RawTerminal } from '../../raw-terminal.ts';

const LINE = `${'y'.repeat(150)}\n`;
const LINES_MAX = 10_000;
/** Longer than the rest of a line may be on its way. */
const REFUSED_IN_A_ROW = 40;
const STOP = '\x18\n052 A1B20001 00012 STOP id=70F497390001*ABCD\n';

let terminal: RawTerminal;
let link: SerialLink;
let heard: string;
const epochs: number[] = [];
const told: [string, boolean][] = [];

beforeEach(async () => {
  terminal = await openRawTerminal();
  heard = '';
  epochs.length = 0;
  told.length = 0;
  terminal.onBytes((text) => { heard += text; });
  const none = (): undefined => undefined;
  link = new SerialLink({
    path: terminal.path, baud: 115_200, now: () => performance.now(), random: () => 0,
    sink: { opened: (epoch) => { epochs.push(epoch); }, stopWritten: (id, ok) => { told.push([id, ok]); }, reading: none, read: none, line: none, tooLong: none, waiting: none, closed: none },
  });
  link.open();
  await until('open', () => epochs.length === 1);
  terminal.read(false);
  // The system moves what it took on to the other end for a while, which makes room again.
  let [lines, refused] = [0, 0];
  await until('the terminal full for good', () => {
    refused += 1;
    while (link.writeLine(1, LINE) && lines < LINES_MAX) [lines, refused] = [lines + 1, 0];
    return refused > REFUSED_IN_A_ROW;
  });
  expect(lines).toBeLessThan(LINES_MAX);
});
afterEach(async () => {
  await link.end();
  terminal.end();
});

test('the stop waits for room, goes in whole and once, however often it is repeated, and is told as written', async () => {
  expect(link.writeStop(1, 'A', STOP)).toBe(false);
  expect(link.writeStop(1, 'A', STOP)).toBe(false);
  expect(link.writeLine(1, LINE)).toBe(false);
  terminal.read(true);
  await until('the stop told as written', () => told.length > 0);
  expect(told).toEqual([['A', true]]);
  expect(link.writeLine(1, 'last\n')).toBe(true);
  await until('the last line', () => heard.endsWith('last\n'));
  expect(heard.split('\x18')).toHaveLength(2);
  expect(heard).toContain(`${STOP}last\n`);
});

test('a stop that still waits for room when the connection ends never reaches the next one', async () => {
  expect(link.writeStop(1, 'A', STOP)).toBe(false);
  link.reopen();
  terminal.read(true);
  await until('open again', () => epochs.length === 2);
  expect(link.writeLine(2, 'last\n')).toBe(true);
  await until('the last line', () => heard.endsWith('last\n'));
  expect(heard).not.toContain('\x18');
  expect(told).toEqual([]);
});

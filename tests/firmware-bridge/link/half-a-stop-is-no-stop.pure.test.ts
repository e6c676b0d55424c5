/** A port that takes bytes slowly or never: half a stop is finished before anything else, and no write waits without an end. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PortWriter, WRITE_DEADLINE_MS, type Outlet } from '../../../firmware-bridge/link/port-writer.ts';

const STOP = '\x18\n052 A1B20001 00012 STOP id=70F497390001*ABCD\n';
const REPEAT = '\x18\n052 A1B20001 00013 STOP id=70F497390001*BCDE\n';
const OTHER = '\x18\n052 A1B20001 00014 STOP id=70F497390002*CDEF\n';
const LINE = '040 A1B20001 00011 HB permit=write*1234\n';

let told: [string, boolean][];
let stuck: number;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  stuck = 0;
});
afterEach(() => { vi.useRealTimers(); });

function writer(outlet: Outlet): PortWriter {
  return new PortWriter({ outlet, now: () => Date.now(), onStop: (id, ok) => { told.push([id, ok]); }, onStuck: () => { stuck += 1; } });
}

/** A port with room for so many bytes. */
function narrow(room: number) {
  const port = { room, out: '' };
  const direct = writer({
    kind: 'direct',
    write: (bytes) => {
      const count = Math.min(port.room, bytes.length);
      port.room -= count;
      port.out += Buffer.from(bytes).toString('latin1', 0, count);
      return count;
    },
  });
  return { port, direct };
}

/** A port without a descriptor: takes a write whole, and says later how it went, or never. */
function later() {
  const port = { taken: [] as { text: string; done: (ok: boolean) => void }[] };
  const stream = writer({ kind: 'stream', write: (bytes, done) => { port.taken.push({ text: Buffer.from(bytes).toString('latin1'), done }); } });
  return { port, stream };
}

test('a repeat does not begin a stop anew: only the remaining bytes follow', () => {
  const { port, direct } = narrow(20);
  expect(direct.writeStop('A', STOP)).toBe(false);
  vi.advanceTimersByTime(62);
  expect(direct.writeStop('A', REPEAT)).toBe(false);
  port.room = 1000;
  vi.advanceTimersByTime(2);
  expect(port.out).toBe(STOP);
  expect(told).toEqual([['A', true]]);
});

test('each repeat gives the rest of a stop more time; without one its deadline ends it, and the next stop is a whole one', () => {
  const { port, direct } = narrow(20);
  direct.writeStop('A', STOP);
  for (let repeat = 0; repeat < 3; repeat += 1) {
    vi.advanceTimersByTime(62);
    expect(direct.writeStop('A', REPEAT)).toBe(false);
    expect(told).toEqual([]);
  }
  vi.advanceTimersByTime(WRITE_DEADLINE_MS + 2);
  expect(told).toEqual([['A', false]]);
  port.room = 1000;
  expect(direct.writeStop('A', REPEAT)).toBe(true);
  expect(port.out).toBe(STOP.slice(0, 20) + REPEAT);
});

test('another stop follows the one that has begun, whole, and both are told', () => {
  const { port, direct } = narrow(20);
  direct.writeStop('A', STOP);
  expect(direct.writeStop('B', OTHER)).toBe(false);
  expect(port.out).toBe(STOP.slice(0, 20));
  port.room = 1000;
  vi.advanceTimersByTime(2);
  expect(port.out).toBe(STOP + OTHER);
  expect(told).toEqual([['A', true], ['B', true]]);
});

test('a stop of which nothing was taken gives way to the newer one', () => {
  const { port, direct } = narrow(0);
  direct.writeStop('A', STOP);
  direct.writeStop('A', REPEAT);
  port.room = 1000;
  vi.advanceTimersByTime(2);
  expect(port.out).toBe(REPEAT);
});

test('half a line gives way to a stop at once, and no line gets between the bytes of a stop', () => {
  const { port, direct } = narrow(10);
  expect(direct.writeLine(LINE)).toBe(true);
  expect(direct.writeLine(LINE)).toBe(false);
  port.room = 20;
  expect(direct.writeStop('A', STOP)).toBe(false);
  expect(direct.writeLine(LINE)).toBe(false);
  port.room = 1000;
  vi.advanceTimersByTime(2);
  expect(port.out).toBe(LINE.slice(0, 10) + STOP);
  expect(direct.writeLine(LINE)).toBe(true);
});

test('a line that does not fit at all is dropped, and half of one has a deadline too', () => {
  const { port, direct } = narrow(0);
  expect(direct.writeLine(LINE)).toBe(false);
  port.room = 10;
  expect(direct.writeLine(LINE)).toBe(true);
  vi.advanceTimersByTime(WRITE_DEADLINE_MS + 2);
  port.room = 1000;
  vi.advanceTimersByTime(10);
  expect(port.out).toBe(LINE.slice(0, 10));
  expect(direct.writeLine(LINE)).toBe(true);
});

test('without a descriptor a write is told by its callback, and at most one is on its way', () => {
  const { port, stream } = later();
  expect(stream.writeLine(LINE)).toBe(true);
  expect(stream.writeLine(LINE)).toBe(false);
  expect(stream.writeStop('A', STOP)).toBe(false);
  expect(port.taken.map(({ text }) => text)).toEqual([LINE]);
  port.taken[0]?.done(true);
  expect(port.taken.map(({ text }) => text)).toEqual([LINE, STOP]);
  expect(stream.writeStop('A', REPEAT)).toBe(false);
  expect(told).toEqual([]);
  port.taken[1]?.done(true);
  expect(told).toEqual([['A', true]]);
  expect(port.taken).toHaveLength(2);
  vi.advanceTimersByTime(1000);
  expect(stuck).toBe(0);
});

test('a callback that never comes, without a descriptor: the deadline ends the write and the connection, however often it is repeated', () => {
  for (const first of ['line', 'stop'] as const) {
    told = [];
    stuck = 0;
    const { port, stream } = later();
    if (first === 'line') stream.writeLine(LINE);
    stream.writeStop('A', STOP);
    vi.advanceTimersByTime(62);
    stream.writeStop('A', REPEAT);
    vi.advanceTimersByTime(WRITE_DEADLINE_MS - 62 - 1);
    expect(stuck).toBe(0);
    vi.advanceTimersByTime(1);
    expect(stuck).toBe(1);
    expect(told).toEqual(first === 'stop' ? [['A', false]] : []);
    expect(port.taken).toHaveLength(1);
    port.taken[0]?.done(true);
    expect(told).toEqual(first === 'stop' ? [['A', false]] : []);
  }
});

test('a write that failed is told as failed, and a writer that ended writes and tells nothing more', () => {
  const { port, stream } = later();
  stream.writeStop('A', STOP);
  port.taken[0]?.done(false);
  expect(told).toEqual([['A', false]]);
  const { port: slow, direct } = narrow(20);
  direct.writeStop('B', STOP);
  direct.end();
  slow.room = 1000;
  vi.advanceTimersByTime(1000);
  expect(slow.out).toBe(STOP.slice(0, 20));
  expect(direct.writeStop('B', REPEAT)).toBe(false);
  expect(direct.writeLine(LINE)).toBe(false);
  expect(told).toEqual([['A', false]]);
});

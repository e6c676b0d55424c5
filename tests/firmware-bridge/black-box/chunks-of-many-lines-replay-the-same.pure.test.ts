/**
 * A bench runner lives through a recorded bend again, with its lines in larger chunks, a line cut off by a lost port, and a
 * wall clock that moves between two lines: what its tap notes replays to the same bytes, evidence and states.
 */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { BoxEntry, BoxEvent } from '../../../firmware-bridge/contract/black-box.ts';
import { EntryReader } from '../../../firmware-bridge/contract/black-box-lines.ts';
import { BenchRunner } from '../../../firmware-bridge/link/bench-runner.ts';
import { BlackBoxTap } from '../../../firmware-bridge/link/black-box-tap.ts';
import type { BenchLink } from '../../../firmware-bridge/link/serial-link.ts';
import { readEvent } from '../../../firmware-bridge/replay/read-event.ts';
import { readState } from '../../../firmware-bridge/replay/read-state.ts';
import { Replay } from '../../../firmware-bridge/replay/replay.ts';
import { readBlocks } from '../../../firmware-bridge/report/black-box/read-blocks.ts';
import { LineCap } from '../../../firmware-bridge/wire/line-cap.ts';

const recording = resolve(import.meta.dirname, '../../fixtures/recordings/virtual-bend-in-safe.jsonl.gz');
const entries = [...readBlocks([recording])].flatMap((part) => {
  if (part.is !== 'block') return [];
  const reader = new EntryReader(part.block.header);
  return part.block.lines.slice(1).flatMap((line) => reader.entry(line) ?? []);
});

class Bench {
  readonly noted: BoxEntry[] = [];
  readonly #tap = new BlackBoxTap('test');
  readonly #runner: BenchRunner;
  #cap = new LineCap();
  #nowMs = 0;
  #wallMs = 1_700_000_000_000;

  /** `openings` before the recorded one: each uses up a nonce. */
  constructor(openings: number) {
    const first = entries[0];
    const state = first?.is === 'state' ? readState(first.state, {}) : undefined;
    if (state === undefined) throw new Error('the recording begins with no state');
    const nothing = (): void => undefined;
    this.#runner = new BenchRunner({ ...state.setup, nonceStart: (state.setup.nonceStart - openings) & 0xffff }, null, {
      now: () => this.#nowMs, wall: () => { this.#wallMs += 1; return this.#wallMs; },
      record: nothing, keepLatch: nothing, answerOrder: nothing, changed: nothing, log: nothing,
    }, this.#tap);
    const link: BenchLink = { isBetweenLines: true, open: nothing, writeLine: () => true, writeStop: () => true, reopen: nothing, end: () => Promise.resolve() };
    this.#runner.attach(link);
    this.state();
  }

  chunk(bytes: string, atMs: number): void {
    this.#nowMs = atMs;
    const chunk = Buffer.from(bytes, 'latin1');
    this.#runner.sink.reading(atMs);
    this.#cap.push(chunk, (line) => { this.#runner.sink.line(Buffer.from(line.subarray(0, -1)).toString('latin1'), atMs); }, () => { this.#runner.sink.tooLong(atMs); });
    this.#runner.sink.read(chunk);
  }

  /** As today's parse gives it on: the recording is of an older release. */
  event(recorded: BoxEvent): void {
    const event = readEvent(recorded);
    if (event === undefined) return;
    this.#nowMs = event.nowMs;
    if (event.kind === 'port-opened') this.#cap = new LineCap();
    if (event.kind !== 'stop-written') this.#runner.take(event, event.nowMs);
  }

  state(): void {
    this.#tap.wantState();
    this.#tap.handOver(this.#nowMs, this.#wallMs, this.#runner.state, () => false);
    this.#tap.handOverRest((batch) => { this.noted.push(...JSON.parse(JSON.stringify(batch.entries)) as BoxEntry[]); return true; });
  }
}

test.each([1, 2, 3])('with %i chunks made one', (joined) => {
  const bench = new Bench(1);
  const at = { nowMs: entries[1]?.is === 'event' ? entries[1].event.nowMs : 0, wallMs: 0 };
  bench.event({ kind: 'port-opened', ...at });
  bench.chunk('half a line that never ends', at.nowMs);
  bench.event({ kind: 'port-closed', ...at, ...{ problem: null } });
  let waiting: string[] = [];
  for (const entry of entries) {
    if (entry.is === 'in') {
      waiting.push(entry.bytes);
      if (waiting.length >= joined) bench.chunk(waiting.splice(0).join(''), entry.atMs);
    } else if (entry.is === 'event') bench.event(entry.event);
    if (entry.is === 'state') waiting = [];
  }
  bench.state();
  const replay = new Replay({ limits: {}, fromMs: -Infinity, toMs: Infinity });
  for (const entry of bench.noted) replay.take(entry);
  const result = replay.result();
  expect({ first: result.first, stateDiffers: result.stateDiffers, missing: result.missing }).toEqual({ first: null, stateDiffers: null, missing: 0 });
  expect(result.statesAgreed).toBe(1);
  expect(result.stops).toMatchObject([{ verdict: 'same' }]);
  expect(bench.noted.filter((entry) => entry.is === 'in').length).toBeGreaterThan(20);
});

test('the bend is stopped in them too, and the word that it was written stands within its chunk', () => {
  const bench = new Bench(0);
  let waiting = '';
  for (const entry of entries) {
    if (entry.is === 'event') bench.event(entry.event);
    if (entry.is !== 'in') continue;
    waiting += entry.bytes;
    if (waiting.split('\n').length <= 3) continue;
    bench.chunk(waiting, entry.atMs);
    waiting = '';
  }
  bench.state();
  const written = bench.noted.find((entry) => entry.is === 'event' && entry.event.kind === 'stop-written');
  expect(written).toMatchObject({ within: expect.any(Number) as number });
});

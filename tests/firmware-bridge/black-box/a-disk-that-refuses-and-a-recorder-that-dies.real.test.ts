/** The recorder's half: killed in the middle, a full disk, lost messages, a ring of limited size. Nothing is lost silently. */
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BoxEntry } from '../../../firmware-bridge/contract/black-box.ts';
import { until } from '../../bench-in-a-box.ts';
import { createRecorderBench } from '../report/recorder-bench.ts';
import { makeEvidence } from '../report/make-evidence.ts';
import { BoxBench, MB } from './box-bench.ts';
import { tick } from './made-record.ts';

let bench: BoxBench;
beforeEach(() => { bench = new BoxBench(); });
afterEach(() => bench.end());

const ticks = (from: number, count: number): BoxEntry[] => Array.from({ length: count }, (_unused, index) => tick((from + index) * 20));
const noise = (from: number, count: number, chars: number): BoxEntry[] => Array.from({ length: count }, (_unused, index): BoxEntry => {
  let seed = (from + index) * 7919 + 1;
  const bytes = Array.from({ length: chars }, () => { seed = (seed * 48_271) % 2_147_483_647; return String.fromCharCode(seed & 0xff); }).join('');
  return { is: 'in', atMs: from + index, wallMs: 1_700_000_000_000 + from + index, bytes };
});
const written = (entries: number): Promise<unknown> => until(`${entries} entries on the disk`, () => (bench.files.tip()?.count ?? 0) >= entries);
const pass = (): void => { bench.clock.advance(5_000); };

test('entries are on the disk after five seconds, and a block with a stop at once', async () => {
  bench.take(1, ticks(1, 10));
  expect(bench.paths()).toEqual([]);
  pass();
  await written(10);
  bench.take(11, [...ticks(11, 2), { is: 'out', atMs: 300, bytes: '\u0018\n', whole: true, stopId: 'S1' }]);
  await written(13);
  await until('the head is told', () => bench.reports.at(-1)?.head?.count === 13);
  expect(bench.look([bench.reports.at(-1)?.head ?? { chain: '', count: 1, hash: '' }]).chain).toMatchObject({ intact: true, unanchored: 0 });
});

test('a recorder killed in the middle of a block leaves a readable record, and the next one carries on in a file of its own', async () => {
  for (const from of [1, 11, 21]) {
    bench.take(from, ticks(from, 10));
    pass();
    await written(from + 9);
  }
  const [path = ''] = bench.paths();
  truncateSync(path, readFileSync(path).length - 7);
  expect(bench.look()).toMatchObject({ chain: { intact: true, last: 20, faults: [] } });
  expect(bench.look().chain.half).toHaveLength(1);
  await bench.restart();
  // The block of 21 to 30 died with it, and so did a message on its way.
  bench.take(41, ticks(41, 10));
  pass();
  await written(31);
  const after = bench.look();
  expect(bench.paths()).toHaveLength(2);
  expect(after.chain).toMatchObject({ intact: true, first: 1, last: 31 });
  expect(after.missing).toBe(20);
});

test('a disk that is full stops the record and nothing else; what is missing is told when there is room again', async () => {
  bench.take(1, ticks(1, 10));
  pass();
  await written(10);
  bench.refusal = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  bench.take(11, ticks(11, 10));
  pass();
  await until('trouble is told', () => bench.reports.at(-1)?.trouble?.includes('no space left') === true);
  bench.take(21, ticks(21, 10));
  pass();
  bench.refusal = null;
  bench.clock.advance(10_000);
  await until('well again', () => bench.reports.at(-1)?.trouble === null);
  bench.take(31, ticks(31, 10));
  pass();
  await written(21);
  const after = bench.look();
  expect(after.chain).toMatchObject({ intact: true, first: 1, last: 21 });
  expect(after.missing).toBe(20);
  expect(after.chain.half).toHaveLength(1);
});

test('messages that never came are a gap with their number', async () => {
  bench.take(1, ticks(1, 10));
  bench.take(16, ticks(16, 5));
  pass();
  await written(16);
  expect(bench.look().missing).toBe(5);
});

test('the record stays within its space: the oldest files go, and the chain still hangs together', async () => {
  await bench.end();
  bench = new BoxBench(2 * MB);
  let from = 1;
  for (let block = 0; block < 60; block += 1) {
    bench.take(from, noise(from, 60, 1_000));
    from += 60;
    pass();
    await written(from - 1);
  }
  const bytes = bench.paths().reduce((sum, path) => sum + readFileSync(path).length, 0);
  expect(bytes).toBeLessThanOrEqual(2 * MB);
  expect(bytes).toBeGreaterThan(MB);
  const { chain } = bench.look();
  expect(chain).toMatchObject({ intact: true, last: from - 1 });
  expect(chain.first).toBeGreaterThan(1);
}, 60_000);

test('a flood that the disk cannot follow is counted and left out', async () => {
  bench.take(1, noise(1, 6_000, 1_000));
  pass();
  await written(4_000);
  let from = 6_001;
  await until('the gap is told', () => {
    bench.take(from, ticks(from, 1));
    from += 1;
    pass();
    return bench.look().missing > 0;
  });
  await until('all is written', () => bench.files.tip()?.next === from);
  const { chain, missing } = bench.look();
  expect(chain.intact).toBe(true);
  expect(chain.last - 1 + missing).toBe(from - 1);
}, 60_000);

test('a file that somebody wrote into, and one that is no record at all', async () => {
  bench.take(1, ticks(1, 10));
  pass();
  await written(10);
  const [path = ''] = bench.paths();
  const whole = readFileSync(path);
  appendFileSync(path, 'something else');
  expect(bench.look().chain).toMatchObject({ intact: false, faults: [{ code: 'unreadable' }], last: 10 });
  const damaged = Buffer.from(whole);
  damaged.writeUInt8(damaged.readUInt8(40) ^ 0xff, 40);
  writeFileSync(path, damaged);
  expect(bench.look().chain).toMatchObject({ intact: false, faults: [{ code: 'unreadable' }] });
  writeFileSync(path, 'no record');
  expect(bench.look().chain).toMatchObject({ intact: false, last: 0 });
});

test('a real recorder keeps the last space of the disk for evidence: the record stops and says so, evidence goes on', async () => {
  const recorder = await createRecorderBench();
  const child = recorder.start('ws://127.0.0.1:9/api/bridge', ['--keep-free-mb', '999999999']);
  await until('ready', () => child.canRecord);
  expect(child.offer({ type: 'black-box', bench: 'bench-1', boot: 'boot-1', from: 1, limitMb: 256, entries: [{ is: 'out', atMs: 1, bytes: 'x', whole: true, stopId: 'S1' }] })).toBe(true);
  const trouble = await until('the trouble is told', () => recorder.messages.flatMap((message) => (message.type === 'black-box' ? [message.report] : []))[0]);
  expect(trouble).toMatchObject({ bench: 'bench-1', head: null, trouble: expect.stringContaining('kept for evidence') as string });
  child.send({ type: 'evidence', event: makeEvidence(1) });
  await until('evidence is on the disk', () => child.unrecordedCount === 0);
  expect(child.canRecord).toBe(true);
  await recorder.clear();
});

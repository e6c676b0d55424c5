/** A run on the virtual rig is recorded, and today's rules make of the record exactly what was done then. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replayFiles } from '../../../firmware-bridge/replay-files.ts';
import { boxFolder, segmentsOf } from '../../../firmware-bridge/report/black-box/read-blocks.ts';
import { BenchBox, endChild, until } from '../../bench-in-a-box.ts';

let box: BenchBox;
beforeAll(async () => { box = await BenchBox.start({ speed: 4 }); });
afterAll(async () => { await box.end(); });

const paths = (): string[] => segmentsOf(boxFolder(box.state, 'bench-1')).map(({ path }) => path);
const replayed = (limits = {}): ReturnType<typeof replayFiles> =>
  replayFiles({ paths: paths(), heads: [], isWhole: true, limits, fromMs: -Infinity, toMs: Infinity });

test('two trips, a reset, garbage and a pulled cable: same states, same bytes, same evidence, same stops', async () => {
  await box.permitted();
  await box.lever('garble', { count: 2 });
  await box.lever('bend', { um: 900 });
  const first = await box.seen('seen stopped', (status) => status.trip?.receipt.seenStoppedAfterUs != null);
  await box.lever('unseat');
  await box.seen('a reset possible', (status) => status.reset.possible);
  await box.reset(first.trip?.id, 'test is over');
  await box.seen('released', (status) => status.mode === 'inhibited');
  await box.lever('pull-cable');
  await box.seen('offline', (status) => status.mode === 'offline');
  await box.lever('plug-cable');
  await box.permitted();
  await box.lever('button');
  const second = await box.seen('the button', (status) => status.trip?.receipt.state === 'confirmed');
  const bridge = box.bridge;
  if (bridge === null) throw new Error('no bridge');
  await endChild(bridge, 'SIGTERM');
  await until('the recorder has written all', () => replayed().stops.length === 2);

  const report = replayed();
  expect(report.chain).toMatchObject({ intact: true, first: 1, half: [], faults: [] });
  expect(report.stops.map(({ verdict, then, afterMs }) => [verdict, then?.id, then?.cause, afterMs])).toEqual([
    ['same', first.trip?.id, 'device-frame-bent', 0], ['same', second.trip?.id, 'stop-button', 0],
  ]);
  expect(report.first).toBeNull();
  expect(report.stateDiffers).toBeNull();
  expect(report).toMatchObject({ missing: 0, skipped: 0, bench: 'bench-1', virtual: true, baud: 115_200 });
  expect(report.statesAgreed).toBeGreaterThan(0);
  expect(report.bytesIn).toBeGreaterThan(10_000);
}, 60_000);

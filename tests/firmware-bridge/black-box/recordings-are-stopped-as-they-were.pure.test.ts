/**
 * Every recording in tests/fixtures/recordings is replayed, and must give the stops in the file beside it, which
 * `holdfast replay FILE --json` wrote. One that is dropped there is a test from then on. What only the notes say may change.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { replayReportSchema, type ReplayReport } from '../../../firmware-bridge/contract/replay-report.ts';
import { replayFiles } from '../../../firmware-bridge/replay-files.ts';

/** What a rule decides, and whether the record is whole. */
const decided = ({ bench, virtual, baud, limits, fromMs, toMs, bytesIn, bytesOut, events, chain, stops, missing, skipped }: ReplayReport): object =>
  ({ bench, virtual, baud, limits, fromMs, toMs, bytesIn, bytesOut, events, chain, stops, missing, skipped });

const folder = resolve(import.meta.dirname, '../../fixtures/recordings');
const recordings = readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'));

test('there are recordings', () => {
  expect(recordings.length).toBeGreaterThanOrEqual(2);
});

test.each(recordings)('%s', (name) => {
  const beside = join(folder, name.replace('.jsonl.gz', '.json'));
  expect(existsSync(beside), `${beside} is missing: npm run holdfast -- replay ${name} --json > ${beside}`).toBe(true);
  const expected = replayReportSchema.parse(JSON.parse(readFileSync(beside, 'utf8')));
  const report = replayFiles({ paths: [join(folder, name)], heads: [], isWhole: false, limits: expected.limits, fromMs: -Infinity, toMs: Infinity });
  expect(decided(report)).toEqual(decided(expected));
});

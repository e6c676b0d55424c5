/** Everything that can be typed wrongly is answered with what is wrong, what would be right, and exit code 2 (or 4: nobody there). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { holdfast } from './running-holdfast.ts';

const folder = mkdtempSync(join(tmpdir(), 'hf-wrong-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

test.each([
  ['no such command', ['begin'], 2, /unknown command 'begin'/],
  ['a slip of the finger', ['statsu'], 2, /Did you mean status\?/],
  ['a port that is none', ['start', '--port', '70000'], 2, /whole number from 1 to 65535/],
  ['a speed of nothing', ['start', '--speed', '0'], 2, /above 0 and up to 100/],
  ['an unknown option', ['start', '--turbo'], 2, /unknown option '--turbo'[\s\S]*holdfast help start/],
  ['a configuration that is not there', ['start', '--config', 'none.yaml'], 2, /There is no configuration at/],
  ['a rig without a port', ['rig'], 2, /--by-hand <port>/],
  ['a port that is not there', ['rig', '--by-hand', '/dev/none'], 2, /There is no port \/dev\/none[\s\S]*holdfast ports/],
  ['a lever where nothing runs', ['lever', 'bench-1', 'bend'], 2, /no virtual rig at a bench "bench-1"/],
  ['a stop where nothing runs', ['stop', 'bench-1'], 4, /No bridge runs on/],
  ['a status where nothing runs', ['status'], 4, /No bridge runs on/],
  ['the false stops of a server that does not run', ['nuisance'], 1, /No server of Holdfast runs on/],
  ['no days at all', ['nuisance', '--days', '0'], 2, /whole number from 1 to 366/],
])('%s', async (_name, args, code, says) => {
  const outcome = await holdfast(args, folder);
  expect([outcome.code, outcome.err]).toEqual([code, expect.stringMatching(says)]);
  expect(outcome.err.split('\n').filter((line) => line.length > 120)).toEqual([]);
});

test('ending nothing is no mistake', async () => {
  const outcome = await holdfast(['end'], folder);
  expect([outcome.code, outcome.out]).toEqual([0, expect.stringContaining('Nothing of Holdfast runs')]);
});

test('the help fits 80 columns and names every command', async () => {
  const { code, out } = await holdfast(['help']);
  expect(code).toBe(0);
  for (const name of ['start', 'stop', 'status', 'ports', 'rig', 'lever', 'nuisance', 'end']) expect(out).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('the ports of this machine are shown without a word about tools that are missing', async () => {
  const outcome = await holdfast(['ports', '--json']);
  expect([outcome.code, outcome.err]).toEqual([0, '']);
  expect(JSON.parse(outcome.out)).toHaveProperty('ports');
});

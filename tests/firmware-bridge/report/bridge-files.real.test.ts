/** The bridge's identity and the log as files. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readOrCreateBridgeId } from '../../../firmware-bridge/report/bridge-id.ts';
import { createLogFile } from '../../../firmware-bridge/report/log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('gives everybody who asks at once the same identity, and leaves one file', async () => {
  const deep = join(folder, 'not', 'there', 'yet');
  const ids = await Promise.all(Array.from({ length: 8 }, () => readOrCreateBridgeId(deep)));
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(await readdir(deep)).toEqual(['bridge-id']);
  expect(await readOrCreateBridgeId(deep)).toBe(ids[0]);
});

it('refuses a damaged identity instead of becoming another bridge', async () => {
  await writeFile(join(folder, 'bridge-id'), 'half an id');
  await expect(readOrCreateBridgeId(folder)).rejects.toMatchObject({ name: 'Refusal', code: 'bridge-id-damaged' });
});

it('refuses a state folder that is a file', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(readOrCreateBridgeId(join(folder, 'file'))).rejects.toMatchObject({ code: 'state-folder-unusable' });
});

it('keeps the log in two files of limited size', async () => {
  const path = join(folder, 'log', 'bridge.log');
  const log = createLogFile({ path, bytesMax: 2_000, nowIso: () => '2026-01-02T03:04:05.678Z' });
  for (let count = 0; count < 100; count += 1) log.write('guard', 'info', `line ${count}`);
  expect((await readdir(join(folder, 'log'))).sort()).toEqual(['bridge.log', 'bridge.log.1']);
  expect((await stat(path)).size).toBeLessThanOrEqual(2_000);
  expect((await stat(`${path}.1`)).size).toBeLessThanOrEqual(2_000);
  expect(await readFile(path, 'utf8')).toContain('line 99');
});

it('goes on when the log cannot be written, and says how much is missing once it can', async () => {
  const path = join(folder, 'blocked', 'bridge.log');
  await writeFile(join(folder, 'blocked'), '');
  const log = createLogFile({ path, bytesMax: 2_000, nowIso: () => '2026-01-02T03:04:05.678Z' });
  log.write('guard', 'info', 'lost');
  log.write('guard', 'info', 'lost too');
  await rm(join(folder, 'blocked'));
  log.write('guard', 'info', 'here');
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ text: 'here', missed: 2 });
});

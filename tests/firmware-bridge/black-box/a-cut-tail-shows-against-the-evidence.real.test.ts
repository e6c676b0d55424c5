/** The whole way with real processes: the recorder killed, the heads at the server, and what the command says to a record that was touched. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boxListSchema, replayReportSchema, type ReplayReport } from '../../../firmware-bridge/contract/replay-report.ts';
import { findBlocks } from '../../../firmware-bridge/report/black-box/gzip-block.ts';
import { boxFolder, segmentsOf } from '../../../firmware-bridge/report/black-box/read-blocks.ts';
import { BenchBox, until } from '../../bench-in-a-box.ts';
import { holdfast } from '../../server/command/running-holdfast.ts';

let box: BenchBox;
let stopId = '';
beforeAll(async () => { box = await BenchBox.start({ speed: 4 }); });
afterAll(async () => { await box.end(); });

const paths = (): string[] => segmentsOf(boxFolder(box.state, 'bench-1')).map(({ path }) => path);
const ask = async (...args: readonly string[]): Promise<{ code: number; report: ReplayReport }> => {
  const { code, out } = await holdfast(['replay', ...args, '--json', '--state', box.state, '--port', new URL(box.url).port]);
  return { code, report: replayReportSchema.parse(JSON.parse(out)) };
};
const recorderPid = (): number => Number(execFileSync('pgrep', ['-P', String(box.bridge?.pid ?? 0)], { encoding: 'utf8' }).trim().split('\n')[0]);

test('a recorder killed in the middle costs a told gap and no stop, and what comes after replays the same', async () => {
  await box.permitted();
  const pid = recorderPid();
  process.kill(pid, 'SIGKILL');
  await until('another recorder', () => { try { return recorderPid() !== pid; } catch { return false; } });
  await box.seen('recording again', (status) => status.problem === null && status.permissives.find((one) => one.id === 'can-record')?.ok === true);
  await box.lever('bend', { um: 900 });
  const status = await box.seen('seen stopped', (one) => one.trip?.receipt.seenStoppedAfterUs != null);
  stopId = status.trip?.id ?? '';
  const { report } = await until('the stop is in the record', async () => {
    const asked = await ask('bench-1');
    return asked.report.stops.length > 0 && asked.report.chain.completeUpTo !== null && asked;
  });
  expect(report.chain).toMatchObject({ intact: true, first: 1, faults: [] });
  expect(paths().length).toBeGreaterThanOrEqual(2);
  expect(report.stops).toMatchObject([{ verdict: 'same', then: { id: stopId, cause: 'device-frame-bent' }, afterMs: 0 }]);
  expect(report.first).toBeNull();
  expect(report.stateDiffers).toBeNull();
});

test('the record is listed, and the minute round the stop is a file of its own that replays', async () => {
  const listed = boxListSchema.parse(JSON.parse((await holdfast(['blackbox', 'list', '--json', '--state', box.state])).out));
  expect(listed.benches).toMatchObject([{ bench: 'bench-1', stops: [{ id: stopId }] }]);
  const file = join(box.folder, 'piece.jsonl.gz');
  const made = await holdfast(['blackbox', 'export', 'bench-1', '--stop', stopId, '--out', file, '--state', box.state]);
  expect(made.code).toBe(0);
  const { code, report } = await ask(file);
  expect(code).toBe(0);
  expect(report.stops).toMatchObject([{ verdict: 'same', then: { id: stopId } }]);
  const again = await holdfast(['blackbox', 'export', 'bench-1', '--stop', stopId, '--out', file, '--state', box.state]);
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('cannot be written') as string });
  expect(await holdfast(['blackbox', 'export', 'bench-1', '--stop', 'NONE', '--state', box.state])).toMatchObject({ code: 2, err: expect.stringContaining(stopId) as string });
  expect(execFileSync('zcat', [file], { encoding: 'utf8' })).toContain('why=device-frame-bent');
});

test('other limits are an own question: 5 when a stop differs, and the difference is said', async () => {
  const { code, out } = await holdfast(['replay', 'bench-1', '--limits', 'frameLimitUm=1500,frameNoRestoreUm=2000', '--state', box.state]);
  expect(code).toBe(5);
  expect(out).toContain('Gone');
  expect(out).toContain('First difference');
  expect(await holdfast(['replay', 'bench-1', '--limits', 'frameLimitUm=100', '--state', box.state])).toMatchObject({ code: 2, err: expect.stringContaining('do not fit together') as string });
});

test('a tail that is cut off behind our back shows, because the server knows a later head', async () => {
  const bridge = box.bridge;
  bridge?.kill('SIGTERM');
  await until('the bridge is gone', () => bridge?.exitCode !== null);
  await until('its recorder is gone', () => !readdirSync('/proc').some((name) => /^\d+$/.test(name) && commandOf(name).includes(`report/main.ts\0--state\0${box.state}`)));
  // A clean end tells the last head, so that nothing stays for which only the record itself speaks.
  expect(await ask('bench-1')).toMatchObject({ code: 0, report: { chain: { intact: true, unanchored: 0 } } });
  const last = paths().at(-1) ?? '';
  copyFileSync(last, `${last}.kept`);
  const { blocks } = findBlocks(readFileSync(last));
  const withStop = blocks.find(({ hasStop }) => hasStop);
  truncateSync(last, withStop?.at ?? 0);
  const cut = await ask('bench-1');
  expect(cut.code).toBe(1);
  expect(cut.report.chain.faults).toMatchObject([{ code: 'cut' }]);
  for (const path of paths()) rmSync(path);
  expect(await ask('bench-1')).toMatchObject({ code: 1, report: { chain: { intact: false, faults: [{ code: 'gone' }] } } });
  expect(await holdfast(['replay', 'bench-7', '--state', box.state])).toMatchObject({ code: 2, err: expect.stringContaining('Nothing is recorded') as string });
  writeFileSync(last, readFileSync(`${last}.kept`));
  expect((await ask('bench-1')).report.chain).toMatchObject({ intact: true, unanchored: expect.any(Number) as number });
  expect(existsSync(last)).toBe(true);
});

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

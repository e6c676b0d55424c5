/** Once a day another process checks every custody chain: what does not hold is on record, in the health and before everybody who sees cases; nothing waits for it. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createChainChecks } from '../../server/check-chains.ts';
import { runCheck } from '../../server/run-check.ts';
import type { RunningCheck } from '../../server/run-check.ts';
import { createMeta } from '../../server/store/meta.ts';
import { signedIn } from '../signed-in.ts';
import { fileBrief, walkIn } from './cases/made-cases.ts';
import { runServer } from './running-server.ts';
import { fill, openCustody, OTHER_CASE } from './store/custody-bench.ts';

const DAY_MS = 24 * 3_600_000;
const FOUND = { chains: 2, events: 7, brokenCount: 0, broken: [] };

function checksOf(run: () => RunningCheck, kept = new Map<string, string>()) {
  const deeds: unknown[] = [];
  const log: string[] = [];
  const clock = { nowMs: Date.parse('2026-11-24T08:00:00.000Z') };
  const meta = { text: (key: string) => kept.get(key) ?? null, set: (key: string, value: string) => void kept.set(key, value) };
  const checks = createChainChecks({ meta, audit: { append: (deed) => { deeds.push(deed); return deed as never; } }, edges: { epochMs: () => clock.nowMs, log: (level, text) => log.push(`${level} ${text}`) }, run });
  return { checks, deeds, log, clock, kept };
}

/** An event edited in the file, as no interface can. */
function edit(stateDir: string, code: string): void {
  const file = new Sqlite(join(stateDir, 'server.sqlite'));
  for (const name of file.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'custody_events'").pluck().all() as string[]) file.exec(`DROP TRIGGER "${name}"`);
  file.prepare("UPDATE custody_events SET line = replace(line, 'P-', 'X-') WHERE seq = 1 AND case_id = (SELECT case_id FROM custody_heads WHERE code = ?)").run(code);
  file.close();
}

test('once a day, once at a time, and over a restart what was found is known', async () => {
  let runs = 0;
  const { checks, deeds, clock, kept } = checksOf(() => ({ found: new Promise((resolve) => { runs += 1; setImmediate(() => resolve(FOUND)); }), end: () => undefined }));
  expect(checks.last()).toBeNull();
  await Promise.all([checks.daily(), checks.daily()]);
  await checks.daily();
  expect([runs, checks.last()]).toEqual([1, { atIso: '2026-11-24T08:00:00.000Z', ...FOUND }]);
  expect(deeds).toMatchObject([{ what: 'chains-checked', who: { kind: 'system', name: 'holdfast' }, detail: { chains: 2, events: 7, broken: 0 } }]);
  const again = checksOf(() => { throw new Error('it was checked today'); }, kept);
  await again.checks.daily();
  expect(again.checks.last()).toEqual(checks.last());
  clock.nowMs += DAY_MS;
  await checks.daily();
  expect(runs).toBe(2);
});

test('a check that gave no result is no verdict: it is said, and tried again', async () => {
  let isReady = false;
  const { checks, deeds, log } = checksOf(() => ({ found: isReady ? Promise.resolve(FOUND) : Promise.reject(new Error('no database')), end: () => undefined }));
  await checks.daily();
  expect([checks.last(), deeds, log]).toEqual([null, [], ['error the custody chains could not be checked, and it is tried again: no database']]);
  isReady = true;
  await checks.daily();
  expect(checks.last()).not.toBeNull();
});

test('a server that ends takes the check with it and keeps nothing of it', async () => {
  let end = (): void => undefined;
  const { checks, deeds, log } = checksOf(() => ({ found: new Promise((_resolve, reject) => { end = () => reject(new Error('killed')); }), end: () => end() }));
  const running = checks.daily();
  checks.close();
  await running;
  expect([checks.last(), deeds, log]).toEqual([null, [], []]);
});

test('the process finds what was edited in the file; a folder without a database is a sentence', async () => {
  const { custody, stateDir, close } = openCustody();
  fill(custody, 3);
  fill(custody, 4, OTHER_CASE, 'M3XA');
  expect(await runCheck(stateDir).found).toEqual(FOUND);
  close();
  edit(stateDir, 'M3XA');
  expect(await runCheck(stateDir).found).toEqual({ ...FOUND, brokenCount: 1, broken: [{ case: OTHER_CASE, code: 'M3XA' }] });
  await expect(runCheck(join(stateDir, 'nowhere')).found).rejects.toThrow('there is no database');
});

test('a chain that does not hold stands in the health and before everybody who sees cases, until a check says that it holds', async () => {
  const first = await runServer();
  const manager = await first.signed();
  const { case: { code } } = await fileBrief(manager);
  await walkIn(manager, { device: null });
  expect([(await manager.get('/api/health')).body['custody'], (await manager.get('/api/calls')).body['broken']]).toEqual([null, null]);
  await first.close();
  edit(first.stateDir, code);
  const file = new Sqlite(join(first.stateDir, 'server.sqlite'));
  onTestFinished(() => void file.close());
  const log: string[] = [];
  await createChainChecks({ meta: createMeta(file), audit: { append: (deed) => deed as never }, edges: { epochMs: () => Date.now(), log: (_level, text) => log.push(text) }, run: () => runCheck(first.stateDir) }).daily();
  expect(log).toEqual([`1 custody chains do not hold, the first is that of ${code}; see holdfast verify`]);
  const second = await runServer({ stateDir: first.stateDir });
  const seen = { brokenCount: 1, broken: [{ code }], chains: 2 };
  for (const user of ['demo-manager', 'demo-technician']) expect((await (await signedIn(second.url, second, user)).get('/api/calls')).body['broken']).toMatchObject(seen);
  expect((await (await signedIn(second.url, second, 'demo-support')).get('/api/calls')).body['broken']).toBeNull();
  expect((await (await second.signed()).get('/api/health')).body['custody']).toMatchObject(seen);
});

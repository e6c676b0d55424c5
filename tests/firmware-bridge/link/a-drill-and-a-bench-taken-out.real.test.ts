/** Drills and service end to end: virtual rig, bridge and server as real processes, the command with the server dead. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { BenchBox, endChild, until } from '../../bench-in-a-box.ts';

let box: BenchBox;
afterEach(async () => { await box.end(); });

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../..');

/** The command as a person types it. */
async function holdfast(...args: readonly string[]): Promise<{ code: number; out: string }> {
  const argv = [join(ROOT, 'server/command/holdfast.ts'), ...args, '--state', box.state];
  return run(process.execPath, argv).then(({ stdout }) => ({ code: 0, out: stdout }), (error: unknown) => {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  });
}

const accepted = () => box.seen('the rig accepted', (status) => status.protection === 'full' && status.drill?.blockedBy.length === 0);

/** A busy PC may answer a drill too late, which is a failure as it should be: then again. */
const drillPasses = () => until('a drill that passes', async () => {
  await accepted();
  const { body } = await box.post('/api/benches/bench-1/drill', {});
  return body['outcome'] === 'drill-passed' ? body : undefined;
});

test('a drill passes with its times, latches nothing, and is on record with figures; a phone refuses it', async () => {
  box = await BenchBox.start();
  expect((await accepted()).drill).toMatchObject({ state: 'never', last: null });
  const passed = await drillPasses();
  const times = (passed['drill'] as { times: { writtenAfterUs: number; answeredAfterUs: number } }).times;
  expect(times.writtenAfterUs).toBeGreaterThan(0);
  expect(times.answeredAfterUs).toBeGreaterThan(times.writtenAfterUs);
  expect(await box.status()).toMatchObject({ mode: 'inhibited', trip: null, drill: { state: 'passed', last: { passed: true, by: {} } } });
  expect(box.ledger().filter((entry) => entry['event'] === 'stop')).toEqual([]);
  const told = await until('the drill at the server', async () => {
    const answer = (await box.get('/api/benches/bench-1/drills')).body as unknown as { drills: { passed: boolean }[]; figures: { worstUs: number } };
    return answer.drills.some((drill) => drill.passed) ? answer : undefined;
  });
  expect(told.figures.worstUs).toBeGreaterThanOrEqual(times.answeredAfterUs);
  await box.lever('seat');
  await box.seen('the phone', (status) => status.seated);
  expect((await box.post('/api/benches/bench-1/drill', {}))).toMatchObject({ status: 409, body: { code: 'device-seated' } });
});

test('out of service withholds a permit and survives a restart; it is returned only after a drill, with the server dead', async () => {
  box = await BenchBox.start({ speed: 4 });
  await drillPasses();
  const out = await box.post('/api/benches/bench-1/out-of-service', { reason: 'the probe press sticks' });
  expect(out).toMatchObject({ status: 200, body: { outcome: 'taken-out' } });
  expect(await box.post('/api/benches/bench-1/return', {})).toMatchObject({ status: 409, body: { code: 'drill-needed' } });
  if (box.bridge !== null) await endChild(box.bridge);
  if (box.server !== null) await endChild(box.server);
  await box.startServer();
  await box.startBridge();
  await box.seen('out of service still', (status) => status.service?.out?.reason === 'the probe press sticks' && status.holds.ageMs !== null && status.protection === 'full');
  await box.lever('seat');
  await box.lever('start');
  // On a busy PC the guard may have stood still for a moment: it then waits for the next facts, which come every 15 s.
  const waiting = await box.seen('only the service is missing', (status) => status.restore !== null && status.permissives.filter((one) => !one.ok).map((one) => one.id).join() === 'in-service', 20_000);
  expect(waiting).toMatchObject({ mode: 'inhibited', permit: null, trip: null });
  await box.lever('unseat');
  await accepted();
  if (box.server !== null) await endChild(box.server);
  expect(await holdfast('return', 'bench-1', '--name', 'Test Person')).toMatchObject({ code: 1, out: expect.stringContaining('A drill must pass first') as unknown });
  const drilled = await until('a drill by the command', async () => {
    const told = await holdfast('drill', 'bench-1', '--name', 'Test Person');
    return told.code === 0 ? told : undefined;
  }, 30_000);
  expect(drilled.out).toMatch(/bench-1: Drill passed\. [\s\S]*written \d+\.\d\d ms, answered \d+\.\d\d ms/);
  expect(await holdfast('return', 'bench-1', '--name', 'Test Person')).toMatchObject({ code: 0, out: expect.stringContaining('Back in service') as unknown });
  expect((await box.status()).service).toEqual({ out: null, returnBlockedBy: ['not-out-of-service'] });
  expect(await holdfast('out-of-service', 'bench-9', '--name', 'Test Person', '--reason', 'no such bench')).toMatchObject({ code: 2 });
});

test('a drill that passed too long ago is shown as overdue after a restart', async () => {
  box = await BenchBox.start();
  await drillPasses();
  const path = join(box.state, 'latch', 'bench-1.json');
  const kept = await until('the drill in the file of the bench', () => {
    const read = JSON.parse(readFileSync(path, 'utf8')) as { service?: { lastPassedAtIso: string | null } };
    return read.service?.lastPassedAtIso == null ? undefined : { ...read, passedAtMs: Date.parse(read.service.lastPassedAtIso) };
  });
  if (box.bridge !== null) await endChild(box.bridge);
  writeFileSync(path, JSON.stringify({ ...kept, service: { ...kept.service, lastPassedAtIso: new Date(kept.passedAtMs - 31 * 3_600_000).toISOString() } }));
  await box.startBridge();
  const late = await box.seen('overdue', (status) => status.drill?.state === 'overdue');
  expect(late.drill).toMatchObject({ last: { passed: true } });
  expect(late.drill?.passedAgeMs).toBeGreaterThan(31 * 3_600_000 - 1);
});

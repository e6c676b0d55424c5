/**
 * A whole run as a person sees it: started, tripped, stopped from another terminal, ended, and nothing left behind. Each
 * start is six processes, so the tests of one run follow each other on it, in the order in which they stand.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { askBridge, bridgeStatusSchema } from '../../../server/command/bridge-line.ts';
import type { BridgeStatusReply } from '../../../server/command/bridge-line.ts';
import { RunningHoldfast, freePort, holdfast, processesOf, until } from './running-holdfast.ts';

const XOFF = '\u0013';
const CTRL_C = '\u0003';

const serverPid = (run: RunningHoldfast): number => {
  const value: unknown = JSON.parse(readFileSync(join(run.stateDir, 'server.pid'), 'utf8'));
  return typeof value === 'object' && value !== null && 'pid' in value ? Number(value.pid) : 0;
};
const isServing = async (run: RunningHoldfast): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${run.port}/`)).status < 500;
  } catch {
    return false;
  }
};
/** Asks the bridge itself: a command for each look would take more of this PC than what it looks at. */
const shownOf = async (run: RunningHoldfast, bench: string): Promise<BridgeStatusReply['benches'][number] | undefined> => {
  const asked = await askBridge(run.stateDir, { cmd: 'status' }, bridgeStatusSchema, 2_000);
  return asked.ok ? asked.reply.benches.find((known) => known.bench === bench) : undefined;
};
/** The bridge has greeted the rig: something is on the line to be stopped. */
const isLive = async (run: RunningHoldfast, bench: string): Promise<boolean> => {
  const mode = (await shownOf(run, bench))?.mode ?? 'offline';
  return mode !== 'offline' && mode !== 'handshaking';
};
/** The virtual scenario brings the first phone a moment after the greeting. */
const isSeated = async (run: RunningHoldfast, bench: string): Promise<boolean> => (await shownOf(run, bench))?.seated === true;

describe('one run from its start to Ctrl-C', () => {
  let run: RunningHoldfast;
  beforeAll(async () => { run = await (await RunningHoldfast.start()).ready(); }, 60_000);
  afterAll(() => { run.clear(); });

  test('it says that the rigs are virtual, shows one address and the way in, and the address answers', async () => {
    await until('the way in is shown', () => run.text.includes('are virtual, like the rigs'));
    expect(run.text).toContain('VIRTUAL');
    expect(run.text.match(/http:\/\/127\.0\.0\.1:\d+\S*/g)).toEqual([`http://127.0.0.1:${run.port}`, expect.stringContaining(`http://127.0.0.1:${run.port}/demo#`)]);
    expect(run.text).toMatch(/Or sign in as demo-technician, /);
    expect(await isServing(run)).toBe(true);
  });

  test('a stop from another terminal is confirmed in words, and shown as a block with its four times', async () => {
    await until('the rig is live', () => isLive(run, 'bench-1'));
    const stop = await holdfast(['stop', 'bench-1', '--name', 'Bench test', '--state', run.stateDir]);
    expect(stop.out).toMatch(/bench-1: Stopped, confirmed by the rig\./);
    expect(stop.out).toMatch(/requested 0\.00 · written \d+\.\d\d · acknowledged \d+\.\d\d · seen stopped \d+\.\d\d \(ms\)/);
    expect(stop.code).toBe(0);
    await until('the block is shown', () => run.text.includes('What to do:'));
    expect(run.text).toMatch(/Bench 1 \(virtual rig\): Stop asked for by a person/);
    expect(run.text.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    await until('the server counts it', async () => (await holdfast(['nuisance', '--state', run.stateDir])).out.includes('Stop asked for by a person'));
    const again = await holdfast(['stop', 'bench-1', '--state', run.stateDir]);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('already tripped')]);
    const wrong = await holdfast(['stop', 'bench-9', '--state', run.stateDir]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('bench-1 (Bench 1), bench-2 (Bench 2)')]);
  }, 60_000);

  test('a second Holdfast on the same folder is refused by the number of the first', async () => {
    const second = await holdfast(['start', '--state', run.stateDir, '--port', String(await freePort())]);
    expect(second.code).toBe(2);
    expect(second.err.replaceAll('\n', ' ')).toContain(`already runs on ${run.stateDir} (process ${run.pid})`);
    expect(await isServing(run)).toBe(true);
  }, 60_000);

  test('a port that is taken ends everything with the reason', async () => {
    const other = await RunningHoldfast.start(['--port', String(run.port)]);
    try {
      await until('the second one ends', () => other.exit !== null);
      expect(other.exit?.exitCode).toBe(2);
      expect(other.text).toContain(String(run.port));
      expect(other.text).not.toContain('is at http');
      expect(processesOf(other.stateDir)).toEqual([]);
    } finally {
      other.clear();
    }
  }, 60_000);

  test('Ctrl-C ends it, and no process is left', async () => {
    run.type(CTRL_C);
    await until('it ends', () => run.exit !== null);
    expect(run.exit?.exitCode).toBe(0);
    expect(run.text).toContain('Holdfast has ended.');
    expect(processesOf(run.stateDir)).toEqual([]);
  }, 60_000);
});

describe('one run whose terminal is held', () => {
  let run: RunningHoldfast;
  beforeAll(async () => { run = await (await RunningHoldfast.start()).ready(); }, 60_000);
  afterAll(() => { run.clear(); });

  test('a lever of a virtual rig provokes a trip that is shown with its cause', async () => {
    await until('a phone lies in it', () => isSeated(run, 'bench-1'));
    const lever = await holdfast(['lever', 'bench-1', 'bend', 'um=900', '--state', run.stateDir]);
    expect(lever.code, lever.err).toBe(0);
    await until('the trip is shown', () => run.text.includes('Bench 1 (virtual rig): Device frame bent'));
    const unknown = await holdfast(['lever', 'bench-1', 'fly', '--state', run.stateDir]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('the levers are')]);
  }, 60_000);

  test('with the terminal held by Ctrl-S nothing freezes: stops work, a dead server comes back, the end comes', async () => {
    await until('the other rig is live', () => isLive(run, 'bench-2'));
    run.type(XOFF);
    const stop = await holdfast(['stop', 'bench-2', '--state', run.stateDir]);
    expect([stop.code, stop.out]).toEqual([0, expect.stringContaining('confirmed by the rig')]);
    const former = serverPid(run);
    process.kill(former, 'SIGKILL');
    await until('another server serves', async () => serverPid(run) !== former && isServing(run));
    expect(run.text).not.toContain('Bench 2 (virtual rig): Stop asked for by a person');
    process.kill(run.pid, 'SIGTERM');
    await until('it ends', () => run.exit !== null);
    expect(processesOf(run.stateDir)).toEqual([]);
  }, 60_000);
});

describe('runs that end badly', () => {
  const runs: RunningHoldfast[] = [];
  async function start(): Promise<RunningHoldfast> {
    const run = await RunningHoldfast.start();
    runs.push(run);
    return run.ready();
  }
  afterEach(() => { for (const run of runs.splice(0)) run.clear(); });

  test('killed without a word, the supervisor leaves the bench guarded; the next start says what runs, and `end` ends it', async () => {
    const run = await start();
    await until('the rig is live', () => isLive(run, 'bench-1'));
    process.kill(run.pid, 'SIGKILL');
    await until('the virtual rigs have ended', () => !processesOf(run.stateDir).some(({ command }) => command.includes('virtual-rig')));
    const status = await holdfast(['status', '--state', run.stateDir]);
    expect(status.out).toContain('Bridge: process');
    const program = await holdfast(['status', '--json', '--state', run.stateDir]);
    expect(JSON.parse(program.out)).toMatchObject({ benches: [{ bench: 'bench-1' }, { bench: 'bench-2' }] });
    const next = await holdfast(['start', '--state', run.stateDir, '--port', String(await freePort())]);
    expect(next.code).toBe(2);
    expect(next.err.replaceAll('\n', ' ')).toMatch(/bridge \(process \d+\) and its server \(process \d+\) still run.*end/);
    const end = await holdfast(['end', '--state', run.stateDir]);
    expect([end.code, end.out]).toEqual([0, 'The bridge has ended.\nThe server has ended.\n']);
    await until('nothing is left', () => processesOf(run.stateDir).length === 0);
  }, 60_000);

  test('a second Ctrl-C ends at once', async () => {
    const run = await start();
    run.type(CTRL_C);
    await until('the end begins', () => run.text.includes('Ending Holdfast'));
    const untilMs = performance.now() + 550;
    await until('half a second has gone by, or it has ended', () => performance.now() > untilMs || run.exit !== null);
    if (run.exit === null) run.type(CTRL_C);
    await until('it ends', () => run.exit !== null, 5_000);
    expect(processesOf(run.stateDir)).toEqual([]);
  }, 60_000);
});

/**
 * One whole Holdfast, started as people start it, with the two virtual rigs of its own; finds its processes, kills them
 * by number, and waits until it is whole again. It ends what it started, and only that.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import { askBridge, bridgeStatusSchema, stopReplySchema } from '../../../server/command/bridge-line.ts';
import { isAlive } from '../../../server/command/process-identity.ts';
import { VIRTUAL_BENCHES } from '../../../server/command/start-plan.ts';
import { readLivePid } from '../../../server/command/state-folder.ts';
import { actAt, benchView, bridgesConnected, orderStop } from './api.ts';
import type { Target } from './plan.ts';
import { Rig } from './rig.ts';
import { waitFor } from './wait-for.ts';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const START_WITHIN_MS = 40_000;
const WHOLE_WITHIN_MS = 40_000;
const END_WITHIN_MS = 12_000;
const BRIDGE_ANSWER_MS = 1_000;
const FRESH_MS = 1_000;
const WORDS_KEPT = 4_000;

export interface Pids { readonly guard: number; readonly recorder: number; readonly server: number }

export class Store {
  readonly stateDir: string;
  readonly url: string;
  /** Ids of stops that a person got as an answer. */
  readonly told: string;
  readonly rigs: readonly Rig[];
  readonly #child: ChildProcess;
  #words = '';
  #ended: Promise<void> | null = null;

  private constructor(stateDir: string, port: number, name: string) {
    this.stateDir = stateDir;
    this.url = `http://127.0.0.1:${port}`;
    actAt(this.url, stateDir);
    this.told = join(stateDir, 'told.txt');
    writeFileSync(this.told, '');
    this.rigs = VIRTUAL_BENCHES.map(({ id }) => new Rig(stateDir, id));
    const config = join(stateDir, 'holdfast.yaml');
    writeFileSync(config, 'server:\n');
    const entry = join(ROOT, 'server', 'command', 'holdfast.ts');
    const args = [entry, 'start', '--state', stateDir, '--config', config, '--port', String(port), '--store-name', name];
    // A group of its own: Ctrl-C at this terminal is passed on once, by us.
    this.#child = spawn(process.execPath, args, { cwd: stateDir, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (part: Buffer): void => { this.#words = (this.#words + part.toString()).slice(-WORDS_KEPT); };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
  }

  /** `own` gets the store before anything can fail, so that it can be ended. */
  static async start(name: string, own: (store: Store) => void): Promise<Store> {
    const store = new Store(mkdtempSync(join(tmpdir(), 'holdfast-crash-')), await freePort(), name);
    own(store);
    await waitFor('the start of Holdfast', START_WITHIN_MS, async () => {
      if (store.#child.exitCode !== null) throw new Error(`Holdfast did not start:\n${store.#words}`);
      return (await store.findWhole()) !== null;
    }, () => Promise.resolve(store.#words));
    return store;
  }

  async statuses(): Promise<{ readonly pid: number; readonly benches: readonly BenchStatus[] } | null> {
    const asked = await askBridge(this.stateDir, { cmd: 'status' }, bridgeStatusSchema, BRIDGE_ANSWER_MS);
    return asked.ok ? asked.reply : null;
  }

  async status(bench: string): Promise<BenchStatus | null> {
    return (await this.statuses())?.benches.find((one) => one.bench === bench) ?? null;
  }

  /** A person's stop at the bench PC. What nobody took is simply no stop. */
  async stopHere(bench: string): Promise<void> {
    const asked = await askBridge(this.stateDir, { cmd: 'stop', bench, name: 'Crash bench' }, stopReplySchema, BRIDGE_ANSWER_MS);
    if (asked.ok) this.#noteTold(asked.reply.result.tripId);
  }

  /** A person's stop on the page, and at the bench PC when the page got no answer. */
  async stop(bench: string): Promise<void> {
    const ordered = await orderStop(this.url, bench);
    if (ordered.ok) this.#noteTold(ordered.result.tripId);
    else await this.stopHere(bench);
  }

  #noteTold(tripId: string | null): void {
    if (tripId !== null) appendFileSync(this.told, `${tripId}\n`);
  }

  async pids(): Promise<Pids> {
    return waitFor('the processes of Holdfast', WHOLE_WITHIN_MS, async () => {
      const guard = (await this.statuses())?.pid;
      const recorder = guard === undefined ? null : recorderOf(guard);
      const server = readLivePid(this.stateDir, 'server');
      return guard !== undefined && recorder !== null && server !== null ? { guard, recorder, server } : null;
    });
  }

  /** Everything runs, is connected, and both rigs are on the line with a status on the board that is no older than a second. */
  async findWhole(): Promise<true | null> {
    const now = await this.statuses();
    if (now === null || recorderOf(now.pid) === null || readLivePid(this.stateDir, 'server') === null) return null;
    if (now.benches.some((bench) => !bench.link.open || bench.mode === 'offline' || bench.mode === 'handshaking')) return null;
    if (now.benches.some((bench) => bench.link.lastFrameAgeMs === null || bench.link.lastFrameAgeMs > FRESH_MS)) return null;
    if (await bridgesConnected(this.url) < 1) return null;
    const views = await Promise.all(this.rigs.map((rig) => benchView(this.url, rig.bench)));
    const bootId = now.benches[0]?.bootId;
    return views.every((view) => view?.bridgeConnected === true && view.status?.bootId === bootId && (view.ageMs ?? FRESH_MS) < FRESH_MS) ? true : null;
  }

  async whole(before: Pids, target: Target): Promise<void> {
    const killed = pidsOf(before, target, 0);
    await waitFor(`Holdfast whole again after the kill of ${target}`, WHOLE_WITHIN_MS, async () =>
      !killed.some(isAlive) && (await this.findWhole()) !== null, async () => this.describe());
  }

  kill(pids: Pids, target: Target, first: number): void {
    for (const pid of pidsOf(pids, target, first)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // The recorder ends by itself the moment its guard is gone.
      }
    }
  }

  async describe(): Promise<string> {
    const now = await this.statuses();
    const benches = (now?.benches ?? []).map(({ bench, mode, zone, trip, restore, problem, reset }) => [
      `${bench} ${mode} ${zone}`, `trip ${trip === null ? 'none' : `${trip.id} ${trip.causes.map((cause) => cause.code).join('+')} ${trip.receipt.state}`}`,
      `restore ${restore?.phase ?? 'none'}`, `problem ${problem?.code ?? 'none'}`, `reset blocked by ${reset.blockedBy.join('+') || 'nothing'}`,
    ].join(', '));
    const rigs = await Promise.all(this.rigs.map(async (rig) => {
      const { phase, latch, session, restore } = await rig.state();
      return `rig of ${rig.bench} ${phase} latch ${latch ?? 'none'} restore ${restore ?? 'none'} session ${session ?? 'none'}`;
    }));
    return `Bridge ${now === null ? 'does not answer' : `process ${now.pid}`}, bridges at the server ${await bridgesConnected(this.url)}; ${[...benches, ...rigs].join('; ')}. State folder ${this.stateDir}`;
  }

  /** In good order, at last by force; nothing of it is left behind. Asked again, it is the same end. */
  end(): Promise<void> {
    this.#ended ??= this.#endAll();
    return this.#ended;
  }

  async #endAll(): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    // Also a recorder that finishes what a killed guard left to it.
    const isGone = (): Promise<boolean> => Promise.resolve(processesOn(this.stateDir).length === 0);
    await waitFor('the end', END_WITHIN_MS, isGone).catch(() => {
      for (const left of processesOn(this.stateDir)) process.kill(left, 'SIGKILL');
    });
  }

  forget(): void {
    rmSync(this.stateDir, { recursive: true, force: true });
  }
}

function pidsOf(pids: Pids, target: Target, first: number): number[] {
  if (target !== 'all') return [pids[target]];
  const all = [pids.guard, pids.recorder, pids.server];
  return [...all.slice(first), ...all.slice(0, first)];
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter((text) => text !== '').map(Number);
  } catch {
    return [];
  }
}

function commandOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

export const recorderOf = (guard: number): number | null =>
  childrenOf(guard).find((pid) => commandOf(pid).some((part) => part.endsWith('report/main.ts'))) ?? null;

/** Every process of a store names its state folder, which has a name of its own. */
const processesOn = (stateDir: string): number[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => commandOf(pid).some((part) => part.startsWith(stateDir)));

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('no free port was found');
}

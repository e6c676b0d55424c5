/**
 * A whole Holdfast with two idle virtual rigs, for provoking by hand: as people start it, or, where facts of cases are needed,
 * with those facts added on the way from the server to the bridge. It ends what it started, and only that.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import { pullLever, type LeverState } from '../../../firmware-bridge/virtual-rig/lever-client.ts';
import { askBridge, bridgeStatusSchema } from '../../../server/command/bridge-line.ts';
import { readLivePid } from '../../../server/command/state-folder.ts';
import { endChild, startEntry, until } from '../../bench-in-a-box.ts';
import { actAt } from '../crash/api.ts';
import { freePort, recorderOf } from '../crash/store.ts';
import { completeFacts, type FactsBetween } from './facts-between.ts';
import type { Script } from './scripts.ts';

export const BENCHES = ['bench-1', 'bench-2'] as const;
export type Bench = (typeof BENCHES)[number];

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const READY_MS = 40_000;
const END_MS = 12_000;
const ANSWER_MS = 1000;
const WORDS_KEPT = 4000;

export class Running {
  readonly folder = mkdtempSync(join(tmpdir(), 'holdfast-levers-'));
  readonly stateDir = join(this.folder, 'state');
  url = '';
  readonly #children: ChildProcess[] = [];
  #holdfast: ChildProcess | null = null;
  #between: FactsBetween | null = null;
  #words = '';

  #rigPath(bench: Bench, kind: string): string { return join(this.folder, `${bench}.${kind}`); }

  async #startRigs(): Promise<void> {
    mkdirSync(this.stateDir, { recursive: true });
    for (const [index, bench] of BENCHES.entries()) {
      await startEntry('firmware-bridge/virtual-rig/main.ts', [
        '--link', this.#rigPath(bench, 'tty'), '--memory', this.#rigPath(bench, 'memory'), '--ledger', this.#rigPath(bench, 'ledger'),
        '--levers', this.#rigPath(bench, 'levers'), '--serial', `VIRTUAL-L${String(index + 1)}`, '--scenario', 'idle', '--speed', '4', '--seed', String(index + 1),
      ], this.#children);
    }
  }

  /** As people start it: one command, its supervisor, its bridge, its server. */
  async start(): Promise<void> {
    await this.#startRigs();
    const port = await freePort();
    this.url = `http://127.0.0.1:${String(port)}`;
    actAt(this.url, this.stateDir);
    const config = join(this.folder, 'holdfast.yaml');
    writeFileSync(config, 'server:\n');
    const rigs = BENCHES.flatMap((bench) => ['--virtual-rig', `${bench}=${this.#rigPath(bench, 'tty')}`]);
    const args = [join(ROOT, 'server', 'command', 'holdfast.ts'), 'start', '--state', this.stateDir, '--config', config, '--port', String(port), ...rigs];
    const child = spawn(process.execPath, args, { cwd: this.folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#holdfast = child;
    const keep = (part: Buffer): void => { this.#words = (this.#words + part.toString()).slice(-WORDS_KEPT); };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    await this.ready();
  }

  /** Server, bridge and what lies between them one by one, so that facts can be completed on their way. */
  async startWith(fact: NonNullable<Script['fact']>, serial: string): Promise<void> {
    await this.#startRigs();
    const { ready } = await startEntry('server/main.ts', ['--state', this.stateDir, '--port', '0', '--virtual'], this.#children);
    this.url = String(ready['url']);
    actAt(this.url, this.stateDir);
    this.#between = await completeFacts(this.url, fact, serial);
    const rigs = BENCHES.flatMap((bench) => ['--rig', `${bench}=${this.#rigPath(bench, 'tty')}`]);
    await startEntry('firmware-bridge/main.ts', ['--state', this.stateDir, ...rigs, '--virtual', '--server', this.#between.url], this.#children);
    await this.ready();
  }

  /** Both benches are guarded, and the holds are known. */
  async ready(): Promise<void> {
    await until('both benches guarded', async () => {
      if (this.#holdfast !== null && this.#holdfast.exitCode !== null) throw new Error(`Holdfast did not start:\n${this.#words}`);
      const statuses = await Promise.all(BENCHES.map((bench) => this.status(bench)));
      return statuses.every((status) => status !== null && status.protection !== 'none' && status.holds.ageMs !== null);
    }, READY_MS);
  }

  async lever(bench: Bench, pull: { readonly lever: string } & Readonly<Record<string, unknown>>): Promise<LeverState> {
    const answer = await pullLever(this.#rigPath(bench, 'levers'), pull);
    if (!answer.ok) throw new Error(`${pull.lever}: ${answer.what}; ${answer.remedy}`);
    return answer.state;
  }

  async #asked(): Promise<{ readonly pid: number; readonly benches: readonly BenchStatus[] } | null> {
    const asked = await askBridge(this.stateDir, { cmd: 'status' }, bridgeStatusSchema, ANSWER_MS);
    return asked.ok ? asked.reply : null;
  }

  async status(bench: Bench): Promise<BenchStatus | null> {
    return (await this.#asked())?.benches.find((one) => one.bench === bench) ?? null;
  }

  async pid(of: 'guard' | 'recorder' | 'server'): Promise<number> {
    const guard = (await this.#asked())?.pid ?? null;
    const pid = of === 'server' ? readLivePid(this.stateDir, 'server') : guard === null || of === 'guard' ? guard : recorderOf(guard);
    if (pid === null) throw new Error(`the ${of} is not there`);
    return pid;
  }

  latchFile(bench: Bench): string { return join(this.stateDir, 'latch', `${bench}.json`); }

  async end(): Promise<void> {
    const holdfast = this.#holdfast;
    if (holdfast !== null && holdfast.exitCode === null) {
      holdfast.kill('SIGTERM');
      await until('the end of Holdfast', () => holdfast.exitCode !== null || holdfast.signalCode !== null, END_MS).catch(() => endChild(holdfast));
    }
    await Promise.all(this.#children.map((child) => endChild(child)));
    await this.#between?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

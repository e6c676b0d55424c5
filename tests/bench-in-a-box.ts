/**
 * A whole bench for tests: virtual rig, server and bridge as real processes in a folder of their own. Nothing in here
 * knows that it is a test except the folder.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { BenchStatus } from '../firmware-bridge/contract/bench-status.ts';
import { socketPath } from '../firmware-bridge/socket-path.ts';
import { demoOf, signedIn, type Answer, type DemoPeople, type Signed } from './signed-in.ts';
import { pullLever, type LeverState } from '../firmware-bridge/virtual-rig/lever-client.ts';

const ROOT = resolve(import.meta.dirname, '..');
const READY_MS = 20_000;
const POLL_MS = 5;

export interface Ready { readonly [key: string]: unknown }

/** Starts one entry of the product and waits for its ready line; a refusal is an error with its text. */
export async function startEntry(entry: string, args: readonly string[], children: ChildProcess[]): Promise<{ ready: Ready; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(ROOT, entry), ...args], { stdio: ['ignore', 'pipe', 'pipe'], cwd: ROOT });
  children.push(child);
  let errors = '';
  child.stderr.on('data', (part: Buffer) => { errors += part.toString(); });
  const line = await new Promise<string>((found, failed) => {
    let text = '';
    const late = setTimeout(() => { failed(new Error(`${entry} was not ready in time: ${errors}`)); }, READY_MS);
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      const end = text.indexOf('\n');
      if (end === -1) return;
      clearTimeout(late);
      found(text.slice(0, end));
    });
    child.once('exit', (code) => { clearTimeout(late); failed(new Error(`${entry} ended with ${String(code)}: ${errors}`)); });
  });
  const ready = JSON.parse(line) as Ready;
  if ('refused' in ready) throw new Error(`${entry} refused: ${line}`);
  return { ready, child };
}

/** Asks `look` again and again until it gives something; fails with `what` after the time. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined | false> | Found | undefined | false, withinMs = 10_000): Promise<Found> {
  const endMs = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > endMs) throw new Error(`not seen within ${String(withinMs)} ms: ${what}`);
    await new Promise((again) => { setTimeout(again, POLL_MS); });
  }
}

export interface BoxOptions {
  readonly scenario?: string;
  readonly speed?: number;
  readonly server?: boolean;
  readonly rigs?: number;
  /** Rows of probes of each rig's fixture. */
  readonly rows?: 2 | 3;
  /** The built web room, for tests with a browser. */
  readonly web?: string;
  /** Text of a configuration for the server alone, such as its mail server. */
  readonly config?: string;
}

export class BenchBox {
  readonly folder = mkdtempSync(join(tmpdir(), 'holdfast-box-'));
  readonly state = join(this.folder, 'state');
  readonly children: ChildProcess[] = [];
  url = '';
  #demo: DemoPeople | null = null;
  #signed: Promise<Signed> | null = null;
  bridge: ChildProcess | null = null;
  server: ChildProcess | null = null;
  #bridgeArgs: string[] = [];
  #web: string | null = null;
  #levered: readonly string[] = [];
  #config: string | null = null;

  static async start(options: BoxOptions = {}): Promise<BenchBox> {
    const box = new BenchBox();
    mkdirSync(join(box.state, 'rigs'), { recursive: true });
    const count = options.rigs ?? 1;
    const benches = Array.from({ length: count }, (_unused, index) => `bench-${String(index + 1)}`);
    box.#web = options.web ?? null;
    box.#levered = benches.flatMap((bench) => ['--lever', `${bench}=${box.#rigPath(bench, 'levers')}`]);
    if (options.config !== undefined) writeFileSync(box.#config = join(box.folder, 'server.yaml'), options.config);
    await Promise.all([...benches.map((bench) => box.startRig(bench, options)), ...(options.server === false ? [] : [box.startServer()])]);
    const rigs = benches.flatMap((bench) => ['--rig', `${bench}=${box.#rigPath(bench, 'tty')}`]);
    box.#bridgeArgs = ['--state', box.state, ...rigs, '--virtual'];
    if (count === 0) return box;
    await box.startBridge();
    if (box.url !== '') await box.seen('the facts of the server', (status) => status.holds.ageMs !== null);
    return box;
  }

  #rigPath(bench: string, kind: string): string { return join(this.state, 'rigs', `${bench}.${kind}`); }

  async startRig(bench: string, options: BoxOptions, serial = `VIRTUAL-${bench.slice(-1)}`): Promise<ChildProcess> {
    const at = (kind: string): string => this.#rigPath(bench, kind);
    const { child } = await startEntry('firmware-bridge/virtual-rig/main.ts', [
      '--link', at('tty'), '--memory', at('memory'), '--ledger', at('ledger'), '--serial', serial, '--levers', at('levers'),
      '--scenario', options.scenario ?? 'idle', '--speed', String(options.speed ?? 1), '--seed', '7', '--rows', String(options.rows ?? 2),
    ], this.children);
    return child;
  }

  async startServer(): Promise<void> {
    const port = this.url === '' ? '0' : new URL(this.url).port;
    const { ready, child } = await startEntry('server/main.ts', [
      '--state', this.state, '--port', port, '--virtual', ...this.#levered, ...(this.#web === null ? [] : ['--web', this.#web]), ...(this.#config === null ? [] : ['--config', this.#config]),
    ], this.children);
    this.url = String(ready['url']);
    this.#demo = demoOf(ready);
    this.#signed = null;
    this.server = child;
  }

  async startBridge(rigs?: readonly string[]): Promise<void> {
    if (rigs !== undefined) this.#bridgeArgs = ['--state', this.state, ...rigs, '--virtual'];
    const server = this.url === '' ? 'ws://127.0.0.1:9/api/bridge' : `${this.url.replace('http', 'ws')}/api/bridge`;
    const { child } = await startEntry('firmware-bridge/main.ts', [...this.#bridgeArgs, '--server', server], this.children);
    this.bridge = child;
  }

  async lever(lever: string, value: Readonly<Record<string, unknown>> = {}, bench = 'bench-1'): Promise<LeverState> {
    const answer = await pullLever(this.#rigPath(bench, 'levers'), { lever, ...value });
    if (!answer.ok) throw new Error(`${lever}: ${answer.what}; ${answer.remedy}`);
    return answer.state;
  }

  ledger(bench = 'bench-1'): readonly Record<string, unknown>[] {
    return readFileSync(this.#rigPath(bench, 'ledger'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  control(request: object): Promise<Record<string, unknown>> {
    return new Promise((answered, failed) => {
      const socket = connect(socketPath(this.state));
      let text = '';
      socket.setEncoding('utf8');
      socket.once('error', failed);
      socket.once('connect', () => { socket.write(`${JSON.stringify(request)}\n`); });
      socket.on('data', (part: string) => {
        text += part;
        if (!text.includes('\n')) return;
        socket.destroy();
        answered(JSON.parse(text) as Record<string, unknown>);
      });
    });
  }

  async status(bench = 'bench-1'): Promise<BenchStatus> {
    const answer = await this.control({ cmd: 'status' });
    const found = (answer['benches'] as BenchStatus[]).find((one) => one.bench === bench);
    if (found === undefined) throw new Error(`no ${bench}`);
    return found;
  }

  /** Waits until the bench's status satisfies `look`. */
  seen(what: string, look: (status: BenchStatus) => boolean, withinMs = 10_000, bench = 'bench-1'): Promise<BenchStatus> {
    let last: BenchStatus | undefined;
    return until(what, async () => {
      last = await this.status(bench).catch(() => undefined);
      return last !== undefined && look(last) ? last : undefined;
    }, withinMs).catch((error: unknown) => {
      throw new Error(`${String(error)}; last: ${JSON.stringify(last)}`);
    });
  }

  /** Seats a device, starts a restore and waits until its permit is live. */
  async permitted(bench = 'bench-1'): Promise<BenchStatus> {
    await this.seen('the rig is accepted', (status) => status.rig !== null && status.protection === 'full', 10_000, bench);
    await this.lever('seat', {}, bench);
    await this.lever('start', {}, bench);
    return this.seen('a permit', (status) => status.mode === 'permitted', 10_000, bench);
  }

  get demo(): DemoPeople {
    if (this.#demo === null) throw new Error('this bench has no server');
    return this.#demo;
  }

  /** The demo manager. */
  signed(): Promise<Signed> {
    return this.#signed ??= signedIn(this.url, this.demo);
  }

  async post(path: string, body: object): Promise<Answer> {
    return (await this.signed()).post(path, body);
  }

  async get(path: string): Promise<Answer> {
    return (await this.signed()).get(path);
  }

  /** By the demo manager, with the demo technician as the second person. */
  async reset(tripId: string | undefined, reason = 'test is over', bench = 'bench-1'): Promise<Answer> {
    return (await this.signed()).reset(bench, tripId, reason, this.demo);
  }

  async end(): Promise<void> {
    await Promise.all(this.children.map((child) => endChild(child)));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function endChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((gone) => {
    child.once('exit', () => { gone(); });
    child.kill(signal);
  });
}

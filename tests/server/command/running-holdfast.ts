/**
 * A real Holdfast for tests: started as people start it, on a real terminal, in a folder of its own. It finds every
 * process of its folder, so that a test can show that none is left behind.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn as spawnOnTerminal } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';

export const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const HOLDFAST = join(ROOT, 'server', 'command', 'holdfast.ts');

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export function holdfast(args: readonly string[], cwd = ROOT): Promise<Outcome> {
  return new Promise((done) => {
    execFile(process.execPath, [HOLDFAST, ...args], { cwd, timeout: 25_000 }, (error, out, err) => {
      done({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, out, err });
    });
  });
}

export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const untilMs = performance.now() + withinMs;
  while (!await isSo()) {
    if (performance.now() > untilMs) throw new Error(`waited in vain: ${what}`);
    await new Promise((done) => { setTimeout(done, 25); });
  }
}

export const freePort = (): Promise<number> => new Promise((done, fail) => {
  const server = createServer();
  server.once('error', fail);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => { done(typeof address === 'object' && address !== null ? address.port : 0); });
  });
});

/** Every living process that names the folder on its command line. */
export function processesOf(stateDir: string): { pid: number; command: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      const isZombie = /\) Z /.test(readFileSync(`/proc/${name}/stat`, 'utf8'));
      return command.includes(stateDir) && !isZombie ? [{ pid: Number(name), command }] : [];
    } catch {
      return [];
    }
  });
}

export class RunningHoldfast {
  readonly stateDir: string;
  readonly port: number;
  readonly #terminal: IPty;
  #text = '';
  #exit: { exitCode: number; signal?: number | undefined } | null = null;

  private constructor(stateDir: string, port: number, extra: readonly string[]) {
    this.stateDir = stateDir;
    this.port = port;
    const args = [HOLDFAST, 'start', '--state', stateDir, '--port', String(port), ...extra];
    this.#terminal = spawnOnTerminal(process.execPath, args, { cwd: ROOT, cols: 80, rows: 40 });
    this.#terminal.onData((text) => { this.#text += text; });
    this.#terminal.onExit((exit) => { this.#exit = exit; });
  }

  static async start(extra: readonly string[] = [], stateDir = mkdtempSync(join(tmpdir(), 'hf-'))): Promise<RunningHoldfast> {
    return new RunningHoldfast(stateDir, await freePort(), extra);
  }

  get text(): string {
    return this.#text.replaceAll('\r\n', '\n');
  }

  get pid(): number {
    return this.#terminal.pid;
  }

  get exit(): { exitCode: number; signal?: number | undefined } | null {
    return this.#exit;
  }

  type(keys: string): void {
    this.#terminal.write(keys);
  }

  async ready(): Promise<this> {
    await until(`the address is shown; so far: ${this.text}`, () => this.text.includes('is at http') || this.#exit !== null);
    return this;
  }

  /** For the end of a test, also of one that failed. */
  clear(): void {
    for (const { pid } of processesOf(this.stateDir)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has just ended by itself.
      }
    }
    rmSync(this.stateDir, { recursive: true, force: true });
  }
}

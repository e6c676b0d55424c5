/**
 * `npm run sim`: the production bridge and the virtual rig's firmware on a simulated line in virtual time, seed after
 * seed, on every core. A seed that breaks an invariant is named and can be had again with `--seed`; then the exit is 1.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readArguments, USAGE, WrongArgument, type SimArguments } from './arguments.ts';
import { runSeed, type SeedResult } from './run-seed.ts';
import type { Batch, BatchResult } from './sim-worker.ts';

const BATCH = 20;
const SAY_EVERY_MS = 10_000;
const TOLD_MOST = 20;

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

function tell({ seed, violations }: SeedResult): void {
  for (const { name, source, atMs, what } of violations) say(`seed ${seed} at ${(atMs / 1000).toFixed(3)} s: ${name} (${source})\n  ${what}`);
}

class SimRun {
  readonly #options: SimArguments;
  readonly #startedAtMs = performance.now();
  readonly #found: SeedResult[] = [];
  readonly #children: ChildProcess[] = [];
  #next: number;
  #seeds = 0;
  #steps = 0;
  #saidAtMs = 0;

  constructor(options: SimArguments) {
    this.#options = options;
    this.#next = options.from;
  }

  async run(): Promise<boolean> {
    const count = Math.min(this.#options.workers, Math.ceil(this.#options.seeds / BATCH));
    try {
      await Promise.all(Array.from({ length: count }, () => this.#work()));
    } finally {
      this.end();
    }
    say(this.#summary());
    if (this.#options.json) {
      const violations = this.#found.flatMap(({ seed, violations: all }) => all.map((one) => ({ seed, ...one })));
      say(JSON.stringify({ seeds: this.#seeds, steps: this.#steps, violations }));
    }
    return this.#found.length === 0 && this.#seeds === this.#options.seeds;
  }

  #work(): Promise<void> {
    const child = fork(join(import.meta.dirname, 'sim-worker.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#children.push(child);
    return new Promise((done, failed) => {
      child.once('exit', (code) => { failed(new Error(`a worker ended with ${String(code)}`)); });
      const hand = (): void => {
        const left = this.#options.from + this.#options.seeds - this.#next;
        if (left <= 0) {
          child.removeAllListeners('exit');
          done();
          return;
        }
        const batch: Batch = { from: this.#next, count: Math.min(BATCH, left) };
        this.#next += batch.count;
        child.send(batch);
      };
      child.on('message', (result) => {
        this.#take(result as BatchResult);
        hand();
      });
      hand();
    });
  }

  #take({ seeds, steps, found }: BatchResult): void {
    this.#seeds += seeds;
    this.#steps += steps;
    for (const one of found) if (this.#found.push(one) <= TOLD_MOST) tell(one);
    const nowMs = performance.now();
    if (nowMs - this.#saidAtMs < SAY_EVERY_MS || this.#seeds === this.#options.seeds) return;
    this.#saidAtMs = nowMs;
    say(this.#summary());
  }

  #summary(): string {
    const seconds = (performance.now() - this.#startedAtMs) / 1000;
    return `${this.#seeds} seeds, ${this.#steps} steps, ${(this.#seeds / seconds).toFixed(1)} seeds/s, ${this.#found.length} with a violation`;
  }

  end(): void { for (const child of this.#children) child.disconnect(); }
}

function runOne(seed: number, json: boolean): boolean {
  const result = runSeed(seed, true);
  for (const line of result.trace) say(line);
  tell(result);
  say(`seed ${seed}: ${result.steps} steps, ${result.violations.length} violations`);
  if (json) say(JSON.stringify({ seeds: 1, steps: result.steps, violations: result.violations.map((one) => ({ seed, ...one })) }));
  return result.violations.length === 0;
}

async function main(): Promise<number> {
  try {
    const options = readArguments(process.argv.slice(2), availableParallelism());
    if (options === 'help') {
      say(USAGE);
      return 0;
    }
    const isWell = options.seed === null ? await new SimRun(options).run() : runOne(options.seed, options.json);
    return isWell ? 0 : 1;
  } catch (error) {
    if (!(error instanceof WrongArgument)) throw error;
    say(`${error.message}\n${USAGE}`);
    return 2;
  }
}

process.exitCode = await main();

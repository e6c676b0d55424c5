/**
 * `npm run fuzz`: the codec, the streams, merged lines and the frame rule with generated and damaged inputs, on two cores.
 * It ends with 1 when a promise was broken, and prints the input as it is kept beside `tests/bench/fuzz/found.json`.
 */
import { Worker } from 'node:worker_threads';
import { readArguments, USAGE, WrongArgument } from './fuzz/arguments.ts';
import type { FuzzArguments } from './fuzz/arguments.ts';
import { mergesOf, sum } from './fuzz/run.ts';
import type { Counted } from './fuzz/run.ts';

const INPUTS_AT_ONCE = 250_000;
const SAY_EVERY_MS = 5000;
/** With fewer merges one in 65,536 is a matter of luck. */
const MERGES_TO_JUDGE = 1_000_000;

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const many = (count: number): string => count.toLocaleString('en');

class Fuzz {
  readonly #options: FuzzArguments;
  readonly #parts: Counted[] = [];
  readonly #fromMs = performance.now();
  #handedOut = 0;
  #turn = 0;
  #done = 0;
  #saidAtMs = 0;

  constructor(options: FuzzArguments) { this.#options = options; }

  get #seconds(): number { return (performance.now() - this.#fromMs) / 1000; }

  async run(): Promise<boolean> {
    const { runs, workers, seed } = this.#options;
    say(`${many(runs)} inputs from seed ${seed} on ${workers} threads.`);
    await Promise.all(Array.from({ length: workers }, () => this.#feed()));
    return this.#report();
  }

  /** The next piece of work, or null when nothing is left, the time is over, or a fault was found. */
  #next(): { seed: number; inputs: number } | null {
    const { runs, seconds, seed } = this.#options;
    const inputs = Math.min(INPUTS_AT_ONCE, runs - this.#handedOut);
    if (inputs <= 0 || (seconds !== null && this.#seconds >= seconds) || this.#parts.some((part) => part.found.length > 0)) return null;
    this.#handedOut += inputs;
    this.#turn += 1;
    return { seed: (seed * 1_000_003 + this.#turn) >>> 0, inputs };
  }

  async #feed(): Promise<void> {
    const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url));
    try {
      for (let work = this.#next(); work !== null; work = this.#next()) this.#take(await this.#ask(worker, work));
    } finally {
      await worker.terminate();
    }
  }

  #ask(worker: Worker, work: { seed: number; inputs: number }): Promise<Counted> {
    return new Promise((done, fail) => {
      worker.once('error', fail);
      worker.once('message', (counted: Counted) => {
        worker.off('error', fail);
        done(counted);
      });
      worker.postMessage(work);
    });
  }

  #take(counted: Counted): void {
    this.#parts.push(counted);
    this.#done += counted.inputs;
    if (performance.now() - this.#saidAtMs < SAY_EVERY_MS) return;
    this.#saidAtMs = performance.now();
    say(`${many(this.#done)} inputs in ${this.#seconds.toFixed(1)} s, ${many(Math.round(this.#done / this.#seconds))} a second`);
  }

  #report(): boolean {
    const all = sum(this.#parts);
    const merged = mergesOf(all);
    const seconds = this.#seconds;
    for (const [target, own] of Object.entries(all.tally)) {
      const counts = Object.entries(own).filter(([name]) => name !== 'inputs').map(([name, count]) => `${name} ${many(count)}`);
      say(`${target}: ${many(own['inputs'] ?? 0)} inputs${counts.length === 0 ? '' : `; ${counts.join(', ')}`}`);
    }
    say(`merged lines that pass every check: ${merged.passed} of ${many(merged.merges)}; at most ${merged.allowed} may (one in 65,536)`);
    for (const one of all.found) say(`BROKEN  ${JSON.stringify(one)}`);
    const isWell = all.found.length === 0 && (merged.passed <= merged.allowed || merged.merges < MERGES_TO_JUDGE);
    say(`${many(all.inputs)} inputs in ${seconds.toFixed(1)} s, ${many(Math.round(all.inputs / seconds))} a second: ${isWell ? 'nothing broke' : 'FAILED'}`);
    if (this.#options.json) {
      say(JSON.stringify({
        inputs: all.inputs, seconds: Number(seconds.toFixed(1)), perSecond: Math.round(all.inputs / seconds), broken: all.found.length, merges: merged.merges,
        mergesPassed: merged.passed, mergesAllowed: merged.allowed, targets: all.tally,
      }));
    }
    return isWell;
  }
}

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    say(USAGE);
    return 0;
  }
  return await new Fuzz(options).run() ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${error instanceof WrongArgument ? `${USAGE}\n` : ''}`);
  process.exitCode = error instanceof WrongArgument ? 2 : 1;
}

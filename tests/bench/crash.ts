/**
 * `npm run crash`: kill -9 of guard, recorder, server, and all, again and again while stops happen, in whole stores with
 * virtual rigs; at the end a separate process compares the ledgers of the rigs with what the servers show. It ends every
 * process it started, also on Ctrl-C, and keeps a state folder only when something was wrong.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { readArguments, USAGE, WrongArgument } from './crash/arguments.ts';
import type { CrashArguments } from './crash/arguments.ts';
import { planRounds } from './crash/plan.ts';
import type { Round } from './crash/plan.ts';
import { playRound } from './crash/round.ts';
import { Store } from './crash/store.ts';

const BENCHES = 2;
const SAY_EVERY = 10;
const COMPARE_WITHIN_MS = 60_000;
const COMPARE_BYTES_MAX = 64 * 1024 * 1024;

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const faults = z.array(z.string());
const comparisonSchema = z.object({
  missing: faults, doubled: faults, unpermitted: faults, toldOnly: faults, recovered: z.number(), ledgerStops: z.number(), serverStops: z.number(), crossings: z.number(),
});
type Comparison = z.infer<typeof comparisonSchema>;

/** In a process of its own, which saw nothing of the kills. */
async function compare(store: Store): Promise<Comparison> {
  const args = [join(import.meta.dirname, 'crash', 'compare.ts'), '--server', store.url, '--state', store.stateDir, '--told', store.told, ...store.rigs.flatMap((rig) => ['--ledger', rig.ledger])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: COMPARE_WITHIN_MS, maxBuffer: COMPARE_BYTES_MAX });
  return comparisonSchema.parse(JSON.parse(stdout));
}

class CrashRun {
  readonly #options: CrashArguments;
  readonly #rounds: readonly Round[];
  readonly #stores: Store[] = [];
  readonly #failures: string[] = [];
  #next = 0;
  #done = 0;
  #isEnding = false;

  constructor(options: CrashArguments) {
    this.#options = options;
    this.#rounds = planRounds(options.rounds, BENCHES, options.seed);
  }

  async run(): Promise<boolean> {
    const count = Math.min(this.#options.stores, this.#rounds.length);
    say(`${this.#rounds.length} rounds in ${count} ${count === 1 ? 'store' : 'stores'}, seed ${this.#options.seed}. Nothing here touches a phone.`);
    try {
      await Promise.all(Array.from({ length: count }, (_unused, index) => this.#playStore(`Crash store ${index + 1}`)));
      if (this.#isEnding) return false;
      const compared = (await Promise.all(this.#stores.map((store) => this.#judge(store)))).filter((one) => one !== null);
      const isWell = this.#report(compared);
      await this.end();
      if (isWell) this.forget();
      return isWell;
    } finally {
      await this.end();
    }
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    await Promise.all(this.#stores.map((store) => store.end()));
  }

  /** After the end only: what still runs would make its files again. */
  forget(): void {
    for (const store of this.#stores) store.forget();
  }

  async #playStore(name: string): Promise<void> {
    try {
      const store = await Store.start(name, (started) => { this.#stores.push(started); });
      say(`${name} runs in ${store.stateDir}`);
      for (let round = this.#take(); round !== undefined; round = this.#take()) await this.#play(store, round);
    } catch (error) {
      if (this.#isEnding) return;
      this.#failures.push(`${name}: ${messageOf(error)}`);
      say(`${name}: ${messageOf(error)}`);
    }
  }

  #take(): Round | undefined {
    const round = this.#isEnding ? undefined : this.#rounds[this.#next];
    this.#next += 1;
    return round;
  }

  async #play(store: Store, round: Round): Promise<void> {
    const fromMs = performance.now();
    await playRound(store, round);
    this.#done += 1;
    if (!this.#options.each && this.#done % SAY_EVERY !== 0 && this.#done !== this.#rounds.length) return;
    const scenes = round.scenes.map(({ scene }) => `${scene.by} in ${scene.place}`).join(' and ');
    say(`${this.#done} of ${this.#rounds.length}: ${round.target} killed ${round.kill.afterMs} ms after the ${round.kill.at}, ${scenes}; whole and reset in ${((performance.now() - fromMs) / 1000).toFixed(1)} s`);
  }

  async #judge(store: Store): Promise<Comparison | null> {
    try {
      return await compare(store);
    } catch (error) {
      this.#failures.push(`comparing ${store.stateDir}: ${messageOf(error)}`);
      return null;
    }
  }

  #report(compared: readonly Comparison[]): boolean {
    const sum = (count: (one: Comparison) => number): number => compared.reduce((total, one) => total + count(one), 0);
    const total = {
      rounds: this.#options.rounds, kills: this.#done, missing: sum((one) => one.missing.length), doubled: sum((one) => one.doubled.length),
      unpermitted: sum((one) => one.unpermitted.length), recovered: sum((one) => one.recovered),
    };
    for (const failure of this.#failures) say(`FAILED  ${failure}`);
    for (const one of compared) {
      for (const kind of ['missing', 'doubled', 'unpermitted'] as const) for (const fault of one[kind]) say(`${kind.toUpperCase()}  ${fault}`);
      if (one.toldOnly.length > 0) say(`note: a person was told of ${one.toldOnly.join(', ')}, and the server does not show it`);
    }
    const isWell = this.#failures.length === 0 && total.missing + total.doubled + total.unpermitted === 0 && this.#done === this.#rounds.length;
    if (!isWell) say(`Kept for a look: ${this.#stores.map((store) => store.stateDir).join(' ')}`);
    say(`${this.#done} of ${this.#rounds.length} kills; ${sum((one) => one.ledgerStops)} stops at the rigs, ${sum((one) => one.serverStops)} on the servers, ${sum((one) => one.crossings)} crossings`);
    say(`missing ${total.missing}, doubled ${total.doubled}, unpermitted ${total.unpermitted}, recovered ${total.recovered}`);
    if (this.#options.json) say(JSON.stringify(total));
    return isWell;
  }
}

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    say(USAGE);
    return 0;
  }
  const run = new CrashRun(options);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      say('Ending…');
      void run.end().finally(() => {
        run.forget();
        process.exit(130);
      });
    });
  }
  return await run.run() ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n${error instanceof WrongArgument ? `${USAGE}\n` : ''}`);
  process.exitCode = error instanceof WrongArgument ? 2 : 1;
}

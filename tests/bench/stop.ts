/**
 * `npm run bench:stop`: how long after the deciding frame the stop byte is read, for a bare loop, the product alone, and
 * the product under load, in turn. It reports and never judges; nothing it started is left behind.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FromBareLoop } from './stop/bare-loop.ts';
import { endAll, endChild, forkEntry, nextMessage } from './stop/child.ts';
import { DISTURBED_MODES, MODES, figuresOf, ratio, spreadOf, tableHead, tableRow } from './stop/figures.ts';
import type { Mode } from './stop/figures.ts';
import { BENCH, FEED_CLIENTS, bringOnlookers, endProduct, startProduct } from './stop/product.ts';
import { DISTURBANCES } from './stop/disturber.ts';
import type { Disturbance } from './stop/disturber.ts';
import type { FromRigEnd, ToRigEnd } from './stop/rig-end.ts';
import type { Measured } from './stop/stop-clock.ts';

const EXTRA_LINES_PER_S = 200;
const USAGE = `usage: npm run bench:stop -- [--rounds N] [--stops N] [--warm-up N] [--disturbed] [--json]
  --rounds   rounds of bare, idle, loaded in turn (5)
  --stops    measured stops of each mode in each round (200)
  --warm-up  stops before them that are not counted (40)
  --disturbed  instead: the product idle, with the server process stopped, and with both databases locked at each stop, now and then for 5 s
  --json     one object as the last line`;

interface Wanted { readonly rounds: number; readonly stops: number; readonly warmUp: number; readonly disturbed: boolean; readonly json: boolean }

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

function whole(text: string, name: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= 100_000) return value;
  throw new Error(`${name} must be a whole number from ${String(least)} to 100000.\n${USAGE}`);
}

function readWanted(): Wanted {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' }, stops: { type: 'string', default: '200' }, 'warm-up': { type: 'string', default: '40' },
      disturbed: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
    },
  });
  return {
    rounds: whole(values.rounds, '--rounds', 1), stops: whole(values.stops, '--stops', 1), warmUp: whole(values['warm-up'], '--warm-up', 0), disturbed: values.disturbed, json: values.json,
  };
}

const tell = (rigEnd: ChildProcess, message: ToRigEnd): void => { rigEnd.send(message); };

class Rounds {
  readonly #wanted: Wanted;
  readonly #stateDir: string;
  readonly results: Readonly<Record<Mode, Measured[]>> = { bare: [], idle: [], loaded: [], 'server-stopped': [], 'database-locked': [] };

  constructor(wanted: Wanted, stateDir: string) {
    this.#wanted = wanted;
    this.#stateDir = stateDir;
  }

  async #measure(round: number, mode: Mode, rigEnd: ChildProcess, by?: Disturbance): Promise<void> {
    const { stops, warmUp } = this.#wanted;
    const answer = nextMessage<FromRigEnd, 'measured'>(rigEnd, 'measured');
    tell(rigEnd, { type: 'measure', warmUp, stops, extraLinesPerS: mode === 'loaded' ? EXTRA_LINES_PER_S : 0, disturbed: by === undefined ? undefined : { by, stateDir: this.#stateDir } });
    process.stderr.write(`round ${String(round)} of ${String(this.#wanted.rounds)}: ${mode}, ${String(warmUp)} stops to warm up and ${String(stops)} measured…\n`);
    const { measured, lostLines, extraLines, tookMs } = await answer;
    this.results[mode].push(measured);
    const notes = [
      measured.unasked > 0 ? `${String(measured.unasked)} stops that no frame asked for` : '',
      measured.repeated > 0 ? `${String(measured.repeated)} stops written again` : '',
      measured.unpermitted > 0 ? `${String(measured.unpermitted)} deciding frames without a live permit` : '',
      lostLines > 0 ? `${String(lostLines)} lines lost on the way to the host` : '',
      extraLines > 0 ? `${((extraLines * 1000) / tookMs).toFixed(0)} more lines/s` : '',
      `load ${(loadavg()[0] ?? 0).toFixed(1)}`,
    ].filter((note) => note !== '');
    say(`${tableRow(String(round), mode, figuresOf([measured]))}   ${notes.join(', ')}`);
  }

  async #withRigEnd(round: number, serve: (rigEnd: ChildProcess, path: string) => Promise<void>): Promise<void> {
    const rigEnd = forkEntry('rig-end.ts', [String(round)]);
    const { path } = await nextMessage<FromRigEnd, 'ready'>(rigEnd, 'ready');
    await serve(rigEnd, path);
    await endChild(rigEnd, 'SIGTERM');
  }

  async bare(round: number): Promise<void> {
    await this.#withRigEnd(round, async (rigEnd, path) => {
      const loop = forkEntry('bare-loop.ts', [path]);
      await nextMessage<FromBareLoop, 'ready'>(loop, 'ready');
      const met = nextMessage<FromRigEnd, 'in-session'>(rigEnd, 'in-session');
      tell(rigEnd, { type: 'host', staff: null, bench: BENCH });
      await met;
      await this.#measure(round, 'bare', rigEnd);
      await endChild(loop, 'SIGTERM');
    });
  }

  async product(round: number): Promise<void> {
    await this.#withRigEnd(round, async (rigEnd, path) => {
      const product = await startProduct(path, this.#stateDir);
      const met = nextMessage<FromRigEnd, 'in-session'>(rigEnd, 'in-session');
      tell(rigEnd, { type: 'host', staff: product.staff, bench: BENCH });
      await met;
      await this.#measure(round, 'idle', rigEnd);
      if (this.#wanted.disturbed) {
        for (const by of DISTURBANCES) await this.#measure(round, by, rigEnd, by);
        return endProduct(product);
      }
      const onlookers = await bringOnlookers(product);
      await this.#measure(round, 'loaded', rigEnd);
      const seen = await onlookers.end();
      say(`        ${seen}`);
      await endProduct(product);
    });
  }
}

function reportDisturbed(results: Readonly<Record<Mode, Measured[]>>, json: boolean): void {
  const pooled = Object.fromEntries(DISTURBED_MODES.map((mode) => [mode, figuresOf(results[mode])]));
  say('');
  for (const mode of DISTURBED_MODES) say(tableRow('pooled', mode, figuresOf(results[mode])));
  if (json) say(JSON.stringify(pooled));
}

function report(results: Readonly<Record<Mode, Measured[]>>, json: boolean): void {
  const pooled = { bare: figuresOf(results.bare), idle: figuresOf(results.idle), loaded: figuresOf(results.loaded) };
  say('');
  for (const mode of MODES) say(tableRow('pooled', mode, pooled[mode]));
  for (const mode of MODES) {
    const rounds = results[mode].map((one) => figuresOf([one]));
    say(`spread over the rounds, ${mode}: p50 ${spreadOf(rounds, 'p50_us')}, p99 ${spreadOf(rounds, 'p99_us')}, max ${spreadOf(rounds, 'max_us')} µs`);
  }
  say(`p50 idle / bare        ${ratio(pooled.idle.p50_us, pooled.bare.p50_us)}   (target: at most 1.0)`);
  say(`p99.9 loaded / idle    ${ratio(pooled.loaded.p999_us, pooled.idle.p999_us)}   (target: at most 2)`);
  if (json) say(JSON.stringify(pooled));
}

async function main(): Promise<void> {
  const wanted = readWanted();
  const stateDir = await mkdtemp(join(tmpdir(), 'holdfast-bench-stop-'));
  let isEnding = false;
  const clean = async (): Promise<void> => {
    isEnding = true;
    await endAll();
    await rm(stateDir, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) return;
      say('Ending what was started…');
      void clean().finally(() => process.exit(130));
    });
  }
  const cores = `${String(availableParallelism())} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}.`;
  const kinds = wanted.disturbed
    ? `the product idle, with its server process\nstopped, and with both databases locked. ${cores}`
    : `bare serialport + ReadlineParser loop; product idle; product loaded with\n${String(EXTRA_LINES_PER_S)} telemetry lines/s, ${String(FEED_CLIENTS)} feed clients and one Chromium on the board. ${cores}`;
  say(`${String(wanted.rounds)} rounds of ${String(wanted.stops)} stops each: ${kinds}`);
  say(tableHead());
  const rounds = new Rounds(wanted, stateDir);
  try {
    for (let round = 1; round <= wanted.rounds; round += 1) {
      if (!wanted.disturbed) await rounds.bare(round);
      await rounds.product(round);
    }
    await clean();
  } catch (error) {
    if (isEnding) return;
    await clean();
    throw error;
  }
  (wanted.disturbed ? reportDisturbed : report)(rounds.results, wanted.json);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`The measurement broke off: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

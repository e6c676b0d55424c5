/**
 * An entry of its own: replays a record of the black box, lists what is recorded, shows or cuts out a part, and prints one JSON
 * line. It opens no port and changes no record; what it cannot do is refused by name.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigRefusal } from './config.ts';
import { boxHeadSchema, type BoxHead } from './contract/black-box.ts';
import type { RawFound } from './contract/raw-lines.ts';
import type { BoxExport, BoxList, Rejudgement, ReplayReport } from './contract/replay-report.ts';
import { brokenRelation, DEFAULT_LIMITS, type Limits } from './guard/limits.ts';
import { rejudge } from './rejudge.ts';
import { replayFiles } from './replay-files.ts';
import { stopOf } from './replay/compare-stops.ts';
import { cutOut, listBox } from './report/black-box/cut-out.ts';
import { knownHeads } from './report/black-box/known-heads.ts';
import { linesAround } from './report/black-box/read-around.ts';
import { boxFolder, lastBlock, segmentsOf } from './report/black-box/read-blocks.ts';

/** Without --from, a bench's last day is replayed: a full record takes some time (ms). */
const DAY_MS = 86_400_000;
const LINES_DEFAULT = 2_000;

const OPTIONS = {
  most: { type: 'string' }, state: { type: 'string' }, server: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, stop: { type: 'string' }, out: { type: 'string' },
  limits: { type: 'string', multiple: true }, head: { type: 'string', multiple: true },
} as const;

function timeOf(text: string | undefined, name: string): number | null {
  if (text === undefined) return null;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new ConfigRefusal(`--${name} ${text}: this is no time`, 'Write it like 2026-05-31T14:00 (local) or 2026-05-31T12:00Z.');
  return ms;
}

/** `name=number`, also several with commas. */
function limitsOf(given: readonly string[]): Partial<Limits> {
  const limits: Record<string, number> = {};
  for (const pair of given.flatMap((text) => text.split(','))) {
    const [name = '', value = ''] = pair.split('=');
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) throw new ConfigRefusal(`--limits ${pair}: there is no limit "${name}"`, `The limits are ${Object.keys(DEFAULT_LIMITS).join(', ')}.`);
    if (!/^\d{1,7}$/.test(value)) throw new ConfigRefusal(`--limits ${pair}: not a whole number`, 'Write it like frameLimitUm=350.');
    limits[name] = Number(value);
  }
  const broken = brokenRelation({ ...DEFAULT_LIMITS, ...limits });
  if (broken !== undefined) throw new ConfigRefusal('These limits do not fit together', `${broken}. Several are written as --limits a=1,b=2.`);
  return limits;
}

/** `CHAIN:COUNT:HASH`, as a paper or another record holds it. */
function headsOf(given: readonly string[]): readonly BoxHead[] {
  return given.map((text) => {
    const [chain, count, hash] = text.split(':');
    const parsed = boxHeadSchema.safeParse({ chain, count: Number(count), hash });
    if (!parsed.success) throw new ConfigRefusal(`--head ${text}: this is no head`, 'Write it as RUN:COUNT:HASH, as the evidence shows them.');
    return parsed.data;
  });
}

function benchesOf(stateDir: string): readonly string[] {
  try {
    return readdirSync(join(stateDir, 'black-box')).filter((name) => segmentsOf(boxFolder(stateDir, name)).length > 0).sort();
  } catch {
    return [];
  }
}

function mustHave(stateDir: string, bench: string): string {
  const benches = benchesOf(stateDir);
  if (benches.includes(bench)) return boxFolder(stateDir, bench);
  throw new ConfigRefusal(`Nothing is recorded of a bench "${bench}" in ${stateDir}`, benches.length === 0 ? 'No bench has a record there.' : `There is a record of ${benches.join(', ')}.`);
}

const lastWallMs = (path: string | undefined): number => (path === undefined ? 0 : lastBlock(path)?.header.wallMs ?? 0);

async function replay(target: string, values: ReturnType<typeof readArguments>['values']): Promise<ReplayReport> {
  const stateDir = resolve(values.state ?? '.');
  const isFile = existsSync(target) && statSync(target).isFile();
  const known = isFile ? [] : await knownHeads(stateDir, target, values.server ?? null);
  // Where the evidence knows of a record, an empty folder is an answer of its own.
  const folder = isFile || known.length > 0 ? boxFolder(stateDir, target) : mustHave(stateDir, target);
  const paths = isFile ? [resolve(target)] : segmentsOf(folder).map(({ path }) => path);
  const from = timeOf(values.from, 'from') ?? (isFile ? -Infinity : lastWallMs(paths.at(-1)) - DAY_MS);
  return replayFiles({
    paths, heads: [...headsOf(values.head ?? []), ...known], isWhole: !isFile, limits: limitsOf(values.limits ?? []), fromMs: from, toMs: timeOf(values.to, 'to') ?? Infinity,
  });
}

const list = (stateDir: string, bench: string | undefined): BoxList => ({
  benches: (bench === undefined ? benchesOf(stateDir) : [bench]).map((id) => listBox(id, mustHave(stateDir, id), stopOf)),
});

function cut(stateDir: string, bench: string, stop: string | undefined, out: string | undefined): BoxExport {
  const folder = mustHave(stateDir, bench);
  const ids = (): string => listBox(bench, folder, stopOf).stops.map(({ id }) => id).join(', ') || 'none';
  if (stop === undefined) throw new ConfigRefusal('Which stop? --stop is missing', `Stops in the record of ${bench}: ${ids()}.`);
  const piece = cutOut(folder, stop, stopOf);
  if (piece === undefined) throw new ConfigRefusal(`The record of ${bench} has no stop "${stop}"`, `Stops in it: ${ids()}.`);
  const { bytes, ...about } = piece;
  const file = resolve(out ?? `${bench}-${stop}.jsonl.gz`);
  try {
    writeFileSync(file, bytes, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new ConfigRefusal(`${file} cannot be written: ${error instanceof Error ? error.message : 'unknown'}`, 'Name another file with --out.');
  }
  return { file, bytes: bytes.length, ...about };
}

/** Lines between two times; more than `--most` are cut at their beginning. */
function linesOf(stateDir: string, bench: string, { from, to, most }: ReturnType<typeof readArguments>['values']): RawFound {
  const [fromMs, toMs] = [timeOf(from, 'from'), timeOf(to, 'to')];
  if (fromMs === null || toMs === null) throw new ConfigRefusal('From when to when? --from or --to is missing', 'Name both.');
  return linesAround(mustHave(stateDir, bench), fromMs, toMs, Number(most ?? LINES_DEFAULT));
}

function rejudged(stateDir: string, bench: string, { from }: ReturnType<typeof readArguments>['values']): Rejudgement {
  const atMs = timeOf(from, 'from');
  if (atMs === null) throw new ConfigRefusal('When was the stop? --from is missing', 'Name its time.');
  return rejudge(mustHave(stateDir, bench), atMs);
}

function readArguments() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  return { values, positionals };
}

async function main(): Promise<object> {
  const { values, positionals: [what, target] } = readArguments();
  const stateDir = resolve(values.state ?? '.');
  if (what === 'list') return list(stateDir, target);
  if (what === 'lines' && target !== undefined) return linesOf(stateDir, target, values);
  if (what === 'rejudge' && target !== undefined) return rejudged(stateDir, target, values);
  if (target === undefined) throw new ConfigRefusal('Which bench or file?', `There is a record of: ${benchesOf(stateDir).join(', ') || 'no bench'}.`);
  return what === 'export' ? cut(stateDir, target, values.stop, values.out) : replay(target, values);
}

try {
  process.stdout.write(`${JSON.stringify(await main())}\n`);
} catch (error) {
  const remedy = error instanceof ConfigRefusal ? error.remedy : 'Look at the message; it names what failed.';
  process.stdout.write(`${JSON.stringify({ refused: 'black-box', what: error instanceof Error ? error.message : String(error), remedy })}\n`);
  process.exitCode = 2;
}

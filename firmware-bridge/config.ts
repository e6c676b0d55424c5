/**
 * The `rigs:` section of holdfast.yaml, and the flags that do the same for one rig. One parse: an unknown key or a wrong
 * value is refused with its line and with what would be right; the `server:` section is not this room's matter.
 */
import { isAbsolute } from 'node:path';
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { BOX_MB_DEFAULT, BOX_MB_LEAST } from './contract/black-box.ts';
import { BAUDS, cutSchema, cutsSchema, NO_WIRING, secondPortSchema, sidePathsOf, wiringOf, type Wiring } from './config-wiring.ts';
import { brokenRelation, DEFAULT_LIMITS, stopAnswerMsAt, TABLET_NAMES, tabletLimits, type Limits } from './guard/limits.ts';
import type { ModelLimits } from './guard/state.ts';

export interface RigConfig {
  readonly bench: string;
  readonly name: string;
  readonly path: string;
  readonly baud: number;
  readonly serial: string | null;
  readonly limits: Limits;
  /** Limits of models that differ, first match first. */
  readonly models: readonly ModelLimits[];
  /** Space on the disk for its black box (MB). */
  readonly blackBoxMb: number;
  readonly wiring: Wiring;
}

export class ConfigRefusal extends Error {
  readonly remedy: string;
  constructor(what: string, remedy: string) {
    super(what);
    this.remedy = remedy;
  }
}

const BAUD_DEFAULT = 115_200;
const RIGS_MAX = 32;
const MODELS_MAX = 100;
const positive = z.number().int().positive();

/** The limits of a chassis that a model may have for itself; how well a fixture measures is not the model's matter. */
const chassisLimits = {
  frameLimitUm: positive, frameReviewUm: positive, frameNoRestoreUm: positive, planeLimitUm: positive, planeReviewUm: positive,
  planeNoRestoreUm: positive, twistLimitUm: positive, twistReviewUm: positive, twistNoRestoreUm: positive,
};
const chassisSchema = z.object(chassisLimits).partial().strict();

const limitsSchema = z.object({
  ...chassisLimits, frameUncertaintyUm: positive, zeroOffUm: positive, zeroAgeH: positive, fixtureDriftDc: positive,
  deviceHotDc: positive.max(600), forceMaxCn: positive.max(5000),
  batteryMinPct: z.number().int().min(20, 'a whole number from 20 to 100').max(100), supplyMinMv: positive,
  silenceCriticalMs: positive, silenceSafeMs: positive, permitTtlMs: positive.max(2000),
  drillEveryH: positive.max(720, 'a whole number of hours from 1 to 720'),
}).partial().strict();

const rigSchema = z.object({
  bench: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'a short id of lower-case letters, digits and "-", for example bench-1'),
  name: z.string().min(1).max(40).optional(),
  path: z.string().refine(isAbsolute, 'an absolute path, for example /dev/serial/by-id/usb-…'),
  baud: z.union(BAUDS.map((baud) => z.literal(baud)), `one of ${BAUDS.join(', ')}`).default(BAUD_DEFAULT),
  dialect: z.literal('native', 'native (the only dialect of this version)').default('native'),
  serial: z.string().regex(/^[A-Za-z0-9-]{1,24}$/, "the rig's own serial number, as `holdfast status` shows it").optional(),
  secondPort: secondPortSchema.optional(),
  cut: cutsSchema.optional(),
  limits: limitsSchema.optional(),
  blackBoxMb: z.number().int().min(BOX_MB_LEAST, `a whole number of MB, ${BOX_MB_LEAST} or more`).max(1_000_000).default(BOX_MB_DEFAULT),
}).strict();

const modelSchema = z.object({
  match: z.string().trim().min(2, "two letters or more of the model's name, for example iPad").max(24),
  limits: chassisSchema,
}).strict();

const fileSchema = z.object({
  rigs: z.array(rigSchema).min(1).max(RIGS_MAX).optional(), models: z.array(modelSchema).max(MODELS_MAX).optional(), server: z.unknown().optional(),
}).strict();

type OwnLimits = z.infer<typeof limitsSchema> | undefined;
export type ModelEntry = z.infer<typeof modelSchema>;

const givenOf = (own: OwnLimits): Partial<Limits> => Object.fromEntries(Object.entries(own ?? {}).filter(([, value]) => value !== undefined));
const limitsAt = (baud: number, own: OwnLimits): Limits => ({ ...DEFAULT_LIMITS, stopAnswerMs: stopAnswerMsAt(baud), ...givenOf(own) });

/** Configured models first; then the shipped tablets, which give way to what was set for the rig. */
function modelsOn(limits: Limits, own: OwnLimits, entries: readonly ModelEntry[]): readonly ModelLimits[] {
  const configured = entries.map(({ match, limits: given }) => ({ match, limits: { ...limits, ...givenOf(given) } }));
  return [...configured, ...TABLET_NAMES.map((match) => ({ match, limits: { ...limits, ...tabletLimits(limits), ...givenOf(own) } }))];
}

export interface FileConfig { readonly rigs: readonly RigConfig[]; readonly models: readonly ModelEntry[] }

export const parseRigs = (text: string, file: string): readonly RigConfig[] => parseConfig(text, file).rigs;

/** Parses the text of a holdfast.yaml. `file` is only for the messages. */
export function parseConfig(text: string, file: string): FileConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new ConfigRefusal(`${file}:${line}:${col}: this is not YAML: ${broken.message}`, 'Mend the line; the README shows a whole file.');
  }
  const parsed = fileSchema.safeParse(document.toJS() ?? {});
  if (!parsed.success) throw refusalOf(parsed.error, document, lines, file);
  const entries = parsed.data.models ?? [];
  const rigs = (parsed.data.rigs ?? []).map((rig, index) => {
    const limits = limitsAt(rig.baud, rig.limits);
    const relation = brokenRelation(limits);
    if (relation !== undefined) {
      throw new ConfigRefusal(`${place(document, lines, file, ['rigs', index, 'limits'])}: these limits do not fit together`, `${relation}.`);
    }
    const models = modelsOn(limits, rig.limits, entries);
    refuseModels(models, entries.length, (model) => place(document, lines, file, ['models', model, 'limits']));
    return { bench: rig.bench, name: rig.name ?? nameOf(rig.bench), path: rig.path, baud: rig.baud, serial: rig.serial ?? null, limits, models, blackBoxMb: rig.blackBoxMb, wiring: wiringOf(rig.secondPort, rig.cut) };
  });
  return { rigs, models: entries };
}

/** Each model's limits must fit together on each rig. A shipped one that does not fit what was set for a rig is the rig's matter. */
function refuseModels(models: readonly ModelLimits[], configured: number, at: (model: number) => string): void {
  for (const [index, { limits }] of models.slice(0, configured).entries()) {
    const relation = brokenRelation(limits);
    if (relation !== undefined) throw new ConfigRefusal(`${at(index)}: these limits do not fit together`, `${relation}.`);
  }
}

function refusalOf(error: z.ZodError, document: Document, lines: LineCounter, file: string): ConfigRefusal {
  // A misspelled key is also a missing one; its own name says more.
  const issue = error.issues.find((one) => one.code === 'unrecognized_keys') ?? error.issues[0];
  const path = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
  const at = place(document, lines, file, path);
  if (issue?.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    return new ConfigRefusal(`${placeOfKey(document, lines, file, path, key)}: unknown key "${key}"`, `Known keys here: ${knownKeys(path).join(', ')}.`);
  }
  return new ConfigRefusal(`${at}: ${path.join('.')} is not right`, `It must be: ${issue?.message ?? 'as the README shows'}.`);
}

function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return Object.keys(fileSchema.shape);
  if (path.includes('cut')) return Object.keys(cutSchema.shape);
  if (path.includes('secondPort')) return Object.keys(secondPortSchema.shape);
  if (path[0] === 'models') return Object.keys((path.includes('limits') ? chassisSchema : modelSchema).shape);
  return Object.keys((path.includes('limits') ? limitsSchema : rigSchema).shape);
}

function place(document: Document, lines: LineCounter, file: string, path: readonly (string | number)[]): string {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) continue;
    const { line, col } = lines.linePos(Number(node.range[0]));
    return `${file}:${line}:${col}`;
  }
  return file;
}

/** Where the key itself stands, not its value. */
function placeOfKey(document: Document, lines: LineCounter, file: string, path: readonly (string | number)[], key: string): string {
  const parent: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const found = isMap(parent) ? parent.items.map((pair) => pair.key).find((node) => isNode(node) && String(node) === key) : undefined;
  if (!isNode(found) || !found.range) return place(document, lines, file, path);
  const { line, col } = lines.linePos(found.range[0]);
  return `${file}:${String(line)}:${String(col)}`;
}

const nameOf = (bench: string): string => (/^bench-\d+$/.test(bench) ? `Bench ${bench.slice('bench-'.length)}` : bench);

/** `PATH` or `ID=PATH`; without an id the rigs are bench-1, bench-2 and so on. */
export function parseRigFlag(flag: string, index: number, entries: readonly ModelEntry[] = []): RigConfig {
  const match = /^(?:([a-z0-9][a-z0-9-]{0,31})=)?(.+)$/.exec(flag);
  const path = match?.[2] ?? '';
  if (!isAbsolute(path)) throw new ConfigRefusal(`--rig ${flag}: the port must be an absolute path`, 'For example --rig /dev/ttyUSB0 or --rig bench-1=/dev/ttyUSB0.');
  const bench = match?.[1] ?? `bench-${index + 1}`;
  const limits = limitsAt(BAUD_DEFAULT, undefined);
  const models = modelsOn(limits, undefined, entries);
  refuseModels(models, entries.length, (model) => `--rig ${flag}, model ${entries[model]?.match ?? ''}`);
  return { bench, name: nameOf(bench), path, baud: BAUD_DEFAULT, serial: null, limits, models, blackBoxMb: BOX_MB_DEFAULT, wiring: NO_WIRING };
}

/** The same bench or the same port twice is a mistake that would show one rig as two, or cut the wrong one. */
export function refuseDoubles(rigs: readonly RigConfig[]): void {
  const benches = new Set<string>();
  const paths = new Set<string>();
  const remedy = 'Give each bench its own id and its own port.';
  for (const rig of rigs) {
    if (benches.has(rig.bench)) throw new ConfigRefusal(`bench ${rig.bench} is given twice`, remedy);
    benches.add(rig.bench);
    for (const path of [rig.path, ...sidePathsOf(rig.wiring)]) {
      if (paths.has(path)) throw new ConfigRefusal(`path ${path} is given twice`, remedy);
      paths.add(path);
    }
  }
}

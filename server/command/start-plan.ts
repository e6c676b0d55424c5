/**
 * Works out from options and configuration what a start means: which rigs, real or virtual, which folder. It reads the
 * configuration only to see whether rigs are named in it; bridge and server each judge their own section.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { CommandRefusal } from './command-refusal.ts';
import type { StateKind } from './state-folder.ts';

export interface StartOptions {
  readonly config?: string;
  readonly rig?: readonly string[];
  /** Ports at which somebody plays a rig: by hand, or a virtual one started elsewhere. */
  readonly virtualRig?: readonly string[];
  readonly state?: string;
  readonly port?: number;
  readonly storeName?: string;
  readonly speed?: number;
}

export interface VirtualBench {
  readonly id: string;
  readonly name: string;
  readonly scenario: string;
  readonly seed: number;
  /** Rows of probes of its fixture. */
  readonly rows: 2 | 3;
}

export interface StartPlan {
  readonly kind: StateKind;
  readonly stateDir: string;
  readonly config: string | null;
  readonly rigs: readonly string[];
  readonly virtualBenches: readonly VirtualBench[];
  readonly port: number;
  readonly storeName: string | null;
  readonly speed: number;
}

export const PORT_DEFAULT = 4680;
const CONFIG_NAME = 'holdfast.yaml';
const CONFIG_PLACE = '/etc/holdfast';

export const VIRTUAL_BENCHES: readonly VirtualBench[] = [
  { id: 'bench-1', name: 'Bench 1', scenario: 'fine', seed: 1, rows: 3 },
  { id: 'bench-2', name: 'Bench 2', scenario: 'bend', seed: 2, rows: 2 },
];

/** `--config`, else in the working folder, else the system's place. */
export function findConfig(asked: string | undefined, workingDir: string): string | null {
  if (asked !== undefined) {
    const path = resolve(workingDir, asked);
    if (existsSync(path)) return path;
    throw new CommandRefusal(`There is no configuration at ${path}.`, 'Check the path behind --config.');
  }
  return [join(workingDir, CONFIG_NAME), join(CONFIG_PLACE, CONFIG_NAME)].find((path) => existsSync(path)) ?? null;
}

/** A file that cannot be read or understood counts as naming rigs: its reader refuses it with the place in it. */
export function namesRigs(text: string): boolean {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return true;
  }
  if (typeof value !== 'object' || value === null) return false;
  if (!('rigs' in value) || value.rigs === null) return false;
  return typeof value.rigs !== 'object' || Object.keys(value.rigs).length > 0;
}

/** The port of the `server:` section; null where it is not a number, which the server refuses with its place. */
export function configuredPort(text: string): number | null {
  try {
    const value: unknown = parse(text);
    if (typeof value !== 'object' || value === null || !('server' in value)) return null;
    const { server } = value;
    if (typeof server !== 'object' || server === null || !('port' in server)) return null;
    return typeof server.port === 'number' && Number.isInteger(server.port) ? server.port : null;
  } catch {
    return null;
  }
}

function readConfig(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandRefusal(`The configuration ${path} cannot be read: ${why}`, 'Give this user the right to read it.');
  }
}

/** `[ID=]PATH`. The terminal of a played rig may be named from where the person stands; a port of the machine has one name, wherever that is. */
function absoluteRig(option: '--rig' | '--virtual-rig', rig: string, workingDir: string): string {
  const at = rig.split('/')[0]?.indexOf('=') ?? -1;
  const [id, path] = at < 0 ? [null, rig] : [rig.slice(0, at), rig.slice(at + 1)];
  if (path === '' || id === '') {
    throw new CommandRefusal(`"${rig}" names no ${path === '' ? 'port' : 'bench'}.`, 'Write --rig /dev/ttyUSB0, or with a name --rig bench-1=/dev/ttyUSB0.');
  }
  if (option === '--rig' && !isAbsolute(path)) {
    throw new CommandRefusal(`"${path}" is no port: a port is an absolute path, such as /dev/ttyUSB0.`, 'See "npm run holdfast -- ports", and write the path that stands there.');
  }
  return id === null ? resolve(workingDir, path) : `${id}=${resolve(workingDir, path)}`;
}

export function planStart(options: StartOptions, workingDir: string): StartPlan {
  const config = findConfig(options.config, workingDir);
  const real = (options.rig ?? []).map((rig) => absoluteRig('--rig', rig, workingDir));
  const played = (options.virtualRig ?? []).map((rig) => absoluteRig('--virtual-rig', rig, workingDir));
  const text = config === null ? null : readConfig(config);
  const isReal = real.length > 0 || (text !== null && namesRigs(text));
  if (isReal && played.length > 0) {
    throw new CommandRefusal('--virtual-rig cannot stand beside real rigs.', 'Start the played rig alone: leave out --rig, and give a --config without rigs.');
  }
  if (isReal && options.speed !== undefined) {
    throw new CommandRefusal('--speed is only for virtual rigs, and this start uses real ones.', 'Leave out --speed.');
  }
  const kind: StateKind = isReal ? 'real' : 'virtual';
  return {
    kind,
    stateDir: options.state === undefined ? defaultStateDir(kind, workingDir) : resolve(workingDir, options.state),
    config,
    rigs: isReal ? real : played,
    virtualBenches: isReal || played.length > 0 ? [] : VIRTUAL_BENCHES,
    port: options.port ?? (text === null ? null : configuredPort(text)) ?? PORT_DEFAULT,
    storeName: options.storeName ?? null,
    speed: options.speed ?? 1,
  };
}

export const defaultStateDir = (kind: StateKind, workingDir: string): string => join(workingDir, '.holdfast', kind === 'virtual' ? 'virtual' : 'store');

/** For commands that talk to what runs: the folder asked for, else the one of the two defaults with a bridge in it. */
export function findStateDir(asked: string | undefined, workingDir: string, isInUse: (stateDir: string) => boolean): string {
  if (asked !== undefined) return resolve(workingDir, asked);
  const [real, virtual] = [defaultStateDir('real', workingDir), defaultStateDir('virtual', workingDir)];
  return isInUse(real) || !isInUse(virtual) ? real : virtual;
}

export const rigPlaces = (stateDir: string, bench: string): Readonly<Record<'link' | 'memory' | 'ledger' | 'levers', string>> => ({
  link: join(stateDir, 'rigs', `${bench}.tty`),
  memory: join(stateDir, 'rigs', `${bench}.memory`),
  ledger: join(stateDir, 'rigs', `${bench}.ledger`),
  levers: join(stateDir, 'rigs', `${bench}.levers`),
});

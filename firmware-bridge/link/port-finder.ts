/**
 * Finds a rig's port again when its name is gone or another rig answers there: by the configured path, then by the adapter's id
 * and by the USB place that it had before, last among ports nobody else uses. It opens none; who answers is checked at the handshake.
 */
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptPort, PortMemory } from './port-memory.ts';

/** Where the system names adapters by what they are, and by the USB place they are in. */
export interface NameFolders { readonly byId: string; readonly byPath: string }
const FOLDERS: NameFolders = { byId: '/dev/serial/by-id', byPath: '/dev/serial/by-path' };
/** A port where another rig answered is left alone for so long (ms), so that a search does not run in circles. */
const REFUSED_MS = 60_000;

/** The two doors to the system, so that made folders can stand for it. */
export interface PortReaders {
  /** Names in a folder; none if it is not there. */
  readonly names: (folder: string) => Promise<readonly string[]>;
  /** The device that a path leads to; null if to nothing. */
  readonly device: (path: string) => Promise<string | null>;
}

export const portReaders: PortReaders = {
  names: async (folder) => readdir(folder).catch(() => []),
  device: async (path) => realpath(path).catch(() => null),
};

export interface PortFinderOptions {
  /** The configured path, always tried first. */
  readonly path: string;
  /** True when the rig's serial is configured: only then may a port be tried that was never this rig's. */
  readonly isSerialKnown: boolean;
  /** Paths that other benches are configured for. */
  readonly others: readonly string[];
  readonly readers: PortReaders;
  readonly memory: PortMemory;
  readonly now: () => number;
  readonly folders?: NameFolders;
}

export class PortFinder {
  readonly #options: PortFinderOptions;
  readonly #refusedAtMs = new Map<string, number>();
  readonly #folders: NameFolders;
  #kept: KeptPort | null | undefined;

  constructor(options: PortFinderOptions) {
    this.#options = options;
    this.#folders = options.folders ?? FOLDERS;
  }

  /** The path to open now: the first that leads somewhere and where no other rig answered lately, else the configured one. */
  async find(): Promise<string> {
    return (await this.#candidates())[0]?.path ?? this.#options.path;
  }

  /** Another rig answered at this path: where else to look, or null. */
  async after(path: string): Promise<string | null> {
    const device = await this.#options.readers.device(path);
    this.#refusedAtMs.set(device ?? path, this.#options.now());
    return (await this.#candidates())[0]?.path ?? null;
  }

  /** Our rig answered here: it and the other names of the port are remembered. */
  async accepted(path: string, rig: string): Promise<void> {
    const device = await this.#options.readers.device(path);
    if (device === null) return;
    this.#refusedAtMs.delete(device);
    const [byId, byPath] = await Promise.all([this.#nameOf(this.#folders.byId, device), this.#nameOf(this.#folders.byPath, device)]);
    const before = await this.#read();
    if (before !== null && before.byId === byId && before.byPath === byPath && before.path === path && before.rig === rig) return;
    this.#kept = { byId, byPath, path, rig };
    await this.#options.memory.keep(this.#kept).catch(() => undefined);
  }

  async #read(): Promise<KeptPort | null> {
    this.#kept ??= await this.#options.memory.read();
    return this.#kept;
  }

  async #nameOf(folder: string, device: string): Promise<string | null> {
    for (const name of await this.#options.readers.names(folder)) {
      const path = join(folder, name);
      if (await this.#options.readers.device(path) === device) return path;
    }
    return null;
  }

  async #candidates(): Promise<readonly { readonly path: string; readonly device: string }[]> {
    const { path, isSerialKnown, others, readers, now } = this.#options;
    const kept = await this.#read();
    const { byId } = this.#folders;
    const guesses = isSerialKnown ? (await readers.names(byId)).map((name) => join(byId, name)) : [];
    const taken = new Set((await Promise.all(others.map(readers.device))).filter((device) => device !== null));
    const found: { path: string; device: string }[] = [];
    for (const candidate of [path, kept?.byId, kept?.byPath, ...guesses]) {
      const device = candidate === null || candidate === undefined ? null : await readers.device(candidate);
      if (device === null || candidate === null || candidate === undefined) continue;
      if (taken.has(device) || found.some((one) => one.device === device)) continue;
      if (now() - (this.#refusedAtMs.get(device) ?? -Infinity) < REFUSED_MS) continue;
      found.push({ path: candidate, device });
    }
    return found;
  }
}

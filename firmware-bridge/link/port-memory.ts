/**
 * What a bench remembers of its port over a restart: its other names, and the rig that answered there last. One small file
 * for each bench; losing it costs a search and a line of text, nothing else, and nothing is permitted because of it.
 */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';

const name = z.string().nullable();
const keptSchema = z.object({ byId: name, byPath: name, path: name.default(null), rig: name.default(null) });
/** The names that the port had when the rig was accepted there, `path` being the one that it was opened by. */
export type KeptPort = z.infer<typeof keptSchema>;

export interface PortMemory {
  readonly read: () => Promise<KeptPort | null>;
  readonly keep: (port: KeptPort) => Promise<void>;
}

const folderOf = (stateDir: string): string => join(stateDir, 'ports');

export function portFile(stateDir: string, bench: string): PortMemory {
  const path = join(folderOf(stateDir), `${bench}.json`);
  return {
    read: async () => readFile(path, 'utf8').then((text) => keptSchema.parse(JSON.parse(text)), () => null).catch(() => null),
    keep: async (port) => {
      await mkdir(folderOf(stateDir), { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, JSON.stringify(port), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}

export interface RigSeen { readonly bench: string; readonly rig: string }

/** Which rigs were last seen at which device. The surest name counts alone: another adapter may be in the old USB place. */
export async function rigsSeen(stateDir: string, deviceOf: (path: string) => Promise<string | null>): Promise<ReadonlyMap<string, readonly RigSeen[]>> {
  const seen = new Map<string, RigSeen[]>();
  const files = await readdir(folderOf(stateDir)).catch(() => []);
  for (const file of files.filter((one) => one.endsWith('.json')).sort()) {
    const bench = basename(file, '.json');
    const kept = await portFile(stateDir, bench).read();
    const path = kept?.byId ?? kept?.byPath ?? kept?.path ?? null;
    const device = path === null ? null : await deviceOf(path);
    if (device === null || kept === null || kept.rig === null) continue;
    seen.set(device, [...seen.get(device) ?? [], { bench, rig: kept.rig }]);
  }
  return seen;
}

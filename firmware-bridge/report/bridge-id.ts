/**
 * The identity of this bridge, one UUID in `<state>/bridge-id`. Whoever comes first makes it, in one indivisible step;
 * it never changes an existing file and never guesses when that file is damaged.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, Refusal, textOf } from './refusal.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the id, or creates it when there is none. Throws a `Refusal` when the file cannot be used. */
export async function readOrCreateBridgeId(stateDir: string): Promise<string> {
  const path = join(stateDir, 'bridge-id');
  try {
    return (await readBridgeId(path)) ?? (await create(stateDir, path));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(
      'state-folder-unusable',
      `The state folder ${stateDir} cannot hold the bridge's identity: ${textOf(error)}.`,
      'Give a folder that this user may write, on a disk with free space.',
    );
  }
}

export async function readBridgeId(path: string): Promise<string | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const id = text.trim().toLowerCase();
  if (UUID.test(id)) return id;
  throw new Refusal(
    'bridge-id-damaged',
    `The file ${path} does not hold a UUID.`,
    'Put the bridge id back (the server lists it), or remove the file to let this bridge become a new one.',
  );
}

async function create(stateDir: string, path: string): Promise<string> {
  await mkdir(stateDir, { recursive: true, mode: 0o700 });
  const id = randomUUID();
  const draft = `${path}.${id}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${id}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // A link appears whole or not at all, and fails when somebody else was first.
    await link(draft, path);
    return id;
  } catch (error) {
    const first = codeOf(error) === 'EEXIST' ? await readBridgeId(path) : null;
    if (first === null) throw error;
    return first;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * The state folder: made if missing, of one kind for ever (virtual or real), with the token that the bridge shows. It
 * never mixes virtual with real evidence and never writes a token that others can read.
 */
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';

const TOKEN = /^[A-Za-z0-9_-]{32,200}$/;

export interface StateFolder {
  readonly token: string;
  /** With it the commands of this PC ask the server. */
  readonly commandsToken: string;
  /** Goes into every hash of a password: without this file nobody can sign in with one. */
  readonly signInKey: string;
}

export function openStateFolder(path: string, virtual: boolean, newToken: () => string): StateFolder {
  try {
    makeFolder(path, 0o700);
    keepKind(path, virtual ? 'virtual' : 'real');
    return {
      token: takeToken(join(path, 'bridge.token'), newToken),
      commandsToken: takeToken(join(path, 'commands.token'), newToken),
      signInKey: takeToken(join(path, 'sign-in.key'), newToken),
    };
  } catch (error) {
    throw error instanceof StartRefusal ? error : new StartRefusal('state-not-writable', { path, detail: detailOf(error) }, error);
  }
}

/** What the throw-away people of a virtual store sign in with: made once for a folder, so that it holds over restarts. */
export function takeDemoSecrets(path: string, make: () => DemoSecrets): DemoSecrets {
  const file = join(path, 'demo-people.json');
  try {
    const held: unknown = JSON.parse(readIfThere(file) ?? '');
    if (isDemo(held)) return held;
  } catch {
    // Not there, or damaged: nobody loses anything by new ones.
  }
  const made = make();
  writeWhole(file, `${JSON.stringify(made)}\n`, 0o600);
  return made;
}

export interface DemoSecrets {
  readonly password: string;
  readonly pin: string;
  readonly enterToken: string;
}

const isDemo = (held: unknown): held is DemoSecrets => typeof held === 'object' && held !== null
  && 'password' in held && typeof held.password === 'string' && 'pin' in held && typeof held.pin === 'string' && 'enterToken' in held && typeof held.enterToken === 'string';

function keepKind(path: string, asked: string): void {
  const file = join(path, 'kind');
  const held = readIfThere(file)?.trim() ?? '';
  if (held === '') writeWhole(file, `${asked}\n`, 0o644);
  else if (held !== asked) throw new StartRefusal('state-kind-differs', { path, held, asked });
}

function takeToken(file: string, newToken: () => string): string {
  const known = readIfThere(file)?.trim();
  if (known === undefined) {
    const token = newToken();
    writeWhole(file, `${token}\n`, 0o600);
    return token;
  }
  if (!TOKEN.test(known)) throw new StartRefusal('token-unreadable', { path: file, detail: 'it has not 32 to 200 letters and digits' });
  chmodSync(file, 0o600);
  return known;
}

/** Whole or not at all: a reader never sees half a file. */
function writeWhole(file: string, text: string, mode: number): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, file);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

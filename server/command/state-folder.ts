/**
 * The state folder as the supervisor sees it: its kind, who runs on it. A real rig never starts on a folder that held
 * virtual evidence, nor the reverse; two runs never share one.
 */
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CommandRefusal } from './command-refusal.ts';
import { isSameProcess, startTicksOf } from './process-identity.ts';

export type StateKind = 'virtual' | 'real';

const PID_FILES = { supervisor: 'supervisor.pid', server: 'server.pid' } as const;
export type PidFile = keyof typeof PID_FILES;

const pidSchema = z.object({ pid: z.number().int().min(1), startTicks: z.string(), url: z.url().optional() });

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function readKind(stateDir: string): StateKind | null {
  let text: string;
  try {
    text = readFileSync(join(stateDir, 'kind'), 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new CommandRefusal(`${join(stateDir, 'kind')} cannot be read (${codeOf(error)}).`, 'Give this user the right to read the state folder, or name another with --state.');
  }
  if (text === 'virtual' || text === 'real') return text;
  throw new CommandRefusal(
    `${join(stateDir, 'kind')} says "${text.slice(0, 40)}", which is neither "virtual" nor "real".`,
    'Find out what this folder held before using it; a fresh one is named with --state.',
  );
}

/** One after the other: where a file system takes no folders, such as below /proc, the recursive way of Node never returns. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o750 });
}

/** Makes the folder and marks it, or refuses it by name. */
export function claimKind(stateDir: string, kind: StateKind): void {
  try {
    makeFolder(stateDir);
  } catch (error) {
    throw new CommandRefusal(`The state folder ${stateDir} cannot be made (${codeOf(error)}).`, 'Name another with --state, or give this user the right to write there.');
  }
  const found = readKind(stateDir);
  if (found !== null && found !== kind) {
    throw new CommandRefusal(
      kind === 'real'
        ? `The state folder ${stateDir} holds evidence of virtual rigs; a real rig never starts on it.`
        : `The state folder ${stateDir} holds evidence of real rigs; a virtual rig never starts on it.`,
      'Name another folder with --state.',
    );
  }
  if (found === null) writeFileSync(join(stateDir, 'kind'), `${kind}\n`);
}

/** `url`: where the process serves, for commands that ask it. */
export function writePid(stateDir: string, file: PidFile, pid: number, url?: string): void {
  writeFileSync(join(stateDir, PID_FILES[file]), `${JSON.stringify({ pid, startTicks: startTicksOf(pid), url })}\n`);
}

export function removePid(stateDir: string, file: PidFile): void {
  rmSync(join(stateDir, PID_FILES[file]), { force: true });
}

function readLive(stateDir: string, file: PidFile): z.infer<typeof pidSchema> | null {
  try {
    const known = pidSchema.parse(JSON.parse(readFileSync(join(stateDir, PID_FILES[file]), 'utf8')));
    return isSameProcess(known.pid, known.startTicks) ? known : null;
  } catch {
    return null;
  }
}

/** The process that the file names, if it still lives and is the same one. */
export const readLivePid = (stateDir: string, file: PidFile): number | null => readLive(stateDir, file)?.pid ?? null;

/** Where the server of this folder is, if it still lives. */
export const readServerUrl = (stateDir: string): string | null => readLive(stateDir, 'server')?.url ?? null;

/** With it a command asks the server; only who may read the state folder has it. */
export function readCommandsToken(stateDir: string): string {
  try {
    return readFileSync(join(stateDir, 'commands.token'), 'utf8').trim();
  } catch (error) {
    throw new CommandRefusal(`${join(stateDir, 'commands.token')} cannot be read (${codeOf(error)}).`, 'Run this as the user that runs Holdfast.');
  }
}

/** Takes the folder for this supervisor; answers the living holder's number when somebody has it. */
export function takeFolder(stateDir: string, ownPid: number): number | null {
  const holder = readLivePid(stateDir, 'supervisor');
  if (holder !== null) return holder;
  const path = join(stateDir, PID_FILES.supervisor);
  const own = `${path}.${ownPid}`;
  rmSync(path, { force: true });
  writeFileSync(own, `${JSON.stringify({ pid: ownPid, startTicks: startTicksOf(ownPid) })}\n`);
  try {
    linkSync(own, path);
    return null;
  } catch {
    return readLivePid(stateDir, 'supervisor') ?? 0;
  } finally {
    rmSync(own, { force: true });
  }
}

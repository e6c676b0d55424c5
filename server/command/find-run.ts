/** Finds the run that a command means: the folder asked for, else the default one where a bridge has its socket. */
import { existsSync } from 'node:fs';
import { socketPath } from '../../firmware-bridge/socket-path.ts';
import { askBridge, bridgeStatusSchema } from './bridge-line.ts';
import type { BridgeStatusReply } from './bridge-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { defaultStateDir, findStateDir } from './start-plan.ts';
import { readServerUrl } from './state-folder.ts';

const STATUS_WITHIN_MS = 3_000;

export const runFolder = (asked: string | undefined): string => findStateDir(asked, process.cwd(), (stateDir) => existsSync(socketPath(stateDir)));

/** For commands that also work on a store that does not run: the one that runs comes first, and of two that lie there none is guessed. */
export function storeFolder(asked: string | undefined, holds: (stateDir: string) => boolean): string {
  if (asked !== undefined) return findStateDir(asked, process.cwd(), holds);
  const [real, virtual] = [defaultStateDir('real', process.cwd()), defaultStateDir('virtual', process.cwd())];
  const running = [real, virtual].filter((stateDir) => readServerUrl(stateDir) !== null);
  const held = running.length === 0 ? [real, virtual].filter(holds) : running;
  if (held.length > 1) throw new CommandRefusal(`There are two stores here: ${held.join(' and ')}.`, 'Name the one that you mean with --state.');
  return held[0] ?? real;
}

export async function bridgeStatus(stateDir: string): Promise<BridgeStatusReply> {
  const asked = await askBridge(stateDir, { cmd: 'status' }, bridgeStatusSchema, STATUS_WITHIN_MS);
  if (asked.ok) return asked.reply;
  throw new CommandRefusal(
    asked.why === 'absent' ? `No bridge runs on ${stateDir}.` : `The bridge on ${stateDir} does not answer (${asked.detail}).`,
    asked.why === 'absent'
      ? 'Start Holdfast, or name its state folder with --state. A rig without a bridge passes no point of no return by itself.'
      : 'Use the stop button of the rig, then restart Holdfast.',
    EXIT_CODES.notConfirmed,
  );
}

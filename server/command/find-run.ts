/** Finds the run that a command means: the folder asked for, else the default one where a bridge has its socket. */
import { existsSync } from 'node:fs';
import { socketPath } from '../../firmware-bridge/socket-path.ts';
import { askBridge, bridgeStatusSchema } from './bridge-line.ts';
import type { BridgeStatusReply } from './bridge-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { findStateDir } from './start-plan.ts';

const STATUS_WITHIN_MS = 3_000;

export const runFolder = (asked: string | undefined): string => findStateDir(asked, process.cwd(), (stateDir) => existsSync(socketPath(stateDir)));

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

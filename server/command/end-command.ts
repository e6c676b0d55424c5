/**
 * `holdfast end`: ends a run in good order from another terminal, also one whose supervisor is gone. It signals only
 * processes that the run itself names and that are still the same ones.
 */
import { askBridge, bridgeStatusSchema } from './bridge-line.ts';
import { EXIT_CODES } from './command-refusal.ts';
import { runFolder } from './find-run.ts';
import { isAlive } from './process-identity.ts';
import { readLivePid, removePid } from './state-folder.ts';
import { wrapText } from './wrap-text.ts';

const STATUS_WITHIN_MS = 2_000;
const END_WITHIN_MS = 45_000;
const POLL_MS = 50;

async function endOne(name: string, pid: number, out: (text: string) => void): Promise<boolean> {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    out(wrapText(`The ${name} (process ${pid}) belongs to another user, or has just ended.`));
    return !isAlive(pid);
  }
  const untilMs = performance.now() + END_WITHIN_MS;
  while (isAlive(pid)) {
    if (performance.now() > untilMs) {
      out(wrapText(`The ${name} (process ${pid}) has not ended after ${END_WITHIN_MS / 1000} s. Look at the benches; then end it with: kill -KILL ${pid}`));
      return false;
    }
    await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
  }
  out(`The ${name} has ended.`);
  return true;
}

export async function endCommand(options: { state?: string }, out: (text: string) => void): Promise<number> {
  const stateDir = runFolder(options.state);
  const supervisor = readLivePid(stateDir, 'supervisor');
  if (supervisor !== null) return await endOne('Holdfast that runs here', supervisor, out) ? EXIT_CODES.done : EXIT_CODES.failed;
  const asked = await askBridge(stateDir, { cmd: 'status' }, bridgeStatusSchema, STATUS_WITHIN_MS);
  const server = readLivePid(stateDir, 'server');
  if (!asked.ok && server === null) {
    out(`Nothing of Holdfast runs on ${stateDir}.`);
    return asked.why === 'mute' ? EXIT_CODES.failed : EXIT_CODES.done;
  }
  const results: boolean[] = [];
  if (asked.ok) results.push(await endOne('bridge', asked.reply.pid, out));
  if (server !== null) results.push(await endOne('server', server, out));
  removePid(stateDir, 'server');
  return results.every(Boolean) ? EXIT_CODES.done : EXIT_CODES.failed;
}

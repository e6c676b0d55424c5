/**
 * `holdfast start`: the supervisor with a real terminal and real signals. It ends itself by force only when everything
 * it started is gone and its terminal still stands still.
 */
import { EndRequests } from './end-requests.ts';
import { planStart } from './start-plan.ts';
import type { StartOptions } from './start-plan.ts';
import { Supervisor } from './supervisor.ts';
import { Terminal } from './terminal.ts';

const STDOUT = 1;
const LAST_LINES_WITHIN_MS = 700;

export async function startCommand(options: StartOptions): Promise<number> {
  const plan = planStart(options, process.cwd());
  const terminal = new Terminal(STDOUT);
  const requests = new EndRequests(() => performance.now());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => { requests.signal(); });
  // Options meant for this Node must not reach the guard's.
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_OPTIONS'));
  const supervisor = new Supervisor(plan, {
    say: (text) => { terminal.line(text); },
    environment,
    ownPid: process.pid,
    onEndRequest: (use) => { requests.listen(use); },
  });
  const exitCode = await supervisor.run();
  // A write that stands still holds a thread, and a thread holds the exit.
  if (!await terminal.flush(LAST_LINES_WITHIN_MS)) process.kill(process.pid, 'SIGKILL');
  return exitCode;
}

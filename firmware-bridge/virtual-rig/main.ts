/**
 * Starts a virtual rig as a process of its own: reads its arguments, wires clock, files and terminal, says when it is
 * ready, and ends in good order. No behaviour of the rig lives here.
 */
import { rmSync } from 'node:fs';
import { LedgerFile } from './ledger-file.ts';
import { RigProcess } from './rig-process.ts';
import { isAnswered, leverPath, openLeverSocket } from './lever-socket.ts';
import { linkState } from './link-path.ts';
import { loadMemory } from './memory-file.ts';
import { readArguments } from './arguments.ts';
import type { RigArguments, StartRefusal } from './arguments.ts';

const TICK_MS = 10;
const REFUSED_CODE = 2;

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function refuse(refusal: StartRefusal): void {
  say(refusal);
  process.exitCode = REFUSED_CODE;
}

async function run(options: RigArguments): Promise<void> {
  const levers = leverPath(options.levers);
  if (await isAnswered(levers)) {
    refuse({ refused: 'already-running', what: `a virtual rig already listens at ${levers}`, remedy: 'end it first, or give this one other paths' });
    return;
  }
  if (linkState(options.link) === 'taken') {
    refuse({ refused: 'link-taken', what: `${options.link} exists and is not a link`, remedy: 'give another --link, or move that file away' });
    return;
  }
  const kept = loadMemory(options.memory);
  if (kept === null) {
    refuse({ refused: 'memory-unreadable', what: `${options.memory} is not the memory of a virtual rig`, remedy: 'delete it if the latch of this virtual rig may be forgotten' });
    return;
  }
  const ledger = new LedgerFile(options.ledger);
  const shellPath = process.env.PATH ?? '/usr/bin:/bin';
  const complain = (sentence: string): void => { process.stderr.write(`virtual rig ${options.serial}: ${sentence}\n`); };
  const rig = new RigProcess(options, { nowMs: () => performance.now(), pid: process.pid, shellPath, kept, ledger, complain });
  await rig.plugCable();
  const server = await openLeverSocket(levers, (line) => rig.pull(line));
  const ticking = setInterval(() => rig.tick(), TICK_MS);
  const end = (): void => {
    clearInterval(ticking);
    rig.close();
    server.close();
    rmSync(levers, { force: true });
    ledger.close();
    process.exit(0);
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  if (options.exitWithParent) {
    process.stdin.on('error', end);
    process.stdin.once('end', end);
    process.stdin.resume();
  }
  say({ ready: 'virtual-rig', path: options.link, levers, serial: options.serial });
}

const options = readArguments(process.argv.slice(2));
if ('refused' in options) refuse(options);
else {
  try {
    await run(options);
  } catch (error) {
    refuse({ refused: 'cannot-start', what: error instanceof Error ? error.message : String(error), remedy: 'look whether the folders of --link, --memory, --ledger and --levers can be written, and whether this machine has pseudo terminals' });
    process.exit(REFUSED_CODE);
  }
}

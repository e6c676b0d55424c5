/**
 * The entrance of a fresh clone: runs on any Node from 20 up, installs the locked packages once, builds the web room when
 * its sources changed, and starts the pinned runtime. It must never import a package and never judge anything about rigs.
 */
import { installPackages } from './install-packages.mjs';
import { findRuntime } from './pinned-runtime.mjs';
import { atRoot } from './project-root.mjs';
import { buildWebRoom } from './build-web-room.mjs';
import { runToTheEnd } from './run-to-the-end.mjs';

const USAGE = [
  'usage: node server/command/bootstrap.mjs start [options]   install, build, run Holdfast',
  '                                        test [options]    install, build, run every test',
  '                                        lint              the rules of the house for the sources',
  '                                        run COMMAND       the holdfast command; try: run help',
  '                                        exec FILE [args]  any entry, on the pinned runtime',
  '                                        exec-built FILE   the same, with the pages built first',
].join('\n');

const say = (text) => process.stderr.write(`${text}\n`);

async function onPinnedRuntime(file, args) {
  return runToTheEnd(findRuntime(), [atRoot(file), ...args]);
}

const COMMANDS = {
  async start(args) {
    await installPackages(say);
    // Asking for help needs no built pages.
    if (!args.includes('--help') && !args.includes('-h')) await buildWebRoom(findRuntime(), say);
    return onPinnedRuntime('server/command/holdfast.ts', ['start', ...args]);
  },
  async test(args) {
    await installPackages(say);
    await buildWebRoom(findRuntime(), say);
    return onPinnedRuntime('tests/house/check-all.ts', args);
  },
  async lint(args) {
    await installPackages(say);
    return onPinnedRuntime('tests/house/check-all.ts', ['--only-rules', ...args]);
  },
  async run(args) {
    await installPackages(say);
    return onPinnedRuntime('server/command/holdfast.ts', args);
  },
  async exec(args) {
    const [file, ...rest] = args;
    if (file === undefined) throw new Error('exec needs a file, for example: exec tests/bench/stop.ts');
    await installPackages(say);
    return onPinnedRuntime(file, rest);
  },
  /** As exec, for what opens the pages. */
  async 'exec-built'(args) {
    await installPackages(say);
    await buildWebRoom(findRuntime(), say);
    return COMMANDS.exec(args);
  },
};

async function main() {
  const [name, ...args] = process.argv.slice(2);
  if (Number(process.versions.node.split('.')[0]) < 20) {
    say(`Holdfast needs Node 20 or newer to begin; this is ${process.version}. Install a newer Node and run the same command again.`);
    return 2;
  }
  if (name === undefined || !Object.hasOwn(COMMANDS, name)) {
    say(name === undefined ? USAGE : `There is no "${name}" here.\n${USAGE}`);
    return 2;
  }
  return COMMANDS[name](args);
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

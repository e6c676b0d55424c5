/**
 * The `holdfast` command: what a person can type at the bench PC. Every wrong argument is answered with what is wrong
 * and what would be right; it decides nothing about a restore itself.
 */
import type { Argument } from 'commander';
import { Command, CommanderError } from 'commander';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { addBlackBox, addCare, addCustody, addDatabase, addLooking, addPeople, addServiceCommands, STATE } from './more-commands.ts';
import type { AddCommand, Finish } from './more-commands.ts';
import { collect, port, speed } from './option-values.ts';
import type { StartOptions } from './start-plan.ts';
import { COLUMNS, wrapText } from './wrap-text.ts';

const out = (text: string): void => { process.stdout.write(`${text}\n`); };

const argumentTerm = (argument: Argument): string => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`);

// Each command loads only what it needs: a stop must not wait for the code of the others.
function build(finish: Finish): Command {
  const program = new Command('holdfast')
    .description('Reads the repair rigs of a store and stops a phone restore before it erases.')
    .showSuggestionAfterError()
    .configureHelp({ helpWidth: COLUMNS, subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map(argumentTerm)].join(' ') })
    .showHelpAfterError('See "holdfast help".')
    .exitOverride();
  const command: AddCommand = (usage) => {
    const added = program.command(usage);
    return added.showHelpAfterError(`See "holdfast help ${added.name()}".`);
  };
  command('start')
    .description('start Holdfast; with virtual rigs when no rig is configured')
    .option('--config <file>', 'holdfast.yaml (else in this folder, else in /etc/holdfast)')
    .option('--rig <[id=]path>', 'a rig on a serial port; may be given several times', collect)
    .option('--virtual-rig <[id=]path>', 'a port at which a rig is played by hand', collect)
    .option('--state <folder>', 'where the run keeps its records (default: ./.holdfast/…)')
    .option('--port <number>', 'port of the dashboard (default: 4680)', port)
    .option('--store-name <name>', 'the name of the store, as shown')
    .option('--speed <factor>', 'how fast virtual rigs live (default: 1)', speed)
    .action(async (options: StartOptions) => {
      const { startCommand } = await import('./start-command.ts');
      finish(await startCommand(options));
    });
  command('stop [bench]')
    .description('stop what runs at a bench, now; works with the server dead')
    .option('--name <name>', 'who stops, for the record')
    .option(...STATE)
    .action(async (bench: string | undefined, options: { name?: string; state?: string }) => {
      const { stopCommand } = await import('./stop-command.ts');
      finish(await stopCommand(bench, options, out));
    });
  addLooking(command, finish);
  addServiceCommands(command, finish);
  addDatabase(command, finish);
  addPeople(command, finish);
  command('rig')
    .description('play a rig by hand: what is typed becomes its lines')
    .requiredOption('--by-hand <port>', 'the serial port of the rig')
    .action(async (options: { byHand: string }) => {
      const { byHandCommand } = await import('./by-hand-command.ts');
      finish(await byHandCommand(options.byHand));
    });
  command('lever <bench> [lever] [values...]')
    .description('pull a lever of a virtual rig: lever bench-1 bend um=900')
    .option(...STATE)
    .action(async (bench: string, lever: string | undefined, values: string[], options: { state?: string }) => {
      const { leverCommand } = await import('./lever-command.ts');
      finish(await leverCommand(bench, lever, values, options, out));
    });
  addBlackBox(command, finish);
  addCustody(command, finish);
  addCare(command, finish);
  command('end')
    .description('end a Holdfast that runs, in good order')
    .option(...STATE)
    .action(async (options: { state?: string }) => {
      const { endCommand } = await import('./end-command.ts');
      finish(await endCommand(options, out));
    });
  return program;
}

/** Commander has said what is wrong already; asking for help is no mistake. */
const codeOfCommander = (error: CommanderError): number => (error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.wrongUsage);

async function main(argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT_CODES.done;
  try {
    await build((code) => { exitCode = code; }).parseAsync([...argv]);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return codeOfCommander(error);
    if (error instanceof CommandRefusal) {
      process.stderr.write(`${wrapText(error.message)}\n${wrapText(error.remedy)}\n`);
      return error.exitCode;
    }
    throw error;
  }
}

process.exitCode = await main(process.argv);

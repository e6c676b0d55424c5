/**
 * The `holdfast` command: what a person can type at the bench PC. Every wrong argument is answered with what is wrong
 * and what would be right; it decides nothing about a restore itself.
 */
import type { Argument } from 'commander';
import { Command, CommanderError } from 'commander';
import type { BlackBoxOptions } from './black-box-command.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import type { DatabaseOptions } from './database-command.ts';
import { collect, days, port, speed } from './option-values.ts';
import type { ReplayOptions } from './replay-command.ts';
import type { ServiceOptions } from './service-command.ts';
import type { StartOptions } from './start-plan.ts';
import type { TlsOptions } from './tls-command.ts';
import { COLUMNS, wrapText } from './wrap-text.ts';

const out = (text: string): void => { process.stdout.write(`${text}\n`); };

const STATE = ['--state <folder>', 'the state folder of the run (found by itself when left out)'] as const;

const argumentTerm = (argument: Argument): string => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`);

type AddCommand = (usage: string) => Command;
type Finish = (exitCode: number) => void;

/** Commands that only look. */
function addLooking(command: AddCommand, finish: Finish): void {
  command('status')
    .description('show every bench as the bridge sees it')
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (options: { json?: boolean; state?: string }) => {
      const { statusCommand } = await import('./status-command.ts');
      finish(await statusCommand(options, out, process.stdout.isTTY));
    });
  command('nuisance')
    .description('show how many stops of each rule were false alarms')
    .option('--days <number>', 'how far back (default: 30)', days)
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (options: { days?: number; json?: boolean; state?: string }) => {
      const { nuisanceCommand } = await import('./nuisance-command.ts');
      finish(await nuisanceCommand(options, out));
    });
  command('ports')
    .description('show serial ports that may be a rig')
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (options: { json?: boolean; state?: string }) => {
      const { portsCommand } = await import('./ports-command.ts');
      finish(await portsCommand(options, out));
    });
  command('rules')
    .description('show every rule of the guard, with its numbers and their sources')
    .option('--json', 'for programs')
    .action(async (options: { json?: boolean }) => {
      const { rulesCommand } = await import('./rules-command.ts');
      finish(await rulesCommand(options, out));
    });
}

function addServiceCommands(command: AddCommand, finish: Finish): void {
  command('drill <bench>')
    .description('drill the stop of an empty bench; ends with 0 when it passed')
    .option('--name <name>', 'who runs it, for the record')
    .option(...STATE)
    .action(async (bench: string, options: ServiceOptions) => {
      const { serviceCommand } = await import('./service-command.ts');
      finish(await serviceCommand('drill', bench, options, out));
    });
  command('out-of-service <bench>')
    .description('take a bench out of service: no new permit until it is returned')
    .requiredOption('--name <name>', 'who takes it out')
    .requiredOption('--reason <reason>', 'why, in a few words')
    .option(...STATE)
    .action(async (bench: string, options: ServiceOptions) => {
      const { serviceCommand } = await import('./service-command.ts');
      finish(await serviceCommand('take-out-of-service', bench, options, out));
    });
  command('return <bench>')
    .description('return a bench to service, after a drill that passed')
    .requiredOption('--name <name>', 'who returns it')
    .option(...STATE)
    .action(async (bench: string, options: ServiceOptions) => {
      const { serviceCommand } = await import('./service-command.ts');
      finish(await serviceCommand('return-to-service', bench, options, out));
    });
}

function addDatabase(command: AddCommand, finish: Finish): void {
  command('confirm-database <id>')
    .description('believe another database of the server from now on; its id is shown by "status"')
    .requiredOption('--name <name>', 'who confirms it')
    .requiredOption('--reason <reason>', 'why, in a few words')
    .option('--drop-holds', 'let go of what the former database held; needs --second')
    .option('--second <name>', 'the second person')
    .option(...STATE)
    .action(async (id: string, options: DatabaseOptions) => {
      const { databaseCommand } = await import('./database-command.ts');
      finish(await databaseCommand(id, options, out));
    });
}

/** The record of every byte. */
function addBlackBox(command: AddCommand, finish: Finish): void {
  command('replay <record>')
    .description('run a record (a file, or a bench) through the rules of today')
    .option('--from <time>', 'where to begin, like 2026-05-31T14:00 (default for a bench: its last day)')
    .option('--to <time>', 'where to end')
    .option('--limits <name=value>', 'ask with another limit; may be given several times', collect)
    .option('--head <head>', 'RUN:COUNT:HASH as a paper shows it; may be given several times', collect)
    .option('--port <number>', 'port of the server that is asked for heads (default: 4680)', port)
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (record: string, options: ReplayOptions) => {
      const { replayCommand } = await import('./replay-command.ts');
      finish(await replayCommand(record, options, out));
    });
  command('blackbox <list|export> [bench]')
    .description('show what is recorded, or put the minute before and after a stop into a file')
    .option('--stop <id>', 'the stop to export, as shown')
    .option('--out <file>', 'the file to make (default: BENCH-STOP.jsonl.gz here)')
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (what: string, bench: string | undefined, options: BlackBoxOptions) => {
      const { blackBoxCommand } = await import('./black-box-command.ts');
      finish(await blackBoxCommand(what, bench, options, out));
    });
}

/** What whoever looks after the PC needs. */
function addCare(command: AddCommand, finish: Finish): void {
  command('tls <init|show>')
    .description('make or show the certificates with which other machines reach this one')
    .option('--name <name>', 'a name or address of this machine; may be given several times', collect)
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (what: string, options: TlsOptions) => {
      const { tlsCommand } = await import('./tls-command.ts');
      finish(await tlsCommand(what, options, out));
    });
  command('backup <folder>')
    .description('put a checked copy of the database into a folder, also while it runs')
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (folder: string, options: { json?: boolean; state?: string }) => {
      const { backupCommand } = await import('./backup-command.ts');
      finish(await backupCommand(folder, options, out));
    });
}

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

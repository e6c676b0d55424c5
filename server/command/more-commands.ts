/** The commands beside start, stop and the rigs: those that look, serve, and know people, records and certificates. */
import type { Command } from 'commander';
import type { BlackBoxOptions } from './black-box-command.ts';
import type { DatabaseOptions } from './database-command.ts';
import type { MailOptions } from './mail-command.ts';
import type { CustodyOptions } from './custody-command.ts';
import { collect, days, port } from './option-values.ts';
import type { PeopleOptions } from './people-command.ts';
import type { ReplayOptions } from './replay-command.ts';
import type { ServiceOptions } from './service-command.ts';
import type { TlsOptions } from './tls-command.ts';
import type { VerifyOptions } from './verify-command.ts';

const out = (text: string): void => { process.stdout.write(`${text}\n`); };

export const STATE = ['--state <folder>', 'the state folder of the run (found by itself when left out)'] as const;

export type AddCommand = (usage: string) => Command;
export type Finish = (exitCode: number) => void;

/** Commands that only look. */
export function addLooking(command: AddCommand, finish: Finish): void {
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

export function addServiceCommands(command: AddCommand, finish: Finish): void {
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

export function addDatabase(command: AddCommand, finish: Finish): void {
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

export function addPeople(command: AddCommand, finish: Finish): void {
  command('people <list|add|reset|token>')
    .description('who may sign in, and the ways in that only this machine can give')
    .option('--user <name>', 'whom you mean; "reset" without it means the only admin')
    .option('--name <name>', 'how the person, or the program of a token, is called')
    .option('--roles <roles>', 'technician, manager, support, auditor, admin; with commas between')
    .option('--scopes <scopes>', 'what a token may do: read, stop, drill; with commas between')
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (action: string, options: PeopleOptions) => {
      const { peopleCommand } = await import('./people-command.ts');
      finish(await peopleCommand(action, options, out));
    });
}

/** The record of every byte. */
export function addBlackBox(command: AddCommand, finish: Finish): void {
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

/** The custody chains of cases. */
export function addCustody(command: AddCommand, finish: Finish): void {
  command('verify [case]')
    .description('check custody chains: intact, complete up to which paper, what is not anchored')
    .option('--anchor <head>', 'HOLDFAST1:CODE:NUMBER:HASH as a QR code reads; may be given several times', collect)
    .option('--export <folder>', 'check an exported chain instead of a store')
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (asked: string | undefined, options: VerifyOptions) => {
      const { verifyCommand } = await import('./verify-command.ts');
      finish(await verifyCommand(asked, options, out));
    });
  command('custody <list|export|new-key> [case]')
    .description('show the heads of all chains, export one, or go on with a new key')
    .option('--out <folder>', 'the folder to make (default: custody-CODE here)')
    .option('--name <name>', 'who makes a new key')
    .option('--reason <reason>', 'why, in a few words')
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (what: string, asked: string | undefined, options: CustodyOptions) => {
      const { custodyCommand } = await import('./custody-command.ts');
      finish(await custodyCommand(what, asked, options, out));
    });
}

/** What whoever looks after the PC needs. */
export function addCare(command: AddCommand, finish: Finish): void {
  command('tls <init|show>')
    .description('make or show the certificates with which other machines reach this one')
    .option('--name <name>', 'a name or address of this machine; may be given several times', collect)
    .option('--json', 'for programs')
    .option(...STATE)
    .action(async (what: string, options: TlsOptions) => {
      const { tlsCommand } = await import('./tls-command.ts');
      finish(await tlsCommand(what, options, out));
    });
  command('mail <test> <address>')
    .description('send a test mail through the configured mail server, and show what it says')
    .option('--config <file>', 'holdfast.yaml (else in this folder, else in /etc/holdfast)')
    .option('--json', 'for programs')
    .action(async (what: string, address: string, options: MailOptions) => {
      const { mailCommand } = await import('./mail-command.ts');
      finish(await mailCommand(what, address, options, out));
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

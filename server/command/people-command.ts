/**
 * `holdfast people`: who is there, and the ways in that only this machine can give. It asks an entry of the server room, and
 * prints; a link or a token is shown once and is never written anywhere.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { machineSchema, personSchema } from '../contract/people.ts';
import { parseChildLine } from './child-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';
import { storeFolder } from './find-run.ts';
import { PORT_DEFAULT } from './start-plan.ts';
import { readServerUrl } from './state-folder.ts';
import { wrapText } from './wrap-text.ts';

const WITHIN_MS = 10_000;
const ACTIONS = ['list', 'add', 'reset', 'token'] as const;

export interface PeopleOptions {
  readonly user?: string;
  readonly name?: string;
  readonly roles?: string;
  readonly scopes?: string;
  readonly json?: boolean;
  readonly state?: string;
}

const repliesSchema = {
  list: z.object({ people: z.array(personSchema), machines: z.array(machineSchema) }),
  link: z.object({ person: personSchema, link: z.string(), expiresAtIso: z.iso.datetime() }),
  token: z.object({ machine: machineSchema, token: z.string() }),
};

const inBrackets = (parts: readonly string[]): string => {
  const said = parts.filter((part) => part !== '').join(', ');
  return said === '' ? '' : `  (${said})`;
};

function listText({ people, machines }: z.infer<typeof repliesSchema.list>): string {
  const lines = people.map((person) => `${person.code}  ${person.user}  ${person.name}${inBrackets([
    ...person.roles, person.active ? '' : 'has left', person.active && !person.hasPassword ? 'no password yet' : '', person.hasTotp ? 'app' : '',
  ])}`);
  const tokens = machines.map((machine) => `${machine.kind}  ${machine.name}${inBrackets([...machine.scopes, machine.revokedAtIso === null ? '' : 'revoked'])}`);
  return [...(lines.length === 0 ? ['Nobody yet.'] : lines), '', ...tokens].join('\n');
}

function linkText({ person, link, expiresAtIso }: z.infer<typeof repliesSchema.link>, stateDir: string): string {
  const url = readServerUrl(stateDir) ?? `http://127.0.0.1:${PORT_DEFAULT}`;
  return `${wrapText(`Give this link to ${person.name} (${person.user}). It works once, until ${expiresAtIso}, and sets a new password:`)}\n  ${url}${link}`;
}

function ask(args: readonly string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [ENTRIES.people, ...args], { timeout: WITHIN_MS }, (error, stdout) => {
      const line = parseChildLine(stdout.trim());
      if (line.type === 'refused') reject(new CommandRefusal(line.refused.what, line.refused.remedy));
      else if (error !== null) reject(new CommandRefusal(`The people of this store could not be asked (${error.message.split('\n')[0] ?? ''}).`, 'Run this as the user that runs Holdfast.', EXIT_CODES.failed));
      else resolve(JSON.parse(stdout));
    });
  });
}

export async function peopleCommand(action: string, { json, state, ...given }: PeopleOptions, out: (text: string) => void): Promise<number> {
  const known = ACTIONS.find((one) => one === action);
  if (known === undefined) throw new CommandRefusal(`"people" knows no "${action}".`, `Write one of ${ACTIONS.join(', ')}.`);
  const stateDir = storeFolder(state, (folder) => existsSync(join(folder, 'server.sqlite')));
  const flags = Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [`--${name}`, value] : []));
  const reply = await ask([known, '--state', stateDir, ...flags]);
  if (json === true) out(JSON.stringify(reply, null, 2));
  else if (known === 'list') out(listText(repliesSchema.list.parse(reply)));
  else if (known === 'token') out(`${wrapText('The token of this program, shown once:')}\n  ${repliesSchema.token.parse(reply).token}`);
  else out(linkText(repliesSchema.link.parse(reply), stateDir));
  return EXIT_CODES.done;
}

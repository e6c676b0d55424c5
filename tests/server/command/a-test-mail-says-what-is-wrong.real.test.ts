/** `holdfast mail test`: the mail arrives and the server's word is shown, or it is said in words what has to be set right. */
import { execFile } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { deadPort, playSmtp } from '../../smtp-server.ts';
import { temporaryFolder } from '../running-server.ts';

const ENTRY = resolve(import.meta.dirname, '..', '..', '..', 'server', 'command', 'holdfast.ts');

interface Said { readonly code: number; readonly out: string }

function run(args: readonly string[]): Promise<Said> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [ENTRY, 'mail', ...args], { timeout: 20_000 }, (_error, stdout, stderr) => {
      // Lines are wrapped for a terminal.
      done({ code: child.exitCode ?? -1, out: `${stdout}${stderr}`.replaceAll(/\s+/g, ' ') });
    });
  });
}

function config(port: number, password: string | null = null): string {
  const folder = temporaryFolder();
  const [file, passwordFile] = [join(folder, 'holdfast.yaml'), join(folder, 'mail.password')];
  if (password !== null) writeFileSync(passwordFile, password, { mode: 0o600 });
  const login = password === null ? '' : `    user: store\n    passwordFile: ${passwordFile}\n`;
  writeFileSync(file, `server:\n  name: Corner store\n  mail:\n    host: 127.0.0.1\n    port: ${port}\n    security: none\n${login}    from:\n      address: store@chain.example\n`);
  return file;
}

test('it arrives', async () => {
  const server = await playSmtp({ login: { user: 'store', password: 'four words in it' } });
  const said = await run(['test', 'celik@example.org', '--config', config(server.port, 'four words in it\n')]);
  expect(said.code).toBe(0);
  expect(said.out).toContain('The mail server took the test mail.');
  expect(said.out).toContain('127.0.0.1 said: 250');
  expect(server.taken.map(({ to, user }) => ({ to, user }))).toEqual([{ to: ['celik@example.org'], user: 'store' }]);
  expect(server.taken[0]?.raw).toContain('This is a test from Corner store');
});

test('a wrong password, a refused address and a server that is away each have their words', async () => {
  const server = await playSmtp({ login: { user: 'store', password: 'right' } });
  const file = config(server.port, 'wrong');
  const refused = await run(['test', 'celik@example.org', '--config', file]);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('refuses the user or the password. 127.0.0.1 said: 535 5.7.8');
  server.mood = { at: 'RCPT', does: { code: 550, words: '5.1.1 no such user' } };
  writeFileSync(join(file, '..', 'mail.password'), 'right');
  expect((await run(['test', 'celik@example.org', '--config', file])).out).toContain('There is no such mail address. 127.0.0.1 said: 550 5.1.1');
  expect((await run(['test', 'celik@example.org', '--config', config(await deadPort())])).out).toContain('The mail server cannot be reached.');
});

test('nothing set up, no address, a password for all to read, another word: refused before anything is sent', async () => {
  const folder = temporaryFolder();
  const empty = join(folder, 'holdfast.yaml');
  writeFileSync(empty, 'server:\n  name: Corner store\n');
  const unset = await run(['test', 'celik@example.org', '--config', empty]);
  expect(unset.code).toBe(2);
  expect(unset.out).toContain('No mail server is set up.');
  const server = await playSmtp({ login: { user: 'store', password: 'right' } });
  const file = config(server.port, 'right');
  expect((await run(['test', 'celik', '--config', file])).out).toContain('"celik" is not one mail address.');
  expect((await run(['send', 'celik@example.org', '--config', file])).out).toContain('"send" is not something that mail does.');
  chmodSync(join(file, '..', 'mail.password'), 0o644);
  expect((await run(['test', 'celik@example.org', '--config', file])).out).toContain('Every user of this machine can read or change');
  expect(server.connections()).toBe(0);
});

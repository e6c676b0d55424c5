/** A person plays the rig: typed commands on a pipe at one end of a terminal, a host of the test's own at the other. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { openTerminal } from '../../../firmware-bridge/virtual-rig/terminal.ts';
import { until } from './until.ts';
import type { ChildProcess } from 'node:child_process';
import type { Terminal } from '../../../firmware-bridge/virtual-rig/terminal.ts';

const ENTRY = join(import.meta.dirname, '../../../firmware-bridge/virtual-rig/by-hand.ts');
let terminal: Terminal | null = null;
let child: ChildProcess | null = null;

afterEach(() => {
  child?.kill('SIGKILL');
  terminal?.close();
});

test('typed by hand: handshake, phone, restore, a raw line, and a stop that cannot be missed', async () => {
  let heard = '';
  let shown = '';
  const line = await openTerminal('/usr/bin:/bin', { onBytes: (bytes) => { heard += bytes; }, onGone: () => undefined });
  terminal = line;
  const person = spawn(process.execPath, [ENTRY, line.path, '--serial', 'VIRTUAL-HAND'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child = person;
  const exit = new Promise<number | null>((settle) => { person.once('exit', (code) => settle(code)); });
  person.stdout.setEncoding('utf8').on('data', (chunk: string) => { shown += chunk; });
  person.stdin.write('seat iPhone%2012 serial=X\nbogus\n');
  await until('BOOT', () => heard.includes(' BOOT '));
  const boot = /0000([0-9A-F]{4}) 00000 BOOT/.exec(heard)?.[1] ?? '';
  line.send(encodeFrame({ session: 'A1B20000', n: 0, verb: 'HELLO', fields: { proto: '1', host: 'test' } }) ?? '', false);
  await until('WELCOME and the phone', () => heard.includes(' WELCOME ') && heard.includes('model=iPhone%2012 serial=X*'));
  person.stdin.write('start update\nphase unpack\nEVENT kind=smoke\nprobe 0,1480,2 0,1391,1\n');
  await until('what was typed', () => heard.includes('phase=unpack') && heard.includes('kind=smoke') && heard.includes('l_um=0,1480,2'));
  expect(shown).toMatch(/"bogus" is not known/);
  line.send(`\x18\n${encodeFrame({ session: `A1B2${boot}`, n: 1, verb: 'STOP', fields: { id: '5C1E77A90001', why: 'device-frame-bent' } }) ?? ''}`, false);
  await until('STOPPED', () => heard.includes(' STOPPED ') && heard.includes('phase=stopped'));
  expect(shown).toMatch(/!{72}\n!!! +\d+\.\d+ STOP id=5C1E77A90001 why=device-frame-bent/);
  person.stdin.write('quit\n');
  expect(await exit).toBe(0);
});

test('a port that is not there gets a sentence and code 2', async () => {
  const person = spawn(process.execPath, [ENTRY, '/dev/no-such-rig'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child = person;
  let said = '';
  person.stderr.setEncoding('utf8').on('data', (chunk: string) => { said += chunk; });
  expect(await new Promise((settle) => { person.once('exit', settle); })).toBe(2);
  expect(said).toMatch(/\/dev\/no-such-rig cannot be opened/);
});

/** The pseudo terminal of the rig: every byte passes unchanged both ways, and nobody reading neither blocks nor piles up. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { SerialPort } from 'serialport';
import { openTerminal } from '../../../firmware-bridge/virtual-rig/terminal.ts';
import { until } from './until.ts';
import type { Terminal } from '../../../firmware-bridge/virtual-rig/terminal.ts';

const ALL_BYTES = Array.from({ length: 256 }, (_unused, byte) => String.fromCharCode(byte)).join('');
const SHELL_PATH = '/usr/bin:/bin';
let terminal: Terminal | null = null;
let port: SerialPort | null = null;

async function openBoth(): Promise<{ readonly fromHost: () => string; readonly fromRig: () => string }> {
  let fromHost = '';
  let fromRig = '';
  terminal = await openTerminal(SHELL_PATH, { onBytes: (bytes) => { fromHost += bytes; }, onGone: () => undefined });
  const opened = new SerialPort({ path: terminal.path, baudRate: 115_200, autoOpen: false, hupcl: false });
  opened.on('error', () => undefined);
  opened.on('data', (bytes: Buffer) => { fromRig += bytes.toString('latin1'); });
  await new Promise<void>((settle, fail) => { opened.open((error) => { if (error === null) settle(); else fail(error); }); });
  port = opened;
  return { fromHost: () => fromHost, fromRig: () => fromRig };
}

afterEach(async () => {
  const opened = port;
  port = null;
  if (opened?.isOpen === true) await new Promise<void>((settle) => { opened.close(() => settle()); });
  terminal?.close();
  terminal = null;
});

test('bytes 0x00 to 0xFF pass unchanged both ways', async () => {
  const { fromHost, fromRig } = await openBoth();
  port?.write(ALL_BYTES, 'latin1');
  terminal?.send(ALL_BYTES, false);
  await until('all bytes both ways', () => fromHost().length >= 256 && fromRig().length >= 256);
  expect(fromHost()).toBe(ALL_BYTES);
  expect(fromRig()).toBe(ALL_BYTES);
});

test('with nobody reading, lines are lost instead of queued; a reader then gets whole lines and the newest heartbeat', async () => {
  terminal = await openTerminal(SHELL_PATH, { onBytes: () => undefined, onGone: () => undefined });
  for (let count = 0; count < 3000; count += 1) terminal.send(`line ${String(count).padStart(90, '0')}\n`, false);
  expect(terminal.lostLines).toBeGreaterThan(1000);
  terminal.send('old heartbeat\n', true);
  terminal.send('new heartbeat\n', true);
  let read = '';
  const opened = new SerialPort({ path: terminal.path, baudRate: 115_200, autoOpen: false, hupcl: false });
  opened.on('error', () => undefined);
  opened.on('data', (bytes: Buffer) => { read += bytes.toString('latin1'); });
  await new Promise<void>((settle, fail) => { opened.open((error) => { if (error === null) settle(); else fail(error); }); });
  port = opened;
  await until('the newest heartbeat', () => {
    terminal?.flush();
    return read.includes('heartbeat\n');
  });
  const lines = read.split('\n').slice(0, -1);
  expect(lines.at(-1)).toBe('new heartbeat');
  expect(lines.slice(1, -1).every((line) => /^line \d{90}$/.test(line))).toBe(true);
});

test('a host that writes to a number given anew, before the shell has said it, keeps no rig from starting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-tty-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // The shell's own `tty` speaks behind a line of the host, as it does when the host was quicker.
  writeFileSync(join(folder, 'tty'), '#!/bin/sh\necho "048 89820000 00000 HELLO proto=1 host=PC*5950"\nexec /usr/bin/tty\n');
  chmodSync(join(folder, 'tty'), 0o755);
  let fromHost = '';
  terminal = await openTerminal(`${folder}:${SHELL_PATH}`, { onBytes: (bytes) => { fromHost += bytes; }, onGone: () => undefined });
  expect(terminal.path).toMatch(/^\/dev\/pts\/\d+$/);
  expect(fromHost).toBe('');
});

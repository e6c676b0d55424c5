/** The holder of a port is named where it can be seen: by a look through a made folder like that of the system. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf } from '../../../firmware-bridge/link/port-holder.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'holdfast-holder-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

function process(id: number, name: string, command: readonly string[], files: readonly string[]): void {
  mkdirSync(join(folder, String(id), 'fd'), { recursive: true });
  writeFileSync(join(folder, String(id), 'comm'), `${name}\n`);
  writeFileSync(join(folder, String(id), 'cmdline'), command.join('\0'));
  files.forEach((file, index) => { symlinkSync(file, join(folder, String(id), 'fd', String(index))); });
}

test('a program that holds the port is named with its number', () => {
  process(7, 'sh', ['sh'], ['/dev/null']);
  process(812, 'ModemManager', ['/usr/sbin/ModemManager'], ['/dev/null', '/dev/ttyUSB0']);
  mkdirSync(join(folder, 'self'));
  expect(holderOf(folder, '/dev/ttyUSB0', 1)).toBe('ModemManager (process 812)');
  expect(holderOf(folder, '/dev/ttyUSB1', 1)).toBeNull();
});

test('another Holdfast is called so, and the one that asks is not named', () => {
  process(850, 'sh', ['sh'], ['/dev/ttyUSB0']);
  process(900, 'node', ['node', '/opt/holdfast/firmware-bridge/main.ts', '--state'], ['/dev/ttyUSB0']);
  expect(holderOf(folder, '/dev/ttyUSB0', 1)).toBe('another Holdfast (process 900)');
  expect(holderOf(folder, '/dev/ttyUSB0', 900)).toBe('sh (process 850)');
});

test('processes whose files may not be seen are passed over', () => {
  mkdirSync(join(folder, '5'));
  process(6, '', [], ['/dev/ttyUSB0']);
  expect(holderOf(folder, '/dev/ttyUSB0', 1)).toBe('a program (process 6)');
  expect(holderOf(join(folder, 'none'), '/dev/ttyUSB0', 1)).toBeNull();
});

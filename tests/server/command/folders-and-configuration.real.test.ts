/** What a start means, from real files: real or virtual, which folder, who holds it, and what is refused by name. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planStart } from '../../../server/command/start-plan.ts';
import { claimKind, readLivePid, takeFolder, writePid } from '../../../server/command/state-folder.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'hf-plan-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });
const configure = (text: string): void => { writeFileSync(join(folder, 'holdfast.yaml'), text); };

describe('what is started', () => {
  test('nothing configured: two virtual benches in a folder of their own', () => {
    const plan = planStart({}, folder);
    expect([plan.kind, plan.virtualBenches.length, plan.stateDir, plan.port]).toEqual(['virtual', 2, join(folder, '.holdfast', 'virtual'), 4680]);
  });

  test('a rig on the command line is real', () => {
    const plan = planStart({ rig: ['/dev/a', 'bench-3=/dev/b', 'bench-4=/dev/c=d'] }, folder);
    expect([plan.kind, plan.virtualBenches]).toEqual(['real', []]);
    expect(plan.rigs).toEqual(['/dev/a', 'bench-3=/dev/b', 'bench-4=/dev/c=d']);
  });

  test.each(['foo', 'bench-3=dev/b', './ttyUSB0'])('a port that is no absolute path is refused: "%s"', (rig) => {
    expect(() => planStart({ rig: [rig] }, folder)).toThrow(/is no port: a port is an absolute path/);
  });

  test('the terminal of a played rig is meant from here', () => {
    expect(planStart({ virtualRig: ['bench-3=rig.tty'] }, folder).rigs).toEqual([`bench-3=${join(folder, 'rig.tty')}`]);
  });

  test.each(['rigs:\n  bench-1: { path: /dev/ttyUSB0 }\n', 'rigs: [', 'rigs: nonsense\n'])('a configuration that names rigs, or cannot be understood, is real: %j', (text) => {
    configure(text);
    expect(planStart({}, folder).kind).toBe('real');
  });

  test.each(['', 'server:\n  port: 1\n', 'rigs: {}\n', 'rigs:\n'])('a configuration that names none leaves the rigs virtual: %j', (text) => {
    configure(text);
    const plan = planStart({}, folder);
    expect([plan.kind, plan.config]).toEqual(['virtual', join(folder, 'holdfast.yaml')]);
  });

  test('a speed for real rigs is refused', () => {
    expect(() => planStart({ rig: ['/dev/a'], speed: 4 }, folder)).toThrow(/--speed is only for virtual rigs/);
  });

  test.each(['', 'bench-1=', '=/dev/a'])('a rig written as "%s" is refused', (rig) => {
    expect(() => planStart({ rig: [rig] }, folder)).toThrow(/names no (port|bench)/);
  });
});

describe('the kind of a folder', () => {
  test('is written once and kept', () => {
    claimKind(folder, 'virtual');
    claimKind(folder, 'virtual');
    expect(readFileSync(join(folder, 'kind'), 'utf8').trim()).toBe('virtual');
  });

  test('a real rig never starts where virtual evidence lies, nor the reverse', () => {
    claimKind(folder, 'virtual');
    expect(() => { claimKind(folder, 'real'); }).toThrow(/holds evidence of virtual rigs; a real rig never starts/);
    writeFileSync(join(folder, 'kind'), 'real\n');
    expect(() => { claimKind(folder, 'virtual'); }).toThrow(/holds evidence of real rigs; a virtual rig never starts/);
  });

  test('a mark that is neither is not guessed', () => {
    writeFileSync(join(folder, 'kind'), 'virt');
    expect(() => { claimKind(folder, 'virtual'); }).toThrow(/says "virt", which is neither/);
  });
});

describe('who holds a folder', () => {
  test('the first who takes it; a second is told the number', () => {
    expect(takeFolder(folder, process.pid)).toBeNull();
    expect(takeFolder(folder, process.ppid)).toBe(process.pid);
  });

  test('a number that another process has since is nobody', () => {
    writeFileSync(join(folder, 'supervisor.pid'), JSON.stringify({ pid: process.pid, startTicks: '1' }));
    expect(readLivePid(folder, 'supervisor')).toBeNull();
    expect(takeFolder(folder, process.pid)).toBeNull();
  });

  test('half a file is nobody', () => {
    writePid(folder, 'server', process.pid);
    expect(readLivePid(folder, 'server')).toBe(process.pid);
    writeFileSync(join(folder, 'server.pid'), '{"pid":');
    expect(readLivePid(folder, 'server')).toBeNull();
  });
});

/**
 * Which process holds a port: one look through the open files of all processes, bounded, for a port that is taken. It runs
 * in a process of its own, because looking is slow; it opens no port and reads nobody's content.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

const PROCESSES_MAX = 4096;
const FILES_MAX = 1024;

function namesIn(folder: string, most: number): readonly string[] {
  try {
    return readdirSync(folder).slice(0, most);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, 4096);
  } catch {
    return '';
  }
}

function leadsTo(link: string, device: string): boolean {
  try {
    return readlinkSync(link) === device;
  } catch {
    return false;
  }
}

/** The holder as people know it, or null: nobody, or a process of a user whose files may not be seen. */
export function holderOf(processes: string, device: string, besides: number): string | null {
  const ids = namesIn(processes, Infinity).filter((name) => /^\d+$/.test(name) && name !== String(besides)).slice(0, PROCESSES_MAX);
  const holders = ids.filter((one) => namesIn(join(processes, one, 'fd'), FILES_MAX).some((file) => leadsTo(join(processes, one, 'fd', file), device)));
  const isHoldfast = (one: string): boolean => textOf(join(processes, one, 'cmdline')).split('\0').some((part) => part.endsWith('firmware-bridge/main.ts'));
  // Of several that have it open, a Holdfast is the one that locks it.
  const id = holders.find(isHoldfast) ?? holders[0];
  if (id === undefined) return null;
  const name = textOf(join(processes, id, 'comm')).trim().slice(0, 40);
  return `${isHoldfast(id) ? 'another Holdfast' : name === '' ? 'a program' : name} (process ${id})`;
}

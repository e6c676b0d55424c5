/**
 * The rig's non-volatile memory as a file: replaced whole, synced, never half written. A file that cannot be read is
 * refused, because to forget a latch silently would be the one thing a memory must not do.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { BLANK_MEMORY, ZONE_OF } from './rig-state.ts';
import type { Kept } from './engine.ts';
import type { Device, Latch, Plan, Restore, RigMemory } from './rig-state.ts';

export const BLANK: Kept = { rig: BLANK_MEMORY, bench: { device: null, bentUm: 0 } };

export function saveMemory(path: string, kept: Kept): void {
  const draft = `${path}.new`;
  const fd = openSync(draft, 'w', 0o600);
  try {
    writeSync(fd, `${JSON.stringify(kept)}\n`);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(draft, path);
}

/** What is kept, blank for a new rig, or null when the file is there and does not make sense. */
export function loadMemory(path: string): Kept | null {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) return BLANK;
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isWhole = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isPhase = (value: unknown): boolean => isText(value) && Object.hasOwn(ZONE_OF, value);

function isKept(value: unknown): value is Kept {
  if (!isRecord(value) || !isRecord(value.bench)) return false;
  return isMemory(value.rig) && (value.bench.device === null || isDevice(value.bench.device)) && typeof value.bench.bentUm === 'number';
}

function isMemory(value: unknown): value is RigMemory {
  return isRecord(value) && value.v === 1 && isWhole(value.boot) && isWhole(value.restores)
    && (value.latch === null || isLatch(value.latch)) && (value.restore === null || isRestore(value.restore));
}

const isDevice = (value: unknown): value is Device =>
  isRecord(value) && isText(value.model) && isTextOrNull(value.serial) && isTextOrNull(value.ecid) && isTextOrNull(value.imei);

const isLatch = (value: unknown): value is Latch =>
  isRecord(value) && isText(value.id) && (value.answer === 'stopped' || value.answer === 'too-late') && isPhase(value.phase) && isText(value.zone)
  && isTextOrNull(value.restore) && isWhole(value.atMs) && isText(value.cause) && typeof value.noted === 'boolean';

const isPlan = (value: unknown): value is Plan =>
  isRecord(value) && isText(value.kind) && isText(value.from) && isText(value.to) && isText(value.hash);

const isRestore = (value: unknown): value is Restore =>
  isRecord(value) && isText(value.id) && isPlan(value.plan) && isPhase(value.phase) && typeof value.doneMs === 'number'
  && typeof value.wiped === 'boolean' && typeof value.ended === 'boolean';

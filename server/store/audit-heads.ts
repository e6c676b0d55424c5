/**
 * A second witness of the audit: its head, noted once a day and at every start in a file beside the database. A database
 * that was cut or put back from a copy no longer reaches the last noted head. It only ever adds a line.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_AUDIT } from '../domain/audit-chain.ts';
import type { AuditHead } from '../domain/audit-chain.ts';
import type { Audit } from '../domain/audit-port.ts';
import { appendDurably } from './durable-file.ts';

export interface AuditHeads {
  note(atIso: string): void;
  /** The first noted head that the audit does not hold as it was noted; null when it holds all. It goes on missing for ever. */
  missing(): AuditHead | null;
}

/** Two years of noted heads; older ones are for people. */
const TAIL_BYTES = 64 * 1024;
const LINE = /^\S+ (\d{1,15}) ([0-9a-f]{64})$/gmu;

export function createAuditHeads(stateDir: string, audit: Audit): AuditHeads {
  const path = join(stateDir, 'audit-heads.txt');
  const noted = (): AuditHead[] => [...tailOf(path).matchAll(LINE)].map(([, number, hash]) => ({ number: Number(number), hash: hash ?? '' }));
  const isHeld = ({ number, hash }: AuditHead): boolean =>
    number === 0 || audit.page({ subject: null, who: null }, { limit: 1, before: number + 1, after: null }).some((entry) => entry.number === number && entry.hash === hash);
  return {
    // The line end comes first: half a line, as a power cut leaves it, must not spoil the next one.
    note(atIso) {
      const { number, hash } = audit.head();
      if (number !== (noted().at(-1) ?? EMPTY_AUDIT).number) appendDurably(path, `\n${atIso} ${number} ${hash}`);
    },
    missing: () => noted().filter((head) => !isHeld(head)).toSorted((left, right) => left.number - right.number)[0] ?? null,
  };
}

function tailOf(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes.toString('utf8');
  } finally {
    closeSync(file);
  }
}

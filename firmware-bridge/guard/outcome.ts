/**
 * What can honestly be said of the customer's data: a total function of what was proved, never of what was hoped.
 * Source: README, zones; PROTOCOL.md §5.3.
 */
import type { Outcome, Phase } from '../contract/interlock.ts';

export interface Proven {
  /** The phase in which the stop met the restore, by the rig's own answer, or the last one it reported. */
  readonly phase: Phase;
  readonly answered: boolean;
  readonly written: boolean;
  readonly eraseSeen: boolean;
  readonly erasing: boolean;
  readonly result: string | null;
}

const UNTOUCHED: ReadonlySet<Phase> = new Set(['idle', 'prepare', 'unpack', 'verify', 'recovery']);

export function outcomeOf(proven: Proven): Outcome {
  if (proven.result === 'kept' && !proven.erasing) return 'kept';
  if (proven.result === 'erased') return 'destroyed';
  if (proven.erasing || proven.phase === 'erase') {
    return proven.phase === 'write' || proven.phase === 'finish' ? 'destroyed' : 'destroying';
  }
  const untouched = UNTOUCHED.has(proven.phase) && !proven.written && !proven.eraseSeen;
  return untouched && proven.answered ? 'intact' : 'unknown';
}

/** Frame numbers, per direction, mod 65536. Source: PROTOCOL.md §3. */

/** A step of 1 to this is accepted and its gap counted; beyond it the number has regressed. */
export const SEQUENCE_STEP_MAX = 32;

export type SequenceVerdict =
  | { readonly kind: 'next'; readonly missed: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'regressed' };

/** Judges number `n` after `last`. */
export function judgeSequence(last: number, n: number): SequenceVerdict {
  const step = (n - last) & 0xffff;
  if (step === 0) return { kind: 'duplicate' };
  return step <= SEQUENCE_STEP_MAX ? { kind: 'next', missed: step - 1 } : { kind: 'regressed' };
}

export const nextNumber = (n: number): number => (n + 1) & 0xffff;

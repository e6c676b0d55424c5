/**
 * The probes of one roll-up as bytes: two counts, then smallest, largest and last height of each probe, left edge first, as
 * 16-bit numbers. A tenth of the same as text; two days of seconds stay small.
 */
import type { EdgeExtremes, RollupPoint } from '../contract/live.ts';

const NUMBER_BYTES = 2;
const HEAD = 2;
const MOST = 32_767;

const clamp = (um: number): number => Math.max(-MOST, Math.min(MOST, um));

export function packProbes(probes: RollupPoint['probes']): Buffer | null {
  if (probes === null) return null;
  const { left, right } = probes;
  const numbers = [left.lastUm.length, right.lastUm.length, ...[left, right].flatMap(({ minUm, maxUm, lastUm }) => [...minUm, ...maxUm, ...lastUm])];
  const bytes = Buffer.alloc(numbers.length * NUMBER_BYTES);
  for (const [index, number] of numbers.entries()) bytes.writeInt16LE(clamp(number), index * NUMBER_BYTES);
  return bytes;
}

/** What has not the length that it says is told as nothing measured. */
export function readProbes(bytes: Buffer | null): RollupPoint['probes'] {
  if (bytes === null || bytes.length < HEAD * NUMBER_BYTES) return null;
  const at = (index: number): number => bytes.readInt16LE(index * NUMBER_BYTES);
  const [leftCount, rightCount] = [at(0), at(1)];
  if (leftCount < 0 || rightCount < 0 || bytes.length !== (HEAD + 3 * (leftCount + rightCount)) * NUMBER_BYTES) return null;
  const take = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => at(from + index));
  const edge = (from: number, count: number): EdgeExtremes => ({ minUm: take(from, count), maxUm: take(from + count, count), lastUm: take(from + 2 * count, count) });
  return { left: edge(HEAD, leftCount), right: edge(HEAD + 3 * leftCount, rightCount) };
}

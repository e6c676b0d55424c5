/**
 * Comparing the versions of a plan. Pure and total: what cannot be compared gives null, which is no downgrade and is
 * shown as such; nothing is guessed from words.
 */
const NUMBERS = /^\d{1,6}(\.\d{1,6}){0,4}$/;

/** Below zero when `from` is newer than `to`, above when it is older, zero when they are the same; null when one is no row of numbers. */
export function compareVersions(from: string, to: string): number | null {
  if (!NUMBERS.test(from) || !NUMBERS.test(to)) return null;
  const [before, after] = [from.split('.').map(Number), to.split('.').map(Number)];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const step = (after[index] ?? 0) - (before[index] ?? 0);
    if (step !== 0) return step;
  }
  return 0;
}

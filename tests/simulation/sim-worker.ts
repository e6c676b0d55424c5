/** A process of its own that runs seeds for `npm run sim`: gets batches, answers with what it found, ends with its parent. */
import { runSeed } from './run-seed.ts';

export interface Batch { readonly from: number; readonly count: number }
export interface BatchResult { readonly seeds: number; readonly steps: number; readonly found: readonly ReturnType<typeof runSeed>[] }

process.on('message', (batch: Batch) => {
  let steps = 0;
  const found: ReturnType<typeof runSeed>[] = [];
  for (let seed = batch.from; seed < batch.from + batch.count; seed += 1) {
    const result = runSeed(seed);
    steps += result.steps;
    if (result.violations.length > 0) found.push(result);
  }
  const answer: BatchResult = { seeds: batch.count, steps, found };
  process.send?.(answer);
});
process.on('disconnect', () => { process.exit(0); });

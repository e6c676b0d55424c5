/** One thread of the fuzzer: takes a seed and a number of inputs, gives back what it counted, and waits for the next. */
import { parentPort } from 'node:worker_threads';
import { runInputs } from './run.ts';

parentPort?.on('message', ({ seed, inputs }: { readonly seed: number; readonly inputs: number }) => {
  parentPort?.postMessage(runInputs(seed, inputs));
});

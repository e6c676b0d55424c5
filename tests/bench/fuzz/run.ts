/** Feeds every target its share of inputs from one seed. What breaks is given back as it can be kept: target, input, reason. */
import { makeRandom } from '../../../firmware-bridge/virtual-rig/random.ts';
import { FRAME_RULE } from './frame-target.ts';
import { MERGES, SEALED_MERGES } from './merge-targets.ts';
import { CAP, RIG_INPUT } from './stream-targets.ts';
import type { Tally, Target } from './target.ts';
import { FRAMES, LINES } from './wire-targets.ts';

export const TARGETS: readonly Target[] = [LINES, MERGES, SEALED_MERGES, FRAMES, CAP, RIG_INPUT, FRAME_RULE];

export interface Found { readonly target: string; readonly input: string; readonly why: string }
export interface Counted { readonly inputs: number; readonly tally: Readonly<Record<string, Tally>>; readonly found: readonly Found[] }

const FOUND_MAX = 5;

/** One input again; the reason why it is broken, or null. */
export function tryInput(target: Target, input: string, tally: Tally): string | null {
  try {
    target.check(input, tally);
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}` : String(error);
  }
}

/** `inputs` of them from this seed, in a fixed mix; ends early after a few faults. */
export function runInputs(seed: number, inputs: number): Counted {
  const random = makeRandom(seed);
  const tally: Record<string, Tally> = {};
  const found: Found[] = [];
  let done = 0;
  for (const target of TARGETS) {
    const own: Tally = (tally[target.name] = { inputs: 0 });
    const share = Math.ceil((inputs * target.share) / 100);
    for (let left = share; left > 0 && found.length < FOUND_MAX; left -= 1) {
      const input = target.make(random);
      const why = tryInput(target, input, own);
      own['inputs'] = (own['inputs'] ?? 0) + 1;
      done += 1;
      if (why !== null) found.push({ target: target.name, input, why });
    }
  }
  return { inputs: done, tally, found };
}

export function sum(parts: readonly Counted[]): Counted {
  const tally: Record<string, Tally> = {};
  for (const part of parts) {
    for (const [target, own] of Object.entries(part.tally)) {
      const all = (tally[target] ??= {});
      for (const [name, count] of Object.entries(own)) all[name] = (all[name] ?? 0) + count;
    }
  }
  return { inputs: parts.reduce((total, part) => total + part.inputs, 0), tally, found: parts.flatMap((part) => part.found) };
}

/** How many merged lines passed every check, and how many may: one in 65,536. */
export function mergesOf(counted: Counted): { readonly merges: number; readonly passed: number; readonly allowed: number } {
  const own = counted.tally[MERGES.name] ?? {};
  const merges = own['merges'] ?? 0;
  return { merges, passed: own['merges that pass every check'] ?? 0, allowed: Math.floor(merges / 65_536) };
}

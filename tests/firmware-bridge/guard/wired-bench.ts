/** A bench whose rig has a second port and wires, and what became of them, for the tests of the third rung. */
import type { WireStep } from '../../../firmware-bridge/contract/receipt.ts';
import type { Effect } from '../../../firmware-bridge/guard/turn.ts';
import { BENT, type BenchScript } from './bench-script.ts';
import { critical } from './places.ts';

export const PORT: WireStep = { by: 'second-port', cuts: null };
export const DTR: WireStep = { by: 'dtr', cuts: 'usb-data' };
export const RELAY: WireStep = { by: 'relay', cuts: 'charge' };
export const POWER: WireStep = { by: 'relay', cuts: 'rig-power' };

export function wired(bench: BenchScript, ...wiring: readonly WireStep[]): BenchScript {
  bench.state = { ...bench.state, setup: { ...bench.state.setup, wiring } };
  return bench;
}
export const used = (effects: readonly Effect[]): readonly number[] => effects.flatMap((effect) => (effect.do === 'use-wiring' ? [effect.step] : []));
export const released = (effects: readonly Effect[]): readonly (readonly number[])[] => effects.flatMap((effect) => (effect.do === 'release-wiring' ? [effect.steps] : []));

/** Heartbeats go on, but the rig answers no stop. */
export function deaf(bench: BenchScript, ms: number): readonly Effect[] {
  const from = bench.effects.length;
  for (const endMs = bench.nowMs + ms; bench.nowMs < endMs;) {
    bench.pass(20);
    if (Math.round(bench.nowMs) % 100 < 20) bench.beat();
  }
  return bench.effects.slice(from);
}

/** A bend in `critical`, seen by a rig that hears nothing: four writes, and nobody in doubt. */
export function unanswered(...wiring: readonly WireStep[]): BenchScript {
  const bench = wired(critical(), ...wiring);
  bench.hb.permit = 'none';
  bench.probe = BENT;
  bench.sample();
  bench.beat();
  return bench;
}

/**
 * Whatever a seed does to PC, line, rig and people: what the black box noted of it, replayed, gives the same states, the
 * same bytes, the same evidence and the same stops. Nothing that the guard decides by is missing in the record.
 */
import { expect, test } from 'vitest';
import type { BoxEntry } from '../../firmware-bridge/contract/black-box.ts';
import { Replay, type ReplayResult } from '../../firmware-bridge/replay/replay.ts';
import { runSeed } from './run-seed.ts';
import { BENCHES } from './world.ts';

const FIRST = 5000;
const SEEDS = 8;

interface Part { readonly boot: string; readonly from: number; readonly entries: readonly BoxEntry[] }

function recorded(seed: number): Map<string, Part[]> {
  const parts = new Map<string, Part[]>(BENCHES.map((bench) => [bench, []]));
  runSeed(seed, false, (message) => {
    // As the file keeps it: what is noted later must not change it.
    if (message.type === 'black-box') parts.get(message.bench)?.push(JSON.parse(JSON.stringify({ boot: message.boot, from: message.from, entries: message.entries })) as Part);
  });
  return parts;
}

function replayed(parts: readonly Part[], fromMs = -Infinity): ReplayResult {
  const replay = new Replay({ limits: {}, fromMs, toMs: Infinity });
  let boot = '';
  for (const part of parts) {
    if (part.boot !== boot) replay.beginAnew();
    boot = part.boot;
    for (const entry of part.entries) replay.take(entry);
  }
  return replay.result();
}

let stops = 0;
let agreed = 0;

test.each(Array.from({ length: SEEDS }, (_unused, index) => FIRST + index))('seed %i', (seed) => {
  for (const [bench, parts] of recorded(seed)) {
    const result = replayed(parts);
    stops += result.stops.length;
    agreed += result.statesAgreed;
    expect({ bench, first: result.first, stateDiffers: result.stateDiffers, skipped: result.skipped, missing: result.missing })
      .toEqual({ bench, first: null, stateDiffers: null, skipped: 0, missing: 0 });
    expect(result.stops.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
    // Begun in the middle, from the newest state before it, it goes the same way.
    const middleMs = ((result.fromMs ?? 0) + (result.toMs ?? 0)) / 2;
    const { stops: later, first, stateDiffers } = replayed(parts, middleMs);
    expect({ bench, first, stateDiffers }).toEqual({ bench, first: null, stateDiffers: null });
    expect(later.filter(({ verdict }) => verdict !== 'same')).toEqual([]);
  }
});

test('there was something to compare', () => {
  expect(stops).toBeGreaterThan(SEEDS);
  expect(agreed).toBeGreaterThan(SEEDS / 2);
});

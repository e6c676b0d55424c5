/**
 * The rounds as data, by seed: who is killed, when, and what happens at each bench meanwhile. Pure, so that the same seed
 * gives the same rounds; nothing here knows a process.
 */
import { between, makeRandom } from '../../../firmware-bridge/virtual-rig/random.ts';
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';

export const TARGETS = ['guard', 'recorder', 'server', 'all'] as const;
export type Target = (typeof TARGETS)[number];

/** Where the restore is when it is provoked. `crossing`: in the last moments before the point of no return. */
export type Place = 'safe' | 'start' | 'crossing' | 'committed';
/** `fallback`: the update gives up and announces an erase, which must be stopped before it begins. */
export type Provocation = 'bend' | 'person' | 'person-at-bench' | 'button' | 'fallback';
export interface Scene { readonly place: Place; readonly by: Provocation }

export const SCENES: readonly Scene[] = [
  { place: 'safe', by: 'bend' }, { place: 'start', by: 'person-at-bench' }, { place: 'committed', by: 'fallback' }, { place: 'start', by: 'bend' },
  { place: 'safe', by: 'person' }, { place: 'committed', by: 'person' }, { place: 'crossing', by: 'person-at-bench' }, { place: 'start', by: 'button' },
];

export type KillMoment =
  /** So long after the first provocation; before it when negative. */
  | { readonly at: 'provocation'; readonly afterMs: number }
  /** So long after a rig wrote a stop into its ledger: between the stop's write and its record. */
  | { readonly at: 'stop'; readonly afterMs: number };

export interface Round {
  readonly number: number;
  readonly target: Target;
  readonly kill: KillMoment;
  /** One for each bench, with the delay of its provocation against the round's first. */
  readonly scenes: readonly { readonly scene: Scene; readonly lateMs: number }[];
  /** Who of `all` goes first. */
  readonly firstOfAll: number;
}

const BEFORE_MS = 30;
const AFTER_MS = 300;
const SOON_AFTER_STOP_MS = 6;
const LATE_MS_MAX = 60;

const whole = (random: Random, low: number, high: number): number => Math.floor(between(random, low, high + 1));

/** Four rounds at a time kill each target once, in an order of their own. */
export function planRounds(rounds: number, benches: number, seed: number): readonly Round[] {
  const random = makeRandom(seed);
  const planned: Round[] = [];
  for (let block = 0; block < rounds; block += 1) {
    for (const target of shuffled(TARGETS, random)) {
      const number = planned.length + 1;
      planned.push({
        number, target, firstOfAll: whole(random, 0, 2),
        kill: whole(random, 0, 1) === 0
          ? { at: 'stop', afterMs: whole(random, 0, SOON_AFTER_STOP_MS) }
          : { at: 'provocation', afterMs: whole(random, -BEFORE_MS, AFTER_MS) },
        scenes: Array.from({ length: benches }, (_unused, bench) => ({
          scene: SCENES[(number * benches + bench + block) % SCENES.length] ?? { place: 'safe', by: 'bend' },
          lateMs: bench === 0 ? 0 : whole(random, 0, LATE_MS_MAX),
        })),
      });
    }
  }
  return planned;
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items.map((item) => ({ item, place: random() })).sort((a, b) => a.place - b.place).map(({ item }) => item);
}

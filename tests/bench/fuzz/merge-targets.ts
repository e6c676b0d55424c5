/**
 * Two lines run together with bytes lost between them: what a full buffer makes of a serial stream. Those that pass every
 * check are counted, and neither they nor merges that were given a right check may loosen anything alone.
 */
import { decodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { readRigMessage } from '../../../firmware-bridge/wire/rig-message.ts';
import { step } from '../../../firmware-bridge/guard/step.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import type { GuardEvent } from '../../../firmware-bridge/guard/turn.ts';
import { assertAlways } from '../../firmware-bridge/guard/always.ts';
import { WALL_MS } from '../../firmware-bridge/guard/bench-script.ts';
import { PLACES } from '../../firmware-bridge/guard/places.ts';
import { damage } from './damage.ts';
import { lineOfSession } from './lines.ts';
import { seal } from './second-grammar.ts';
import { count, pick, promise, whole } from './target.ts';
import type { Tally, Target } from './target.ts';
import { makeRandom } from '../../../firmware-bridge/virtual-rig/random.ts';
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';

interface Place { readonly name: string; readonly state: BenchState; readonly nowMs: number; readonly lines: readonly string[] }

const LINES_EACH = 200;
const LATER_MS = 20;

/** Each place once, with lines that its rig could say next. */
const places: readonly Place[] = Object.entries(PLACES).map(([name, make], index) => {
  const bench = make();
  const random = makeRandom(index + 1);
  const after = { session: bench.session, n: bench.state.link.rxN, tMs: bench.rigMs };
  return { name, state: bench.state, nowMs: bench.nowMs + LATER_MS, lines: Array.from({ length: LINES_EACH }, () => lineOfSession(random, after)) };
});

const clearedIn = (state: BenchState): number => state.trip?.trip.causes.filter((cause) => cause.cleared).length ?? 0;

/** One line in one place: nothing that was shut is open after it. */
export function assertLoosensNothing(place: Place, line: string, tally: Tally): void {
  const decoded = decodeFrame(line);
  if (!decoded.ok) return;
  const message = readRigMessage(decoded.frame);
  const when = { nowMs: place.nowMs, wallMs: WALL_MS + place.nowMs };
  const event: GuardEvent = message === undefined ? { kind: 'corrupt', why: 'bad-message', ...when }
    : { kind: 'line', session: decoded.frame.session, n: decoded.frame.n, message, ...when };
  const before = place.state;
  const { state: after, effects } = step(before, event);
  count(tally, 'played to the guard');
  assertAlways({ before, event, after, effects });
  promise(before.permit !== null || after.permit === null, `${place.name}: one line gave a permit`);
  promise(before.restore?.established === true || after.restore?.established !== true, `${place.name}: one line established committed`);
  promise(before.trip === null || after.trip !== null, `${place.name}: one line released the latch`);
  promise(clearedIn(after) <= clearedIn(before), `${place.name}: one line cleared a cause`);
}

/** The beginning of one and the end of the other; half of the time the length comes out right, which only the check can tell. */
function merge(random: Random, first: string, second: string): string {
  const cut = 1 + whole(random, first.length - 1);
  const from = random() < 0.5 ? whole(random, second.length) : second.length - (first.length - cut);
  return first.slice(0, cut) + second.slice(Math.max(0, from));
}

/** `first LF second LF merged`; what came out as one of the two is no damage and is not counted. */
export const MERGES: Target = {
  name: 'merged lines', share: 24,
  make: (random) => {
    const { lines } = pick(random, places);
    const [first, second] = [pick(random, lines), pick(random, lines)];
    return `${first}\n${second}\n${merge(random, first, second)}`;
  },
  check: (input, tally) => {
    const [first, second, merged = ''] = input.split('\n');
    if (merged === first || merged === second) return;
    count(tally, 'merges');
    if (!decodeFrame(merged).ok) return;
    count(tally, 'merges that pass every check');
    for (const place of places) assertLoosensNothing(place, merged, tally);
  },
};

/** `name of the place LF line`: as if the check had let it through. */
export const SEALED_MERGES: Target = {
  name: 'merged lines with a right check', share: 4,
  make: (random) => {
    const { name, lines } = pick(random, places);
    const merged = random() < 0.8 ? merge(random, pick(random, lines), pick(random, lines)) : damage(random, pick(random, lines), pick(random, lines));
    return `${name}\n${seal(merged.slice(3, -5))}`;
  },
  check: (input, tally) => {
    const at = input.indexOf('\n');
    const place = places.find((one) => one.name === input.slice(0, at));
    if (place !== undefined) assertLoosensNothing(place, input.slice(at + 1), tally);
  },
};

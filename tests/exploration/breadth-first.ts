/**
 * Breadth-first search over whatever can be stepped: every move from every state, level by level, until a depth, a number
 * of states, or nothing new. States that look alike are visited once; the first way to each is kept, so that a broken
 * property comes with the shortest way to it.
 */
import { createHash } from 'node:crypto';

export interface Model<Node> {
  readonly roots: readonly (readonly [name: string, node: Node])[];
  /** Every move that can be made here, with what it leads to and what it broke. */
  readonly moves: (node: Node) => Iterable<Made<Node>>;
  /** What makes two states the same for the search. */
  readonly keyOf: (node: Node) => string;
}
export interface Made<Node> { readonly move: string; readonly node: Node; readonly broken: readonly string[] }

export interface Broken { readonly property: string; readonly way: readonly string[] }
export interface Explored {
  readonly states: number;
  readonly transitions: number;
  /** The last level whose moves were all made. */
  readonly depth: number;
  /** New states at each level. */
  readonly levels: readonly number[];
  /** Nothing new was left: deeper levels add nothing. */
  readonly isClosed: boolean;
  readonly violations: readonly Broken[];
}

interface Seen { readonly before: Seen | null; readonly move: string }
const VIOLATIONS_KEPT = 10;

function wayTo(seen: Seen | null): string[] {
  const way: string[] = [];
  for (let at = seen; at !== null; at = at.before) way.unshift(at.move);
  return way;
}

/** Some hundred thousand keys of a kilobyte each would not fit into memory; half of a hash does. */
const short = (key: string): string => createHash('sha256').update(key).digest('base64').slice(0, 22);

export function explore<Node>(model: Model<Node>, depth: number, statesMax: number, level?: (done: number, states: number) => void): Explored {
  const known = new Set<string>();
  const broken = new Map<string, Broken>();
  let transitions = 0;
  let front: { readonly node: Node; readonly seen: Seen }[] = [];
  for (const [move, node] of model.roots) {
    const key = short(model.keyOf(node));
    if (known.has(key)) continue;
    known.add(key);
    front.push({ node, seen: { before: null, move } });
  }
  const levels = [front.length];
  let done = 0;
  let isClosed = false;
  while (done < depth && front.length > 0 && known.size < statesMax) {
    const next: typeof front = [];
    const isLast = done + 1 === depth;
    let fresh = 0;
    for (const { node, seen } of front) {
      for (const made of model.moves(node)) {
        transitions += 1;
        for (const property of made.broken) {
          if (broken.size < VIOLATIONS_KEPT && !broken.has(property)) broken.set(property, { property, way: [...wayTo(seen), made.move] });
        }
        const key = short(model.keyOf(made.node));
        if (known.has(key) || known.size >= statesMax) continue;
        known.add(key);
        fresh += 1;
        // Nobody goes on from the last level, so its states need not be kept.
        if (!isLast) next.push({ node: made.node, seen: { before: seen, move: made.move } });
      }
    }
    // A level that met the limit of states is not a whole one.
    if (known.size < statesMax) done += 1;
    front = next;
    levels.push(fresh);
    isClosed = fresh === 0;
    level?.(done, known.size);
  }
  return { states: known.size, transitions, depth: done, levels, isClosed, violations: [...broken.values()] };
}

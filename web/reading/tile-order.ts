/**
 * The places of the tiles: the most urgent first, and among equals as configured. Pure. A place changes only when a bench
 * changes its voice, and never while a hand may be on its way to a tile: the caller says so.
 */
import type { Reading, Voice } from './voice.ts';

/** What is well keeps its configured place among all that is well: a board must not shuffle because restores begin and end. */
const URGENCY: Readonly<Record<Voice, number>> = {
  'step-back': 0, 'not-confirmed': 1, stopping: 2, stopped: 2, locked: 2, 'too-late': 3, unprotected: 4, waiting: 5, running: 6, ready: 6, 'out-of-service': 6,
};

export const TILE_ORDERS = ['urgent', 'fixed'] as const;
export type TileOrder = (typeof TILE_ORDERS)[number];

/** So long after the last movement of a pointer over a tile a hand may still be on its way (ms). Source: a press follows a look within a few seconds. */
export const HAND_REST_MS = 4_000;

/** The ids in the order in which they are shown. A new bench never waits; a tile that is held keeps its place. */
export function placesOf(before: readonly string[], readings: readonly Reading[], order: TileOrder, isHeld: boolean): readonly string[] {
  const ids = readings.map(({ view }) => view.id);
  const known = before.filter((id) => ids.includes(id));
  if (isHeld && known.length > 0) return [...known, ...ids.filter((id) => !known.includes(id))];
  if (order === 'fixed') return ids;
  return readings.map(({ view, voice }, index) => ({ id: view.id, rank: URGENCY[voice], index })).toSorted((a, b) => a.rank - b.rank || a.index - b.index).map(({ id }) => id);
}

/** A hand that points, presses or tabs. `atMs` is when it last did; a pressed finger holds without end. */
export interface Hand {
  readonly isDown: boolean;
  readonly isOver: boolean;
  readonly atMs: number;
}

export const RESTING_HAND: Hand = { isDown: false, isOver: false, atMs: Number.NEGATIVE_INFINITY };

export const holdsTiles = ({ isDown, isOver, atMs }: Hand, nowAtMs: number): boolean => isDown || (isOver && nowAtMs - atMs < HAND_REST_MS);

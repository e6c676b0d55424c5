/**
 * The bent edge as a drawing: probe readings in micrometres become points and one smooth line, exaggerated by a round
 * factor that is always said. It never rescales silently and never hides a probe.
 */

/** Size of the drawing in its own units; it is scaled as one piece, so shapes stay true. */
export const DRAWING_WIDTH = 400;
export const DRAWING_HEIGHT = 52;
const MARGIN_X = 6;
const MARGIN_TOP = 6;
const FLOOR = DRAWING_HEIGHT - 8;

const EXAGGERATIONS = [20, 10, 5, 2, 1] as const;

export interface ChassisShape {
  readonly exaggeration: number;
  readonly points: readonly { readonly x: number; readonly y: number; readonly um: number }[];
  /** Path of the edge through all points. */
  readonly line: string;
  /** Top of the band that may be used up, measured from the lowest probe. */
  readonly bandTop: number;
  readonly floor: number;
  /** True when the drawing had to be cut at its upper rim. */
  readonly isCut: boolean;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Catmull-Rom through every point, as cubic Béziers: the curve never leaves a probe out. */
function smoothPath(points: readonly { readonly x: number; readonly y: number }[]): string {
  const first = points[0];
  if (first === undefined) return '';
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (let index = 0; index < points.length - 1; index += 1) {
    const from = points[index];
    const to = points[index + 1];
    if (from === undefined || to === undefined) break;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    const a = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const b = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    path += `C${round(a.x)} ${round(a.y)} ${round(b.x)} ${round(b.y)} ${round(to.x)} ${round(to.y)}`;
  }
  return path;
}

export function chassisShape(probesUm: readonly number[], spanMm: number, holdAtUm: number): ChassisShape | null {
  if (probesUm.length < 2 || !(spanMm > 0)) return null;
  const lowestUm = Math.min(...probesUm);
  const reachUm = Math.max(Math.max(...probesUm) - lowestUm, holdAtUm);
  const width = DRAWING_WIDTH - 2 * MARGIN_X;
  const room = FLOOR - MARGIN_TOP;
  const perUm = width / (spanMm * 1000);
  const exaggeration = EXAGGERATIONS.find((factor) => reachUm * perUm * factor <= room) ?? 1;
  const height = (um: number): number => FLOOR - (um - lowestUm) * perUm * exaggeration;
  const points = probesUm.map((um, index) => ({
    x: MARGIN_X + (width * index) / (probesUm.length - 1),
    y: Math.max(MARGIN_TOP - 4, height(um)),
    um,
  }));
  return {
    exaggeration,
    points,
    line: smoothPath(points),
    bandTop: round(height(lowestUm + holdAtUm)),
    floor: FLOOR,
    isCut: reachUm * perUm * exaggeration > room + 4,
  };
}

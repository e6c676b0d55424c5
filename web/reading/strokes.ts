/**
 * A signature as it was drawn, in the field that the contract knows: 600 wide, 200 high, whole points. Pure. More points than
 * the contract takes are thinned evenly, so that a slow hand keeps its shape.
 */
export const FIELD_WIDTH = 600;
export const FIELD_HEIGHT = 200;
const STROKES_MAX = 200;
const POINTS_MAX = 2000;

export type Strokes = [number, number][][];

const within = (value: number, max: number): number => Math.min(max, Math.max(0, Math.round(value)));

export function strokesOf(drawn: readonly (readonly { readonly x: number; readonly y: number }[])[], width: number, height: number): Strokes {
  if (width <= 0 || height <= 0) return [];
  return drawn.slice(0, STROKES_MAX).filter((points) => points.length > 0).map((points) => {
    const every = Math.ceil(points.length / POINTS_MAX);
    return points.filter((_point, index) => index % every === 0).map(({ x, y }): [number, number] => [within((x / width) * FIELD_WIDTH, FIELD_WIDTH), within((y / height) * FIELD_HEIGHT, FIELD_HEIGHT)]);
  });
}

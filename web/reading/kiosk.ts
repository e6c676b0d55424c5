/**
 * What an address asks of a screen on a wall: `?kiosk=1`, and `rotate=20` where more benches are to be seen than fit. Pure. What
 * calls for a person is shown before everything else and stays.
 */
export interface Kiosk {
  /** Null: all are shown at once. */
  readonly rotateMs: number | null;
}

const ROTATE_S = { least: 5, most: 600 } as const;
const SHIFT_EVERY_MS = 60_000;
/** So far from its place a page goes (px): the same light in the same place for years burns in. */
const SHIFTS_PX = [[0, 0], [4, 2], [2, 4], [-2, 3], [-4, 0], [-2, -3], [2, -4], [4, -2]] as const;

export function kioskOf(search: string): Kiosk | null {
  const asked = new URLSearchParams(search);
  if (asked.get('kiosk') !== '1') return null;
  const seconds = Number(asked.get('rotate'));
  return { rotateMs: seconds >= ROTATE_S.least && seconds <= ROTATE_S.most ? Math.round(seconds * 1000) : null };
}

/** Those that are shown now, of all in their order. */
export function turnOf<Shown>(all: readonly Shown[], fits: number, { rotateMs }: Kiosk, isCalling: boolean, nowMs: number): readonly Shown[] {
  const most = Math.max(1, Math.floor(fits));
  if (rotateMs === null || all.length <= most) return all;
  const turn = isCalling ? 0 : Math.floor(nowMs / rotateMs) % Math.ceil(all.length / most);
  return all.slice(turn * most, turn * most + most);
}

export const shiftOf = (nowMs: number): readonly [xPx: number, yPx: number] => SHIFTS_PX[Math.floor(nowMs / SHIFT_EVERY_MS) % SHIFTS_PX.length] ?? SHIFTS_PX[0];

/**
 * Metrology of the whole chassis: peak-to-valley deviation of rows of probes from their least-squares plane, and the
 * height of one corner over the plane of the other three. Evenly spaced rows: neither depends on how far apart they are.
 */
const ROWS_FOR_A_PLANE = 3;
const PROBES_FOR_A_PLANE = 3;

/** Undefined with fewer than 3 × 3 points, or rows of different length: that plane would say nothing. */
export function planeDeviationUm(rows: readonly (readonly number[])[]): number | undefined {
  const across = rows.length;
  const along = rows[0]?.length ?? 0;
  if (across < ROWS_FOR_A_PLANE || along < PROBES_FOR_A_PLANE || rows.some((row) => row.length !== along)) return undefined;
  const [midAcross, midAlong] = [(across - 1) / 2, (along - 1) / 2];
  let [bySide, byLength, sideSpread, lengthSpread] = [0, 0, 0, 0];
  rows.forEach((row, side) => {
    row.forEach((height, place) => {
      bySide += (side - midAcross) * height;
      byLength += (place - midAlong) * height;
      sideSpread += (side - midAcross) ** 2;
      lengthSpread += (place - midAlong) ** 2;
    });
  });
  // How high the plane lies is the same for every point, so peak and valley need only its two slopes.
  const residuals = rows.flatMap((row, side) => row.map((height, place) => height - (bySide / sideSpread) * side - (byLength / lengthSpread) * place));
  return Math.round(Math.max(...residuals) - Math.min(...residuals));
}

/** How far the first corner of the left edge stands over the plane of the other three; the same for any fourth corner, but for its sign. */
export function twistUm(leftUm: readonly number[], rightUm: readonly number[]): number {
  return Math.round((leftUm[0] ?? 0) - (leftUm.at(-1) ?? 0) - (rightUm[0] ?? 0) + (rightUm.at(-1) ?? 0));
}

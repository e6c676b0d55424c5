/**
 * Metrology of one long edge: peak-to-valley deviation of evenly spaced probes from their least-squares line, in whole
 * micrometres. Pure arithmetic; fewer than three probes cannot define a deviation and give undefined.
 */
export interface EdgeDeviation {
  readonly peakToValleyUm: number;
  /** Each probe's distance from the line, in order (µm). */
  readonly residualsUm: readonly number[];
}

const PROBES_FOR_A_LINE = 3;

export function edgeDeviation(heightsUm: readonly number[]): EdgeDeviation | undefined {
  const count = heightsUm.length;
  if (count < PROBES_FOR_A_LINE) return undefined;
  const middle = (count - 1) / 2;
  let sum = 0;
  let moment = 0;
  let spread = 0;
  for (let index = 0; index < count; index += 1) {
    const height = heightsUm[index] as number;
    sum += height;
    moment += (index - middle) * height;
    spread += (index - middle) ** 2;
  }
  const mean = sum / count;
  const slope = moment / spread;
  let least = Infinity;
  let most = -Infinity;
  const residualsUm = heightsUm.map((height, index) => {
    const residual = height - mean - slope * (index - middle);
    least = Math.min(least, residual);
    most = Math.max(most, residual);
    return Math.round(residual);
  });
  return { peakToValleyUm: Math.round(most - least), residualsUm };
}

/** The middle value; of an even count the larger of the two in the middle, which errs towards a stop. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

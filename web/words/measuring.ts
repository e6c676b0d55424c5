/** What the page says about measuring a chassis, with the numbers of this moment in it. What to do comes from the bridge's own words. */
import type { MetricReading, RemeasureProgress } from '../../firmware-bridge/contract/bench-status.ts';
import { bridgeWords } from './bridge-words.ts';
import { sayDuration } from '../reading/age.ts';

export interface RemeasureWords {
  readonly title: string;
  readonly facts: readonly string[];
  readonly whatToDo: string;
}

export function sayRemeasure({ count, needed, turned, differUm, next, forgottenInMs }: RemeasureProgress): RemeasureWords {
  return {
    title: next === 'done' ? bridgeWords.remeasuring.done.title : `Measured ${count} of ${needed} times`,
    facts: [
      `Turned by 180°: ${turned ? 'yes' : 'not yet'}`,
      ...(differUm === null ? [] : [`The two ways differ by ${differUm} µm`]),
      ...(forgottenInMs === null ? [] : [`Kept for ${sayDuration(forgottenInMs)} more`]),
    ],
    whatToDo: bridgeWords.remeasuring[next].whatToDo,
  };
}

export const NOT_MEASURED = 'not measured';
const NO_MIDDLE_ROW = 'the fixture has no middle row';

/** The limits beside a value, or why there is none. */
export function sayLimits({ metric, valueUm, holdAtUm, limitUm }: MetricReading, uncertaintyUm: number, isMeasured: boolean): string {
  if (valueUm === null && metric === 'plane' && isMeasured) return NO_MIDDLE_ROW;
  return `hold at ${holdAtUm}, limit ${limitUm} ± ${uncertaintyUm}`;
}

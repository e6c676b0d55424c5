/** What the page says about measuring a chassis, with the numbers of this moment in it. What to do comes from the bridge's own words. */
import type { MetricReading, RemeasureProgress } from '../../firmware-bridge/contract/bench-status.ts';
import { bridgeWords } from './bridge-words.ts';
import { sayDuration } from '../reading/age.ts';
import { benchWords } from './bench-words.ts';

export interface RemeasureWords {
  readonly title: string;
  readonly facts: readonly string[];
  readonly whatToDo: string;
}

export function sayRemeasure({ count, needed, turned, differUm, next, forgottenInMs }: RemeasureProgress): RemeasureWords {
  return {
    title: next === 'done' ? bridgeWords.remeasuring.done.title : benchWords.measured(count, needed),
    facts: [
      turned ? benchWords.turned : benchWords.notTurned,
      ...(differUm === null ? [] : [benchWords.differ(differUm)]),
      ...(forgottenInMs === null ? [] : [benchWords.keptFor(sayDuration(forgottenInMs))]),
    ],
    whatToDo: bridgeWords.remeasuring[next].whatToDo,
  };
}

export const NOT_MEASURED = benchWords.notMeasured;

/** The limits beside a value, or why there is none. */
export function sayLimits({ metric, valueUm, holdAtUm, limitUm }: MetricReading, uncertaintyUm: number, isMeasured: boolean): string {
  if (valueUm === null && metric === 'plane' && isMeasured) return benchWords.noMiddleRow;
  return `${benchWords.holdAt(holdAtUm)}, ${benchWords.limit(limitUm, uncertaintyUm)}`;
}

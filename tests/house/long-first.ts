/**
 * The order in which test files begin: those that wait for many seconds first, so that the others run beside them and no
 * run ends with one file alone. It changes no test and leaves none out.
 */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Longest first. A name that is not there any more costs nothing; a new long file belongs here. */
const LONG = ['kill-nine-loses-nothing', 'a-whole-run', 'every-lever-has-its-answer', 'a-stop-is-judged-in-two-taps', 'nothing-is-said-outside-the-tables', 'board-in-chromium', 'from-the-rig-to-the-page', 'the-entrance',
  'generated-requests', 'who-may-do-what', 'a-quarter-of-every-look', 'texts-that-are-code'];

const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.includes(`/${name}.`));
  return place === -1 ? LONG.length : place;
};

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((left, right) => rank(left) - rank(right));
  }
}

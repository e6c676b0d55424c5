/** life-of-a-case.md of the help is, in each language, what the rules do: drawn by trying every act in every state. `npm test -- life-of-a-case -u` draws it anew. */
import { expect, test } from 'vitest';
import { CASE_ACT_NAMES, CASE_ACTS } from '../../server/contract/case-acts.ts';
import { PLACES, STAGES, TRANSFER_STATES, HOLD_STATES } from '../../server/contract/case-parts.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import { drawLives } from '../../server/domain/cases/diagram.ts';
import { exploreLives } from '../server/domain/cases/model/explore-lives.ts';
import { helpFile } from './help-files.ts';

const { seen } = exploreLives();

test.each(LANGUAGES.map((language) => ({ name: LANGUAGE_NAMES[language], language })))('the page in the help is drawn from the rules as they are: $name', async ({ language }) => {
  await expect(drawLives(seen, language)).toMatchFileSnapshot(`../../${helpFile('life-of-a-case.md', language)}`);
});

test('every state can be reached, and every act that changes a stage is drawn from each stage it is for', () => {
  const reached = new Set(seen.map(({ to }) => to));
  expect([...STAGES, ...PLACES, ...TRANSFER_STATES, ...HOLD_STATES].filter((state) => !reached.has(state))).toEqual([]);
  for (const name of CASE_ACT_NAMES) {
    const drawn = seen.filter(({ life, by }) => life === 'case' && by === name).flatMap(({ from }) => from ?? []);
    const { stages } = CASE_ACTS[name];
    if (stages !== 'new' && drawn.length > 0 && name !== 'acknowledge-brief') expect([...new Set(drawn)].toSorted(), name).toEqual([...stages].toSorted());
  }
});

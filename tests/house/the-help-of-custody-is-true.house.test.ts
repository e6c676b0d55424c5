/** custody.md of the help tells the truth in each language: its commands by hand are those that an export brings, its words those of verify, its own commands are there. */
import { expect, test } from 'vitest';
import { CHAIN_FAULTS_ES, custodySpanish } from '../../server/contract/es/words-of-custody.ts';
import { CHAIN_FAULTS_FI, custodyFinnish } from '../../server/contract/fi/words-of-custody.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import { CHAIN_FAULTS_EN, custodyEnglish } from '../../server/contract/words-of-custody.ts';
import { CHECK_COMMANDS } from '../../server/domain/custody/export-files.ts';
import { helpFile } from './help-files.ts';
import { read } from './sources.ts';

const WORDS = {
  en: { faults: CHAIN_FAULTS_EN, says: custodyEnglish }, es: { faults: CHAIN_FAULTS_ES, says: custodySpanish }, fi: { faults: CHAIN_FAULTS_FI, says: custodyFinnish },
};
const EACH = LANGUAGES.map((language) => ({ name: LANGUAGE_NAMES[language], help: read(helpFile('custody.md', language)), ...WORDS[language] }));

test.each(EACH)('the commands by hand are those that stand in every export: $name', ({ help }) => {
  expect(help).toContain(`\`\`\`sh\n${CHECK_COMMANDS}\n\`\`\``);
});

test.each(EACH)('every fault is explained in the words of verify: $name', ({ help, faults, says }) => {
  const explained = [...help.matchAll(/^\| (.+?) \| .{10,} \|$/gm)].map(([, words]) => words ?? '');
  expect(Object.values(faults).filter((words) => !explained.some((said) => words.startsWith(said)))).toEqual([]);
  const loud = explained.filter((said) => /^\p{Lu}{3}/u.test(said) || /^\p{Lu}+ \p{Lu}+/u.test(said));
  expect(loud.map((said) => [says.knowsMore('', 1, 1), says.knowsOther('', 1)].some((words) => words.startsWith(said)))).toEqual([true, true]);
});

test.each(EACH)('every command and flag that it names is there: $name', ({ help }) => {
  const code = read('server/command/more-commands.ts');
  const typed = [...help.matchAll(/npm run holdfast -- ([a-z]+)([^`#\n]*)/g)];
  expect(typed.length).toBeGreaterThan(5);
  expect(typed.filter(([, name = '']) => !code.includes(`command('${name} `)).map(([whole]) => whole)).toEqual([]);
  expect(typed.flatMap(([, , rest = '']) => rest.match(/--[a-z-]+/g) ?? []).filter((flag) => !code.includes(`'${flag} `))).toEqual([]);
});

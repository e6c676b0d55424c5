/** web/help/custody.md tells the truth: its commands by hand are those that an export brings, its words those of verify, its own commands are there. */
import { expect, test } from 'vitest';
import { CHAIN_FAULTS_EN, custodyEnglish } from '../../server/contract/words-of-custody.ts';
import { CHECK_COMMANDS } from '../../server/domain/custody/export-files.ts';
import { read } from './sources.ts';

const help = read('web/help/custody.md');

test('the commands by hand are those that stand in every export', () => {
  expect(help).toContain(`\`\`\`sh\n${CHECK_COMMANDS}\n\`\`\``);
});

test('every fault is explained in the words of verify', () => {
  const explained = [...help.matchAll(/^\| (.+?) \| .{10,} \|$/gm)].map(([, words]) => words ?? '');
  expect(Object.values(CHAIN_FAULTS_EN).filter((words) => !explained.some((said) => words.startsWith(said)))).toEqual([]);
  expect(explained.filter((said) => said.startsWith('THE PAPER')).map((said) => [custodyEnglish.knowsMore('', 1, 1), custodyEnglish.knowsOther('', 1)].some((words) => words.startsWith(said)))).toEqual([true, true]);
});

test('every command and flag that it names is there', () => {
  const code = read('server/command/more-commands.ts');
  const typed = [...help.matchAll(/npm run holdfast -- ([a-z]+)([^`#\n]*)/g)];
  expect(typed.length).toBeGreaterThan(5);
  expect(typed.filter(([, name = '']) => !code.includes(`command('${name} `)).map(([whole]) => whole)).toEqual([]);
  expect(typed.flatMap(([, , rest = '']) => rest.match(/--[a-z-]+/g) ?? []).filter((flag) => !code.includes(`'${flag} `))).toEqual([]);
});

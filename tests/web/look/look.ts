/**
 * `npm run look`: judges every page in every theme, width and language; with `--turn N` a quarter of it, with `--sheet DIR` it takes the
 * pictures that a person judges, with `--only WORD` the pages whose name holds it. It ends with 1 when something is wrong.
 */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../../chromium.ts';
import { judgeAll } from './judge.ts';
import { SPOKEN, axeIn, languageIn } from './matrix.ts';
import { PLACES } from './places.ts';
import { takeSheet } from './sheet.ts';

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { turn: { type: 'string' }, sheet: { type: 'string' }, only: { type: 'string' } } });
  const places = PLACES.map((place, index) => ({ place, index })).filter(({ place }) => place.name.includes(values.only ?? ''));
  const browser = await chromium.launch(await findChromium());
  try {
    if (values.sheet !== undefined) {
      for (const file of await takeSheet(browser, places.map(({ place }) => place), values.sheet)) say(file);
      return 0;
    }
    const turn = values.turn === undefined ? null : Number(values.turn);
    const found = await judgeAll(browser, places.flatMap(({ place, index }) =>
      (turn === null ? SPOKEN : [languageIn(turn, index)]).map((language) => ({ place, language, axe: turn === null ? 'all' as const : axeIn(turn, index) }))), say);
    say(`${String(places.length)} pages, ${String(found.length)} findings`);
    return found.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

process.exitCode = await main();

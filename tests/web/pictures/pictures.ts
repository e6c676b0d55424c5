/** `npm run pictures`: compares the key views with the kept pictures; with `--renew` keeps them anew, and the name of the browser that took them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../../chromium.ts';
import { KEPT, TAKEN_WITH, judgeView } from './compare.ts';
import { VIEWS, take } from './views.ts';

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { renew: { type: 'boolean', default: false } } });
  const browser = await chromium.launch(await findChromium());
  try {
    if (values.renew) {
      await mkdir(KEPT, { recursive: true });
      for (const view of VIEWS) {
        const png = await take(browser, view);
        await writeFile(join(KEPT, `${view.name}.png`), png);
        say(`${view.name}: ${String(Math.round(png.length / 1024))} KB`);
      }
      await writeFile(TAKEN_WITH, `${browser.version()}\n`);
      return 0;
    }
    const found: string[] = [];
    for (const view of VIEWS) {
      const offence = await judgeView(browser, view);
      if (offence !== null) found.push(offence);
    }
    found.forEach(say);
    say(`${String(VIEWS.length)} views, ${String(found.length)} look different`);
    return found.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

process.exitCode = await main();

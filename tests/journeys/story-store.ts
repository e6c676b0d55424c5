/**
 * A whole store for one story: two benches, a mail server, a door to the outside, and a browser for each person. What each of them sees is
 * kept as a picture, numbered as it happened. It knows how a page is used and nothing of what must come out.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { BenchBox } from '../bench-in-a-box.ts';
import { browseOutside } from '../server/outside/browse.ts';
import { URL_OUTSIDE } from '../server/outside/visitor.ts';
import { deadPort, playSmtp } from '../smtp-server.ts';
import type { PlayedSmtp } from '../smtp-server.ts';
import { DIST } from '../web/played-server.ts';
import { signOn } from '../web/sign-on-screen.ts';

export interface StoryStore {
  readonly box: BenchBox;
  readonly smtp: PlayedSmtp;
  signedIn(user: string, path: string): Promise<Page>;
  /** The page behind a link, outside. */
  outside(url: string): Promise<Page>;
  /** A picture of the whole page, under the next number. */
  shot(page: Page, name: string): Promise<void>;
}

export async function openStore(context: () => Promise<BrowserContext>): Promise<StoryStore> {
  const shots = mkdtempSync(join(tmpdir(), 'holdfast-story-'));
  const smtp = await playSmtp();
  const listenPort = await deadPort();
  const box = await BenchBox.start({
    rigs: 2, speed: 8, web: DIST,
    config: `server:
  public:
    url: ${URL_OUTSIDE}
    listen: 127.0.0.1:${String(listenPort)}
  mail:
    host: 127.0.0.1
    port: ${String(smtp.port)}
    security: none
    from:
      name: Corner store
      address: store@example.org
`,
  });
  onTestFinished(async () => {
    await box.end();
    process.stdout.write(`Pictures of the story: ${shots}\n`);
  });
  let count = 0;
  return {
    box, smtp,
    async signedIn(user, path) {
      const page = await (await context()).newPage();
      await page.goto(`${box.url}${path}`);
      await page.getByLabel('User name').fill(user);
      await page.getByLabel('Password', { exact: true }).fill(box.demo.password);
      await page.keyboard.press('Enter');
      await page.locator('hf-session-chip').waitFor();
      return page;
    },
    async outside(url) {
      return (await browseOutside(await context(), { publicListenUrl: `http://127.0.0.1:${String(listenPort)}` }, url.slice(URL_OUTSIDE.length))).page;
    },
    async shot(page, name) {
      count += 1;
      await page.screenshot({ path: join(shots, `${String(count).padStart(2, '0')}-${name}.png`), fullPage: true });
    },
  };
}

export const press = (page: Page, name: string | RegExp, within = 'hf-app'): Promise<void> => page.locator(within).getByRole('button', { name, exact: typeof name === 'string' }).first().click();
export const closed = (page: Page): Promise<void> => page.locator('dialog[open]').waitFor({ state: 'hidden' });

/** One side of a handover signs on the screen. */
export async function sign(page: Page, button: string, name: string): Promise<void> {
  await press(page, button);
  await page.locator('hf-sign-sheet').getByLabel('Name of whoever signs').fill(name);
  await signOn(page, 'hf-sign-sheet hf-signature');
  await press(page, 'Sign', 'hf-sign-sheet');
  await closed(page);
}

/** Text of a mail as a person reads it: the soft line ends of its transport taken out. */
export const readable = (raw: string): string => raw.replaceAll(/=\r?\n/g, '');

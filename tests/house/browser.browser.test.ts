/** The two ways to a browser, each really started: the one this machine offers and the one that came with the packages. */
import { chromium } from 'playwright-core';
import { afterEach, expect, test, vi } from 'vitest';
import { findChromium } from '../chromium.ts';

afterEach(() => { vi.unstubAllEnvs(); });

async function titleFrom(found: Awaited<ReturnType<typeof findChromium>>): Promise<string> {
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args, env: found.env });
  try {
    const context = await browser.newContext({ locale: 'en-US' });
    const page = await context.newPage();
    await page.setContent('<title>bench</title><p>one page</p>');
    await page.close();
    const second = await context.newPage();
    await second.setContent('<title>bench 2</title>');
    return await second.title();
  } finally {
    await browser.close();
  }
}

test('a browser is found here and shows two pages, one after the other', async () => {
  expect(await titleFrom(await findChromium())).toBe('bench 2');
});

test('the browser that came with the packages starts too, or says why it cannot', async () => {
  vi.stubEnv('HOLDFAST_CHROMIUM', 'packaged');
  // The package carries a binary for x64 only; elsewhere an installed browser is needed, and the test above insists on one.
  if (process.arch === 'x64') expect(await titleFrom(await findChromium())).toBe('bench 2');
  else await expect(findChromium()).rejects.toThrow(/No browser starts here/);
}, 90_000);

test('a browser that is named and does not start is refused by its name', async () => {
  vi.stubEnv('HOLDFAST_CHROMIUM', '/nowhere/chromium');
  await expect(findChromium()).rejects.toThrow(/HOLDFAST_CHROMIUM names \/nowhere\/chromium, which does not start/);
});

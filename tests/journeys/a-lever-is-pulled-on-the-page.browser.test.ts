/** The levers of the virtual rigs on their page, with real processes behind: a phone is bent during a restore, and the receipt stands on the page. */
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { BenchBox } from '../bench-in-a-box.ts';
import { findChromium } from '../chromium.ts';
import { expectSound } from '../web/browser-page.ts';
import { enterByLink } from '../web/signed-in-page.ts';

test('what a lever will do stands beside it, one press does it, and the guard answers on the same page', async () => {
  const box = await BenchBox.start({ rigs: 2, speed: 2, web: resolve(import.meta.dirname, '../../web/dist') });
  onTestFinished(() => box.end());
  const browser = await chromium.launch(await findChromium());
  onTestFinished(() => browser.close());
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await enterByLink(context, box.demo.link);
  await page.goto(`${box.url}/levers`);
  await page.getByText('Stops a running restore: the frame is bent.').waitFor();
  await expectSound(page, 'the levers');
  await box.permitted('bench-1');
  await page.getByRole('button', { name: 'Bend by 0.9 mm' }).click();
  await page.getByText('Done: Bend by 0.9 mm.').waitFor();
  await page.locator('hf-levers').getByText('Stopped: device frame bent').waitFor();
  expect((await box.seen('the stop confirmed', (one) => one.trip?.receipt.state === 'confirmed')).trip?.causes[0]?.code).toBe('device-frame-bent');
  await page.getByRole('radio', { name: 'Bench 2' }).check();
  await page.getByRole('button', { name: 'Press the E-stop' }).click();
  await page.getByText('Done: Press the E-stop.').waitFor();
  await box.seen('the E-stop of bench 2', (one) => one.permissives.some(({ ok }) => !ok), 10_000, 'bench-2');
});

/** The pages for customers, partners and agents in a real browser under their own rules: no barrier, nothing runs out, a hostile text is text, and a partner signs by hand. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookReplySchema } from '../../../server/contract/case-looks.ts';
import { expectSound, useBrowser } from '../../web/browser-page.ts';
import { browseOutside } from './browse.ts';
import type { Browsing } from './browse.ts';
import { outsideBench } from './outside-bench.ts';
import type { OutsideBench } from './outside-bench.ts';

const { context } = useBrowser();
const EVIL = `<script>window.ran=1</script><img src=x onerror="window.ran=1">${'W'.repeat(120)} \u05E9\u05DC\u05D5\u05DD \u{1F469}\u200D\u{1F469}\u200D\u{1F467}`;

const browse = async (bench: OutsideBench, path: string): Promise<Browsing> => browseOutside(await context(), bench.server, path);
const ran = (page: Page): Promise<unknown> => page.evaluate('window.ran');

test('the page of a customer has no barrier at 360 px and beyond, and what somebody wrote into it is text', async () => {
  const bench = await outsideBench();
  const { page, elsewhere } = await browse(bench, bench.customer);
  await page.locator('textarea[name=words]').fill(EVIL);
  await page.locator(`form[action="${bench.customer}/message"] button`).click();
  await page.getByText('window.ran=1').first().waitFor();
  await expectSound(page, 'customer');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  expect([await ran(page), elsewhere]).toEqual([undefined, []]);
});

test('a partner comes in by the PIN, signs with a finger, and the case has the strokes', async () => {
  const bench = await outsideBench();
  const { page, elsewhere } = await browse(bench, bench.partner);
  await expectSound(page, 'partner before the PIN');
  await page.locator('input[name=pin]').fill(bench.pin);
  await page.locator(`form[action="${bench.partner}/enter"] button`).click();
  await page.getByText('S-00417').first().waitFor();
  await expectSound(page, 'partner');
  const form = page.locator(`form[action="${bench.partner}/sign"]`);
  await form.locator('input[name=name]').fill('Ben Taker');
  await form.locator('select[name=seal]').selectOption('yes');
  const canvas = form.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('there is no field to sign in');
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  for (const step of [1, 2, 3, 4]) await page.mouse.move(box.x + 20 + step * 40, box.y + box.height / 2 + (step % 2 === 0 ? 12 : -12), { steps: 4 });
  await page.mouse.up();
  await form.locator('button:not([type=button])').last().click();
  await expect.poll(async () => (await bench.view()).case.transfers[1]?.state).toBe('taken');
  const row = (await bench.view()).case.transfers[1]?.taken?.row?.row;
  const { signatures } = lookReplySchema.parse((await bench.manager.post(`/api/cases/${bench.code}/look`, { what: 'signature', why: 'Was it signed' })).body);
  const strokes = signatures.find((one) => one.row === row)?.signature.strokes ?? [];
  expect([strokes.length, (strokes[0]?.length ?? 0) > 3, elsewhere]).toEqual([1, true, []]);
});

test('an agent signs in, files a brief and sees it; hostile texts stay texts', async () => {
  const bench = await outsideBench();
  const { page } = await browse(bench, '/agent');
  await expectSound(page, 'agent before signing in');
  await page.locator('input[name=user]').fill('demo-support');
  await page.locator('input[name=password]').fill(bench.server.password);
  await page.locator('form button').first().click();
  await page.locator('input[name=name]').waitFor();
  await expectSound(page, 'agent');
  await page.locator('input[name=name]').fill(`Customer ${EVIL}`.slice(0, 200));
  await page.locator('textarea[name=matters]').fill(EVIL);
  await page.locator('input[name=own-name]').fill('Agent');
  await page.locator('form[action="/agent/brief"] button').last().click();
  await page.locator('[role=status]').waitFor();
  expect(await ran(page)).toBeUndefined();
  await expectSound(page, 'agent with a brief');
});

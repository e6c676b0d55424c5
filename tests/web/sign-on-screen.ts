/** Signs in a field of a page as a hand does: down, a curve, up. */
import type { Page } from 'playwright-core';

export async function signOn(page: Page, field: string): Promise<void> {
  const canvas = page.locator(`${field} canvas`).first();
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error(`no field to sign: ${field}`);
  const { x, y, width, height } = box;
  await page.mouse.move(x + width * 0.2, y + height * 0.6);
  await page.mouse.down();
  for (const part of [0.3, 0.45, 0.6, 0.75]) await page.mouse.move(x + width * part, y + height * (part > 0.5 ? 0.3 : 0.7), { steps: 4 });
  await page.mouse.up();
}

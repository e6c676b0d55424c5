/** A translator of a browser turns words into others; the names of people, benches and partners, models, codes and serial numbers stay as they are. */
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../chromium.ts';
import { openPlace } from './look/judge.ts';
import { PLACES } from './look/places.ts';

let browser: Browser | null = null;
beforeAll(async () => { browser = await chromium.launch(await findChromium()); });
afterAll(() => browser?.close());

/** Text that is a name or a number as a whole; inside a sentence it belongs to the sentence. */
const EXACT = /^(Ada Byron|Grace Murray|Harbour Data Lab|Frame & Glass|Bench PC 1|Store 014|Holdfast|Bench \d+|iPhone \d+|Pixel \d+|Galaxy S23|F2LXK1ABC9|DNPX1234|356938035643809|P-[0-9A-Z]{6}|[0-9A-Z]{12})$/;

const TRANSLATED = `((source) => {
  const exact = new RegExp(source);
  const found = [];
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const isKept = (node) => { for (let at = node.parentElement ?? node.getRootNode().host; at !== null && at !== undefined; at = up(at)) { const said = at.getAttribute('translate'); if (said !== null) return said === 'no'; } return false; };
  const visit = (root) => {
    for (const node of root.childNodes) {
      if (node.nodeType === 3) { if (exact.test(node.data.trim()) && !isKept(node)) found.push(node.data.trim() + ' in ' + (node.getRootNode().host?.localName ?? '') + ' ' + node.parentElement?.localName); }
      else if (node.nodeType === 1 && !node.matches('style, script, option')) { if (node.shadowRoot) visit(node.shadowRoot); visit(node); }
    }
  };
  visit(document);
  return [...new Set(found)];
})(${JSON.stringify(EXACT.source)})`;

test.each(['board', 'bench running', 'bench stopped', 'cases', 'case held', 'partners', 'people', 'machines', 'audit', 'me'])('%s', async (name) => {
  const place = PLACES.find((one) => one.name === name);
  if (browser === null || place === undefined) throw new Error(`no page of this name: ${name}`);
  const { page, close } = await openPlace(browser, place, 'en');
  try {
    await page.locator('hf-header [translate="no"]', { hasText: 'Holdfast' }).waitFor();
    expect(await page.evaluate<readonly string[]>(TRANSLATED)).toEqual([]);
  } finally {
    await close();
  }
});

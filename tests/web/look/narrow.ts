/**
 * What a page loses when it is enlarged: everything that can be read or pressed at a desk must still be there at 200 % and at 320 px.
 * Digits do not count, ages grow while one looks. Text of a program for the page: the tests know no document.
 */
import type { Page } from 'playwright-core';

const HEIGHT = 900;
/** A desk of 1280 px at 100 %, at 200 %, at 400 %. */
const DESK = 1280;
const ENLARGED = [640, 320] as const;

/** Half of a window that is 256 px high stays for the page. */
const LAYERS_MAX = 0.5;
const LOWEST = { width: 320, height: 256 };

/** Said again elsewhere: each tile says the word of its shape, the computer has a clock of its own, a press of the person's mark opens the name. */
const MAY_GO = 'hf-counts, hf-header time, hf-header .rigs, hf-session-chip .name';

const SHOWN = `((MAY_GO) => {
  const shown = new Set();
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const rules = MAY_GO.split(', ').map((rule) => rule.split(' '));
  const isOne = (one, [host, own]) => (own === undefined ? one.localName === host : one.getRootNode().host?.localName === host && one.matches(own));
  const mayGo = (one) => { for (let at = one; at !== null; at = up(at)) { if (rules.some((rule) => isOne(at, rule))) return true; } return false; };
  const isSeen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().height > 1;
  const plain = (text) => text.replace(/\\d+([.,:]\\d+)*/g, '#').replace(/\\s+/g, ' ').trim();
  const visit = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot !== null) visit(one.shadowRoot);
      if (one.matches('script, style, title, noscript, noscript *, option') || one.closest('svg') !== null || !isSeen(one) || mayGo(one)) continue;
      if (one.matches('button, a[href], input, select, textarea, summary')) {
        const name = plain(one.getAttribute('aria-label') ?? (one.innerText || one.closest('label')?.innerText || one.name || ''));
        if (name !== '') shown.add('to press: ' + name);
      }
      for (const node of one.childNodes) { if (node.nodeType === 3 && plain(node.data).replace('#', '').length > 1) shown.add('to read: ' + plain(node.data)); }
    }
  };
  visit(document);
  return [...shown];
})(${JSON.stringify(MAY_GO)})`;

const shownOn = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(SHOWN);

/** How much of the window lies under what does not move with the page. */
const LAYERS = `(() => {
  let covered = 0;
  const visit = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot !== null) visit(one.shadowRoot);
      const { position } = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      if (['fixed', 'sticky'].includes(position) && one.checkVisibility() && box.width > innerWidth / 2) covered += Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
    }
  };
  visit(document);
  return covered / innerHeight;
})()`;

async function widen(page: Page, width: number, height = HEIGHT): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

export async function lostWhenEnlarged(page: Page): Promise<readonly string[]> {
  await widen(page, DESK);
  const atDesk = await shownOn(page);
  const gone: (readonly [one: string, width: number])[] = [];
  for (const width of ENLARGED) {
    await widen(page, width);
    const left = new Set(await shownOn(page));
    gone.push(...atDesk.filter((one) => !left.has(one)).map((one) => [one, width] as const));
  }
  // A page lives: what has gone at a desk too meanwhile, such as a value that has become old, was not lost by its width.
  await widen(page, DESK);
  const still = new Set(await shownOn(page));
  const lost = gone.filter(([one]) => still.has(one)).map(([one, width]) => `lost at ${String((DESK / width) * 100)} %: ${one}`);
  await widen(page, LOWEST.width, LOWEST.height);
  const covered = await page.evaluate<number>(LAYERS);
  return covered <= LAYERS_MAX ? lost : [...lost, `${String(Math.round(covered * 100))} % of a low window lies under what does not move`];
}

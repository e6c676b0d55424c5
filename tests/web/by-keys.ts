/**
 * A person without a mouse: goes through a page by Tab and presses, and after each key looks where the focus is. A focus that fell back
 * to the page, that nobody sees, or that lies under something else is an offence.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Focus {
  /** Null: on nothing, which is the page itself. */
  readonly name: string | null;
  readonly hasOutline: boolean;
  readonly isInSight: boolean;
}

const FOCUS = `(() => {
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (one === null || one === document.body || one === document.documentElement) return { name: null, hasOutline: false, isInSight: false };
  const shown = one.matches('input') && getComputedStyle(one).opacity === '0' ? one.closest('label') ?? one : one;
  const isDrawn = (each) => { const style = getComputedStyle(each); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; };
  const box = shown.getBoundingClientRect();
  const over = (x, y) => { let top = document.elementFromPoint(x, y); while (top?.shadowRoot) { const inner = top.shadowRoot.elementFromPoint(x, y); if (inner === null || inner === top) break; top = inner; } return top; };
  const isWithin = (inner, outer) => { for (let at = inner; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) if (at === outer) return true; return false; };
  const isPartOf = (top) => isWithin(top, shown) || isWithin(shown, top);
  const middle = [Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 1), innerHeight - 1)];
  const label = one.labels?.[0]?.innerText ?? '';
  return {
    name: (one.getAttribute('aria-label') ?? (one.matches('input, textarea, select') ? label : one.innerText ?? '')).replace(/\\s+/g, ' ').trim().slice(0, 80) || one.localName,
    hasOutline: isDrawn(shown) || isDrawn(one), isInSight: box.bottom > 0 && box.top < innerHeight && isPartOf(over(middle[0], middle[1])),
  };
})()`;

export const focusOf = (page: Page): Promise<Focus> => page.evaluate<Focus>(FOCUS);

/** Where the keyboard is after something happened: somewhere, seen, and not under something else. */
export async function expectFocus(page: Page, after: string): Promise<void> {
  await expect.poll(async () => ({ after, ...await focusOf(page) })).toEqual({ after, name: expect.any(String) as string, hasOutline: true, isInSight: true });
}

const TABS_MAX = 120;

/** By Tab alone, from where the keyboard is; each stop on the way is looked at. Past the end of the page it begins anew, once. */
export async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  const isWanted = (name: string): boolean => (typeof wanted === 'string' ? name === wanted : wanted.test(name));
  const way: string[] = [];
  let ends = 0;
  for (let tabs = 0; tabs < TABS_MAX && ends < 2; tabs += 1) {
    await page.keyboard.press('Tab');
    const { name, hasOutline, isInSight } = await focusOf(page);
    if (name === null) {
      ends += 1;
      continue;
    }
    expect({ at: name, hasOutline, isInSight }).toEqual({ at: name, hasOutline: true, isInSight: true });
    if (isWanted(name)) return;
    way.push(name);
  }
  throw new Error(`Tab does not lead to ${String(wanted)}. It led to: ${way.join(' | ')}`);
}

/** A press of a key, and where it left the focus. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await expectFocus(page, key);
}

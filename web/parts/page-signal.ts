/**
 * Tells the state of the benches where the page itself is not seen: in the tab's title and icon. Sets them only when
 * they change.
 */
import { TAB_INK, TAB_MARKS } from '../look/tab-marks.ts';
import type { Reading } from '../reading/voice.ts';
import { pageTitle } from '../words/sentences.ts';

let shown = '';

export function showOnTab(unseen: number, worst: Reading | null): void {
  const title = pageTitle(unseen, worst);
  if (document.title !== title) document.title = title;
  const glyph = worst === null ? undefined : TAB_MARKS[worst.voice];
  const count = unseen > 1 && worst?.voice !== 'not-confirmed' && worst?.voice !== 'step-back' ? `<text x="16" y="26" font-family="sans-serif" font-weight="bold" font-size="22" text-anchor="middle" fill="${TAB_INK}">${unseen}</text>` : '';
  const href = glyph === undefined
    ? '/favicon.svg'
    : `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${glyph}${count}</svg>`)}`;
  if (href === shown) return;
  shown = href;
  document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.setAttribute('href', href);
}

/**
 * Tells the state of the benches where the page itself is not seen: in the tab's title and icon. Sets them only when
 * they change.
 */
import { TAB_INK, TAB_MARKS } from '../look/tab-marks.ts';
import type { Reading } from '../reading/voice.ts';
import { pageTitle } from '../words/sentences.ts';

/** How many ring, over the shape of the worst; a call to a person has its mark beside it. */
function badge(unseen: number, worst: Reading): string {
  const text = `${unseen > 9 ? '9+' : unseen}${worst.voice === 'step-back' || worst.voice === 'not-confirmed' ? '!' : ''}`;
  return `<text x="16" y="${worst.voice === 'too-late' ? 28 : 24}" font-family="sans-serif" font-weight="bold" font-size="${text.length > 1 ? 18 : 22}" text-anchor="middle" fill="${TAB_INK}">${text}</text>`;
}

let shown = '';

export function showOnTab(unseen: number, worst: Reading | null): void {
  const title = pageTitle(unseen, worst);
  if (document.title !== title) document.title = title;
  const glyph = worst === null ? undefined : TAB_MARKS[worst.voice];
  const href = glyph === undefined || worst === null
    ? '/favicon.svg'
    : `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${glyph}${badge(unseen, worst)}</svg>`)}`;
  if (href === shown) return;
  shown = href;
  document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.setAttribute('href', href);
}

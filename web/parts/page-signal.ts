/**
 * Tells the state of the benches where the page itself is not seen: in the tab's title and icon. Sets them only when
 * they change.
 */
import type { Reading, Voice } from '../reading/voice.ts';
import { pageTitle } from '../words/sentences.ts';

const GLYPHS: Readonly<Partial<Record<Voice, string>>> = {
  'step-back': '<path d="M10 0h12l10 10v12L22 32H10L0 22V10z" fill="#c13a16"/><path d="M16 6v13M16 23v4" stroke="#fff" stroke-width="5"/>',
  'not-confirmed': '<rect width="32" height="32" rx="4" fill="#c13a16"/><path d="M16 6v13M16 23v4" stroke="#fff" stroke-width="5"/>',
  stopped: '<rect width="32" height="32" rx="4" fill="#c13a16"/>',
  stopping: '<rect width="32" height="32" rx="4" fill="#c13a16"/>',
  locked: '<rect width="32" height="32" rx="4" fill="#c13a16"/>',
  'too-late': '<path d="M16 1 32 31H0z" fill="#8a55bd"/>',
};

let shown = '';

export function showOnTab(unseen: number, worst: Reading | null): void {
  const title = pageTitle(unseen, worst);
  if (document.title !== title) document.title = title;
  const glyph = worst === null ? undefined : GLYPHS[worst.voice];
  const count = unseen > 1 && worst?.voice !== 'not-confirmed' && worst?.voice !== 'step-back' ? `<text x="16" y="26" font-family="sans-serif" font-weight="bold" font-size="22" text-anchor="middle" fill="#fff">${unseen}</text>` : '';
  const href = glyph === undefined
    ? '/favicon.svg'
    : `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${glyph}${count}</svg>`)}`;
  if (href === shown) return;
  shown = href;
  document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.setAttribute('href', href);
}

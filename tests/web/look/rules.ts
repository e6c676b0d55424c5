/**
 * What must hold on every page whatever its width, theme or language, told by the page itself: nothing runs out, nothing that can be
 * pressed is small or covers another, no text is cut. Text of a program for the page: the tests know no document.
 */
import type { Page } from 'playwright-core';

/** px, from the design: a gloved hand; the stop is bigger. */
const TARGET = 48;
const STOP = 72;

const LOOK = `((TARGET, STOP) => {
  const found = [];
  const all = [];
  const visit = (root) => { for (const one of root.querySelectorAll('*')) { all.push(one); if (one.shadowRoot !== null) visit(one.shadowRoot); } };
  visit(document);
  const up = (one) => one.assignedSlot ?? one.parentElement ?? one.getRootNode().host ?? null;
  const nameOf = (one) => {
    const host = one.getRootNode().host;
    const said = (one.getAttribute('aria-label') ?? one.innerText ?? one.textContent ?? '').replace(/\\s+/g, ' ').trim().slice(0, 40);
    return (host === undefined ? '' : host.localName + ' ') + one.localName + (typeof one.className === 'string' && one.className !== '' ? '.' + one.className.trim().split(/\\s+/).join('.') : '') + (said === '' ? '' : ' "' + said + '"');
  };
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) {
    const widest = all.filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1).slice(-3);
    found.push('runs out of the page by ' + (page.scrollWidth - page.clientWidth) + ' px: ' + widest.map(nameOf).join(' | '));
  }
  const isSeen = (one) => one.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().height > 1;
  const styleOf = (one) => getComputedStyle(one);
  /** What is fixed or sticks lies over the rest on purpose. */
  const layerOf = (one) => { for (let at = one; at !== null; at = up(at)) { if (['fixed', 'sticky'].includes(styleOf(at).position)) return at; } return page; };
  const isInText = (one) => styleOf(one).display === 'inline';
  const pressed = all.filter((one) => one.matches('button, a[href], input, select, textarea, summary, [role=button]') && isSeen(one));
  const boxOf = (one) => (one.matches('input') && styleOf(one).opacity === '0' || one.matches('[type=checkbox], [type=radio]') ? one.closest('label') ?? one : one).getBoundingClientRect();
  for (const one of pressed) {
    if (isInText(one)) continue;
    const { width, height } = boxOf(one);
    const host = one.getRootNode().host;
    const least = host !== undefined && host.localName === 'hf-stop' && one.matches('.big') ? STOP : TARGET;
    if (height < least - 0.5 || width < TARGET - 0.5) found.push('small (' + Math.round(width) + ' × ' + Math.round(height) + '): ' + nameOf(one));
  }
  const isWithin = (one, other) => { for (let at = one; at !== null; at = up(at)) { if (at === other) return true; } return false; };
  for (let i = 0; i < pressed.length; i += 1) {
    for (let j = i + 1; j < pressed.length; j += 1) {
      const [one, other] = [pressed[i], pressed[j]];
      const [a, b] = [boxOf(one), boxOf(other)];
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) <= 2 || Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) <= 2) continue;
      if (a.left === b.left && a.top === b.top && a.right === b.right && a.bottom === b.bottom) continue;
      if (isWithin(one, other) || isWithin(other, one) || layerOf(one) !== layerOf(other)) continue;
      found.push('covers another: ' + nameOf(one) + ' and ' + nameOf(other));
    }
  }
  const isFullNameElsewhere = (one) => { for (let at = one; at !== null; at = up(at)) { if (at.hasAttribute('aria-label') || at.hasAttribute('title')) return at.matches('button, a, [title]'); } return false; };
  const range = document.createRange();
  for (const one of all) {
    const own = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (own.length === 0 || one.matches('script, style, option, title, noscript, noscript *') || !isSeen(one) || one.closest('svg') !== null) continue;
    const style = styleOf(one);
    if (style.overflowX !== 'visible' && !one.matches('input, textarea, select') && style.clipPath === 'none') {
      if (one.scrollWidth > one.clientWidth + 1 && style.display !== 'inline' && !isFullNameElsewhere(one) && !['auto', 'scroll'].includes(style.overflowX)) found.push('cut: ' + nameOf(one));
    }
    let box = one;
    for (let at = one; at !== null; at = up(at)) { if (at.matches('button, .button, section, article, dialog, header, nav, .chip, .tag, .panel')) { box = at; break; } box = at; }
    let isClipped = false;
    for (let at = one; at !== null; at = up(at)) { const s = styleOf(at); if (s.clipPath !== 'none' || ['auto', 'scroll'].includes(s.overflowX)) isClipped = true; if (at === box) break; }
    if (isClipped) continue;
    for (const node of own) {
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      const around = box.getBoundingClientRect();
      if (text.width > 1 && (text.right > around.right + 1.5 || text.left < around.left - 1.5)) { found.push('runs out of its box: ' + nameOf(one) + ' in ' + nameOf(box)); break; }
    }
  }
  return [...new Set(found)];
})(${String(TARGET)}, ${String(STOP)})`;

export const offencesOn = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(LOOK);

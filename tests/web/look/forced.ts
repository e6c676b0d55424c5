/**
 * What must hold where the computer paints everything in its own few colours: what can be pressed or filled has an edge, what is chosen
 * differs from what is not by more than a shade, and every mark stands out from the ground. Text of a program for the page.
 */
import type { Page } from 'playwright-core';

const LOOK = `(() => {
  const found = [];
  const all = [];
  const visit = (root) => { for (const one of root.querySelectorAll('*')) { all.push(one); if (one.shadowRoot !== null) visit(one.shadowRoot); } };
  visit(document);
  const nameOf = (one) => {
    const host = one.getRootNode().host;
    return (host === undefined ? '' : host.localName + ' ') + one.localName + ' "' + (one.getAttribute('aria-label') ?? one.innerText ?? one.textContent ?? '').replace(/\\s+/g, ' ').trim().slice(0, 40) + '"';
  };
  const isSeen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getBoundingClientRect().width > 1 && one.getBoundingClientRect().height > 1;
  const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const seenAs = (colour) => { paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); return [...paint.getImageData(0, 0, 1, 1).data]; };
  const light = ([r, g, b]) => { const [x, y, z] = [r, g, b].map((part) => { const v = part / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * x + 0.7152 * y + 0.0722 * z; };
  const ground = light(seenAs('Canvas'));
  const standsOut = (colour) => { const rgba = seenAs(colour); if (rgba[3] < 128) return false; const [a, b] = [light(rgba), ground].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05) >= 3; };
  const hasEdge = (style) => ['Top', 'Bottom'].every((side) =>
    style['border' + side + 'Style'] !== 'none' && parseFloat(style['border' + side + 'Width']) >= 1 && standsOut(style['border' + side + 'Color']))
    || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1);
  for (const one of all.filter((each) => each.matches('button, .button, input:not([type=checkbox], [type=radio], [type=range], [type=file]), select, textarea') && isSeen(each))) {
    if (!hasEdge(getComputedStyle(one))) found.push('no edge: ' + nameOf(one));
  }
  const drawn = (one) => {
    const [own, before] = [getComputedStyle(one), getComputedStyle(one, '::before')];
    return [own.outlineStyle, own.outlineWidth, own.borderTopStyle, own.borderTopWidth,
      own.borderBottomStyle, own.borderBottomWidth, own.borderLeftWidth, own.borderLeftStyle, own.textDecorationLine, before.content].join();
  };
  for (const one of all.filter((each) => each.matches('[aria-current]:not([aria-current=false]), [aria-pressed=true], [aria-selected=true]') && isSeen(each))) {
    const beside = [...one.getRootNode().querySelectorAll(one.localName)].filter((each) => each !== one && isSeen(each) && each.matches('[aria-current=false], [aria-pressed=false], [aria-selected=false]'));
    if (beside.some((each) => drawn(each) === drawn(one))) found.push('chosen, and not told from what is not: ' + nameOf(one));
  }
  for (const one of all.filter((each) => each.matches('label:has(input[type=radio]:checked), label:has(input[type=checkbox]:checked)') && isSeen(each))) {
    const input = one.querySelector('input');
    const beside = [...one.getRootNode().querySelectorAll('label:has(input:not(:checked))')].filter((each) => each.querySelector('input').type === input.type && isSeen(each));
    if (getComputedStyle(input).opacity === '0' && beside.some((each) => drawn(each) === drawn(one))) found.push('ticked, and not told from what is not: ' + nameOf(one));
  }
  for (const one of all.filter((each) => each.localName === 'svg' && isSeen(each) && each.closest('button, a') === null)) {
    const shapes = [...one.querySelectorAll('path, circle, rect, line, polyline, polygon, text')];
    const isDrawn = ({ fill, stroke }) => (fill !== 'none' && standsOut(fill)) || (stroke !== 'none' && standsOut(stroke));
    if (shapes.length > 0 && !shapes.some((shape) => isDrawn(getComputedStyle(shape)))) found.push('a mark that nobody sees: ' + nameOf(one) + ' ' + one.getAttribute('class'));
  }
  return [...new Set(found)];
})()`;

export const forcedOffencesOn = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(LOOK);

/** The page painted by the computer, judged, and as it was before. */
export async function judgeForced(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  try {
    return await forcedOffencesOn(page);
  } finally {
    await page.emulateMedia({ forcedColors: 'none' });
  }
}

/**
 * What moves: for whoever asked for less motion nothing, for everybody else nothing that flashes more than three times a second. It reads
 * the styles, so that a motion counts also in the moment in which it rests. Text of a program for the page.
 */
import type { Page } from 'playwright-core';

/** WCAG 2.3.1; one flash is a pair of changes. */
const FLASHES_PER_S_MAX = 3;

const MOVING = `((FLASHES_MAX) => {
  const found = [];
  const seconds = (list) => list.split(', ').map((one) => (one.endsWith('ms') ? parseFloat(one) / 1000 : parseFloat(one)));
  const isLess = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const visit = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot !== null) visit(one.shadowRoot);
      for (const part of [undefined, '::before', '::after']) {
        const style = getComputedStyle(one, part);
        const name = one.localName + (part ?? '') + (one.className && typeof one.className === 'string' ? '.' + one.className : '');
        if (isLess) {
          if (style.animationName !== 'none') found.push('moves: ' + name + ' ' + style.animationName);
          if (seconds(style.transitionDuration).some((each) => each > 0)) found.push('moves when it changes: ' + name);
        } else if (style.animationName !== 'none' && style.animationIterationCount !== '1' && seconds(style.animationDuration).some((each) => 1 / each > FLASHES_MAX)) found.push('flashes: ' + name);
      }
    }
    if (isLess) found.push(...root.getAnimations().map((each) => 'runs: ' + (each.animationName ?? each.transitionProperty ?? each.id)));
  };
  visit(document);
  return [...new Set(found)];
})(${String(FLASHES_PER_S_MAX)})`;

export const motionsOn = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(MOVING);

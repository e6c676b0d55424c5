/**
 * Every text that a person can read on a page, or hear from it: text nodes through all shadow roots, and the attributes that a screen
 * reader or a tip says. What is marked as not to be translated, or as being in a language of its own, is data (names, codes, raw lines,
 * terms) and is left out.
 */
import type { Page } from 'playwright-core';

/** Runs in the page, so it is text here: the tests know no document. */
const COLLECT = `(() => {
  const said = [];
  const DATA = '[translate=no], [lang], bdi, code, kbd, time, blockquote, script, style, noscript';
  const add = (element, text) => {
    const plain = text.replace(/\\s+/g, ' ').trim();
    if (plain === '') return;
    const host = element.getRootNode().host;
    said.push({ text: plain, where: (host === undefined ? '' : host.localName + ' ') + element.localName + (element.className && typeof element.className === 'string' ? '.' + element.className.trim().replace(/\\s+/g, '.') : '') });
  };
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) add(node instanceof ShadowRoot ? node.host : node, child.data);
      else if (child.nodeType === 1 && !child.matches(DATA)) look(child);
    }
  };
  const look = (element) => {
    for (const name of ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name);
      if (text !== null) add(element, text);
    }
    if (element.shadowRoot !== null) walk(element.shadowRoot);
    walk(element);
  };
  look(document.body);
  return said;
})()`;

export interface Said {
  readonly text: string;
  readonly where: string;
}

export const saidOn = (page: Page): Promise<readonly Said[]> => page.evaluate<readonly Said[]>(COLLECT);

/** What is left of a text when everything between the brackets of the pseudo language is taken out, however deep they lie. */
export function outsideBrackets(text: string): string {
  let depth = 0;
  let rest = '';
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    else if (letter === '⟧') depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return rest;
}

/** Signs of units are the same in every language; a day is written by the browser's own tables; the product keeps its name. */
const UNITS = /(?<=^|[\d\s\u202f])(ms|s|min|h|µm|mm|V|N|°C|%)(?=$|[\s.,;:)·])/gu;
const DAYS = /\b\d{1,2} (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\b/g;
const NAMES_OF_NUMBERS = /\b(Holdfast|IMEI|ECID|PIN)\b/g;

/** A word outside the brackets that no table has said and that the test itself did not make up. */
export function isUnspoken({ text }: Said, madeUp: readonly RegExp[]): boolean {
  const rest = madeUp.reduce((left, one) => left.replaceAll(one, ''), outsideBrackets(text));
  return /\p{L}{2,}/u.test(rest.replaceAll(NAMES_OF_NUMBERS, '').replaceAll(UNITS, '').replaceAll(DAYS, ''));
}

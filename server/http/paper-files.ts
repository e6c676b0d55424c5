/** GET /papers/…: the style sheets, the type and the one script of the papers. Nothing of a case stands in them, so anybody may have them. */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { FACES, LABEL_STYLE, PRINT_SCRIPT, SHEET_STYLE } from './papers/paper-style.ts';

const FILES = { 'sheet.css': [SHEET_STYLE, 'text/css'], 'label.css': [LABEL_STYLE, 'text/css'], 'print.js': [PRINT_SCRIPT, 'text/javascript'] } as const;

export const paperFileRoutes = (): Hono => {
  const routes = new Hono();
  for (const [name, [text, type]] of Object.entries(FILES)) routes.get(`/papers/${name}`, (context) => context.body(text, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=3600' }));
  for (const [name, place] of Object.entries(FACES)) {
    routes.get(`/papers/${name}`, async (context) => context.body(new Uint8Array(await readFile(new URL(import.meta.resolve(place)))), 200, { 'content-type': 'font/woff2', 'cache-control': 'max-age=86400' }));
  }
  return routes;
};

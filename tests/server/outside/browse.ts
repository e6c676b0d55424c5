/** A browser before the pages outside, as the store's reverse proxy serves them: it speaks to the public name, and the listener answers. */
import type { BrowserContext, Page, Route } from 'playwright-core';
import type { TestServer } from '../running-server.ts';
import { URL_OUTSIDE, Visitor } from './visitor.ts';

export interface Browsing {
  readonly page: Page;
  /** What the page asked of anybody else. */
  readonly elsewhere: string[];
}

/** The cookies stay with the visitor. */
export async function browseOutside(context: BrowserContext, server: Pick<TestServer, 'publicListenUrl'>, path: string): Promise<Browsing> {
  const visitor = new Visitor(server);
  const elsewhere: string[] = [];
  const page = await context.newPage();
  await page.route('**/*', async (route: Route) => {
    const asked = route.request();
    const url = new URL(asked.url());
    if (url.origin !== URL_OUTSIDE) elsewhere.push(url.href);
    const type = asked.headers()['content-type'];
    const shown = await visitor.ask(asked.method(), `${url.pathname}${url.search}`, asked.postData() ?? '', type === undefined ? {} : { 'content-type': type });
    const headers = Object.fromEntries(Object.entries(shown.headers).filter(([name]) => name !== 'set-cookie').map(([name, value]) => [name, String(value)]));
    // What is handed to the browser this way is not followed by it; a page that leads on is.
    if (shown.status === 303) await route.fulfill({ status: 200, contentType: 'text/html', body: `<!doctype html><html lang="en"><title>on</title><meta http-equiv="refresh" content="0;url=${headers['location'] ?? ''}">` });
    else await route.fulfill({ status: shown.status, headers, body: shown.bytes });
  });
  await page.goto(`${URL_OUTSIDE}${path}`);
  return { page, elsewhere };
}

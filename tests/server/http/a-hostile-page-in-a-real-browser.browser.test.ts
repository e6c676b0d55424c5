/**
 * A page of another site, and one of another port of the same machine, in a real browser: whatever it tries, nothing acts,
 * nothing loads, nothing can be read or framed. And the board itself, over TLS: no fault under its own policy.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../chromium.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';
import { madeAuthority, madeCertificate, written } from '../tls/made-certificates.ts';

const DIST = resolve(import.meta.dirname, '../../../web/dist');
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('web/dist is missing: build the web room first');
  const found = await findChromium();
  browser = await chromium.launch({ ...found, args: [...found.args, '--host-resolver-rules=MAP evil.example 127.0.0.1, MAP bench-pc.example 127.0.0.1'] });
});
afterAll(() => browser.close());

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-US', ignoreHTTPSErrors: true });
  onTestFinished(() => context.close());
  return context;
}

/** Everything that a page can send, load, connect to or embed; each says in the title what it got. */
const hostile = (target: string): string => `<!doctype html><title>hostile</title><body><iframe name="hole"></iframe>
<form id="form" method="post" action="${target}/api/benches/bench-1/stop" enctype="text/plain" target="hole"><input name='{"a":"' value='"}'></form>
<form id="coded" method="post" action="${target}/api/benches/bench-1/reset" target="hole"><input name="name" value="x"></form>
<script>
const got = {};
const stop = '${target}/api/benches/bench-1/stop';
const said = (name, promise) => promise.then((word) => { got[name] = word; }, () => { got[name] = 'failed'; });
const loads = (name, element, attribute, path) => said(name, new Promise((done) => {
  element.onload = () => done('loaded');
  element.onerror = () => done('failed');
  element[attribute] = '${target}' + path;
  document.body.append(element);
}));
const link = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
Promise.all([
  said('json', fetch(stop, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', credentials: 'include' }).then(() => 'read')),
  said('text', fetch(stop, { method: 'POST', mode: 'no-cors', body: '{}', credentials: 'include' }).then((answer) => answer.type)),
  said('beacon', Promise.resolve(navigator.sendBeacon(stop, '{}') ? 'sent' : 'failed')),
  said('read', fetch('${target}/api/benches').then(() => 'read')),
  said('socket', new Promise((done) => { const socket = new WebSocket('${target}'.replace('http', 'ws') + '/api/live'); socket.onopen = () => done('open'); socket.onerror = () => done('failed'); })),
  loads('image', new Image(), 'src', '/api/docs/favicon-32x32.png'),
  loads('script', document.createElement('script'), 'src', '/api/docs/begin.js'),
  loads('style', link, 'href', '/api/docs/swagger-ui.css'),
]).then(() => { document.getElementById('form').submit(); document.getElementById('coded').submit(); document.title = JSON.stringify(got); });
</script>
<iframe src="${target}/"></iframe><object data="${target}/"></object>`;

/** What the server answered, also where the browser keeps it from the page. */
async function statusesFrom(page: Page, url: string): Promise<readonly string[]> {
  const asked = new Map<string, string>();
  const answers: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith(url)) asked.set(requestId, `${request.method} ${new URL(request.url).pathname}`);
  });
  session.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
    const line = asked.get(requestId);
    if (line !== undefined) answers.push(`${line} ${statusCode}`);
  });
  await session.send('Network.enable');
  return answers;
}

test.each(['evil.example', '127.0.0.1'])('a page at another port of %s can do nothing', async (site) => {
  const server = await runServer({ webDir: DIST });
  const bridge = await openGreetedBridge(server);
  const evil = createServer((_request, answer) => answer.setHeader('content-type', 'text/html').end(hostile(server.url)));
  await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    evil.closeAllConnections();
    evil.close();
  });
  const address = evil.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const page = await (await newContext()).newPage();
  const answers = await statusesFrom(page, server.url);
  await page.goto(`http://${site}:${port}/`);
  await page.waitForFunction('document.title.startsWith("{")');
  const got = JSON.parse(await page.title()) as Record<string, string>;
  // What a page sends without asking to read the answer is sent; `failed` is what it gets all the same.
  expect(got).toEqual({ json: 'failed', text: 'failed', beacon: 'sent', read: 'failed', socket: 'failed', image: 'failed', script: 'failed', style: 'failed' });
  await until(() => answers.some((line) => line.startsWith('POST /api/benches/bench-1/reset')), 'the forms were sent');
  expect(answers.filter((line) => !/ (403|405)$/.test(line))).toEqual([]);
  const tried = ['OPTIONS /api/benches/bench-1/stop 405', 'POST /api/benches/bench-1/stop 403', 'GET /api/benches 403', 'GET /api/docs/begin.js 403', 'GET / 403'];
  expect(tried.filter((line) => !answers.includes(line))).toEqual([]);
  expect(page.frames().filter((frame) => frame.url().startsWith(server.url))).toEqual([]);
  expect(bridge.orders()).toEqual([]);
});

test('a link from another site leads to the board, and the board works under its own policy over TLS', async () => {
  const files = written(temporaryFolder(), madeCertificate(madeAuthority(Date.now()), Date.now()));
  const server = await runServer({ webDir: DIST, host: '0.0.0.0', tls: { files, names: [] } });
  const home = server.tlsUrl ?? '';
  const page = await (await newContext()).newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${home}/`) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  page.on('console', (message) => {
    if (/polic(y|ies)|refused|blocked|cross-origin/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  const answer = await page.goto(`${home}/`, { referer: 'http://evil.example/' });
  expect([answer?.status(), answer?.headers()['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
  await page.locator('h1, h2').first().waitFor();
  expect(await page.evaluate('isSecureContext')).toBe(true);
  expect(faults).toEqual([]);
});

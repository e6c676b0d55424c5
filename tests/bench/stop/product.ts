/** The product as a user starts it, on a rig's path and a fresh state folder, and what looks at it: pages that listen and one real browser. */
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';
import { findChromium } from '../../chromium.ts';
import { alsoEnd, endChild, forkEntry, nextMessage, outputLine, spawnNode } from './child.ts';
import { firstStaff, staffAgain, type Staff } from '../../signed-in.ts';
import type { FromFeedClients } from './feed-clients.ts';

export const BENCH = 'bench-1';
export const FEED_CLIENTS = 19;
const SETTLE_MS = 500;

export interface Product { readonly url: string; readonly child: ChildProcess; readonly staff: Staff }

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const door = createServer();
    door.once('error', failed);
    door.listen(0, '127.0.0.1', () => {
      const address = door.address();
      door.close(() => { found(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });
}

/** Stores that have their first people already. */
const known = new Set<string>();

/** `npm start -- --rig … --state … --port …`, without npm. */
export async function startProduct(rigPath: string, stateDir: string): Promise<Product> {
  const port = await freePort();
  const child = spawnNode([
    'server/command/bootstrap.mjs', 'start', '--rig', `${BENCH}=${rigPath}`, '--state', stateDir, '--port', String(port), '--store-name', 'Stop bench',
  ]);
  const line = await outputLine(child, known.has(stateDir) ? /Holdfast is at (http:\/\/\S+)/ : /Holdfast is at (http:\/\/\S+)[^]*?(http:\/\/\S+\/link#\S+)/);
  const [, url = '', link = ''] = line;
  const staff = known.has(stateDir) ? await staffAgain(url) : await firstStaff(url, link);
  known.add(stateDir);
  return { url, child, staff };
}

export const endProduct = ({ child }: Product): Promise<void> => endChild(child, 'SIGINT');

export interface Onlookers { readonly end: () => Promise<string> }

/** Resolves when every page has its snapshot and the browser shows the bench. */
export async function bringOnlookers({ url, staff }: Product): Promise<Onlookers> {
  const clients = forkEntry('feed-clients.ts', [`${url.replace('http', 'ws')}/api/live`, String(FEED_CLIENTS), staff.cookie]);
  await nextMessage<FromFeedClients, 'ready'>(clients, 'ready');
  const found = await findChromium();
  const browser = await chromium.launch({
    executablePath: found.executablePath, args: found.args, env: found.env, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
  });
  const forget = alsoEnd(() => browser.close());
  const page = await browser.newPage({ locale: 'en-US' });
  await page.context().addCookies(staff.cookie.split('; ').map((part) => ({ name: part.slice(0, part.indexOf('=')), value: part.slice(part.indexOf('=') + 1), url })));
  await page.goto(url);
  await page.locator('hf-tile').first().waitFor();
  await new Promise((resolve) => { setTimeout(resolve, SETTLE_MS); });
  return {
    end: async () => {
      const counted = nextMessage<FromFeedClients, 'counted'>(clients, 'counted');
      clients.send('count');
      const { least, open } = await counted;
      const shown = await page.locator('hf-tile').first().isVisible();
      await browser.close();
      forget();
      await endChild(clients, 'SIGTERM');
      return `${String(open)} feed clients heard at least ${String(least)} messages each; the board was ${shown ? 'shown' : 'NOT shown'} to the end`;
    },
  };
}

/**
 * `npm run bench:paint`: how long after the deciding frame is written to the wire the board shows the stop, in a real Chromium, beside
 * the floor of the same run: one change of the page itself until it is painted. It reports and never judges.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { alsoEnd, endAll, forkEntry, nextMessage } from './stop/child.ts';
import { BENCH, endProduct, startProduct } from './stop/product.ts';
import type { Product } from './stop/product.ts';
import type { FromRigEnd, ToRigEnd } from './stop/rig-end.ts';

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
/** A stop that the page shows later than this belongs to none (ms). */
const SHOWN_WITHIN_MS = 2_000;

/** In the page: when a tile begins to tell of a trip, and now and then a change of its own; each is noted once its frame was painted. */
const WATCH = `(() => {
  const noted = { painted: [], floor: [] };
  Object.assign(window, { noted });
  const nowMs = () => performance.timeOrigin + performance.now();
  const afterPaint = (then) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(null); });
  const tells = (article) => /^(stopp|not-confirmed|locked|step-back|too-late)/.test(article.className);
  const article = document.querySelector('hf-app').shadowRoot.querySelector('hf-board').shadowRoot.querySelector('hf-tile').shadowRoot.querySelector('article');
  let told = tells(article);
  new MutationObserver(() => {
    const is = tells(article);
    if (is && !told) afterPaint(() => noted.painted.push(nowMs()));
    told = is;
  }).observe(article, { attributes: true, attributeFilter: ['class'] });
  const own = document.createElement('div');
  own.textContent = '0';
  document.body.append(own);
  const change = () => {
    const atMs = nowMs();
    own.textContent = String(atMs);
    afterPaint(() => noted.floor.push(nowMs() - atMs));
    setTimeout(change, 180 + Math.random() * 40);
  };
  change();
})()`;

async function openBoard({ url, staff }: Product): Promise<Page> {
  const browser = await chromium.launch({ ...(await findChromium()), handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  alsoEnd(() => browser.close());
  const page = await browser.newPage({ locale: 'en-US' });
  await page.context().addCookies(staff.cookie.split('; ').map((part) => ({ name: part.slice(0, part.indexOf('=')), value: part.slice(part.indexOf('=') + 1), url })));
  await page.goto(url);
  await page.locator('hf-tile article').first().waitFor();
  await page.evaluate(WATCH);
  return page;
}

const rank = (sorted: readonly number[], share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;

function row(name: string, valuesMs: readonly number[]): string {
  const sorted = [...valuesMs].sort((a, b) => a - b);
  return `${name.padEnd(46)}${String(sorted.length).padStart(6)}${[rank(sorted, 0.5), rank(sorted, 0.99), sorted.at(-1) ?? NaN].map((ms) => ms.toFixed(1).padStart(10)).join('')}`;
}

/** Each deciding frame with the first change of the page after it. */
function pairs(decided: readonly number[], painted: readonly number[]): { readonly tookMs: readonly number[]; readonly unseen: number } {
  const tookMs = decided.flatMap((atMs, index) => {
    const shown = painted.find((one) => one >= atMs && one < (decided[index + 1] ?? Infinity));
    return shown === undefined || shown - atMs > SHOWN_WITHIN_MS ? [] : [shown - atMs];
  });
  return { tookMs, unseen: decided.length - tookMs.length };
}

async function measure(stops: number, stateDir: string): Promise<void> {
  const rigEnd = forkEntry('rig-end.ts', ['1']);
  const { path } = await nextMessage<FromRigEnd, 'ready'>(rigEnd, 'ready');
  const product = await startProduct(path, stateDir);
  const met = nextMessage<FromRigEnd, 'in-session'>(rigEnd, 'in-session');
  rigEnd.send({ type: 'host', staff: product.staff, bench: BENCH } satisfies ToRigEnd);
  await met;
  const page = await openBoard(product);
  const answer = nextMessage<FromRigEnd, 'measured'>(rigEnd, 'measured');
  rigEnd.send({ type: 'measure', warmUp: 20, stops, extraLinesPerS: 0 } satisfies ToRigEnd);
  const { decidedAtMs } = await answer;
  await page.waitForTimeout(500);
  const { painted, floor } = await page.evaluate<{ painted: number[]; floor: number[] }>('noted');
  const { tookMs, unseen } = pairs(decidedAtMs.slice(20), painted);
  say(`${''.padEnd(46)}${'n'.padStart(6)}${['p50 ms', 'p99 ms', 'max ms'].map((name) => name.padStart(10)).join('')}`);
  say(row('deciding frame on the wire → painted', tookMs));
  say(row('floor: a change of the page itself → painted', floor));
  if (unseen > 0) say(`${String(unseen)} stops were reset before the page showed them, or were never shown`);
  await endProduct(product);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { stops: { type: 'string', default: '200' } } });
  const stateDir = await mkdtemp(join(tmpdir(), 'holdfast-bench-paint-'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endAll().finally(() => process.exit(130)));
  say(`${values.stops} stops over a pseudo terminal, one Chromium on the board. ${String(availableParallelism())} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}.`);
  try {
    await measure(Number(values.stops), stateDir);
  } finally {
    await endAll();
    await rm(stateDir, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`The measurement broke off: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/**
 * `npm run bench:board`: what the board costs the browser with 32 benches at ten updates a second each: the share of one core, and
 * whether its memory grows over an hour of updates at high speed. The server is a played one; the page is the built one. It reports and never judges.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, CDPSession } from 'playwright-core';
import type { BenchView } from '../../server/contract/live.ts';
import { findChromium } from '../chromium.ts';
import { benches, measured, viewOf } from '../web/made-benches.ts';
import { playServer } from '../web/played-server.ts';

const BENCHES = 32;
const UPDATES_PER_S = 10;
const TARGET_PCT = 15;
const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Most run, some wait or are ready, as in a store at work; none rings. */
const startOf = (id: number): BenchView => viewOf(benches[id % 4 === 0 ? 'waiting' : id % 8 === 3 ? 'ready' : 'running'](id));

/** The next message of a bench: a new sample, a new age, a per cent now and then. */
function next(view: BenchView, tick: number): BenchView {
  const { status } = view;
  if (status === null) return view;
  const wave = [0, 1, 2, 3, 4].map((probe) => Math.round(40 * Math.sin(tick / 7 + probe) + (probe % 2) * 12));
  const restore = status.restore === null ? null : { ...status.restore, pct: Math.floor(tick / 40) % 100, nextInMs: Math.max(0, 180_000 - (tick % 1800) * 100) };
  return { ...view, ageMs: 4, status: { ...status, sentAtMs: status.sentAtMs + tick * 100, frame: status.frame.deviationUm === null ? status.frame : measured(wave), restore, stallWorstMs: 3 } };
}

const shares = async (session: CDPSession): Promise<Map<number, { readonly type: string; readonly cpuS: number }>> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.map(({ id, type, cpuTime }) => [id, { type, cpuS: cpuTime }]));
};

/** Of every kind of process of the browser, in per cent of one core. */
async function costs(browser: Browser, page: CDPSession, seconds: number): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const taskS = async (): Promise<number> => (await page.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  const [before, tasksBefore, beganMs] = [await shares(session), await taskS(), performance.now()];
  await pause(seconds * 1000);
  const [after, tasksAfter, tookS] = [await shares(session), await taskS(), (performance.now() - beganMs) / 1000];
  const byType = new Map<string, number>();
  for (const [id, { type, cpuS }] of after) byType.set(type, (byType.get(type) ?? 0) + cpuS - (before.get(id)?.cpuS ?? 0));
  for (const [type, cpuS] of byType) say(`${type.padEnd(30)}${((cpuS / tookS) * 100).toFixed(1).padStart(8)} % of one core`);
  say(`${'tasks of the page'.padEnd(30)}${(((tasksAfter - tasksBefore) / tookS) * 100).toFixed(1).padStart(8)} % of one core   (target: at most ${String(TARGET_PCT)})`);
}

async function heapKib(page: CDPSession): Promise<number> {
  await page.send('HeapProfiler.collectGarbage');
  await page.send('HeapProfiler.collectGarbage');
  const { metrics } = await page.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN) / 1024;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' }, minutes: { type: 'string', default: '60' } } });
  let views = Array.from({ length: BENCHES }, (_, index) => startOf(index + 1));
  const server = await playServer({ views });
  const browser = await chromium.launch(await findChromium());
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-US' });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(server.url);
    await page.locator('hf-tile article').nth(BENCHES - 1).waitFor();
    await pause(2_000);
    say(`${String(BENCHES)} benches, ${String(UPDATES_PER_S)} updates a second each. ${String(availableParallelism())} cores, load ${(loadavg()[0] ?? 0).toFixed(1)}.`);
    say('\nwithout updates:');
    await costs(browser, session, 5);
    let tick = 0;
    const tell = (index: number): void => {
      const view = views[index];
      if (view === undefined) return;
      server.show(next(view, tick));
    };
    const timer = setInterval(() => { tick += 1; for (let index = 0; index < BENCHES; index += 1) setTimeout(() => { tell(index); }, (index * 1000) / UPDATES_PER_S / BENCHES); }, 1000 / UPDATES_PER_S);
    say('\nwith updates:');
    await costs(browser, session, Number(values.seconds));
    clearInterval(timer);
    await pause(300);
    say(`\nmemory of the page over ${values.minutes} minutes of updates, as fast as it takes them:`);
    const [rounds, ticks] = [6, Number(values.minutes) * 60 * UPDATES_PER_S];
    for (let round = 0; round <= rounds; round += 1) {
      const goal = Math.round((ticks * round) / rounds);
      for (let done = Math.round((ticks * Math.max(0, round - 1)) / rounds); done < goal; done += 1) {
        tick += 1;
        for (let index = 0; index < BENCHES; index += 1) tell(index);
        // The page has drawn what it was told before it is told more.
        if (done % 20 === 0) await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => drawn(null)))');
      }
      say(`${`after ${String(Math.round((goal / UPDATES_PER_S) / 60))} min`.padEnd(30)}${(await heapKib(session)).toFixed(0).padStart(8)} KiB`);
    }
    views = [];
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();

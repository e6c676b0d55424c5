/**
 * The QR codes on paper are read from pictures of the paper by another program than the one that drew them: what they say is the head that
 * the store knows and the link that it made, also as a label printer burns them, and as a scanner sees the print.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { parseHead, printHead } from '../../../../server/contract/custody.ts';
import type { AnchorKind, ChainedEvent } from '../../../../server/contract/custody.ts';
import { custodyFilesSchema } from '../../../../server/contract/case-looks.ts';
import { madePaperSchema } from '../../../../server/contract/papers.ts';
import type { PaperKind } from '../../../../server/contract/papers.ts';
import { useBrowser } from '../../../web/browser-page.ts';
import { outsideBench } from '../../outside/outside-bench.ts';
import type { OutsideBench } from '../../outside/outside-bench.ts';
import { URL_OUTSIDE } from '../../outside/visitor.ts';
import { burnt, readCodes, scaleOf, scanned } from './read-codes.ts';

const { context } = useBrowser();
/** What label printers of this width have, and the least that an office printer has. */
const LABEL_DPI = 203;
const SHEET_DPI = 300;
const SCANS = [
  { name: 'a flat scanner', scanDpi: 300, blurMm: 0.08, tiltDeg: 1.5 },
  { name: 'a telephone held askew', scanDpi: 200, blurMm: 0.15, tiltDeg: -8 },
] as const;
const PICTURES = mkdtempSync(join(tmpdir(), 'holdfast-papers-'));

/** As the chain stands now, from its events and not from the paper. */
async function headNow({ manager, code }: OutsideBench): Promise<string> {
  const { events } = (await manager.get(`/api/cases/${code}/history`)).body as { events: ChainedEvent[] };
  const last = events.at(-1);
  return printHead({ code, seq: events.length, hash: last?.hash ?? '' });
}

/** What the store notes about this head: the kinds of paper that carry it. */
async function notedOf({ manager, code }: OutsideBench, head: string): Promise<AnchorKind[]> {
  const { files } = custodyFilesSchema.parse((await manager.get(`/api/cases/${code}/export`)).body);
  const file = files.find(({ name }) => name === 'anchors.json');
  const { anchors } = JSON.parse(Buffer.from(file?.base64 ?? '', 'base64').toString('utf8')) as { anchors: { seq: number; hash: string; kind: AnchorKind }[] };
  const said = parseHead(head);
  return anchors.filter(({ seq, hash }) => seq === said?.seq && hash === said.hash).map(({ kind }) => kind);
}

/** As a person gets it: made by the button, opened in the browser that is signed in, laid out for the printer. */
async function printed(bench: OutsideBench, kind: PaperKind, dpi: number): Promise<Page> {
  const made = await bench.manager.post(`/api/cases/${bench.code}/papers/${kind}`, { deviceId: null, transferId: null, why: ['receipt', 'handover-sheet'].includes(kind) ? 'To print it' : null });
  const { address } = madePaperSchema.parse(made.body);
  const opened = await context({ deviceScaleFactor: scaleOf(dpi), viewport: { width: 800, height: 1200 } });
  await opened.addCookies([...bench.manager.cookies].map(([name, value]) => ({ name, value, url: bench.server.url })));
  const page = await opened.newPage();
  await page.goto(`${bench.server.url}${address}`);
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** Whoever looks at the pictures sees what was read. */
const kept = (name: string, png: Buffer): Buffer => {
  writeFileSync(join(PICTURES, `${name.replaceAll(' ', '-')}.png`), png);
  return png;
};

async function readEverywhere(name: string, paper: Locator, printDpi: number, says: readonly string[]): Promise<void> {
  const blank = await (await context()).newPage();
  const print = kept(`${name} printed`, await burnt(blank, paper));
  expect([name, await readCodes(print)]).toEqual([name, says]);
  for (const scan of SCANS) expect([name, scan.name, await readCodes(kept(`${name} by ${scan.name}`, await scanned(blank, print, { ...scan, printDpi })))]).toEqual([name, scan.name, says]);
}

test('a label says the head of its case at the resolution of a label printer', async () => {
  const bench = await outsideBench();
  const head = await headNow(bench);
  const page = await printed(bench, 'label', LABEL_DPI);
  await readEverywhere('label', page.locator('section.label').first(), LABEL_DPI, [head]);
  expect(await notedOf(bench, head)).toContain('label');
});

test('a receipt says the head, and the link by which the customer follows', async () => {
  const bench = await outsideBench();
  const head = await headNow(bench);
  const page = await printed(bench, 'receipt', SHEET_DPI);
  await readEverywhere('receipt', page.locator('main'), SHEET_DPI, [head, `${URL_OUTSIDE}${bench.customer}`]);
  expect(await notedOf(bench, head)).toContain('receipt');
});

test('a handover sheet says the head, and the link of the partner, which opens with the PIN beside it', async () => {
  const bench = await outsideBench();
  const head = await headNow(bench);
  const page = await printed(bench, 'handover-sheet', SHEET_DPI);
  await readEverywhere('handover sheet', page.locator('main'), SHEET_DPI, [head, `${URL_OUTSIDE}${bench.partner}`]);
  expect(await notedOf(bench, head)).toContain('handover-sheet');
  expect(await page.locator('.secret b').innerText()).toBe(bench.pin);
});

test('a paper that is older than the case says the head of its own day, and no other', async () => {
  const bench = await outsideBench();
  const before = await headNow(bench);
  const page = await printed(bench, 'label', LABEL_DPI);
  await bench.manager.post(`/api/cases/${bench.code}/acts/note`, { id: '019aa000-0000-7000-8000-0000000000ff', words: 'Seen again.' });
  const after = await headNow(bench);
  expect(after).not.toBe(before);
  await readEverywhere('older label', page.locator('section.label').first(), LABEL_DPI, [before]);
});

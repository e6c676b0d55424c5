/** Every paper in a real browser, with the longest names, right-to-left text, emoji and code in every field: it fits, it is read aloud, nothing of it runs. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { certificateOf } from '../../../../server/domain/papers/certificate.ts';
import { handoverSheetOf } from '../../../../server/domain/papers/handover-sheet.ts';
import { historyOf } from '../../../../server/domain/papers/history.ts';
import { labelOf } from '../../../../server/domain/papers/label.ts';
import { letterOf } from '../../../../server/domain/papers/letter.ts';
import { receiptOf } from '../../../../server/domain/papers/receipt.ts';
import { labelPage, sheetPage } from '../../../../server/http/papers/paper-page.ts';
import { LABEL_STYLE, SHEET_STYLE } from '../../../../server/http/papers/paper-style.ts';
import { expectSound, useBrowser } from '../../../web/browser-page.ts';
import { at, CASE_ID, DEVICE_ID, madeCase, madeConsent, madeDevice, madeFrame, madeTransfer } from '../../domain/papers/made-case-state.ts';
import { wordsFor } from '../../../../server/contract/words-for.ts';

const { context } = useBrowser();
const MM = 96 / 25.4;

/** In every field: as long as it may be, without a place to break it. */
const EVIL = "<script>window.ran=1</script><img src=x onerror='window.ran=1'>\"'";
const fill = (charsMax: number, what: string): string => what.repeat(Math.ceil(charsMax / what.length)).slice(0, charsMax);
const FILLINGS: readonly (readonly [string, (charsMax: number) => string])[] = [
  ['code', (most) => `${EVIL}${'x'.repeat(200)}`.slice(0, most)],
  ['one long word', (most) => fill(most, 'W')],
  ['right to left', (most) => fill(most, 'שלום')],
  ['emoji', (most) => [...fill(most, '👩‍👩‍👧')].join('').slice(0, most - (most % 8)).toWellFormed()],
];

async function everything(typed: (charsMax: number) => string): Promise<Readonly<Record<string, string>>> {
  const frame = madeFrame({ storeName: typed(80), virtual: true, partnerOf: () => ({ name: typed(120), address: typed(300), phone: '', hours: typed(300), contactPerson: '', words: '' }) });
  const device = madeDevice({ ids: { serial: 'W'.repeat(40), imei: '3567890123456789', ecid: 'ABCDEF01234567890123' }, looks: { model: typed(80), colour: typed(40), storage: typed(40), belongings: typed(200) } });
  const outcome = { result: 'partial' as const, photos: 9_999_999, videos: 9_999_999, other: 9_999_999, delivered: 'drive', copyDeletedByIso: at(0), words: typed(500), atIso: at(0), by: 'M3XYZ' };
  const intake = device.intake === null ? null : { ...device.intake, words: typed(500) };
  const full = { ...device, intake, outcome };
  const state = madeCase({ code: 'K7Q2ZW', devices: [full, { ...full, id: CASE_ID }], consents: [madeConsent({ priceCap: typed(40) })] });
  const transfer = madeTransfer({ devices: [DEVICE_ID], purpose: typed(500), seal: typed(40), condition: typed(500), carrier: typed(80) });
  const signed = { name: typed(200), relation: null, strokes: [[[0, 0], [600, 200]]] as [number, number][][] };
  const about = { words: wordsFor('en'), storeName: typed(80), virtual: true, when: '23 Nov 2026' };
  const event = { v: 1 as const, id: CASE_ID, case: CASE_ID, seq: 1, atIso: at(0), actor: { kind: 'person' as const, name: 'M3XYZ' }, kind: 'noted', body: { words: typed(500) }, prev: '' };
  const contact = { name: typed(200), greeting: typed(80) };
  const head = { ...frame.head, code: 'K7Q2ZW' };
  const findings = new Map([[DEVICE_ID, { bend: { valueUm: 512, limitUm: 400, uncertaintyUm: 100, bench: typed(64) }, restores: [], eraseArmed: true }]]);
  const restore = { bench: typed(64), restoreId: 'R1', atIso: at(0), plan: { kind: 'update' as const, from: typed(60), to: typed(60), hash: 'A' }, permitted: [], wasCommitted: false, result: null, lostSight: true, stops: [] };
  const of = { ...frame, head };
  const pages = Object.entries({
    label: labelPage(state.devices.map((one) => labelOf(state, one, of)), of),
    receipt: sheetPage(receiptOf({ state, deviceId: null, contact, ownerName: typed(80), link: `https://repairs.example/c/${'x'.repeat(43)}`, linksPossible: true }, of), about),
    handover: sheetPage(handoverSheetOf({ state, transfer, findings, given: signed, taken: signed, link: { url: `https://repairs.example/p/${'x'.repeat(43)}`, pin: '403911' } }, of), about),
    certificate: sheetPage(certificateOf({ state, device: full, restores: [restore], otherStops: [] }, of), about),
    letter: sheetPage(letterOf({ state, deviceId: null, contact }, of), about),
    history: sheetPage(historyOf(state, [{ event, hash: 'ab'.repeat(32), signature: '' }], of), about),
  });
  return Object.fromEntries(await Promise.all(pages.map(async ([name, page]) => [name, (await page).toString()] as const)));
}

async function shown(page: Page, html: string): Promise<void> {
  await page.unrouteAll();
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.endsWith('.css')) return route.fulfill({ contentType: 'text/css', body: url.endsWith('label.css') ? LABEL_STYLE : SHEET_STYLE });
    if (url.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: '' });
    return route.fulfill({ contentType: 'text/html', body: html });
  });
  await page.goto('https://paper.example/');
}

/** Elements that stick out of the printed width, or on a label out of the label. */
const SPILLED = `(() => {
  const label = document.querySelector('section.label');
  const inside = (box, frame) => box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1;
  const frames = label === null ? [document.querySelector('main')] : [...document.querySelectorAll('section.label')];
  return frames.flatMap((frame) => [...frame.querySelectorAll('*')].filter((one) => {
    const box = one.getBoundingClientRect();
    const within = frame.getBoundingClientRect();
    return box.width > 0 && (label === null ? box.left < within.left - 12 || box.right > within.right + 1 : !inside(box, within) && one.closest('svg') === null);
  }).map((one) => one.tagName + '.' + one.className + ' ' + (one.textContent ?? '').slice(0, 30)));
})()`;
const QR_MM = `[...document.querySelectorAll('.qr')].map((one) => { const modules = Number(one.getAttribute('viewBox').split(' ')[2]); return one.getBoundingClientRect().width / ${String(MM)} * (modules - 8) / modules; })`;

test.each(FILLINGS)('%s in every field: nothing sticks out, nothing runs, every QR code is at least 20 mm', async (_name, typed) => {
  const page = await (await context({ viewport: { width: 700, height: 1000 } })).newPage();
  await page.emulateMedia({ media: 'print' });
  for (const [name, html] of Object.entries(await everything(typed))) {
    await shown(page, html);
    expect([name, await page.evaluate(SPILLED)]).toEqual([name, []]);
    for (const size of await page.evaluate<number[]>(QR_MM)) expect([name, size >= 20]).toEqual([name, true]);
    expect([name, await page.evaluate('window.ran ?? null')]).toEqual([name, null]);
  }
});

test('the sizes are those of the paper, one label a page, and a sheet says which page it is', async () => {
  const page = await (await context()).newPage();
  const pages = await everything((most) => 'word '.repeat(most / 5).trim());
  for (const [name, width, height, count] of [['label', 62, 100, 2], ['receipt', 210, 297, null]] as const) {
    await shown(page, pages[name] ?? '');
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, right, top]) => [Math.round(Number(right) / 72 * 25.4), Math.round(Number(top) / 72 * 25.4)]);
    expect(new Set(boxes.map(String))).toEqual(new Set([`${String(width)},${String(height)}`]));
    if (count !== null) expect(boxes.length).toBe(count);
  }
});

test('a paper has no barrier either, on a screen', async () => {
  const page = await (await context()).newPage();
  const pages = await everything((most) => 'word '.repeat(most / 5).trim());
  for (const name of ['receipt', 'handover', 'certificate', 'history', 'letter', 'label']) {
    await shown(page, pages[name] ?? '');
    await expectSound(page, name);
  }
}, 60_000);

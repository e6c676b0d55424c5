/** Every paper drawn as PDF in its thread and read back by another program: what stands on the page to print stands in the copy too, in each language and script. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../server/contract/languages.ts';
import { wordsFor } from '../../../server/contract/words-for.ts';
import { certificateOf } from '../../../server/domain/papers/certificate.ts';
import { handoverSheetOf } from '../../../server/domain/papers/handover-sheet.ts';
import { historyOf } from '../../../server/domain/papers/history.ts';
import { labelOf } from '../../../server/domain/papers/label.ts';
import { letterOf } from '../../../server/domain/papers/letter.ts';
import type { Block, Sheet } from '../../../server/domain/papers/paper.ts';
import { receiptOf } from '../../../server/domain/papers/receipt.ts';
import { createPdfCopies } from '../../../server/pdf/pdf-copies.ts';
import type { PdfPaper } from '../../../server/pdf/pdf-copies.ts';
import { at, CASE_ID, DEVICE_ID, madeCase, madeConsent, madeDevice, madeFrame, madeTransfer } from '../domain/papers/made-case-state.ts';

const copies = createPdfCopies();

async function readBack(bytes: Uint8Array): Promise<{ readonly pages: number; readonly text: string; readonly title: string; readonly widthsPt: readonly number[] }> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  const { info } = await document.getMetadata() as { info: { Title?: string } };
  return { pages: document.numPages, text: texts.join(' '), title: info.Title ?? '', widthsPt: pages.map((page) => Math.round(page.getViewport({ scale: 1 }).width)) };
}

/** What a reader sees: without where lines were broken, and without the marks that only direct. */
const seen = (text: string): string => text.normalize('NFKC').replace(/[\s\u00AD\u200B-\u200F\u2060-\u2069]/g, '');

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading': case 'words': case 'typed': return [block.text];
    case 'facts': case 'times': return block.rows.flat();
    case 'list': return block.items;
    case 'warning': case 'verdict': return [block.title, block.text];
    case 'table': return [...block.head, ...block.rows.flat()];
    case 'signatures': return block.fields.map(({ title }) => title);
    case 'code': case 'secret': return [block.text, block.words];
  }
}

function sheetsIn(language: (typeof LANGUAGES)[number], name: string): { readonly sheets: readonly Sheet[]; readonly paper: (sheet: Sheet) => PdfPaper; readonly labels: PdfPaper } {
  const made = madeFrame({ words: wordsFor(language), virtual: true, partnerOf: () => ({ name: 'Frame & Glass', address: 'Dock 1', phone: '+1 555 0100', hours: '9 to 18', contactPerson: '', words: '' }) });
  const device = madeDevice({});
  const state = madeCase({ devices: [device], consents: [madeConsent({})], language });
  const transfer = madeTransfer({ devices: [DEVICE_ID] });
  const contact = { name, greeting: '' };
  const findings = new Map([[DEVICE_ID, { bend: { valueUm: 512, limitUm: 400, uncertaintyUm: 100, bench: 'Bench 2' }, restores: [], eraseArmed: true }]]);
  const event = { v: 1 as const, id: CASE_ID, case: CASE_ID, seq: 1, atIso: at(0), actor: { kind: 'person' as const, name: 'M3XYZ' }, kind: 'noted', body: { words: 'seen' }, prev: '' };
  const signed = { name, relation: null, strokes: [[[0, 0], [600, 200]], [[300, 100]]] as [number, number][][] };
  const frame = { language, storeName: made.storeName, virtual: true, madeAtIso: made.madeAtIso, when: 'now' };
  return {
    sheets: [
      receiptOf({ state, deviceId: null, contact, ownerName: 'Ada', link: `https://repairs.example/c/${'x'.repeat(43)}`, linksPossible: true }, made),
      handoverSheetOf({ state, transfer, findings, given: signed, taken: null, link: { url: `https://repairs.example/p/${'x'.repeat(43)}`, pin: '403911' } }, made),
      certificateOf({ state, device, restores: [], otherStops: [] }, made),
      letterOf({ state, deviceId: null, contact }, made),
      historyOf(state, Array.from({ length: 80 }, (_, index) => ({ event: { ...event, seq: index + 1 }, hash: 'ab'.repeat(32), signature: '' })), made),
    ],
    paper: (sheet) => ({ sheet, labels: [], frame }),
    labels: { sheet: null, labels: [labelOf(state, device, made), labelOf(state, device, made)], frame },
  };
}

test.each(LANGUAGES.map((language, index) => ({ language, index })))('every text of every sheet is in its copy: language $index', async ({ language }) => {
  const { sheets, paper } = sheetsIn(language, 'Zoë Ångström-Łuczak');
  for (const sheet of sheets) {
    const bytes = await copies.draw(paper(sheet));
    if (bytes === null) throw new Error(`${sheet.kind} was not drawn`);
    const copy = await readBack(bytes);
    const text = seen(copy.text);
    expect([sheet.title, sheet.code, sheet.headWords, ...sheet.blocks.flatMap(textsOf)].filter((one) => !text.includes(seen(one))), sheet.kind).toEqual([]);
    expect(text, 'nothing is an empty box').not.toContain(seen(wordsFor(language).papers.cannotPrint(2)).slice(1));
    expect(copy.title).toBe(`${sheet.title} ${sheet.code}`);
    expect(copy.pages).toBeGreaterThanOrEqual(sheet.kind === 'history' ? 2 : 1);
    expect(new Set(copy.widthsPt)).toEqual(new Set([595]));
  }
}, 60_000);

test('a label of 62 mm is a page for each device', async () => {
  const { labels } = sheetsIn('en', 'Ada');
  const bytes = await copies.draw(labels);
  const copy = await readBack(bytes ?? new Uint8Array());
  expect(copy.pages).toBe(2);
  expect(copy.widthsPt).toEqual([176, 176]);
  expect(seen(copy.text)).toContain(seen(labels.labels[0]?.headWords ?? 'none'));
});

test('the same paper is the same bytes, whenever it is drawn', async () => {
  const { sheets, paper } = sheetsIn('en', 'Ada');
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const [first, second] = [await copies.draw(paper(sheet)), await copies.draw(paper(sheet))];
  expect(first?.length).toBeGreaterThan(5_000);
  expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true);
});

test('names in other scripts are drawn, and what no face has is counted on the copy', async () => {
  const { sheets, paper } = sheetsIn('en', 'שלום Ωmega Дарья');
  const [receipt] = sheets;
  if (receipt === undefined) throw new Error('no sheet');
  const drawn = await readBack(await copies.draw(paper(receipt)) ?? new Uint8Array());
  expect(seen(drawn.text)).toContain('Ωmega');
  expect(seen(drawn.text)).toContain('Дарья');
  expect(drawn.text).not.toContain(wordsFor('en').papers.cannotPrint(1));
  const { sheets: others, paper: other } = sheetsIn('en', '\u{13080}\u{13080}');
  const [strange] = others;
  if (strange === undefined) throw new Error('no sheet');
  expect(seen((await readBack(await copies.draw(other(strange)) ?? new Uint8Array())).text)).toContain(seen('cannot be printed in this copy'));
});

test('a drawing that takes too long costs the copy and nothing else', async () => {
  const { labels } = sheetsIn('en', 'Ada');
  const hasty = createPdfCopies(1);
  expect(await hasty.draw(labels)).toBe(null);
  expect(await hasty.draw(labels)).toBe(null);
  expect(await copies.draw(labels)).not.toBe(null);
});

test('whoever asks while many wait is told so at once', async () => {
  const { labels } = sheetsIn('en', 'Ada');
  const all = Array.from({ length: 10 }, () => copies.draw(labels));
  expect((await Promise.all(all)).filter((bytes) => bytes === null).length).toBe(2);
});

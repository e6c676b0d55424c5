/** Every paper and the page of a customer made with words that are no language: what is not between their brackets came from nowhere. */
import { expect, test } from 'vitest';
import { wordsFor } from '../../../../server/contract/words-for.ts';
import type { ServerWords } from '../../../../server/contract/words-for.ts';
import { customerView } from '../../../../server/domain/outside-pages/customer-view.ts';
import { certificateOf } from '../../../../server/domain/papers/certificate.ts';
import { handoverSheetOf } from '../../../../server/domain/papers/handover-sheet.ts';
import { historyOf } from '../../../../server/domain/papers/history.ts';
import { labelOf } from '../../../../server/domain/papers/label.ts';
import { letterOf } from '../../../../server/domain/papers/letter.ts';
import type { Block, Sheet } from '../../../../server/domain/papers/paper.ts';
import { receiptOf } from '../../../../server/domain/papers/receipt.ts';
import { pseudo } from '../../../../web/words/pseudo.ts';
import { outsideBrackets } from '../../../web/said-on-the-page.ts';
import { at, DEVICE_ID, madeCase, madeDevice, madeFrame, madeTransfer } from './made-case-state.ts';

const words: ServerWords = { ...wordsFor('en'), ...(pseudo({ ...wordsFor('en') }) as ServerWords), language: 'fi', locale: 'fi-FI' };
const frame = madeFrame({ words, storeName: '7' });
const state = madeCase();
const device = madeDevice({ outcome: { result: 'all', photos: 1204, videos: 3, other: null, delivered: 'drive', copyDeletedByIso: at(99), words: '', atIso: at(60), by: 'link' } });
const restore = { bench: 'bench-1', restoreId: 'R1', atIso: at(0), plan: null, permitted: [], wasCommitted: false, result: null, lostSight: false, stops: [] };

const sheets: Readonly<Record<string, Sheet>> = {
  receipt: receiptOf({ state, deviceId: null, contact: { name: '7' }, ownerName: null, link: null, linksPossible: true }, frame),
  letter: letterOf({ state: { ...state, devices: [device] }, deviceId: null, contact: null }, frame),
  certificate: certificateOf({ state, device, restores: [restore], otherStops: [] }, frame),
  handover: handoverSheetOf({ state, transfer: madeTransfer(), findings: new Map([[DEVICE_ID, { bend: null, restores: [restore], eraseArmed: true }]]), given: null, taken: null, link: 'none-here' }, frame),
  history: historyOf(state, [], frame),
};

/** What a paper itself says in a block; values and what was typed are none of its words. */
function saidBy(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading': case 'words': return [block.text];
    case 'list': return block.items;
    case 'facts': return block.rows.map(([label]) => label);
    case 'warning': case 'verdict': return [block.title, block.text];
    case 'table': return [...block.head, ...block.rows.map((row) => row.at(-1) ?? '')];
    case 'times': return [block.title, ...block.rows.map(([label]) => label)];
    case 'signatures': return block.fields.flatMap(({ title, words: under }) => [title, under]);
    case 'code': case 'secret': return [block.label, block.words];
    case 'typed': return [];
  }
}
const unspoken = (texts: readonly string[]): readonly string[] => texts.filter((text) => /\p{L}{2,}/u.test(outsideBrackets(text).replaceAll(/Data Rescue North|klo|UTC/g, '').replaceAll(/\d+\.\d+\.\d+|\d+\. \p{L}+ \d+/gu, '')));

test.each(Object.entries(sheets))('%s', (_name, sheet) => {
  expect(unspoken([...sheet.blocks.flatMap(saidBy), sheet.headWords])).toEqual([]);
  expect(sheet.blocks.length).toBeGreaterThan(1);
});

test('the label, and what a customer sees', () => {
  const label = labelOf(state, madeDevice(), frame);
  const view = customerView({ ...state, devices: [device] }, [], [{ atIso: at(1), kind: 'story', role: 'manager', code: 'P-1', why: '7' }], frame);
  expect(unspoken([label.irreplaceable ?? '', label.headWords, ...view.devices.flatMap(({ place, next, outcome }) => [place, next, outcome ?? '']), ...view.seen.map(({ text }) => text), ...view.consents.flatMap(({ allows }) => allows), ...view.care])).toEqual([]);
  expect(view.devices[0]?.outcome).toContain('⟦');
});

test('numbers and days are written as the reader writes them', () => {
  const text = JSON.stringify(sheets['letter']);
  expect(text).toContain('1\u00a0204');
  expect(text).not.toContain('November');
});

/** What stands on each paper, and what must not: no private contact and no story reaches a partner, no locker a customer. */
import { describe, expect, test } from 'vitest';
import type { Signature } from '../../../../server/contract/case-private.ts';
import { papersEnglish } from '../../../../server/contract/words-of-papers.ts';
import { handoverSheetOf } from '../../../../server/domain/papers/handover-sheet.ts';
import type { HandoverParts } from '../../../../server/domain/papers/handover-sheet.ts';
import { labelOf } from '../../../../server/domain/papers/label.ts';
import { letterOf } from '../../../../server/domain/papers/letter.ts';
import { nextForCustomer } from '../../../../server/domain/papers/next-for-customer.ts';
import type { Sheet } from '../../../../server/domain/papers/paper.ts';
import { receiptOf } from '../../../../server/domain/papers/receipt.ts';
import { at, DEVICE_ID, madeCase, madeConsent, madeDevice, madeFrame, madeTransfer, PARTNER_ID } from './made-case-state.ts';
import { wordsFor } from '../../../../server/contract/words-for.ts';

const CONTACT = { name: 'Michael Example', greeting: 'Mr Example' };
const SIGNED: Signature = { name: 'Ada Manager', relation: null, strokes: [[[1, 2], [3, 4]]] };
const textOf = (paper: unknown): string => JSON.stringify(paper);
const FINDINGS = new Map([[DEVICE_ID, { bend: { valueUm: 412, limitUm: 350, uncertaintyUm: 50, bench: 'bench-1' }, restores: [], eraseArmed: false }]]);
const RECOVERING = madeTransfer({ state: 'taken', stages: [{ stage: 'recovering', expectedAtIso: null, atIso: at(90), by: 'link' }] });
const handover = (differs: Partial<HandoverParts> = {}): Sheet =>
  handoverSheetOf({ state: madeCase(), transfer: madeTransfer(), findings: FINDINGS, given: SIGNED, taken: null, link: null, ...differs }, madeFrame());
const receipt = (differs: Partial<Parameters<typeof receiptOf>[0]> = {}): Sheet =>
  receiptOf({ state: madeCase(), deviceId: null, contact: CONTACT, ownerName: 'Ada Manager', link: null, linksPossible: true, ...differs }, madeFrame());

describe('label', () => {
  test('says first what must not be done', () => {
    const label = labelOf(madeCase(), madeDevice(), madeFrame());
    expect(label).toMatchObject({ code: 'K7Q2', irreplaceable: 'IRREPLACEABLE DATA', held: expect.stringContaining('ON HOLD') as unknown, battery: 'Suspected damaged battery' });
    expect(label.head).toEqual({ code: 'K7Q2', seq: 17, hash: '3f'.repeat(32) });
  });
  test('warns of nothing that is not so', () => {
    const calm = madeCase({ irreplaceable: false, holds: [], devices: [madeDevice({ suspectedBattery: false })] });
    expect(labelOf(calm, madeDevice({ suspectedBattery: false }), madeFrame())).toMatchObject({ irreplaceable: null, held: null, battery: null });
  });
});

describe('receipt', () => {
  test('says what came, what is allowed, what is not, and that no passcode is kept', () => {
    const text = textOf(receipt());
    for (const words of [
      'Michael Example', 'F17XK2ABCDEF', 'Screen cracked', 'glass splinters', 'SIM card, leather case', 'hand it to a partner', '150 EUR', 'Everything else we may not do', 'never ask for your passcode', 'Ada Manager', 'K7Q2',
    ]) expect(text).toContain(words);
    expect(text).not.toContain('Box 3');
  });
  test('a consent that was taken back allows nothing', () => {
    const text = textOf(receipt({ state: madeCase({ consents: [madeConsent({ withdrawnAtIso: at(30) })] }) }));
    expect(text).toContain(papersEnglish.receipt.noConsent);
    expect(text).not.toContain('hand it to a partner');
  });
  test('does not say that nothing is erased where an erase was signed', () => {
    expect(textOf(receipt({ state: madeCase({ consents: [madeConsent({ scopes: ['erase'] })] }) }))).not.toContain('We do not erase');
  });
  test('the link stands on it only when it is new; else what to do instead', () => {
    expect(textOf(receipt({ link: 'https://repairs.example/c/token' }))).toContain('https://repairs.example/c/token');
    expect(textOf(receipt())).toContain('shown once');
    expect(textOf(receipt({ linksPossible: false }))).toContain('no page on the internet');
  });
  test('a device that only a brief named is none that was received', () => {
    expect(textOf(receipt({ state: madeCase({ devices: [madeDevice({ tiedAtIso: null })] }) }))).not.toContain('F17XK2ABCDEF');
  });
});

describe('handover sheet', () => {
  test('carries everything the partner needs', () => {
    const text = textOf(handover());
    for (const words of [
      'cannot be replaced', 'Suspected damaged battery', 'F17XK2ABCDEF', '412', '± 50', 'limit 350', 'bench-1', 'S-00417', 'Save the photos, do not repair', 'Save the data, nothing else',
      'Not allowed: repair it; erase it', '150 EUR', 'Data Rescue North', 'Ada Manager',
    ]) expect(text).toContain(words);
  });
  test('nothing private of the customer, and nothing of the story', () => {
    const text = textOf(handover());
    for (const secret of ['Michael', 'example.org', 'next-of-kin', 'Next of kin', 'Box 3', 'fire-safe']) expect(text).not.toContain(secret);
  });
  test('an armed erase is said before anything else', () => {
    expect(textOf(handover())).not.toContain('Do not power on');
    expect(textOf(handover({ findings: new Map([[DEVICE_ID, { bend: null, restores: [], eraseArmed: true }]]) }))).toContain('Do not power on: an erase is armed');
  });
  test('only the devices of this handover', () => {
    const other = madeDevice({ id: PARTNER_ID, ids: { serial: 'OTHERPHONE', imei: null, ecid: null } });
    expect(textOf(handover({ state: madeCase({ devices: [madeDevice(), other] }) }))).not.toContain('OTHERPHONE');
  });
  test('without a signed consent nothing may be done', () => {
    expect(textOf(handover({ state: madeCase({ consents: [] }) }))).toContain(papersEnglish.handover.mayDoNothing);
  });
  test('the PIN stands on it only when it was handed in', () => {
    expect(handover().blocks.some(({ kind }) => kind === 'secret' || kind === 'code')).toBe(false);
    const blocks = handover({ link: { url: 'https://repairs.example/p/t', pin: '403911' } }).blocks;
    expect(blocks.find(({ kind }) => kind === 'secret')).toMatchObject({ text: '403911' });
  });
});

describe('letter', () => {
  const outcome = { result: 'partial', photos: 4312, videos: 87, other: null, delivered: 'drive', copyDeletedByIso: at(20_000), words: 'The clip of the wedding was damaged.', atIso: at(900), by: 'M3XYZ' } as const;
  test('greets as the person wants it and says how it ended, in counts', () => {
    const text = textOf(letterOf({ state: madeCase({ devices: [madeDevice({ outcome })] }), deviceId: null, contact: CONTACT }, madeFrame()));
    for (const words of ['Dear Mr Example,', 'A part of your data could be saved', '4,312 photos', '87 films', 'on a drive', '7 December 2026', 'The clip of the wedding', 'Do not charge the old phone']) expect(text).toContain(words);
    expect(text).not.toContain('other files');
  });
  test('promises nothing while nothing is known, and greets without a name', () => {
    const text = textOf(letterOf({ state: madeCase(), deviceId: null, contact: null }, madeFrame()));
    expect(text).toContain('Good day,');
    expect(text).toContain('not on record yet');
  });
});

describe('what happens next', () => {
  const hold = madeCase().holds[0];
  test.each([
    ['a decision is due', madeCase({ holds: hold === undefined ? [] : [{ ...hold, state: 'provisional' }] }), madeDevice(), papersEnglish.next.decide],
    ['nothing is signed', madeCase({ holds: [], consents: [] }), madeDevice(), papersEnglish.next.consent],
    ['held', madeCase(), madeDevice(), papersEnglish.next.partner],
    ['under way to the partner', madeCase(), madeDevice({ place: 'on-the-way' }), papersEnglish.next.handing],
    ['the partner is at it', madeCase({ transfers: [RECOVERING] }), madeDevice({ place: 'with-partner', partner: PARTNER_ID }), papersEnglish.next.stages.recovering],
    ['the partner says nothing', madeCase({ transfers: [madeTransfer({ state: 'taken' })] }), madeDevice({ place: 'with-partner', partner: PARTNER_ID }), papersEnglish.next.withPartner],
    ['given back', madeCase(), madeDevice({ place: 'returned' }), papersEnglish.next.returned],
  ])('%s', (_name, state, device, expected) => expect(nextForCustomer(state, device, wordsFor('en'))).toBe(expected));
});

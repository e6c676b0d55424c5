/** A store that nobody has named is “the store” in every sentence, at its beginning and in its middle. */
import { expect, test } from 'vitest';
import { NO_STORE_NAME, withinSentence } from '../../../server/contract/store-name.ts';
import { MAIL_WORDS_EN } from '../../../server/contract/words-of-mail.ts';
import { wordsFor } from '../../../server/contract/words-for.ts';
import { papersEnglish } from '../../../server/contract/words-of-papers.ts';
import { placeForCustomer } from '../../../server/domain/papers/next-for-customer.ts';
import { CaseWorld } from './cases/case-world.ts';
import { deviceIn, received } from './cases/made-cases.ts';

const frame = { storeName: NO_STORE_NAME, timeZone: 'UTC', virtual: false };

test('the sentences of paper, page and mail read like sentences', () => {
  expect(papersEnglish.receipt.lead(NO_STORE_NAME)).toMatch(/^The store has your phone\./);
  expect(papersEnglish.receipt.askWho(NO_STORE_NAME, null, 'K7Q2')).toMatch(/^Ask at the store, and say K7Q2\./);
  const acknowledged = MAIL_WORDS_EN.write['brief-acknowledged']({ caseCode: 'K7Q2', toName: null, reference: null, byName: 'Grace', expectedAtIso: null }, frame);
  expect(JSON.stringify(acknowledged.parts)).toContain('Grace at the store has read your brief');
  expect([withinSentence(NO_STORE_NAME), withinSentence('The Store of Phones')]).toEqual(['the store', 'The Store of Phones']);
});

test('a phone in a store without a name lies in the store, and with a name by its name', () => {
  const world = new CaseWorld();
  const device = deviceIn(world, received(world));
  const said = { partnerOf: (): null => null, words: wordsFor('en') };
  expect(placeForCustomer(device, { storeName: NO_STORE_NAME, ...said })).toBe('In the store');
  expect(placeForCustomer(device, { storeName: 'Corner', ...said })).toBe('In the store: Corner');
});

/**
 * What the server says in Spanish and Finnish is what it says in English: no key or parameter is missing, a text is short where a
 * label needs it, a mail keeps its parts, and no paper promises more than another.
 */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../server/contract/languages.ts';
import { writeMail } from '../../../server/contract/mail-text.ts';
import type { MailFill } from '../../../server/contract/mail.ts';
import { wordsFor } from '../../../server/contract/words-for.ts';
import { differencesOf } from '../../same-in-every-language.ts';

const OTHERS: readonly Language[] = ['es', 'fi'];
const english = wordsFor('en');

/** The same in every language: names, signs, what somebody types into a terminal. */
const KEPT = new Set(['PIN', 'IMEI', 'ECID', 'No', 'auditor']);
const isKept = (text: string): boolean => KEPT.has(text) || /^(true|false) %$/.test(text);

const NAMES = { device: (id: string) => `device ${id}`, party: () => 'Q7Q', moment: () => 'Q8Q' };
const POSTED = { caseCode: 'Q0Q', toName: 'Q1Q', device: 'Q2Q', partnerName: 'Q3Q', byName: 'Q4Q', receivedBy: 'Q5Q', reference: 'Q6Q', partnerPlace: 'Q7Q', detail: 'Q8Q', delivery: 'Q9Q' };
const [ATS, CHAIN] = [{ atIso: '2026-03-02T09:00:00Z', expectedAtIso: '2026-03-02T09:00:00Z', keptUntilIso: '2026-03-02T09:00:00Z', readySinceIso: '2026-03-02T09:00:00Z', copyGoneIso: '2026-03-02T09:00:00Z' }, { chain: { count: 73, hash: 'Q10Q' } }];
const FRAME = { storeName: 'Q11Q', timeZone: 'Europe/Madrid', virtual: false };
const about = { path: '/p/x', ...POSTED, ...ATS, ...CHAIN };

const fills: readonly MailFill[] = [
  ...(['frame-bent', 'cannot-measure', 'would-erase', 'unsafe', 'second-look', 'other'] as const).map((because) => ({ template: 'held', params: { ...about, because, data: 'not-known', next: 'ask-lab' } }) as const),
  ...(['we-decide', 'ask-lab', 'your-word'] as const).map((next) => ({ template: 'held', params: { ...about, because: 'other', data: 'as-it-was', next } }) as const),
  ...(['received', 'looking', 'waiting-for-parts', 'recovering', 'ready'] as const).map((stage) => ({ template: 'partner-stage', params: { ...about, stage } }) as const),
  ...(['expected', 'in-store', 'held', 'on-the-way', 'with-partner', 'ready'] as const).flatMap((standing) => [{ template: 'progress', params: { ...about, standing } }, { template: 'progress-agent', params: { ...about, standing } }] as const),
  ...(['all', 'partial', 'none', 'unrepaired'] as const).flatMap((result) => [{ template: 'outcome', params: { ...about, result } }, { template: 'closing-agent', params: { ...about, result, customerTold: result === 'all' } }] as const),
  ...(['iphone', 'android', 'other'] as const).map((backup) => ({ template: 'aftercare', params: { ...about, backup, lost: ['Q12Q'], again: [{ what: 'Q13Q', where: 'Q14Q' }] } }) as const),
  { template: 'brief-acknowledged', params: about }, { template: 'device-received', params: about }, { template: 'handed-over', params: about }, { template: 'ready-for-collection', params: about },
  { template: 'reminder-abandoned', params: about }, { template: 'partner-link', params: about }, { template: 'test', params: about },
];

/** Dates are written otherwise in each language; what somebody typed is not. */
const marksOf = (value: unknown): readonly string[] => [...new Set(JSON.stringify(value).match(/Q\d+Q/g))].toSorted();
const shape = (value: unknown): unknown => (Array.isArray(value) ? value.map(shape) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)])) : typeof value);

describe.each(OTHERS)('%s', (language) => {
  const { mail, history, ...tables } = wordsFor(language);
  const { mail: mailEnglish, history: historyEnglish, ...tablesEnglish } = english;

  test('every refusal, part of a case, paper, page and term says the same parameters and nothing in English', () => {
    expect(differencesOf({ ...tablesEnglish, bridge: null }, { ...tables, bridge: null }, isKept)).toEqual([]);
  });

  test('every text of a part of a case is short, and told from the others', () => {
    for (const words of Object.values(tables.parts) as readonly Readonly<Record<string, string>>[]) {
      const texts = Object.values(words);
      expect(texts.filter((text) => text.trim() === '' || text.length > 50)).toEqual([]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('every mail has the same parts and says the same of what was typed; its subject fits a screen', () => {
    for (const fill of fills) {
      const [said, first] = [writeMail(mail, fill, FRAME), writeMail(mailEnglish, fill, FRAME)];
      expect(marksOf(said), `${fill.template}: ${JSON.stringify(said)}`).toEqual(marksOf(first));
      expect(shape(said), fill.template).toEqual(shape(first));
      expect(said.subject.length, said.subject).toBeLessThanOrEqual(40);
      expect(said.parts.filter((part) => typeof part === 'string' && first.parts.includes(part) && !/Q10Q/.test(part) && part !== 'Q8Q')).toEqual([]);
    }
    expect(mail.virtual).not.toBe(mailEnglish.virtual);
  });

  test('a mail says the same when it knows nothing', () => {
    const nothing = { ...about, toName: null, device: null, reference: null, partnerPlace: null, detail: null, delivery: null, expectedAtIso: null, keptUntilIso: null, copyGoneIso: null };
    for (const fill of [{ template: 'device-received', params: nothing }, { template: 'outcome', params: { ...nothing, result: 'none' } }, { template: 'held', params: { ...nothing, because: 'unsafe', data: 'not-known', next: 'your-word' } }] as const) {
      const text = JSON.stringify(writeMail(mail, fill, FRAME));
      expect(text).not.toMatch(/null|undefined|\(\)| {2}/);
      expect(shape(writeMail(mail, fill, FRAME))).toEqual(shape(writeMail(mailEnglish, fill, FRAME)));
    }
  });

  test('every event of the history is a sentence', () => {
    expect(Object.keys(history.sentences)).toEqual(Object.keys(historyEnglish.sentences));
    const note = { words: 'Q1Q' };
    expect(history.sentences.noted(note, NAMES)).toContain('“Q1Q”');
    expect(history.unknown('Q1Q')).toContain('Q1Q');
  });
});

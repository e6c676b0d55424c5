/** Two things with the same words would be one thing to whoever reads them; a text that is too long fits no label and no button. */
import { describe, expect, test } from 'vitest';
import { casePartsEnglish } from '../../../server/contract/words-of-case-parts.ts';

describe.each(Object.entries(casePartsEnglish))('%s', (_table, words: Readonly<Record<string, string>>) => {
  test('every text is said, short, and told from the others', () => {
    const texts = Object.values(words);
    expect(texts.filter((text) => text.trim() === '' || text.length > 50)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('a text is no code', () => {
    expect(Object.entries(words).filter(([code, text]) => code.includes('-') && text === code)).toEqual([]);
  });
});

/** Which language a reader gets, and that the pseudo language leaves no text of a table as it was. */
import { describe, expect, test } from 'vitest';
import { acceptedLanguages, languageOf } from '../../server/contract/languages.ts';
import { learn, spoken } from '../../web/words/language.ts';
import { pseudo } from '../../web/words/pseudo.ts';

describe('a page speaks one language', () => {
  test('the first that a reader names and we have; English where none fits', () => {
    expect(languageOf(['sv-SE', 'fi-FI', 'en'])).toBe('fi');
    expect(languageOf(['es-MX'])).toBe('es');
    expect(languageOf(['en_US@posix', 'es'])).toBe('en');
    expect(languageOf([])).toBe('en');
    expect(languageOf(['', '-', 'zz'])).toBe('en');
  });

  test('an Accept-Language header is read by its weights, and rubbish in it names nothing', () => {
    expect(acceptedLanguages('en;q=0.4, fi-FI, es;q=0.9')).toEqual(['fi-FI', 'es', 'en']);
    expect(acceptedLanguages('fi;q=0, es;q=7, <b>, en')).toEqual(['es', 'en']);
    expect(acceptedLanguages(`${'x'.repeat(9000)}, fi`)).toEqual([]);
  });

  test('texts, what functions say and what lies deeper become pseudo; what a program reads does not', () => {
    const table = pseudo({ locale: 'en', title: 'Stop', deep: { list: ['Go'], say: (count: number) => `${String(count)} left` } }) as { locale: string; title: string; deep: { list: string[]; say: (count: number) => string } };
    expect(table.locale).toBe('en');
    expect(table.title).toBe('⟦Stöp··⟧');
    expect(table.deep.list[0]).toBe('⟦Gö·⟧');
    expect(table.deep.say(3)).toBe('⟦3 léft···⟧');
  });

  test('a table that was read before its other language came speaks it from then on, and one that comes later at once', () => {
    const [early, late] = [{ title: 'Stop', count: (many: number) => `${String(many)} left` }, { title: 'Go' }];
    const said = spoken(early);
    expect([said.title, said.count(2)]).toEqual(['Stop', '2 left']);
    learn(early, { title: 'Alto', count: (many) => `quedan ${String(many)}` });
    learn(late, { title: 'Ve' });
    expect([said.title, said.count(2), spoken(late).title, early.title]).toEqual(['Alto', 'quedan 2', 'Ve', 'Stop']);
  });
});

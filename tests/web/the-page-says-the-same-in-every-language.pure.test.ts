/**
 * What the page says in another language is what it says in English: no key or parameter is missing, nothing is left in
 * English, and a title stays short. A table and its other language are found by their names.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import { differencesOf } from '../same-in-every-language.ts';

/** `kept`: names, signs, and words that are written alike in both languages. `excused`: what ends otherwise because its language asks for it. */
const LANGUAGES = [
  { language: 'es', ending: 'Spanish', kept: ['IMEI', 'ECID', 'Token', 'PIN', 'Plan', 'auditor', 'virtual', 'no', 'No', 'Roles'], excused: [] },
  { language: 'fi', ending: 'Finnish', kept: ['IMEI', 'ECID', 'PIN'], excused: ['room signedInBy: ends otherwise: “signed in by” and “kirjautumistapa:”', 'web themes.auto: ends otherwise: “Auto” and “Autom.”'] },
] as const;

async function tablesIn(folder: string, ending: string): Promise<ReadonlyMap<string, unknown>> {
  const place = new URL(`../../web/words/${folder}`, import.meta.url);
  const files = readdirSync(place, { withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('pack.ts'));
  const modules = await Promise.all(files.map(async ({ name }) => await import(new URL(name, place).pathname) as Readonly<Record<string, unknown>>));
  return new Map(modules.flatMap(Object.entries).filter(([name]) => name.endsWith(ending)).map(([name, table]) => [name.slice(0, -ending.length), table]));
}

const english = await tablesIn('', 'English');
const others = await Promise.all(LANGUAGES.map(async (one) => ({ ...one, name: LANGUAGE_NAMES[one.language], tables: await tablesIn(`${one.language}/`, one.ending) })));

/** What was put in, units and signs stand in a text as they are. */
const isNoWord = (text: string): boolean => /^(?:true|false|null|NaN|‹[^›]+›|Q\dQ|µm|min|ms|°C|firmware|[\d.,\sNhs%·:;()→-])+$/u.test(text);

describe.each(others)('$name', ({ tables, kept, excused }) => {
  test('every table of the page says the same, and nothing in English', () => {
    const isKept = (text: string): boolean => kept.some((one) => one === text) || isNoWord(text);
    const differences = [...english].flatMap(([name, table]) => differencesOf(table, tables.get(name), isKept).map((one) => `${name} ${one}`));
    expect(differences).toEqual(excused);
    expect([...tables.keys()].filter((name) => !english.has(name))).toEqual([]);
    expect(english.size).toBeGreaterThan(30);
  });
});

/**
 * The languages in which Holdfast speaks to people, and how one is chosen from what a reader's browser or a record names.
 * Tables of words lie beside each contract: English in the file of the table, others in a folder named by the language.
 */
export const LANGUAGES = ['en', 'es', 'fi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, for the list to choose from. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fi: 'Suomi' };

/** BCP 47, for numbers and dates: 24 hours, day before month. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', fi: 'fi-FI' };

/** The first tag that names a language we have ("es-MX" is "es"), else English. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const base = tag.trim().toLowerCase().split(/[-_]/)[0];
    const found = LANGUAGES.find((language) => language === base);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** Tags of an Accept-Language header, the most wanted first; what cannot be read is left out. Source: RFC 9110 §12.5.4. */
export function acceptedLanguages(header: string): readonly string[] {
  return header.slice(0, 500).split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = rest.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** The shape of a table in another language: the same keys and parameters, every text free. */
export type Said<Table> =
  Table extends string ? string
    : Table extends (...parameters: infer Parameters) => infer Result ? (...parameters: Parameters) => Said<Result>
      : Table extends object ? { readonly [Key in keyof Table]: Said<Table[Key]> }
        : Table;

/** Numbers as the reader's language writes them. Signs of units are the same in every language and stand where they are used. */
import { pageLocale } from './language.ts';

const formats = new Map<number, Intl.NumberFormat>();

/** With so many decimals. What was measured is never grouped: it is compared digit by digit. */
export function sayNumber(value: number, decimals = 0): string {
  const known = formats.get(decimals) ?? new Intl.NumberFormat(pageLocale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false });
  formats.set(decimals, known);
  return known.format(value);
}

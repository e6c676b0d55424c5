/**
 * A name in the parts by which it is found again: without case, accents and marks, in any script. Of a very long name the
 * first parts count.
 */
const PARTS_MAX = 24;

export const namePartsOf = (name: string): string[] =>
  [...new Set(name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((part) => part !== ''))].slice(0, PARTS_MAX);

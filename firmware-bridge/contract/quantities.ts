/**
 * Numbers and foreign words as they may stand in a sentence: with a unit, a narrow space, and a limit on length. A value
 * that is missing, of the wrong kind or implausible gives null, so that a text says less instead of saying "NaN".
 */

/** What a parameter of a cause or problem may be; undefined when it was not given. */
export type Value = string | number | boolean | undefined;

export interface Quantities {
  readonly um: (value: Value) => string | null;
  readonly pct: (value: Value) => string | null;
  /** Tenths of a degree Celsius. */
  readonly celsius: (value: Value) => string | null;
  /** Hundredths of a newton. */
  readonly newton: (value: Value) => string | null;
  /** Milliseconds, said as ms, s or min, whichever a person can picture. */
  readonly duration: (value: Value) => string | null;
  readonly number: (value: Value) => string | null;
  /** A word from outside (a path, a name): no control characters, at most 60 characters. */
  readonly word: (value: Value) => string | null;
}

/** Keeps number and unit on one line and close together. */
const NARROW_SPACE = '\u202F';
const PLAUSIBLE_MAX = 1_000_000_000;
const WORD_CHARACTERS_MAX = 60;

const plausible = (value: Value): number | null =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= PLAUSIBLE_MAX ? value : null;

const word = (value: Value): string | null => {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  if (typeof value === 'number' && plausible(value) === null) return null;
  const characters = [...String(value).replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim()];
  if (characters.length === 0) return null;
  return characters.length <= WORD_CHARACTERS_MAX ? characters.join('') : `${characters.slice(0, WORD_CHARACTERS_MAX - 1).join('')}…`;
};

export const quantitiesFor = (locale: string): Quantities => {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'negative' });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'negative' });
  const withUnit = (value: Value, unit: string): string | null => {
    const amount = plausible(value);
    return amount === null ? null : `${whole.format(amount)}${NARROW_SPACE}${unit}`;
  };
  const inTenths = (value: Value, per: number, unit: string): string | null => {
    const amount = plausible(value);
    return amount === null ? null : `${tenths.format(amount / per)}${NARROW_SPACE}${unit}`;
  };
  return {
    um: (value) => withUnit(value, 'µm'),
    pct: (value) => withUnit(value, '%'),
    celsius: (value) => inTenths(value, 10, '°C'),
    newton: (value) => inTenths(value, 100, 'N'),
    duration: (value) => {
      const amount = plausible(value);
      if (amount === null || amount < 0) return null;
      if (amount < 1_000) return `${whole.format(amount)}${NARROW_SPACE}ms`;
      return amount < 120_000 ? `${tenths.format(amount / 1_000)}${NARROW_SPACE}s` : `${whole.format(amount / 60_000)}${NARROW_SPACE}min`;
    },
    number: (value) => {
      const amount = plausible(value);
      return amount === null ? null : whole.format(amount);
    },
    word,
  };
};

/**
 * Tells a badge reader from a hand by its speed: a reader types at least eight characters without a pause and ends with
 * Enter. Pure: keys come with their time (ms).
 */

/** A reader types a character every few ms; a hand needs 60 and more. */
const GAP_MS_MAX = 40;
const CHARS_MIN = 8;
const CHARS_MAX = 200;

export interface BadgeKeys {
  readonly text: string;
  readonly lastAtMs: number;
}

export const NO_KEYS: BadgeKeys = { text: '', lastAtMs: Number.NEGATIVE_INFINITY };

export interface Taken {
  readonly keys: BadgeKeys;
  /** The whole badge, once Enter came. */
  readonly badge: string | null;
}

export function takeKey(keys: BadgeKeys, key: string, atMs: number): Taken {
  const isFast = atMs - keys.lastAtMs <= GAP_MS_MAX;
  if (key === 'Enter') {
    return { keys: NO_KEYS, badge: isFast && keys.text.length >= CHARS_MIN ? keys.text : null };
  }
  // Shift and the like come between the characters of some readers.
  if (key.length !== 1) return { keys, badge: null };
  const text = isFast ? `${keys.text}${key}`.slice(-CHARS_MAX) : key;
  return { keys: { text, lastAtMs: atMs }, badge: null };
}

/** The code that people read and type of a case: Crockford's alphabet, four characters while there is room, then five, then six. */
import { assertThat } from './invariant.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARS_MIN = 4;
const CHARS_MAX = 6;
/** Of each length, before the next one: with half of them taken, a wrong try is as likely as a coin; sixteen are one in 65,000. */
const TRIES = 16;

/** `random` gives whole numbers from 0 to 31. */
export function newCaseCode(random: () => number, isTaken: (code: string) => boolean): string {
  for (let chars = CHARS_MIN; chars <= CHARS_MAX; chars += 1) {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const code = Array.from({ length: chars }, () => ALPHABET[random()] ?? '0').join('');
      if (!isTaken(code)) return code;
    }
  }
  assertThat(false, 'no code is free; a billion of them were there');
  return '';
}

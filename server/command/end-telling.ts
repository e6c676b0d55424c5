/**
 * Tells on the terminal that a part of Holdfast ended and comes back. The same end again and again is told in full once
 * and counted afterwards, so that a broken part does not hide the trips of the others.
 */
import type { Refused } from './child-line.ts';
import { wrapText } from './wrap-text.ts';

const WORDS_SHOWN_MAX = 6;
/** After the first, the same end is mentioned at these counts, and at every hundredth. */
const MENTIONED_AT = new Set([2, 5, 10, 25, 50]);

/** The line that says what went wrong, and what follows it; a stack of calls alone helps nobody at a bench. */
export function tellingLines(lastWords: readonly string[]): readonly string[] {
  const at = lastWords.findIndex((line) => /\berror\b/i.test(line) || /Error:/.test(line));
  return (at < 0 ? lastWords.slice(-WORDS_SHOWN_MAX) : lastWords.slice(at, at + WORDS_SHOWN_MAX)).filter((line) => line.trim() !== '');
}

export class EndTelling {
  readonly #name: string;
  readonly #say: (text: string) => void;
  #last = '';
  #count = 0;

  constructor(name: string, say: (text: string) => void) {
    this.#name = name;
    this.#say = say;
  }

  ended(how: string, lastWords: readonly string[], againInMs: number): void {
    const lines = tellingLines(lastWords);
    if (this.#isRepeated(`${how} ${lines.join(' ')}`)) {
      if (this.#isMentioned()) this.#say(wrapText(`The ${this.#name} ended in the same way again, ${this.#count} times now. It is started again each time.`));
      return;
    }
    const meanwhile = this.#name === 'bridge' ? ' Until then no permit is renewed: rigs stop or wait by themselves.' : '';
    this.#say(wrapText(`The ${this.#name} ended unexpectedly (${how}). It is started again in ${againInMs / 1000} s.${meanwhile}`));
    for (const line of lines) this.#say(`  | ${line}`);
  }

  refused(refused: Refused): void {
    if (this.#isRepeated(`refused ${refused.refused}`)) return;
    this.#say(wrapText(`The ${this.#name} does not start again: ${refused.what} ${refused.remedy} It is tried again every few seconds.`));
  }

  #isRepeated(what: string): boolean {
    this.#count = what === this.#last ? this.#count + 1 : 1;
    this.#last = what;
    return this.#count > 1;
  }

  #isMentioned(): boolean {
    return MENTIONED_AT.has(this.#count) || this.#count % 100 === 0;
  }
}

/**
 * Whether a new password or PIN is among the first that somebody would try: common and breached passwords, keyboard rows,
 * dates, repetitions, the person's own name. Measured as guesses, never by rules such as "one capital letter".
 */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Of 0 to 4: at least 10^8 guesses, which the limit of tries keeps out for longer than anybody works in a store. */
const SCORE_MIN = 3;

let measure: ZxcvbnFactory | null = null;

/** `known`: what others know of the person and the store, such as the user name. */
export function isGuessable(password: string, known: readonly string[]): boolean {
  // Made when it is first needed: the lists take a quarter of a second, and nobody sets a password at a start.
  measure ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = known.flatMap((text) => [text, ...text.split(/[\s._@-]+/u)]).filter((word) => word.length > 2);
  return measure.check(password, [...words, 'holdfast']).score < SCORE_MIN;
}

const DISTINCT_MIN = 3;

/** Few digits, a run up or down, or one half twice. */
export function isEasyPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10));
  const isRun = steps.size === 1 && [0, 1, 9].includes([...steps][0] ?? 0);
  return new Set(digits).size < DISTINCT_MIN || isRun || [2, 3].some((parts) => isRepeated(pin, parts));
}

const isRepeated = (pin: string, parts: number): boolean => pin.length % parts === 0 && pin === pin.slice(0, pin.length / parts).repeat(parts);

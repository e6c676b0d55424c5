/** The name of a browser as people know it, out of what the browser says of itself. What is not known stays as it is, cut short. */
import { roomWords } from './room-words.ts';

const BROWSERS: readonly (readonly [RegExp, string])[] = [[/\bEdg\//, 'Edge'], [/\bFirefox\//, 'Firefox'], [/\bHeadlessChrome\/|\bChrome\//, 'Chrome'], [/\bSafari\//, 'Safari']];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [[/Windows/, 'Windows'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux']];

export function sayProgram(program: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(program))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(program))?.[1];
  if (browser === undefined) return program === '' ? roomWords.program : program.slice(0, 60);
  return system === undefined ? browser : `${browser}, ${system}`;
}

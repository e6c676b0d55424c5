/** The letters at the head of a row guide the eye to a name; they are made from any name that people have. */
import { expect, test } from 'vitest';
import { lettersOf } from '../../web/look/row-mark.ts';

test('the first letters of the first and the last word', () => {
  expect(lettersOf('Ada Byron')).toBe('AB');
  expect(lettersOf('Frame & Glass')).toBe('FG');
  expect(lettersOf('maría de la cruz')).toBe('MC');
});

test('a single word gives two, and a name without letters none', () => {
  expect(lettersOf('Workshop')).toBe('WO');
  expect(lettersOf('Ö')).toBe('Ö');
  expect(lettersOf('…')).toBe('');
});

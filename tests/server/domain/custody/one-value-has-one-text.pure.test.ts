/** Canonical JSON: one text for one value whatever the order of its keys, read back as it was, and what JSON cannot say is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '../../../../server/domain/custody/canonical.ts';

const textOf = (value: unknown): string => {
  const written = canonicalText(value);
  return 'text' in written ? written.text : `refused: ${written.refused}`;
};
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false), fc.maxSafeInteger(), fc.string({ unit: 'grapheme' }), fc.constantFrom('€', '\u2028', '"\\\u0007', '\u{1F600}', 'A\u030a'),
    fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** The same value with every object's keys in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, one]) => [key, turned(one)]));
}

test('the order of keys does not matter, and the text reads back as the value', () => {
  fc.assert(fc.property(json, (value) => {
    expect(textOf(turned(value))).toBe(textOf(value));
    expect(JSON.parse(textOf(value))).toEqual(JSON.parse(JSON.stringify(value)));
    expect(textOf(JSON.parse(textOf(value)))).toBe(textOf(value));
    expect(textOf(value)).not.toMatch(/[\n\r]/);
  }));
});

// The sorting example of RFC 8785, section 3.2.3: by UTF-16 code units, so the pair of the smiley comes before U+FB33.
test('keys are sorted by their UTF-16 code units', () => {
  const value = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\u{1F600}': 'Emoji: Grinning Face', '\u0080': 'Control', '\u00f6': 'Latin Small Letter O With Diaeresis' };
  expect(textOf(value)).toBe('{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis","\u20ac":"Euro Sign","\u{1F600}":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}');
});

test('numbers, escapes and empty things are written in their one way', () => {
  expect(textOf({ b: -0, a: [1e15, -7], c: '\u0000\u001f/"\\', d: {}, e: [] })).toBe('{"a":[1000000000000000,-7],"b":0,"c":"\\u0000\\u001f/\\"\\\\","d":{},"e":[]}');
  expect(textOf(JSON.parse('{"__proto__":1,"constructor":{"a":2}}'))).toBe('{"__proto__":1,"constructor":{"a":2}}');
});

class Own { readonly a = 1; }
function deep(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}
test.each([
  ['a fraction', { a: 0.5 }, 'event.a is no whole number'],
  ['a number beyond the exact ones', { a: [2 ** 53] }, 'event.a[0] is no whole number'],
  ['infinity', { a: Infinity }, 'event.a is no whole number'],
  ['no number', { a: NaN }, 'event.a is no whole number'],
  ['nothing at all', { a: undefined }, 'event.a is a undefined'],
  ['a big number', { a: 1n }, 'event.a is a bigint'],
  ['a function', { a: () => 1 }, 'event.a is a function'],
  ['a date', { a: new Date(0) }, 'event.a is no plain object'],
  ['a map', { a: new Map() }, 'event.a is no plain object'],
  ['bytes', { a: new Uint8Array(1) }, 'event.a is no plain object'],
  ['an object of a class', { a: new Own() }, 'event.a is no plain object'],
  ['a key that JSON leaves out', { a: { [Symbol('x')]: 1 } }, 'event.a is no plain object'],
  ['a hole in a list', { a: Array(1) }, 'event.a[0] is a undefined'],
  ['half a character', { a: '\ud800' }, 'event.a holds half a character'],
  ['half a character in a key', { '\udc00': 1 }, 'a key of event holds half a character'],
  ['a tower', deep(40), /^event(\.a){33} is nested deeper than 32 levels$/],
])('%s is refused with its place', (_name, value, words) => {
  expect(textOf(value).replace('refused: ', '')).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
});

test('32 levels are not too deep', () => {
  expect(textOf(deep(32))).toBe(`${'{"a":'.repeat(32)}1${'}'.repeat(32)}`);
});

/** Values for a schema, right ones and damaged ones, by fast-check: the seed decides everything. */
import fc from 'fast-check';
import { typesOf } from './schema.ts';
import type { Schema } from './schema.ts';

const HOSTILE = [
  "'; DROP TABLE people; --", '" OR 1=1 --', '<script>alert(1)</script>', '{{7*7}}', '${7*7}', '__proto__', 'constructor', '../../etc/passwd', '%00', '\u0000', '\ud800', 'a\u0000b', '\r\nx: y', '😀',
  '\u202e', ' ', '', 'null', '-1', '1e999', '99999999999999999999', '*', '%', '\\', "'",
];
const CHARS_MAX = 60;
/** Longer than any text that a route takes. */
const TOO_LONG = 'x'.repeat(600);

/** A value that the schema lets through. */
export function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(valueOf));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const types = typesOf(schema);
  if (types.length === 0) return fc.constantFrom(null, 1, 'x');
  return fc.oneof(...types.map((type) => ofType(type, schema)));
}

function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
  if (type === 'null') return fc.constant(null);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
  if (type === 'array') return fc.array(valueOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 5, 5) });
  return type === 'object' ? ofObject(schema) : ofText(schema);
}

function ofText({ format, pattern, minLength = 0, maxLength = CHARS_MAX }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  // Classes of letters are beyond the generator; whatever it makes has none of the signs that they forbid.
  if (pattern !== undefined && !pattern.includes('\\p')) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, CHARS_MAX)), unit: 'grapheme' });
}

function ofObject({ properties = {}, required = [] }: Schema): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, valueOf(schema)]));
  return fc.record(fields, { requiredKeys: required.filter((key) => Object.hasOwn(fields, key)), noNullPrototype: true });
}

/** Anything in place of a value: another type, too long, too deep, hostile. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, [], {}, [[]], TOO_LONG, ...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 }), fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...HOSTILE),
);

/** A body that is right but for one thing; or one that is nothing like it. */
export const damagedOf = (schema: Schema): fc.Arbitrary<unknown> => fc.oneof(
  { weight: 5, arbitrary: fc.tuple(ofObject(schema), fc.nat(), anything, fc.constantFrom('replace', 'drop', 'add')).map(([body, which, value, how]) => damage(body, Object.keys(schema.properties ?? {}), which, value, how)) },
  { weight: 1, arbitrary: anything },
);

function damage(body: Readonly<Record<string, unknown>>, keys: readonly string[], which: number, value: unknown, how: string): Record<string, unknown> {
  const key = keys[which % Math.max(1, keys.length)] ?? 'more';
  if (how === 'drop') return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
  return { ...body, [how === 'add' ? 'not-in-the-schema' : key]: value };
}

/** What stands in an address or a query. */
export const damagedText: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...HOSTILE, TOO_LONG.slice(0, 300)), fc.string({ maxLength: 40, unit: 'binary' }), fc.integer().map(String)).map((text) => text.toWellFormed());

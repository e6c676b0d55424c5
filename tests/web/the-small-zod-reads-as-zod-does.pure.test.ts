/**
 * The page reads answers with a small stand-in for zod. Here every schema of both contracts is built by both, and what each of them
 * says of many thousand made values is held side by side: whether they fit, what comes out, and which place is named first.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { z as smallZod } from '../../web/small-zod.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONTRACTS = [...globSync('firmware-bridge/contract/*.ts', { cwd: ROOT }), ...globSync('server/contract/*.ts', { cwd: ROOT })].sort();
const MARK = '\u0000not there';

interface Reads {
  safeParse(told: unknown): { success: boolean; data?: unknown; error?: { issues: readonly { path: readonly PropertyKey[] }[] } };
}
const reads = (value: unknown): value is Reads => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'safeParse') === 'function';

/** Also those in tables of schemas: a body of each act, of each kind of evidence. */
function schemasIn(value: unknown, name: string, found: Map<string, Reads>, depth = 0): Map<string, Reads> {
  if (reads(value)) found.set(name, value);
  else if (depth < 3 && typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) schemasIn(one, `${name}.${key}`, found, depth + 1);
  return found;
}

async function everySchema(): Promise<Map<string, Reads>> {
  vi.resetModules();
  const found = new Map<string, Reads>();
  for (const path of CONTRACTS) schemasIn(await import(join(ROOT, path)), path, found);
  return found;
}

const real = await everySchema();
vi.doMock('zod', () => import('../../web/small-zod.ts'));
const small = await everySchema();
vi.doUnmock('zod');
afterAll(() => { vi.resetModules(); });

type Def = z.core.$ZodTypeDef & Readonly<Record<string, unknown>>;
const defOf = (schema: unknown): Def => (schema as z.core.$ZodType)._zod.def as Def;

const TEXTS = ['', ' ', ' a ', 'abc', 'ABCDEF012345', 'K7Q2', 'a\u0007b', 'x'.repeat(300), '123456', 'someone@example.org', 'https://example.org/a', 'ftp://example.org', '2026-02-28T10:00:00Z', '2026-02-30T10:00:00Z',
  '2024-02-29T23:59:59.123Z', '2100-02-29T00:00:00Z', '2026-02-28T10:00:00+01:00', '2026-02-28T10:00Z', '01890a5d-ac96-774b-bcce-b302099a8057', '00000000-0000-0000-0000-000000000000', '0'.repeat(64), 'a'.repeat(64), `${'A'.repeat(85)}A==`,
  '356938035643809', 'C8QH6T96DPNG', '\ud800', 'line\nline', 'Ünïcödé'];
const ANYTHING: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...TEXTS, null, MARK, true, false, 0, 1, -1, 1.5, 2 ** 53, [], {}, ['a'], [1], { a: 1 }, undefined, NaN, Infinity), fc.string());

/** Mostly what fits, made from zod's own account of the schema. */
function fitting(schema: unknown): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  switch (def.type) {
    case 'string': return fc.oneof(fc.constantFrom(...TEXTS), { arbitrary: fc.string({ maxLength: 40 }), weight: 1 });
    case 'number': return fc.oneof(fc.constantFrom(0, 1, 2, 10, 100, -1), fc.integer(), fc.double());
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'literal': return fc.constantFrom(...(def['values'] as unknown[]));
    case 'enum': return fc.constantFrom(...Object.values(def['entries'] as Record<string, string>));
    case 'array': return fc.array(fuzzed(def['element']), { maxLength: 3 });
    case 'tuple': return fc.tuple(...(def['items'] as unknown[]).map(fuzzed));
    case 'optional': return fc.oneof({ arbitrary: fuzzed(def['innerType']), weight: 3 }, fc.constantFrom(MARK, undefined));
    case 'default': return fc.oneof({ arbitrary: fuzzed(def['innerType']), weight: 3 }, fc.constant(MARK));
    case 'nullable': return fc.oneof({ arbitrary: fuzzed(def['innerType']), weight: 3 }, fc.constant(null));
    case 'union': return fc.oneof(...(def['options'] as unknown[]).map(fuzzed));
    case 'record': return fc.dictionary(fc.oneof(fuzzed(def['keyType']).map(String), fc.constantFrom('a', 'toString')), fuzzed(def['valueType']), { maxKeys: 3 });
    case 'object': return fc.record(Object.fromEntries(Object.entries(def['shape'] as Record<string, unknown>).map(([key, one]) => [key, fuzzed(one)])))
      .chain((made) => fc.boolean().map((isMore) => (isMore && Math.abs(JSON.stringify(made)?.length ?? 0) % 8 === 0 ? { ...made, unheardOf: 1 } : made)));
    default: return ANYTHING;
  }
}
const fuzzed = (schema: unknown): fc.Arbitrary<unknown> => fc.oneof({ arbitrary: fitting(schema), weight: 60 }, { arbitrary: ANYTHING, weight: 1 });

/** Keys that are marked are taken out: absent is not the same as undefined. */
function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== MARK).map(([key, one]) => [key, withoutMarks(one)]));
}

const says = (schema: Reads, told: unknown): unknown => {
  const { success, data, error } = schema.safeParse(told);
  return success ? { data } : { firstAt: error?.issues[0]?.path };
};

test('both build the same schemas from the contracts', () => {
  expect(real.size).toBeGreaterThan(150);
  expect([...small.keys()]).toEqual([...real.keys()]);
});

test('whatever a server may say, both read the same', () => {
  let fits = 0;
  for (const [name, schema] of real) {
    const other = small.get(name);
    if (other === undefined) throw new Error(name);
    fc.assert(fc.property(fuzzed(schema), (made) => {
      const told = withoutMarks(made);
      const expected = says(schema, told);
      if (typeof expected === 'object' && expected !== null && 'data' in expected) fits += 1;
      expect(says(other, told), `${name}: ${JSON.stringify(told)}`).toStrictEqual(expected);
    }), { numRuns: 60, seed: 4680 });
  }
  // Values that nothing fits would prove little.
  expect(fits).toBeGreaterThan(real.size * 12);
});

test('a key that would become the maker of a record is read by neither', () => {
  const told: unknown = JSON.parse('{"v":1,"__proto__":{"a":1},"params":{"__proto__":"x","n":2}}');
  for (const [name, schema] of real) expect(says(small.get(name) ?? schema, told), name).toStrictEqual(says(schema, told));
});

test('what made values seldom reach: the count of a tuple, a second look at the whole, the keys of a record', () => {
  const pairs: readonly [Reads, Reads, readonly unknown[]][] = [
    [z.tuple([z.number(), z.string()]), smallZod.tuple([smallZod.number(), smallZod.string()]), [[1, 'a'], [1], [1, 'a', 2], ['a', 1]]],
    [z.object({ a: z.number() }).refine(({ a }) => a > 2, 'more than two'), smallZod.object({ a: smallZod.number() }).refine((told) => Number(Reflect.get(Object(told), 'a')) > 2), [{ a: 3 }, { a: 1 }, { a: 'x' }]],
    [z.record(z.string().regex(/^a/), z.number()), smallZod.record(smallZod.string().regex(/^a/), smallZod.number()), [{ ab: 1 }, { ab: 'x' }, {}]],
  ];
  for (const [real, small, all] of pairs) for (const told of all) expect(says(small, told), JSON.stringify(told)).toStrictEqual(says(real, told));
  expect(smallZod.record(smallZod.string().regex(/^a/), smallZod.number()).safeParse({ b: 1 }).success).toBe(false);
});

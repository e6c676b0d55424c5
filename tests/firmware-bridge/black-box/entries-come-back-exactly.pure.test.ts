/** Every entry comes back from its line exactly: each byte, each microsecond, each step of the wall clock. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GAP_REASONS, type BoxEntry } from '../../../firmware-bridge/contract/black-box.ts';
import { baseOf, EntryReader, EntryWriter } from '../../../firmware-bridge/contract/black-box-lines.ts';

const atMs = fc.integer({ min: 0, max: 4e12 }).map((us) => us / 1000);
const wallMs = fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 });
const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes));
const body = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const anyEntry: fc.Arbitrary<BoxEntry> = fc.oneof(
  fc.record({ is: fc.constant('in' as const), atMs, wallMs, bytes }),
  fc.record({ is: fc.constant('out' as const), atMs, bytes, whole: fc.boolean(), stopId: fc.option(fc.constant('A1B2')) }),
  fc.record({ kind: fc.constant('tick'), sleptMs: fc.nat(), nowMs: atMs, wallMs }).map((event): BoxEntry => ({ is: 'event', event, within: null })),
  fc.record({ event: fc.record({ kind: fc.constantFrom('facts', 'order', 'port-opened'), nowMs: atMs, wallMs, more: body }), within: fc.option(fc.nat(9)) })
    .map((given): BoxEntry => ({ is: 'event', ...given })),
  fc.record({ kind: fc.string({ minLength: 1 }), body }).map((item): BoxEntry => ({ is: 'did', item })),
  fc.record({ atMs, wallMs, release: fc.string(), state: fc.dictionary(fc.string(), body) }).map((given): BoxEntry => ({ is: 'state', ...given, state: JSON.parse(JSON.stringify(given.state)) as unknown })),
  fc.record({ is: fc.constant('gap' as const), atMs, entries: fc.nat(), bytes: fc.nat(), why: fc.constantFrom(...GAP_REASONS) }),
);

test('whatever was noted comes back as it was', () => {
  fc.assert(fc.property(fc.array(anyEntry, { maxLength: 30 }), (entries) => {
    const base = baseOf(entries);
    const writer = new EntryWriter(base);
    const lines = entries.map((entry) => writer.line(entry));
    expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
    const reader = new EntryReader(base);
    expect(lines.map((line) => JSON.parse(JSON.stringify(reader.entry(line))) as unknown)).toEqual(JSON.parse(JSON.stringify(entries)));
  }));
});

test('what is no entry is refused, and never throws', () => {
  const reader = new EntryReader({ us: 0, wallMs: 0 });
  for (const line of ['', '{', '{}', '[]', '["x",1,2,3]', '["i"]', '["i",1,2]', '["o",1,1,2]', '["o",1,1,"a",2]', '["e",1,2,{}]', '["e",1,2,"x"]', '["d",{}]', '["d",{"kind":1,"body":2}]', '["s",1,2,"r"]', '["g",1,2,3,"x"]', '["t"]', 'null']) {
    expect(reader.entry(line)).toBeUndefined();
  }
  fc.assert(fc.property(fc.string(), (line) => { reader.entry(line); }));
});

/** The chain of the audit: one text for one entry, and every entry that was changed, moved, put in or cut off is found. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, EMPTY_AUDIT, firstBrokenOf, hashOfEntry, keptDeed } from '../../../server/domain/audit-chain.ts';
import type { AuditHead, ChainedEntry } from '../../../server/domain/audit-chain.ts';
import type { Deed } from '../../../server/domain/audit-port.ts';

const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const AT_ISO = '2026-11-24T10:00:00.000Z';
const deed = (what: string): Deed => ({
  who: { kind: 'person', name: 'P7QK2' }, what, subject: 'bench:bench-1', why: 'straight', from: { address: '127.0.0.1', machine: 'bench PC 1' }, detail: { stop: 'S1', second: true, tries: 2, none: null },
});

function chained(deeds: readonly Deed[]): { entries: ChainedEntry[]; head: AuditHead } {
  const entries: ChainedEntry[] = [];
  let head = EMPTY_AUDIT;
  for (const one of deeds) {
    const unhashed = { ...keptDeed(one), number: head.number + 1, atIso: AT_ISO };
    head = { number: unhashed.number, hash: hashOfEntry(head.hash, unhashed, sha) };
    entries.push({ ...unhashed, hash: head.hash });
  }
  return { entries, head };
}

const { entries, head } = chained(['signed-in', 'reset-ordered', 'drilled', 'judged', 'signed-out'].map(deed));
const edited = (at: number, differs: Partial<ChainedEntry>): ChainedEntry[] => entries.map((entry, index) => (index === at ? { ...entry, ...differs } : entry));
/** As somebody would who also mends the hash of the entry. */
const rehashed = (at: number, differs: Partial<ChainedEntry>): ChainedEntry[] =>
  edited(at, differs).map((entry, index) => (index === at ? { ...entry, hash: hashOfEntry(entries[at - 1]?.hash ?? EMPTY_AUDIT.hash, entry, sha) } : entry));

test('a whole chain is whole, also the empty one', () => {
  expect(firstBrokenOf(entries, head, sha)).toBeNull();
  expect(firstBrokenOf([], EMPTY_AUDIT, sha)).toBeNull();
});

test('the hash is over the text as it stands here, for ever', () => {
  const first = { ...keptDeed(deed('signed-in')), number: 1, atIso: AT_ISO };
  expect(canonicalText(first)).toBe(
    '["holdfast-audit-1",1,"2026-11-24T10:00:00.000Z","person","P7QK2","signed-in","bench:bench-1","straight","127.0.0.1","bench PC 1",[["none",null],["second",true],["stop","S1"],["tries",2]]]',
  );
  expect(entries[0]?.hash).toBe(sha(`${'0'.repeat(64)}\n${canonicalText(first)}`));
});

describe('every field counts, at its own entry', () => {
  test.each<[string, Partial<ChainedEntry>]>([
    ['time', { atIso: '2026-11-24T10:00:00.001Z' }], ['kind of who', { who: { kind: 'unverified-name', name: 'P7QK2' } }], ['who', { who: { kind: 'person', name: 'P7QK3' } }],
    ['what', { what: 'drill-ordered' }], ['subject', { subject: 'bench:bench-2' }], ['no subject', { subject: null }], ['why', { why: 'bent' }], ['no why', { why: null }],
    ['address', { from: { address: '127.0.0.2', machine: 'bench PC 1' } }], ['machine', { from: { address: '127.0.0.1', machine: null } }],
    ['detail', { detail: { stop: 'S2', second: true, tries: 2, none: null } }], ['number as text', { detail: { stop: 'S1', second: true, tries: '2', none: null } }], ['hash', { hash: sha('x') }],
  ])('%s', (_name, differs) => {
    expect(firstBrokenOf(edited(2, differs), head, sha)).toBe(3);
  });

  test('an entry that got a fitting hash breaks the next one, and as the last one the head', () => {
    expect(firstBrokenOf(rehashed(2, { why: 'bent' }), head, sha)).toBe(4);
    expect(firstBrokenOf(rehashed(4, { why: 'bent' }), head, sha)).toBe(5);
  });
});

test('taken out, put in, swapped, numbered anew', () => {
  expect(firstBrokenOf(entries.filter((_entry, index) => index !== 1), head, sha)).toBe(2);
  expect(firstBrokenOf([...entries.slice(0, 2), ...entries.slice(1)], head, sha)).toBe(3);
  expect(firstBrokenOf([0, 2, 1, 3, 4].flatMap((at) => entries[at] ?? []), head, sha)).toBe(2);
  expect(firstBrokenOf(entries.slice(1).map((entry, index) => ({ ...entry, number: index + 1 })), head, sha)).toBe(1);
});

test('a tail that was cut off shows against the head, as does a tail that the head does not know', () => {
  expect(firstBrokenOf(entries.slice(0, 3), head, sha)).toBe(4);
  expect(firstBrokenOf([], head, sha)).toBe(1);
  expect(firstBrokenOf(entries, { number: 3, hash: entries[2]?.hash ?? '' }, sha)).toBe(4);
  expect(firstBrokenOf(entries, EMPTY_AUDIT, sha)).toBe(1);
  expect(firstBrokenOf(entries, { ...head, hash: sha('x') }, sha)).toBe(5);
});

const anyDetail = fc.dictionary(fc.string({ unit: 'binary', maxLength: 20 }), fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null)), { maxKeys: 5 });
const anyDeed: fc.Arbitrary<Deed> = fc.record({
  who: fc.record({ kind: fc.constantFrom('person', 'system', 'bridge'), name: fc.string({ unit: 'binary', minLength: 1 }) }), what: fc.string({ unit: 'binary' }), subject: fc.option(fc.string({ unit: 'binary' })),
  why: fc.option(fc.string({ unit: 'binary', maxLength: 900 })), from: fc.record({ address: fc.string({ unit: 'binary' }), machine: fc.option(fc.string({ unit: 'binary' })) }), detail: anyDetail,
});
const halfPair = fc.constantFrom('\ud800', 'x\udfff', `${'a'.repeat(498)}😀z`);

test('whatever is kept comes back from JSON as it was, and keeping it again changes nothing', () => {
  fc.assert(fc.property(anyDeed, halfPair, (one, half) => {
    const kept = keptDeed({ ...one, why: `${half}${one.why ?? ''}`, detail: { ...one.detail, half } });
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
    expect(keptDeed(kept)).toEqual(kept);
    expect(kept.why?.isWellFormed()).toBe(true);
    expect(kept.why?.length).toBeLessThanOrEqual(500);
  }));
});

test('two entries that differ have different texts, and the order of details is none', () => {
  const textOf = (one: Deed): string => canonicalText({ ...one, number: 1, atIso: AT_ISO });
  fc.assert(fc.property(anyDeed, anyDeed, (left, right) => {
    const [one, other] = [keptDeed(left), keptDeed(right)];
    expect(textOf(one) === textOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    expect(textOf({ ...one, detail: Object.fromEntries(Object.entries(one.detail).toReversed()) })).toBe(textOf(one));
  }));
  expect(textOf({ ...deed('a'), subject: 'b","c' })).not.toBe(textOf({ ...deed('a","b'), subject: 'c' }));
});

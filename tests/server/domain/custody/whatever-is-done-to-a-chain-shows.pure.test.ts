/** Edit, reorder, cut, insert, rebuild: each shows, at its place and by its name; what only paper can know, only paper shows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGood } from '../../../../server/contract/custody-verdict.ts';
import type { ChainVerdict } from '../../../../server/contract/custody-verdict.ts';
import type { PaperHead } from '../../../../server/contract/custody.ts';
import type { KeptEvent } from '../../../../server/domain/custody/first-fault.ts';
import { verifyChain, verifyGone } from '../../../../server/domain/custody/verify.ts';
import type { KeptChain } from '../../../../server/domain/custody/verify.ts';
import { AT, CASE, CODE, chainOf, FORGER, hashOf, madeEvents, renumbered, STORE } from './made-chain.ts';

const check = (chain: KeptChain, shown: readonly PaperHead[] = []): ChainVerdict => verifyChain(chain, shown, hashOf, STORE.isSigned);
const fault = (events: readonly KeptEvent[], differs: Partial<KeptChain> = {}): string => {
  const { intact } = check(chainOf(events, differs));
  return intact === null ? 'intact' : `${String(intact.seq)} ${intact.why}`;
};
const bodies = fc.array(fc.record({ index: fc.integer(), word: fc.string({ unit: 'grapheme', maxLength: 12 }) }), { minLength: 2, maxLength: 8 });
/** A whole chain and a place in it, from 0. */
const placed = bodies.chain((all) => fc.record({ events: fc.constant(madeEvents(all)), bodies: fc.constant(all), at: fc.nat(all.length - 1) }));
const headOf = (events: readonly KeptEvent[]): KeptChain['head'] => chainOf(events).head;
const paper = (events: readonly KeptEvent[], seq: number): PaperHead => ({ code: CODE, seq, hash: events[seq - 1]?.hash ?? '' });
const anchor = (events: readonly KeptEvent[], seq: number): KeptChain['anchors'][number] => ({ seq, hash: events[seq - 1]?.hash ?? '', kind: 'label', atIso: AT, ref: 'L-1' });

/** As a forger writes a line anew: another content, its own hash beside it, and the signature that is at hand. */
function edited(event: KeptEvent, change: 'line' | 'line-and-hash' | 'all-by-forger'): KeptEvent {
  const line = event.line.replace('"kind":"handed-over"', '"kind":"handed-back"');
  const bytes = new TextEncoder().encode(line);
  if (change === 'line') return { ...event, line };
  if (change === 'line-and-hash') return { ...event, line, hash: hashOf(bytes) };
  return { ...event, line, hash: hashOf(bytes), signature: FORGER.signatureOf(bytes) };
}

test('what nobody touched is intact, however long it is', () => {
  fc.assert(fc.property(placed, ({ events }) => {
    const verdict = check(chainOf(events));
    expect(verdict).toMatchObject({ case: CASE, code: CODE, events: events.length, intact: null, completeTo: null, against: [], tail: { events: events.length, sinceIso: null } });
    expect(isGood(verdict)).toBe(true);
  }));
  expect(check(chainOf([]))).toMatchObject({ events: 0, intact: null, head: null, tail: { events: 0, sinceIso: null } });
});

test('an edit shows at its place, also when hash and signature were made anew by a stranger', () => {
  fc.assert(fc.property(placed, fc.constantFrom('line', 'line-and-hash', 'all-by-forger'), ({ events, at }, how) => {
    const done = events.with(at, edited(events[at] ?? expect.fail(), how));
    expect(fault(done, { head: headOf(events) })).toBe(`${String(at + 1)} edited`);
  }));
});

test('a hash that was changed beside its line is an edit', () => {
  fc.assert(fc.property(placed, ({ events, at }) => {
    const done = events.with(at, { ...(events[at] ?? expect.fail()), hash: 'f'.repeat(64) });
    expect(fault(done, { head: headOf(events) })).toBe(`${String(at + 1)} edited`);
  }));
});

test('an edit is not taken for something put in because a forgery, or another case, claims its place further on', () => {
  const events = madeEvents([{ a: 1 }, { a: 2 }, { a: 3 }]);
  const forged = edited(events[1] ?? expect.fail(), 'line');
  const other = madeEvents([{ a: 1 }, { a: 2 }], STORE.signatureOf, '01991f5e-7a00-7000-8000-0000000000c2')[1] ?? expect.fail();
  for (const claimant of [forged, other]) expect(fault(renumbered([...events.with(1, forged), claimant]), { head: headOf(events) })).toBe('2 edited');
});

test('a line written in another way is an edit, although it means the same', () => {
  const events = madeEvents([{ a: 1 }, { a: 2 }]);
  const [first] = events;
  const line = ` ${first?.line ?? ''}`;
  const bytes = new TextEncoder().encode(line);
  expect(fault([{ seq: 1, line, hash: hashOf(bytes), signature: STORE.signatureOf(bytes), key: 1 }])).toBe('1 edited');
});

test('two that changed places show at the first of them', () => {
  fc.assert(fc.property(placed, fc.nat(), ({ events, at }, other) => {
    const to = other % events.length;
    fc.pre(to !== at);
    const done = events.with(at, events[to] ?? expect.fail()).with(to, events[at] ?? expect.fail());
    expect(fault(renumbered(done), { head: headOf(events) })).toBe(`${String(Math.min(at, to) + 1)} reordered`);
  }));
});

test('one taken out shows at its place, whether the rest closes up or not', () => {
  fc.assert(fc.property(placed, fc.boolean(), ({ events, at }, closesUp) => {
    const done = events.toSpliced(at, 1);
    expect(fault(closesUp ? renumbered(done) : done, { head: headOf(events) })).toBe(`${String(at + 1)} removed`);
  }));
});

test('one put in shows at its place: of a stranger, of another case, or one of the chain a second time', () => {
  fc.assert(fc.property(placed, fc.constantFrom('stranger', 'other-case', 'again'), ({ events, bodies: all, at }, how) => {
    const from = { stranger: madeEvents(all, FORGER.signatureOf), 'other-case': madeEvents(all, STORE.signatureOf, '01991f5e-7a00-7000-8000-0000000000c2'), again: events }[how][at] ?? expect.fail();
    const place = how === 'again' ? at + 1 : at;
    expect(fault(renumbered(events.toSpliced(place, 0, from)), { head: headOf(events) })).toBe(`${String(place + 1)} inserted`);
  }));
});

test('a tail cut off the events alone shows by the head that is kept apart', () => {
  fc.assert(fc.property(placed, ({ events, at }) => {
    expect(fault(events.slice(0, at), { head: headOf(events) })).toBe(`${String(at + 1)} removed`);
  }));
});

describe('what the store cannot tell by itself, paper does', () => {
  test('a tail cut off with its head: intact, and every mark beyond the end says how much is missing', () => {
    fc.assert(fc.property(placed, fc.boolean(), ({ events, at }, noted) => {
      fc.pre(at >= 1);
      const cut = chainOf(events.slice(0, at), noted ? { anchors: [anchor(events, events.length)] } : {});
      const verdict = check(cut, noted ? [] : [paper(events, events.length)]);
      expect(verdict).toMatchObject({ intact: null, against: [{ problem: 'knows-more', missing: events.length - at, shown: !noted }] });
      expect([isGood(verdict), isGood(check(chainOf(events.slice(0, at))))]).toEqual([false, true]);
    }));
  });

  test('a chain that was built anew with the key of the store: intact, and another event stood where the mark is', () => {
    fc.assert(fc.property(placed, fc.boolean(), ({ events, bodies: all, at }, noted) => {
      const rebuilt = madeEvents(all.with(at, { index: 0, word: 'never happened so' }));
      const mark = noted ? { anchors: [anchor(events, events.length)] } : {};
      const verdict = check(chainOf(rebuilt, mark), noted ? [] : [paper(events, events.length)]);
      expect(verdict).toMatchObject({ intact: null, completeTo: null, against: [{ problem: 'knows-other', missing: 0 }] });
      expect(isGood(verdict)).toBe(false);
      // A mark from before the change still fits: it says nothing about what came after it.
      if (at > 0) expect(check(chainOf(rebuilt), [paper(events, at)])).toMatchObject({ shownTo: { seq: at }, against: [] });
    }));
  });

  test('a case of which the store knows nothing any more', () => {
    const events = madeEvents([{ a: 1 }, { a: 2 }]);
    const verdict = verifyGone([paper(events, 2)]);
    expect(verdict).toMatchObject({ case: null, code: CODE, events: 0, against: [{ seq: 2, problem: 'knows-more', missing: 2 }] });
    expect(isGood(verdict)).toBe(false);
  });
});

test('complete up to the newest mark that fits, and the tail is what lies after it', () => {
  const events = madeEvents([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }, { a: 5 }]);
  const anchors = [anchor(events, 2), { ...anchor(events, 4), kind: 'receipt' as const, ref: null, atIso: '2026-11-26T09:00:00.000Z' }];
  expect(check(chainOf(events, { anchors }))).toMatchObject({
    completeTo: { seq: 4, kind: 'receipt', shown: false }, shownTo: null, tail: { events: 1, sinceIso: '2026-11-26T09:00:00.000Z' },
  });
  expect(check(chainOf(events, { anchors: [...anchors, { ...anchor(events, 4), kind: 'mail' }] })).completeTo).toMatchObject({ seq: 4, kind: 'mail' });
  // A paper that the store noted becomes proof when it is shown; one that it did not note is proof all the same.
  expect(check(chainOf(events, { anchors }), [paper(events, 2)])).toMatchObject({ completeTo: { seq: 4, shown: false }, shownTo: { seq: 2, kind: 'label', ref: 'L-1', shown: true }, tail: { events: 1 } });
  expect(check(chainOf(events, { anchors }), [paper(events, 5)])).toMatchObject({ completeTo: { seq: 5, kind: null, shown: true }, tail: { events: 0, sinceIso: null }, against: [] });
});

test('behind the first fault nothing counts as complete', () => {
  const events = madeEvents([{ a: 1 }, { a: 2 }, { a: 3 }, { a: 4 }]);
  const done = events.with(2, edited(events[2] ?? expect.fail(), 'line'));
  const verdict = check(chainOf(done, { head: headOf(events), anchors: [anchor(events, 2), anchor(events, 4)] }));
  expect(verdict).toMatchObject({ intact: { seq: 3, why: 'edited' }, completeTo: { seq: 2 }, tail: { events: 0 }, against: [] });
});

describe('the signature', () => {
  const events = madeEvents([{ a: 1 }, { a: 2 }, { a: 3 }]);
  test('of nobody: the content is what was linked, so only the signature was changed', () => {
    const spoilt = events.with(1, { ...(events[1] ?? expect.fail()), signature: Buffer.alloc(64).toString('base64') });
    expect(fault(spoilt)).toBe('2 wrong-signature');
    expect(fault(events.with(2, { ...(events[2] ?? expect.fail()), signature: '' }))).toBe('3 wrong-signature');
  });
  test('of another store, for the whole chain', () => {
    expect(fault(madeEvents([{ a: 1 }, { a: 2 }], FORGER.signatureOf))).toBe('1 wrong-signature');
  });
  test('of a former key after a newer one', () => {
    const turned = events.with(1, { ...(events[1] ?? expect.fail()), key: 2 });
    expect(fault(turned)).toBe('3 wrong-signature');
    expect(fault(events.map((event, index) => ({ ...event, key: index === 0 ? 1 : 2 })))).toBe('intact');
  });
});

test('a head that was put back, one that names another event, and a place that was renumbered', () => {
  const events = madeEvents([{ a: 1 }, { a: 2 }, { a: 3 }]);
  expect(fault(events, { head: headOf(events.slice(0, 1)) })).toBe('2 head-differs');
  expect(fault(events, { head: { seq: 3, hash: events[0]?.hash ?? '' } })).toBe('3 head-differs');
  expect(fault(events.with(2, { ...(events[2] ?? expect.fail()), seq: 7 }))).toBe('3 edited');
});

test('two branches of one chain do not pass as one', () => {
  const [first] = madeEvents([{ a: 1 }]);
  const other = madeEvents([{ a: 'another' }, { a: 2 }]);
  expect(fault([first ?? expect.fail(), other[1] ?? expect.fail()])).toBe('2 not-linked');
});

test('a copy that keeps neither hashes nor a head is judged by its lines and signatures', () => {
  const events = madeEvents([{ a: 1 }, { a: 2 }, { a: 3 }]).map((event): KeptEvent => ({ ...event, hash: null }));
  expect(fault(events, { head: null })).toBe('intact');
  expect(fault(events.with(1, edited(events[1] ?? expect.fail(), 'line')), { head: null })).toBe('2 edited');
  expect(fault(renumbered(events.toSpliced(1, 1)), { head: null })).toBe('2 removed');
});

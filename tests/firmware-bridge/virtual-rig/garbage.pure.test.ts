/** Arbitrary bytes and arbitrary orders: nothing throws, nothing loosens, and nothing crosses without a live permit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ERASE, UPDATE, rigAtWork, runTo } from './rig-on-paper.ts';
import { makeRandom } from '../../../firmware-bridge/virtual-rig/random.ts';
import type { PaperRig } from './rig-on-paper.ts';

const anyBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('latin1'));

test('any bytes: the firmware never throws, makes no permit, opens no session and holds at most one line', () => {
  fc.assert(fc.property(fc.array(anyBytes, { maxLength: 8 }), (chunks) => {
    const rig = rigAtWork();
    const session = rig.state.session?.id;
    for (const chunk of chunks) {
      rig.bytes(chunk);
      expect(rig.state.permit).toBeNull();
      expect(rig.state.input.text.length).toBeLessThan(160);
      expect(rig.state.session?.id).toBe(session);
      rig.run(50, 'silent');
    }
    expect(rig.events('crossing')).toHaveLength(0);
  }), { numRuns: 100 });
});

test('a valid grant with one damaged byte is never a permit', () => {
  const rig = rigAtWork();
  rig.run(100);
  const grant = rig.line('HB', { re: String(rig.beat.n), re_ms: rig.beat.fields.t_ms ?? '', permit: 'write', restore: '00010001', plan: UPDATE.hash, ttl_ms: '500' });
  const before = rig.state;
  fc.assert(fc.property(fc.nat(grant.length - 2), fc.integer({ min: 1, max: 255 }), (at, change) => {
    rig.state = before;
    const damaged = String.fromCharCode(grant.charCodeAt(at) ^ change);
    rig.bytes(grant.slice(0, at) + damaged + grant.slice(at + 1));
    expect(rig.state.permit).toBeNull();
  }), { numRuns: 500 });
  rig.state = before;
  rig.bytes(grant);
  expect(rig.state.permit?.kind).toBe('write');
});

type Deed = (rig: PaperRig) => void;
const id = fc.integer({ min: 1, max: 3 }).map((n) => `00000000000${n}`);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.integer({ min: 10, max: 1500 }), fc.constantFrom('none', 'write', 'erase', 'silent' as const)).map(([ms, host]): Deed => (rig) => rig.run(ms, host)) },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(UPDATE, ERASE), fc.constantFrom(null, 40), fc.integer({ min: 3500, max: 8000 })).map(([plan, fallsBack, ms]): Deed => (rig) => {
      rig.say('RESET', { id: rig.memory.latch?.id ?? '' });
      rig.seat();
      rig.start(plan, fallsBack);
      rig.run(ms, plan === ERASE ? 'erase' : 'write');
    }),
  },
  { weight: 4, arbitrary: fc.constantFrom<Deed>((rig) => rig.start(UPDATE), (rig) => rig.start(ERASE), (rig) => rig.start(UPDATE, 40)) },
  { weight: 2, arbitrary: fc.constantFrom<Deed>((rig) => rig.seat(), (rig) => rig.pull('unseat'), (rig) => rig.pull('fall-back'), (rig) => rig.pull('button')) },
  { weight: 2, arbitrary: id.map((stop): Deed => (rig) => rig.stop(stop)) },
  { weight: 3, arbitrary: fc.constant<Deed>((rig) => rig.say('RESET', { id: rig.memory.latch?.id ?? '000000000000' })) },
  { weight: 1, arbitrary: fc.constantFrom<Deed>((rig) => rig.powerCycle(), (rig) => rig.hello(), (rig) => rig.estop(true), (rig) => rig.estop(false), (rig) => rig.bytes('\x18'), (rig) => rig.bytes('\n')) },
  { weight: 1, arbitrary: anyBytes.map((bytes): Deed => (rig) => rig.bytes(bytes)) },
);

test('whatever happens in whatever order: every crossing has a live permit that covers it, and a latch outlives all but its reset', () => {
  let crossings = 0;
  fc.assert(fc.property(fc.array(deed, { minLength: 5, maxLength: 16 }), (deeds) => {
    const rig = rigAtWork();
    for (const each of deeds) {
      const latch = rig.memory.latch;
      const resets = rig.events('reset').length;
      each(rig);
      const kept = rig.memory.latch?.id === latch?.id || latch?.id === '000000000000';
      if (latch !== null && rig.events('reset').length === resets) expect(kept).toBe(true);
      expect(rig.state.memory).toEqual(rig.memory);
      if (rig.memory.latch !== null) expect(rig.state.permit).toBeNull();
    }
    for (const entry of rig.ledger) {
      if (entry.event !== 'crossing') continue;
      crossings += 1;
      expect(entry.live).toBe(true);
      expect(entry.t_ms).toBeLessThan(entry.until_ms ?? 0);
      if (entry.point === 'erase') expect(entry.permit).toBe('erase');
    }
    const begun = rig.events('erase-begun').length;
    expect(rig.ledger.filter((entry) => entry.event === 'crossing' && entry.point === 'erase')).toHaveLength(begun);
  }), { numRuns: 30, seed: 7 });
  expect(crossings, 'the orders tried did cross').toBeGreaterThan(10);
});

test('the same events give the same states', () => {
  const play = (): PaperRig => {
    const rig = rigAtWork();
    runTo(rig, 'write', 'write');
    rig.stop('5C1E77A90001');
    rig.run(500);
    return rig;
  };
  expect(play().state).toEqual(play().state);
});

test('a step never changes the state that it was given', () => {
  const rig = rigAtWork();
  const before = rig.state;
  const copy = structuredClone(before);
  rig.answer('write');
  rig.stop('5C1E77A90001');
  expect(before).toEqual(copy);
});

test('the generator is reproducible and spreads evenly', () => {
  const random = makeRandom(7);
  const again = makeRandom(7);
  const values = Array.from({ length: 4000 }, () => random());
  expect(values.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => again()));
  expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - 0.5)).toBeLessThan(0.02);
});

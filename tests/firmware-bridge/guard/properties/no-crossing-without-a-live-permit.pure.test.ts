/** Property: no transition past either point of no return without a permit live at that instant by the rig's clock, with both ends on a bad line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BothEnds } from './both-ends.ts';

type Deed = (ends: BothEnds) => void;
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 100, max: 3000 }).map((ms): Deed => (ends) => { ends.run(ms); }) },
  { weight: 1, arbitrary: fc.constantFrom<Deed>((ends) => { ends.stop(); }, (ends) => { ends.plug(false); }, (ends) => { ends.plug(true); }) },
  { weight: 1, arbitrary: fc.constantFrom<Deed>((ends) => { ends.rig.powerCycle(); }, (ends) => { ends.rig.pull('fall-back'); }, (ends) => { ends.rig.pull('button'); }) },
  { weight: 1, arbitrary: fc.constant<Deed>((ends) => { ends.hold(); }) },
);

test('no crossing without a permit that is live at that instant', () => {
  let crossings = 0;
  fc.assert(fc.property(fc.nat(), fc.constantFrom(0, 0, 3, 10, 30), fc.constantFrom('update', 'erase' as const), fc.constantFrom(null, null, 40), fc.array(deed, { maxLength: 5 }), (seed, bad, kind, fallsBack, deeds) => {
    const ends = new BothEnds(seed, bad);
    ends.run(500);
    ends.begin(kind, fallsBack);
    ends.run(3500);
    for (const each of deeds) each(ends);
    ends.run(4000);
    for (const entry of ends.rig.ledger) {
      if (entry.event !== 'crossing') continue;
      crossings += 1;
      expect(entry.live).toBe(true);
      const covering = ends.grants.filter((grant) => grant.restore === entry.restore && grant.untilMs > entry.t_ms && (grant.permit === 'erase' || grant.permit === entry.point));
      expect(covering.length, 'the guard gave it, and it had not ended').toBeGreaterThan(0);
    }
  }), { numRuns: 40 });
  expect(crossings, 'some did cross').toBeGreaterThan(0);
});

test('on a good line an update goes all the way, and an erase that nobody agreed to stays before its point', () => {
  const good = new BothEnds(1, 0);
  good.run(500);
  good.begin('update', null);
  good.run(9000);
  expect(good.rig.last('ENDED')?.fields['result']).toBe('kept');
  expect(good.bench.state.trip).toBeNull();
  const fallen = new BothEnds(1, 0);
  fallen.run(500);
  fallen.begin('update', 40);
  fallen.run(9000);
  expect(fallen.rig.events('erase-begun')).toEqual([]);
  expect(fallen.bench.state.trip?.trip.receipt.answer).toBe('stopped');
});

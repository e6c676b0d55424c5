/** However evidence arrives (again, late, in any order), every stop is counted once and nothing proved is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '../../../firmware-bridge/contract/evidence.ts';
import { projectStops } from '../../../server/domain/project-stops.ts';
import { AT_ISO, DEVICE, lifeOfAStop, madeEvent, madeReceipt, madeTrip, stored } from '../made-evidence.ts';

const project = (events: readonly Evidence[], stopId = 'S1') => projectStops(stopId, events.map((event, index) => stored(event, index + 1)));
const stops = (events: readonly Evidence[]) => project(events).map(({ stop }) => stop);
const recoveredTrip = madeTrip('S1', { recovered: true, causes: [{ code: 'rig-stopped-itself', params: {}, atIso: AT_ISO, cleared: false }], receipt: madeReceipt('S1', { answer: 'stopped', state: 'confirmed', rung: 0, writes: 0 }) });
const recovered = madeEvent(1, 'trip-recovered', { rig: 'VIRTUAL-1', device: null, trip: recoveredTrip }, { bootId: 'boot-2', atIso: '2026-11-23T11:00:00.000Z' });

test('a whole life becomes one stop with every time of its receipt', () => {
  const [stop, ...others] = stops(lifeOfAStop('S1', 'VIRTUAL-1', 1));
  expect(others).toEqual([]);
  expect(stop).toMatchObject({ rig: 'VIRTUAL-1', stopId: 'S1', bench: 'bench-1', device: DEVICE, recovered: false, reset: { by: 'Technician', reason: 'looked at it' } });
  expect(stop?.trip).toMatchObject({ outcome: 'intact', receipt: { writtenAfterUs: 200, acknowledgedAfterUs: 900, seenStoppedAfterUs: 90_000, state: 'confirmed', answer: 'stopped' } });
});

test('any order and any repetition give the same stops', () => {
  const twoRuns = [
    ...lifeOfAStop('S1', 'VIRTUAL-1', 1),
    madeEvent(9, 'cause-added', { rig: null, trip: madeTrip('S1', { causes: [...madeTrip('S1').causes, { code: 'operator-stop', params: {}, atIso: AT_ISO, cleared: false }] }) }),
    recovered,
    madeEvent(2, 'receipt-changed', { rig: 'VIRTUAL-1', trip: { ...recoveredTrip, eraseArmed: true } }, { bootId: 'boot-2', atIso: '2026-11-23T11:00:01.000Z' }),
    madeEvent(30, 'tripped', { rig: 'VIRTUAL-2', device: null, trip: madeTrip('S1') }, { bench: 'bench-2' }),
  ];
  const byRig = (events: readonly Evidence[]) => stops(events).sort((left, right) => String(left.rig).localeCompare(String(right.rig)));
  const expected = byRig(twoRuns);
  expect(expected.map((stop) => stop.rig)).toEqual(['VIRTUAL-1', 'VIRTUAL-2']);
  fc.assert(fc.property(fc.shuffledSubarray([...twoRuns, ...twoRuns], { minLength: twoRuns.length * 2 }), (shuffled) => {
    expect(byRig(shuffled)).toEqual(expected);
  }));
});

test('more evidence never takes away a time, an answer or a warning', () => {
  const events = [...lifeOfAStop('S1', 'VIRTUAL-1', 1), recovered];
  fc.assert(fc.property(fc.subarray(events, { minLength: 1 }), fc.constantFrom(...events), (known, added) => {
    const before = stops(known)[0];
    const after = stops([...known, added])[0];
    if (before === undefined) return;
    expect(after).toBeDefined();
    for (const key of ['writtenAfterUs', 'acknowledgedAfterUs', 'seenStoppedAfterUs', 'rigTMs'] as const) {
      if (before.trip.receipt[key] !== null) expect(after?.trip.receipt[key]).not.toBeNull();
    }
    if (before.trip.receipt.state === 'confirmed') expect(after?.trip.receipt.state).toBe('confirmed');
    if (before.reset !== null) expect(after?.reset).toEqual(before.reset);
  }));
});

test('a stop known only from the latch of the rig says so, until the record arrives', () => {
  expect(stops([recovered])).toMatchObject([{ recovered: true, trip: { recovered: true, causes: [{ code: 'rig-stopped-itself' }] } }]);
  const both = stops([recovered, ...lifeOfAStop('S1', 'VIRTUAL-1', 1)]);
  expect(both).toMatchObject([{ recovered: false, device: DEVICE, trip: { recovered: false } }]);
  expect(both[0]?.trip.causes.map((cause) => cause.code)).toEqual(['device-frame-bent', 'rig-stopped-itself']);
});

test('a report made before the rig was known joins the rig of its bench', () => {
  const nameless = madeEvent(1, 'tripped', { rig: null, device: null, trip: madeTrip('S1') });
  expect(stops([nameless])).toMatchObject([{ rig: null }]);
  expect(stops([nameless, ...lifeOfAStop('S1', 'VIRTUAL-1', 2)])).toMatchObject([{ rig: 'VIRTUAL-1' }]);
  const elsewhere = { ...nameless, bench: 'bench-7' };
  expect(stops([elsewhere, ...lifeOfAStop('S1', 'VIRTUAL-1', 2)])).toHaveLength(2);
});

test('evidence that is not about a stop, or cannot be read, makes none', () => {
  expect(stops([madeEvent(1, 'device-left', {}), madeEvent(2, 'tripped', { rig: 'X', trip: { id: 'S1' } }), madeEvent(3, 'reset-done', { rig: 'X', tripId: 'S1', reason: 'r', second: null })])).toEqual([]);
});

/** The text that leaves the store for help: every value of a status on a line of its own, nobody named, lines in their order. */
import { expect, test } from 'vitest';
import { supportReport } from '../../../server/domain/support-report.ts';
import { madeStatus, madeTrip } from '../made-evidence.ts';

const GIVEN = { version: '1.2.3', atIso: '2026-11-23T10:00:00.000Z', bench: 'bench-1', ageMs: 12.4, lines: null };

test('one value a line, lists in one, texts of people left out', () => {
  const trip = madeTrip('S1', { causes: [{ code: 'operator-stop', params: { name: 'P-ABCDEF', reason: 'she cried' }, atIso: GIVEN.atIso, cleared: false }] });
  const text = supportReport({ ...GIVEN, status: { ...madeStatus('bench-1'), trip, device: { model: 'Phone 12', serial: 'F17', ecid: 'EC1', imei: '3567' } } });
  expect(text.split('\n')[0]).toBe('Holdfast 1.2.3 · bench-1 · 2026-11-23T10:00:00.000Z · heard 12 ms ago');
  for (const told of ['trip.causes.0.code = operator-stop', 'trip.causes.0.params.reason = (left out)', 'device = Phone 12', 'bench = bench-1', 'serial line: nothing is recorded on this machine']) expect(text).toContain(told);
  for (const personal of ['F17', 'EC1', '3567', 'P-ABCDEF', 'she cried', '[object']) expect(text).not.toContain(personal);
});

test('lines with their time and way, holes and stops marked; a bench that was never heard has them alone', () => {
  const at = Date.parse(GIVEN.atIso);
  const text = supportReport({ ...GIVEN, ageMs: null, status: null, lines: [
    { atMs: at, dir: 'in', text: 'BEAT', stopId: null }, { atMs: at + 5, dir: 'gap', text: '3', stopId: null }, { atMs: at + 9, dir: 'out', text: 'STOP id=S1', stopId: 'S1' },
  ] });
  expect(text).toBe(`Holdfast 1.2.3 · bench-1 · ${GIVEN.atIso} · the bridge has not been heard


serial line, 3 lines, without identifiers of phones:
10:00:00.000 < BEAT
10:00:00.005 … missing: 3
10:00:00.009 > STOP id=S1  (stop S1)
`);
});

/** Judgements in the real database: added and never changed, the newest counts, and they stay with their stop. */
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { Evidence } from '../../../firmware-bridge/contract/evidence.ts';
import type { Judgement } from '../../../server/contract/judgement.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { AT_ISO, lifeOfAStop, madeEvent, madeTrip } from '../made-evidence.ts';
import { temporaryFolder } from '../running-server.ts';

function openStore(stateDir = temporaryFolder()) {
  const { database, close } = openDatabase(stateDir);
  onTestFinished(close);
  const store = createStore(database, randomUUID, close);
  return { store, database, append: (events: readonly Evidence[], atIso = AT_ISO) => store.append(events.map((event) => ({ event, raw: JSON.stringify(event) })), [], atIso) };
}

const said = (verdict: Judgement['verdict'], differs: Partial<Judgement> = {}): Judgement =>
  ({ id: randomUUID(), verdict, actor: { kind: 'unverified-name', name: 'Technician' }, words: null, atIso: AT_ISO, ...differs });
const KEY = { rig: 'VIRTUAL-1', stopId: 'S1' };
const ALL = { limit: 100, before: null, after: null };

test('the newest judgement counts, whatever the clock said, and the older ones stay', () => {
  const { store, append } = openStore();
  append(lifeOfAStop('S1', 'VIRTUAL-1', 1));
  expect(store.stops({ rig: null, bench: null }, ALL).stops[0]?.judgement).toBeNull();
  const first = said('false', { words: 'the phone was straight', atIso: '2026-11-23T11:00:00.000Z' });
  const second = said('true', { actor: { kind: 'unverified-name', name: 'Manager' }, atIso: '2026-11-23T10:00:00.000Z' });
  expect(store.judge(KEY, first)).toEqual({ stop: { ...KEY, bench: 'bench-1' }, judgement: first, isNew: true });
  expect(store.stopCounts(AT_ISO)).toEqual([{ code: 'device-frame-bent', bench: 'bench-1', verdict: 'false', count: 1 }]);
  store.judge(KEY, second);
  expect(store.judgements(KEY)).toEqual([second, first]);
  expect(store.stops({ rig: null, bench: 'bench-1' }, ALL).stops[0]?.judgement).toEqual(second);
  expect(store.stopCounts(AT_ISO)).toEqual([{ code: 'device-frame-bent', bench: 'bench-1', verdict: 'true', count: 1 }]);
});

test('the same judgement sent twice is one; its id for another one is refused', () => {
  const { store, append } = openStore();
  append([...lifeOfAStop('S1', 'VIRTUAL-1', 1), ...lifeOfAStop('S2', 'VIRTUAL-1', 10)]);
  const judgement = said('false');
  store.judge(KEY, judgement);
  expect(store.judge(KEY, { ...judgement, atIso: '2026-11-23T12:00:00.000Z' })).toMatchObject({ isNew: false, judgement: { atIso: AT_ISO } });
  const others = [
    store.judge(KEY, { ...judgement, verdict: 'true' }), store.judge(KEY, { ...judgement, words: 'more' }),
    store.judge(KEY, { ...judgement, actor: { kind: 'unverified-name', name: 'Manager' } }), store.judge({ ...KEY, stopId: 'S2' }, judgement),
  ];
  expect(others).toEqual(Array.from({ length: 4 }, () => ({ refusal: 'judgement-id-used' })));
  expect(store.judgements(KEY)).toHaveLength(1);
});

test('a stop that nobody knows cannot be judged, nor one of another rig', () => {
  const { store, append } = openStore();
  append([...lifeOfAStop('S1', 'VIRTUAL-1', 1), madeEvent(9, 'tripped', { rig: 'VIRTUAL-2', device: null, trip: madeTrip('S1') }, { bench: 'bench-2' })]);
  expect(store.judge({ rig: 'VIRTUAL-1', stopId: 'S9' }, said('true'))).toEqual({ refusal: 'no-such-stop' });
  expect(store.judge({ rig: 'VIRTUAL-3', stopId: 'S1' }, said('true'))).toEqual({ refusal: 'no-such-stop' });
  // Two rigs have used the id: without the name of one of them nobody knows which is meant.
  expect(store.judge({ rig: null, stopId: 'S1' }, said('true'))).toEqual({ refusal: 'no-such-stop' });
  store.judge(KEY, said('false'));
  expect(store.judgements(KEY)).toHaveLength(1);
  expect(store.judgements({ rig: 'VIRTUAL-2', stopId: 'S1' })).toEqual([]);
  expect(store.judgements({ rig: null, stopId: 'S9' })).toBeNull();
});

test('a stop judged before its rig was named keeps its judgement, also when the projections are made again', () => {
  const { store, append } = openStore();
  append([madeEvent(1, 'tripped', { rig: null, device: null, trip: madeTrip('S1') })]);
  store.judge({ rig: null, stopId: 'S1' }, said('unclear'));
  append([madeEvent(2, 'receipt-changed', { rig: 'VIRTUAL-1', trip: madeTrip('S1') })]);
  expect(store.judgements(KEY)).toMatchObject([{ verdict: 'unclear' }]);
  // A page that still shows it without its rig means the same stop.
  store.judge({ rig: null, stopId: 'S1' }, said('false'));
  store.rebuildProjections();
  expect(store.judgements(KEY)?.map(({ verdict }) => verdict)).toEqual(['false', 'unclear']);
  expect(store.stopCounts(AT_ISO)).toMatchObject([{ verdict: 'false', count: 1 }]);
});

test('a judgement cannot be changed or deleted, not even by hand, and survives a new start', () => {
  const stateDir = temporaryFolder();
  const { store, database, append } = openStore(stateDir);
  append(lifeOfAStop('S1', 'VIRTUAL-1', 1));
  store.judge(KEY, said('false'));
  expect(() => database.exec("UPDATE judgements SET verdict = 'true'")).toThrow('never changed');
  expect(() => database.exec('DELETE FROM judgements')).toThrow('never deleted');
  store.close();
  expect(openStore(stateDir).store.judgements(KEY)).toMatchObject([{ verdict: 'false' }]);
});

test('the time: from the very millisecond on, and a clock that was set back hides no stop', () => {
  const { store, append } = openStore();
  const fromIso = '2026-10-24T12:00:00.000Z';
  append(lifeOfAStop('S1', 'VIRTUAL-1', 1), '2026-10-24T11:59:59.999Z');
  append(lifeOfAStop('S2', 'VIRTUAL-1', 10), fromIso);
  append(lifeOfAStop('S3', 'VIRTUAL-1', 20), '2027-01-01T00:00:00.000Z');
  expect(store.stopCounts(fromIso)).toEqual([{ code: 'device-frame-bent', bench: 'bench-1', verdict: null, count: 2 }]);
  append([madeEvent(40, 'restore-opened', { restoreId: 'R1' })], '2026-10-24T11:59:59.999Z');
  append([madeEvent(41, 'restore-opened', { restoreId: 'R2' }), madeEvent(42, 'restore-ended', { restoreId: 'R2', result: 'done' })], fromIso);
  expect(store.restoreCount(fromIso)).toBe(1);
});

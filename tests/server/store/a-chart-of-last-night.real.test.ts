/** What a chart, a link to a moment and a person who was away ask of the database: peaks of every probe, the evidence of some minutes, what happened since. */
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Evidence } from '../../../firmware-bridge/contract/evidence.ts';
import type { RollupPoint } from '../../../server/contract/live.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { packProbes, readProbes } from '../../../server/store/probe-blob.ts';
import { AT_ISO, lifeOfAStop, madeEvent, madePoint } from '../made-evidence.ts';
import { temporaryFolder } from '../running-server.ts';

const opened: { close(): void }[] = [];
afterEach(() => { for (const one of opened.splice(0)) one.close(); });

function openStore() {
  const { database, close } = openDatabase(temporaryFolder());
  opened.push({ close });
  return createStore(database, () => '01890000-0000-7000-8000-000000000001', close);
}
const append = (store: ReturnType<typeof openStore>, events: readonly Evidence[]) => store.append(events.map((event) => ({ event, raw: JSON.stringify(event) })), [], AT_ISO);
const edge = (...lastUm: number[]) => ({ minUm: lastUm, maxUm: lastUm, lastUm });
const probed = (atMs: number, ...leftUm: number[]) => madePoint('bench-1', atMs, { probes: { left: edge(...leftUm), right: edge(0, 3) }, forceMinCn: 90, forceMaxCn: 120, forceLastCn: 100, deviceMinDc: 281, deviceMaxDc: 281, deviceLastDc: 281 });

test('a minute keeps the peak of every probe, however many seconds it is written from', () => {
  const store = openStore();
  store.writeTelemetry([probed(0, 0, 80, 20), probed(1000, 0, 412, 10)]);
  store.writeTelemetry([probed(2000, 0, 85, 21), madePoint('bench-1', 3000)]);
  const [minute] = store.telemetry('bench-1', '1m', 0, 0);
  expect(minute?.probes?.left).toEqual({ minUm: [0, 80, 10], maxUm: [0, 412, 21], lastUm: [0, 85, 21] });
  expect(minute).toMatchObject({ forceMinCn: 90, forceMaxCn: 120, forceLastCn: 100, deviceMaxDc: 281, samples: 4 });
  expect(store.telemetry('bench-1', '1s', 3000, 3000)[0]).toMatchObject({ probes: null, forceLastCn: null });
});

test('probes come back as they were written, and bytes that are none give nothing', () => {
  const heights = (length: number) => fc.array(fc.integer({ min: 0, max: 32_767 }), { minLength: length, maxLength: length });
  const edges = fc.integer({ min: 0, max: 12 }).chain((length) => fc.record({ minUm: heights(length), maxUm: heights(length), lastUm: heights(length) }));
  fc.assert(fc.property(edges, edges, (left, right) => {
    expect(readProbes(packProbes({ left, right }))).toEqual({ left, right } satisfies RollupPoint['probes']);
  }));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    const read = readProbes(Buffer.from(bytes));
    expect(read === null || packProbes(read)?.equals(Buffer.from(bytes))).toBe(true);
  }));
});

test('the evidence of a moment is that of this bench between two times, oldest first', () => {
  const store = openStore();
  append(store, [madeEvent(1, 'device-left', {}), madeEvent(2, 'device-left', {}, { bench: 'bench-2' }), madeEvent(3, 'restore-opened', { restoreId: 'R1' }), madeEvent(9, 'device-left', {})]);
  const at = (seq: number) => new Date(Date.parse(AT_ISO) + seq * 10).toISOString();
  expect(store.eventsBetween('bench-1', at(1), at(3), 10).map(({ event }) => event.seq)).toEqual([1, 3]);
  expect(store.eventsBetween('bench-1', at(2), at(9), 1).map(({ event }) => event.seq)).toEqual([3]);
});

test('who was away hears each stop once, with its hold, and nothing of before', () => {
  const store = openStore();
  append(store, [madeEvent(1, 'drill-done', { passed: true }), ...lifeOfAStop('S1', 'VIRTUAL-1', 10)]);
  const seen = store.lastEvidenceId();
  expect(store.happenedSince('bench-1', seen)).toMatchObject({ lastId: seen, fromIso: null, events: [], counts: { stops: 0, holds: 0, drills: 0 } });
  append(store, [
    ...lifeOfAStop('S2', 'VIRTUAL-1', 20), madeEvent(30, 'trip-recovered', lifeOfAStop('S2', 'VIRTUAL-1', 20)[0]?.body ?? {}),
    madeEvent(31, 'drill-done', { passed: false }), madeEvent(32, 'drill-done', { passed: true }), madeEvent(33, 'problem-raised', { code: 'rig-silent', params: {} }),
    madeEvent(34, 'problem-raised', { code: 'disk-full', params: {} }), madeEvent(35, 'device-left', {}), madeEvent(36, 'problem-raised', { code: 'port-lost', params: {} }, { bench: 'bench-2' }),
  ]);
  const away = store.happenedSince('bench-1', seen);
  expect(away.counts).toEqual({ stops: 1, holds: 1, silences: 1, failedDrills: 1, drills: 1, resets: 1, service: 0 });
  expect(away.events.map(({ event }) => event.kind)).toEqual(['tripped', 'reset-done', 'trip-recovered', 'drill-done', 'drill-done', 'problem-raised']);
  expect(away.fromIso).toBe(AT_ISO);
  expect(store.happenedSince(null, seen).counts.silences).toBe(2);
  append(store, lifeOfAStop('S3', 'VIRTUAL-1', 40, false));
  expect(store.happenedSince('bench-1', away.lastId).counts).toMatchObject({ stops: 1, holds: 1 });
});

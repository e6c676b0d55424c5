/** The store keeps every report once, projects it the same however it came, and refuses databases that are not its own. */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Evidence } from '../../../firmware-bridge/contract/evidence.ts';
import type { Store } from '../../../server/domain/store-port.ts';
import { StartRefusal } from '../../../server/start-refusal.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { AT_ISO, lifeOfAStop, madeEvent, madePoint } from '../made-evidence.ts';
import { temporaryFolder } from '../running-server.ts';

function openStore(stateDir = temporaryFolder()): Store {
  const opened = openDatabase(stateDir);
  onTestFinished(opened.close);
  return createStore(opened.database, randomUUID, opened.close);
}

const received = (events: readonly Evidence[]) => events.map((event) => ({ event, raw: JSON.stringify(event) }));
const append = (store: Store, events: readonly Evidence[]) => store.append(received(events), [], AT_ISO);
const ALL = { limit: 1000, before: null, after: 0 };
const listed = (store: Store) => store.stops({ rig: null, bench: null }, ALL).stops;

function refusedCode(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof StartRefusal ? error.code : String(error);
  }
  return 'accepted';
}

test('a report that comes again changes nothing', () => {
  const store = openStore();
  const events = lifeOfAStop('S1', 'VIRTUAL-1', 1);
  expect(append(store, events).appended).toHaveLength(4);
  expect(append(store, events)).toEqual({ appended: [], factsChanged: false });
  expect(append(store, [...events, ...events, madeEvent(5, 'device-left', {})]).appended).toHaveLength(1);
  expect(store.events(null, ALL).map(({ event }) => event.seq)).toEqual([1, 2, 3, 4, 5]);
  expect(listed(store)).toHaveLength(1);
});

test('a number that is used again with other content is kept aside, never lost and never mixed', () => {
  const store = openStore();
  append(store, [madeEvent(1, 'device-left', {})]);
  append(store, [madeEvent(1, 'note', { code: 'x', params: {} }, { id: randomUUID() })]);
  expect(store.events(null, ALL)).toMatchObject([{ event: { kind: 'device-left' } }]);
  expect(store.counts()).toMatchObject({ unreadable: 1 });
});

test('what came is kept whole, also what this release does not know', () => {
  const store = openStore();
  const raw = JSON.stringify({ ...madeEvent(1, 'kind-of-tomorrow', { deep: { er: [1, 2] } }), later: 'field' });
  const event = madeEvent(1, 'kind-of-tomorrow', { deep: { er: [1, 2] } });
  expect(store.append([{ event, raw }], [], AT_ISO).appended[0]?.raw).toBe(raw);
  expect(store.events(null, ALL)[0]?.event).toEqual(event);
});

test('evidence cannot be changed or deleted, not even by hand', () => {
  const stateDir = temporaryFolder();
  const opened = openDatabase(stateDir);
  onTestFinished(opened.close);
  append(createStore(opened.database, randomUUID, opened.close), [madeEvent(1, 'device-left', {})]);
  expect(() => opened.database.exec("UPDATE evidence SET kind = 'x'")).toThrow('never changed');
  expect(() => opened.database.exec('DELETE FROM evidence')).toThrow('never deleted');
});

test('any order, repetition and grouping gives the same stops, and a rebuild gives them again', () => {
  const events = [...lifeOfAStop('S1', 'VIRTUAL-1', 1), ...lifeOfAStop('S2', 'VIRTUAL-1', 10, false), ...lifeOfAStop('S3', 'VIRTUAL-2', 20)];
  const reference = openStore();
  append(reference, events);
  const sorted = (store: Store) => listed(store).sort((left, right) => left.stopId.localeCompare(right.stopId));
  const expected = sorted(reference);
  expect(expected.map(({ stopId, reset }) => [stopId, reset !== null])).toEqual([['S1', true], ['S2', false], ['S3', true]]);
  fc.assert(fc.property(fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }), fc.integer({ min: 1, max: 7 }), (shuffled, size) => {
    const opened = openDatabase(temporaryFolder());
    const store = createStore(opened.database, randomUUID, opened.close);
    for (let start = 0; start < shuffled.length; start += size) append(store, shuffled.slice(start, start + size));
    expect(sorted(store)).toEqual(expected);
    const { version } = store.facts(0);
    store.rebuildProjections();
    expect(sorted(store)).toEqual(expected);
    expect(store.facts(0)).toMatchObject({ version, holds: [{ code: 'device-frame-bent' }] });
    store.close();
  }), { numRuns: 8 });
});

test('the version of the facts rises with every change of the holds, and only then', () => {
  const store = openStore();
  const [tripped, first, second, reset] = lifeOfAStop('S1', 'VIRTUAL-1', 1);
  if (tripped === undefined || first === undefined || second === undefined || reset === undefined) throw new Error('not a whole life');
  expect(store.facts(0)).toMatchObject({ version: 0, holds: [], consents: [], backups: [] });
  expect(append(store, [tripped]).factsChanged).toBe(true);
  expect(store.facts(0)).toMatchObject({ version: 1, holds: [{ device: { serial: 'VIRTUALSERIAL' } }] });
  expect(append(store, [first, second]).factsChanged).toBe(false);
  expect(append(store, [reset]).factsChanged).toBe(true);
  expect(store.facts(0)).toMatchObject({ version: 2, holds: [] });
});

test('a failing burst leaves nothing of itself behind', () => {
  const store = openStore();
  const bad = { ...madeEvent(2, 'device-left', {}), seq: 0 };
  expect(() => append(store, [madeEvent(1, 'device-left', {}), bad])).toThrow();
  expect(store.lastEvidenceId()).toBe(0);
});

test('seconds and minutes keep the peaks, and old ones go', () => {
  const store = openStore();
  const point = (atMs: number, deviationUm: number | null) => madePoint('bench-1', atMs, { deviationMinUm: deviationUm, deviationMaxUm: deviationUm, deviationLastUm: deviationUm });
  store.writeTelemetry([point(0, 100), point(1000, 900), point(2000, null)]);
  store.writeTelemetry([point(2000, 50), point(60_000, 5)]);
  expect(store.telemetry('bench-1', '1s', 0, 2000).map((row) => [row.deviationMaxUm, row.samples])).toEqual([[100, 1], [900, 1], [50, 2]]);
  expect(store.telemetry('bench-1', '1m', 0, 60_000)).toMatchObject([
    { atMs: 0, deviationMinUm: 50, deviationMaxUm: 900, deviationLastUm: 50, samples: 4 }, { atMs: 60_000, samples: 1 },
  ]);
  const hourMs = 3_600_000;
  store.pruneTelemetry(48 * hourMs + 1500);
  expect(store.telemetry('bench-1', '1s', 0, 60_000).map((row) => row.atMs)).toEqual([2000, 60_000]);
  expect(store.telemetry('bench-1', '1m', 0, 60_000)).toHaveLength(2);
  store.pruneTelemetry(91 * 24 * hourMs);
  expect(store.telemetry('bench-1', '1m', 0, 60_000)).toEqual([]);
});

test('pages of stops lead to every stop once, from both ends', () => {
  const store = openStore();
  for (let index = 1; index <= 7; index += 1) append(store, lifeOfAStop(`S${index}`, index % 2 === 0 ? 'VIRTUAL-2' : 'VIRTUAL-1', index * 10));
  const walk = (direction: 'before' | 'after'): string[] => {
    const found: string[] = [];
    let cursor: number | null = direction === 'after' ? 0 : null;
    for (let turn = 0; turn < 10; turn += 1) {
      const page = store.stops({ rig: null, bench: null }, { limit: 3, before: null, after: null, [direction]: cursor });
      found.push(...page.stops.map((stop) => stop.stopId));
      ({ cursor } = page);
      if (cursor === null) break;
    }
    return found;
  };
  expect(walk('before')).toEqual(['S7', 'S6', 'S5', 'S4', 'S3', 'S2', 'S1']);
  expect(walk('after')).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7']);
  expect(store.stops({ rig: 'VIRTUAL-2', bench: null }, ALL).stops.map((stop) => stop.stopId)).toEqual(['S2', 'S4', 'S6']);
});

test('a database of a newer release, of another program, or damaged is refused by name', () => {
  const newer = temporaryFolder();
  openDatabase(newer).close();
  const database = new Sqlite(join(newer, 'server.sqlite'));
  database.pragma('user_version = 99');
  database.close();
  expect(refusedCode(() => openDatabase(newer))).toBe('database-newer');

  const foreign = temporaryFolder();
  const other = new Sqlite(join(foreign, 'server.sqlite'));
  other.exec('CREATE TABLE theirs (a)');
  other.close();
  expect(refusedCode(() => openDatabase(foreign))).toBe('database-foreign');

  const noise = temporaryFolder();
  writeFileSync(join(noise, 'server.sqlite'), 'this is not a database, however long it is '.repeat(200));
  expect(refusedCode(() => openDatabase(noise))).toBe('database-corrupt');

  const damaged = temporaryFolder();
  const store = openStore(damaged);
  append(store, lifeOfAStop('S1', 'VIRTUAL-1', 1));
  store.close();
  const bytes = readFileSync(join(damaged, 'server.sqlite'));
  writeFileSync(join(damaged, 'server.sqlite'), bytes.fill(0x5a, 4096, 4096 * 12));
  expect(refusedCode(() => openDatabase(damaged))).toBe('database-corrupt');
});

test('one server per state folder', () => {
  const stateDir = temporaryFolder();
  const first = openDatabase(stateDir);
  expect(refusedCode(() => openDatabase(stateDir))).toBe('state-in-use');
  first.close();
  openDatabase(stateDir).close();
});

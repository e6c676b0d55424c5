/**
 * A server with another database, or with an old copy of the right one: it is refused before and after a restart, what was
 * held stays held, and only a person at the bench PC can confirm it, by its id. A confirmation loosens nothing by itself.
 */
import { expect, test } from 'vitest';
import type { Confirmation, Facts } from '../../../firmware-bridge/contract/uplink.ts';
import { describeBench } from '../../../firmware-bridge/guard/describe.ts';
import { judgePermissives } from '../../../firmware-bridge/guard/permissives.ts';
import { parseKept } from '../../../firmware-bridge/link/latch-file.ts';
import { BenchScript, PHONE, WALL_MS, facts } from './bench-script.ts';
import { confirmedTrip, permitted, restoring } from './places.ts';

const KEYS = { serial: PHONE.serial, ecid: null, imei: null };
const HOLD = { id: 'h1', device: KEYS, code: 'device-held' };
const ann = { kind: 'unverified-name', name: 'Ann' } as const;
const bob = { kind: 'unverified-name', name: 'Bob' } as const;

function confirm(bench: BenchScript, more: Partial<Confirmation> = {}) {
  const effects = bench.take({
    kind: 'confirm-database', confirmation: { id: '00000000-0000-7000-8000-000000000009', databaseId: 'other', actor: ann, second: null, reason: 'new server', dropHolds: false, ...more },
  });
  return effects.flatMap((effect) => (effect.do === 'answer-order' ? [effect.result.refusal ?? effect.result.outcome] : []))[0];
}
const records = (bench: BenchScript, kind: string): number => bench.effects.filter((effect) => effect.do === 'record' && effect.item.kind === kind).length;
const statusOf = (bench: BenchScript) => describeBench(bench.state, bench.nowMs, WALL_MS + bench.nowMs, { bootId: 'b', stallWorstMs: 0 });
const holdsKnown = (bench: BenchScript): boolean | undefined => judgePermissives(bench.state, bench.nowMs, WALL_MS + bench.nowMs).find(({ id }) => id === 'holds-known')?.ok;

/** The bench after a restart of its bridge, from what stands in its latch file. */
function restarted(bench: BenchScript): BenchScript {
  const kept = bench.effects.findLast((effect) => effect.do === 'keep-latch');
  return new BenchScript(kept?.do === 'keep-latch' ? parseKept(JSON.stringify(kept.kept)) : null);
}

function knows(known: Facts = facts({ version: 7, holds: [HOLD] })): BenchScript {
  const bench = new BenchScript();
  bench.give(known);
  return bench;
}

test('another database is refused, what was held stays held, and it is said once', () => {
  const bench = knows();
  for (let times = 0; times < 3; times += 1) bench.give(facts({ databaseId: 'other', version: 99 }));
  expect(bench.state.facts?.holds).toEqual([HOLD]);
  expect(records(bench, 'facts-refused')).toBe(1);
  expect(statusOf(bench).problem).toEqual({ code: 'database-unconfirmed', params: { database: 'other', why: 'other-database' } });
});

test('it is refused after a restart too, also when nothing was read back from the disk', () => {
  const bench = restarted(knows());
  bench.give(facts({ databaseId: 'other', version: 99 }));
  expect(bench.state.facts).toBeNull();
  expect(holdsKnown(bench)).toBe(false);
  bench.give(facts({ version: 6 }));
  expect(statusOf(bench).problem?.params['why']).toBe('older-version');
  bench.give(facts({ version: 7, holds: [HOLD] }));
  expect(bench.state.facts?.holds).toEqual([HOLD]);
  expect(statusOf(bench).problem).toBeNull();
});

test('what is read back from the disk may be older than what the latch file knows, and is never fresh', () => {
  const bench = restarted(knows());
  bench.take({ kind: 'facts', facts: facts({ version: 5, holds: [HOLD] }), ageMs: null });
  expect(bench.state.facts?.version).toBe(5);
  expect(holdsKnown(bench)).toBe(false);
  bench.give(facts({ version: 6 }));
  expect(bench.state.facts?.version).toBe(5);
  bench.give(facts({ version: 8 }));
  bench.take({ kind: 'facts', facts: facts({ version: 5, holds: [HOLD] }), ageMs: null });
  expect(bench.state.facts?.version).toBe(8);
});

test('what is read back of another database raises no alarm: the recorder is only behind', () => {
  const bench = knows();
  bench.take({ kind: 'facts', facts: facts({ databaseId: 'other' }), ageMs: null });
  expect(statusOf(bench).problem).toBeNull();
  expect(bench.state.facts?.databaseId).toBe('db');
});

test('a live permit outlives a refused server, and no new one is given when what is known is a minute old', () => {
  const running = permitted();
  running.give(facts({ databaseId: 'other', version: 99 }));
  running.run(3000);
  expect(running.state.permit).not.toBeNull();
  expect(running.state.trip).toBeNull();
  const waiting = restoring();
  waiting.give(facts(), 61_000);
  waiting.give(facts({ databaseId: 'other', version: 99 }));
  expect(waiting.grants(waiting.run(2000))).toEqual([]);
});

test('a confirmed database is believed, and permits wait for its first facts', () => {
  const bench = knows(facts({ version: 7 }));
  bench.give(facts({ databaseId: 'other', version: 3 }));
  expect(confirm(bench)).toBe('database-confirmed');
  expect(statusOf(bench).problem).toBeNull();
  expect(holdsKnown(bench)).toBe(false);
  bench.give(facts({ databaseId: 'other', version: 3 }));
  expect(holdsKnown(bench)).toBe(true);
  bench.give(facts({ version: 8 }));
  expect(bench.state.facts?.databaseId).toBe('other');
  expect(restarted(bench).state.database).toEqual({ id: 'other', version: 3, carried: null });
});

test('what the former database held stays held, over a restart too, until the present one knows the same hold', () => {
  const bench = knows(facts({ version: 7, holds: [HOLD], unlocksAsked: [{ device: KEYS }], irreplaceable: [{ device: KEYS }] }));
  bench.give(facts({ databaseId: 'other', version: 3 }));
  confirm(bench);
  expect(bench.state.facts?.holds).toEqual([HOLD]);
  const next = restarted(bench);
  next.give(facts({ databaseId: 'other', version: 3 }));
  expect([next.state.facts?.holds, next.state.facts?.unlocksAsked, next.state.facts?.irreplaceable]).toEqual([[HOLD], [{ device: KEYS }], [{ device: KEYS }]]);
  expect(statusOf(next).holds.carried).toBe(3);
  next.give(facts({ databaseId: 'other', version: 4, holds: [HOLD], unlocksAsked: [{ device: KEYS }], irreplaceable: [{ device: KEYS }] }));
  expect(next.state.facts?.holds).toEqual([HOLD]);
  next.give(facts({ databaseId: 'other', version: 5 }));
  expect([next.state.facts?.holds, statusOf(next).holds.carried]).toEqual([[], 0]);
});

test('two people let go of what a former database left, with the confirmation or after it', () => {
  const after = knows();
  after.give(facts({ databaseId: 'other', version: 3 }));
  confirm(after);
  expect(confirm(after, { dropHolds: true })).toBe('second-person-needed');
  expect(confirm(after, { dropHolds: true, second: { ...bob, name: ' ANN ' } })).toBe('same-person-twice');
  expect(after.state.database?.carried?.holds).toEqual([HOLD]);
  expect(confirm(after, { dropHolds: true, second: bob })).toBe('database-confirmed');
  after.give(facts({ databaseId: 'other', version: 3 }));
  expect(after.state.facts?.holds).toEqual([]);
  expect(confirm(after, { dropHolds: true, second: bob })).toBe('nothing-to-confirm');
  const atOnce = knows();
  atOnce.give(facts({ databaseId: 'other', version: 3 }));
  expect(confirm(atOnce, { dropHolds: true, second: bob })).toBe('database-confirmed');
  expect(atOnce.state.facts?.holds).toEqual([HOLD]);
  atOnce.give(facts({ databaseId: 'other', version: 3 }));
  expect(atOnce.state.facts?.holds).toEqual([]);
});

test('an old copy of the same database needs a person too, and its lost holds stay', () => {
  const bench = knows();
  bench.give(facts({ version: 4 }));
  expect(bench.state.facts?.version).toBe(7);
  expect(confirm(bench, { databaseId: 'db' })).toBe('database-confirmed');
  bench.give(facts({ version: 4 }));
  expect([bench.state.facts?.version, bench.state.facts?.holds]).toEqual([4, [HOLD]]);
  bench.give(facts({ version: 3 }));
  expect(bench.state.facts?.version).toBe(4);
});

test('nobody confirms without a name, a reason and the id that is shown, and nothing is confirmed blindly', () => {
  const bench = knows();
  expect(confirm(bench)).toBe('nothing-to-confirm');
  bench.give(facts({ databaseId: 'other', version: 3 }));
  expect(confirm(bench, { databaseId: 'othe' })).toBe('not-that-database');
  expect(confirm(bench, { reason: ' ' })).toBe('reason-needed');
  expect(confirm(bench, { actor: { kind: 'system', name: 'server' } })).toBe('name-needed');
  expect(confirm(bench, { actor: { ...ann, name: ' ' } })).toBe('name-needed');
  expect(bench.state.database?.id).toBe('db');
  const blind = restarted(knows());
  blind.give(facts({ databaseId: 'other', version: 3 }));
  expect(confirm(blind)).toBe('holds-not-known');
  expect(confirm(blind, { dropHolds: true, second: bob })).toBe('database-confirmed');
  expect(records(blind, 'order-refused')).toBe(1);
});

test('a confirmation keeps a trip, and a trip does not hinder it', () => {
  const bench = confirmedTrip();
  bench.give(facts({ databaseId: 'other', version: 3 }));
  expect(confirm(bench)).toBe('database-confirmed');
  expect(bench.state.trip).not.toBeNull();
  expect(restarted(bench).state.trip?.trip.id).toBe(bench.state.trip?.trip.id);
});

test.each([
  ['serial', { ...KEYS, serial: 'another' }], ['ecid', { ...KEYS, ecid: '0x1' }], ['imei', { ...KEYS, imei: '350000000000006' }],
] as const)('a mark of a former database stays while the present one names a phone that differs in %s', (_key, device) => {
  const bench = knows(facts({ version: 7, unlocksAsked: [{ device: KEYS }], irreplaceable: [{ device: KEYS }] }));
  bench.give(facts({ databaseId: 'other', version: 3 }));
  confirm(bench);
  bench.give(facts({ databaseId: 'other', version: 4, unlocksAsked: [{ device }], irreplaceable: [{ device }] }));
  expect(bench.state.facts?.unlocksAsked).toEqual([{ device }, { device: KEYS }]);
  expect(bench.state.facts?.irreplaceable).toEqual([{ device }, { device: KEYS }]);
  bench.give(facts({ databaseId: 'other', version: 5, unlocksAsked: [{ device }, { device: KEYS }] }));
  expect(bench.state.facts?.unlocksAsked).toEqual([{ device }, { device: KEYS }]);
  expect(bench.state.facts?.irreplaceable).toEqual([{ device: KEYS }]);
});

test('of several holds of a former database only those leave that the present one knows by id', () => {
  const second = { ...HOLD, id: 'h2' };
  const bench = knows(facts({ version: 7, holds: [HOLD, second] }));
  bench.give(facts({ databaseId: 'other', version: 3 }));
  confirm(bench);
  bench.give(facts({ databaseId: 'other', version: 4, holds: [second] }));
  expect(bench.state.facts?.holds).toEqual([second, HOLD]);
  expect(statusOf(bench).holds.carried).toBe(1);
});

test('what is let go needs a second person, who is a person, and is counted in the record', () => {
  const bench = knows(facts({ version: 7, holds: [HOLD], irreplaceable: [{ device: KEYS }] }));
  bench.give(facts({ databaseId: 'other', version: 3 }));
  expect(confirm(bench, { dropHolds: true, second: { kind: 'system', name: 'server' } })).toBe('second-person-needed');
  expect(confirm(bench, { second: { ...ann, name: 'ann' } })).toBe('same-person-twice');
  expect(confirm(bench, { dropHolds: true, second: bob })).toBe('database-confirmed');
  const done = bench.effects.findLast((effect) => effect.do === 'record' && effect.item.kind === 'database-confirmed');
  expect(done?.do === 'record' ? done.item.body : null).toMatchObject({ databaseId: 'other', former: 'db', second: 'Bob', carried: 0, dropped: 2 });
  expect(restarted(bench).state.database).toEqual({ id: 'other', version: 3, carried: null });
});

test('holds of the database that is believed are let go by nobody here', () => {
  const bench = knows();
  expect(confirm(bench, { databaseId: 'db', dropHolds: true, second: bob })).toBe('nothing-to-confirm');
  bench.give(facts({ databaseId: 'other', version: 3 }));
  expect(confirm(bench, { databaseId: 'db', dropHolds: true, second: bob })).toBe('not-that-database');
  expect(bench.state.facts?.holds).toEqual([HOLD]);
});

test('a refusal for another reason is said anew', () => {
  const bench = knows();
  bench.give(facts({ databaseId: 'other', version: 9 }));
  bench.give(facts({ version: 6 }));
  bench.give(facts({ databaseId: 'third', version: 6 }));
  expect(records(bench, 'facts-refused')).toBe(3);
  expect(statusOf(bench).problem?.params).toEqual({ database: 'third', why: 'other-database' });
});

test('what was left is let go only by its own name, and a database is confirmed once', () => {
  const bench = knows();
  bench.give(facts({ databaseId: 'other', version: 3 }));
  confirm(bench);
  expect(confirm(bench)).toBe('nothing-to-confirm');
  expect(confirm(bench, { databaseId: 'third', dropHolds: true, second: bob })).toBe('nothing-to-confirm');
  expect(bench.state.database).toMatchObject({ id: 'other', carried: { holds: [HOLD] } });
});

/** A permit begins and ends with a record that says of which restore, for which point and why, and it ends before anything else. */
import { expect, test } from 'vitest';
import type { Effect } from '../../../firmware-bridge/guard/turn.ts';
import { HASH, PHONE, RESTORE, agreedFacts, facts, type BenchScript } from './bench-script.ts';
import { committed, critical, handshaken, permitted, restoring } from './places.ts';

const recordsIn = (effects: readonly Effect[], kind: string): readonly unknown[] =>
  effects.flatMap((effect) => (effect.do === 'record' && effect.item.kind === kind ? [effect.item.body] : []));
const held = facts({ version: 5, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: null, imei: null }, code: 'device-held' }] });

test.each<[string, 'write' | 'erase', 'update' | 'erase']>([['an update', 'write', 'update'], ['an erasing plan', 'erase', 'erase']])('a permit for %s is recorded with restore, point and plan', (_what, point, kind) => {
  const bench = restoring(kind);
  bench.run(300);
  expect(recordsIn(bench.effects, 'permit-granted')).toEqual([{ restoreId: RESTORE, point, plan: HASH }]);
  expect(bench.state.restore?.permitted).toBe(point);
  expect(bench.kept?.restore).toMatchObject({ id: RESTORE, permitted: point });
  expect(recordsIn(bench.effects, 'mode-changed').at(-1)).toEqual({ from: 'inhibited', to: 'permitted' });
});

const ENDS: readonly (readonly [why: string, end: (bench: BenchScript) => readonly Effect[]])[] = [
  ['not-held', (bench) => { bench.give(held); return bench.beat(); }],
  ['device-steady', (bench) => bench.beat({ seat: '0' })],
  ['closing', (bench) => bench.take({ kind: 'closing' })],
  ['port-lost', (bench) => bench.take({ kind: 'port-closed', problem: null })],
  ['sequence-regressed', (bench) => bench.say('HB', { ack: '0', ...bench.hb }, { n: 60_000 })],
  ['bridge-stalled', (bench) => bench.tick(5000)],
  ['corrupt-frames', (bench) => { bench.hear('noise'); bench.hear('noise'); return bench.hear('noise'); }],
  ['plan-changed', (bench) => bench.say('PLAN', { ...bench.plan, hash: 'AAAA0001' })],
  ['rig-latched', (bench) => bench.beat({ latch: 'R00070000001' })],
  ['tripped', (bench) => bench.stop()],
  ['restore-ended', (bench) => { bench.beat({ restore: 'none', phase: 'idle' }); return bench.beat({ restore: 'none', phase: 'idle' }); }],
];

test.each(ENDS)('a permit that ends by %s ends first and once, and says so', (why, end) => {
  const bench = permitted();
  const effects = end(bench);
  expect(effects[0]).toEqual({ do: 'drop-permit' });
  expect(effects.filter((effect) => effect.do === 'drop-permit')).toHaveLength(1);
  expect(recordsIn(effects, 'permit-dropped')).toEqual([{ restoreId: RESTORE, point: 'write', why }]);
  expect(bench.state).toMatchObject({ permit: null, permissiveBeats: 0 });
  expect(bench.grants(effects)).toEqual([]);
});

test('where no permit is, none is dropped', () => {
  const bench = handshaken();
  const effects = [...bench.say('HB', { ack: '0', ...bench.hb }, { n: 60_000 }), ...bench.take({ kind: 'port-closed', problem: null })];
  expect(effects.filter((effect) => effect.do === 'drop-permit')).toEqual([]);
  expect(recordsIn(effects, 'permit-dropped')).toEqual([]);
});

test('a condition lost in committed is a note, said once; without a permit it is none', () => {
  const bench = committed();
  bench.give(held);
  expect(recordsIn(bench.beat(), 'note')).toEqual([{ code: 'permissive-lost-in-committed', params: { why: 'not-held' } }]);
  expect(bench.state).toMatchObject({ mode: 'inhibited', zone: 'committed', trip: null });
  expect(recordsIn(bench.run(300), 'note')).toEqual([]);
  const silent = committed();
  silent.give(held);
  silent.beat();
  expect(recordsIn(silent.take({ kind: 'port-closed', problem: null }), 'note')).toEqual([]);
  const safe = permitted();
  safe.give(held);
  expect(recordsIn(safe.beat(), 'note')).toEqual([]);
});

test('who was permitted an erase stays permitted an erase, also beside a smaller permit', () => {
  const bench = permitted('erase');
  bench.plan = { restore: RESTORE, kind: 'update', from: '26.1', to: '26.2', hash: 'AAAA0001' };
  bench.run(400);
  expect(bench.state).toMatchObject({ permit: { point: 'write' }, restore: { permitted: 'erase' } });
});

test('critical without a permit trips by the condition that is missing, and grant-only ones come last', () => {
  const both = restoring();
  both.take({ kind: 'record-health', canRecord: false });
  both.give(held);
  both.run(200);
  both.phase('start');
  expect(both.causes).toEqual(['device-held']);
  const record = restoring();
  record.take({ kind: 'record-health', canRecord: false });
  record.run(200);
  record.phase('start');
  expect(record.causes).toEqual(['cannot-record']);
  const dip = restoring();
  dip.give(facts({ version: 2 }), 61_000);
  dip.run(200);
  dip.say('EVENT', { kind: 'supply-dip' });
  dip.phase('start');
  expect(dip.causes).toEqual(['supply-dip']);
  const unknown = restoring();
  unknown.take({ kind: 'record-health', canRecord: false });
  unknown.run(200);
  unknown.phase('unknown');
  expect(unknown.causes).toEqual(['phase-unknown']);
});

test('in safe a missing condition withholds and never trips, and the count of good heartbeats begins anew', () => {
  const bench = restoring();
  bench.run(100);
  bench.take({ kind: 'record-health', canRecord: false });
  bench.run(500);
  expect(bench.state).toMatchObject({ permit: null, permissiveBeats: 0, trip: null, mode: 'inhibited' });
});

test('two good heartbeats permit only in a row: a bad one between them begins the count anew', () => {
  const bench = restoring();
  bench.take({ kind: 'record-health', canRecord: false });
  bench.run(300);
  const beats = (fine: boolean): boolean => {
    bench.take({ kind: 'record-health', canRecord: fine });
    return bench.run(100).some((effect) => effect.do === 'record' && effect.item.kind === 'permit-granted');
  };
  expect([true, false, true, false, true, true].map(beats)).toEqual([false, false, false, false, false, true]);
});

test('a heartbeat is answered only while the line is free and the session lives', () => {
  const bench = critical();
  bench.run(100);
  expect(bench.state.link.unacked).not.toBeNull();
  expect(bench.verbs(bench.beat({ ack: String((bench.state.link.txN + 65_535) & 0xffff) }))).toEqual([]);
  expect(bench.verbs(bench.beat())).toEqual(['HB']);
  expect(bench.state.inDoubt).toBe(true);
  const asleep = permitted();
  asleep.state = { ...asleep.state, closing: true };
  expect(asleep.grants(asleep.beat())).toHaveLength(1);
  const agreed = restoring('erase');
  agreed.give(agreedFacts());
  agreed.run(300);
  expect(agreed.grants().at(-1)?.fields['permit']).toBe('erase');
});

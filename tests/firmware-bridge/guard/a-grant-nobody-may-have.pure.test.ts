/** Properties of the permit: guard.md, interlock. The random form of each stands in properties/. */
import { expect, test } from 'vitest';
import { HASH, PHONE, RESTORE, agreedFacts, facts, type BenchScript } from './bench-script.ts';
import { atTheGate, confirmedTrip, critical, handshaken, permitted, restoring } from './places.ts';

test('a tripped bench never grants', () => {
  const bench = permitted();
  bench.stop();
  expect(bench.grants(bench.run(1000))).toEqual([]);
  expect(bench.grants(confirmedTrip().run(1000))).toEqual([]);
});

const WITHOUT: Readonly<Record<string, (bench: BenchScript) => void>> = {
  'device-steady': (bench) => { bench.device = { model: 'x' }; },
  'frame-measured': (bench) => { bench.probe = { l_um: '0,x,44,29,2', r_um: '0,1,2,3,4' }; },
  'frame below review': (bench) => { bench.probe = { l_um: '0,0,-270,0,0', r_um: '0,0,0,0,0' }; },
  'plan-allowed': (bench) => { bench.plan = null; },
  'not-held': (bench) => { bench.give(facts({ version: 5, holds: [{ id: 'h', device: { serial: null, ecid: PHONE.ecid, imei: null }, code: 'device-held' }] })); },
  'can-record': (bench) => { bench.take({ kind: 'record-health', canRecord: false }); },
  'device-alone': (bench) => { bench.take({ kind: 'elsewhere', elsewhere: { open: [PHONE], tripped: [], rigs: [] } }); },
  'tripped elsewhere': (bench) => { bench.take({ kind: 'elsewhere', elsewhere: { open: [], tripped: [PHONE], rigs: [] } }); },
  'in-service': (bench) => { bench.order('take-out-of-service'); },
  'closing': (bench) => { bench.take({ kind: 'closing' }); },
};

test.each(Object.entries(WITHOUT))('no permit without every permissive: %s', (_name, spoil) => {
  const bench = handshaken();
  bench.hb = { ...bench.hb, seat: '1', phase: 'unpack', restore: RESTORE };
  bench.plan = { restore: RESTORE, kind: 'update', from: '26.1', to: '26.2', hash: HASH };
  spoil(bench);
  expect(bench.grants(bench.run(2000))).toEqual([]);
  expect(bench.state.trip).toBeNull();
});

test('no permit without holds known, without enough battery, and on knowledge that is too old', () => {
  const old = restoring();
  old.give(facts(), 61_000);
  expect(old.grants(old.run(1000))).toEqual([]);
  const weak = handshaken();
  weak.hb = { ...weak.hb, seat: '1', phase: 'unpack', restore: RESTORE };
  weak.plan = { restore: RESTORE, kind: 'update', from: '26.1', to: '26.2', hash: HASH };
  for (let rounds = 0; rounds < 8; rounds += 1) {
    weak.run(100);
    weak.power({ battery_pct: '49' });
    weak.beat();
  }
  expect(weak.state.permit).toBeNull();
});

test('an erasing plan needs consent and backup, both for this plan, both alive', () => {
  const both = agreedFacts();
  const gone = both.consents.map((fact) => ({ ...fact, expiresAtIso: '2026-03-02T08:00:00.000Z' }));
  const other = both.backups.map((fact) => ({ ...fact, planHash: 'AAAA0001' }));
  for (const given of [{ ...both, backups: [] }, { ...both, consents: [] }, { ...both, consents: gone }, { ...both, backups: other }]) {
    const bench = restoring('erase');
    bench.give({ ...given, version: 2 });
    bench.run(500);
    expect(bench.causes[0]).toBe('erase-without-consent');
    expect(bench.grants()).toEqual([]);
  }
  expect(permitted('erase').state.permit?.point).toBe('erase');
});

test('reset alone never permits: a reset bench is inhibited, and its next permit needs two heartbeats with everything', () => {
  const bench = confirmedTrip();
  bench.probe = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
  bench.run(300);
  bench.reset();
  bench.run(100);
  const id = bench.hb.latch;
  bench.hb = { ...bench.hb, latch: 'none', phase: 'idle' };
  const effects = bench.say('RESET-DONE', { id });
  expect(bench.state).toMatchObject({ mode: 'inhibited', permit: null, trip: null });
  expect(bench.grants(effects)).toEqual([]);
  expect(bench.grants(bench.run(500))).toEqual([]);
});

test('a reset wants a person: no machine, no blank name, not the same name twice', () => {
  const bench = critical();
  bench.stop();
  bench.stopped('start');
  bench.run(300);
  expect(bench.state.trip?.trip.dataAtStake).toBe(true);
  const refusalOf = (more: Parameters<BenchScript['reset']>[0]): unknown => {
    const answer = bench.reset(more).find((one) => one.do === 'answer-order');
    return answer?.do === 'answer-order' ? answer.result.refusal : undefined;
  };
  expect(refusalOf({ second: null })).toBe('second-person-needed');
  expect(refusalOf({ actor: { kind: 'system', name: 'server' } })).toBe('second-person-needed');
  expect(refusalOf({ second: { kind: 'unverified-name', name: '  ' } })).toBe('second-person-needed');
  expect(refusalOf({ second: { kind: 'unverified-name', name: ' aNN ' } })).toBe('same-person-twice');
  expect(refusalOf({ reason: ' ' })).toBe('reason-needed');
  expect(refusalOf({ tripId: 'OTHER' })).toBe('other-trip');
  expect(bench.state.mode).toBe('tripped');
});

test('knowledge of holds that grew too old at the gate permits nothing', () => {
  const gate = atTheGate();
  gate.take({ kind: 'record-health', canRecord: true });
  gate.state = { ...gate.state, factsAtMs: gate.nowMs - 61_000 };
  expect(gate.grants(gate.run(2000))).toEqual([]);
});

test('facts of another database or of an older version are refused, and known holds stay', () => {
  const bench = permitted();
  bench.give(facts({ version: 5, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: null, imei: null }, code: 'device-held' }] }));
  bench.give(facts({ version: 4 }));
  bench.give(facts({ databaseId: 'other', version: 9 }));
  expect(bench.grants(bench.run(500))).toEqual([]);
  expect(bench.state.facts?.holds).toHaveLength(1);
});

test('a permit answers the heartbeat it was judged by, with its number and its time', () => {
  const bench = permitted();
  const grant = bench.grants(bench.beat())[0];
  expect(grant?.fields).toMatchObject({ re_ms: String(bench.rigMs), permit: 'write', restore: RESTORE, plan: HASH, ttl_ms: '500', re: String(bench.state.beatN) });
});

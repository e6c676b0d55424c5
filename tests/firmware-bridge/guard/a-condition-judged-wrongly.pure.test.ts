/** Each condition of a permit asked for itself, at its edge; and what reports change of what is known. */
import { describe, expect, test } from 'vitest';
import type { Permissive } from '../../../firmware-bridge/contract/interlock.ts';
import { describeBench } from '../../../firmware-bridge/guard/describe.ts';
import { CAUSE_OF_MISSING, GRANT_ONLY, hasErasingAgreement, judgePermissives, wantedPoint } from '../../../firmware-bridge/guard/permissives.ts';
import { takeDevice, takePlan, takePower, takeProgress, takeRigEvent } from '../../../firmware-bridge/guard/reports.ts';
import type { BenchState, LinkState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { NO_WATCH } from '../../../firmware-bridge/guard/watch.ts';
import type { Device, PlanReport, Power } from '../../../firmware-bridge/wire/rig-message.ts';
import { BARE_RESTORE, NOW, beatOf, liveState, recordsOf, restoreWith, stateWith, tripWith, turnOf } from './bare-state.ts';
import { HASH, PHONE, RESTORE, SETUP, WALL_MS, agreedFacts, facts } from './bench-script.ts';

const linked = (link: Partial<LinkState>, more: Partial<BenchState> = {}): BenchState => {
  const state = liveState(more);
  return { ...state, link: { ...state.link, ...link } };
};
const judged = (id: Permissive, state: BenchState) => {
  const one = judgePermissives(state, NOW, WALL_MS).find((permissive) => permissive.id === id);
  return [one?.ok, one?.detail] as const;
};
const ok = (id: Permissive, state: BenchState): boolean | undefined => judged(id, state)[0];
const SEATED = { device: { value: PHONE, agreed: 2 }, seated: true } as const;
const RIG = { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1', virtual: false };
const PHONE_KEYS = { serial: PHONE.serial, ecid: null, imei: null };
const OTHER = { ...PHONE, serial: 'X', ecid: 'Y', imei: 'Z' };
const power = (more: Partial<Power> = {}): Power => ({ verb: 'POWER', tMs: 0, batteryPct: 50, supplyMv: 4500, deviceDc: 250, forceCn: 1, ...more });
const plan = (kind: 'update' | 'erase' | 'unknown', agreed = 2) => ({ value: { kind, from: '26.1', to: '26.2', hash: HASH }, agreed });

describe('a condition', () => {
  test('link-live: a session, a heartbeat and a line no older than the silence in critical', () => {
    expect([ok('link-live', linked({ lineMadeAtMs: NOW - 500 })), ok('link-live', linked({ lineMadeAtMs: NOW - 501 }))]).toEqual([true, false]);
    expect([ok('link-live', linked({ lineMadeAtMs: NOW }, { beat: null })), ok('link-live', linked({ lineMadeAtMs: NOW, session: null }))]).toEqual([false, false]);
    expect([judged('link-live', linked({ lineMadeAtMs: null })), judged('link-live', linked({ lineMadeAtMs: NOW + 3 })), judged('link-live', linked({ lineMadeAtMs: NOW - 7.4 }))[1]]).toEqual([[false, {}], [true, { ageMs: 0 }], { ageMs: 7 }]);
  });

  test('rig-accepted: a rig without a problem', () => {
    expect(judged('rig-accepted', liveState({ rig: RIG }))).toEqual([true, { problem: 'none' }]);
    expect(ok('rig-accepted', liveState())).toBe(false);
    expect(judged('rig-accepted', linked({ problem: { code: 'rig-deaf', params: {} } }, { rig: RIG }))).toEqual([false, { problem: 'rig-deaf' }]);
  });

  test('device-steady: seated and named by two lines', () => {
    expect([ok('device-steady', liveState(SEATED)), ok('device-steady', liveState({ ...SEATED, seated: false })), ok('device-steady', liveState({ ...SEATED, device: { value: PHONE, agreed: 1 } })), ok('device-steady', liveState({ seated: true }))])
      .toEqual([true, false, false, false]);
  });

  test('plan-allowed: said twice, and one that may be permitted', () => {
    const of = (more: Partial<BenchState>) => judged('plan-allowed', liveState({ ...SEATED, ...more }));
    expect(of({ restore: restoreWith({ plan: plan('update') }) })).toEqual([true, { kind: 'update' }]);
    expect(of({ restore: restoreWith({ plan: plan('update', 1) }) })[0]).toBe(false);
    expect(of({ restore: restoreWith({ plan: plan('erase') }) })).toEqual([false, { kind: 'erase' }]);
    expect([of({ restore: BARE_RESTORE }), of({})]).toEqual([[false, {}], [false, {}]]);
  });

  test('power-fine: battery and supply at their least, read twice', () => {
    const of = (value: Power, agreed = 2) => judged('power-fine', liveState({ power: { value, agreed } }));
    expect(of(power())).toEqual([true, { pct: 50, neededPct: 50, supplyMv: 4500, supplyMinMv: 4500 }]);
    expect(of(power({ batteryPct: 49 }))).toEqual([false, { pct: 49, neededPct: 50, supplyMv: 4500, supplyMinMv: 4500 }]);
    expect(of(power({ supplyMv: 4499 }))[0]).toBe(false);
    expect(of(power(), 1)).toEqual([false, { neededPct: 50 }]);
    expect(of(power({ batteryPct: 10 }), 1)[1]).toMatchObject({ pct: 10 });
    expect([of(power({ batteryPct: null })), judged('power-fine', liveState())]).toEqual([[false, { neededPct: 50 }], [false, { neededPct: 50 }]]);
  });

  test('not-held and device-alone: no hold, no trip and no open restore of this device anywhere', () => {
    const held = facts({ holds: [{ id: 'h', device: PHONE_KEYS, code: 'device-held' }] });
    const elsewhere = (open: boolean, tripped: boolean, device = PHONE) => ({ elsewhere: { open: open ? [device] : [], tripped: tripped ? [device] : [], rigs: [] } });
    expect([
      ok('not-held', liveState(SEATED)), ok('not-held', liveState({ ...SEATED, facts: held })), ok('not-held', liveState({ ...SEATED, ...elsewhere(false, true) })),
      ok('not-held', liveState({ ...SEATED, ...elsewhere(true, false) })),
    ]).toEqual([true, false, false, true]);
    expect([ok('not-held', liveState({ facts: held })), ok('not-held', liveState({ ...SEATED, ...elsewhere(false, true, OTHER) }))]).toEqual([true, true]);
    expect([
      ok('device-alone', liveState(SEATED)), ok('device-alone', liveState({ ...SEATED, ...elsewhere(true, false) })),
      ok('device-alone', liveState({ ...SEATED, ...elsewhere(false, true) })), ok('device-alone', liveState(elsewhere(true, false))),
    ]).toEqual([true, false, true, true]);
  });

  test('holds-known, can-record, in-service withhold a grant only', () => {
    expect([judged('holds-known', liveState({ factsAtMs: NOW - 60_000 })), judged('holds-known', liveState({ factsAtMs: NOW - 60_001 })), judged('holds-known', liveState())]).toEqual([[true, { ageMs: 60_000 }], [false, { ageMs: 60_001 }], [false, {}]]);
    expect([ok('can-record', liveState({ canRecord: true })), ok('can-record', liveState())]).toEqual([true, false]);
    const { drills } = liveState();
    const out = { by: { kind: 'person', name: 'Ann' }, reason: 'broken', atIso: '2026-03-02T09:00:00.000Z', drilled: true } as const;
    expect([judged('in-service', liveState()), judged('in-service', liveState({ drills: { ...drills, kept: { ...drills.kept, out } } }))]).toEqual([[true, {}], [false, { name: 'Ann', reason: 'broken' }]]);
    expect([...GRANT_ONLY].toSorted()).toEqual(['can-record', 'holds-known', 'in-service']);
    expect(CAUSE_OF_MISSING['frame-measured']).toBe('cannot-measure');
  });

  test('usb-steady, hub-shallow, supply-steady', () => {
    const watching = (watch: Partial<typeof NO_WATCH>) => liveState({ watch: { ...NO_WATCH, ...watch } });
    expect([judged('usb-steady', watching({})), judged('usb-steady', watching({ usb: { gone: null, backAtMs: null, drops: 3 } }))]).toEqual([[true, {}], [false, { why: 'often', drops: 3 }]]);
    expect([judged('hub-shallow', watching({})), judged('hub-shallow', watching({ hubs: 1 })), judged('hub-shallow', watching({ hubs: 2 }))]).toEqual([[true, {}], [true, { hubs: 1, hubsMax: 1 }], [false, { hubs: 2, hubsMax: 1 }]]);
    expect([judged('supply-steady', watching({})), judged('supply-steady', watching({ dipAtMs: NOW - 10_000 })), judged('supply-steady', watching({ dipAtMs: NOW - 9999 }))]).toEqual([[true, {}], [true, {}], [false, {}]]);
  });
});

describe('the permit that a plan may be given', () => {
  const wanted = (more: Partial<BenchState>) => wantedPoint(liveState({ ...SEATED, ...more }), WALL_MS);
  const erasing = { restore: restoreWith({ plan: plan('erase') }) };

  test('is the first write for an update that erases nothing, an erase only as agreed, and none for anything else', () => {
    expect([
      wanted({ restore: restoreWith({ plan: plan('update') }) }), wanted({ restore: restoreWith({ plan: plan('update'), eraseSeen: true }) }),
      wanted({ restore: restoreWith({ plan: plan('unknown') }) }), wanted({ restore: BARE_RESTORE }), wanted({}),
    ]).toEqual(['write', null, null, null, null]);
    expect([wanted({ ...erasing, facts: agreedFacts() }), wanted(erasing), wanted({ ...erasing, facts: { ...agreedFacts(), irreplaceable: [{ device: PHONE_KEYS }] } })]).toEqual(['erase', null, null]);
    expect(wanted({ restore: restoreWith({ plan: plan('unknown') }), facts: agreedFacts() })).toBeNull();
  });

  test('an agreement is of this device and this plan, named twice, on both papers, and not yet over', () => {
    const agreed = (state: Partial<BenchState>, hash = HASH, wallMs = WALL_MS) => hasErasingAgreement(liveState({ ...SEATED, facts: agreedFacts(), ...state }), hash, wallMs);
    const endsMs = Date.parse('2026-03-02T10:00:00.000Z');
    expect([agreed({}), agreed({}, 'OTHER'), agreed({}, HASH, endsMs - 1), agreed({}, HASH, endsMs)]).toEqual([true, false, true, false]);
    expect([agreed({ device: { value: PHONE, agreed: 1 } }), agreed({ device: null }), agreed({ facts: null }), agreed({ device: { value: OTHER, agreed: 2 } })]).toEqual([false, false, false, false]);
    expect([agreed({ facts: { ...agreedFacts(), consents: [] } }), agreed({ facts: { ...agreedFacts(), backups: [] } })]).toEqual([false, false]);
  });
});

describe('a report', () => {
  const reported = (state: BenchState, act: (turn: Turn) => void): Turn => {
    const turn = turnOf(state);
    act(turn);
    return turn;
  };
  const device = (more: Partial<Device> = {}): Device => ({ verb: 'DEVICE', tMs: 0, ...PHONE, locked: null, hubs: null, ...more });

  test('of the device: the second one that agrees seats it; another one begins anew, and trips a restore', () => {
    const named = (state: BenchState, more: Partial<Device> = {}): Turn => reported(state, (turn) => { takeDevice(turn, device(more)); });
    const once = named(liveState());
    expect(once.state.device).toEqual({ value: PHONE, agreed: 1 });
    expect(recordsOf(once)).toEqual([]);
    const twice = named(once.state);
    expect(recordsOf(twice)).toEqual([{ kind: 'device-seated', body: { device: PHONE } }]);
    expect(recordsOf(named(twice.state))).toEqual([]);
    const swapped = named(liveState({ ...SEATED, power: { value: power(), agreed: 4 }, watch: { ...NO_WATCH, batteryPct: 9 }, frame: { ...liveState().frame, belowHold: 5 } }), { serial: 'X' });
    expect(swapped.state).toMatchObject({ device: { agreed: 1, value: { serial: 'X' } }, power: null, watch: { batteryPct: null }, frame: { belowHold: 0 }, trip: null });
    expect(named(liveState({ ...SEATED, restore: BARE_RESTORE }), { serial: 'X' }).state.trip?.trip.causes).toMatchObject([{ code: 'device-changed', params: { model: PHONE.model } }]);
    const inRestore = named(liveState({ restore: BARE_RESTORE }));
    expect(inRestore.state.restore?.device).toEqual(PHONE);
    expect(named(liveState({ restore: restoreWith({ device: OTHER }) })).state.restore?.device).toEqual(OTHER);
  });

  test('of a device that shows nothing in common withholds in safe and does not stop behind it', () => {
    const bare = { serial: null, ecid: null, imei: null };
    const agreed = (zone: BenchState['zone']) => reported(liveState({ ...SEATED, zone, device: { value: PHONE, agreed: 7 } }), (turn) => { takeDevice(turn, device(bare)); }).state.device;
    expect([agreed('safe'), agreed('critical')]).toEqual([{ value: PHONE, agreed: 0 }, { value: PHONE, agreed: 7 }]);
    expect(reported(liveState({ beat: beatOf({ seated: false }) }), (turn) => { takeDevice(turn, device()); }).state.seated).toBe(false);
    expect(reported(liveState({ beat: null }), (turn) => { takeDevice(turn, device()); }).state.seated).toBe(true);
  });

  test('of the plan opens its restore, is told when it is new, and a changed one ends the permit', () => {
    const planned = (state: BenchState, more: Partial<PlanReport> = {}): Turn =>
      reported(state, (turn) => { takePlan(turn, { verb: 'PLAN', tMs: 0, restore: RESTORE, kind: 'update', from: '26.1', to: '26.2', hash: HASH, ...more }); });
    const first = planned(liveState());
    expect(first.state.restore).toMatchObject({ id: RESTORE, plan: { agreed: 1, value: { kind: 'update', from: '26.1', to: '26.2', hash: HASH } } });
    expect(recordsOf(first)).toContainEqual({ kind: 'plan-announced', body: { restoreId: RESTORE, plan: { kind: 'update', from: '26.1', to: '26.2', hash: HASH } } });
    expect(recordsOf(planned(first.state))).toEqual([]);
    expect(planned(first.state, { restore: '00070002' }).state.restore?.plan?.agreed).toBe(1);
    for (const more of [{ hash: 'X' }, { from: '0' }, { to: '99' }, { kind: 'unknown' as const }]) {
      const permitted = liveState({ permit: { point: 'write', restore: RESTORE, plan: HASH }, mode: 'permitted', restore: restoreWith({ plan: plan('update'), established: true }), zone: 'safe' });
      expect(recordsOf(planned(permitted, more))).toContainEqual({ kind: 'permit-dropped', body: { restoreId: RESTORE, point: 'write', why: 'plan-changed' } });
      expect(planned(liveState({ restore: restoreWith({ plan: plan('update'), established: true }), permissiveBeats: 1 }), more).state.permissiveBeats).toBe(0);
    }
    expect(planned(liveState({ restore: restoreWith({ plan: plan('update') }), permissiveBeats: 1 })).state.permissiveBeats).toBe(1);
  });

  test('of power agrees by being good enough; a battery that is not read stays what it was', () => {
    const read = (state: BenchState, more: Partial<Power>) => reported(state, (turn) => { takePower(turn, power(more), NOW); }).state;
    const fine = read(liveState(SEATED), { batteryPct: 80 });
    expect(fine.power).toMatchObject({ agreed: 1, value: { batteryPct: 80 } });
    expect(read(fine, { batteryPct: 50 }).power?.agreed).toBe(2);
    expect([read(fine, { batteryPct: 49 }).power?.agreed, read(fine, { supplyMv: 4499 }).power?.agreed]).toEqual([1, 1]);
    expect(read(fine, { batteryPct: null }).power).toMatchObject({ agreed: 2, value: { batteryPct: 80 } });
    expect(read(liveState({ seated: false }), {}).watch).toEqual(NO_WATCH);
  });

  test('of progress counts for the restore that is open', () => {
    const progress = { verb: 'PROGRESS', tMs: 90_500, restore: RESTORE, pct: 40, next: 'write', nextMs: 900 } as const;
    const at = (restore: BenchState['restore']) => reported(liveState({ restore }), (turn) => { takeProgress(turn, progress); }).state.restore?.progress;
    expect([at(BARE_RESTORE), at(restoreWith({ id: 'X' })), at(null)]).toEqual([progress, null, undefined]);
  });

  test.each<[string, object]>([
    ['usb-gone', { usb: { gone: { atMs: NOW, dueAtMs: NOW } } }], ['supply-dip', { dipAtMs: NOW }], ['storage-error', { storageErrors: true }], ['usb-back', { usb: { gone: null } }],
  ])('of an event: %s', (kind, watch) => {
    const before = kind === 'usb-back' ? { ...NO_WATCH, usb: { gone: { atMs: 1, dueAtMs: 2 }, backAtMs: null, drops: 0 } } : NO_WATCH;
    const turn = reported(liveState({ watch: before }), (one) => { takeRigEvent(one, { verb: 'EVENT', tMs: 0, kind }); });
    expect(turn.state.watch).toMatchObject(watch);
    expect(recordsOf(turn)).toEqual([{ kind: 'rig-event', body: { what: kind } }]);
    expect(reported(liveState(), (one) => { takeRigEvent(one, { verb: 'EVENT', tMs: 0, kind: 'of-later' }); }).state.watch).toBe(NO_WATCH);
  });
});

describe('the bench as others see it', () => {
  const seen = (state: BenchState) => describeBench(state, NOW, WALL_MS, { bootId: 'boot', stallWorstMs: 1.6 });

  test('tells ages and not times, and null where nothing is known', () => {
    const bare = seen(stateWith({}));
    expect(bare).toMatchObject({
      v: 1, bench: 'bench-1', name: 'Bench 1', bootId: 'boot', sentAtMs: NOW, virtual: false, mode: 'offline', zone: 'safe', committedEstablished: false, inDoubt: false, protection: 'none', problem: null,
      link: { path: '/dev/rig', open: false, lastFrameAgeMs: null, nextTryInMs: null, corruptRecent: 0 }, rig: null, device: null, restore: null, power: null, permit: null, trip: null,
      reset: { possible: false, blockedBy: ['no-trip'], needsTwoPeople: false }, stallWorstMs: 2,
    });
    const link = seen(linked({ lineMadeAtMs: NOW - 40, lineReadAtMs: NOW - 9, nextTryAtMs: NOW + 70, attempts: 2, corruptWindow: [true, false, true], missedTotal: 6,
      problem: { code: 'rig-deaf', params: {} } }, { recordProblem: { code: 'disk-full', params: {} } }));
    expect(link).toMatchObject({ protection: 'full', problem: { code: 'rig-deaf' }, link: { lastFrameAgeMs: 40, nextTryInMs: 70, attempts: 2, corruptRecent: 2, missedTotal: 6 } });
    expect(seen(linked({ lineMadeAtMs: null, lineReadAtMs: NOW + 9, nextTryAtMs: NOW - 5 })).link).toMatchObject({ lastFrameAgeMs: 0, nextTryInMs: 0 });
    expect(seen(liveState({ setup: { ...SETUP, baud: 57_599 } })).protection).toBe('stop-and-confirm');
    expect([seen(liveState({ beat: null })).protection, seen(linked({ session: null })).protection]).toEqual(['none', 'none']);
  });

  test('tells the restore with what is left to the point, counted from when it was said', () => {
    const progress = { verb: 'PROGRESS', tMs: 90_500, restore: RESTORE, pct: 40, next: 'write', nextMs: 9000 } as const;
    const offset = { least: 9000, previous: 9200, sinceMs: 0 };
    const at = (link: Partial<LinkState>, more: Partial<BenchState> = {}) => seen(linked(link, { restore: restoreWith({ progress, plan: plan('update'), established: true }), beat: beatOf({ gate: 'write', phase: 'recovery' }), ...more })).restore;
    expect(at({ offset })).toEqual({ id: RESTORE, phase: 'recovery', pct: 40, gate: 'write', next: 'write', nextInMs: 8500, plan: plan('update').value });
    expect(at({ offset: null })?.nextInMs).toBe(9000);
    expect(at({ offset: { ...offset, least: 20_000, previous: 20_000 } })?.nextInMs).toBe(9000);
    expect(at({ offset: { ...offset, least: -90_000 } })?.nextInMs).toBe(0);
    expect(at({ offset }, { restore: BARE_RESTORE, beat: null, lastPhase: 'unpack' })).toEqual({ id: RESTORE, phase: 'unpack', pct: null, gate: 'none', next: 'none', nextInMs: null, plan: null });
  });

  test('tells rig, device, power, permit and trip as they are', () => {
    const status = seen(liveState({ ...SEATED, rig: RIG, power: { value: power(), agreed: 1 }, permit: { point: 'write', restore: RESTORE, plan: HASH }, restore: restoreWith({ established: true }) }));
    expect(status).toMatchObject({ rig: { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1' }, device: PHONE, seated: true, committedEstablished: true,
      power: { batteryPct: 50, supplyMv: 4500, deviceDc: 250, forceCn: 1 }, permit: { point: 'write', restore: RESTORE } });
    const tripped = seen(liveState({ trip: tripWith({ dataAtStake: true }, { state: 'confirmed', answer: 'stopped' }), mode: 'tripped', factsAtMs: NOW - 5, facts: facts({ version: 8 }) }));
    expect(tripped).toMatchObject({ trip: { id: '5C1E77A90001' }, reset: { possible: false, blockedBy: ['cause-not-cleared'], needsTwoPeople: true }, holds: { ageMs: 5, version: 8 } });
  });
});

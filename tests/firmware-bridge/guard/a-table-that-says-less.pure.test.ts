/** The tables and the start: every rule has its row, every relation between numbers its sentence, and a new run knows what was kept and no more. */
import { describe, expect, test } from 'vitest';
import { CAUSES, CAUSE_CODES } from '../../../firmware-bridge/contract/causes.ts';
import { PERMISSIVES } from '../../../firmware-bridge/contract/interlock.ts';
import type { Trip } from '../../../firmware-bridge/contract/trip.ts';
import { DEFAULT_LIMITS, brokenRelation, stopAnswerMsAt, tabletLimits, type Limits } from '../../../firmware-bridge/guard/limits.ts';
import { CAUSE_OF_MISSING } from '../../../firmware-bridge/guard/permissives.ts';
import { isKnownRestore, knownOf, restoreFrom } from '../../../firmware-bridge/guard/restore-state.ts';
import { RULE_TABLE } from '../../../firmware-bridge/guard/rule-table.ts';
import { confirm, initialState, isRestoreOpen, type KeptLatch } from '../../../firmware-bridge/guard/state.ts';
import { bridgeActor, deviceOf, enter, isoOf, keepLatch, rigActor } from '../../../firmware-bridge/guard/turn.ts';
import { NOW, liveState, recordsOf, restoreWith, stateWith, tripWith, turnOf } from './bare-state.ts';
import { PHONE, RESTORE, SETUP, WALL_MS } from './bench-script.ts';

describe('the table of rules', () => {
  test('has one row for each rule, and each cause and each condition in it', () => {
    const ids = RULE_TABLE.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    const causes = new Set(RULE_TABLE.map((row) => row.cause));
    expect(CAUSE_CODES.filter((code) => !causes.has(code))).toEqual([]);
    expect(RULE_TABLE.filter((row) => row.kind === 'condition').map((row) => row.id)).toEqual(PERMISSIVES);
  });

  test.each(RULE_TABLE.map((row) => [row.id, row] as const))('%s says what it belongs to, how grave it is and what it raises', (id, row) => {
    expect(['person', 'frame', 'data', 'device', 'link', 'operator']).toContain(row.group);
    const condition = PERMISSIVES.find((one) => one === id);
    expect(row.tier).toBe(condition === undefined ? CAUSES[row.cause].tier : 'review');
    expect(row.cause).toBe(condition === undefined ? id : CAUSE_OF_MISSING[condition]);
    expect(row.group === 'person').toBe(condition === undefined && CAUSES[row.cause].person === true);
    expect(['hazard', 'condition', 'event']).toContain(row.kind);
  });
});

describe('the numbers', () => {
  const broken = (more: Partial<Limits>): string => brokenRelation({ ...DEFAULT_LIMITS, ...more }) ?? '';

  test.each<[keyof Limits, Partial<Limits>, Partial<Limits>]>([
    ['permitTtlMs', { permitTtlMs: 300 }, { permitTtlMs: 299 }],
    ['permitTtlMs', { permitTtlMs: 500 }, { permitTtlMs: 501 }],
    ['silenceCriticalMs', { silenceSafeMs: 500 }, { silenceSafeMs: 499 }],
    ['frameUncertaintyUm', { frameUncertaintyUm: 1 }, { frameUncertaintyUm: 0 }],
    ['frameUncertaintyUm', { frameUncertaintyUm: 150 }, { frameUncertaintyUm: 400 }],
    ['frameReviewUm', { frameReviewUm: 300 }, { frameReviewUm: 301 }],
    ['frameNoRestoreUm', { frameNoRestoreUm: 401 }, { frameNoRestoreUm: 400 }],
    ['planeLimitUm', { planeLimitUm: 101, planeReviewUm: 1 }, { planeLimitUm: 100, planeReviewUm: 0 }],
    ['planeReviewUm', { planeReviewUm: 300 }, { planeReviewUm: 301 }],
    ['planeNoRestoreUm', { planeNoRestoreUm: 401 }, { planeNoRestoreUm: 400 }],
    ['twistLimitUm', { twistLimitUm: 101, twistReviewUm: 1 }, { twistLimitUm: 100, twistReviewUm: 0 }],
    ['twistReviewUm', { twistReviewUm: 300 }, { twistReviewUm: 301 }],
    ['twistNoRestoreUm', { twistNoRestoreUm: 401 }, { twistNoRestoreUm: 400 }],
    ['probeFreshMs', { probeFreshMs: 500 }, { probeFreshMs: 501 }],
    ['deviceHotDc', { deviceHotDc: 381 }, { deviceHotDc: 380 }],
    ['drillArmMs', { drillArmMs: 799 }, { drillArmMs: 800 }],
    ['drillLateMs', { drillLateMs: 200 }, { drillLateMs: 199 }],
    ['corruptOf50', { corruptOf50: 3 }, { corruptOf50: 2 }],
    ['corruptOf50', { corruptInRow: 2 }, { corruptInRow: 1 }],
  ])('%s holds at its edge, and beyond it the sentence names it', (name, fine, wrong) => {
    expect(broken(fine)).toBe('');
    expect(broken(wrong)).toContain(name);
  });

  test('a tablet is held from the public figure on, measured again half a guard band below it', () => {
    expect(tabletLimits(DEFAULT_LIMITS)).toEqual({ frameLimitUm: 500, frameReviewUm: 350, planeLimitUm: 500, planeReviewUm: 350 });
  });

  test('a stop has 20 ms and three full lines for its answer', () => {
    expect([stopAnswerMsAt(115_200), stopAnswerMsAt(57_600), stopAnswerMsAt(4800)]).toEqual([62, 104, 1020]);
  });
});

describe('the start', () => {
  const known = { id: RESTORE, rig: 'R-1', device: PHONE, permitted: 'write', established: true, eraseSeen: true, erasing: false, written: true } as const;
  const kept = (trip: Trip | null, restore: KeptLatch['restore'] = null): KeptLatch => ({ v: 1, trip, restore });

  test('knows nothing and permits nothing', () => {
    const state = initialState(SETUP, null);
    expect(state).toMatchObject({ mode: 'offline', zone: 'safe', trip: null, restore: null, permit: null, canRecord: false, everHeard: false, inDoubt: false, closing: false, seated: false, known: null });
    expect(state).toMatchObject({ permissives: [], remeasures: [], failures: [], elsewhere: { open: [], tripped: [], rigs: [] }, stopCount: 0, beat: null, device: null, lastPhase: 'idle' });
    expect(state.link).toMatchObject({ open: false, session: null, corruptWindow: [], helloTries: 0, unacked: null });
    expect(isRestoreOpen(state)).toBe(false);
  });

  test('believes a kept committed until the rig says otherwise, and a kept restore that was not committed only by its name', () => {
    expect(initialState(SETUP, kept(null, known))).toMatchObject({ zone: 'committed', known,
      restore: { id: RESTORE, rig: 'R-1', permitted: 'write', established: true, eraseSeen: true, erasing: false, written: true, device: PHONE, claims: 0, phase: 'unknown' } });
    expect(initialState(SETUP, kept(null, { ...known, established: false }))).toMatchObject({ zone: 'safe', restore: null });
    expect(isRestoreOpen(initialState(SETUP, kept(null, known)))).toBe(true);
  });

  test.each<[string, Partial<Trip['receipt']>, KeptLatch['restore'], boolean]>([
    ['an unanswered stop is wanted again', { answer: 'none', state: 'pending' }, null, true], ['one that nobody confirmed too', { answer: 'none', state: 'not-confirmed' }, null, true],
    ['an answered one is not', { answer: 'stopped', state: 'confirmed' }, null, false], ['one that came too late is not', { answer: 'none', state: 'too-late' }, null, false],
    ['none is past the point', { answer: 'none', state: 'pending' }, known, false],
  ])('%s', (_what, receipt, restore, wanted) => {
    const state = initialState(SETUP, kept(tripWith({}, { writes: 3, ...receipt }).trip, restore));
    expect(state).toMatchObject({ mode: 'tripped', trip: { stopWanted: wanted, requestedAtMs: null, lastWriteAtMs: null, waitsFromMs: null, answerTMs: null, ladderFrom: 3, actor: { kind: 'bridge', name: 'host' } } });
  });

  test.each<[Trip['operator'], Partial<Trip['receipt']>, boolean, Trip['operator']]>([
    ['keep-cable', { state: 'not-confirmed' }, false, 'keep-cable'], ['step-back', { state: 'not-confirmed' }, false, 'pull-device'], ['step-back', { state: 'not-confirmed' }, true, 'look-first'],
    ['step-back', { state: 'too-late' }, false, 'keep-cable'], ['step-back', { state: 'confirmed' }, false, 'nothing'],
  ])('%s stands over the call that the receipt tells', (operator, receipt, inDoubt, call) => {
    expect(initialState(SETUP, kept(tripWith({ operator, inDoubt }, receipt).trip)).trip?.call).toBe(call);
  });

  test('a value agrees with itself and with nothing else', () => {
    const same = (a: number, b: number): boolean => a === b;
    expect([confirm(null, 1, same), confirm({ value: 1, agreed: 4 }, 1, same), confirm({ value: 1, agreed: 4 }, 2, same)]).toEqual([{ value: 1, agreed: 1 }, { value: 1, agreed: 5 }, { value: 2, agreed: 1 }]);
  });

  test('a restore is the known one on its own rig, or where a rig is not known', () => {
    expect(restoreFrom('1', 'R', null)).toMatchObject({ id: '1', rig: 'R', permitted: null, established: false, eraseSeen: false, erasing: false, written: false, plan: null, device: null });
    expect(knownOf(restoreFrom('1', 'R', known), PHONE)).toEqual({ ...known, id: '1', rig: 'R' });
    const is = (id: string, rig: string | null, of: string | null = 'R-1') => isKnownRestore({ ...known, rig: of }, id, rig);
    expect([is(RESTORE, 'R-1'), is(RESTORE, null), is(RESTORE, 'R-2', null), is(RESTORE, 'R-2'), is('2', 'R-1'), isKnownRestore(null, RESTORE, 'R-1')]).toEqual([true, true, true, false, false, false]);
  });
});

describe('what is kept and told', () => {
  test('the trip, the running restore with its device or the known one, and failures where there are any', () => {
    const keptOf = (more: Parameters<typeof liveState>[0]) => {
      const turn = turnOf(liveState(more));
      keepLatch(turn);
      const [effect] = turn.effects;
      return effect?.do === 'keep-latch' ? effect.kept : undefined;
    };
    const known = knownOf(restoreWith({ id: 'K' }), PHONE);
    expect(keptOf({})).toMatchObject({ v: 1, trip: null, restore: null, service: { out: null } });
    expect(keptOf({})).not.toHaveProperty('failures');
    expect(keptOf({ trip: tripWith(), known })).toMatchObject({ trip: tripWith().trip, restore: known });
    expect(keptOf({ restore: restoreWith({ written: true }), known, device: { value: PHONE, agreed: 1 } })?.restore).toMatchObject({ id: RESTORE, written: true, device: PHONE });
    const failures = [{ restoreId: 'F', device: PHONE, atIso: '2026-03-02T09:00:00.000Z', cleared: false }];
    expect(keptOf({ failures })).toMatchObject({ failures });
  });

  test('the device of a restore is the seated one, else the one that was in it, else the one that was kept', () => {
    const inIt = { ...PHONE, serial: 'IN' };
    const keptOne = { ...PHONE, serial: 'KEPT' };
    const of = (more: Parameters<typeof stateWith>[0], id: string | null = RESTORE) => deviceOf(stateWith(more), id)?.serial ?? null;
    const known = knownOf(restoreWith({}), keptOne);
    expect([
      of({ device: { value: PHONE, agreed: 1 }, restore: restoreWith({ device: inIt }) }), of({ restore: restoreWith({ device: inIt }), known }), of({ restore: restoreWith({ id: 'X', device: inIt }), known }),
      of({ known }), of({ known }, 'X'), of({ restore: restoreWith({ device: inIt }) }, 'X'), of({}),
    ]).toEqual([PHONE.serial, 'IN', 'KEPT', 'KEPT', null, null, null]);
  });

  test('who did it, when, and a mode only where it is another one', () => {
    const rig = { serial: 'R-1', model: 'x', firmware: 'x', virtual: false };
    expect([rigActor(stateWith({ rig })), rigActor(stateWith({})), bridgeActor(stateWith({}))]).toEqual([{ kind: 'rig', name: 'R-1' }, { kind: 'rig', name: 'bench-1' }, { kind: 'bridge', name: 'host' }]);
    const turn = turnOf(liveState());
    expect(isoOf(turn)).toBe(new Date(WALL_MS + NOW).toISOString());
    enter(turn, 'inhibited');
    enter(turn, 'tripped');
    expect(recordsOf(turn)).toEqual([{ kind: 'mode-changed', body: { from: 'inhibited', to: 'tripped' } }]);
  });
});

/** What the rig said of a stop, of its own latch and of an erase: what is proved by it, which restore it is about, and when it is not believed. */
import { describe, expect, test } from 'vitest';
import type { Outcome, Phase } from '../../../firmware-bridge/contract/interlock.ts';
import { PHASES } from '../../../firmware-bridge/contract/interlock.ts';
import { watchBrokenWord } from '../../../firmware-bridge/guard/broken-word.ts';
import { outcomeOf, type Proven } from '../../../firmware-bridge/guard/outcome.ts';
import { followLatch, takeAnswer, takeLatch } from '../../../firmware-bridge/guard/rig-latch.ts';
import type { BenchState, TripState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { believedZone, claimsCommitted, covers, followZone, isUnpermittedClaim } from '../../../firmware-bridge/guard/zone.ts';
import type { Heartbeat, Latch, StopAnswer } from '../../../firmware-bridge/wire/rig-message.ts';
import { ID, NOW, beatOf, did, liveState, recordsOf, restoreWith, tripWith, turnOf } from './bare-state.ts';
import { PHONE, RESTORE } from './bench-script.ts';

const RIG = { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1', virtual: false };
const UNNAMED = '000000000000';
const tripOf = (turn: Turn) => turn.state.trip?.trip;

describe('what became of the data', () => {
  const outcome = (more: Partial<Proven>): Outcome => outcomeOf({ phase: 'verify', answered: true, written: false, eraseSeen: false, erasing: false, result: null, ...more });

  test('is intact only when the rig answered before anything was written or erased', () => {
    const intact = PHASES.filter((phase) => outcome({ phase }) === 'intact');
    expect(intact.toSorted()).toEqual(['idle', 'prepare', 'recovery', 'unpack', 'verify']);
    for (const more of [{ answered: false }, { written: true }, { eraseSeen: true }]) expect(outcome(more)).toBe('unknown');
    for (const phase of ['start', 'write', 'erase-next', 'finish', 'stopped', 'unknown'] as const) expect(outcome({ phase })).toBe('unknown');
  });

  test('is being destroyed while an erase runs, and destroyed once the rig writes after it or says so', () => {
    const rows: readonly (readonly [Partial<Proven>, Outcome])[] = [
      [{ phase: 'erase' }, 'destroying'], [{ erasing: true }, 'destroying'], [{ erasing: true, phase: 'write' }, 'destroyed'], [{ erasing: true, phase: 'finish' }, 'destroyed'],
      [{ result: 'erased' }, 'destroyed'], [{ result: 'kept' }, 'kept'], [{ result: 'kept', erasing: true }, 'destroying'], [{ result: 'stopped' }, 'intact'],
    ];
    for (const [more, expected] of rows) expect(outcome(more), JSON.stringify(more)).toBe(expected);
  });
});

describe('a claim of committed', () => {
  const claim = (phase: Phase, zone: Heartbeat['zone'] = 'committed'): Heartbeat => beatOf({ phase, zone });

  test('counts where phase and zone say it, and is covered by a permit for its own point or for an erase', () => {
    expect([claimsCommitted(claim('write')), claimsCommitted(claim('write', 'critical')), claimsCommitted(claim('start'))]).toEqual([true, false, false]);
    expect([covers('erase', 'write'), covers('erase', 'erase'), covers('write', 'write'), covers('write', 'erase'), covers(null, 'write')]).toEqual([true, true, true, false, false]);
  });

  test('of an erase needs its own permit, also where committed is established', () => {
    const unpermitted = (phase: Phase, more: Parameters<typeof restoreWith>[0]): boolean => isUnpermittedClaim(restoreWith(more), claim(phase));
    expect([unpermitted('write', {}), unpermitted('write', { permitted: 'write' }), unpermitted('write', { established: true })]).toEqual([true, false, false]);
    expect([unpermitted('erase', { permitted: 'write', established: true }), unpermitted('erase', { permitted: 'erase', established: true })]).toEqual([true, false]);
    expect(unpermitted('write', { permitted: 'write', erasing: true })).toBe(true);
  });

  test('is believed at the second one in a row; an announced erase ends the belief', () => {
    const permitted = restoreWith({ permitted: 'write' });
    const once = followZone(permitted, claim('write'));
    expect(once).toMatchObject({ claims: 1, established: false, written: true });
    expect(followZone(once, claim('write'))).toMatchObject({ claims: 2, established: true });
    expect(followZone(followZone(once, beatOf({ phase: 'start', zone: 'critical' })), claim('write'))).toMatchObject({ claims: 1, established: false });
    const announced = followZone(restoreWith({ established: true, claims: 2 }), claim('erase-next', 'critical'));
    expect(announced).toMatchObject({ established: false, claims: 0, eraseSeen: true });
    expect(followZone(restoreWith({ established: true }), claim('erase-next', 'safe'))).toMatchObject({ established: true, eraseSeen: false });
    expect(believedZone(once, claim('write'))).toBe('critical');
    expect([believedZone(null, claim('write')), believedZone(restoreWith({}), null), believedZone(restoreWith({ established: true }), null)]).toEqual(['safe', 'critical', 'committed']);
  });
});

describe('a rig that said STOPPED and goes on', () => {
  const AFTER = { tMs: 90_100, restore: RESTORE, phase: 'verify' } as const;
  const answered = (more: Partial<TripState> = {}): TripState => tripWith({ outcome: 'intact' }, { answer: 'stopped', state: 'confirmed', answerPhase: 'verify', answerZone: 'safe' }, { answerTMs: 90_000, ...more });
  const watch = (trip: TripState | null, beat: Partial<Heartbeat>, before: Partial<Heartbeat> | null, more: Partial<BenchState> = {}) => {
    const turn = turnOf(liveState({ trip, restore: restoreWith({}), mode: 'tripped', rig: RIG, ...more }));
    return [watchBrokenWord(turn, beatOf(beat), before === null ? null : beatOf(before)), turn] as const;
  };

  test('is stopped again under a new id, and its answer counts for nothing', () => {
    const [acted, turn] = watch(answered(), AFTER, { ...AFTER, tMs: 90_001 });
    expect(acted).toBe(true);
    expect(did(turn)).toContain('stop-restore');
    expect(tripOf(turn)).toMatchObject({ outcome: 'unknown', dataAtStake: true, earlierIds: [ID], receipt: { answer: 'none', state: 'pending' } });
  });

  test('for the second time, or past the point, gets no further stop: a person is called, or told to keep the cable in', () => {
    const again = watch(answered({ alsoStopped: RESTORE }), AFTER, { ...AFTER, tMs: 90_001 })[1];
    expect(did(again)).not.toContain('stop-restore');
    expect(did(again)).toContain('keep-latch');
    expect(tripOf(again)).toMatchObject({ outcome: 'unknown', dataAtStake: true, operator: 'pull-device', receipt: { answer: 'none', answerPhase: null, answerZone: null, state: 'not-confirmed' } });
    const past = watch(answered(), AFTER, { ...AFTER, tMs: 90_001 }, { zone: 'committed' })[1];
    expect(did(past)).not.toContain('stop-restore');
    expect(tripOf(past)).toMatchObject({ operator: 'keep-cable', receipt: { answer: 'none', state: 'too-late' } });
  });

  test.each<[string, TripState | null, Partial<Heartbeat>, Partial<Heartbeat> | null, Partial<BenchState>]>([
    ['there is no stop', null, AFTER, AFTER, {}],
    ['there is no restore', answered(), AFTER, AFTER, { restore: null }],
    ['another restore is open', answered(), AFTER, AFTER, { restore: restoreWith({ id: '00070002' }) }],
    ['the stop was answered in another session', answered({ answerTMs: null }), AFTER, AFTER, {}],
    ['the answer was another', tripWith({}, { answer: 'too-late' }, { answerTMs: 90_000 }), AFTER, AFTER, {}],
    ['only one heartbeat came', answered(), AFTER, null, {}],
    ['the newest was made before the answer', answered(), { ...AFTER, tMs: 90_000 }, AFTER, {}],
    ['the one before was made before the answer', answered(), AFTER, { ...AFTER, tMs: 90_000 }, {}],
    ['it is latched', answered(), { ...AFTER, latch: ID }, AFTER, {}],
    ['it was latched', answered(), AFTER, { ...AFTER, latch: ID }, {}],
    ['it says nothing of a restore', answered(), { ...AFTER, restore: null }, AFTER, {}],
    ['it said another restore', answered(), AFTER, { ...AFTER, restore: '00070002' }, {}],
  ])('is believed while %s', (_why, trip, beat, before, more) => {
    const [acted, turn] = watch(trip, beat, before, more);
    expect(acted).toBe(false);
    expect(turn.effects).toEqual([]);
  });
});

describe('a stop of the rig itself', () => {
  const said = (more: Partial<StopAnswer> = {}): StopAnswer => ({ verb: 'STOPPED', tMs: 90_000, id: 'R00070000001', phase: 'verify', zone: 'safe', restore: RESTORE, cause: 'lapse', ...more });
  const heard = (answer: StopAnswer, more: Partial<BenchState> = {}): Turn => {
    const turn = turnOf(liveState({ rig: RIG, ...more }));
    takeAnswer(turn, answer);
    return turn;
  };

  test.each([['lapse', 'rig-stopped-itself'], ['estop', 'estop'], ['button', 'stop-button']] as const)('for %s trips as %s, and is a further cause beside a stop of ours', (cause, code) => {
    expect(tripOf(heard(said({ cause })))?.causes.map((one) => one.code)).toEqual([code]);
    const beside = heard(said({ cause }), { trip: tripWith({ causes: [{ code: 'operator-stop', params: {}, atIso: '2026-03-02T09:00:00.000Z', cleared: false }] }), mode: 'tripped' });
    expect(tripOf(beside)?.causes.map((one) => one.code)).toEqual(['operator-stop', code]);
    expect(tripOf(heard(said({ cause: 'stop' })))).toBeUndefined();
  });

  test('keeps what the rig said: id, restore, phase, zone, time, and whether it was in time', () => {
    expect(tripOf(heard(said()))).toMatchObject({
      id: 'R00070000001', restoreId: RESTORE, phase: 'verify', zone: 'safe', outcome: 'intact', eraseArmed: false, dataAtStake: false, operator: 'nothing', recovered: false, inDoubt: false, beforePointMs: null,
      receipt: { stopId: 'R00070000001', answer: 'stopped', answerPhase: 'verify', answerZone: 'safe', rigTMs: 90_000, rung: 0, writes: 0, state: 'confirmed', writtenAfterUs: null, acknowledgedAfterUs: null },
    });
    expect(tripOf(heard(said({ verb: 'TOO-LATE', phase: 'write', zone: 'committed' })))).toMatchObject({ outcome: 'unknown', dataAtStake: true, operator: 'keep-cable', receipt: { answer: 'too-late', state: 'too-late' } });
  });

  test.each<[string, Partial<StopAnswer>, Parameters<typeof restoreWith>[0] | null, Outcome, boolean]>([
    ['nothing was known of the restore', {}, null, 'intact', false],
    ['it was seen to write', {}, { written: true }, 'unknown', false],
    ['an erase was announced', {}, { eraseSeen: true }, 'unknown', true],
    ['an erase was seen', {}, { eraseSeen: true, erasing: true }, 'destroying', false],
    ['another restore was seen to erase', {}, { id: '00070002', eraseSeen: true, erasing: true }, 'intact', false],
    ['the rig said that it wrote', { phase: 'write' }, null, 'unknown', false],
    ['the rig said that it finished', { phase: 'finish' }, null, 'unknown', false],
    ['the rig said that an erase is next', { phase: 'erase-next' }, null, 'unknown', true],
    ['the rig said that it erased', { phase: 'erase' }, null, 'destroying', false],
  ])('tells of the data what is proved when %s', (_what, more, known, outcome, eraseArmed) => {
    expect(tripOf(heard(said(more), { restore: known === null ? null : restoreWith(known) }))).toMatchObject({ outcome, eraseArmed, dataAtStake: outcome !== 'intact' });
  });
});

describe('a latch that the rig kept', () => {
  const LATCH: Latch = { verb: 'LATCH', tMs: 90_000, id: ID, answer: 'stopped', phase: 'verify', zone: 'safe', restore: RESTORE, atMs: 80_000, cause: 'stop' };
  const told = (latch: Partial<Latch>, more: Partial<BenchState> = {}): Turn => {
    const turn = turnOf(liveState({ rig: RIG, device: { value: PHONE, agreed: 2 }, ...more }));
    takeLatch(turn, { ...LATCH, ...latch });
    return turn;
  };

  test('and nobody here knows is a trip with the time of the rig, recovered; named by a stop of ours it was written once', () => {
    const turn = told({});
    expect(turn.state.rigLatch).toBe(ID);
    expect(tripOf(turn)).toMatchObject({ id: ID, recovered: true, causes: [{ code: 'unnamed-stop' }], receipt: { rigTMs: 80_000, rung: 1 } });
    expect(recordsOf(turn).map((item) => item.kind)).toContain('trip-recovered');
    expect(tripOf(told({ cause: 'lapse' }))?.receipt.rung).toBe(0);
  });

  test('without a name gets one that no counted stop has', () => {
    expect(tripOf(told({ id: UNNAMED }, { stopCount: 1007 }))).toMatchObject({ id: '5C1E77A9007U', receipt: { stopId: '5C1E77A9007U', rung: 0 } });
  });

  test('completes the stop that waits for its answer, without times that this bridge did not live to see', () => {
    const waiting = tripWith({}, { acknowledgedAfterUs: null }, { stopWanted: true });
    const turn = told({}, { trip: waiting, mode: 'tripped' });
    expect(turn.state.trip).toMatchObject({ stopWanted: false, trip: { outcome: 'intact', receipt: { answer: 'stopped', state: 'confirmed', acknowledgedAfterUs: null, rigTMs: 80_000 } } });
    expect(recordsOf(turn).filter((item) => item.kind === 'trip-recovered')).toMatchObject([{ body: { rig: 'R-20931', device: PHONE, trip: { id: ID } } }]);
    expect(did(turn).at(-1)).toBe('keep-latch');
    const answered = tripWith({}, { answer: 'stopped', state: 'confirmed', acknowledgedAfterUs: 7, rigTMs: 79_000 });
    expect(tripOf(told({}, { trip: answered, mode: 'tripped' }))?.receipt).toMatchObject({ acknowledgedAfterUs: 7, rigTMs: 79_000 });
    expect(tripOf(told({ answer: 'too-late' }, { trip: waiting, mode: 'tripped' }))?.receipt).toMatchObject({ answer: 'too-late', state: 'too-late' });
  });

  test('of another stop changes nothing; without a name it is the one that has a made-up name', () => {
    const waiting = (id: string): Partial<BenchState> => ({ trip: tripWith({ id }, { stopId: id }), mode: 'tripped' });
    expect(told({ id: 'OTHER' }, waiting(ID)).effects).toEqual([]);
    expect(told({ id: UNNAMED }, waiting(ID)).effects).toEqual([]);
    expect(told({ id: 'OTHER' }, waiting('5C1E77A9007U')).effects).toEqual([]);
    expect(tripOf(told({ id: UNNAMED }, waiting('5C1E77A9007U')))?.receipt.state).toBe('confirmed');
  });

  test('is believed from two heartbeats that agree, and not while a reset is under way', () => {
    const follow = (beat: Partial<Heartbeat>, before: Partial<Heartbeat> | null, more: Partial<BenchState> = {}): Turn => {
      const turn = turnOf(liveState({ rig: RIG, ...more }));
      followLatch(turn, beatOf(beat), before === null ? null : beatOf(before));
      return turn;
    };
    for (const before of [null, { latch: null }, { latch: 'R00070000002' }]) expect(follow({ latch: 'R00070000001' }, before).state).toMatchObject({ trip: null, rigLatch: 'R00070000001' });
    const twice = follow({ latch: 'R00070000001', tMs: 91_000, phase: 'stopped' }, { latch: 'R00070000001' });
    expect(tripOf(twice)).toMatchObject({
      id: 'R00070000001', outcome: 'unknown', dataAtStake: true, operator: 'look-first', recovered: true, causes: [{ code: 'rig-stopped-itself' }],
      receipt: { answer: 'none', answerPhase: null, answerZone: null, rigTMs: null, state: 'not-confirmed' },
    });
    expect(did(twice)).toContain('write-line');
    expect(tripOf(follow({ latch: UNNAMED }, { latch: UNNAMED }))?.causes).toMatchObject([{ code: 'unnamed-stop' }]);
    const reset = { orderId: '1', by: { kind: 'person', name: 'Ann' }, second: null, reason: 'x', rigLatch: '', sent: null, sinceMs: 0 } as const;
    expect(follow({ latch: 'R00070000001' }, { latch: 'R00070000001' }, { reset }).state.trip).toBeNull();
    expect(follow({ latch: null }, { latch: null }, { rigLatch: 'X' })).toMatchObject({ effects: [], state: { rigLatch: null } });
    const permitted = { permit: { point: 'write', restore: RESTORE, plan: '1' } } as const;
    expect(follow({ latch: 'R00070000001' }, null, permitted).state.permit).toBeNull();
  });

  test('without a name soon after a drill is asked for once in a new session, and later it is a stop like any other', () => {
    const stray = (atMs: number, asked: boolean): Partial<BenchState> => {
      const { drills } = liveState();
      return { drills: { ...drills, stray: { drillId: 'D', atMs, asked } } };
    };
    const latched = (more: Partial<BenchState>, latch = UNNAMED): Turn => {
      const turn = turnOf(liveState({ rig: RIG, ...more }));
      followLatch(turn, beatOf({ latch }), beatOf({ latch }));
      return turn;
    };
    const asked = latched(stray(NOW - 10_000, false));
    expect(asked.state).toMatchObject({ trip: null, drills: { stray: { asked: true } }, link: { session: null } });
    for (const turn of [latched(stray(NOW - 10_001, false)), latched(stray(NOW, true)), latched(stray(NOW, false), 'R00070000001')]) expect(turn.state.trip).not.toBeNull();
    expect(tripOf(latched(stray(NOW, true)))?.causes).toMatchObject([{ code: 'drill-became-stop' }]);
    expect(tripOf(latched(stray(NOW - 10_001, true)))?.causes).toMatchObject([{ code: 'unnamed-stop' }]);
    expect(tripOf(told({ id: UNNAMED }, stray(NOW, false)))?.causes).toMatchObject([{ code: 'drill-became-stop' }]);
    expect(tripOf(told({ id: UNNAMED, cause: 'estop' }, stray(NOW, false)))?.causes).toMatchObject([{ code: 'estop' }]);
  });
});

/** What an answer of the rig proves and what it does not, what counts as seen stopped, and how long a stop may wait before a person is called. */
import { describe, expect, test } from 'vitest';
import { atStake, callPerson, climbLadder, followOutcome, lookForStopped, takeResult, takeStopAnswer } from '../../../firmware-bridge/guard/ladder.ts';
import type { Trip } from '../../../firmware-bridge/contract/trip.ts';
import { OUTCOMES } from '../../../firmware-bridge/contract/interlock.ts';
import type { RestoreState } from '../../../firmware-bridge/guard/restore-state.ts';
import type { BenchState, TripState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import type { Heartbeat, StopAnswer } from '../../../firmware-bridge/wire/rig-message.ts';
import { ID, NOW, beatOf, did, liveState, recordsOf, restoreWith, tripWith, turnOf } from './bare-state.ts';
import { BenchScript, RESTORE, SETUP } from './bench-script.ts';

const tripped = (trip: TripState, more: Partial<BenchState> = {}): BenchState => liveState({ mode: 'tripped', trip, ...more });
const tripOf = (turn: Turn): Trip | undefined => turn.state.trip?.trip;
const said = (more: Partial<StopAnswer> = {}): StopAnswer => ({ verb: 'STOPPED', tMs: 90_000, id: ID, phase: 'verify', zone: 'safe', restore: RESTORE, cause: 'stop', ...more });
const answered = (trip: TripState, answer: StopAnswer, more: Partial<BenchState> = {}): Turn => {
  const turn = turnOf(tripped(trip, more));
  takeStopAnswer(turn, answer);
  return turn;
};

describe('an answer', () => {
  test('proves the restore it names: with what was seen of that one, and of no other that is open', () => {
    const outcome = (more: Partial<RestoreState>): unknown => tripOf(answered(tripWith(), said(), { restore: restoreWith(more) }))?.outcome;
    expect([outcome({}), outcome({ written: true }), outcome({ eraseSeen: true }), outcome({ erasing: true })]).toEqual(['intact', 'unknown', 'unknown', 'destroying']);
    expect(outcome({ id: '00070002', written: true, erasing: true })).toBe('intact');
    expect(tripOf(answered(tripWith(), said()))?.outcome).toBe('intact');
  });

  test('of another restore proves nothing of the one that was stopped; a stop without a restore takes what it hears', () => {
    expect(tripOf(answered(tripWith(), said({ restore: '00070002' })))).toMatchObject({ outcome: 'unknown', receipt: { state: 'confirmed' } });
    expect(tripOf(answered(tripWith({ restoreId: null }), said({ restore: '00070002' })))).toMatchObject({ outcome: 'intact' });
  });

  test('that is too late says so aloud; both kinds keep phase, zone and time of the rig', () => {
    const late = answered(tripWith(), said({ verb: 'TOO-LATE', phase: 'write', zone: 'committed', tMs: 90_007 }));
    expect(did(late)).toContain('warn-committed');
    expect(tripOf(late)).toMatchObject({ operator: 'keep-cable', receipt: { answer: 'too-late', state: 'too-late', answerPhase: 'write', answerZone: 'committed', rigTMs: 90_007, acknowledgedAfterUs: 10_000 } });
    expect(did(answered(tripWith(), said()))).not.toContain('warn-committed');
  });

  test('to another stop, or a second one, changes nothing', () => {
    for (const turn of [answered(tripWith(), said({ id: 'OTHER' })), answered(tripWith({}, { answer: 'too-late' }), said())]) expect(turn.effects).toEqual([]);
  });

  test('leaves data at stake unless all of it is seen to be there', () => {
    expect(OUTCOMES.filter((outcome) => !atStake(outcome)).toSorted()).toEqual(['intact', 'kept']);
  });
});

describe('seen stopped', () => {
  const STOPPED: Partial<Heartbeat> = { tMs: 90_001, phase: 'stopped', latch: ID };
  const confirmed = (more: Partial<TripState> = {}): TripState => tripWith({}, { answer: 'stopped', state: 'confirmed' }, { answerTMs: 90_000, ...more });
  const seen = (trip: TripState, beat: Partial<Heartbeat>): Turn => {
    const turn = turnOf(tripped(trip));
    lookForStopped(turn, beatOf(beat));
    return turn;
  };

  test('is a later status with the latch, without a restore, in the phase of a stop', () => {
    const turn = seen(confirmed(), STOPPED);
    expect(tripOf(turn)?.receipt.seenStoppedAfterUs).toBe(10_000);
    expect(recordsOf(turn)).toMatchObject([{ kind: 'receipt-changed' }]);
  });

  test.each<[string, TripState, Partial<Heartbeat>]>([
    ['the answer itself', confirmed(), { ...STOPPED, tMs: 90_000 }],
    ['another phase', confirmed(), { ...STOPPED, phase: 'idle' }],
    ['a restore that is open', confirmed(), { ...STOPPED, restore: RESTORE }],
    ['a rig that is not latched', confirmed(), { ...STOPPED, latch: null }],
    ['a stop that was never answered in this session', confirmed({ answerTMs: null }), STOPPED],
    ['a stop of an earlier run', confirmed({ requestedAtMs: null }), STOPPED],
    ['a stop that came too late', tripWith({}, { answer: 'too-late', state: 'too-late' }, { answerTMs: 90_000 }), STOPPED],
    ['what was seen before', tripWith({}, { answer: 'stopped', state: 'confirmed', seenStoppedAfterUs: 5 }, { answerTMs: 90_000 }), STOPPED],
  ])('is not %s', (_what, trip, beat) => {
    const turn = seen(trip, beat);
    expect(turn.effects).toEqual([]);
    expect(turn.state.trip).toEqual(trip);
  });
});

describe('after the stop', () => {
  test('an erase that is announced or begins is told once, of the restore that was stopped and no other', () => {
    const follow = (restore: Partial<RestoreState>, trip: Partial<Trip> = {}): Turn => {
      const turn = turnOf(tripped(tripWith(trip), { restore: restoreWith(restore) }));
      followOutcome(turn);
      return turn;
    };
    expect(tripOf(follow({ eraseSeen: true }))).toMatchObject({ eraseArmed: true, outcome: 'unknown', dataAtStake: true });
    expect(tripOf(follow({ eraseSeen: true, erasing: true }, { eraseArmed: true }))).toMatchObject({ eraseArmed: false, outcome: 'destroying', dataAtStake: true });
    for (const turn of [follow({ eraseSeen: true }, { eraseArmed: true }), follow({}), follow({ id: '00070002', eraseSeen: true })]) expect(turn.effects).toEqual([]);
  });

  test('only a result that says what became of the data changes what is said of it', () => {
    const ended = (result: string, trip: Partial<Trip> = {}, restore: Partial<RestoreState> = {}, id = RESTORE): Turn => {
      const turn = turnOf(tripped(tripWith({ operator: 'keep-cable', ...trip }), { restore: restoreWith(restore), lastPhase: 'verify' }));
      takeResult(turn, id, result);
      return turn;
    };
    expect(tripOf(ended('kept'))).toMatchObject({ outcome: 'kept', operator: 'nothing' });
    expect(tripOf(ended('erased'))).toMatchObject({ outcome: 'destroyed' });
    for (const turn of [ended('stopped'), ended('kept', { outcome: 'kept' }), ended('kept', {}, {}, '00070002')]) expect(turn.effects).toEqual([]);
  });
});

describe('waiting', () => {
  const climbed = (trip: TripState, more: Partial<BenchState> = {}, nowMs = NOW): Turn => {
    const turn = turnOf(tripped(trip, more), nowMs);
    climbLadder(turn);
    return turn;
  };
  const { stopAnswerMs, silenceSafeMs, silenceCriticalMs } = SETUP.limits;

  test('an unanswered stop is written again exactly when its time is over', () => {
    const at = (ms: number): readonly string[] => did(climbed(tripWith({}, {}, { lastWriteAtMs: NOW - ms })));
    expect(at(stopAnswerMs - 1)).not.toContain('stop-restore');
    expect(at(stopAnswerMs)).toContain('stop-restore');
  });

  test.each(['not-written', 'pending'] as const)('a stop that no rig hears (%s) calls a person after the silence of its zone, counted from the first tick', (state) => {
    const waiting = (waitsFromMs: number | null): TripState => tripWith({}, { state, writes: 0, rung: 0 }, { stopWanted: true, lastWriteAtMs: null, waitsFromMs });
    const first = climbed(waiting(null));
    expect(first.state.trip).toMatchObject({ waitsFromMs: NOW, trip: { receipt: { state } } });
    for (const [zone, ms] of [['safe', silenceSafeMs], ['critical', silenceCriticalMs]] as const) {
      expect(tripOf(climbed(waiting(NOW - ms), { zone }))?.receipt.state).toBe(state);
      expect(tripOf(climbed(waiting(NOW - ms - 1), { zone }))).toMatchObject({ operator: 'pull-device', receipt: { state: 'not-confirmed', rung: 4 } });
    }
  });

  test('a stop that is over calls nobody, however long ago it was wanted', () => {
    const over = tripWith({}, { answer: 'too-late', state: 'too-late' }, { stopWanted: true, waitsFromMs: 0 });
    expect(climbed(over).state.trip).toEqual(over);
  });

  test('past the point nobody is called to the cable: the stop is given up, and that is said', () => {
    const turn = turnOf(tripped(tripWith({ operator: 'pull-device' }, { state: 'not-written' }, { stopWanted: true }), { zone: 'committed' }));
    callPerson(turn);
    expect(turn.state.trip).toMatchObject({ stopWanted: false, trip: { operator: 'keep-cable', receipt: { state: 'too-late' } } });
    expect(did(turn)).toEqual(['warn-committed', 'record', 'keep-latch']);
  });

  test('in doubt a person looks first', () => {
    const turn = turnOf(tripped(tripWith({ inDoubt: true })));
    callPerson(turn);
    expect(tripOf(turn)).toMatchObject({ operator: 'look-first', receipt: { rung: 4 } });
  });

  test('a bridge that comes back with a stop in the air waits a whole silence before it calls anybody', () => {
    const bench = new BenchScript({ v: 1, trip: tripWith().trip, restore: null });
    bench.nowMs = 50_000;
    bench.tick();
    bench.pass(silenceSafeMs - 20);
    expect(bench.state.trip?.trip.operator).toBe('nothing');
    bench.pass(40);
    expect(bench.state.trip?.trip.operator).toBe('pull-device');
  });
});

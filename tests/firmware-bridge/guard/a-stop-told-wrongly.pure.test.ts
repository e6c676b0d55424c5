/** Whether a cause trips, whether its stop is written at once, and that receipt and record tell of it what was so. */
import { describe, expect, test } from 'vitest';
import { CAUSE_CODES, isPersonCause, type CauseCode } from '../../../firmware-bridge/contract/causes.ts';
import type { Trip } from '../../../firmware-bridge/contract/trip.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import { adoptTrip, currentOutcome, microsAfter, noteStopWritten, raise, stopAgain, writeStop } from '../../../firmware-bridge/guard/trip.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { bridgeActor } from '../../../firmware-bridge/guard/turn.ts';
import { decodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { BARE_RESTORE, ID, NOW, did, liveState, recordsOf, restoreWith, stateWith, tripWith, turnOf } from './bare-state.ts';
import { PHONE, facts } from './bench-script.ts';
import { critical, permitted } from './places.ts';

const RIG = { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1', virtual: false };
const running = (more: Partial<BenchState> = {}): BenchState => liveState({ restore: BARE_RESTORE, rig: RIG, device: { value: PHONE, agreed: 2 }, ...more });
const raised = (state: BenchState, ...codes: readonly CauseCode[]): Turn => {
  const turn = turnOf(state);
  for (const code of codes) raise(turn, code, {}, bridgeActor(state));
  return turn;
};
const tripOf = (turn: Turn): Trip => {
  if (turn.state.trip === null) throw new Error('not tripped');
  return turn.state.trip.trip;
};
const stopLines = (turn: Turn) => turn.effects.flatMap((effect) => {
  const decoded = effect.do === 'stop-restore' ? decodeFrame(effect.bytes.slice(2, -1)) : undefined;
  return decoded?.ok === true ? [decoded.frame] : [];
});
const OF_THE_LINK: readonly CauseCode[] = [
  'rig-silent', 'corrupt-frames', 'sequence-regressed', 'port-lost', 'rig-restarted', 'rig-refused', 'bridge-restarted', 'latch-unreadable', 'bridge-stalled',
];

describe('whether it trips', () => {
  test('without a restore only a person, a rig that is latched already, and what this bridge cannot know', () => {
    const always = ['latch-unreadable', 'bridge-restarted', 'rig-stopped-itself', 'unnamed-stop', 'stop-button', 'estop', 'operator-stop', 'smoke-button'];
    expect(CAUSE_CODES.filter((code) => raised(liveState(), code).state.trip !== null).toSorted()).toEqual(always.toSorted());
    const beside = CAUSE_CODES.filter((code) => raised(liveState({ seated: true }), code).state.trip !== null);
    expect(beside.toSorted()).toEqual([...new Set([...always, ...CAUSE_CODES.filter(isPersonCause)])].toSorted());
  });

  test('with a restore every cause does', () => {
    expect(CAUSE_CODES.filter((code) => raised(running(), code).state.trip === null)).toEqual([]);
  });
});

describe('whether the stop is written at once', () => {
  test.each(CAUSE_CODES)('%s: for the link only after a zone report of this session, for all else always', (code) => {
    const ofTheLink = OF_THE_LINK.includes(code);
    const live = running();
    const writes = (more: Partial<BenchState>): boolean => did(raised({ ...live, ...more }, code)).includes('stop-restore');
    expect(writes({})).toBe(true);
    expect(writes({ beat: null })).toBe(!ofTheLink);
    expect(writes({ link: { ...live.link, session: null } })).toBe(!ofTheLink);
    expect(writes({ zone: 'committed' })).toBe(false);
  });

  test.each<[string, BenchState['zone'], Trip['receipt']['state'], boolean]>([
    ['a stop that waits goes out with the next cause', 'critical', 'not-written', true],
    ['not past the point, though it waits', 'committed', 'not-written', false],
    ['one that came too late goes out before the next point of no return', 'critical', 'too-late', true],
    ['and not where nothing can be lost any more', 'safe', 'too-late', false],
  ])('%s', (_what, zone, state, written) => {
    const waiting = tripWith({}, { state, writes: 0, rung: 0 }, { lastWriteAtMs: null, stopWanted: true });
    expect(did(raised(running({ zone, trip: waiting, mode: 'tripped' }), 'device-frame-bent')).includes('stop-restore')).toBe(written);
  });

  test('once written or answered, a further cause writes none', () => {
    expect(did(raised(running({ trip: tripWith(), mode: 'tripped' }), 'device-frame-bent'))).not.toContain('stop-restore');
    const answered = tripWith({}, { answer: 'stopped', state: 'confirmed' }, { lastWriteAtMs: null });
    expect(did(raised(running({ trip: answered, mode: 'tripped' }), 'device-frame-bent'))).not.toContain('stop-restore');
  });

  test('without a port it waits, and a person is called: at once to the cable, in doubt to look first', () => {
    const closed = running({ link: { ...running().link, open: false } });
    const turn = raised(closed, 'device-frame-bent');
    expect(turn.state.trip).toMatchObject({ stopWanted: true, trip: { operator: 'pull-device', receipt: { state: 'not-confirmed', rung: 4, writes: 0 } } });
    expect(tripOf(raised({ ...closed, inDoubt: true }, 'device-frame-bent')).operator).toBe('look-first');
  });
});

describe('what is told', () => {
  test('the record of a stop names rig, device and who gave it; nobody knows them on an empty bench', () => {
    const turn = raised(running(), 'stop-button');
    expect(recordsOf(turn)).toContainEqual({ kind: 'tripped', body: { rig: 'R-20931', device: PHONE, trip: tripOf(turn) } });
    expect(recordsOf(raised(stateWith({}), 'operator-stop')).at(-1)).toMatchObject({ kind: 'tripped', body: { rig: null, device: null } });
    const more = raised(running({ trip: tripWith(), mode: 'tripped' }), 'estop');
    expect(recordsOf(more)).toEqual([{ kind: 'cause-added', body: { rig: 'R-20931', trip: tripOf(more) } }]);
    expect(tripOf(turn)).toMatchObject({ recovered: false, operator: 'nothing', zone: 'safe', restoreId: BARE_RESTORE.id });
  });

  test('the line of the stop names the first cause, its id and a new number at each write', () => {
    const turn = raised(running(), 'device-frame-bent', 'estop');
    writeStop(turn);
    expect(stopLines(turn).map(({ n, fields }) => [n, fields['id'], fields['why']])).toEqual([[1, ID, 'device-frame-bent'], [2, ID, 'device-frame-bent']]);
    expect(tripOf(turn).receipt).toMatchObject({ writes: 2, rung: 2, state: 'pending' });
  });

  test('each stop has the next id, one that the rig made counts too', () => {
    expect(tripOf(raised(running({ stopCount: 41 }), 'estop')).id).toBe('5C1E77A9002A');
    const turn = turnOf(running({ stopCount: 41 }));
    adoptTrip(turn, tripWith({ id: 'R00070001' }).trip);
    expect(turn.state.stopCount).toBe(42);
  });

  test('data is at stake by the cause, by an erase that was seen, or by a mark, and stays so', () => {
    const at = (state: BenchState, ...codes: readonly CauseCode[]): boolean => tripOf(raised(state, ...codes)).dataAtStake;
    expect([at(running(), 'estop'), at(running(), 'downgrade'), at(running(), 'estop', 'battery-low'), at(running(), 'estop', 'downgrade'), at(running(), 'downgrade', 'estop')])
      .toEqual([false, true, false, true, true]);
    expect(at(running({ restore: restoreWith({ eraseSeen: true }) }), 'estop')).toBe(true);
    const adopted = (told: boolean, flagged: boolean): boolean => {
      const turn = turnOf(running({ facts: facts({ irreplaceable: flagged ? [{ device: PHONE }] : [] }) }));
      adoptTrip(turn, tripWith({ dataAtStake: told }).trip);
      return tripOf(turn).dataAtStake;
    };
    expect([adopted(false, false), adopted(true, false), adopted(false, true)]).toEqual([false, true, true]);
  });

  test('an erase is armed from its announcement until it begins', () => {
    const armed = (more: Partial<typeof BARE_RESTORE>): boolean => tripOf(raised(running({ restore: restoreWith(more) }), 'estop')).eraseArmed;
    expect([armed({}), armed({ eraseSeen: true }), armed({ eraseSeen: true, erasing: true })]).toEqual([false, true, false]);
  });

  test('what became of the data is taken from all that was seen of the restore', () => {
    const outcome = (more: Partial<typeof BARE_RESTORE> | null): string =>
      currentOutcome(stateWith({ lastPhase: 'verify', restore: more === null ? null : restoreWith(more) }), null, true);
    expect([outcome(null), outcome({}), outcome({ written: true }), outcome({ eraseSeen: true }), outcome({ erasing: true })])
      .toEqual(['intact', 'intact', 'unknown', 'unknown', 'destroying']);
  });

  test('a cause that comes again stands once; the first one stays the first, also cleared; there are never more than sixteen', () => {
    const cleared = (code: CauseCode) => ({ code, params: {}, atIso: '2026-03-02T09:00:00.000Z', cleared: true });
    const standing = running({ mode: 'tripped', trip: tripWith({ causes: [cleared('estop'), cleared('battery-low')] }) });
    const codes = (turn: Turn): readonly string[] => tripOf(turn).causes.map((cause) => `${cause.code}${cause.cleared ? ' gone' : ''}`);
    expect(codes(raised(standing, 'battery-low'))).toEqual(['estop gone', 'battery-low']);
    expect(codes(raised(standing, 'estop', 'estop'))).toEqual(['estop gone', 'battery-low gone', 'estop']);
    expect(codes(raised(running(), ...CAUSE_CODES))).toEqual(CAUSE_CODES.slice(0, 16));
  });
});

describe('the times of the receipt', () => {
  test('count from the first request, also when the stop was written again', () => {
    const bench = critical();
    bench.say('EVENT', { kind: 'button' });
    bench.pass(80);
    bench.nowMs += 20;
    bench.say('STOPPED', { id: bench.state.trip?.trip.id ?? '', phase: 'start', zone: 'critical', restore: bench.hb.restore });
    expect(bench.state.trip?.trip.receipt).toMatchObject({ writes: 2, rung: 2, acknowledgedAfterUs: 100_000, state: 'confirmed' });
  });

  test('a write is noted once, and only that of this stop', () => {
    const noted = (stopId: string, ok: boolean, before: number | null = null): readonly [number | null, number] => {
      const turn = turnOf(running({ trip: tripWith({}, { writtenAfterUs: before }) }));
      noteStopWritten(turn, stopId, ok);
      return [tripOf(turn).receipt.writtenAfterUs, turn.effects.length];
    };
    expect([noted(ID, true), noted('OTHER', true), noted(ID, false), noted(ID, true, 7)]).toEqual([[10_000, 1], [null, 0], [null, 0], [7, 0]]);
  });

  test('are whole, never negative, and nothing for a stop of an earlier run', () => {
    const after = (requestedAtMs: number | null, nowMs: number): number | null => microsAfter(tripWith({}, {}, { requestedAtMs }), nowMs);
    expect([after(10, 10.0004), after(10, 10.0006), after(10, 9), after(null, 9)]).toEqual([0, 1, 0, null]);
  });
});

test('a stop under a new id keeps the old ids, newest last and sixteen at most, and is recorded like the first', () => {
  const turn = turnOf(running({ trip: tripWith({ id: 'S0' }, { answer: 'too-late', state: 'too-late', answerPhase: 'write', rigTMs: 5 }, { answerTMs: 5, actor: { kind: 'person', name: 'Ann' } }) }));
  stopAgain(turn);
  const { id } = tripOf(turn);
  expect(turn.state.trip).toMatchObject({ answerTMs: null, requestedAtMs: NOW, lastWriteAtMs: NOW, alsoStopped: BARE_RESTORE.id });
  expect(tripOf(turn)).toMatchObject({ earlierIds: ['S0'], receipt: { stopId: id, answer: 'none', answerPhase: null, rigTMs: null, writes: 1, rung: 1, state: 'pending' } });
  const told = turn.effects.find((effect) => effect.do === 'record');
  expect(told).toMatchObject({ item: { kind: 'tripped', body: { rig: 'R-20931', device: PHONE, trip: { id } } }, actor: { name: 'Ann' } });
  for (let again = 0; again < 19; again += 1) stopAgain(turn);
  expect(tripOf(turn).earlierIds).toHaveLength(16);
  expect(tripOf(turn).earlierIds?.at(-1)).toBe(`5C1E77A9${(19).toString(16).toUpperCase().padStart(4, '0')}`);
  const nameless = turnOf(liveState({ trip: tripWith() }));
  stopAgain(nameless);
  expect(recordsOf(nameless).at(0)).toMatchObject({ kind: 'tripped', body: { rig: null, device: null } });
});

test('a permit that stood beside a stop of the rig itself is gone before anything else', () => {
  const bench = permitted();
  const turn = turnOf(bench.state);
  adoptTrip(turn, tripWith().trip);
  expect(turn.effects[0]).toEqual({ do: 'drop-permit' });
  expect(turn.state).toMatchObject({ permit: null, permissiveBeats: 0, mode: 'tripped' });
  expect(turn.state.trip?.lastWriteAtMs).toBeNull();
});

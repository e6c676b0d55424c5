/** When a restore begins, in which zone it is said to be, and when it is over: by the lines that name it, on the rig that it runs on. */
import { describe, expect, test } from 'vitest';
import { closeRestore, followRestore, isUnconfirmedClaim, leaveRestoreOfOtherRig, openRestore, takeEnded } from '../../../firmware-bridge/guard/restore.ts';
import { dropPermit, loseBecause, reviewPermit } from '../../../firmware-bridge/guard/permit.ts';
import { knownOf, type KnownRestore } from '../../../firmware-bridge/guard/restore-state.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import type { Heartbeat } from '../../../firmware-bridge/wire/rig-message.ts';
import { BARE_RESTORE, beatOf, did, liveState, recordsOf, restoreWith, tripWith, turnOf } from './bare-state.ts';
import { HASH, PHONE, RESTORE } from './bench-script.ts';

const RIG = { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1', virtual: false };
const PERMIT = { point: 'write', restore: RESTORE, plan: HASH } as const;
const known = (more: Partial<KnownRestore> = {}): KnownRestore => ({ ...knownOf(restoreWith({ rig: 'R-20931' }), PHONE), ...more });
const after = (state: BenchState, act: (turn: Turn) => void): Turn => {
  const turn = turnOf(state);
  act(turn);
  return turn;
};
const followed = (state: BenchState, beat: Partial<Heartbeat>, first = false): Turn => after(state, (turn) => { followRestore(turn, beatOf(beat), first); });
const kinds = (turn: Turn): readonly string[] => recordsOf(turn).map((item) => item.kind);

describe('opened', () => {
  const opened = (more: Partial<BenchState>, id = RESTORE): Turn => after(liveState({ rig: RIG, ...more }), (turn) => { openRestore(turn, id); });

  test('is a restore with its rig and device, told and kept; the one that is open stays as it is', () => {
    const turn = opened({ device: { value: PHONE, agreed: 1 } });
    expect(turn.state.restore).toMatchObject({ id: RESTORE, rig: 'R-20931', device: PHONE, permitted: null });
    expect(recordsOf(turn)).toEqual([{ kind: 'restore-opened', body: { restoreId: RESTORE } }]);
    expect(did(turn).at(-1)).toBe('keep-latch');
    expect(opened({ restore: BARE_RESTORE }).effects).toEqual([]);
    const replaced = opened({ restore: restoreWith({ id: 'X' }) });
    expect(recordsOf(replaced)).toContainEqual({ kind: 'restore-ended', body: { restoreId: 'X', result: 'replaced' } });
    expect(replaced.state.restore?.id).toBe(RESTORE);
  });

  test('remembers what was kept of it, on its own rig only', () => {
    const was = known({ permitted: 'write', eraseSeen: true });
    expect(opened({ known: was }).state.restore).toMatchObject({ permitted: 'write', eraseSeen: true, device: PHONE });
    expect(opened({ known: { ...was, rig: 'R-1' } }).state.restore).toMatchObject({ permitted: null, eraseSeen: false, device: null });
    expect(opened({ known: was }, 'X').state.restore).toMatchObject({ permitted: null });
    expect(opened({ known: was, rig: null }).state.restore).toMatchObject({ permitted: 'write', rig: null });
  });
});

describe('over', () => {
  test('ends the permit, the zone and what was kept, and says with what result', () => {
    const turn = after(liveState({ restore: BARE_RESTORE, permit: PERMIT, mode: 'permitted', zone: 'committed', known: known() }), (one) => { closeRestore(one, 'seen-ended'); });
    expect(turn.state).toMatchObject({ restore: null, known: null, zone: 'safe', permit: null, mode: 'inhibited' });
    expect(kinds(turn)).toContain('restore-ended');
    expect(recordsOf(turn)).toContainEqual({ kind: 'permit-dropped', body: { restoreId: RESTORE, point: 'write', why: 'restore-ended' } });
    expect(did(turn).at(-1)).toBe('keep-latch');
    expect(after(liveState({ restore: BARE_RESTORE, trip: tripWith(), mode: 'tripped' }), (one) => { closeRestore(one, 'x'); }).state.mode).toBe('tripped');
    expect(after(liveState(), (one) => { closeRestore(one, 'x'); }).effects).toEqual([]);
  });

  test('at the second line that says so: ENDED is one, a heartbeat with another restore or none is one', () => {
    const ended = after(liveState({ restore: BARE_RESTORE }), (turn) => { takeEnded(turn, RESTORE, 'kept'); });
    expect(ended.state.restore).toMatchObject({ goneBeats: 1, result: 'kept' });
    expect(recordsOf(ended)).toContainEqual({ kind: 'note', body: { code: 'restore-result', params: { restoreId: RESTORE, result: 'kept' } } });
    expect(followed(ended.state, { restore: null }).state.restore).toBeNull();
    for (const state of [liveState(), liveState({ restore: restoreWith({ id: 'X' }) })]) expect(after(state, (turn) => { takeEnded(turn, RESTORE, 'kept'); }).effects).toEqual([]);
    const once = followed(liveState({ restore: restoreWith({ claims: 1 }), zone: 'critical' }), { restore: null });
    expect(once.state).toMatchObject({ restore: { goneBeats: 1, claims: 0 }, zone: 'critical' });
    expect(followed(once.state, { restore: RESTORE }).state.restore?.goneBeats).toBe(0);
    expect(recordsOf(followed(once.state, { restore: null }))).toContainEqual({ kind: 'restore-ended', body: { restoreId: RESTORE, result: 'seen-ended' } });
    const next = followed(once.state, { restore: '00070002' });
    expect(next.state.restore?.id).toBe('00070002');
  });

  test('where another rig answers: it is kept as known of the rig before, and is not taken for one of this', () => {
    const left = (restore: BenchState['restore'], rig: string): Turn => after(liveState({ restore, zone: 'critical' }), (turn) => { leaveRestoreOfOtherRig(turn, rig); });
    const turn = left(restoreWith({ rig: 'R-1', permitted: 'write', device: PHONE }), 'R-2');
    expect(turn.state).toMatchObject({ restore: null, zone: 'safe', known: { id: RESTORE, rig: 'R-1', permitted: 'write', device: PHONE } });
    expect(recordsOf(turn)).toContainEqual({ kind: 'restore-ended', body: { restoreId: RESTORE, result: 'other-rig' } });
    expect(did(turn).at(-1)).toBe('keep-latch');
    for (const [restore, rig] of [[null, 'R-2'], [restoreWith({ rig: null }), 'R-2'], [restoreWith({ rig: 'R-2' }), 'R-2']] as const) expect(left(restore, rig).effects).toEqual([]);
  });

  test('what was kept is forgotten at the second heartbeat without a restore, on its own rig only', () => {
    const forgets = (more: Partial<BenchState>, beat: Partial<Heartbeat> = { restore: null }): boolean =>
      followed(liveState({ rig: RIG, known: known(), beatBefore: beatOf({ restore: null }), ...more }), beat).state.known === null;
    expect([forgets({}), forgets({ beatBefore: null }), forgets({ beatBefore: beatOf({ restore: 'X' }) }), forgets({ known: known({ rig: 'R-1' }) }), forgets({ restore: BARE_RESTORE })]).toEqual([true, false, false, false, false]);
  });
});

describe('followed', () => {
  test('a restore that a bridge does not know in its first heartbeat is a trip, and later it is a new one', () => {
    const first = (more: Partial<BenchState>, isFirst = true): readonly string[] | undefined => followed(liveState({ rig: RIG, ...more }), { restore: RESTORE }, isFirst).state.trip?.trip.causes.map((cause) => cause.code);
    expect([first({}), first({}, false), first({ known: known() }), first({ known: known({ rig: 'R-1' }) })]).toEqual([['bridge-restarted'], undefined, undefined, ['bridge-restarted']]);
  });

  test('a change of zone or of what is established is told and kept once', () => {
    const start = { restore: RESTORE, phase: 'start', zone: 'critical' } as const;
    const turn = followed(liveState({ restore: BARE_RESTORE }), start);
    expect(turn.state).toMatchObject({ zone: 'critical', restore: { phase: 'start', goneBeats: 0 } });
    expect(turn.effects).toMatchObject([{ do: 'record', item: { kind: 'zone-changed', body: { from: 'safe', to: 'critical', phase: 'start', established: false } } }, { do: 'keep-latch' }]);
    expect(followed(turn.state, start).effects).toEqual([]);
    const announced = followed(liveState({ restore: restoreWith({ established: true }), zone: 'critical' }), { restore: RESTORE, phase: 'erase-next', zone: 'critical' });
    expect(kinds(announced)).toEqual(['zone-changed']);
  });

  test.each([
    ['commit-without-permit', 'write', {}], ['erase-without-permit', 'erase', { permitted: 'write', established: true }], ['erase-without-permit', 'write', { erasing: true, permitted: 'write' }],
  ] as const)('a claim that no permit allows is %s in %s', (code, phase, more) => {
    const turn = followed(liveState({ restore: restoreWith(more) }), { restore: RESTORE, phase, zone: 'committed' });
    expect(turn.state.trip?.trip.causes).toMatchObject([{ code, params: { phase } }]);
    expect(followed(liveState({ restore: restoreWith({ ...more, permitted: 'erase' }) }), { restore: RESTORE, phase, zone: 'committed' }).state.trip).toBeNull();
  });

  test('a claim is unconfirmed while it is not believed', () => {
    const claim = { beat: beatOf({ phase: 'write', zone: 'committed' }) };
    expect([
      isUnconfirmedClaim(liveState({ ...claim, restore: BARE_RESTORE })), isUnconfirmedClaim(liveState({ ...claim, restore: restoreWith({ established: true }) })),
      isUnconfirmedClaim(liveState(claim)), isUnconfirmedClaim(liveState({ restore: BARE_RESTORE })),
      isUnconfirmedClaim(liveState({ beat: null, restore: BARE_RESTORE })),
    ])
      .toEqual([true, false, false, false, false]);
  });
});

describe('a permit that is lost', () => {
  const lost = (more: Partial<BenchState>): Turn => after(liveState({ restore: BARE_RESTORE, permit: PERMIT, mode: 'permitted', permissiveBeats: 2, ...more }), (turn) => { loseBecause(turn, 'battery-low', { pct: 3 }, 'power-fine'); });

  test('trips in critical, is withheld in safe, is a note in committed, and adds nothing to a trip', () => {
    expect(lost({ zone: 'critical' }).state.trip?.trip.causes).toMatchObject([{ code: 'battery-low', params: { pct: 3 } }]);
    expect(lost({}).state).toMatchObject({ permit: null, trip: null, mode: 'inhibited', permissiveBeats: 0 });
    const past = lost({ zone: 'committed' });
    expect(recordsOf(past)).toContainEqual({ kind: 'note', body: { code: 'permissive-lost-in-committed', params: { pct: 3, why: 'power-fine' } } });
    const tripped = lost({ zone: 'critical', permit: null, trip: tripWith(), mode: 'tripped' });
    expect([tripped.state.trip?.trip.causes.map((cause) => cause.code), tripped.state.mode, tripped.effects]).toEqual([['stop-button'], 'tripped', []]);
    expect(after(liveState({ permissiveBeats: 2 }), (turn) => { dropPermit(turn, 'x'); })).toMatchObject({ effects: [], state: { permissiveBeats: 0 } });
  });

  test('a tripped bench is not asked for a new one', () => {
    const turn = after(liveState({ trip: tripWith(), mode: 'tripped', permissiveBeats: 0 }), reviewPermit);
    expect(turn.effects).toEqual([]);
    expect(turn.state.permissives.length).toBeGreaterThan(0);
  });
});

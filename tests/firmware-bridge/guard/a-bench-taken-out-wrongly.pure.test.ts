/** Who may take a bench out of service, and what brings it back: a person with a reason, and a person after a drill that passed. */
import { expect, test } from 'vitest';
import type { Order } from '../../../firmware-bridge/contract/uplink.ts';
import { describeServiceState, returnBench, takeOut } from '../../../firmware-bridge/guard/lock-out.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { ID, NOW, did, liveState, recordsOf, tripWith, turnOf } from './bare-state.ts';
import { WALL_MS } from './bench-script.ts';

const ANN = { kind: 'person', name: 'Ann' } as const;
const order = (kind: Order['kind'], more: Partial<Order> = {}): Order =>
  ({ id: '00000000-0000-7000-8000-000000000001', kind, bench: 'bench-1', actor: ANN, second: null, reason: 'looked at it', tripId: null, expiresInMs: 5000, ...more });
const answersOf = (turn: Turn) => turn.effects.flatMap((effect) => (effect.do === 'answer-order' ? [effect.result] : []));
const refusalOf = (turn: Turn) => answersOf(turn)[0]?.refusal;
const withOut = (drilled: boolean | null): Partial<BenchState> => {
  const { drills } = liveState();
  return { drills: { ...drills, kept: { ...drills.kept, out: drilled === null ? null : { by: ANN, reason: 'broken', atIso: '2026-03-02T09:00:00.000Z', drilled } } } };
};

const taken = (state: BenchState, more: Partial<Order> = {}): Turn => {
  const turn = turnOf(state);
  takeOut(turn, order('take-out-of-service', more));
  return turn;
};
const back = (state: BenchState, more: Partial<Order> = {}): Turn => {
  const turn = turnOf(state);
  returnBench(turn, order('return-to-service', more));
  return turn;
};

test('takes a person and a reason, once', () => {
  const turn = taken(liveState(withOut(null)));
  expect(turn.state.drills.kept.out).toEqual({ by: ANN, reason: 'looked at it', atIso: new Date(WALL_MS + NOW).toISOString(), drilled: false });
  expect(recordsOf(turn)).toEqual([{ kind: 'service-changed', body: { inService: false, by: ANN, reason: 'looked at it' } }]);
  expect(answersOf(turn)).toMatchObject([{ ok: true, outcome: 'taken-out', refusal: null, tripId: null }]);
  expect(did(turn)).toContain('keep-latch');
  expect(refusalOf(taken(liveState(withOut(false))))).toBe('already-out-of-service');
  expect(refusalOf(taken(liveState(withOut(null)), { actor: { kind: 'system', name: 'server' } }))).toBe('name-needed');
  expect(refusalOf(taken(liveState(withOut(null)), { actor: { kind: 'unverified-name', name: ' ' } }))).toBe('name-needed');
  expect(refusalOf(taken(liveState(withOut(null)), { reason: '  ' }))).toBe('reason-needed');
});

test('comes back by a person after a drill that passed', () => {
  const turn = back(liveState({ ...withOut(true), trip: tripWith(), mode: 'tripped' }));
  expect(turn.state.drills.kept.out).toBeNull();
  expect(recordsOf(turn)).toMatchObject([{ kind: 'service-changed', body: { inService: true } }]);
  expect(answersOf(turn)).toMatchObject([{ ok: true, outcome: 'returned', tripId: ID }]);
  expect(refusalOf(back(liveState(withOut(false))))).toBe('drill-needed');
  expect(refusalOf(back(liveState(withOut(null))))).toBe('not-out-of-service');
  expect(refusalOf(back(liveState(withOut(true)), { actor: { kind: 'system', name: 'server' } }))).toBe('name-needed');
  expect([null, false, true].map((drilled) => describeServiceState(liveState(withOut(drilled))).returnBlockedBy)).toEqual([['not-out-of-service'], ['drill-needed'], []]);
});

/** A short part of `npm run explore` in every test run: every move, twice in a row, from every place; both ends a little deeper. */
import { expect, test } from 'vitest';
import { explore, type Model } from './breadth-first.ts';
import { GUARD_PLACES, guardModel, placeOf } from './guard-model.ts';
import { permitModel, rootOf } from './permit-model.ts';

/** Counted in steps of the interlock, so a busy machine only needs longer. */
const LONG_MS = 60_000;

test('the places of the interlock are what they are called', () => {
  const places = Object.fromEntries(GUARD_PLACES.map((name) => [name, placeOf(name).state]));
  expect(places['permitted']).toMatchObject({ mode: 'permitted', zone: 'safe' });
  expect(places['critical']).toMatchObject({ mode: 'permitted', zone: 'critical' });
  expect(places['committed']).toMatchObject({ zone: 'committed' });
  expect(places['tripped']?.trip?.trip.receipt.state).toBe('confirmed');
  expect(places['reset under way']?.reset).not.toBeNull();
});

test('no two moves in a row break a property of the interlock', () => {
  const found = explore(guardModel, 2, 1_000_000);
  expect(found.violations).toEqual([]);
  expect(found.depth).toBe(2);
  expect(found.states).toBeGreaterThan(10_000);
}, LONG_MS);

test('the places of both ends are what they are called', () => {
  expect(rootOf('a permit in prepare')).toMatchObject({ host: { mode: 'permitted' }, rig: { permit: { kind: 'write' } } });
  expect(rootOf('behind the gate')).toMatchObject({ host: { zone: 'critical' }, rig: { restore: { phase: 'start' } } });
  expect(rootOf('behind the crossing')).toMatchObject({ host: { zone: 'committed' }, rig: { restore: { phase: 'write' } } });
});

test('no three moves in a row let a rig cross without a live permit', () => {
  const found = explore(permitModel, 3, 1_000_000);
  expect(found.violations).toEqual([]);
  expect(found.states).toBeGreaterThan(1500);
}, LONG_MS);

test('the search finds what can go wrong, by the shortest way, and says when nothing new is left', () => {
  const counter: Model<number> = {
    roots: [['zero', 0]], keyOf: String,
    * moves(node) {
      yield { move: 'add', node: (node + 1) % 5, broken: node + 1 === 3 ? ['three'] : [] };
      yield { move: 'double', node: (node * 2) % 5, broken: [] };
    },
  };
  expect(explore(counter, 20, 100)).toMatchObject({ states: 5, isClosed: true, violations: [{ property: 'three', way: ['zero', 'add', 'add', 'add'] }] });
  expect(explore(counter, 20, 3)).toMatchObject({ states: 3 });
});

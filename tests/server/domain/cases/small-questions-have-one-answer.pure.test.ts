/** Codes that are free, texts as people and scanners give them, identifiers compared like with like. */
import { describe, expect, test } from 'vitest';
import { newCaseCode } from '../../../../server/domain/cases/code.ts';
import { couldBeSame, relate } from '../../../../server/domain/cases/device-match.ts';
import { findIn, searchCases } from '../../../../server/domain/cases/search.ts';
import { CaseWorld, idsOf } from './case-world.ts';
import { arrived, PHONE, tie } from './made-cases.ts';

describe('a code', () => {
  const counting = (): (() => number) => { let number = -1; return () => (number += 1) % 32; };
  test('has four characters of an alphabet without I, L, O and U', () => {
    const codes = Array.from({ length: 200 }, (_one, at) => newCaseCode(() => (at * 7 + 3) % 32, () => false));
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
  });
  test('grows only where the shorter ones are taken', () => {
    expect(newCaseCode(counting(), (code) => code.length < 5)).toHaveLength(5);
    expect(newCaseCode(counting(), (code) => code.length < 6)).toHaveLength(6);
    expect(newCaseCode(counting(), (code) => code === '0123')).toBe('4567');
    expect(() => newCaseCode(counting(), () => true)).toThrow('no code is free');
  });
});

describe('a text', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id, { ...PHONE, ecid: '1A2B3C4D' });
  const found = (typed: string) => findIn(world.state(id), typed);
  test.each([
    ['K000', 'code', true], ['k ooo', 'code', true], [' k-0O0 ', 'code', true], [`HOLDFAST1:K000:12:${'A'.repeat(64)}`, 'code', true], ['f2lxk1abc9', 'serial', true], ['SF2LXK1ABC9', 'serial', true],
    ['F2IXKLABC9', 'serial', true], ['KIABC9', 'serial', false], ['35 693803 564380 9', 'imei', true], ['564380', 'imei', false], ['1a2b 3c4d', 'ecid', true],
  ] as const)('%j finds by %s', (typed, by, exact) => { expect(found(typed)).toEqual({ by, exact }); });
  test.each(['', '   ', '···', 'BC9', 'K00', 'K0000', 'K001', `HOLDFAST1:K001:12:${'A'.repeat(64)}`, '\u{202e}مرحبا', '👍👍👍👍', 'ABC8'])('%j finds nothing', (typed) => { expect(found(typed)).toBeNull(); });

  test('whole before part, and what goes on before what has ended', () => {
    const other = arrived(world);
    tie(world, other, { serial: 'F2LXK1ABC9X' });
    world.must(other, 'merge-into', { into: 'K000', why: 'the same' }, { target: world.state(id) });
    const third = arrived(world);
    tie(world, third, { serial: 'XXF2LXK1ABC9' });
    expect(searchCases(world.states, 'F2LXK1ABC9').map(({ state }) => state.id)).toEqual([id, third, other]);
  });
});

describe('two sets of identifiers', () => {
  const [a, b] = [idsOf({ serial: 'AAAA', imei: '11111111111111' }), idsOf({ serial: 'BBBB', imei: '11111111111111' })];
  test.each([
    [a, a, 'same'], [a, b, 'contradicts'], [a, idsOf({ serial: 'BBBB' }), 'unrelated'], [a, idsOf({ ecid: 'AAAA' }), 'unrelated'], [a, idsOf({ imei: '11111111111111', ecid: 'AAAA' }), 'same'], [idsOf({}), idsOf({}), 'unrelated'],
  ] as const)('%j and %j: %s', (left, right, relation) => {
    expect(relate(left, right)).toBe(relation);
    expect(relate(right, left)).toBe(relation);
  });
  test('what is not known speaks neither for nor against', () => {
    expect(couldBeSame(a, idsOf({ ecid: 'AAAA' }))).toBe(true);
    expect(couldBeSame(a, b)).toBe(false);
  });
});

test('of equals the one that moved last is found first', () => {
  const world = new CaseWorld();
  const ids = [1, 2, 3].map((number) => {
    const id = arrived(world);
    tie(world, id, { serial: `ALIKE${number}` });
    world.nowMs += 1000;
    return id;
  });
  world.must(ids[1] ?? '', 'note', { words: 'something' });
  expect(searchCases(world.states, 'alike').map(({ state }) => state.id)).toEqual([ids[1], ids[2], ids[0]]);
  expect(searchCases(world.states, 'nothing')).toEqual([]);
});

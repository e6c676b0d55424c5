/** A stop holds the phone that it stopped: at once, once, on every bench; and says honestly how far that reaches. */
import { describe, expect, test } from 'vitest';
import { CAUSE_CODES, CAUSES } from '../../../../firmware-bridge/contract/causes.ts';
import { madeTrip } from '../../made-evidence.ts';
import { factsOfCases } from '../../../../server/domain/cases/case-facts.ts';
import { holdReach } from '../../../../server/domain/cases/hold-reach.ts';
import { casesOfStop, holdForStop, idsOfStop, placesHold } from '../../../../server/domain/cases/on-stop.ts';
import { CaseWorld, idsOf, LOOKS } from './case-world.ts';
import { BRIEF, CONFIRMATION, deviceIn, holdIn, madeStop, outcome, PHONE, received, SECOND } from './made-cases.ts';

const cause = (code: (typeof CAUSE_CODES)[number]) => ({ outcome: 'intact' as const, causes: [{ code, params: {}, atIso: '2026-11-24T08:00:00.000Z', cleared: false }] });

describe('a stop holds', () => {
  test.each(CAUSE_CODES)('%s', (code) => {
    const isOfPerson = CAUSES[code].person === true;
    expect(placesHold(madeStop('S1', PHONE, cause(code)))).toBe(isOfPerson || code === 'device-frame-bent');
    expect(placesHold(madeStop('S1', PHONE, { ...cause(code), dataAtStake: true }))).toBe(true);
    expect(placesHold(madeStop('S1', PHONE, { ...cause(code), eraseArmed: true }))).toBe(true);
    for (const result of ['unknown', 'destroying', 'destroyed', 'kept'] as const) expect(placesHold(madeStop('S1', PHONE, { ...cause(code), outcome: result }))).toBe(true);
  });
  test('also for a later cause, and never a phone that nobody can name', () => {
    const bent = madeTrip('S1').causes;
    expect(placesHold(madeStop('S1', PHONE, { outcome: 'intact', causes: [...cause('stop-button').causes, ...bent] }))).toBe(true);
    expect(placesHold(madeStop('S1', {}))).toBe(false);
    expect(placesHold({ ...madeStop('S1', {}), device: null })).toBe(false);
    expect(placesHold(madeStop('S1', { serial: '?', imei: 'not read' }))).toBe(false);
    expect(idsOfStop(madeStop('S1', { serial: ' f2lxk1abc9 ', ecid: '0x1a2b' }))).toEqual({ serial: 'F2LXK1ABC9', imei: null, ecid: '0X1A2B' });
  });
});

test('without a case it opens one: the phone is in the store, on that bench, and nobody owns it yet', () => {
  const world = new CaseWorld();
  const [id] = world.stop(madeStop('S1', PHONE));
  const state = world.state(id ?? '');
  expect(state).toMatchObject({ stage: 'open', from: 'stop', owner: null, holds: [{ state: 'provisional', stop: { rig: 'RIG-1', stopId: 'S1', bench: 'bench-1' } }] });
  expect(state.devices).toMatchObject([{ place: 'in-store', location: { location: 'bench', label: 'bench-1' }, looks: { model: 'A phone' } }]);
  expect(world.refused(state.id, 'untie-device', { deviceId: state.devices[0]?.id, why: 'not ours' })).toMatchObject({ refusal: 'device-received' });
});

test('told twice it holds once; told again after the release it holds no more; another stop does', () => {
  const world = new CaseWorld();
  const id = received(world);
  expect(world.stop(madeStop('S1', PHONE))).toEqual([id]);
  expect(world.stop(madeStop('S1', PHONE))).toEqual([]);
  expect(world.stop(madeStop('S2', PHONE))).toEqual([]);
  world.must(id, 'release-hold', { holdId: holdIn(world, id).id, why: 'fine again', confirmation: CONFIRMATION }, SECOND);
  expect(world.stop(madeStop('S1', PHONE))).toEqual([]);
  expect(holdForStop(world.state(id), madeStop('S1', PHONE), world.given())).toEqual([]);
  expect(world.stop({ ...madeStop('S1', PHONE), rig: 'RIG-2' })).toEqual([id]);
  expect(world.state(id).holds.map(({ state }) => state)).toEqual(['released', 'provisional']);
});

test('without a rig a stop is told apart by its bench', () => {
  const world = new CaseWorld();
  const id = received(world);
  const nameless = { ...madeStop('S1', PHONE), rig: null };
  world.stop(nameless);
  world.must(id, 'release-hold', { holdId: holdIn(world, id).id, why: 'fine again', confirmation: CONFIRMATION }, SECOND);
  expect(world.stop(nameless)).toEqual([]);
  expect(world.stop({ ...nameless, bench: 'bench-2' })).toEqual([id]);
});

test('a phone that only a brief named has arrived, is tied by the stop, and is held', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', { ...BRIEF, device: { ids: idsOf({ serial: PHONE.serial }), looks: LOOKS } });
  expect(world.stop(madeStop('S1', PHONE))).toEqual([id]);
  expect(world.state(id)).toMatchObject({ stage: 'open', devices: [{ ids: PHONE, place: 'in-store', location: { label: 'bench-1' } }], holds: [{ state: 'provisional' }] });
  expect(deviceIn(world, id).tiedAtIso).not.toBeNull();
});

test('a brief for a phone that another case has tied: held by the stop, and tied nowhere twice', () => {
  const world = new CaseWorld();
  world.must(null, 'open-walk-in', { irreplaceable: false, device: { ids: idsOf({ imei: PHONE.imei }), looks: LOOKS }, private: {} });
  const brief = world.must(null, 'file-brief', { ...BRIEF, device: { ids: PHONE, looks: LOOKS } });
  expect(world.stop(madeStop('S1', { serial: PHONE.serial }))).toEqual([brief]);
  expect(deviceIn(world, brief).tiedAtIso).toBeNull();
  expect(factsOfCases(world.states, world.nowMs).holds).toMatchObject([{ device: PHONE }]);
});

test('a closed case is over: a stop opens a new one', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'open-walk-in', { irreplaceable: false, device: { ids: PHONE, looks: LOOKS }, private: {} });
  outcome(world, id, 'all');
  for (const who of ['customer', 'agent'] as const) world.must(id, 'record-told', { who, how: 'in-person', about: 'outcome' });
  world.must(id, 'close', {});
  expect(holdForStop(world.state(id), madeStop('S1', PHONE), world.given())).toEqual([]);
  const [opened] = world.stop(madeStop('S1', PHONE));
  expect(opened).not.toBe(id);
});

describe('how far a hold reaches', () => {
  const bench = (differs: object) => ({ bench: 'bench-1', factsVersion: 7, ageMs: 500, committed: false, knownSinceIso: null, ...differs });
  test.each([
    ['known', [{}], 'effective', ['knows']],
    ['known by a later version', [{ factsVersion: 9 }], 'effective', ['knows']],
    ['an older version', [{ factsVersion: 6 }], 'pending', ['not-heard']],
    ['nothing heard', [{ factsVersion: null, ageMs: null }], 'pending', ['not-heard']],
    ['old and at its limit', [{ factsVersion: 6, ageMs: 60_000 }], 'pending', ['not-heard']],
    ['old and beyond it', [{ factsVersion: 6, ageMs: 60_001 }], 'effective', ['grants-nothing']],
    ['one of two', [{}, { factsVersion: 6 }], 'pending', ['knows', 'not-heard']],
    ['crossed before', [{}, { committed: true }], 'too-late', ['knows', 'crossed-before']],
    ['no bench at all', [], 'pending', []],
  ] as const)('%s', (_name, benches, state, why) => {
    const reach = holdReach('H1', 7, benches.map(bench), 60_000);
    expect([reach.state, reach.benches.map((one) => one.why)]).toEqual([state, why]);
    expect(reach.benches.map(({ enforced }) => enforced)).toEqual(why.map((one) => one === 'knows' || one === 'grants-nothing'));
  });
  test('facts that were not sent yet are known by nobody', () => { expect(holdReach('H1', null, [bench({})], 60_000).state).toBe('pending'); });
  test('enforced since the last bridge said so, and only where all do', () => {
    const [early, late] = [bench({ knownSinceIso: '2026-11-24T08:00:00.000Z' }), bench({ bench: 'bench-2', knownSinceIso: '2026-11-24T08:00:05.000Z' })];
    expect(holdReach('H1', 7, [late, early], 60_000).sinceIso).toBe('2026-11-24T08:00:05.000Z');
    expect(holdReach('H1', 7, [early, { ...late, factsVersion: 6 }], 60_000).sinceIso).toBeNull();
  });
});

test('of two briefs for one phone the older one gets the hold', () => {
  const world = new CaseWorld();
  const briefs = [0, 1].map(() => {
    world.nowMs += 1000;
    return world.must(null, 'file-brief', { ...BRIEF, device: { ids: idsOf({ serial: PHONE.serial }), looks: LOOKS } });
  });
  expect(casesOfStop(world.states.toReversed(), madeStop('S1', PHONE)).map(({ id }) => id)).toEqual([briefs[0]]);
});

test('what the bench reads beside goes to one of two cases, and what is known of the phone stays', () => {
  const world = new CaseWorld();
  const walkIn = (ids: object, model: string): string => world.must(null, 'open-walk-in', { irreplaceable: false, device: { ids: idsOf(ids), looks: { model } }, private: {} });
  const [first, second] = [walkIn({ serial: PHONE.serial }, 'Phone A'), walkIn({ imei: PHONE.imei }, '')];
  world.must(first, 'tie-device', { ids: idsOf({ serial: 'ANOTHER1', ecid: 'AB12' }), looks: LOOKS, how: 'scanned' });
  world.stop(madeStop('S1', { ...PHONE, ecid: 'ABCD' }));
  expect([deviceIn(world, first).ids, deviceIn(world, second).ids]).toEqual([idsOf({ serial: PHONE.serial, ecid: 'ABCD' }), idsOf({ imei: PHONE.imei })]);
  world.stop(madeStop('S2', { serial: 'ANOTHER1', ecid: 'ABCD' }));
  expect(world.state(first).devices.map(({ ids }) => ids.ecid)).toEqual(['ABCD', 'AB12']);
});

test.each([['', 'A phone'], ['Phone A', 'Phone A']])('a brief that says %j is tied as %j', (model, seen) => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', { ...BRIEF, device: { ids: idsOf({ serial: PHONE.serial }), looks: { model } } });
  world.stop(madeStop('S1', PHONE));
  expect(deviceIn(world, id).looks.model).toBe(seen);
});

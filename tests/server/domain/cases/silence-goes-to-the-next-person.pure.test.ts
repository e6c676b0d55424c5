/** A step that stays undone goes to the next person: once for each level, through restarts and nights in which clocks change, and nobody can drop it. */
import { expect, test } from 'vitest';
import { CALL_LEVELS, STEPS } from '../../../../server/contract/case-state.ts';
import { queueOf } from '../../../../server/domain/cases/case-line.ts';
import { CALL_WAITS, callsDue, openCalls, openCallsOn } from '../../../../server/domain/cases/escalation.ts';
import { nextSteps } from '../../../../server/domain/cases/next-steps.ts';
import { foldChain } from '../../../../server/domain/cases/fold.ts';
import { CaseWorld, COLLEAGUES, idsOf, LOOKS, person } from './case-world.ts';
import { askHold, CONFIRMATION, deviceIn, INTAKE, received, SECOND } from './made-cases.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const codes = (people: readonly { code: string }[]): string[] => people.map(({ code }) => code);

/** A walk-in whose screen touches itself; owned by the first manager. */
function ghost(world: CaseWorld): string {
  const id = world.must(null, 'open-walk-in', { irreplaceable: true, device: { ids: idsOf({ serial: 'F2LXK1ABC9' }), looks: LOOKS }, private: {} });
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...INTAKE, ghostTouch: 'yes' } });
  return id;
}
const calls = (world: CaseWorld, id: string, step = 'power-off') => world.state(id).calls.filter((call) => call.step === step);
function minutes(world: CaseWorld, count: number): number {
  let called = 0;
  for (let minute = 0; minute < count; minute += 1) {
    world.nowMs += MINUTE;
    called += world.callNext();
  }
  return called;
}

test('the owner has it until it is due; then a manager who is here, then every manager, then those beyond; each once', () => {
  const world = new CaseWorld();
  const id = ghost(world);
  minutes(world, 10);
  expect(calls(world, id)).toEqual([]);
  minutes(world, 1);
  expect(calls(world, id).map(({ level, people }) => [level, codes(people)])).toEqual([['here', ['P-000002']]]);
  minutes(world, 5);
  expect(calls(world, id).map(({ level, people }) => [level, codes(people)]).at(-1)).toEqual(['managers', ['P-000002', 'P-000006']]);
  minutes(world, 15);
  expect(calls(world, id).map(({ level, people }) => [level, codes(people)]).at(-1)).toEqual(['beyond', ['P-000004', 'P-000005']]);
  minutes(world, 600);
  expect(calls(world, id).map(({ level }) => level)).toEqual([...CALL_LEVELS]);
});

test('done, it ends: nobody sees it any more', () => {
  const world = new CaseWorld();
  const id = ghost(world);
  minutes(world, 12);
  const mine = (number: number) => openCallsOn(world.states, person(number).id, world.nowMs).map(({ call }) => call.step);
  expect([mine(2).includes('power-off'), mine(6).includes('power-off')]).toEqual([true, false]);
  expect(queueOf(world.states, world.nowMs).find(({ step }) => step.step === 'power-off')?.call?.level).toBe('here');
  world.must(id, 'power-off', { deviceId: deviceIn(world, id).id });
  expect(mine(2).includes('power-off')).toBe(false);
  expect(openCalls(world.state(id), world.nowMs).some(({ step }) => step === 'power-off')).toBe(false);
  const before = calls(world, id).length;
  minutes(world, 60);
  expect(calls(world, id)).toHaveLength(before);
});

test('with no manager here every manager is called at once; with nobody at all the call is everybody’s', () => {
  const world = new CaseWorld();
  world.colleagues = COLLEAGUES.map((one) => ({ ...one, isHere: false }));
  const id = ghost(world);
  minutes(world, 11);
  expect(calls(world, id).map(({ level }) => level)).toEqual(['managers']);
  const lonely = new CaseWorld();
  lonely.colleagues = COLLEAGUES.slice(0, 1);
  const other = ghost(lonely);
  minutes(lonely, 600);
  expect(calls(lonely, other).map(({ level, people }) => [level, people])).toEqual([['beyond', []]]);
  expect(openCallsOn(lonely.states, person(1).id, lonely.nowMs).length).toBeGreaterThan(0);
});

test('a reason is kept and buys the time of one level, once; only who was called or owns it can give it', () => {
  const world = new CaseWorld();
  const id = ghost(world);
  minutes(world, 11);
  const callId = calls(world, id)[0]?.id ?? '';
  const sent = { callId, why: 'the button is broken; the lab switches it off' };
  expect(world.refused(id, 'answer-call', sent, { person: person(3) })).toMatchObject({ refusal: 'not-called', at: 'body.callId' });
  expect(world.refused(id, 'answer-call', { ...sent, callId: world.newUuid() })).toMatchObject({ refusal: 'no-such-call' });
  minutes(world, 4);
  world.must(id, 'answer-call', sent, { person: person(2) });
  expect(world.refused(id, 'answer-call', sent, { person: person(2) })).toMatchObject({ refusal: 'call-over' });
  expect(openCallsOn(world.states, person(2).id, world.nowMs).some(({ call }) => call.step === 'power-off')).toBe(false);
  minutes(world, 4);
  expect(calls(world, id)).toHaveLength(1);
  minutes(world, 1);
  expect(calls(world, id).map(({ level }) => level)).toEqual(['here', 'managers']);
  expect(nextSteps(world.state(id), world.nowMs).find(({ step }) => step === 'power-off')?.overdue).toBe(true);
});

test('whoever takes it over owns it and has the time of one level; taking over what one owns buys nothing', () => {
  const world = new CaseWorld();
  const id = ghost(world);
  minutes(world, 11);
  world.must(id, 'take-over', {}, { person: person(2) });
  minutes(world, 4);
  world.must(id, 'take-over', {}, { person: person(2) });
  minutes(world, 1);
  expect(calls(world, id).map(({ people }) => codes(people)).at(-1)).toEqual(['P-000001', 'P-000006']);
});

test('the next round of a step begins with the first level again', () => {
  const world = new CaseWorld();
  const id = received(world, { intake: { swelling: 'yes' } });
  world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location: 'fire-safe', label: 'A4' });
  minutes(world, 4 * 60 + 30);
  expect(calls(world, id, 'check-battery').map(({ level }) => level)).toEqual([...CALL_LEVELS]);
  world.must(id, 'check-battery', { deviceId: deviceIn(world, id).id, swelling: 'no', warm: 'no' });
  minutes(world, 4 * 60 + 2);
  expect(calls(world, id, 'check-battery').map(({ level }) => level)).toEqual([...CALL_LEVELS, 'here']);
});

test('a step that falls back to its earlier round when a hold ends calls nobody twice', () => {
  const world = new CaseWorld();
  const id = received(world);
  minutes(world, 30);
  const holdId = askHold(world, id);
  minutes(world, 30);
  world.must(id, 'release-hold', { holdId, why: 'fine again', confirmation: CONFIRMATION }, SECOND);
  minutes(world, 60);
  const ofPlace = calls(world, id, 'put-away');
  expect(new Set(ofPlace.map(({ sinceIso }) => sinceIso)).size).toBe(2);
  expect(new Set(ofPlace.map(({ sinceIso, level }) => `${sinceIso} ${level}`)).size).toBe(ofPlace.length);
});

test('that nobody did anything is no sign of life: a case that rests still closes in its time', () => {
  const world = new CaseWorld();
  const id = received(world);
  askHold(world, id);
  const before = world.state(id).lastAtIso;
  minutes(world, 60);
  expect(world.state(id).calls.length).toBeGreaterThan(0);
  expect(world.state(id).lastAtIso).toBe(before);
});

const NIGHTS = [['clocks go back', '2026-10-25T00:30:00.000Z'], ['clocks go forward', '2027-03-28T00:30:00.000Z']] as const;
test.each(NIGHTS)('in a night in which %s, with a restart at every minute, nothing is lost and nothing comes twice', (_name, fromIso) => {
  const world = new CaseWorld();
  world.nowMs = Date.parse(fromIso);
  const id = ghost(world);
  const dueMs = world.nowMs + 10 * MINUTE;
  for (let minute = 0; minute < 180; minute += 1) {
    world.nowMs += MINUTE;
    const { events } = world.cases.get(id) ?? { events: [] };
    const again = foldChain(events.map((event) => ({ v: 1, prev: '0'.repeat(64), ...JSON.parse(JSON.stringify(event)) as typeof event })));
    expect(again).toEqual(world.state(id));
    world.callNext();
    expect(callsDue(world.state(id), world.nowMs, COLLEAGUES)).toEqual([]);
  }
  const afterMin = calls(world, id).map(({ atIso }) => (Date.parse(atIso) - dueMs) / MINUTE);
  expect(afterMin).toEqual([1, 6, 21]);
});

test('after a week in which the PC was off the first level is called, and the next ones have their time', () => {
  const world = new CaseWorld();
  const id = ghost(world);
  world.nowMs += 7 * 24 * HOUR;
  world.callNext();
  world.callNext();
  expect(calls(world, id).map(({ level }) => level)).toEqual(['here']);
  // A clock that was set back calls nobody anew.
  world.nowMs -= HOUR;
  world.callNext();
  expect(calls(world, id)).toHaveLength(1);
});

test('every step has a time for every level, and what is dangerous has the shortest', () => {
  for (const step of STEPS) {
    for (const level of CALL_LEVELS) expect(CALL_WAITS[step][level], step).toBeGreaterThanOrEqual(CALL_WAITS['power-off'][level]);
    expect(CALL_WAITS[step].managers, step).toBeGreaterThanOrEqual(CALL_WAITS[step].here);
  }
});

/** Drills by the clock on the wall, shown when overdue or failing; and a bench out of service, which comes back only after a drill. */
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import { describeBench } from '../../../firmware-bridge/guard/describe.ts';
import { DEFAULT_LIMITS, brokenRelation } from '../../../firmware-bridge/guard/limits.ts';
import type { KeptLatch } from '../../../firmware-bridge/guard/state.ts';
import { BenchScript, WALL_MS, facts } from './bench-script.ts';
import { critical, handshaken, permitted, restoring } from './places.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

const shown = (bench: BenchScript): BenchStatus => describeBench(bench.state, bench.nowMs, WALL_MS + bench.nowMs, { bootId: 'boot', stallWorstMs: 0 });
const drillOf = (bench: BenchScript) => shown(bench).drill;
const serviceOf = (bench: BenchScript) => shown(bench).service;
const refusals = (bench: BenchScript) => bench.effects.flatMap((effect) => (effect.do === 'answer-order' && effect.result.refusal !== null ? [effect.result.refusal] : []));
const done = (bench: BenchScript) => bench.effects.flatMap((effect) => (effect.do === 'record' && effect.item.kind === 'drill-done' ? [effect.item.body] : []));

/** What the latch file keeps when the last drill passed so long before the scripts begin. */
function keptAfter(hours: number, more: Partial<NonNullable<KeptLatch['service']>> = {}): KeptLatch {
  const lastPassedAtIso = new Date(WALL_MS - hours * HOUR_MS).toISOString();
  return { v: 1, trip: null, restore: null, service: { out: null, lastDrill: null, lastPassedAtIso, failing: false, ...more } };
}

/** Lets a drill that runs pass. */
function answer(bench: BenchScript): void {
  for (let beats = 0; beats < 3 && bench.state.drills.running?.requestedAtMs === null; beats += 1) {
    bench.nowMs += 100;
    bench.beat();
  }
  bench.nowMs += 1;
  bench.say('DRILLED', { id: bench.state.drills.running?.id ?? '000000000001' });
}

/** The rig says what a rig says, until the bench drills by itself or the time is over. */
function runUntilDrill(bench: BenchScript, ms: number): void {
  const endMs = bench.nowMs + ms;
  while (bench.nowMs < endMs && bench.state.drills.running === null) bench.run(100);
}

function drilled(bench: BenchScript): BenchScript {
  bench.order('drill');
  answer(bench);
  return bench;
}

test('a bench that was never drilled does it by itself, but not in the first minute', () => {
  const bench = handshaken();
  expect(drillOf(bench)).toMatchObject({ state: 'never', passedAgeMs: null, last: null, everyH: 24, blockedBy: [] });
  bench.run(MINUTE_MS - 500);
  expect(bench.state.drills.running).toBeNull();
  runUntilDrill(bench, 700);
  answer(bench);
  expect(done(bench)).toMatchObject([{ passed: true, scheduled: true, by: { kind: 'bridge' } }]);
  expect(drillOf(bench)).toMatchObject({ state: 'passed', last: { passed: true } });
  bench.run(2 * MINUTE_MS);
  expect(done(bench)).toHaveLength(1);
});

test('a second after the phone left it drills, not while one is there and not when it only moved', () => {
  const bench = handshaken();
  bench.hb.seat = '1';
  bench.run(MINUTE_MS * 2);
  bench.hb.seat = '0';
  bench.run(800);
  bench.hb.seat = '1';
  bench.run(400);
  bench.hb.seat = '0';
  bench.run(900);
  expect(bench.state.drills).toMatchObject({ running: null, kept: { lastDrill: null } });
  runUntilDrill(bench, 400);
  answer(bench);
  expect(done(bench)).toMatchObject([{ passed: true, scheduled: true }]);
});

test('after a lost connection the minute begins anew, and a bench that is shut down does not drill', () => {
  const bench = handshaken();
  bench.run(MINUTE_MS / 2);
  bench.take({ kind: 'port-closed', problem: null });
  bench.open();
  bench.shake();
  bench.run(MINUTE_MS - 1000);
  expect(done(bench)).toEqual([]);
  bench.take({ kind: 'closing' });
  bench.run(MINUTE_MS * 2);
  expect(bench.state.drills).toMatchObject({ running: null, kept: { lastDrill: null } });
});

test('due after a day by the clock on the wall, overdue six hours later; a clock that went back makes it due too', () => {
  const at = (hours: number): BenchScript => handshaken(keptAfter(hours));
  expect(drillOf(at(23))).toMatchObject({ state: 'passed' });
  expect(drillOf(at(29.9))).toMatchObject({ state: 'passed' });
  expect(drillOf(at(30))).toMatchObject({ state: 'overdue' });
  expect(drillOf(at(-5))).toMatchObject({ state: 'overdue', passedAgeMs: null });
  for (const [hours, drills] of [[23, 0], [24, 1], [-5, 1]] as const) {
    const bench = at(hours);
    runUntilDrill(bench, MINUTE_MS + 500);
    answer(bench);
    expect(done(bench)).toHaveLength(drills);
  }
});

test('an overdue or failing drill withholds no permit', () => {
  for (const service of [keptAfter(400), keptAfter(1, { failing: true })]) {
    const bench = restoring('update', service);
    bench.run(400);
    expect(bench.state.mode).toBe('permitted');
  }
});

const drilledBefore = (minutes: number, why: 'no-answer' | 'became-stop') => ({
  drillId: '5C1E77A90001', rig: 'R', atIso: new Date(WALL_MS - minutes * MINUTE_MS).toISOString(), passed: false, why,
  times: { writtenAfterUs: 1, answeredAfterUs: null }, by: { kind: 'bridge' as const, name: 'b' }, scheduled: true,
});

test('a drill that failed is shown until one passes, and is tried again by itself only after an hour', () => {
  const bench = handshaken();
  bench.order('drill');
  bench.run(1000);
  expect(drillOf(bench)).toMatchObject({ state: 'failed', last: { passed: false, why: 'no-answer' } });
  const later = handshaken(keptAfter(30, { failing: true, lastDrill: drilledBefore(57, 'no-answer') }));
  runUntilDrill(later, 2.9 * MINUTE_MS);
  expect(later.state.drills.running).toBeNull();
  runUntilDrill(later, 0.2 * MINUTE_MS);
  expect(later.state.drills.running).not.toBeNull();
  expect(drillOf(drilled(handshaken(keptAfter(1, { failing: true }))))).toMatchObject({ state: 'passed' });
});

test('a drill that became a real stop is never repeated by itself', () => {
  const bench = handshaken(keptAfter(40, { failing: true, lastDrill: drilledBefore(40 * 60, 'became-stop') }));
  bench.run(3 * MINUTE_MS);
  expect(done(bench)).toEqual([]);
  expect(drillOf(drilled(bench))).toMatchObject({ state: 'passed' });
});

test('a void drill says nothing against the rig', () => {
  const bench = handshaken(keptAfter(1));
  bench.order('drill');
  bench.hb.seat = '1';
  bench.run(200);
  expect(drillOf(bench)).toMatchObject({ state: 'passed', last: { passed: false, why: 'device-seated' } });
});

test('taken out: visible, kept over a restart, no new permit, and no drill by itself', () => {
  const bench = handshaken();
  bench.order('take-out-of-service', { reason: 'the press sticks' });
  const out = { by: { name: 'Ann' }, reason: 'the press sticks', drilled: false };
  expect(serviceOf(bench)).toMatchObject({ out, returnBlockedBy: ['drill-needed'] });
  const again = restoring('update', bench.kept);
  again.run(600);
  expect(serviceOf(again)).toMatchObject({ out });
  expect(again.state).toMatchObject({ mode: 'inhibited', permit: null, trip: null });
  expect(shown(again).permissives.filter((one) => !one.ok)).toMatchObject([{ id: 'in-service', detail: { name: 'Ann', reason: 'the press sticks' } }]);
  const idle = handshaken(bench.kept);
  idle.run(3 * MINUTE_MS);
  expect(done(idle)).toEqual([]);
});

test('taken out with a permit out: nothing is stopped, the permit lives on, and no new one follows', () => {
  for (const place of [permitted, critical]) {
    const bench = place();
    bench.order('take-out-of-service');
    bench.run(300);
    expect(bench.state).toMatchObject({ mode: 'permitted', trip: null });
  }
  const bench = permitted();
  bench.order('take-out-of-service');
  bench.hear('noise');
  bench.hear('noise');
  bench.hear('noise');
  bench.shake();
  bench.run(1000);
  expect(bench.state).toMatchObject({ permit: null, trip: null, mode: 'inhibited' });
  bench.hb.permit = 'none';
  bench.phase('start');
  expect(bench.causes).toContain('bench-out-of-service');
});

test('returned only by a named person, after a drill of a person that passed since', () => {
  const bench = drilled(handshaken());
  bench.order('return-to-service');
  bench.order('take-out-of-service');
  bench.order('return-to-service');
  expect(refusals(bench)).toEqual(['not-out-of-service', 'drill-needed']);
  drilled(bench);
  expect(serviceOf(bench)).toMatchObject({ out: { drilled: true }, returnBlockedBy: [] });
  bench.order('drill');
  bench.run(1000);
  expect(serviceOf(bench)).toMatchObject({ returnBlockedBy: ['drill-needed'] });
  drilled(bench);
  bench.order('return-to-service', { actor: { kind: 'system', name: 'dashboard' } });
  expect(refusals(bench).at(-1)).toBe('name-needed');
  bench.order('return-to-service');
  expect(serviceOf(bench)).toMatchObject({ out: null });
  expect(bench.kept?.service?.out).toBeNull();
  const told = bench.effects.flatMap((effect) => (effect.do === 'record' && effect.item.kind === 'service-changed' ? [effect.item.body.inService] : []));
  expect(told).toEqual([false, true]);
});

test('a drill that began by itself before the bench was taken out does not bring it back', () => {
  const bench = handshaken();
  runUntilDrill(bench, MINUTE_MS + 100);
  expect(bench.state.drills.running).not.toBeNull();
  bench.order('take-out-of-service');
  answer(bench);
  expect(done(bench)).toMatchObject([{ passed: true, scheduled: true }]);
  expect(serviceOf(bench)).toMatchObject({ returnBlockedBy: ['drill-needed'] });
});

test('taking out needs a name and a reason, once; it is possible in every state', () => {
  const bench = new BenchScript();
  bench.order('take-out-of-service', { reason: ' ' });
  bench.order('take-out-of-service', { actor: { kind: 'system', name: 'dashboard' } });
  bench.order('take-out-of-service');
  bench.order('take-out-of-service');
  expect(refusals(bench)).toEqual(['reason-needed', 'name-needed', 'already-out-of-service']);
  expect(serviceOf(bench)?.out).not.toBeNull();
  bench.give(facts());
});

test('what is kept without a word of drills is a bench in service that was never drilled', () => {
  const bench = handshaken({ v: 1, trip: null, restore: null });
  expect([drillOf(bench)?.state, serviceOf(bench)?.out]).toEqual(['never', null]);
});

test('limits of drills must leave the rig armed and let a wrong stop show itself', () => {
  expect(brokenRelation(DEFAULT_LIMITS)).toBeUndefined();
  expect(brokenRelation({ ...DEFAULT_LIMITS, drillArmMs: 800 })).toContain('drillArmMs');
  expect(brokenRelation({ ...DEFAULT_LIMITS, drillLateMs: 150 })).toContain('drillLateMs');
});

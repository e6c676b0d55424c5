/** A drill passes with its times, and whatever is real comes first: races between DRILL, the stop byte and the world. */
import { expect, test } from 'vitest';
import type { OrderResult } from '../../../firmware-bridge/contract/uplink.ts';
import type { Effect } from '../../../firmware-bridge/guard/turn.ts';
import { RESTORE, type BenchScript } from './bench-script.ts';
import { confirmedTrip, handshaken, permitted } from './places.ts';

const UNNAMED = '000000000000';
const PLAN = { restore: RESTORE, kind: 'update', from: '26.1', to: '26.2', hash: '5D0C9E11' };
const strikes = (effects: readonly Effect[]): readonly string[] => effects.flatMap((effect) => (effect.do === 'strike-drill' ? [effect.bytes] : []));
const answers = (bench: BenchScript): readonly OrderResult[] => bench.effects.flatMap((effect) => (effect.do === 'answer-order' ? [effect.result] : []));
const done = (bench: BenchScript) => bench.effects.flatMap((effect) => (effect.do === 'record' && effect.item.kind === 'drill-done' ? [effect.item.body] : []));
const idOf = (bench: BenchScript): string => bench.state.drills.running?.id ?? 'none';

/** DRILL is sent; its `ack` has not come. */
function armed(): BenchScript {
  const bench = handshaken();
  bench.order('drill');
  bench.nowMs += 100;
  bench.beat();
  return bench;
}

/** The stop byte is on its way. */
function struck(): BenchScript {
  const bench = armed();
  bench.pass(40);
  bench.beat();
  bench.take({ kind: 'stop-written', stopId: idOf(bench), ok: true });
  return bench;
}

test('DRILL waits for a free line, the stop byte for its ack with nothing before it, and DRILLED in time passes with every time', () => {
  const bench = handshaken();
  expect(bench.state.link.unacked).not.toBeNull();
  expect(bench.verbs(bench.order('drill'))).toEqual([]);
  bench.nowMs += 100;
  expect(bench.verbs(bench.beat())).toEqual(['DRILL']);
  expect(idOf(bench)).toMatch(/^[0-9A-F]{12}$/);
  expect(strikes(bench.pass(80))).toEqual([]);
  const id = idOf(bench);
  const struckBy = bench.beat();
  expect(struckBy[0]).toEqual({ do: 'strike-drill', drillId: id, bytes: '\x18\n' });
  bench.nowMs += 0.25;
  bench.take({ kind: 'stop-written', stopId: id, ok: true });
  bench.nowMs += 1;
  bench.say('DRILLED', { id });
  expect(done(bench)).toMatchObject([{ drillId: id, rig: 'R-20931', passed: true, why: null, scheduled: false, times: { writtenAfterUs: 250, answeredAfterUs: 1250 }, by: { name: 'Ann' } }]);
  expect(answers(bench)).toMatchObject([{ ok: true, outcome: 'drill-passed', drill: { passed: true } }]);
  expect(bench.state).toMatchObject({ mode: 'inhibited', trip: null, drills: { running: null, stray: null, kept: { failing: false, lastDrill: { passed: true } } } });
  expect(bench.kept?.service?.lastPassedAtIso).not.toBeNull();
});

test.each<[string, (bench: BenchScript) => unknown, string]>([
  ['a phone is seated', (bench) => bench.beat({ seat: '1' }), 'device-seated'],
  ['a phone is named before any heartbeat', (bench) => bench.say('DEVICE', bench.device), 'device-seated'],
  ['a restore opens', (bench) => bench.say('PLAN', PLAN), 'restore-opened'],
  ['a heartbeat shows a restore', (bench) => bench.beat({ restore: RESTORE, phase: 'prepare' }), 'restore-opened'],
  ['the button is pressed', (bench) => bench.say('EVENT', { kind: 'button' }), 'tripped'],
  ['the E-stop is pressed', (bench) => bench.beat({ estop: '1' }), 'tripped'],
  ['the rig stopped by itself', (bench) => bench.say('STOPPED', { id: 'R00070000001', phase: 'idle', zone: 'safe', restore: 'none', cause: 'button' }), 'tripped'],
  ['the rig is latched already', (bench) => bench.beat({ latch: 'R00070000001' }), 'tripped'],
  ['a person stops', (bench) => bench.stop(), 'tripped'],
  ['the rig restarts', (bench) => bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 }), 'link-lost'],
  ['the port goes', (bench) => bench.take({ kind: 'port-closed', problem: null }), 'link-lost'],
  ['the PC slept', (bench) => bench.tick(5000), 'link-lost'],
  ['the guard stood still', (bench) => { bench.nowMs += 600; return bench.beat(); }, 'link-lost'],
])('between DRILL and the stop byte: %s, and no stop byte is sent for the drill', (_what, happens, why) => {
  const bench = armed();
  bench.pass(20);
  const from = bench.effects.length;
  happens(bench);
  bench.beat();
  expect(strikes(bench.effects.slice(from))).toEqual([]);
  expect(done(bench)).toMatchObject([{ passed: false, why }]);
  expect(bench.state.drills).toMatchObject({ running: null, kept: { failing: false } });
  expect(answers(bench)[0]).toMatchObject({ outcome: why === 'tripped' && answers(bench)[0]?.outcome === 'stop-written' ? 'stop-written' : 'drill-failed' });
});

test.each<[string, (bench: BenchScript) => unknown]>([
  ['an ack that came too late for the rig to be armed surely', (bench) => { bench.nowMs += 410; return bench.beat(); }],
  ['no ack at all', (bench) => bench.pass(420)],
])('%s: the stop byte stays here and the drill failed', (_what, happens) => {
  const bench = armed();
  const from = bench.effects.length;
  happens(bench);
  expect(strikes(bench.effects.slice(from))).toEqual([]);
  expect(done(bench)).toMatchObject([{ passed: false, why: 'not-armed' }]);
});

test('a line lost while the rig armed, or a refusal: no stop byte', () => {
  const lost = armed();
  lost.line('HB', { ack: '0', ...lost.hb });
  expect(strikes(lost.beat())).toEqual([]);
  expect(done(lost)).toMatchObject([{ why: 'lines-lost' }]);
  const refused = armed();
  refused.say('REFUSED', { re: String(refused.state.drills.running?.armed?.n), verb: 'DRILL', why: 'busy' });
  expect(strikes(refused.beat())).toEqual([]);
  expect(done(refused)).toMatchObject([{ why: 'refused' }]);
  expect(refused.state.drills.kept.failing).toBe(true);
});

test('DRILLED that never comes fails after the deadline; one that comes late is measured and fails too; a foreign one proves nothing', () => {
  const lost = struck();
  lost.pass(62);
  expect(done(lost)).toEqual([]);
  lost.pass(310);
  expect(done(lost)).toMatchObject([{ passed: false, why: 'no-answer', times: { answeredAfterUs: null } }]);
  const late = struck();
  const id = idOf(late);
  late.pass(120);
  late.say('DRILLED', { id });
  expect(done(late)).toMatchObject([{ passed: false, why: 'late', times: { answeredAfterUs: 120_000 } }]);
  const foreign = struck();
  foreign.say('DRILLED', { id: '5C1E77A90999' });
  expect(done(foreign)).toMatchObject([{ passed: false, why: 'foreign-answer' }]);
  const early = armed();
  early.say('DRILLED', { id: idOf(early) });
  expect(done(early)).toMatchObject([{ passed: false, why: 'foreign-answer' }]);
});

test('the port did not take the stop byte', () => {
  const bench = armed();
  bench.pass(40);
  bench.beat();
  bench.take({ kind: 'stop-written', stopId: idOf(bench), ok: false });
  expect(done(bench)).toMatchObject([{ why: 'not-written', times: { writtenAfterUs: null } }]);
});

test('a stop order in the same instant as the stop byte of the drill is a whole stop of its own', () => {
  const bench = struck();
  const effects = bench.stop();
  expect(effects.slice(0, 2).map((effect) => effect.do)).toEqual(['drop-permit', 'stop-restore']);
  const [stopId] = bench.stops(effects);
  expect(stopId).toBeDefined();
  expect(stopId).not.toBe(done(bench)[0]?.drillId);
  bench.say('DRILLED', { id: done(bench)[0]?.drillId ?? '' });
  expect(bench.state.mode).toBe('tripped');
  bench.stopped('idle');
  expect(bench.state.trip?.trip).toMatchObject({ outcome: 'intact', receipt: { state: 'confirmed' }, causes: [{ code: 'operator-stop' }] });
});

test('a phone seated before the stop byte arrived makes it a real stop, shown as what it is by the record of the rig', () => {
  const bench = struck();
  const drillId = idOf(bench);
  bench.beat({ seat: '1' });
  expect(done(bench)).toMatchObject([{ drillId, why: 'device-seated' }]);
  bench.hb = { ...bench.hb, seat: '1', phase: 'stopped', latch: UNNAMED };
  bench.beat();
  const asks = bench.beat();
  expect(bench.verbs(asks)).toContain('HELLO');
  expect(bench.state.trip).toBeNull();
  bench.welcome();
  bench.say('LATCH', { id: UNNAMED, answer: 'stopped', phase: 'idle', zone: 'safe', restore: 'none', at_ms: '100', cause: 'stop' });
  expect(bench.state).toMatchObject({ mode: 'tripped', permit: null });
  expect(bench.state.trip?.trip).toMatchObject({ causes: [{ code: 'drill-became-stop' }], outcome: 'intact', dataAtStake: false, receipt: { answer: 'stopped' } });
});

test('a rig that knows no drills latches: it is said of the drill, and the bench does not do it again by itself', () => {
  const bench = struck();
  bench.hb = { ...bench.hb, phase: 'stopped', latch: UNNAMED };
  bench.pass(60);
  bench.beat();
  expect(done(bench)).toMatchObject([{ passed: false, why: 'became-stop' }]);
  bench.beat();
  // Without a record of the rig the heartbeats must do, and then they promise nothing.
  bench.welcome();
  bench.beat();
  bench.beat();
  expect(bench.state.trip?.trip).toMatchObject({ causes: [{ code: 'drill-became-stop' }], outcome: 'unknown' });
});

test('a latch without a name long after a drill is not put down to it', () => {
  const bench = struck();
  bench.run(10_500);
  bench.hb = { ...bench.hb, phase: 'stopped', latch: UNNAMED };
  bench.run(300);
  expect(bench.causes).toEqual(['unnamed-stop']);
});

test.each<[string, () => BenchScript, string]>([
  ['a phone is seated', () => { const bench = handshaken(); bench.hb.seat = '1'; bench.run(200); return bench; }, 'device-seated'],
  ['a restore is open', permitted, 'restore-open'],
  ['the bench is tripped', confirmedTrip, 'bench-tripped'],
  ['the rig is not heard', () => { const bench = handshaken(); bench.pass(2500); return bench; }, 'rig-not-live'],
  ['a drill runs already', armed, 'drill-running'],
])('refused by name: %s', (_what, place, refusal) => {
  const bench = place();
  const before = bench.state.drills.running;
  bench.order('drill', { id: '00000000-0000-7000-8000-000000000002' });
  expect(answers(bench).at(-1)).toMatchObject({ ok: false, outcome: 'refused', refusal });
  expect(bench.state.drills.running).toBe(before);
});

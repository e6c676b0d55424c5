/** A drill step by step, each at its edge: what stands in its way, what ends it, what it counts as, and when the bench does one by itself. */
import { describe, expect, test } from 'vitest';
import { VOIDING, type DrillRecord, type DrillWhy } from '../../../firmware-bridge/contract/drill.ts';
import { describeDrill, drillWhenDue } from '../../../firmware-bridge/guard/drill-schedule.ts';
import type { Drills, RunningDrill } from '../../../firmware-bridge/guard/drill-state.ts';
import { armDrill, beginDrill, drillBlocks, followDrill, noteDrillWritten, reviewDrill, takeDrillRefused, takeDrilled, watchDrill } from '../../../firmware-bridge/guard/drill.ts';
import type { BenchState, LinkState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { decodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { BARE_RESTORE, NOW, beatOf, did, liveState, recordsOf, tripWith, turnOf } from './bare-state.ts';
import { PHONE, SETUP, WALL_MS } from './bench-script.ts';

const { limits } = SETUP;
const HOUR_MS = 3_600_000;
const ANN = { kind: 'person', name: 'Ann' } as const;
const RIG = { serial: 'R-20931', model: 'RB-4', firmware: '2.4.1', virtual: false };
const RUNNING: RunningDrill = {
  id: 'D1', orderId: '1', by: ANN, atIso: '2026-03-02T09:00:00.000Z', session: 'A1B20007', sinceMs: NOW, missedTotal: 0, armed: { n: 6, atMs: NOW }, requestedAtMs: null, writtenAfterUs: null,
};
const struck = (more: Partial<RunningDrill> = {}): RunningDrill => ({ ...RUNNING, requestedAtMs: NOW - 20, ...more });
const EMPTY: Partial<BenchState> = { rig: RIG, beat: beatOf({ seated: false }) };
const drilling = (running: RunningDrill | null, more: Partial<BenchState> = {}, drills: Partial<Drills> = {}, link: Partial<LinkState> = {}): BenchState => {
  const state = liveState({ ...EMPTY, ...more });
  return { ...state, drills: { ...state.drills, running, ...drills }, link: { ...state.link, ...link } };
};
const after = (state: BenchState, act: (turn: Turn) => void, nowMs = NOW): Turn => {
  const turn = turnOf(state, nowMs);
  act(turn);
  return turn;
};
const doneOf = (turn: Turn): readonly DrillRecord[] => recordsOf(turn).flatMap((item) => (item.kind === 'drill-done' ? [item.body] : []));
const whyOf = (turn: Turn): DrillWhy | null | undefined => doneOf(turn)[0]?.why;
const keptWith = (more: Partial<Drills['kept']>): Partial<Drills> => ({ kept: { ...liveState().drills.kept, ...more } });

test.each<[string, BenchState, readonly string[]]>([
  ['nothing', drilling(null), []], ['a drill', drilling(RUNNING), ['drill-running']], ['no session', drilling(null, {}, {}, { session: null }), ['rig-not-live']], ['no heartbeat', drilling(null, { beat: null }), ['rig-not-live']],
  ['a trip', drilling(null, { trip: tripWith() }), ['bench-tripped']], ['a latch of the rig', drilling(null, { rigLatch: 'X' }), ['bench-tripped']], ['a restore', drilling(null, { restore: BARE_RESTORE }), ['restore-open']],
  ['a restore that the rig names', drilling(null, { beat: beatOf({ restore: '1' }) }), ['restore-open']], ['something seated', drilling(null, { seated: true }), ['device-seated']],
  ['a device', drilling(null, { device: { value: PHONE, agreed: 1 } }), ['device-seated']], ['the E-stop', drilling(null, { beat: beatOf({ estop: true }) }), ['estop-held']],
])('in its way stands %s', (_what, state, blocks) => {
  expect(drillBlocks(state)).toEqual(blocks);
});

describe('DRILL', () => {
  const lines = (turn: Turn) => turn.effects.flatMap((effect) => (effect.do === 'write-line' ? [decodeFrame(effect.line.slice(0, -1))] : []));

  test('is written when the line is free, once, and in its own session', () => {
    const begun = after(drilling(null, { stopCount: 9 }, {}, { missedTotal: 4 }), (turn) => { beginDrill(turn, ANN, '1'); });
    expect(begun.state.drills.running).toEqual({ ...RUNNING, id: '5C1E77A9000A', atIso: new Date(WALL_MS + NOW).toISOString(), missedTotal: 4, armed: { n: 1, atMs: NOW } });
    expect(lines(begun)).toMatchObject([{ ok: true, frame: { verb: 'DRILL', n: 1, fields: { id: '5C1E77A9000A' } } }]);
    expect(begun.state.link).toMatchObject({ txN: 1, unacked: { n: 1, atMs: NOW } });
    const unarmed = { ...RUNNING, armed: null };
    const quiet = [drilling(null), drilling(RUNNING), drilling(unarmed, {}, {}, { session: 'OTHER' }), drilling(unarmed, {}, {}, { unacked: { n: 1, atMs: 0 } })];
    for (const state of quiet) expect(after(state, armDrill).effects).toEqual([]);
    expect(after(drilling(null, {}, {}, { session: null }), (turn) => { beginDrill(turn, ANN, '1'); }).effects).toEqual([]);
  });

  test('lets the stop byte go at its ack, in time and with no line lost; a refused one ends it', () => {
    const acked = (ack: number, running: RunningDrill | null = RUNNING, link: Partial<LinkState> = {}, nowMs = NOW): Turn => after(drilling(running, {}, {}, link), (turn) => { followDrill(turn, beatOf({ ack, seated: false })); }, nowMs);
    const struckNow = acked(6);
    expect(struckNow.effects).toEqual([{ do: 'strike-drill', drillId: 'D1', bytes: '\x18\n' }]);
    expect(struckNow.state.drills).toMatchObject({ running: { requestedAtMs: NOW }, stray: { drillId: 'D1', atMs: NOW, asked: false } });
    for (const turn of [acked(5), acked(6, null), acked(6, { ...RUNNING, armed: null }), acked(6, struck())]) expect(turn.effects).toEqual([]);
    expect(whyOf(acked(6, RUNNING, { missedTotal: 1 }))).toBe('lines-lost');
    expect(did(acked(6, RUNNING, {}, NOW + limits.drillArmMs))).toEqual(['strike-drill']);
    expect(whyOf(acked(6, RUNNING, {}, NOW + limits.drillArmMs + 1))).toBe('not-armed');
    const refused = (re: number): DrillWhy | null | undefined => whyOf(after(drilling(RUNNING), (turn) => { takeDrillRefused(turn, re); }));
    expect([refused(6), refused(5)]).toEqual(['refused', undefined]);
  });
});

describe('its end', () => {
  test('the stop byte of this drill was written, or was not', () => {
    const written = (running: RunningDrill | null, id: string, ok: boolean): readonly [boolean, Turn] => {
      const turn = turnOf(drilling(running));
      return [noteDrillWritten(turn, id, ok), turn];
    };
    expect(written(struck(), 'D1', true)).toMatchObject([true, { state: { drills: { running: { writtenAfterUs: 20_000 } } }, effects: [] }]);
    expect(whyOf(written(struck(), 'D1', false)[1])).toBe('not-written');
    for (const [running, id] of [[null, 'D1'], [struck(), 'D2'], [RUNNING, 'D1']] as const) expect(written(running, id, false)).toMatchObject([false, { effects: [] }]);
  });

  test('DRILLED within the deadline of a stop passes with its time, later is late, of another one is foreign', () => {
    const drilled = (running: RunningDrill | null, id = 'D1'): Turn => after(drilling(running, {}, { stray: { drillId: 'D1', atMs: 1, asked: false } }), (turn) => { takeDrilled(turn, id); });
    const passed = drilled(struck({ requestedAtMs: NOW - limits.stopAnswerMs, writtenAfterUs: 5 }));
    expect(doneOf(passed)).toEqual([{ drillId: 'D1', rig: 'R-20931', atIso: RUNNING.atIso, passed: true, why: null, times: { writtenAfterUs: 5, answeredAfterUs: 62_000 }, by: ANN, scheduled: false }]);
    expect(passed.state.drills).toMatchObject({ running: null, stray: null, kept: { failing: false, lastPassedAtIso: new Date(WALL_MS + NOW).toISOString() } });
    expect(passed.effects).toContainEqual({ do: 'answer-order', result: expect.objectContaining({ id: '1', ok: true, outcome: 'drill-passed', refusal: null, tripId: null }) as unknown });
    expect(did(passed).at(-1)).toBe('keep-latch');
    expect(doneOf(drilled(struck({ requestedAtMs: NOW - limits.stopAnswerMs - 1 })))).toMatchObject([{ why: 'late', passed: false, times: { answeredAfterUs: 63_000 } }]);
    expect(whyOf(drilled(struck(), 'D2'))).toBe('foreign-answer');
    expect(drilled(struck(), 'D2').state.drills.stray).not.toBeNull();
    expect(whyOf(drilled(RUNNING))).toBe('foreign-answer');
    expect(drilled(null)).toMatchObject({ effects: [], state: { drills: { stray: null } } });
  });

  test('nothing of it waits for ever', () => {
    const watched = (running: RunningDrill | null): DrillWhy | null | undefined => whyOf(after(drilling(running), watchDrill));
    const answerMs = limits.stopAnswerMs + limits.drillLateMs;
    expect([watched(struck({ requestedAtMs: NOW - answerMs })), watched(struck({ requestedAtMs: NOW - answerMs - 1 }))]).toEqual([undefined, 'no-answer']);
    const armedAt = (ms: number): RunningDrill => ({ ...RUNNING, sinceMs: 0, armed: { n: 6, atMs: NOW - ms } });
    expect([watched(armedAt(limits.drillArmMs)), watched(armedAt(limits.drillArmMs + 1)), watched(null)]).toEqual([undefined, 'not-armed', undefined]);
    expect([watched({ ...RUNNING, armed: null, sinceMs: NOW - limits.drillArmMs }), watched({ ...RUNNING, armed: null, sinceMs: NOW - limits.drillArmMs - 1 })]).toEqual([undefined, 'not-armed']);
  });

  test.each<[DrillWhy | undefined, RunningDrill, Partial<BenchState>, Partial<LinkState>]>([
    [undefined, RUNNING, {}, {}], ['tripped', RUNNING, { trip: tripWith() }, {}], ['tripped', RUNNING, { beat: beatOf({ estop: true, seated: false }) }, {}],
    ['link-lost', RUNNING, {}, { session: null }], ['link-lost', RUNNING, { beat: null }, {}], ['tripped', RUNNING, { rigLatch: 'X' }, {}], ['became-stop', struck(), { rigLatch: 'X' }, {}],
    ['restore-opened', RUNNING, { restore: BARE_RESTORE }, {}], ['device-seated', RUNNING, { seated: true }, {}], ['device-seated', RUNNING, { device: { value: PHONE, agreed: 1 } }, {}],
  ])('by what is real: %s', (why, running, more, link) => {
    const turn = after(drilling(running, more, {}, link), reviewDrill);
    expect(whyOf(turn)).toBe(why);
    expect(after(drilling(null, more, {}, link), reviewDrill).effects).toEqual([]);
    if (why === undefined) return;
    expect(after(drilling(running, more, {}, link), (one) => { followDrill(one, beatOf({ ack: 6, seated: false })); }).effects).toEqual([]);
  });

  test('what was void says nothing of the rig and of the bench; what failed does, also of one that nobody ordered', () => {
    const ended = (why: 'refused' | 'device-seated', running: RunningDrill, kept: Partial<Drills['kept']>): Turn =>
      after(drilling(running, why === 'refused' ? {} : { seated: true }, keptWith(kept)), (turn) => { if (why === 'refused') takeDrillRefused(turn, 6); else reviewDrill(turn); });
    expect([VOIDING.has('device-seated'), VOIDING.has('refused')]).toEqual([true, false]);
    const out = { by: ANN, reason: 'x', atIso: RUNNING.atIso, drilled: true };
    expect(ended('refused', RUNNING, { failing: false, out, lastPassedAtIso: 'before' }).state.drills.kept).toMatchObject({ failing: true, out: { drilled: false }, lastPassedAtIso: 'before' });
    expect(ended('device-seated', RUNNING, { failing: false, out }).state.drills.kept).toMatchObject({ failing: false, out: { drilled: true } });
    expect(ended('device-seated', RUNNING, { failing: true }).state.drills.kept).toMatchObject({ failing: true, out: null });
    const own = ended('refused', { ...RUNNING, orderId: null }, { out });
    expect(doneOf(own)).toMatchObject([{ scheduled: true }]);
    expect(did(own)).not.toContain('answer-order');
    expect(ended('refused', RUNNING, {}).effects).toContainEqual({ do: 'answer-order', result: expect.objectContaining({ outcome: 'drill-failed' }) as unknown });
    const passedOut = after(drilling(struck({ orderId: null }), {}, keptWith({ out: { ...out, drilled: false } })), (turn) => { takeDrilled(turn, 'D1'); });
    expect(passedOut.state.drills.kept.out).toMatchObject({ drilled: false });
    const ordered = after(drilling(struck(), {}, keptWith({ out: { ...out, drilled: false } })), (turn) => { takeDrilled(turn, 'D1'); });
    expect(ordered.state.drills.kept.out).toMatchObject({ drilled: true });
  });
});

describe('by itself', () => {
  const heard = { session: 'A1B20007', sinceMs: NOW - limits.drillSettleMs };
  const agoIso = (ms: number): string => new Date(WALL_MS + NOW - ms).toISOString();
  const due = (drills: Partial<Drills> = {}, more: Partial<BenchState> = {}): Turn => after(drilling(null, more, { heard, quietSinceMs: NOW - limits.drillQuietMs, ...drills }), drillWhenDue);
  const begins = (...args: Parameters<typeof due>): boolean => due(...args).state.drills.running !== null;
  const last = (ms: number, why: DrillWhy = 'no-answer'): DrillRecord => ({ drillId: 'D0', rig: null, atIso: agoIso(ms), passed: false, why, times: { writtenAfterUs: null, answeredAfterUs: null }, by: ANN, scheduled: true });

  test('where none passed for a day, the rig is heard for a minute and the bench is quiet for a second', () => {
    expect(due().state.drills.running).toMatchObject({ orderId: null, by: { kind: 'bridge' } });
    expect([begins({ heard: { ...heard, sinceMs: heard.sinceMs + 1 } }), begins({ quietSinceMs: NOW - limits.drillQuietMs + 1 })]).toEqual([false, false]);
    expect([
      begins(keptWith({ lastPassedAtIso: agoIso(24 * HOUR_MS) })), begins(keptWith({ lastPassedAtIso: agoIso(24 * HOUR_MS - 1) })),
      begins(keptWith({ lastPassedAtIso: agoIso(-1) })), begins(keptWith({ lastPassedAtIso: agoIso(0) })),
    ]).toEqual([true, false, true, false]);
    expect([begins({}, { closing: true }), begins({}, { seated: true }), begins(keptWith({ out: { by: ANN, reason: 'x', atIso: agoIso(0), drilled: false } }))]).toEqual([false, false, false]);
  });

  test('again after a failure only after an hour, and never after one that became a stop', () => {
    const failing = (ms: number, why?: DrillWhy) => begins(keptWith({ failing: true, lastDrill: last(ms, why) }));
    expect([failing(HOUR_MS), failing(HOUR_MS - 1), failing(-1), failing(0), failing(HOUR_MS, 'became-stop')]).toEqual([true, false, true, false, false]);
    expect([begins(keptWith({ failing: true, lastDrill: null })), begins(keptWith({ failing: false, lastDrill: last(0) }))]).toEqual([true, true]);
  });

  test('a new session or a break of the quiet begins the wait anew', () => {
    expect(due({ heard: { session: 'OLD', sinceMs: 0 } }).state.drills).toMatchObject({ running: null, heard: { session: 'A1B20007', sinceMs: NOW } });
    expect(due({ heard: null }).state.drills.heard).toEqual({ session: 'A1B20007', sinceMs: NOW });
    expect(due({ quietSinceMs: 5 }, { seated: true }).state.drills.quietSinceMs).toBeNull();
    expect(due({ quietSinceMs: null }).state.drills.quietSinceMs).toBe(NOW);
    expect(after(drilling(null, {}, { heard, quietSinceMs: 5 }, { session: null }), drillWhenDue).state.drills).toMatchObject({ heard: null, quietSinceMs: null });
  });

  test('is shown as passed, overdue, failed or never, with its age', () => {
    const shown = (kept: Partial<Drills['kept']>) => describeDrill(drilling(null, {}, keptWith(kept)), WALL_MS + NOW);
    expect(shown({})).toEqual({ state: 'never', blockedBy: [], everyH: 24, passedAgeMs: null, last: null });
    expect(shown({ lastPassedAtIso: agoIso(30 * HOUR_MS - 1) })).toMatchObject({ state: 'passed', passedAgeMs: 30 * HOUR_MS - 1 });
    expect(shown({ lastPassedAtIso: agoIso(30 * HOUR_MS) })).toMatchObject({ state: 'overdue', passedAgeMs: 30 * HOUR_MS });
    expect(shown({ lastPassedAtIso: agoIso(-5) })).toMatchObject({ state: 'overdue', passedAgeMs: null });
    expect(shown({ failing: true, lastDrill: last(1), lastPassedAtIso: agoIso(1) })).toMatchObject({ state: 'failed', last: { drillId: 'D0' } });
  });
});

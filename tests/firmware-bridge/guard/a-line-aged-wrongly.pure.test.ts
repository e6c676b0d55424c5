/** How old a line is, when a rig counts as silent, deaf or not understood, and what a stalled guard still believes: each at its edge. */
import { describe, expect, test } from 'vitest';
import { freeUnheardLine, takeHeartbeat } from '../../../firmware-bridge/guard/heartbeat.ts';
import type { BenchState, LinkState } from '../../../firmware-bridge/guard/state.ts';
import type { Turn } from '../../../firmware-bridge/guard/turn.ts';
import { NO_WATCH, riseDc, steadyDc, usbTrouble, watchDevice, watchPower, watchUsbBack, watchUsbGone, type Reading, type UsbState } from '../../../firmware-bridge/guard/watch.ts';
import { noteGoodLine, noticeStall, takeCorrupt, takePortClosed, takeTick } from '../../../firmware-bridge/guard/watchdog.ts';
import type { Heartbeat } from '../../../firmware-bridge/wire/rig-message.ts';
import { ID, NOW, beatOf, did, liveState, recordsOf, restoreWith, tripWith, turnOf } from './bare-state.ts';
import { HASH, PHONE, RESTORE, SETUP, facts } from './bench-script.ts';

const { limits } = SETUP;
const live = (link: Partial<LinkState> = {}, more: Partial<BenchState> = {}): BenchState => {
  const state = liveState(more);
  return { ...state, link: { ...state.link, lineMadeAtMs: NOW, ...link } };
};
const after = (state: BenchState, act: (turn: Turn) => void, nowMs = NOW): Turn => {
  const turn = turnOf(state, nowMs);
  act(turn);
  return turn;
};
const PERMIT = { point: 'write', restore: RESTORE, plan: HASH } as const;
const problems = (turn: Turn) => recordsOf(turn).filter((item) => item.kind === 'problem-raised');

describe('when a line was made', () => {
  const OFFSET = { least: 95_000, previous: 95_000, sinceMs: NOW };
  const noted = (tMs: number, offset: LinkState['offset'], nowMs = NOW): readonly [number, LinkState['offset']] => {
    const turn = turnOf(live({ offset }), nowMs);
    return [noteGoodLine(turn, tMs), turn.state.link.offset];
  };

  test('is its own time and the smallest transport seen: what is read late is old', () => {
    expect(noted(5000, null)).toEqual([NOW, { least: 95_000, previous: 95_000, sinceMs: NOW }]);
    expect(noted(4200, OFFSET)).toEqual([99_200, OFFSET]);
    expect(noted(5000, OFFSET)).toEqual([NOW, OFFSET]);
    expect(noted(5300, OFFSET)).toEqual([NOW, { ...OFFSET, least: 94_700 }]);
  });

  test('follows a drifting clock: after ten seconds the window before counts beside the new one, and no longer', () => {
    const old = { least: 95_000, previous: 94_990, sinceMs: NOW - 10_000 };
    expect(noted(4990, old)[1]).toEqual(old);
    expect(noted(4990, { ...old, sinceMs: NOW - 10_001 })).toEqual([99_990, { least: 95_010, previous: 95_000, sinceMs: NOW }]);
    expect(noted(4990, { least: 95_020, previous: 95_010, sinceMs: NOW })[0]).toBe(NOW);
    expect(noted(4990, { least: 95_020, previous: 94_900, sinceMs: NOW })[0]).toBe(99_890);
  });
});

describe('corrupt lines', () => {
  const row = (bad: number, good: number): readonly boolean[] => [...Array<boolean>(bad).fill(true), ...Array<boolean>(good).fill(false)];

  test('three in a row or five of fifty break the link, and how many is told', () => {
    const corrupt = (link: Partial<LinkState>, more: Partial<BenchState> = {}): Turn => after(live(link, more), takeCorrupt);
    expect(corrupt({ corruptRow: 1, corruptWindow: row(1, 0) })).toMatchObject({ state: { link: { session: 'A1B20007', corruptRow: 2, corruptWindow: [true, true] } }, effects: [] });
    const broken = corrupt({ corruptRow: 2, corruptWindow: row(2, 0) }, { zone: 'critical', restore: restoreWith({}), permit: PERMIT });
    expect(broken.state.trip?.trip.causes).toMatchObject([{ code: 'corrupt-frames', params: { count: 3 } }]);
    expect(problems(broken)).toMatchObject([{ body: { code: 'corrupt-frames', params: { count: 3 } } }]);
    expect(broken.state.link.session).toBeNull();
    expect(corrupt({ corruptWindow: row(4, 20) }).state.link.session).toBeNull();
    expect(corrupt({ corruptWindow: row(3, 20) }).state.link.session).not.toBeNull();
    // The oldest of fifty goes, so four stay.
    expect(corrupt({ corruptWindow: row(4, 46) })).toMatchObject({ state: { link: { session: 'A1B20007' } } });
    expect(corrupt({ corruptWindow: row(4, 46) }).state.link.corruptWindow).toHaveLength(50);
  });

  test('before a session they mean that nothing is understood, said once with the speed', () => {
    const deaf = { session: null, corruptRow: 2 };
    const first = after(live(deaf), takeCorrupt);
    expect(problems(first)).toEqual([{ kind: 'problem-raised', body: { code: 'rig-not-understood', params: { baud: 115_200 } } }]);
    const known = { code: 'rig-not-understood', params: { baud: 1 } } as const;
    expect(after(live({ ...deaf, problem: known }), takeCorrupt).state.link.problem).toBe(known);
    expect(problems(after(live({ ...deaf, problem: { code: 'rig-silent', params: {} } }), takeCorrupt))).toHaveLength(1);
  });

  test('a good line ends the row and counts among the fifty while a corrupt one is among them', () => {
    const good = (link: Partial<LinkState>): Turn['state']['link'] => after(live(link), (turn) => { noteGoodLine(turn, 5000); }).state.link;
    expect(good({ corruptRow: 2, corruptWindow: [true, true] })).toMatchObject({ corruptRow: 0, corruptWindow: [true, true, false] });
    expect(good({ corruptRow: 0, corruptWindow: [false, false] }).corruptWindow).toEqual([false, false]);
    expect(good({ corruptRow: 0, corruptWindow: [true, false] }).corruptWindow).toEqual([true, false, false]);
    expect(good({ corruptWindow: row(1, 49) }).corruptWindow).toEqual(row(0, 50));
    expect(good({ lineReadAtMs: 1 }).lineReadAtMs).toBe(NOW);
  });
});

describe('silence', () => {
  const ticked = (link: Partial<LinkState>, more: Partial<BenchState> = {}): Turn => after(live(link, { tickAtMs: NOW, ...more }), (turn) => { takeTick(turn, 0); });

  test.each([['safe', limits.silenceSafeMs], ['committed', limits.silenceSafeMs], ['critical', limits.silenceCriticalMs]] as const)('in %s counts from when the newest line was made, one millisecond after %i', (zone, ms) => {
    const state = { zone, restore: restoreWith({ established: zone === 'committed' }) };
    expect(ticked({ lineMadeAtMs: NOW - ms }, state).state.link.session).not.toBeNull();
    const silent = ticked({ lineMadeAtMs: NOW - ms - 1 }, state);
    expect(silent.state.link.session).toBeNull();
    expect(problems(silent)).toEqual([{ kind: 'problem-raised', body: { code: 'rig-silent', params: { silentMs: ms + 1 } } }]);
    if (zone === 'critical') expect(silent.state.trip?.trip.causes).toMatchObject([{ code: 'rig-silent', params: { silentMs: 501 } }]);
  });

  test('is none before a session or before its first line', () => {
    expect(ticked({ session: null, lineMadeAtMs: 0, nonce: null }).effects).toEqual([]);
    expect(ticked({ lineMadeAtMs: null }).effects).toEqual([]);
  });

  test('three lines unheard in a row make a rig deaf, each after its own time', () => {
    const free = (ageMs: number, unheard: number): readonly [boolean, LinkState] => {
      const turn = turnOf(live({ unacked: { n: 1, atMs: NOW - ageMs }, unheard }));
      return [freeUnheardLine(turn), turn.state.link];
    };
    expect(free(300, 0)).toMatchObject([false, { unacked: { n: 1 }, unheard: 0 }]);
    expect(free(301, 0)).toMatchObject([false, { unacked: null, unheard: 1 }]);
    expect(free(301, 1)[0]).toBe(false);
    expect(free(301, 2)[0]).toBe(true);
    expect(freeUnheardLine(turnOf(live({ unacked: null, unheard: 5 })))).toBe(false);
    const deaf = ticked({ unacked: { n: 1, atMs: 0 }, unheard: 2, lineMadeAtMs: NOW - 40 });
    expect(problems(deaf)).toEqual([{ kind: 'problem-raised', body: { code: 'rig-deaf', params: { silentMs: 40 } } }]);
    expect(problems(ticked({ unacked: { n: 1, atMs: 0 }, unheard: 2, lineMadeAtMs: null }))).toMatchObject([{ body: { params: { silentMs: 0 } } }]);
  });
});

describe('a guard that stood still', () => {
  const knowing = (more: Partial<BenchState> = {}): BenchState => live({}, {
    tickAtMs: NOW - 500, factsAtMs: NOW, facts: facts(), device: { value: PHONE, agreed: 7 }, power: { value: { verb: 'POWER', tMs: 0, batteryPct: 70, supplyMv: 5000, deviceDc: 250, forceCn: 1 }, agreed: 3 },
    restore: restoreWith({ plan: { value: { kind: 'update', from: '1', to: '2', hash: HASH }, agreed: 5 } }), ...more,
  });

  test('for half a second believes nothing any more, says how long, and shakes hands anew', () => {
    const turn = after(knowing({ frame: { ...liveState().frame, belowHold: 9 } }), noticeStall);
    expect(turn.state).toMatchObject({ tickAtMs: NOW, factsAtMs: null, power: null, frame: { samples: [], belowHold: 0 }, device: { value: PHONE, agreed: 0 }, restore: { plan: { agreed: 0 } }, link: { session: null } });
    expect(recordsOf(turn)[0]).toEqual({ kind: 'guard-stalled', body: { stalledMs: 500, kind: 'late' } });
    expect(after(knowing({ tickAtMs: NOW - 499 }), noticeStall)).toMatchObject({ effects: [], state: { tickAtMs: NOW, factsAtMs: NOW } });
    expect(after(knowing({ tickAtMs: null }), noticeStall).effects).toEqual([]);
  });

  test('with nobody on the bench and without a plan forgets as much, and trips only in critical', () => {
    expect(after(knowing({ device: null, restore: restoreWith({}) }), noticeStall).state).toMatchObject({ device: null, restore: { plan: null }, trip: null });
    expect(after(knowing({ device: null, restore: null }), noticeStall).state).toMatchObject({ restore: null, trip: null });
    expect(after(knowing({ zone: 'critical', permit: PERMIT }), noticeStall).state.trip?.trip.causes).toMatchObject([{ code: 'bridge-stalled', params: { stalledMs: 500 } }]);
    const gone = knowing();
    expect(did(after({ ...gone, link: { ...gone.link, session: null } }, noticeStall))).not.toContain('write-line');
    const slept = after(knowing({ tickAtMs: NOW }), (turn) => { takeTick(turn, 1000); });
    expect(recordsOf(slept)[0]).toEqual({ kind: 'guard-stalled', body: { stalledMs: 1000, kind: 'slept' } });
    expect(recordsOf(after(knowing({ tickAtMs: NOW }), (turn) => { takeTick(turn, 999); }))).toEqual([]);
  });
});

describe('a port that is gone', () => {
  test('loses the permit and in critical trips, with its path; where nobody was heard and nothing runs it says nothing', () => {
    const closed = (state: BenchState): Turn => after(state, takePortClosed);
    const critical = closed(live({}, { zone: 'critical', restore: restoreWith({}), permit: PERMIT }));
    expect(critical.state.trip?.trip.causes).toMatchObject([{ code: 'port-lost', params: { path: '/dev/rig' } }]);
    expect(critical.state).toMatchObject({ beat: null, beatBefore: null, link: { open: false, session: null, nonce: null, helloAtMs: null, unacked: null, lineMadeAtMs: null, offset: null } });
    expect(closed(live({ session: null }, { zone: 'critical', restore: restoreWith({}) })).state.trip).not.toBeNull();
    const lost = recordsOf(closed(live({}, { permit: PERMIT, mode: 'permitted' })));
    expect(lost).toContainEqual({ kind: 'permit-dropped', body: { restoreId: RESTORE, point: 'write', why: 'port-lost' } });
    expect(closed(live()).state.mode).toBe('offline');
    expect(closed(live({}, { trip: tripWith(), mode: 'tripped' })).state.mode).toBe('tripped');
  });
});

describe('the device beside its chassis', () => {
  const reading = (deviceDc: number, atMs = NOW): Reading => ({ atMs, deviceDc, forceCn: 1 });
  const power = { verb: 'POWER' as const, tMs: 0, deviceDc: 300, forceCn: 7, batteryPct: null, supplyMv: 5000 };

  test('the newest two readings, one a second for the rise, and the last battery that was read', () => {
    const before = { ...NO_WATCH, last: [reading(1), reading(2)], warmth: [reading(3, NOW - 30_001), reading(4, NOW - 30_000), reading(5, NOW - 900)], batteryPct: 55 };
    const next = watchPower(before, power, NOW, limits);
    expect(next.last).toEqual([reading(2), { atMs: NOW, deviceDc: 300, forceCn: 7 }]);
    expect(next.warmth.map((one) => one.deviceDc)).toEqual([4, 5, 300]);
    expect(next.batteryPct).toBe(55);
    const soon = watchPower({ ...before, warmth: [reading(5, NOW - 1500), reading(6, NOW - 899)] }, { ...power, batteryPct: 60 }, NOW, limits);
    expect(soon.warmth.map((one) => one.deviceDc)).toEqual([5, 6]);
    expect(soon.batteryPct).toBe(60);
    expect(NO_WATCH).toEqual({ last: [], warmth: [], batteryPct: null, locked: null, hubs: null, storageErrors: false, usb: { gone: null, backAtMs: null, drops: 0 }, dipAtMs: null });
  });

  test('rise and warmth are medians of three; with less nothing is known', () => {
    const of = (...dc: readonly number[]) => ({ ...NO_WATCH, warmth: dc.map((one) => reading(one)) });
    expect([riseDc(of(300, 310)), steadyDc(of(300, 310)), riseDc(of(300, 300, 900)), steadyDc(of(300, 300, 900))]).toEqual([0, 0, 0, 300]);
    expect([riseDc(of(300, 320, 310, 350, 360)), steadyDc(of(300, 320, 310, 350, 360))]).toEqual([40, 350]);
    expect([riseDc(of(400, 390, 380, 300, 290, 280)), riseDc(of(300, 290, 310, 400, 401, 402))]).toEqual([0, 101]);
  });

  test('lock and hubs are taken from the device, and nothing else is', () => {
    const device = { verb: 'DEVICE', tMs: 0, model: 'X', serial: null, ecid: null, imei: null, locked: true, hubs: 2 } as const;
    expect(watchDevice(NO_WATCH, device)).toEqual({ ...NO_WATCH, locked: true, hubs: 2 });
    expect(watchDevice({ ...NO_WATCH, locked: true, hubs: 1 }, device)).toMatchObject({ locked: true, hubs: 2 });
    expect(watchDevice({ ...NO_WATCH, locked: false, hubs: 2 }, device)).toMatchObject({ locked: true, hubs: 2 });
  });

  test('a disconnect is a fault where no phase explains it, and a late return once', () => {
    const gone = watchUsbGone(NO_WATCH, 'write', NOW);
    expect(gone.usb).toEqual({ gone: { atMs: NOW, dueAtMs: NOW }, backAtMs: null, drops: 1 });
    expect(watchUsbGone(gone, 'write', NOW + 5)).toBe(gone);
    const explained = watchUsbGone({ ...NO_WATCH, usb: { gone: null, backAtMs: 4, drops: 2 } }, 'recovery', NOW);
    expect(explained.usb).toEqual({ gone: { atMs: NOW, dueAtMs: NOW + 60_000 }, backAtMs: null, drops: 2 });
    expect(watchUsbBack(explained, NOW + 60_000).usb).toEqual({ gone: null, backAtMs: null, drops: 2 });
    expect(watchUsbBack(explained, NOW + 60_001).usb).toEqual({ gone: null, backAtMs: NOW + 60_001, drops: 3 });
    expect(watchUsbBack(gone, NOW + 1).usb).toEqual({ gone: null, backAtMs: NOW + 1, drops: 1 });
    expect(watchUsbBack(NO_WATCH, NOW)).toBe(NO_WATCH);
  });

  test.each<[string | null, Partial<UsbState>]>([
    [null, {}], [null, { gone: { atMs: 0, dueAtMs: NOW + 1 } }], ['late', { gone: { atMs: 0, dueAtMs: NOW } }], ['gone', { gone: { atMs: NOW, dueAtMs: NOW } }],
    ['often', { drops: 3 }], [null, { drops: 2 }], ['settling', { backAtMs: NOW - 4999 }], [null, { backAtMs: NOW - 5000 }],
  ])('the bus is %s', (why, usb) => {
    expect(usbTrouble({ ...NO_WATCH, usb: { ...NO_WATCH.usb, ...usb } }, NOW, limits)).toBe(why);
  });
});

describe('a heartbeat', () => {
  const heard = (state: BenchState, beat: Partial<Heartbeat>): Turn => after(state, (turn) => { takeHeartbeat(turn, beatOf(beat), 9); });

  test('after a new session that says that nobody is seated takes the device away only at the second one', () => {
    const device = { value: PHONE, agreed: 3 };
    const once = heard(live({}, { beat: null, device }), { seated: false });
    expect(once.state.device).toEqual({ value: PHONE, agreed: 0 });
    const twice = heard(once.state, { seated: false });
    expect(twice.state.device).toBeNull();
    expect(recordsOf(twice)).toContainEqual({ kind: 'device-left', body: {} });
  });

  const open = { restore: restoreWith({ established: true, permitted: 'write' }), zone: 'committed', mode: 'tripped' } as const;
  const PAST: Partial<Heartbeat> = { phase: 'write', zone: 'committed', restore: RESTORE };

  test.each(['not-confirmed', 'not-written'] as const)('past the point takes back what a stop that is %s asked of people', (state) => {
    const turn = heard(live({}, { ...open, trip: tripWith({ operator: 'pull-device' }, { state }, { stopWanted: true, call: 'pull-device' }) }), PAST);
    expect(turn.state.trip).toMatchObject({ stopWanted: false, trip: { operator: 'keep-cable', receipt: { state: 'too-late' } } });
  });

  test('that announces an erase gets a stop of its own after one that came too late, and no other phase does', () => {
    const late = tripWith({}, { answer: 'too-late', state: 'too-late' }, { answerTMs: 1 });
    const restore = restoreWith({ permitted: 'write', eraseSeen: true });
    const turn = heard(live({}, { ...open, restore, zone: 'critical', trip: late }), { phase: 'erase-next', zone: 'critical', restore: RESTORE });
    expect(did(turn)).toContain('stop-restore');
    expect(turn.state.trip?.trip.earlierIds).toEqual([ID]);
    expect(did(heard(live({}, { ...open, restore, zone: 'critical', trip: late }), { phase: 'start', zone: 'critical', restore: RESTORE }))).not.toContain('stop-restore');
  });

  test('of another restore on the locked bench gets one stop of its own', () => {
    const other = { ...open, restore: restoreWith({ id: '00070002' }), zone: 'safe' as const };
    const over = (more: Parameters<typeof tripWith>[2] = {}, receipt: Parameters<typeof tripWith>[1] = {}) => tripWith({}, { answer: 'too-late', state: 'too-late', ...receipt }, more);
    const next: Partial<Heartbeat> = { phase: 'unpack', restore: '00070002' };
    expect(did(heard(live({}, { ...other, trip: over() }), next))).toContain('stop-restore');
    expect(did(heard(live({}, { ...other, trip: over({ alsoStopped: '00070002' }) }), next))).not.toContain('stop-restore');
    expect(did(heard(live({}, { ...other, trip: over({}, { answer: 'none', state: 'pending' }) }), next))).not.toContain('stop-restore');
    expect(did(heard(live({}, { ...other, trip: over() }), { ...next, latch: 'X' }))).not.toContain('stop-restore');
  });
});

/**
 * Benches in every state a page must show, made by hand from the contract's types: made-up devices, virtual rigs. They
 * are inputs of tests and of the played server, never product data.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { DrillRecord, DrillStatus } from '../../firmware-bridge/contract/drill.ts';
import { PERMISSIVES } from '../../firmware-bridge/contract/interlock.ts';
import type { Permissive } from '../../firmware-bridge/contract/interlock.ts';
import type { Receipt } from '../../firmware-bridge/contract/receipt.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import type { BenchView } from '../../server/contract/live.ts';

export const AT_ISO = '2026-11-23T14:32:08.000Z';

const straight = [-40, 12, 44, 20, -36];
const bent = [-182, 40, 230, 84, -172];

export const measured = (leftUm: readonly number[], holdAtUm = 300): BenchStatus['frame'] => {
  const deviationUm = Math.max(...leftUm) - Math.min(...leftUm);
  return {
    verdict: deviationUm >= holdAtUm ? 'hold' : 'pass', fault: null, deviationUm, edge: 'left', holdAtUm, limitUm: 400, uncertaintyUm: 100,
    leftUm: [...leftUm], rightUm: [-30, 8, 38, 18, -34], spanMm: 147, fixture: 'F2', ageMs: 60,
  };
};

/** Each metric beside its limits, as a fixture with a middle row tells it. */
export const metricsOf = (edgeUm: number, planeUm: number | null, twistUm: number): NonNullable<BenchStatus['frame']['metrics']> => {
  const verdictOf = (um: number, noRestoreAtUm: number) => (um >= noRestoreAtUm ? 'no-restore' as const : um >= 300 ? 'hold' as const : um >= 250 ? 'review' as const : 'pass' as const);
  const one = (metric: 'edge' | 'plane' | 'twist', valueUm: number | null, noRestoreAtUm: number) =>
    ({ metric, valueUm, holdAtUm: 300, limitUm: 400, noRestoreAtUm, verdict: valueUm === null ? null : verdictOf(valueUm, noRestoreAtUm) });
  return [one('edge', edgeUm, 1000), one('plane', planeUm, 1000), one('twist', twistUm, 600)];
};

export const permissives = (missing: Partial<Record<Permissive, Record<string, string | number | boolean>>> = {}): BenchStatus['permissives'] =>
  PERMISSIVES.map((id) => ({ id, ok: !(id in missing), detail: missing[id] ?? {} }));

export const phone = (model: string): NonNullable<BenchStatus['device']> => ({ model, serial: 'F17DK0XA0DXR', ecid: '00184D2A3C90802E', imei: '353012110000001' });

export const drillRecord = (change: Partial<DrillRecord> = {}): DrillRecord => ({
  drillId: '5C1E77A90007', rig: 'VIRTUAL-1', atIso: AT_ISO, passed: true, why: null, times: { writtenAfterUs: 140, answeredAfterUs: 980 },
  by: { kind: 'bridge', name: 'store14-bench-1' }, scheduled: true, ...change,
});

function drilled(change: Partial<DrillStatus> = {}): DrillStatus {
  return { state: 'passed', blockedBy: [], everyH: 24, passedAgeMs: 7_200_000, last: drillRecord(), ...change };
}

const ready: BenchStatus = {
  v: 1, bench: 'bench-1', name: 'Bench 1', bootId: 'boot', sentAtMs: 1000, virtual: true, mode: 'inhibited', zone: 'safe',
  committedEstablished: false, inDoubt: false, protection: 'full', problem: null,
  link: { path: '/dev/serial/by-id/rig-1', open: true, lastFrameAgeMs: 40, nextTryInMs: null, attempts: 0, corruptRecent: 0, missedTotal: 0 },
  rig: { serial: 'VIRTUAL-1', model: 'RB-4', firmware: '2.4.1' }, device: null, seated: false, restore: null,
  frame: { ...measured(straight), verdict: 'cannot-measure', fault: 'no-sample', deviationUm: null, edge: null, leftUm: [], rightUm: [] },
  power: { batteryPct: null, supplyMv: 5060, deviceDc: 238, forceCn: 0 },
  permissives: permissives({ 'device-steady': {}, 'frame-measured': { verdict: 'cannot-measure' }, 'plan-allowed': {} }),
  permit: null, trip: null, reset: { possible: false, blockedBy: ['no-trip'], needsTwoPeople: false }, holds: { ageMs: 4000, version: 7 }, drill: drilled(), service: { out: null, returnBlockedBy: ['not-out-of-service'] }, stallWorstMs: 3,
};

export const made = (id: number, change: Partial<BenchStatus> = {}): BenchStatus => ({
  ...ready, bench: `bench-${id}`, name: `Bench ${id}`, rig: { serial: `VIRTUAL-${id}`, model: 'RB-4', firmware: '2.4.1' }, ...change,
});

const restore = (change: Partial<NonNullable<BenchStatus['restore']>> = {}): NonNullable<BenchStatus['restore']> => ({
  id: '00070001', phase: 'unpack', pct: 57, gate: 'none', next: 'write', nextInMs: 184_000, plan: { kind: 'update', from: '26.1', to: '26.2', hash: '5D0C9E11' }, ...change,
});

const seated = { seated: true, frame: measured(straight), power: { batteryPct: 71, supplyMv: 5060, deviceDc: 287, forceCn: 110, limits: { batteryMinPct: 50, deviceHotDc: 500, forceMaxCn: 1000 } }, permissives: permissives() };

export const receipt = (change: Partial<Receipt> = {}): Receipt => ({
  stopId: '5C1E77A90001', writtenAfterUs: 180, acknowledgedAfterUs: 910, seenStoppedAfterUs: 2400, answer: 'stopped', answerPhase: 'unpack', answerZone: 'safe',
  rigTMs: 9033, rung: 1, writes: 1, state: 'confirmed', witness: 'rig-only', ...change,
});

export const trip = (change: Partial<Trip> = {}): Trip => ({
  id: '5C1E77A90001', atIso: AT_ISO, restoreId: '00070001', phase: 'unpack', zone: 'safe',
  causes: [{ code: 'device-frame-bent', params: { edge: 'left', deviationUm: 412, holdAtUm: 300, limitUm: 400, uncertaintyUm: 100 }, atIso: AT_ISO, cleared: false }],
  inDoubt: false, outcome: 'intact', eraseArmed: false, dataAtStake: false, beforePointMs: 41_000, receipt: receipt(), operator: 'nothing', recovered: false, ...change,
});

const tripped = { ...seated, mode: 'tripped' as const, reset: { possible: false, blockedBy: ['cause-not-cleared' as const], needsTwoPeople: false } };

/** Every state by name. */
export const benches = {
  ready: (id: number) => made(id),
  running: (id: number) => made(id, { ...seated, mode: 'permitted', device: phone('iPhone 12'), restore: restore(), permit: { point: 'write', restore: '00070001' } }),
  waiting: (id: number) => made(id, {
    ...seated, device: phone('iPhone 13'), power: { batteryPct: 31, supplyMv: 5060, deviceDc: 287, forceCn: 110 },
    permissives: permissives({ 'plan-allowed': {}, 'power-fine': { pct: 31, neededPct: 50 } }),
  }),
  measuredAgain: (id: number) => made(id, {
    ...seated, device: phone('iPhone 12'),
    frame: {
      ...measured([-120, 20, 134, 60, -94]), verdict: 'review', metrics: metricsOf(254, 271, 31), decidedBy: 'plane',
      remeasure: { count: 1, needed: 3, turned: false, differUm: null, next: 'turn', forgottenInMs: null },
    },
    permissives: permissives({
      'plan-allowed': {}, 'frame-measured': { verdict: 'review', metric: 'plane', deviationUm: 271, holdAtUm: 300, measured: 1, times: 3, turned: false, next: 'turn' },
    }),
  }),
  twisted: (id: number) => made(id, {
    ...tripped, device: phone('iPhone 13'), frame: { ...measured(straight), verdict: 'hold', metrics: metricsOf(84, null, 506), decidedBy: 'twist' },
    trip: trip({ causes: [{ code: 'device-frame-bent', params: { metric: 'twist', deviationUm: 506, holdAtUm: 300, limitUm: 400, uncertaintyUm: 100 }, atIso: AT_ISO, cleared: false }] }),
  }),
  waitingAtGate: (id: number) => made(id, {
    ...seated, device: phone('iPhone 13'), restore: restore({ phase: 'recovery', pct: 100, gate: 'write', nextInMs: null }),
    permissives: permissives({ 'holds-known': { ageMs: 64_000 } }),
  }),
  committed: (id: number) => made(id, {
    ...seated, mode: 'permitted', zone: 'committed', committedEstablished: true, device: phone('Pixel 8'), permit: { point: 'write', restore: '00070001' },
    restore: restore({ phase: 'write', pct: 58, next: 'none', nextInMs: null }),
  }),
  stopped: (id: number) => made(id, { ...tripped, device: phone('iPhone 11'), frame: measured(bent), trip: trip() }),
  stoppedByHand: (id: number) => made(id, {
    ...tripped, device: phone('Galaxy S23'), reset: { possible: true, blockedBy: [], needsTwoPeople: true },
    trip: trip({ causes: [{ code: 'operator-stop', params: {}, atIso: AT_ISO, cleared: true }], dataAtStake: true }),
  }),
  notConfirmed: (id: number) => made(id, {
    ...tripped, zone: 'critical', device: phone('iPhone 14'), restore: restore({ phase: 'start', pct: 40, nextInMs: 2000 }),
    trip: trip({
      zone: 'critical', phase: 'start', outcome: 'unknown', beforePointMs: 2000, operator: 'pull-device',
      causes: [{ code: 'rig-silent', params: { silentMs: 512 }, atIso: AT_ISO, cleared: false }],
      receipt: receipt({ state: 'not-confirmed', answer: 'none', acknowledgedAfterUs: null, seenStoppedAfterUs: null, rung: 4, writes: 4 }),
    }),
  }),
  tooLateTrip: (id: number) => made(id, {
    ...tripped, zone: 'committed', committedEstablished: true, device: phone('Pixel 8'), restore: restore({ phase: 'write', pct: 22, next: 'none', nextInMs: null }),
    trip: trip({
      zone: 'committed', phase: 'write', outcome: 'unknown', beforePointMs: null, operator: 'keep-cable',
      causes: [{ code: 'stop-button', params: {}, atIso: AT_ISO, cleared: false }],
      receipt: receipt({ state: 'too-late', answer: 'too-late', seenStoppedAfterUs: null }),
    }),
  }),
  outOfService: (id: number) => made(id, {
    service: { out: { by: { kind: 'unverified-name', name: 'Ada Byron' }, reason: 'the probe press sticks', atIso: AT_ISO, drilled: false }, returnBlockedBy: ['drill-needed'] },
    permissives: permissives({ 'device-steady': {}, 'frame-measured': { verdict: 'cannot-measure' }, 'plan-allowed': {}, 'in-service': { name: 'Ada Byron', reason: 'the probe press sticks' } }),
  }),
  drillOverdue: (id: number) => made(id, { drill: drilled({ state: 'overdue', passedAgeMs: 31 * 3_600_000 }) }),
  drillFailed: (id: number) => made(id, {
    ...seated, device: phone('iPhone 13'),
    drill: drilled({ state: 'failed', blockedBy: ['device-seated'], last: drillRecord({ passed: false, why: 'late', times: { writtenAfterUs: 160, answeredAfterUs: 91_000 } }) }),
  }),
  unplugged: (id: number) => made(id, {
    ...seated, mode: 'offline', protection: 'none', device: phone('iPhone 12'), frame: measured([-50, 20, 70, 30, -50]),
    problem: { code: 'port-lost', params: { path: '/dev/serial/by-id/rig-6' } },
    link: { path: '/dev/serial/by-id/rig-6', open: false, lastFrameAgeMs: 14_000, nextTryInMs: 4000, attempts: 3, corruptRecent: 0, missedTotal: 4 },
  }),
} satisfies Record<string, (id: number) => BenchStatus>;

export const viewOf = (status: BenchStatus, change: Partial<BenchView> = {}): BenchView => ({
  id: status.bench, name: status.name, status, ageMs: 60, bridgeConnected: true, ...change,
});

/** Makes evidence, trips and bench statuses for tests: complete, valid, and different only where a test says so. */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { Evidence } from '../../firmware-bridge/contract/evidence.ts';
import type { Receipt } from '../../firmware-bridge/contract/receipt.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import type { StoredEvidence } from '../../server/contract/live.ts';
import type { BenchPoint } from '../../server/domain/roll-up.ts';
import { uuid7 } from '../../server/domain/uuid7.ts';

export const AT_ISO = '2026-11-23T10:00:00.000Z';
export const DEVICE = { model: 'Virtual phone', serial: 'VIRTUALSERIAL', ecid: null, imei: null };

export function madeReceipt(stopId: string, differs: Partial<Receipt> = {}): Receipt {
  return {
    stopId, writtenAfterUs: null, acknowledgedAfterUs: null, seenStoppedAfterUs: null, answer: 'none', answerPhase: null, answerZone: null,
    rigTMs: null, rung: 1, writes: 1, state: 'pending', witness: 'rig-only', ...differs,
  };
}

export function madeTrip(stopId: string, differs: Partial<Trip> = {}): Trip {
  return {
    id: stopId, atIso: AT_ISO, restoreId: 'R1', phase: 'start', zone: 'critical',
    causes: [{ code: 'device-frame-bent', params: { deviationUm: 412 }, atIso: AT_ISO, cleared: false }],
    inDoubt: false, outcome: 'unknown', eraseArmed: false, dataAtStake: false, beforePointMs: 900, receipt: madeReceipt(stopId),
    operator: 'nothing', recovered: false, ...differs,
  };
}

/** The id depends on the number, so that a report made twice is the same report. */
export function madeEvent(seq: number, kind: string, body: Record<string, unknown>, differs: Partial<Evidence> = {}): Evidence {
  const bootId = differs.bootId ?? 'boot-1';
  const salt = [...bootId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return {
    v: 1, id: uuid7(salt * 1000 + seq, new Uint8Array(10).fill(seq % 256)), kind, bench: 'bench-1', seq, bridge: 'bridge-1', bootId, atMs: seq * 10,
    atIso: new Date(Date.parse(AT_ISO) + seq * 10).toISOString(), actor: { kind: 'bridge', name: 'bridge-1' }, body, ...differs,
  };
}

export const stored = (event: Evidence, id: number): StoredEvidence => ({ id, receivedAtIso: AT_ISO, event });

/** The whole life of one stop as one bridge reports it. */
export function lifeOfAStop(stopId: string, rig: string, firstSeq: number, reset = true): Evidence[] {
  const acknowledged = madeReceipt(stopId, { writtenAfterUs: 200, acknowledgedAfterUs: 900, answer: 'stopped', answerPhase: 'start', answerZone: 'critical', rigTMs: 5000, state: 'pending' });
  const seen = { ...acknowledged, seenStoppedAfterUs: 90_000, state: 'confirmed' as const };
  const events = [
    madeEvent(firstSeq, 'tripped', { rig, device: DEVICE, trip: madeTrip(stopId) }),
    madeEvent(firstSeq + 1, 'receipt-changed', { rig, trip: madeTrip(stopId, { receipt: acknowledged }) }),
    madeEvent(firstSeq + 2, 'receipt-changed', { rig, trip: madeTrip(stopId, { receipt: seen, outcome: 'intact' }) }),
  ];
  const done = madeEvent(firstSeq + 3, 'reset-done', { rig, tripId: stopId, reason: 'looked at it', second: null }, { actor: { kind: 'unverified-name', name: 'Technician' } });
  return reset ? [...events, done] : events;
}

export function madeStatus(bench: string, differs: Partial<BenchStatus> = {}): BenchStatus {
  return {
    v: 1, bench, name: `Bench ${bench}`, bootId: 'boot-1', sentAtMs: 1000, virtual: true, mode: 'inhibited', zone: 'safe', committedEstablished: false,
    inDoubt: false, protection: 'full', problem: null,
    link: { path: '/dev/ttyVIRTUAL', open: true, lastFrameAgeMs: 20, nextTryInMs: null, attempts: 0, corruptRecent: 0, missedTotal: 0 },
    rig: { serial: 'VIRTUAL-1', model: 'Virtual rig', firmware: '1.0' }, device: DEVICE, seated: true,
    restore: { id: 'R1', phase: 'prepare', pct: 12, gate: 'none', next: 'write', nextInMs: 9000, plan: { kind: 'update', from: '17.1', to: '17.2', hash: 'ABCD' } },
    frame: {
      verdict: 'pass', fault: null, deviationUm: 120, edge: 'left', holdAtUm: 300, limitUm: 350, uncertaintyUm: 50,
      leftUm: [10, -20, 120, 4, 9], rightUm: [1, 2, 3, 4, 5], spanMm: 140, fixture: 'F1', ageMs: 30,
    },
    power: { batteryPct: 80, supplyMv: 5000, deviceDc: 281, forceCn: 120 },
    permissives: ['link-live', 'rig-accepted', 'device-steady', 'frame-measured', 'plan-allowed', 'power-fine', 'not-held', 'holds-known', 'device-alone', 'can-record']
      .map((id) => ({ id: id as BenchStatus['permissives'][number]['id'], ok: true, detail: {} })),
    permit: null, trip: null, reset: { possible: false, blockedBy: ['no-trip'], needsTwoPeople: false }, holds: { ageMs: 100, version: 1 }, stallWorstMs: 3, ...differs,
  };
}

/** One sample, rolled up: nothing measured but the battery. */
export const madePoint = (bench: string, atMs: number, differs: Partial<BenchPoint> = {}): BenchPoint => ({
  bench, atMs, deviationMinUm: null, deviationMaxUm: null, deviationLastUm: null, batteryMinPct: 50, batteryMaxPct: 50, batteryLastPct: 50,
  forceMinCn: null, forceMaxCn: null, forceLastCn: null, deviceMinDc: null, deviceMaxDc: null, deviceLastDc: null, probes: null, samples: 1, ...differs,
});

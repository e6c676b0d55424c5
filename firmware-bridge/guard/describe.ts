/** The bench as others see it: ages instead of times, null where nothing is known. */
import type { BenchStatus } from '../contract/bench-status.ts';
import { measureChassis } from './chassis.ts';
import { describeDrill } from './drill-schedule.ts';
import { BAUD_FULL_PROTECTION } from './limits.ts';
import { judgePermissives } from './permissives.ts';
import { needsTwoPeople, resetBlocks } from './reset.ts';
import { describeServiceState } from './lock-out.ts';
import { carriedCount, unconfirmed } from './facts.ts';
import type { BenchState } from './state.ts';

export interface Speaker {
  readonly bootId: string;
  readonly stallWorstMs: number;
}

export function describeBench(state: BenchState, nowMs: number, wallMs: number, speaker: Speaker): BenchStatus {
  const { setup, link } = state;
  const age = (atMs: number | null): number | null => (atMs === null ? null : Math.max(0, Math.round(nowMs - atMs)));
  const blockedBy = resetBlocks(state);
  return {
    v: 1, bench: setup.bench, name: setup.name, bootId: speaker.bootId, sentAtMs: Math.round(nowMs), virtual: setup.virtual,
    mode: state.mode, zone: state.zone, committedEstablished: state.restore?.established ?? false, inDoubt: state.inDoubt,
    protection: link.session === null || state.beat === null ? 'none' : setup.baud < BAUD_FULL_PROTECTION ? 'stop-and-confirm' : 'full',
    problem: link.problem ?? state.recordProblem ?? unconfirmed(state) ?? state.wireProblem,
    link: {
      path: setup.path, foundPath: link.path, open: link.open, lastFrameAgeMs: age(link.lineMadeAtMs ?? link.lineReadAtMs),
      nextTryInMs: link.nextTryAtMs === null ? null : Math.max(0, Math.round(link.nextTryAtMs - nowMs)), attempts: link.attempts,
      corruptRecent: link.corruptWindow.filter((corrupt) => corrupt).length, missedTotal: link.missedTotal,
    },
    rig: state.rig === null ? null : { serial: state.rig.serial, model: state.rig.model, firmware: state.rig.firmware },
    device: state.device?.value ?? null,
    seated: state.seated,
    restore: describeRestore(state, nowMs),
    frame: measureChassis(state, nowMs),
    power: state.power === null ? null : {
      batteryPct: state.power.value.batteryPct, supplyMv: state.power.value.supplyMv, deviceDc: state.power.value.deviceDc,
      forceCn: state.power.value.forceCn,
      limits: { batteryMinPct: setup.limits.batteryMinPct, deviceHotDc: setup.limits.deviceHotDc, forceMaxCn: setup.limits.forceMaxCn },
    },
    permissives: judgePermissives(state, nowMs, wallMs).map((one) => ({ ...one })),
    permit: state.permit === null ? null : { point: state.permit.point, restore: state.permit.restore },
    trip: state.trip?.trip ?? null,
    reset: { possible: blockedBy.length === 0, blockedBy: [...blockedBy], needsTwoPeople: needsTwoPeople(state) },
    holds: { ageMs: age(state.factsAtMs), version: state.facts?.version ?? null, carried: carriedCount(state) },
    drill: describeDrill(state, wallMs), service: describeServiceState(state),
    stallWorstMs: Math.round(speaker.stallWorstMs),
  };
}

function describeRestore(state: BenchState, nowMs: number): BenchStatus['restore'] {
  const { restore, beat } = state;
  if (restore === null) return null;
  const progress = restore.progress;
  const madeAtMs = state.link.offset === null || progress === null ? null : progress.tMs + Math.min(state.link.offset.least, state.link.offset.previous);
  const elapsedMs = madeAtMs === null ? 0 : Math.max(0, nowMs - madeAtMs);
  return {
    id: restore.id, phase: beat?.phase ?? state.lastPhase, pct: progress?.pct ?? null, gate: beat?.gate ?? 'none', next: progress?.next ?? 'none',
    nextInMs: progress?.nextMs === undefined || progress.nextMs === null ? null : Math.max(0, Math.round(progress.nextMs - elapsedMs)),
    plan: restore.plan?.value ?? null,
  };
}

/**
 * What the rig reports by itself and when: banner, heartbeats and the periodic lines. Pure; a report that is late is
 * sent once, never caught up in a burst.
 */
import { progressOf } from './restore.ts';
import { beatKey, say, sayBeat, sayBoot, sayDevice, sayFixture, sayLatch, sayPlan, sayPower, sayProbe, sayWelcome } from './say.ts';
import type { RigDraft } from './rig-state.ts';

const BOOT_PERIOD_MS = 1000;
const BEAT_PERIOD_MS = 100;
/** A little under the second that PROTOCOL.md §8 allows, so that a late tick still keeps it. */
const REPORT_PERIOD_MS = 900;
const POWER_PERIOD_MS = 500;
/** The second DEVICE or PLAN after a new one. Source: PROTOCOL.md §8, within 200 ms. */
const REPEAT_MS = 100;

const nextDue = (dueMs: number, nowMs: number, periodMs: number): number =>
  dueMs + periodMs > nowMs ? dueMs + periodMs : nowMs + periodMs;

function sayProgress(rig: RigDraft): void {
  if (rig.restore === null) return;
  const { pct, next, nextMs } = progressOf(rig, rig.restore);
  say(rig, 'PROGRESS', { restore: rig.restore.id, pct: String(pct), next, ...(nextMs === null ? {} : { next_ms: String(nextMs) }) });
  rig.progressSaid = progressKey(rig);
}

function progressKey(rig: RigDraft): string {
  if (rig.restore === null) return '';
  const { pct, next } = progressOf(rig, rig.restore);
  return `${rig.restore.id} ${rig.restore.phase} ${pct} ${next}`;
}

/** The greeting: everything a host has to know, in the order of PROTOCOL.md §4. */
export function greet(rig: RigDraft): void {
  const { nowMs } = rig;
  sayWelcome(rig);
  if (rig.memory.latch !== null) sayLatch(rig, rig.memory.latch);
  sayFixture(rig);
  sayDevice(rig);
  sayPlan(rig);
  sayBeat(rig);
  rig.due = {
    ...rig.due, beat: nowMs + BEAT_PERIOD_MS, fixture: nowMs + REPORT_PERIOD_MS, device: nowMs + REPEAT_MS, plan: nowMs + REPEAT_MS,
    progress: nowMs, power: nowMs, probe: nowMs,
  };
}

/** A heartbeat at once when one of its words changed; between a CAN and its STOP line the answer and ENDED go first. */
export function beatOnChange(rig: RigDraft): void {
  if (rig.unnamed === null && rig.session !== null && rig.beatSaid !== beatKey(rig)) sayBeat(rig);
}

export function reportDue(rig: RigDraft): void {
  const { nowMs } = rig;
  if (rig.session === null) {
    if (nowMs >= rig.due.boot) {
      sayBoot(rig);
      rig.due = { ...rig.due, boot: nextDue(rig.due.boot, nowMs, BOOT_PERIOD_MS) };
    }
    return;
  }
  const due = { ...rig.due };
  if (rig.unnamed === null && nowMs >= due.beat) {
    sayBeat(rig);
    due.beat = nextDue(due.beat, nowMs, BEAT_PERIOD_MS);
  }
  if (nowMs >= due.fixture) {
    sayFixture(rig);
    due.fixture = nowMs + REPORT_PERIOD_MS;
  }
  if (rig.device !== null && nowMs >= due.device) {
    sayDevice(rig);
    due.device = nowMs + REPORT_PERIOD_MS;
  }
  if (nowMs >= due.power) {
    sayPower(rig);
    due.power = nowMs + POWER_PERIOD_MS;
  }
  if (rig.device !== null && nowMs >= due.probe) {
    sayProbe(rig);
    due.probe = nextDue(due.probe, nowMs, rig.fixture.periodMs);
  }
  rig.due = due;
  reportRestore(rig);
}

function reportRestore(rig: RigDraft): void {
  if (rig.restore === null) return;
  const { nowMs } = rig;
  if (nowMs >= rig.due.plan) {
    sayPlan(rig);
    rig.due = { ...rig.due, plan: nowMs + REPORT_PERIOD_MS };
  }
  const phaseSaid = rig.progressSaid.startsWith(`${rig.restore.id} ${rig.restore.phase} `);
  const changed = rig.progressSaid !== progressKey(rig);
  const lastMs = rig.due.progress - REPORT_PERIOD_MS;
  if (nowMs >= rig.due.progress || !phaseSaid || (changed && nowMs >= lastMs + BEAT_PERIOD_MS)) {
    sayProgress(rig);
    rig.due = { ...rig.due, progress: nowMs + REPORT_PERIOD_MS };
  }
}

/** A new device or plan is said at once and again soon: the host believes two that agree. */
export function sayTwice(rig: RigDraft, what: 'device' | 'plan'): void {
  if (what === 'device') sayDevice(rig);
  else sayPlan(rig);
  rig.due = { ...rig.due, [what]: rig.nowMs + REPEAT_MS };
}

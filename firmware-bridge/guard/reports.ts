/** What the rig reports besides its heartbeat: device, plan, fixture, probes, power, events. Tightens at once, loosens slowly. */
import type { Device, Fixture, Middle, PlanReport, Power, Probe, Progress, RigEvent } from '../wire/rig-message.ts';
import type { DeviceIdentity, Plan } from '../contract/bench-status.ts';
import { isPersonCause, type CauseCode } from '../contract/causes.ts';
import type { Zone } from '../contract/interlock.ts';
import { isDifferentDevice, isSameDevice, mergeIdentity } from './device.ts';
import { limitsInForce, noteModel } from './device-limits.ts';
import { takeFixture, takeMiddle, takeProbe } from './frame-rule.ts';
import { loseBecause } from './permit.ts';
import { noteMeasurement } from './remeasure.ts';
import { openRestore } from './restore.ts';
import { applyRules } from './rules.ts';
import { NO_FRAME } from './frame-state.ts';
import { confirm, type Confirmed } from './state.ts';
import { raise } from './trip.ts';
import { keepLatch, put, record, rigActor, type Turn } from './turn.ts';
import { NO_WATCH, watchDevice, watchPower, watchUsbBack, watchUsbGone } from './watch.ts';

const AGREED = 2;

export function takeDevice(turn: Turn, report: Device): void {
  const device: DeviceIdentity = { model: report.model, serial: report.serial, ecid: report.ecid, imei: report.imei };
  const { device: before, zone } = turn.state;
  const other = before !== null && isDifferentDevice(before.value, device);
  if (other && turn.state.restore !== null) raise(turn, 'device-changed', { model: device.model }, rigActor(turn.state));
  if (other) put(turn, { power: null, frame: { ...NO_FRAME, fixture: turn.state.frame.fixture }, watch: NO_WATCH });
  const now = before === null || other ? { value: device, agreed: 1 } : agreeOn(before, device, zone);
  const frame = noteModel(turn.state.frame, device.model, turn.state.setup);
  put(turn, { device: now, seated: turn.state.beat?.seated ?? true, frame, watch: watchDevice(turn.state.watch, report) });
  const { restore } = turn.state;
  if (restore !== null && (restore.device === null || !isDifferentDevice(restore.device, now.value))) put(turn, { restore: { ...restore, device: now.value } });
  if (now.agreed === AGREED && (before === null || before.agreed === 1)) {
    record(turn, { kind: 'device-seated', body: { device } }, rigActor(turn.state));
    if (turn.state.restore !== null) keepLatch(turn);
  }
  applyRules(turn);
}

/**
 * What was read once stays known while the device is seated: phones show fewer identifiers in some of their modes. A
 * report that has none in common proves nothing; it withholds before `critical` and does not stop behind it.
 */
function agreeOn(before: Confirmed<DeviceIdentity>, device: DeviceIdentity, zone: Zone): Confirmed<DeviceIdentity> {
  if (isSameDevice(before.value, device)) return { value: mergeIdentity(before.value, device), agreed: before.agreed + 1 };
  return { value: before.value, agreed: zone === 'safe' ? 0 : before.agreed };
}

const samePlan = (a: Plan, b: Plan): boolean => a.kind === b.kind && a.hash === b.hash && a.from === b.from && a.to === b.to;

export function takePlan(turn: Turn, report: PlanReport): void {
  if (turn.state.restore === null) openRestore(turn, report.restore);
  const { restore } = turn.state;
  if (restore === null || restore.id !== report.restore) return;
  const plan: Plan = { kind: report.kind, from: report.from, to: report.to, hash: report.hash };
  const now = confirm(restore.plan, plan, samePlan);
  put(turn, { restore: { ...restore, plan: now } });
  if (now.agreed === 1 && restore.plan !== null) {
    if (turn.state.permit === null) put(turn, { permissiveBeats: 0 });
    else loseBecause(turn, 'unknown-plan', { kind: plan.kind }, 'plan-changed');
  }
  if (now.agreed === 1) record(turn, { kind: 'plan-announced', body: { restoreId: restore.id, plan } }, rigActor(turn.state));
  applyRules(turn);
}

export function takeProgress(turn: Turn, progress: Progress): void {
  const { restore } = turn.state;
  if (restore !== null && restore.id === progress.restore) put(turn, { restore: { ...restore, progress } });
}

/** Readings differ a little all the time; what must agree twice is whether they are good enough. */
export function takePower(turn: Turn, report: Power, madeAtMs: number): void {
  if (turn.state.seated) put(turn, { watch: watchPower(turn.state.watch, report, madeAtMs, turn.state.setup.limits) });
  // In its recovery mode a phone gives no battery: what was read last is what is judged.
  const power: Power = { ...report, batteryPct: report.batteryPct ?? turn.state.watch.batteryPct };
  const { batteryMinPct, supplyMinMv } = turn.state.setup.limits;
  const fine = (reading: Power): boolean => reading.batteryPct !== null && reading.batteryPct >= batteryMinPct && reading.supplyMv >= supplyMinMv;
  put(turn, { power: confirm(turn.state.power, power, (a, b) => fine(a) === fine(b)) });
  applyRules(turn);
}

export function takeFixtureReport(turn: Turn, fixture: Fixture): void {
  put(turn, { frame: takeFixture(turn.state.frame, fixture) });
}

/** The middle row comes just before the PROBE of its sample. */
export function takeMiddleReport(turn: Turn, middle: Middle): void {
  put(turn, { frame: takeMiddle(turn.state.frame, middle) });
}

/** The line that most stops are decided by; `madeAtMs` is when the sample was taken, in our time. */
export function takeProbeReport(turn: Turn, probe: Probe, madeAtMs: number): void {
  put(turn, { frame: takeProbe(turn.state.frame, probe, madeAtMs, limitsInForce(turn.state)) });
  noteMeasurement(turn);
  applyRules(turn);
}

/** Events that are a cause by themselves. Source: PROTOCOL.md §8. */
export const CAUSE_OF_EVENT: Readonly<Record<string, CauseCode>> = {
  button: 'stop-button', estop: 'estop', fallback: 'update-fell-back-to-erase', hot: 'device-hot', swelling: 'device-swelling', smoke: 'smoke-button',
  force: 'probe-force',
};

export function takeRigEvent(turn: Turn, event: RigEvent): void {
  const cause = Object.hasOwn(CAUSE_OF_EVENT, event.kind) ? CAUSE_OF_EVENT[event.kind] : undefined;
  const stands = turn.state.trip?.trip.causes.some((one) => one.code === cause && !one.cleared) === true;
  // The rig repeats a danger every second while it lasts; said once is recorded once.
  if (!stands) record(turn, { kind: 'rig-event', body: { what: event.kind } }, rigActor(turn.state));
  if (cause !== undefined) {
    // What was read before cannot call off a danger that the rig sees now.
    if (isPersonCause(cause)) put(turn, { watch: { ...turn.state.watch, last: [] } });
    return raise(turn, cause, {}, rigActor(turn.state));
  }
  const { watch, lastPhase } = turn.state;
  if (event.kind === 'usb-gone') put(turn, { watch: watchUsbGone(watch, lastPhase, turn.nowMs) });
  if (event.kind === 'usb-back') put(turn, { watch: watchUsbBack(watch, turn.nowMs) });
  if (event.kind === 'supply-dip') put(turn, { watch: { ...watch, dipAtMs: turn.nowMs } });
  if (event.kind === 'storage-error') put(turn, { watch: { ...watch, storageErrors: true } });
  applyRules(turn);
}

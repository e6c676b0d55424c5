/**
 * The memory of failed updates: who tries again on a damaged phone may lose what the first try left. Every bench knows
 * what all benches remember; an entry is never taken back but by the two-person reset of the trip that it caused.
 */
import type { DeviceIdentity } from '../contract/bench-status.ts';
import { mayBeSameDevice } from './device.ts';
import type { RestoreState } from './restore-state.ts';
import type { BenchState } from './state.ts';
import { isoOf, keepLatch, put, record, type Turn } from './turn.ts';

export interface Failure {
  /** The restore that failed; unique for ever with the device. */
  readonly restoreId: string;
  readonly device: DeviceIdentity;
  readonly atIso: string;
  /** Two people have allowed another attempt. */
  readonly cleared: boolean;
}

/** More than a store sees in weeks; the oldest go first, those that are cleared before the others. */
const FAILURES_MAX = 64;
const GOOD_ENDS: ReadonlySet<string> = new Set(['kept', 'erased', 'undone']);

const isSameFailure = (a: Failure, b: Failure): boolean => a.restoreId === b.restoreId && mayBeSameDevice(a.device, b.device);

/** A restore that ended `failed`, or whose end was met in `critical` or in the middle of a committed step. */
function hasFailed(restore: RestoreState, zone: BenchState['zone']): boolean {
  if (restore.result === 'failed') return true;
  if (restore.result !== null && GOOD_ENDS.has(restore.result)) return false;
  return zone === 'critical' || (zone === 'committed' && restore.phase !== 'finish');
}

/** Called when a restore is over and before the bench forgets it. A begun erase with consent left nothing to lose. */
export function rememberFailure(turn: Turn, restore: RestoreState): void {
  const device = restore.device ?? turn.state.device?.value ?? null;
  if (device === null || !hasFailed(restore, turn.state.zone) || (restore.erasing && restore.permitted === 'erase')) return;
  const failure: Failure = { restoreId: restore.id, device, atIso: isoOf(turn), cleared: false };
  put(turn, { failures: merge(turn.state.failures, [failure]) });
  record(turn, { kind: 'note', body: { code: 'failed-update-remembered', params: { restoreId: restore.id } } });
}

/** The failure that makes a restore of this device a second attempt. */
export function failureOf(state: BenchState): Failure | undefined {
  const { restore } = state;
  const device = state.device?.value ?? restore?.device ?? null;
  if (restore === null || device === null) return undefined;
  return state.failures.find((one) => !one.cleared && one.restoreId !== restore.id && mayBeSameDevice(one.device, device));
}

/** What the other benches remember: kept here too, so that a phone finds its past at every bench. */
export function learnFailures(turn: Turn, others: readonly Failure[]): void {
  const failures = merge(turn.state.failures, others);
  if (failures === turn.state.failures) return;
  put(turn, { failures });
  keepLatch(turn);
}

/** The two-person reset of a second attempt: the next one is allowed. */
export function forgiveFailures(turn: Turn, restoreIds: readonly string[]): void {
  const failures = turn.state.failures.map((one) => (restoreIds.includes(one.restoreId) && !one.cleared ? { ...one, cleared: true } : one));
  if (restoreIds.length > 0) put(turn, { failures });
}

/** Both together; of the same failure the cleared one counts. The very same list when nothing is new. */
function merge(known: readonly Failure[], more: readonly Failure[]): readonly Failure[] {
  let merged = known;
  for (const one of more) {
    const index = merged.findIndex((old) => isSameFailure(old, one));
    if (index === -1) merged = [...merged, one];
    else if (one.cleared && merged[index]?.cleared === false) merged = merged.with(index, { ...one });
  }
  if (merged.length <= FAILURES_MAX) return merged;
  const kept = merged.toSorted((a, b) => Number(a.cleared) - Number(b.cleared) || b.atIso.localeCompare(a.atIso)).slice(0, FAILURES_MAX);
  return kept.length === known.length && kept.every((one) => known.includes(one)) ? known : kept;
}

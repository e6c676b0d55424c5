/** What is known of one device beside its case, found in stops and evidence: restores, the bend with its limit, an armed erase. */
import type { BenchView, StoredEvidence, StoredStop } from '../../contract/live.ts';
import type { CaseDevice } from '../../contract/case-state.ts';
import { everyIdsOf, mayBe } from '../cases/device-match.ts';
import type { Bend, Findings } from './handover-sheet.ts';
import { restoresOfDevice } from './restores-of-device.ts';

export interface Known {
  readonly evidence: readonly StoredEvidence[];
  readonly stops: readonly StoredStop[];
  readonly benches: readonly BenchView[];
}

export interface AboutDevice extends Findings {
  /** Stops of this device that belong to no restore. */
  readonly otherStops: readonly StoredStop[];
}

export function aboutDevice(device: CaseDevice, { evidence, stops, benches }: Known): AboutDevice {
  const own = stops.filter((stop) => stop.device !== null && mayBe(device, stop.device));
  const restores = restoresOfDevice(everyIdsOf(device), evidence.map(({ event }) => event), own);
  return {
    restores, otherStops: own.filter((stop) => !restores.some((restore) => restore.stops.includes(stop))),
    bend: bendOf(device, own, benches), eraseArmed: own.some(({ trip }) => trip.eraseArmed),
  };
}

/** The worse of what was written down at intake and what stopped a restore: a phone can bend afterwards. The limit is the one that the stop was judged by; without a stop, the one that the bench uses now. */
function bendOf({ intake }: CaseDevice, stops: readonly StoredStop[], benches: readonly BenchView[]): Bend | null {
  const cause = stops.flatMap(({ bench, trip }) => trip.causes.map(({ code, params }) => ({ bench, code, params }))).findLast(({ code }) => code === 'device-frame-bent');
  const whole = (value: unknown): number | null => (typeof value === 'number' && Number.isInteger(value) ? value : null);
  const stoppedAtUm = whole(cause?.params['deviationUm']);
  const takenUm = intake?.bendUm ?? null;
  const isByStop = stoppedAtUm !== null && (takenUm === null || stoppedAtUm > takenUm);
  const valueUm = isByStop ? stoppedAtUm : takenUm;
  if (valueUm === null) return null;
  const bench = isByStop ? cause?.bench ?? null : intake?.bendBench ?? null;
  const frame = benches.find(({ id }) => id === bench)?.status?.frame;
  return { valueUm, bench, limitUm: whole(cause?.params['limitUm']) ?? frame?.limitUm ?? null, uncertaintyUm: whole(cause?.params['uncertaintyUm']) ?? frame?.uncertaintyUm ?? null };
}

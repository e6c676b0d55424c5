/**
 * Which restores were begun of one device, from what the bridges reported: which plan was asked for, what was permitted, how
 * each ended. It believes nothing that was not reported; a report that it cannot read makes a restore look worse, never better.
 */
import { EVIDENCE_BODIES } from '../../../firmware-bridge/contract/evidence.ts';
import type { Evidence } from '../../../firmware-bridge/contract/evidence.ts';
import type { Plan } from '../../../firmware-bridge/contract/bench-status.ts';
import type { Point } from '../../../firmware-bridge/contract/interlock.ts';
import type { DeviceIds } from '../../contract/case-parts.ts';
import type { StoredStop } from '../../contract/live.ts';
import { relate } from '../cases/device-match.ts';

/** What of the evidence speaks of restores and devices. */
export const RESTORE_KINDS = ['bridge-started', 'device-seated', 'device-left', 'restore-opened', 'plan-announced', 'permit-granted', 'zone-changed', 'restore-ended', 'evidence-lost', 'port-closed'] as const;

export interface RestoreOnBench {
  readonly bench: string;
  readonly restoreId: string;
  readonly atIso: string;
  readonly plan: Plan | null;
  readonly permitted: readonly Point[];
  readonly wasCommitted: boolean;
  /** As the rig said; null: no end was reported. */
  readonly result: string | null;
  /** The bench stopped reporting while it was open. */
  readonly lostSight: boolean;
  readonly stops: readonly StoredStop[];
}

interface Open {
  isOurs: boolean;
  restore: Omit<RestoreOnBench, 'stops'> | null;
}

type Change = (now: Open) => void;

export function restoresOfDevice(ids: readonly DeviceIds[], evidence: readonly Evidence[], stops: readonly StoredStop[]): RestoreOnBench[] {
  const ours = stops.filter(({ device }) => device !== null && ids.some((known) => relate(known, device) !== 'unrelated'));
  const benches = new Map<string, Open>();
  const done: Omit<RestoreOnBench, 'stops'>[] = [];
  const benchOf = (key: string): Open => {
    const known = benches.get(key);
    if (known !== undefined) return known;
    const made: Open = { isOurs: false, restore: null };
    benches.set(key, made);
    return made;
  };
  const end = (bench: Open): void => {
    if (bench.restore !== null && (bench.isOurs || isStopped(ours, bench.restore))) done.push(bench.restore);
    bench.restore = null;
  };
  for (const event of evidence) {
    const all = event.bench === null ? [...benches].filter(([key]) => key.startsWith(`${event.bridge}\n`)).map(([, bench]) => bench) : [benchOf(`${event.bridge}\n${event.bench}`)];
    for (const bench of all) changeOf(ids, event, end)(bench);
  }
  for (const bench of benches.values()) end(bench);
  return done.map((restore) => ({ ...restore, stops: ours.filter((stop) => isOf(stop, restore)) })).toSorted((left, right) => (left.atIso < right.atIso ? -1 : 1));
}

const isOf = (stop: StoredStop, { bench, restoreId }: { readonly bench: string; readonly restoreId: string }): boolean => stop.bench === bench && stop.trip.restoreId === restoreId;
const isStopped = (stops: readonly StoredStop[], restore: { readonly bench: string; readonly restoreId: string }): boolean => stops.some((stop) => isOf(stop, restore));
const nothing: Change = () => undefined;
/** While a restore is open it stays the one of the device that was seen last, also where that device left. */
const withRestore = (change: (restore: Omit<RestoreOnBench, 'stops'>) => Partial<RestoreOnBench>): Change => (bench) => {
  if (bench.restore !== null) bench.restore = { ...bench.restore, ...change(bench.restore) };
};

function changeOf(ids: readonly DeviceIds[], event: Evidence, end: (bench: Open) => void): Change {
  switch (event.kind) {
    case 'device-seated': {
      const read = EVIDENCE_BODIES['device-seated'].safeParse(event.body);
      const isOurs = read.success && ids.some((known) => relate(known, read.data.device) !== 'unrelated');
      return (bench) => {
        bench.isOurs = isOurs;
      };
    }
    case 'device-left': return (bench) => {
      if (bench.restore === null) bench.isOurs = false;
    };
    case 'restore-opened': {
      const read = EVIDENCE_BODIES['restore-opened'].safeParse(event.body);
      return (bench) => {
        end(bench);
        bench.restore = { bench: event.bench ?? '', restoreId: read.success ? read.data.restoreId : '', atIso: event.atIso, plan: null, permitted: [], wasCommitted: false, result: null, lostSight: !read.success };
      };
    }
    case 'restore-ended': {
      const read = EVIDENCE_BODIES['restore-ended'].safeParse(event.body);
      return (bench) => {
        withRestore(() => (read.success ? { result: read.data.result } : { lostSight: true }))(bench);
        end(bench);
      };
    }
    default: return changeWithin(event);
  }
}

/** What happens while a restore is open. */
function changeWithin(event: Evidence): Change {
  switch (event.kind) {
    case 'plan-announced': {
      const read = EVIDENCE_BODIES['plan-announced'].safeParse(event.body);
      // A plan that nobody can read is one that nobody knows.
      return withRestore(() => ({ plan: read.success ? read.data.plan : { kind: 'unknown', from: '', to: '', hash: '' } }));
    }
    case 'permit-granted': {
      const read = EVIDENCE_BODIES['permit-granted'].safeParse(event.body);
      return withRestore(({ permitted }) => ({ permitted: [...permitted, read.success ? read.data.point : 'erase'] }));
    }
    case 'zone-changed': {
      const read = EVIDENCE_BODIES['zone-changed'].safeParse(event.body);
      return read.success && read.data.to !== 'committed' ? nothing : withRestore(() => ({ wasCommitted: true }));
    }
    case 'bridge-started': case 'evidence-lost': case 'port-closed': return withRestore(() => ({ lostSight: true }));
    default: return nothing;
  }
}

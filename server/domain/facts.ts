/**
 * The facts that every bridge gets: a stop with a known device holds that device until this very stop is reset, and whatever
 * the cases say beside. A hold can only withhold; a consent and a backup grant nothing by themselves.
 */
import type { DeviceIdentity } from '../../firmware-bridge/contract/bench-status.ts';
import type { Facts } from '../../firmware-bridge/contract/uplink.ts';
import type { CaseFacts } from './cases/cases-port.ts';
import type { ProjectedStop } from './project-stops.ts';

export type FactsHold = Facts['holds'][number];

export interface Hold extends FactsHold {
  readonly placedAtIso: string;
  readonly releasedAtIso: string | null;
  readonly releasedBy: string | null;
}

const keysOf = ({ serial, ecid, imei }: DeviceIdentity): FactsHold['device'] => ({ serial, ecid, imei });
const isNamed = ({ serial, ecid, imei }: FactsHold['device']): boolean => serial !== null || ecid !== null || imei !== null;

/** The hold that a stop places, or null when nobody knows which device it was. */
export function holdOf({ firstEvidenceId, stop }: ProjectedStop): Hold | null {
  if (stop.device === null) return null;
  const device = keysOf(stop.device);
  if (!isNamed(device)) return null;
  return {
    id: `stop-${firstEvidenceId}`,
    device,
    code: stop.trip.causes[0]?.code ?? 'guard-fault',
    placedAtIso: stop.trip.atIso,
    releasedAtIso: stop.reset?.atIso ?? null,
    releasedBy: stop.reset?.by ?? null,
  };
}

export const isActive = (hold: Hold): boolean => hold.releasedAtIso === null;

export function factsOf(databaseId: string, version: number, holds: readonly FactsHold[], cases: CaseFacts): Facts {
  return { databaseId, version, ...cases, holds: [...holds.map(({ id, device, code }) => ({ id, device, code })), ...cases.holds] };
}

/**
 * Holds and the facts that the bridge gets from them. First form: a stop with a known device holds that device until
 * this very stop is reset. A hold can only withhold; nothing here ever grants anything.
 */
import type { DeviceIdentity } from '../../firmware-bridge/contract/bench-status.ts';
import type { Facts } from '../../firmware-bridge/contract/uplink.ts';
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

export function factsOf(databaseId: string, version: number, holds: readonly FactsHold[]): Facts {
  return { databaseId, version, holds: holds.map(({ id, device, code }) => ({ id, device, code })), consents: [], backups: [], unlocksAsked: [], irreplaceable: [] };
}

/** What one bench must know of the others: devices in work, devices that tripped, updates that failed, rigs on the line. */
import type { DeviceIdentity } from '../contract/bench-status.ts';
import type { BenchState, Elsewhere } from '../guard/state.ts';

const deviceOf = (state: BenchState): DeviceIdentity[] => (state.device === null ? [] : [state.device.value]);

export function elsewhereOf(others: readonly BenchState[]): Elsewhere {
  return {
    open: others.filter((state) => state.restore !== null).flatMap(deviceOf),
    tripped: others.filter((state) => state.trip !== null).flatMap(deviceOf),
    failures: others.flatMap((state) => state.failures),
    rigs: others.flatMap((state) => (state.rig === null || state.link.session === null ? [] : [state.rig.serial])),
  };
}

/** A stop on record that nobody has judged yet, made by hand. Input of the played server. */
import type { StoredStop } from '../../server/contract/live.ts';
import { AT_ISO, trip } from './made-benches.ts';

export const unjudgedStop = (bench: string): StoredStop => ({
  rig: 'VIRTUAL-2', stopId: '5C1E77A90001', bench, device: null, trip: trip(), recovered: false, recordedAtIso: AT_ISO, reset: null,
});

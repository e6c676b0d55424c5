/** What a refused lever tells the person who pulled it, and what to do instead: one pair for every refusal of the firmware. */
import type { LeverRefusal } from './rig-state.ts';

export const REFUSAL_WORDS: Readonly<Record<LeverRefusal, { readonly what: string; readonly remedy: string }>> = {
  latched: { what: 'the rig is latched after a stop', remedy: 'reset the bench first' },
  'no-device': { what: 'no phone lies in the fixture', remedy: 'seat one first' },
  'device-there': { what: 'a phone lies in the fixture already', remedy: 'unseat it first' },
  'restore-open': { what: 'a restore is open already', remedy: 'wait for its end, or unseat the phone' },
  'no-restore': { what: 'no restore is open', remedy: 'start one first' },
  'not-an-update': { what: 'this restore cannot fall back to an erase now', remedy: 'pull it while an update has not finished writing' },
  'phase-order': { what: 'the restore cannot go there from its phase', remedy: 'prepare, unpack, verify, recovery, then start, write, finish, idle; or erase-next, erase, write; a gate opens only by a permit' },
  'no-session': { what: 'no host has said HELLO yet', remedy: 'connect the bridge to the other end of the line' },
  'bad-line': { what: 'that is not a line of the protocol, or longer than 160 bytes', remedy: 'type VERB key=value key=value, verb in capitals, keys in small letters' },
};

/**
 * English for what a bench and its restore are in: modes, zones, phases, gates, plans, protection. A stopped look is
 * never promised here: a tripped bench may have been too late, and only its receipt knows.
 */
import type { BenchStatus, Plan } from './bench-status.ts';
import type { ActorKind, Mode, Phase, Point, Zone } from './interlock.ts';
import type { Titled } from './words-shape.ts';

export const wordsOfModes: Readonly<Record<Mode, Titled>> = {
  offline: { title: 'Not connected', what: 'There is no connection to this rig. Nothing guards this bench. Do not start a restore here.' },
  handshaking: { title: 'Connecting', what: 'Holdfast and the rig are greeting each other. Wait a moment.' },
  inhibited: { title: 'Waiting', what: 'No restore may pass its gate yet. It goes on by itself when every condition holds.' },
  permitted: { title: 'Permitted', what: 'Every condition holds. The permit is renewed all the time and ends as soon as one fails.' },
  tripped: { title: 'Tripped', what: 'This bench is locked until a person resets it. Do not start a restore here.' },
};

export const wordsOfZones: Readonly<Record<Zone, Titled>> = {
  safe: { title: 'Safe to stop', what: 'Stopping costs nothing now.' },
  critical: { title: 'Point of no return is next', what: 'A stop can still come in time, but the time is short.' },
  committed: { title: 'Too late to stop safely', what: 'Interrupting now can leave a phone that does not start. Keep the cable and the power in.' },
};

export const wordsOfPhases: Readonly<Record<Phase, string>> = {
  idle: 'no restore open',
  prepare: 'preparing',
  unpack: 'unpacking firmware',
  verify: 'checking firmware',
  recovery: 'entering recovery mode',
  start: 'about to write the system',
  write: 'writing the system',
  'erase-next': 'about to erase',
  erase: 'erasing',
  finish: 'finishing',
  stopped: 'stopped',
  unknown: 'unknown phase',
};

export const wordsOfPoints: Readonly<Record<Point, Titled>> = {
  write: { title: 'First write to the system', what: 'From here on the phone needs the restore to finish before it can start.' },
  erase: { title: 'First step that destroys data', what: 'From here on the data on the phone cannot be promised any more.' },
};

type Gate = NonNullable<BenchStatus['restore']>['gate'];
export const wordsOfGates: Readonly<Record<Gate, Titled>> = {
  none: { title: 'Not at a gate', what: 'The restore is not waiting for a permit.' },
  write: { title: 'Waiting before the first write', what: 'The restore waits for a permit to write. Nothing of the system has been written yet.' },
  erase: { title: 'Waiting before an erase', what: 'The restore waits for a permit to erase. This erase has not begun.' },
};

export const wordsOfPlans: Readonly<Record<Plan['kind'], Titled>> = {
  update: { title: 'Update, meant to keep data', what: 'The plan says that the data stays. An update that fails can still try to erase.' },
  erase: { title: 'Erases all data', what: 'The plan erases the phone. It needs a recorded consent and a verified backup.' },
  unknown: { title: 'Unknown plan, treated as erasing', what: 'Holdfast does not know this kind of plan, so it expects the worst.' },
};

export const wordsOfProtection: Readonly<Record<BenchStatus['protection'], Titled>> = {
  full: { title: 'Protected', what: 'The rig waits at its gate, and goes no further, unless Holdfast keeps saying yes.' },
  'stop-and-confirm': {
    title: 'Stop and confirm only',
    what: 'Holdfast can send a stop and wait for its confirmation. It cannot hold this rig at a gate.',
  },
  none: { title: 'Not protected', what: 'Holdfast cannot stop a restore on this bench now. Do not start one here.' },
};

export const wordsOfActorKinds: Readonly<Record<ActorKind, string>> = {
  person: 'Signed-in person',
  'unverified-name': 'Typed name, not verified',
  bridge: 'Holdfast on the bench PC',
  rig: 'Rig',
  system: 'Holdfast',
};

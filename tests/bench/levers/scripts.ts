/**
 * How each cause is provoked by hand, as data. A step is a lever of the virtual rig of bench-1 (`bend 900`), the same of bench-2
 * (`2: seat`), a place to wait for (`> critical`), or a deed at the processes of Holdfast (`! kill guard`).
 */
import type { CauseCode } from '../../../firmware-bridge/contract/causes.ts';

export interface Script {
  readonly steps: readonly string[];
  /** Needs a fact that only cases will give: the server's facts are completed on their way to the bridge. */
  readonly fact?: 'unlocksAsked' | 'irreplaceable';
}

/** The serials of phones that are named in facts, or lie at two benches. A phone whose restore failed is not used again. */
export const NAMED_SERIAL = 'VIRT-NAMED-01';
const HELD_SERIAL = 'VIRT-HELD-01';
const TWICE_SERIAL = 'VIRT-TWICE-01';

const permitted = ['seat', 'start', '> permitted'] as const;
const critical = [...permitted, '> critical'] as const;
/** A rig that goes on without permits brings a bench to `critical` where one condition is missing. */
const unpermitted = (...missing: readonly string[]): readonly string[] => ['rogue', 'seat', ...missing, 'start', '> critical'];
const script = (...steps: readonly string[]): Script => ({ steps });

export const SCRIPTS: Readonly<Record<CauseCode, Script>> = {
  'device-frame-bent': script(...permitted, 'bend 900'),
  'cannot-measure': script(...critical, 'probe-fault left'),
  'erase-without-consent': script('seat', 'erase'),
  'unknown-plan': script('seat', 'start refresh'),
  'update-fell-back-to-erase': script(...permitted, '> committed', 'announce-erase'),
  'erase-without-permit': script('ignore-stop', 'rogue', 'seat', 'erase', '> phase erase'),
  'commit-without-permit': script('ignore-stop', 'rogue', 'seat', 'battery 10', 'start', '> phase write'),
  'phase-unknown': script('seat', 'battery 10', 'strange-phase', 'start'),
  'device-changed': script(...permitted, 'swap'),
  'device-held': script(`seat serial=${HELD_SERIAL}`, 'start', '> permitted', 'button', '> stopped', '2: rogue', `2: seat serial=${HELD_SERIAL}`, '2: start', '2: > critical'),
  'device-elsewhere': script(`seat serial=${TWICE_SERIAL}`, 'start', '> permitted', 'speed 0.2', '2: rogue', `2: seat serial=${TWICE_SERIAL}`, '2: start', '2: > critical'),
  'battery-low': script(...unpermitted('battery 10')),
  'rig-silent': script(...critical, 'go-silent 1500'),
  'corrupt-frames': script(...critical, 'garble 6'),
  'sequence-regressed': script(...critical, 'regress'),
  'port-lost': script(...critical, 'pull-cable'),
  'rig-restarted': script(...permitted, 'restart'),
  'rig-refused': script(...critical, 'refuse'),
  'bridge-restarted': script(...permitted, '> committed', '! kill guard and forget its latch file'),
  'latch-unreadable': script('! kill guard and damage its latch file'),
  'bridge-stalled': script(...critical, '! pause guard 700'),
  'guard-fault': script(...permitted, '! break guard', 'button'),
  'rig-stopped-itself': script(...critical, 'go-deaf 1500'),
  'unnamed-stop': script(...permitted, 'noise-stop'),
  'stop-button': script(...permitted, 'button'),
  estop: script(...permitted, 'estop'),
  'operator-stop': script(...permitted, '! stop'),
  'holds-unknown': script('! pause server', '! kill guard', '> back', ...unpermitted(), '> trip', '! continue server'),
  'cannot-record': script('! pause recorder', 'seat', '> no record', 'rogue', 'start', '> critical', '> trip', '! continue recorder'),
  'bench-out-of-service': script('! out-of-service', ...unpermitted()),
  'drill-became-stop': script('forget-drills', '! drill'),
  'device-hot': script(...permitted, 'heat 80'),
  'device-heating': script(...permitted, 'heat 47'),
  'device-swelling': script(...permitted, 'swell'),
  'smoke-button': script(...permitted, 'smoke'),
  'probe-force': script(...permitted, 'force 1200'),
  downgrade: script('seat', 'downgrade'),
  'second-attempt': script(...permitted, 'fail', 'start'),
  'storage-errors': script(...permitted, 'storage-error'),
  'activation-lock': { steps: [`seat serial=${NAMED_SERIAL}`, 'lock', 'start'], fact: 'unlocksAsked' },
  'irreplaceable-erase': { steps: [`seat serial=${NAMED_SERIAL}`, 'erase'], fact: 'irreplaceable' },
  'usb-lost': script(...permitted, 'usb-gone', 'rogue', '> critical'),
  'hub-deep': script(...unpermitted('hub 3')),
  'supply-dip': script(...critical, 'supply-dip'),
};

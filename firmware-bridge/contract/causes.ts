/**
 * Every reason a bench can trip for, with its tier and how it is cleared. Adding a cause here makes the type checker
 * ask for its words (words.ts) and for the place that raises it.
 */

export const CAUSE_CODES = [
  'device-frame-bent', 'cannot-measure', 'erase-without-consent', 'unknown-plan', 'update-fell-back-to-erase',
  'erase-without-permit', 'commit-without-permit', 'phase-unknown', 'device-changed', 'device-held', 'device-elsewhere',
  'battery-low', 'rig-silent', 'corrupt-frames', 'sequence-regressed', 'port-lost', 'rig-restarted', 'rig-refused', 'bridge-restarted', 'latch-unreadable',
  'bridge-stalled', 'guard-fault', 'rig-stopped-itself', 'unnamed-stop', 'stop-button', 'estop', 'operator-stop', 'holds-unknown', 'cannot-record',
  'device-hot', 'device-heating', 'device-swelling', 'smoke-button', 'probe-force', 'downgrade', 'second-attempt', 'storage-errors', 'activation-lock',
  'irreplaceable-erase', 'usb-lost', 'hub-deep', 'supply-dip',
  'bench-out-of-service', 'drill-became-stop',
] as const;
export type CauseCode = (typeof CAUSE_CODES)[number];

/** `hold`: stop and ask the manager. `no-restore`: recovery comes first. */
export type CauseTier = 'hold' | 'no-restore';
/**
 * `measured` clears with two fresh valid readings below the limit or when the device left; `event` when its restore ended; `away` only when the
 * device left.
 */
export type CauseClearing = 'measured' | 'event' | 'estop' | 'away';

export interface CauseTraits {
  readonly tier: CauseTier;
  readonly clearing: CauseClearing;
  /** True when a trip for it puts the customer's data at stake, so that a reset needs two people. */
  readonly dataAtStake: boolean;
  /** True when people are in danger: they come before data, cable and power. */
  readonly person?: true;
}

const event = (dataAtStake: boolean, tier: CauseTier = 'hold'): CauseTraits => ({ tier, clearing: 'event', dataAtStake });
const measured = (dataAtStake: boolean): CauseTraits => ({ tier: 'hold', clearing: 'measured', dataAtStake });
const person = (clearing: CauseClearing): CauseTraits => ({ tier: 'hold', clearing, dataAtStake: false, person: true });

export const CAUSES: Readonly<Record<CauseCode, CauseTraits>> = {
  'device-frame-bent': measured(false),
  'cannot-measure': measured(false),
  'erase-without-consent': event(true, 'no-restore'),
  'unknown-plan': event(true, 'no-restore'),
  'update-fell-back-to-erase': event(true, 'no-restore'),
  'erase-without-permit': event(true, 'no-restore'),
  'commit-without-permit': event(true, 'no-restore'),
  'phase-unknown': event(false),
  'device-changed': event(true),
  'device-held': event(true),
  'device-elsewhere': event(false),
  'battery-low': event(false),
  'rig-silent': event(false),
  'corrupt-frames': event(false),
  'sequence-regressed': event(false),
  'port-lost': event(false),
  'rig-restarted': event(false),
  'rig-refused': event(false),
  'bridge-restarted': event(false),
  'latch-unreadable': event(true),
  'bridge-stalled': event(false),
  'guard-fault': event(true),
  'rig-stopped-itself': event(false),
  'unnamed-stop': event(false),
  'stop-button': event(false),
  estop: { tier: 'hold', clearing: 'estop', dataAtStake: false },
  'operator-stop': event(false),
  'holds-unknown': event(false),
  'cannot-record': event(false),
  'device-hot': person('measured'),
  'device-heating': person('measured'),
  'device-swelling': person('away'),
  'smoke-button': person('away'),
  'probe-force': person('measured'),
  downgrade: event(true, 'no-restore'),
  'second-attempt': event(true, 'no-restore'),
  'storage-errors': event(true, 'no-restore'),
  'activation-lock': event(true, 'no-restore'),
  'irreplaceable-erase': event(true, 'no-restore'),
  'usb-lost': event(false),
  'hub-deep': event(false),
  'supply-dip': event(false),
  'bench-out-of-service': event(false),
  'drill-became-stop': event(false),
};

/** True when people are in danger for this cause. */
export const isPersonCause = (code: CauseCode): boolean => CAUSES[code].person === true;

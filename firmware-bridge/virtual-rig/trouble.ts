/**
 * What can go wrong around the phone and with the rig itself, for trying: dangers to people, a bus that drops, a rig that
 * breaks its rules. The rig's own protection of people lives here too: it cuts charging and retracts the press by itself.
 */
import { nextNumber } from '../wire/sequence.ts';
import { say, sayDevice } from './say.ts';
import type { Device, LeverRefusal, RigDraft } from './rig-state.ts';

/** Words of EVENT. Source: PROTOCOL.md §8. */
export type Danger = 'hot' | 'swelling' | 'smoke' | 'force';
export type Told = 'usb-gone' | 'usb-back' | 'supply-dip' | 'storage-error';

export interface Trouble {
  /** It passes gates and points of no return without a permit. */
  readonly rogue: boolean;
  /** Its heartbeats name a phase that is not in the protocol. */
  readonly strangePhase: boolean;
  /** What endangers people now, as far as the rig itself can tell. */
  readonly dangers: readonly Danger[];
  /** Charging is cut and the press retracted, until the device is out or the latch is released. */
  readonly cutOut: boolean;
  readonly dueMs: number;
  /** It knows no drills: the stop byte of one is a stop like any other. */
  readonly forgetsDrills: boolean;
  readonly locked: boolean | null;
  readonly hubs: number | null;
}
export const NO_TROUBLE: Trouble = { rogue: false, strangePhase: false, dangers: [], cutOut: false, dueMs: 0, forgetsDrills: false, locked: null, hubs: null };

export type Mischief =
  | { readonly do: 'rogue' | 'strange-phase' | 'forget-drills'; readonly on: boolean }
  | { readonly do: 'danger'; readonly danger: Danger; readonly on: boolean }
  | { readonly do: 'tell'; readonly event: Told }
  | { readonly do: 'lock'; readonly on: boolean }
  | { readonly do: 'hub'; readonly count: number }
  | { readonly do: 'swap'; readonly device: Device }
  | { readonly do: 'regress' | 'refuse' };

/** The rig's own limits for people; the host's are narrower, so that it sees the danger too (tenths of °C, hundredths of a newton). */
const HOT_DC = 550;
const COOL_DC = 500;
const FORCE_CN = 1500;
/** A little under the second of PROTOCOL.md §8. */
const REPEAT_MS = 900;
/** How far a rig that lost count jumps back. */
const BACK = 1000;

export function makeMischief(rig: RigDraft, mischief: Mischief): LeverRefusal | null {
  switch (mischief.do) {
    case 'rogue':
      rig.trouble = { ...rig.trouble, rogue: mischief.on };
      return null;
    case 'strange-phase':
      rig.trouble = { ...rig.trouble, strangePhase: mischief.on };
      return null;
    case 'forget-drills':
      rig.trouble = { ...rig.trouble, forgetsDrills: mischief.on };
      return null;
    case 'danger':
      setDanger(rig, mischief.danger, mischief.on);
      return null;
    case 'tell': return say(rig, 'EVENT', { kind: mischief.event }) === null ? 'no-session' : null;
    case 'lock':
      rig.trouble = { ...rig.trouble, locked: mischief.on };
      return tellDevice(rig);
    case 'hub':
      rig.trouble = { ...rig.trouble, hubs: mischief.count };
      return tellDevice(rig);
    case 'swap':
      if (rig.device === null) return 'no-device';
      rig.device = mischief.device;
      return tellDevice(rig);
    case 'regress':
      if (rig.session !== null) rig.session = { ...rig.session, outN: (nextNumber(rig.session.outN) - BACK) & 0xffff };
      return rig.session === null ? 'no-session' : null;
    case 'refuse': return say(rig, 'REFUSED', { re: String(rig.session?.inN ?? 0), verb: 'HB', why: 'busy' }) === null ? 'no-session' : null;
  }
}

function tellDevice(rig: RigDraft): LeverRefusal | null {
  if (rig.device === null) return 'no-device';
  sayDevice(rig);
  rig.due = { ...rig.due, device: rig.nowMs + 100 };
  return null;
}

function setDanger(rig: RigDraft, danger: Danger, on: boolean): void {
  const { dangers } = rig.trouble;
  if (dangers.includes(danger) === on) return;
  if (!on) {
    rig.trouble = { ...rig.trouble, dangers: dangers.filter((one) => one !== danger) };
    return;
  }
  rig.trouble = { ...rig.trouble, dangers: [...dangers, danger], cutOut: true, dueMs: rig.nowMs + REPEAT_MS };
  say(rig, 'EVENT', { kind: danger });
}

/** Each tick: the rig looks at its own sensors, and says again what still is so. */
export function watchPeople(rig: RigDraft): void {
  if (rig.readings !== null && rig.device !== null) {
    const { deviceDc, forceCn } = rig.readings;
    if (deviceDc >= HOT_DC) setDanger(rig, 'hot', true);
    else if (deviceDc < COOL_DC) setDanger(rig, 'hot', false);
    setDanger(rig, 'force', forceCn > FORCE_CN);
  }
  if (rig.trouble.dangers.length === 0 || rig.nowMs < rig.trouble.dueMs) return;
  for (const kind of rig.trouble.dangers) say(rig, 'EVENT', { kind });
  rig.trouble = { ...rig.trouble, dueMs: rig.nowMs + REPEAT_MS };
}

/** The device is out: what endangered people went with it, but not the smoke. */
export function forgetDangers(rig: RigDraft): void {
  rig.trouble = { ...rig.trouble, dangers: rig.trouble.dangers.filter((one) => one === 'smoke'), cutOut: false };
}

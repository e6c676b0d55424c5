/**
 * What is known of the device in the fixture besides its chassis: warmth, force, battery, bus, supply, lock, and signs of
 * trouble. Readings come in as they were measured; all of it is forgotten when the device leaves.
 */
import type { Phase } from '../contract/interlock.ts';
import type { Device, Power } from '../wire/rig-message.ts';
import type { Limits } from './limits.ts';
import { USB_RETURN_MS } from './zone.ts';

export interface Reading { readonly atMs: number; readonly deviceDc: number; readonly forceCn: number }

export interface WatchState {
  /** The newest two readings, oldest first: one alone may be wrong. */
  readonly last: readonly Reading[];
  /** About one reading a second over the time in which a rise is judged, oldest first. */
  readonly warmth: readonly Reading[];
  /** The last battery that was read; a phone in its recovery mode gives none. */
  readonly batteryPct: number | null;
  readonly locked: boolean | null;
  readonly hubs: number | null;
  /** Storage or disk errors were reported of this device. */
  readonly storageErrors: boolean;
  readonly usb: UsbState;
  readonly dipAtMs: number | null;
}

export interface UsbState {
  /** Since when the device is off the bus, and when it must be back; null when it is on it. */
  readonly gone: { readonly atMs: number; readonly dueAtMs: number } | null;
  readonly backAtMs: number | null;
  /** Disconnects that no phase explains, and late returns. */
  readonly drops: number;
}

export const NO_WATCH: WatchState = {
  last: [], warmth: [], batteryPct: null, locked: null, hubs: null, storageErrors: false, usb: { gone: null, backAtMs: null, drops: 0 }, dipAtMs: null,
};

const THIN_MS = 900;
const MEDIAN_OF = 3;

export function watchPower(watch: WatchState, power: Power, atMs: number, limits: Limits): WatchState {
  const reading: Reading = { atMs, deviceDc: power.deviceDc, forceCn: power.forceCn };
  const kept = watch.warmth.filter((one) => atMs - one.atMs <= limits.deviceRiseMs);
  const newest = kept.at(-1);
  const warmth = newest !== undefined && atMs - newest.atMs < THIN_MS ? kept : [...kept, reading];
  return { ...watch, last: [...watch.last.slice(-1), reading], warmth, batteryPct: power.batteryPct ?? watch.batteryPct };
}

export const watchDevice = (watch: WatchState, { locked, hubs }: Device): WatchState =>
  watch.locked === locked && watch.hubs === hubs ? watch : { ...watch, locked, hubs };

export function watchUsbGone(watch: WatchState, phase: Phase, nowMs: number): WatchState {
  if (watch.usb.gone !== null) return watch;
  const returnMs = USB_RETURN_MS[phase];
  const drops = watch.usb.drops + (returnMs === undefined ? 1 : 0);
  return { ...watch, usb: { gone: { atMs: nowMs, dueAtMs: nowMs + (returnMs ?? 0) }, backAtMs: null, drops } };
}

/** Back on the bus; a late return counts like a disconnect, once. */
export function watchUsbBack(watch: WatchState, nowMs: number): WatchState {
  const { gone, drops } = watch.usb;
  if (gone === null) return watch;
  const wasExpected = gone.dueAtMs > gone.atMs;
  const isLate = nowMs > gone.dueAtMs;
  return { ...watch, usb: { gone: null, backAtMs: isLate ? nowMs : null, drops: drops + (wasExpected && isLate ? 1 : 0) } };
}

/** Why the bus is not steady, or null. */
export function usbTrouble({ usb }: WatchState, nowMs: number, limits: Limits): 'gone' | 'late' | 'settling' | 'often' | null {
  if (usb.gone !== null && nowMs >= usb.gone.dueAtMs) return usb.gone.dueAtMs > usb.gone.atMs ? 'late' : 'gone';
  if (usb.drops >= limits.usbDropsMax) return 'often';
  return usb.backAtMs !== null && nowMs - usb.backAtMs < limits.usbSettleMs ? 'settling' : null;
}

/** How far the device warmed up within the time that is judged; medians of three, so that one wrong reading counts for nothing. */
export function riseDc({ warmth }: WatchState): number {
  let least = Infinity;
  for (let end = MEDIAN_OF; end <= warmth.length; end += 1) least = Math.min(least, medianBefore(warmth, end));
  return least === Infinity ? 0 : medianBefore(warmth, warmth.length) - least;
}

/** The newest temperature that one wrong reading cannot make (tenths of °C). */
export const steadyDc = ({ warmth }: WatchState): number => (warmth.length < MEDIAN_OF ? 0 : medianBefore(warmth, warmth.length));

/** The median of the three readings before this place. Asked at every line, so nothing is sorted. */
function medianBefore(warmth: readonly Reading[], end: number): number {
  const [a, b, c] = [warmth[end - 3]?.deviceDc ?? 0, warmth[end - 2]?.deviceDc ?? 0, warmth[end - 1]?.deviceDc ?? 0];
  return a + b + c - Math.min(a, b, c) - Math.max(a, b, c);
}

/**
 * What a rig's line means, a second time: one table of keys written from PROTOCOL.md §4 to §8. A line that fits it must be
 * read, and read as this. What does not fit may be refused; the product is a little more patient than the paper.
 */
import type { SecondFrame } from './second-grammar.ts';

/** Gives the meaning of a value, or undefined when the paper does not allow it. */
type Kind = (value: string) => unknown;

interface Key { readonly key: string; readonly name: string; readonly kind: Kind; readonly absent?: unknown }

const TIME_MAX = 4_294_967_295;

/** A decimal whole number as the paper writes it: no leading zero, no plus, `-` where negative. */
function whole(value: string): number | undefined {
  const digits = value.startsWith('-') ? value.slice(1) : value;
  if (digits.length < 1 || digits.length > 10 || [...digits].some((digit) => digit < '0' || digit > '9')) return undefined;
  if (digits.startsWith('0') && value !== '0') return undefined;
  return [...digits].reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - 48, 0) * (value.startsWith('-') ? -1 : 1);
}

const between = (least: number, most: number): Kind => (value) => {
  const number = whole(value);
  return number !== undefined && number >= least && number <= most ? number : undefined;
};
const word = (...words: readonly string[]): Kind => (value) => (words.includes(value) ? value : undefined);
const flag: Kind = (value) => (value === '1' ? true : value === '0' ? false : undefined);
const hexOf = (digits: number): Kind => (value) => (value.length === digits && [...value].every((one) => '0123456789ABCDEF'.includes(one)) ? value : undefined);
const orNone = (kind: Kind): Kind => (value) => (value === 'none' ? null : kind(value));

/** 12 hex digits, or the id that a rig makes itself: `R`, boot counter, seven decimal digits. */
const stopId: Kind = (value) => {
  if (value.length !== 12) return undefined;
  if (!value.startsWith('R')) return hexOf(12)(value);
  return hexOf(4)(value.slice(1, 5)) !== undefined && [...value.slice(5)].every((one) => one >= '0' && one <= '9') ? value : undefined;
};

/** `%` and two upper-case hex digits is one byte of UTF-8; if any escape is broken the value means itself. */
export function plainText(value: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    if (value[at] !== '%') bytes.push(value.charCodeAt(at));
    else {
      const high = '0123456789ABCDEF'.indexOf(value[at + 1] ?? '?');
      const low = '0123456789ABCDEF'.indexOf(value[at + 2] ?? '?');
      if (high < 0 || low < 0) return value;
      bytes.push(high * 16 + low);
      at += 2;
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return value;
  }
}

const text = (longest: number): Kind => (value) => (value.length <= longest ? plainText(value) : undefined);
const serial: Kind = (value) => (value.length <= 24 && [...value].every((one) => /[A-Za-z0-9-]/.test(one)) ? value : undefined);
const alnum: Kind = (value) => (value.length <= 8 && [...value].every((one) => /[A-Za-z0-9]/.test(one)) ? value : undefined);

const heights: Kind = (value) => {
  const parts = value.split(',');
  if (parts.length < 3 || parts.length > 6) return undefined;
  const read = parts.map((part) => (part === 'x' ? null : whole(part)));
  return read.includes(undefined) ? undefined : read;
};

const phase = word('idle', 'prepare', 'unpack', 'verify', 'recovery', 'start', 'write', 'erase-next', 'erase', 'finish', 'stopped');
const zone = word('safe', 'critical', 'committed');
const point = word('write', 'erase', 'none');
const restore = hexOf(8);
const cause = word('stop', 'lapse', 'estop', 'button');
const planKind: Kind = (value) => (value === 'update' || value === 'erase' ? value : 'unknown');

const key = (name: string, kind: Kind, as = name): Key => ({ key: name, name: as, kind });
const may = (name: string, kind: Kind, absent: unknown, as = name): Key => ({ key: name, name: as, kind, absent });
const answer = [key('id', stopId), key('phase', phase), key('zone', zone), key('restore', orNone(restore))];
const proto = key('proto', between(1, 999));

const LINES: Readonly<Record<string, readonly Key[]>> = {
  'BOOT': [proto, key('rig', serial)],
  'WELCOME': [proto, key('rig', serial), key('fw', text(16), 'firmware'), key('model', text(16)), key('virtual', flag), key('latch', orNone(stopId))],
  'HB': [
    key('ack', between(0, 65_535)), key('seat', flag, 'seated'), key('phase', phase), key('zone', zone), key('restore', orNone(restore)), key('gate', point),
    key('permit', point), key('latch', orNone(stopId)), may('estop', (value) => (value === '1' ? true : undefined), false),
  ],
  'LATCH': [...answer, key('answer', word('stopped', 'too-late')), key('at_ms', between(0, TIME_MAX), 'atMs'), key('cause', cause)],
  'FIXTURE': [
    key('id', alnum), key('probes', between(3, 6)), key('span_mm', between(1, 1000), 'spanMm'), key('noise_um', between(0, 1000), 'noiseUm'),
    key('full_um', between(1, 9999), 'fullUm'), key('period_ms', between(1, 10_000), 'periodMs'), key('zero_dc', between(-500, 1500), 'zeroDc'),
    may('rows', between(2, 3), 2), may('width_mm', between(1, 1000), null, 'widthMm'), may('zero_um', between(-9999, 9999), null, 'zeroUm'),
    may('zero_h', between(0, 99_999), null, 'zeroH'),
  ],
  'MID': [key('fixture', alnum), key('m_um', heights, 'middleUm')],
  'DEVICE': [
    key('model', text(24)), may('serial', text(24), null), may('ecid', hexOf(16), null), may('imei', text(24), null),
    may('lock', (value) => (value === 'on' ? true : value === 'off' ? false : undefined), null, 'locked'), may('hub', between(0, 9), null, 'hubs'),
  ],
  'PLAN': [key('restore', restore), key('kind', planKind), key('from', text(12)), key('to', text(12)), key('hash', hexOf(8))],
  'PROGRESS': [key('restore', restore), key('pct', between(0, 100)), key('next', point), may('next_ms', between(0, TIME_MAX), null, 'nextMs')],
  'PROBE': [
    key('fixture', alnum), key('l_um', heights, 'leftUm'), key('r_um', heights, 'rightUm'), key('temp_dc', between(-500, 1500), 'temperatureDc'),
    may('turned', (value) => (value === '1' ? true : undefined), false),
  ],
  'POWER': [
    may('battery_pct', between(0, 100), null, 'batteryPct'), key('supply_mv', between(0, 100_000), 'supplyMv'), key('device_dc', between(-500, 2000), 'deviceDc'),
    key('force_cn', between(0, 100_000), 'forceCn'),
  ],
  'STOPPED': [...answer, may('cause', cause, 'stop')],
  'TOO-LATE': [...answer, may('cause', cause, 'stop')],
  'ENDED': [key('restore', restore), key('result', word('kept', 'erased', 'stopped', 'undone', 'failed'))],
  'EVENT': [key('kind', text(32))],
  'RESET-DONE': [key('id', stopId)],
  'DRILLED': [key('id', stopId)],
  'REFUSED': [key('re', between(0, 65_535)), key('verb', text(16), 'refusedVerb'), key('why', text(32))],
};

/** The verbs of the table. */
export const RIG_VERBS = Object.keys(LINES);

/** What the paper says this line means; undefined when it says nothing, or that the line is wrong. */
export function meaningOf(frame: SecondFrame): Readonly<Record<string, unknown>> | undefined {
  const keys = Object.hasOwn(LINES, frame.verb) ? LINES[frame.verb] : undefined;
  const tMs = between(0, TIME_MAX)(valueOf(frame, 't_ms') ?? '');
  if (keys === undefined || tMs === undefined) return undefined;
  const meaning: Record<string, unknown> = { verb: frame.verb, tMs };
  for (const one of keys) {
    const value = valueOf(frame, one.key);
    const read = value === undefined ? one.absent : one.kind(value);
    if (read === undefined) return undefined;
    meaning[one.name] = read;
  }
  return meaning;
}

const valueOf = (frame: SecondFrame, name: string): string | undefined => frame.fields.find(([key]) => key === name)?.[1];

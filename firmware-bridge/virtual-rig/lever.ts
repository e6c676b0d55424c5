/**
 * The levers of the virtual rig as a table, and the one parse of what comes in at the lever socket. A wrong lever or
 * value is refused with a sentence that says what would be right.
 */
import { PROBE_FAULTS } from './probed-chassis.ts';

export interface LeverRefused { readonly ok: false; readonly what: string; readonly remedy: string }
export interface LeverPull { readonly lever: LeverName; readonly value: LeverValue; readonly ids: Readonly<Record<string, string>> }
export type LeverValue = string | number | boolean | null;

type Kind =
  | { readonly is: 'none' }
  | { readonly is: 'number'; readonly low: number; readonly high: number; readonly otherwise: number | null; readonly needed: boolean }
  | { readonly is: 'word'; readonly pattern: RegExp; readonly like: string; readonly otherwise: string | null; readonly needed: boolean }
  | { readonly is: 'switch' };
interface Lever { readonly key: string; readonly kind: Kind }

const none: Lever = { key: 'value', kind: { is: 'none' } };
/** Without `otherwise` the value is needed. */
const number = (key: string, low: number, high: number, otherwise?: number | null): Lever =>
  ({ key, kind: { is: 'number', low, high, otherwise: otherwise ?? null, needed: otherwise === undefined } });
const word = (key: string, pattern: RegExp, like: string, otherwise?: string | null): Lever =>
  ({ key, kind: { is: 'word', pattern, like, otherwise: otherwise ?? null, needed: otherwise === undefined } });
const onOff: Lever = { key: 'on', kind: { is: 'switch' } };

export const LEVER_NAMES = [
  'seat', 'unseat', 'start', 'erase', 'announce-erase', 'bend', 'straighten', 'pull-cable', 'plug-cable', 'go-silent', 'resume', 'garble',
  'ignore-stop', 'restart', 'estop', 'button', 'battery', 'heat', 'probe-fault', 'speed', 'state',
  'twist', 'turn', 'noise', 'zero-off', 'fixture-heat',
  'smoke', 'swell', 'force', 'usb-gone', 'usb-back', 'supply-dip', 'storage-error', 'lock', 'hub', 'downgrade', 'fail', 'swap', 'refuse', 'regress', 'go-deaf',
  'noise-stop', 'strange-phase', 'rogue', 'forget-drills',
] as const;
export type LeverName = (typeof LEVER_NAMES)[number];

/** Each lever takes at most one value, under this key or under `value`. */
export const LEVERS: Readonly<Record<LeverName, Lever>> = {
  seat: word('model', /^[ -~]{1,24}$/, 'the model, at most 24 plain characters', null),
  unseat: none,
  start: word('plan', /^[a-z][a-z-]{0,11}$/, 'update, erase or another short word', 'update'),
  erase: none,
  'announce-erase': none,
  bend: number('um', -4000, 4000, 600),
  straighten: none,
  'pull-cable': none,
  'plug-cable': none,
  'go-silent': number('ms', 1, 3_600_000, null),
  resume: none,
  garble: number('count', 1, 1000, 3),
  'ignore-stop': onOff,
  restart: none,
  estop: onOff,
  button: none,
  battery: number('pct', 0, 100),
  heat: number('c', 15, 90),
  'probe-fault': word('edge', new RegExp(`^(${PROBE_FAULTS.join('|')})$`), PROBE_FAULTS.join(', ')),
  speed: number('n', 0.1, 1000),
  smoke: onOff,
  swell: onOff,
  force: number('cn', 0, 5000),
  'usb-gone': none,
  'usb-back': none,
  'supply-dip': none,
  'storage-error': none,
  lock: onOff,
  hub: number('n', 0, 9),
  downgrade: none,
  fail: none,
  swap: none,
  refuse: none,
  regress: none,
  'go-deaf': number('ms', 1, 3_600_000, null),
  'noise-stop': none,
  'strange-phase': onOff,
  rogue: onOff,
  'forget-drills': onOff,
  state: none,
  twist: number('um', -4000, 4000, 400),
  turn: none,
  noise: number('um', 0, 500),
  'zero-off': number('um', -1000, 1000, 80),
  'fixture-heat': number('c', 10, 60),
};

const refuse = (what: string, remedy: string): LeverRefused => ({ ok: false, what, remedy });
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isLever = (name: unknown): name is LeverName => LEVER_NAMES.some((known) => known === name);

const ID_KEYS = ['serial', 'ecid', 'imei'] as const;
const ID_TEXT = /^[0-9A-Za-z-]{1,24}$/;
const ECID_TEXT = /^[0-9A-F]{16}$/;

/** Reads one line from the lever socket. */
export function parseLever(line: string): LeverPull | LeverRefused {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return refuse('the line is not JSON', 'send one JSON object per line, for example {"lever":"bend","um":900}');
  }
  if (!isRecord(given)) return refuse('the line is not a JSON object', 'send for example {"lever":"state"}');
  const name = given.lever;
  if (!isLever(name)) return refuse(`there is no lever ${JSON.stringify(name ?? null)}`, `the levers are ${LEVER_NAMES.join(', ')}`);
  const { key, kind } = LEVERS[name];
  const allowed: readonly string[] = ['lever', key, 'value', ...(name === 'seat' ? ID_KEYS : [])];
  const stranger = Object.keys(given).find((found) => !allowed.includes(found));
  if (stranger !== undefined) return refuse(`${name} knows no "${stranger}"`, kind.is === 'none' ? `${name} takes no value` : `its value goes under "${key}"`);
  const value = readValue(name, key, kind, given[key] ?? given.value ?? null);
  if (typeof value === 'object' && value !== null) return value;
  const ids: Record<string, string> = {};
  for (const id of ID_KEYS) {
    const text = given[id];
    if (text === undefined) continue;
    if (typeof text !== 'string' || !(id === 'ecid' ? ECID_TEXT : ID_TEXT).test(text)) {
      return refuse(`seat: "${id}" is not usable`, id === 'ecid' ? 'give 16 upper-case hex digits' : 'give 1 to 24 letters, digits or hyphens');
    }
    ids[id] = text;
  }
  return { lever: name, value, ids };
}

function readValue(name: LeverName, key: string, kind: Kind, given: unknown): LeverValue | LeverRefused {
  switch (kind.is) {
    case 'none':
      return given === null ? null : refuse(`${name} takes no value`, `send {"lever":"${name}"}`);
    case 'switch':
      if (given === true || given === 'on' || given === null) return true;
      if (given === false || given === 'off') return false;
      return refuse(`${name}: "${key}" is neither on nor off`, `send {"lever":"${name}","${key}":true} or false`);
    case 'number': {
      if (given === null && !kind.needed) return kind.otherwise;
      const value = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
      if (typeof value === 'number' && value >= kind.low && value <= kind.high) return value;
      return refuse(`${name} needs a number "${key}"`, `give ${kind.low} to ${kind.high}`);
    }
    case 'word':
      if (given === null && !kind.needed) return kind.otherwise;
      if (typeof given === 'string' && kind.pattern.test(given)) return given;
      return refuse(`${name} needs a word "${key}"`, `give ${kind.like}`);
  }
}

/** Lines as rigs and hosts say them, with values over their whole range, and lines that break one rule of the grammar each. */
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';
import { seal } from './second-grammar.ts';
import { RIG_VERBS } from './second-reading.ts';
import { pick, whole } from './target.ts';

type Make = (random: Random) => string;

const digits = (random: Random, count: number, alphabet: string): string => {
  let out = '';
  for (let left = count; left > 0; left -= 1) out += alphabet.charAt(whole(random, alphabet.length));
  return out;
};
const hex = (count: number): Make => (random) => digits(random, count, '0123456789ABCDEF');
const oneOf = (...words: readonly string[]): Make => (random) => pick(random, words);
const EDGES = [0, 1, -1, 2, 9, 10, 99, 100, 101, 999, 1000, 1500, 1501, 2000, 4000, 4095, 8190, 8191, 9999, 10_000, 32_767, 65_535, 65_536, 100_000, 4_294_967_295, 4_294_967_296, 9_999_999_999, -500, -501];
const number = (random: Random, most: number): string => String(random() < 0.2 ? pick(random, EDGES) : whole(random, most));
const upTo = (most: number): Make => (random) => number(random, most);
const VALUE_BYTES = Array.from({ length: 94 }, (_unused, index) => String.fromCharCode(index + 33)).filter((one) => one !== '=' && one !== '*').join('');
const text = (longest: number): Make => (random) => digits(random, 1 + whole(random, longest), random() < 0.7 ? 'ABCabc019-.' : VALUE_BYTES);
const height: Make = (random) => (random() < 0.05 ? 'x' : String(whole(random, 200) - 100 + (random() < 0.1 ? pick(random, EDGES) : 0)));
const heights: Make = (random) => Array.from({ length: random() < 0.9 ? 5 : 1 + whole(random, 7) }, () => height(random)).join(',');

const phase = oneOf('idle', 'prepare', 'unpack', 'verify', 'recovery', 'start', 'write', 'erase-next', 'erase', 'finish', 'stopped', 'new-phase');
const zone = oneOf('safe', 'critical', 'committed');
const point = oneOf('write', 'erase', 'none');
const restore = oneOf('00070001', '00070002', 'none', 'FFFFFFFF');
const stopId = oneOf('none', '000000000000', 'R00070000001', '5C1E77A90001', '7F00AA120001');
const cause = oneOf('stop', 'lapse', 'estop', 'button', 'mood');

const VALUES: Readonly<Record<string, Make>> = {
  proto: oneOf('1', '2', '999', '1000'), rig: text(24), fw: text(16), model: text(24), virtual: oneOf('0', '1', '2'), latch: stopId, ack: upTo(70_000),
  seat: oneOf('0', '1'), phase, zone, restore, gate: point, permit: point, estop: oneOf('0', '1'), id: stopId, answer: oneOf('stopped', 'too-late'), at_ms: upTo(100_000),
  cause, probes: oneOf('3', '5', '6', '2', '7'), span_mm: upTo(1000), noise_um: upTo(20), full_um: upTo(9999), period_ms: upTo(200), zero_dc: upTo(300),
  serial: text(24), ecid: hex(16), imei: text(20), kind: oneOf('update', 'erase', 'sideload', 'button', 'estop', 'fallback', 'hot', 'smoke', 'usb-gone', 'storage-error'),
  from: text(12), to: text(12), hash: (random) => (random() < 0.5 ? '5D0C9E11' : hex(8)(random)),
  pct: upTo(101), next: point, next_ms: upTo(200_000), fixture: oneOf('F2', 'V1', 'F3'), l_um: heights, r_um: heights, m_um: heights, turned: oneOf('0', '1', '2'),
  rows: oneOf('2', '3', '1'),
  lock: oneOf('on', 'off', 'x'), hub: upTo(11), width_mm: upTo(100), zero_um: upTo(100), zero_h: upTo(50), temp_dc: upTo(300), battery_pct: upTo(101),
  supply_mv: upTo(6000), device_dc: upTo(400), force_cn: upTo(200), result: oneOf('kept', 'erased', 'stopped', 'undone', 'failed'), re: upTo(70_000), verb: oneOf('RESET', 'DRILL'),
  why: text(20), host: text(40), plan: hex(8), re_ms: upTo(100_000), ttl_ms: upTo(2100), x_new: text(8),
};

const KEYS: Readonly<Record<string, string>> = {
  'BOOT': 'proto rig fw', 'WELCOME': 'proto rig fw model virtual latch', 'HB': 'ack seat phase zone restore gate permit latch estop?',
  'LATCH': 'id answer phase zone restore at_ms cause', 'FIXTURE': 'id probes span_mm noise_um full_um period_ms zero_dc rows? width_mm? zero_um? zero_h?', 'DEVICE': 'model serial? ecid? imei? lock? hub?',
  'PLAN': 'restore kind from to hash', 'PROGRESS': 'restore pct next next_ms?', 'PROBE': 'fixture l_um r_um temp_dc turned?', 'MID': 'fixture m_um', 'POWER': 'battery_pct? supply_mv device_dc force_cn',
  'STOPPED': 'id phase zone restore cause?', 'TOO-LATE': 'id phase zone restore cause?', 'ENDED': 'restore result', 'EVENT': 'kind', 'RESET-DONE': 'id', 'REFUSED': 're verb why',
  'DRILLED': 'id', 'NEWS-OF-LATER': 'x_new',
};
const HOST_KEYS: Readonly<Record<string, string>> = {
  'HELLO': 'proto host', 'HB': 're re_ms permit? restore? plan? ttl_ms?', 'STOP': 'id why?', 'RESET': 'id', 'DRILL': 'id',
};
const VERBS = [...RIG_VERBS, 'HB', 'HB', 'HB', 'PROBE', 'PROBE', 'DRILLED', 'NEWS-OF-LATER'];

function fieldsOf(random: Random, keys: string): string {
  let out = '';
  for (const one of keys.split(' ')) {
    const name = one.replace('?', '');
    if (name === one || random() < 0.5) out += ` ${name}=${VALUES[name]?.(random) ?? '0'}`;
  }
  return out + (random() < 0.05 ? ` x_new=${text(8)(random)}` : '');
}

const head = (random: Random, verb: string): string =>
  ` ${random() < 0.8 ? 'A1B20007' : hex(8)(random)} ${String(random() < 0.95 ? whole(random, 65_536) : whole(random, 100_000)).padStart(5, '0')} ${verb}`;

/** A rig's line with length and check; now and then longer than allowed, or with a number out of its range. */
export function rigLine(random: Random): string {
  const verb = pick(random, VERBS);
  return seal(`${head(random, verb)} t_ms=${number(random, 1_000_000)}${fieldsOf(random, KEYS[verb] ?? '')}`);
}

export function hostLine(random: Random): string {
  const verb = pick(random, Object.keys(HOST_KEYS));
  return seal(`${head(random, verb)}${fieldsOf(random, HOST_KEYS[verb] ?? '')}`);
}

/** A line that fits into a running session: its number comes next, its time is now. */
export function lineOfSession(random: Random, after: { readonly session: string; readonly n: number; readonly tMs: number }): string {
  const verb = pick(random, VERBS);
  const n = String((after.n + 1 + whole(random, 6)) & 0xffff).padStart(5, '0');
  return seal(` ${after.session} ${n} ${verb} t_ms=${after.tMs + whole(random, 90)}${fieldsOf(random, KEYS[verb] ?? '')}`);
}

/** By the productions of the grammar, each of them wrong now and then. */
export function oddLine(random: Random): string {
  const odd = (right: string, ...wrong: readonly string[]): string => (random() < 0.08 ? pick(random, wrong) : right);
  const session = odd(hex(8)(random), 'a1b20007', 'A1B2000', 'A1B200077', 'G1B20007', '');
  const n = odd(String(whole(random, 65_536)).padStart(5, '0'), '65536', '99999', '0001', '000001', '-0001', '0001 ', '+0001');
  const verb = odd(digits(random, 2 + whole(random, 15), 'ABCHB').replace(/^-/, 'A'), 'A', '-A', 'A-', 'A--B', 'hb', 'HB1', 'A'.repeat(16), 'A'.repeat(17), '');
  let fields = '';
  for (let left = whole(random, 6); left > 0; left -= 1) {
    const name = odd(`${digits(random, 1, 'abcxyz')}${digits(random, whole(random, 6), 'abz09_')}`, 'a'.repeat(16), 'a'.repeat(17), '0a', '_a', 'A', 'a-', '', 'constructor', '__proto__');
    fields += odd(' ', '', '  ', '\t') + name + odd('=', '', '==', ':') + odd(text(12)(random), '', '%20', '%2a', '%', '%zz', '%FF', 'a*b', 'a=b', '\x7f', '\xe9', 'x'.repeat(100), 'x'.repeat(128));
  }
  const line = seal(` ${session} ${n} ${verb}${fields}`);
  return odd(line, line.slice(0, -1), `${line} `, line.toLowerCase(), line.replace('*', ''), line.replace('*', '**'), line.slice(1), `0${line}`);
}

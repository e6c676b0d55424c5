/** What noise, buffers and cables do to a line, and what a wrong sender would write. Every kind leaves text of single bytes. */
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';
import { seal } from './second-grammar.ts';
import { pick, whole } from './target.ts';

const byte = (random: Random): string => String.fromCharCode(whole(random, 256));
const SPICE = [' ', '  ', '=', '*', '%', ',', '0', '-', '_', '\n', '\r', '\x18', '\x00', '\x7f', '\xff', 'x', 'none', '65536', '00', '%2', '%zz', '%2a', 'A', 'a', '=1', ' a=1', ' t_ms=1', '*0000'];

type Damage = (random: Random, line: string, other: string) => string;

const cutAt = (random: Random, line: string): number => whole(random, line.length + 1);

function flip(random: Random, line: string): string {
  const at = whole(random, line.length);
  return line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ (1 << whole(random, 8))) + line.slice(at + 1);
}

function put(random: Random, line: string, what: string, over: number): string {
  const at = cutAt(random, line);
  return line.slice(0, at) + what + line.slice(at + over);
}

const KINDS: readonly Damage[] = [
  (random, line) => flip(random, line),
  (random, line) => flip(random, flip(random, line)),
  (random, line) => put(random, line, byte(random), 1),
  (random, line) => put(random, line, byte(random), 0),
  (random, line) => put(random, line, '', 1 + whole(random, 4)),
  (random, line) => put(random, line, pick(random, SPICE), whole(random, 3)),
  (random, line) => line.slice(0, cutAt(random, line)),
  (random, line) => line.slice(cutAt(random, line)),
  (random, line, other) => line.slice(0, cutAt(random, line)) + other.slice(cutAt(random, other)),
  (random, line, other) => line.slice(0, cutAt(random, line)) + other,
  (random, line) => { const at = cutAt(random, line); return line.slice(0, at) + line.slice(at, at + 8) + line.slice(at); },
];

/** One or two kinds of damage. */
export function damage(random: Random, line: string, other: string): string {
  if (line === '') return byte(random);
  const once = pick(random, KINDS)(random, line, other);
  return random() < 0.75 || once === '' ? once : pick(random, KINDS)(random, once, other);
}

/** The same, and then a length and a check that are right: now only the grammar can refuse it. */
export const damageAndSeal = (random: Random, line: string, other: string): string => seal(damage(random, line.slice(3, -5), other.slice(3, -5)));

export function noise(random: Random): string {
  let out = '';
  for (let left = whole(random, 200); left > 0; left -= 1) out += byte(random);
  return out;
}

/**
 * What a person may type who plays the rig by hand: one parse for every typed line. What is wrong gets a sentence that
 * says what would be right; nothing typed can make the rig itself break its protocol, except a raw line.
 */
import { parseLever } from './lever.ts';
import type { LeverPull } from './lever.ts';

export type ByHandCommand =
  | { readonly do: 'help' | 'quit' | 'state' | 'speak' | 'reboot' | 'auto-probe' | 'fail' | 'nothing' }
  | { readonly do: 'lever'; readonly pull: LeverPull }
  | { readonly do: 'phase'; readonly phase: string }
  | { readonly do: 'start'; readonly kind: string; readonly from: string; readonly to: string }
  | { readonly do: 'probe'; readonly left: readonly (number | null)[]; readonly right: readonly (number | null)[] }
  | { readonly do: 'show'; readonly all: boolean }
  | { readonly do: 'raw'; readonly verb: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly do: 'wrong'; readonly sentence: string };

export const HELP = `Type what the rig should do. Length, number, session, time and check are added; heartbeats and repeats go by themselves.
  seat iPhone 12 [serial=X ecid=… imei=…]   a phone lies in the fixture        unseat
  start [update|erase|WORD] [from=26.1 to=26.2]   a restore opens in prepare
  phase NAME     go on: prepare unpack verify recovery start write erase-next erase finish idle
                 (start, write, erase-next and erase need the host's permit; the rig waits or stops as it must)
  erase-next     an update gives up in write and wants to erase               fail   the restore fails
  probe 0,30,44,29,2 0,28,39,30,-1   these heights from now on (x: cannot measure)     probe auto
  bend 900       the chassis bends by 900 micrometres in 0.6 s                straighten
  twist 400      one corner rises by 400 micrometres       turn   take it out, turn it by 180 degrees, seat it again
  probe-fault left|right|missing|rail|stuck|zero|jump|gap|none · noise 10 · zero-off 80 · fixture-heat 32
  battery 20 · heat 60 · estop on|off · button
  smoke [off] · swell [off] · force 1200   danger to people: charging is cut and the press retracted
  usb-gone · usb-back · hub 2 · lock on|off · supply-dip · storage-error · swap   another phone lies there
  refuse · regress · noise-stop · strange-phase on|off · rogue on|off · downgrade   a rig that breaks its rules, a plan that goes back
  silent [MS]    say nothing, for good or for a time     speak                garble 3   damage the next lines
  answer on|off  obey and answer STOP (on at the beginning)                   reboot     power off and on
  show all|changes   print every heartbeat of the host, or only what changes
  PROBE l_um=0,1 r_um=0,1 …   any VERB key=value is sent as a line of this session
  state · help · quit`;

const wrong = (sentence: string): ByHandCommand => ({ do: 'wrong', sentence });
const PROBE_VALUE = /^-?\d{1,5}$/;
const PLAN_WORD = /^[a-z][a-z-]{0,11}$/;
const RAW_VERB = /^[A-Z][A-Z-]{1,15}$/;
const RAW_FIELD = /^([a-z][a-z0-9_]{0,15})=([!-)+-<>-~]+)$/;
const LINE_CHARS_MAX = 400;

/** Words with `key=value` taken out. */
function split(words: readonly string[]): { readonly plain: readonly string[]; readonly keyed: Readonly<Record<string, string>> } {
  const plain: string[] = [];
  const keyed: Record<string, string> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    if (at > 0) keyed[word.slice(0, at)] = word.slice(at + 1);
    else plain.push(word);
  }
  return { plain, keyed };
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lever(name: string, value: string | undefined, keyed: Readonly<Record<string, string>> = {}): ByHandCommand {
  const parsed = parseLever(JSON.stringify({ lever: name, ...(value === undefined ? {} : { value }), ...keyed }));
  return 'ok' in parsed ? wrong(`${parsed.what}: ${parsed.remedy}.`) : { do: 'lever', pull: parsed };
}

function onOff(name: string, value: string | undefined, invert: boolean): ByHandCommand {
  if (value !== 'on' && value !== 'off') return wrong(`"${name}" needs on or off.`);
  return lever(invert ? 'ignore-stop' : name, (value === 'on') === invert ? 'off' : 'on');
}

export function parseByHand(typed: string): ByHandCommand {
  if (typed.length > LINE_CHARS_MAX) return wrong(`That is longer than ${LINE_CHARS_MAX} characters.`);
  const words = typed.trim().split(/\s+/).filter((word) => word !== '');
  const [first, ...rest] = words;
  if (first === undefined) return { do: 'nothing' };
  if (RAW_VERB.test(first)) return raw(first, rest);
  const { plain, keyed } = split(rest);
  const value = plain[0];
  switch (first.toLowerCase()) {
    case 'help': case '?': return { do: 'help' };
    case 'quit': case 'exit': return { do: 'quit' };
    case 'state': return { do: 'state' };
    case 'seat': return lever('seat', plain.length === 0 ? undefined : decodeText(plain.join(' ')), keyed);
    case 'unseat': case 'bend': case 'straighten': case 'button': case 'battery': case 'heat': case 'probe-fault': case 'garble':
    case 'twist': case 'turn': case 'noise': case 'zero-off': case 'fixture-heat':
    case 'force': case 'hub': case 'usb-gone': case 'usb-back': case 'supply-dip': case 'storage-error': case 'swap': case 'refuse': case 'regress': case 'noise-stop':
    case 'smoke': case 'swell': case 'lock': case 'rogue': case 'forget-drills': case 'strange-phase': case 'downgrade':
      return lever(first.toLowerCase(), value);
    case 'start': return start(value ?? 'update', keyed);
    case 'phase': return value === undefined ? wrong('Name a phase, for example: phase unpack') : { do: 'phase', phase: value };
    case 'erase-next': return lever('announce-erase', undefined);
    case 'fail': return { do: 'fail' };
    case 'probe': return probe(plain);
    case 'silent': return lever('go-silent', value);
    case 'speak': return { do: 'speak' };
    case 'answer': return onOff('answer', value, true);
    case 'estop': return onOff('estop', value, false);
    case 'reboot': return { do: 'reboot' };
    case 'show': return value === 'all' || value === 'changes' ? { do: 'show', all: value === 'all' } : wrong('Type "show all" or "show changes".');
    default: return wrong(`"${first}" is not known. Type "help" for what is; a raw line begins with its VERB in capitals.`);
  }
}

function start(kind: string, keyed: Readonly<Record<string, string>>): ByHandCommand {
  if (!PLAN_WORD.test(kind)) return wrong('Start update, erase, or another word of up to 12 small letters.');
  return { do: 'start', kind, from: keyed.from ?? '26.1', to: keyed.to ?? '26.2' };
}

function probe(plain: readonly string[]): ByHandCommand {
  if (plain[0] === 'auto') return { do: 'auto-probe' };
  const edges = plain.map((list) => list.split(','));
  const [left, right] = edges;
  const usable = (list: readonly string[]): boolean => list.length >= 1 && list.length <= 6 && list.every((one) => one === 'x' || PROBE_VALUE.test(one));
  if (left === undefined || right === undefined || edges.length !== 2 || !usable(left) || !usable(right)) {
    return wrong('Give two lists of micrometres, left and right, for example: probe 0,30,44,29,2 0,28,39,30,-1');
  }
  const numbers = (list: readonly string[]): (number | null)[] => list.map((one) => (one === 'x' ? null : Number(one)));
  return { do: 'probe', left: numbers(left), right: numbers(right) };
}

function raw(verb: string, words: readonly string[]): ByHandCommand {
  const fields: Record<string, string> = {};
  for (const word of words) {
    const match = RAW_FIELD.exec(word);
    if (match?.[1] === undefined || match[2] === undefined) return wrong(`"${word}" is not key=value. In a value write a space as %20, = as %3D, * as %2A.`);
    if (match[1] in fields) return wrong(`The key "${match[1]}" stands there twice.`);
    fields[match[1]] = match[2];
  }
  return { do: 'raw', verb, fields };
}

/**
 * Every text of the bridge is walked as a reader would meet it: with all parameters, with none, and with nonsense. A new
 * table or key that this walk does not know fails here, so that no text escapes the rules.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../../firmware-bridge/contract/bench-status.ts';
import { CAUSE_CODES, isPersonCause } from '../../../firmware-bridge/contract/causes.ts';
import { EVIDENCE_BODIES } from '../../../firmware-bridge/contract/evidence.ts';
import {
  ACTOR_KINDS, MODES, OUTCOMES, PERMISSIVES, PHASES, POINTS, SENSOR_FAULTS, VERDICTS, ZONES,
} from '../../../firmware-bridge/contract/interlock.ts';
import type { Params } from '../../../firmware-bridge/contract/trip.ts';
import { ORDER_REFUSALS } from '../../../firmware-bridge/contract/uplink.ts';
import { spanish } from '../../../firmware-bridge/contract/es/words.ts';
import { finnish } from '../../../firmware-bridge/contract/fi/words.ts';
import { english } from '../../../firmware-bridge/contract/words.ts';
import type { Words } from '../../../firmware-bridge/contract/words.ts';

const TITLE_KEYS = new Set(['title', 'whenOk', 'whenNotOk']);
const SENTENCE_KEYS = new Set(['what', 'usualCause', 'whatToDo']);
const TITLE_TABLES = new Set(['phases', 'actorKinds', 'evidence']);
const TITLE_CHARACTERS_MAX = 40;
const SENTENCE_CHARACTERS_MAX = 200;

interface Leaf {
  readonly at: string;
  readonly isTitle: boolean;
  readonly say: (params: Params) => string;
}

const isTextFunction = (value: unknown): value is Leaf['say'] => typeof value === 'function';

const leavesOf = (value: unknown, path: readonly string[]): readonly Leaf[] => {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  const [table, key] = [path[0] ?? '', path.at(-1) ?? ''];
  const isTitle = TITLE_KEYS.has(key) || TITLE_TABLES.has(table) || table === 'unknownEvidence';
  if (!isTitle && !SENTENCE_KEYS.has(key)) throw new Error(`${path.join('.')} is neither a title nor a sentence`);
  if (typeof value === 'string') return [{ at: path.join('.'), isTitle, say: () => value }];
  if (isTextFunction(value)) return [{ at: path.join('.'), isTitle, say: value }];
  throw new Error(`${path.join('.')} is no text`);
};

const leavesIn = ({ locale: _, ...tables }: Words): readonly Leaf[] => leavesOf(tables, []);
const leaves = leavesIn(english);
const LANGUAGES = [['English', english], ['Spanish', spanish], ['Finnish', finnish]] as const;

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?]”?)\s+/u);

/** What is wrong with a text as it stands, in words; empty when nothing is. */
const faultsOf = ({ at, isTitle }: Leaf, text: string): readonly string[] => [
  ...(text.trim() === '' || text !== text.trim() ? [`${at}: empty, or blanks at an end`] : []),
  ...(/undefined|NaN|Infinity|null|\[object|true|false|\$\{| {2}|\(\)|“”/u.test(text) ? [`${at}: a hole: ${text}`] : []),
  ...(/\p{Cc}/u.test(text) ? [`${at}: control characters`] : []),
  ...(isTitle && text.length > TITLE_CHARACTERS_MAX ? [`${at}: title of ${text.length}: ${text}`] : []),
  ...(isTitle && text.endsWith('.') ? [`${at}: a title with a full stop`] : []),
  ...(!isTitle && !/^\p{Lu}/u.test(text) ? [`${at}: no capital at the beginning: ${text}`] : []),
  ...(!isTitle && !text.endsWith('.') ? [`${at}: no full stop: ${text}`] : []),
  ...(isTitle ? [] : sentencesOf(text).filter((one) => one.length > SENTENCE_CHARACTERS_MAX).map((one) => `${at}: sentence of ${one.length}: ${one}`)),
];

const full: Params = {
  deviationUm: 1412, holdAtUm: 300, limitUm: 400, uncertaintyUm: 100, edge: 'left', fault: 'stale', verdict: 'hold', pct: 18, neededPct: 50,
  silentMs: 640, count: 3, stalledMs: 1_240, ageMs: 75_000, verb: 'RESET', why: 'estop', name: 'A name', reason: 'smoke', phase: 'melt', kind: 'wipe',
  metric: 'edge', measured: 1, times: 3, turned: true, differUm: 140, next: 'clean',
  deviceDc: 612, limitDc: 500, riseDc: 84, withinMs: 30_000, forceCn: 1240, limitCn: 1000, from: '26.2', to: '26.1', failedAt: '2026-03-02T09:00:02.300Z', drops: 3, hubs: 2,
  bench: 'bench-2', path: '/dev/ttyUSB0', holder: 'screen', group: 'dialout', baud: 9600, expected: 'R-1', found: 'R-2', proto: 2,
};

describe.each(LANGUAGES)('the words of the bridge in %s', (_language, words) => {
  const leaves = leavesIn(words);

  it('have an entry for every code, and none for a code that does not exist', () => {
    const expected: readonly (readonly [object, readonly string[]])[] = [
      [words.causes, CAUSE_CODES], [words.problems, PROBLEM_CODES], [words.modes, MODES], [words.zones, ZONES], [words.phases, PHASES],
      [words.points, POINTS], [words.outcomes, OUTCOMES], [words.permissives, PERMISSIVES], [words.verdicts, VERDICTS],
      [words.sensorFaults, SENSOR_FAULTS], [words.actorKinds, ACTOR_KINDS], [words.orderRefusals, ORDER_REFUSALS],
      [words.evidence, Object.keys(EVIDENCE_BODIES)],
    ];
    for (const [table, codes] of expected) expect(Object.keys(table).toSorted()).toEqual([...codes].toSorted());
    expect(Intl.getCanonicalLocales(words.locale)).toEqual([words.locale]);
  });

  it('read well with no parameters', () => {
    expect(leaves.flatMap((leaf) => faultsOf(leaf, leaf.say({})))).toEqual([]);
  });

  it('read well with all parameters, and with each one missing', () => {
    const cases = [full, ...Object.keys(full).map((gone) => Object.fromEntries(Object.entries(full).filter(([key]) => key !== gone)))];
    expect(cases.flatMap((params) => leaves.flatMap((leaf) => faultsOf(leaf, leaf.say(params))))).toEqual([]);
  });

  it('read well with parameters that are nonsense', () => {
    const nonsense = fc.oneof(
      fc.constantFrom<string | number | boolean>('', '  ', '\u001B[2J\u0007', 'x'.repeat(500), Number.NaN, Infinity, -0, 1e300, true, '\u202E', '\uD800'),
      fc.double(), fc.integer(), fc.stringMatching(/^[a-z0-9 /\n\t-]{0,80}$/u).filter((text) => !/true|false|null|undefined/u.test(text)),
    );
    const params = fc.dictionary(fc.constantFrom(...Object.keys(full)), nonsense, { minKeys: 1, maxKeys: 25, noNullPrototype: true });
    const speaking = leaves.filter((leaf) => leaf.say(full) !== leaf.say({}));
    expect(speaking.length).toBeGreaterThan(15);
    fc.assert(fc.property(params, (some) => {
      expect(speaking.flatMap((leaf) => faultsOf(leaf, leaf.say(some)))).toEqual([]);
    }), { numRuns: 200 });
  });
});

describe('the words of the bridge', () => {
  it('say numbers with their unit and a narrow space', () => {
    expect(english.causes['device-frame-bent'].what(full)).toBe(
      'The left edge of the phone is bent by 1,412\u202Fµm. The hold begins at 300\u202Fµm: the limit is 400\u202Fµm, and the measurement may be off by 100\u202Fµm.',
    );
    expect(english.causes['device-frame-bent'].what({ ...full, metric: 'twist' })).toContain('twisted: one corner stands 1,412\u202Fµm over the other three');
    expect(english.causes['device-frame-bent'].what({ ...full, metric: 'plane' })).toContain('1,412\u202Fµm off a flat plane');
    expect(english.causes['bridge-stalled'].what(full)).toContain('1.2\u202Fs');
    expect(english.causes['battery-low'].what({ pct: 0 })).toContain('0\u202F%');
  });

  it('name the port, the group and the program where they are known', () => {
    expect(english.problems['port-denied'].whatToDo(full)).toContain('“dialout”');
    expect(english.problems['port-taken'].what(full)).toContain('The port (/dev/ttyUSB0) is held by screen.');
    expect(english.problems['rig-unexpected'].what(full)).toBe('The rig on this port is R-2. The configuration expects R-1.');
  });

  it('blame nobody', () => {
    const blame = /mistake|careless|forgot|your fault|user error|operator error|wrongly used|should have|incorrectly/iu;
    expect(leaves.filter((leaf) => blame.test(leaf.say(full))).map((leaf) => leaf.at)).toEqual([]);
  });

  it('claim intact data for one outcome only, and a stop only where the rig confirmed it', () => {
    const claimed = Object.entries(english.outcomes).filter(([, text]) => /intact|as it was/iu.test(`${text.title} ${text.what}`)).map(([code]) => code);
    expect(claimed).toEqual(['intact']);
    const stopped = /\b(was|were|is|been) stopped\b(?! before)|^Stopped/u;
    expect(Object.entries(english.receiptStates).filter(([, text]) => stopped.test(text.title)).map(([code]) => code)).toEqual(['confirmed']);
    const claims = Object.entries(english.causes).filter(([, text]) => /restore (was|is|has been) stopped/iu.test(`${text.title} ${text.what(full)}`));
    expect(claims.map(([code]) => code)).toEqual([]);
  });

  it('put the person before cable and power, and leave cable and phone to the call of the operator', () => {
    const { 'step-back': stepBack, ...calls } = english.operatorCalls;
    for (const call of Object.values(calls)) expect(call.whatToDo.startsWith('If the phone is hot, swollen or smoking: press the E-stop')).toBe(true);
    expect(stepBack.whatToDo.startsWith('Press the E-stop and step back.')).toBe(true);
    const touching = /power in|cable in\b|pull |unplug|leave the phone|take the phone/iu;
    const causes = Object.entries(english.causes).filter(([, text]) => touching.test(text.whatToDo(full)));
    expect(causes.map(([code]) => code)).toEqual([]);
  });

  it('send people away from what endangers them, and never ask them to keep, hold or touch anything', () => {
    const dangers = CAUSE_CODES.filter(isPersonCause);
    expect(dangers.length).toBe(5);
    for (const code of dangers) expect(english.causes[code].whatToDo(full).startsWith('Press the E-stop and step back.')).toBe(true);
    const all = [english.operatorCalls['step-back'].whatToDo, ...dangers.map((code) => english.causes[code].whatToDo(full))];
    expect(all.filter((text) => /cable|power in|plug|hold it|take it|pull/iu.test(text))).toEqual([]);
  });
});

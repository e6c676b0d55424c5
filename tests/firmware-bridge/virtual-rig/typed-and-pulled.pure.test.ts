/** The doors for people: arguments, levers and typed commands. What is wrong is refused with what would be right. */
import { expect, test } from 'vitest';
import { ByHandRig } from '../../../firmware-bridge/virtual-rig/by-hand-rig.ts';
import { BLANK_MEMORY } from '../../../firmware-bridge/virtual-rig/rig-state.ts';
import { LEVERS, LEVER_NAMES, parseLever } from '../../../firmware-bridge/virtual-rig/lever.ts';
import { encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { parseByHand } from '../../../firmware-bridge/virtual-rig/by-hand-command.ts';
import { readArguments } from '../../../firmware-bridge/virtual-rig/arguments.ts';

const PATHS = ['--link', 'l', '--memory', 'm', '--ledger', 'j', '--levers', 's'];

test('arguments: good ones are taken, bad ones refused by name', () => {
  expect(readArguments([...PATHS, '--serial', 'VIRTUAL-7', '--scenario', 'bend', '--speed', '20', '--seed', '3', '--exit-with-parent']))
    .toEqual({ link: 'l', memory: 'm', ledger: 'j', levers: 's', serial: 'VIRTUAL-7', scenario: 'bend', speed: 20, seed: 3, rows: 2, exitWithParent: true });
  for (const [wrong, named] of [[['--speed', '0'], '--speed'], [['--serial', 'R-1'], '--serial'], [['--scenario', 'war'], 'war'], [['--rows', '4'], '--rows 4'], [['--colour', 'red'], '--colour']] as const) {
    expect(readArguments([...PATHS, ...wrong])).toMatchObject({ refused: 'bad-argument', what: expect.stringContaining(named) as string });
  }
  expect(readArguments(PATHS.slice(2))).toMatchObject({ what: '--link is missing' });
});

test('every lever is taken with a right value and refused with a wrong one', () => {
  for (const lever of LEVER_NAMES) {
    const { key, kind } = LEVERS[lever];
    const right: Readonly<Record<string, unknown>> = { number: kind.is === 'number' ? Math.min(20, kind.high) : 0, word: 'left', switch: true, none: undefined };
    expect(parseLever(JSON.stringify({ lever, [key]: right[kind.is] })), lever).toMatchObject({ lever });
    expect(parseLever(JSON.stringify({ lever, [key]: { deep: 1 } })), lever).toMatchObject({ ok: false });
    expect(parseLever(JSON.stringify({ lever, [key]: right[kind.is], extra: 1 })), lever).toMatchObject({ ok: false });
  }
});

test.each([
  ['{"lever":"bend"}', { lever: 'bend', value: 600 }], ['{"lever":"bend","um":900}', { value: 900 }], ['{"lever":"bend","value":"900"}', { value: 900 }],
  ['{"lever":"ignore-stop","on":"off"}', { value: false }], ['{"lever":"go-silent"}', { value: null }], ['{"lever":"start"}', { value: 'update' }],
  ['{"lever":"battery"}', { ok: false }], ['{"lever":"bend","um":1e9}', { ok: false }], ['{"lever":"bend","um":""}', { ok: false }], ['{"lever":"fly"}', { ok: false }],
  ['nonsense', { ok: false }], ['[]', { ok: false }], ['{"lever":"toString"}', { ok: false }], ['{"lever":"seat","ecid":"zz"}', { ok: false }],
])('lever %s', (line, expected) => {
  expect(parseLever(line)).toMatchObject(expected);
});

test.each([
  ['seat iPhone%2012 serial=X', { do: 'lever', pull: { lever: 'seat', value: 'iPhone 12', ids: { serial: 'X' } } }],
  ['seat iPhone 12', { pull: { value: 'iPhone 12' } }], ['start', { do: 'start', kind: 'update' }], ['phase unpack', { do: 'phase', phase: 'unpack' }],
  ['probe 0,30,x 0,-28,1', { do: 'probe', left: [0, 30, null], right: [0, -28, 1] }], ['bend 900', { pull: { lever: 'bend', value: 900 } }],
  ['erase-next', { pull: { lever: 'announce-erase' } }], ['answer off', { pull: { lever: 'ignore-stop', value: true } }],
  ['answer on', { pull: { lever: 'ignore-stop', value: false } }], ['PROBE l_um=0,1 r_um=0,2', { do: 'raw', verb: 'PROBE', fields: { l_um: '0,1', r_um: '0,2' } }],
  ['', { do: 'nothing' }], ['probe 1', { do: 'wrong' }], ['PROBE l_um', { do: 'wrong' }], ['HB a=1 a=2', { do: 'wrong' }], ['answer maybe', { do: 'wrong' }],
  ['hovercraft', { do: 'wrong' }], ['x'.repeat(500), { do: 'wrong' }], ['constructor', { do: 'wrong' }],
])('typed: %s', (typed, expected) => {
  expect(parseByHand(typed)).toMatchObject(expected);
});

test('by hand: what is typed becomes lines, a stop is printed loudly, wrong orders get a sentence', () => {
  let nowMs = 0;
  const printed: string[] = [];
  const written: string[] = [];
  const rig = new ByHandRig({
    serial: 'VIRTUAL-T', kept: { rig: BLANK_MEMORY, bench: { device: null, bentUm: 0 } }, colour: false, nowMs: () => nowMs,
    print: (lines) => printed.push(...lines), save: () => undefined, write: (line) => written.push(line),
  });
  const run = (ms: number): void => { for (let passed = 0; passed < ms; passed += 10) { nowMs += 10; rig.tick(); } };
  rig.read(encodeFrame({ session: 'A1B20000', n: 0, verb: 'HELLO', fields: { proto: '1', host: 'test' } }) ?? '');
  rig.type('start');
  expect(printed.at(-1)).toMatch(/no phone lies in the fixture/);
  rig.type('seat Pixel%208 serial=X');
  rig.type('start update');
  rig.type('probe 0,1480,2 0,1391,1');
  rig.type('phase unpack');
  run(200);
  expect(written.filter((line) => line.includes(' PROBE ')).at(-1)).toMatch(/l_um=0,1480,2 r_um=0,1391,1/);
  expect(written.filter((line) => line.includes(' HB ')).at(-1)).toMatch(/phase=unpack/);
  expect(written.find((line) => line.includes(' DEVICE '))).toMatch(/model=Pixel%208 serial=X\*/);
  rig.read(`\x18\n${encodeFrame({ session: 'A1B20001', n: 9, verb: 'STOP', fields: { id: '5C1E77A90001', why: 'device-frame-bent' } }) ?? ''}`);
  expect(printed.some((line) => /^!!! .*STOP id=5C1E77A90001 why=device-frame-bent/.test(line))).toBe(true);
  expect(written.some((line) => line.includes('STOPPED'))).toBe(true);
  expect(rig.type('quit')).toBe('quit');
});

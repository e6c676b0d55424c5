/**
 * Everything that can be wrong at a port, on one bridge at the same time: each bench says what is wrong and shows itself
 * as unprotected, and none disturbs the others.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { BenchBox } from '../../bench-in-a-box.ts';
import { openRawTerminal, type RawTerminal } from '../../raw-terminal.ts';

let box: BenchBox;
const terminals: RawTerminal[] = [];
const NOISE = Array.from({ length: 64 }, (_unused, index) => String.fromCharCode((index * 37 + 11) & 0xff)).join('');

async function terminal(): Promise<RawTerminal> {
  const opened = await openRawTerminal();
  terminals.push(opened);
  return opened;
}

/** Answers every HELLO with a WELCOME of these keys, and one idle heartbeat. */
function welcomes(on: RawTerminal, fields: Readonly<Record<string, string>>): void {
  on.onBytes((text) => {
    const nonce = /HELLO/.test(text) ? /\d{3} ([0-9A-F]{4})0000 00000 HELLO/.exec(text)?.[1] : undefined;
    if (nonce === undefined) return;
    const session = `${nonce}0001`;
    on.write(encodeFrame({ session, n: 0, verb: 'WELCOME', fields: { t_ms: '10', proto: '1', fw: '1', model: 'R', virtual: '1', latch: 'none', ...fields } }) ?? '');
    const beat = { t_ms: '11', ack: '0', seat: '0', phase: 'idle', zone: 'safe', restore: 'none', gate: 'none', permit: 'none', latch: 'none' };
    on.write(encodeFrame({ session, n: 1, verb: 'HB', fields: beat }) ?? '');
  });
}

const PROBLEMS: readonly (readonly [string, string, (box: BenchBox) => Promise<string>])[] = [
  ['a port that does not exist', 'port-missing', () => Promise.resolve('/dev/holdfast-none')],
  ['a file that is no port', 'port-failed', () => Promise.resolve('/etc/hostname')],
  ['noise, as at a wrong speed', 'rig-not-understood', async () => {
    const on = await terminal();
    on.onBytes(() => { on.write(`${NOISE}\n${NOISE}\n${NOISE}\n`); });
    return on.path;
  }],
  ['a flood without a newline', 'rig-silent', async () => {
    const on = await terminal();
    on.onBytes(() => { on.write('x'.repeat(8192)); });
    return on.path;
  }],
  ['a rig with a newer protocol', 'protocol-newer', async () => {
    const on = await terminal();
    welcomes(on, { rig: 'NEW-1', proto: '2' });
    return on.path;
  }],
  ['a real rig where virtual ones are meant', 'virtual-mismatch', async () => {
    const on = await terminal();
    welcomes(on, { rig: 'REAL-1', virtual: '0' });
    return on.path;
  }],
];

beforeAll(async () => {
  box = await BenchBox.start({ rigs: 0 });
  const rigs: string[] = [];
  for (const [index, [, , make]] of PROBLEMS.entries()) rigs.push('--rig', `bench-${String(index + 1)}=${await make(box)}`);
  const twins = await Promise.all([terminal(), terminal()]);
  for (const twin of twins) welcomes(twin, { rig: 'TWIN-1' });
  rigs.push('--rig', `twin-a=${twins[0].path}`, '--rig', `twin-b=${twins[1].path}`);
  await box.startBridge(rigs);
});
afterAll(async () => {
  await box.end();
  for (const one of terminals) one.end();
});

test.each(PROBLEMS.map(([name, code], index) => [name, code, `bench-${String(index + 1)}`] as const))('%s → %s', async (_name, code, bench) => {
  const status = await box.seen(code, (one) => one.problem?.code === code, 15_000, bench);
  expect(status.protection).toBe('none');
  expect(status.permit).toBeNull();
  const words = english.problems[status.problem?.code ?? 'port-lost'];
  expect(words.what(status.problem?.params ?? {})).not.toBe('');
  expect(words.whatToDo(status.problem?.params ?? {})).not.toBe('');
});

test('two rigs with one identity: only one of them is believed', async () => {
  const clash = await Promise.race(['twin-a', 'twin-b'].map((bench) => box.seen('the clash', (one) => one.problem?.code === 'rig-identity-clash', 15_000, bench)));
  expect(clash.protection).toBe('none');
});

test('a second bridge with another state folder cannot take the port', async () => {
  const other = await BenchBox.start({ rigs: 0, server: false });
  try {
    await other.startBridge(['--rig', `bench-1=${terminals[2]?.path ?? ''}`]);
    const status = await other.seen('taken', (one) => one.problem?.code === 'port-taken');
    expect(status.protection).toBe('none');
    const named = await other.seen('the holder named', (one) => one.problem?.params['holder'] !== undefined);
    expect(named.problem?.params['holder']).toBe(`another Holdfast (process ${String(box.bridge?.pid)})`);
  } finally {
    await other.end();
  }
});

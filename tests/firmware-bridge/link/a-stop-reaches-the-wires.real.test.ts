/**
 * Rung 3 on real terminals: a rig that ignores every stop, a second port, a line that a terminal has not, and a relay.
 * What was written is read at the other end of each.
 */
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { BenchBox, until } from '../../bench-in-a-box.ts';
import { openRawTerminal, type RawTerminal } from '../../raw-terminal.ts';

let box: BenchBox;
let second: RawTerminal;
let relay: RawTerminal;
let relayName = '';
const heard = { second: '', relay: '' };

beforeAll(async () => {
  [second, relay] = await Promise.all([openRawTerminal(), openRawTerminal()]);
  second.onBytes((text) => { heard.second += text; });
  relay.onBytes((text) => { heard.relay += text; });
  box = await BenchBox.start({ speed: 4 });
  const config = join(box.folder, 'holdfast.yaml');
  const known = 'atOpen: connected, atClose: connected, drilled: 2026-03-02';
  relayName = join(box.folder, 'relay');
  symlinkSync(relay.path, relayName);
  writeFileSync(config, `rigs:
  - bench: bench-1
    path: ${join(box.state, 'rigs', 'bench-1.tty')}
    secondPort: { path: ${second.path} }
    cut:
      - { by: dtr, cuts: usb-data, cutsWhen: off, atPowerOff: cut, ${known} }
      - { by: relay, path: ${relayName}, baud: 9600, on: "A0 01 01 A2", off: "A0 01 00 A1", cuts: charge, cutsWhen: on, atPowerOff: connected, ${known} }
`);
  if (box.bridge !== null) {
    const gone = new Promise((resolve) => { box.bridge?.once('exit', resolve); });
    box.bridge.kill('SIGTERM');
    await gone;
  }
  await box.startBridge(['--config', config]);
});
afterAll(async () => {
  await box.end();
  second.end();
  relay.end();
});

const CUT = '\xa0\x01\x01\xa2';
const BACK = '\xa0\x01\x00\xa1';

test('an unanswered stop goes to the second port, then to each wire; a line that fails is noted and the relay is reached', async () => {
  await box.permitted();
  expect(heard.relay).toBe('');
  await box.lever('ignore-stop', { on: true });
  await box.lever('bend', { um: 900 });
  const status = await box.seen('every wire used', (one) => one.trip?.receipt.wiring?.some((use) => use.by === 'relay' && use.state === 'on') === true);
  const wiring = status.trip?.receipt.wiring ?? [];
  expect(wiring.map((use) => [use.by, use.state])).toEqual([['second-port', 'on'], ['dtr', 'failed'], ['relay', 'on']]);
  await until('the bytes at the other ends', () => heard.second.length > 60 && heard.relay.length >= CUT.length);
  expect(heard.second).toMatch(new RegExp(`^\\x18\\n\\d{3} [0-9A-F]{8} \\d{5} STOP id=${status.trip?.id ?? ''} why=device-frame-bent\\*[0-9A-F]{4}\\n$`));
  expect(heard.relay).toBe(CUT);
  await box.seen('a person called', (one) => one.trip?.receipt.rung === 4);
});

test('an answer that only the second port brings is an answer', async () => {
  const id = (await box.status()).trip?.id ?? '';
  second.write(encodeFrame({ session: '00000001', n: 0, verb: 'STOPPED', fields: { t_ms: '9000', id, phase: 'unpack', zone: 'safe', restore: 'none' } }) ?? '');
  const status = await box.seen('the answer', (one) => one.trip?.receipt.state === 'confirmed');
  expect(status.trip?.receipt).toMatchObject({ answer: 'stopped' });
  expect(heard.relay).toBe(CUT);
});

test('only a reset gives back: the relay gets its other bytes', async () => {
  await box.lever('ignore-stop', { on: false });
  await box.lever('straighten');
  await box.lever('unseat');
  const stop = await box.control({ cmd: 'stop', bench: 'bench-1', name: 'Test Person' });
  expect(stop).toMatchObject({ ok: true });
  expect(heard.relay).toBe(CUT);
  const status = await box.seen('a reset possible', (one) => one.reset.possible);
  await box.reset(status.trip?.id, 'looked at it');
  await box.seen('reset', (one) => one.mode === 'inhibited');
  await until('the bytes that give back', () => heard.relay === CUT + BACK);
});

test('a relay that goes away is shown, and withholds nothing', async () => {
  rmSync(relayName);
  const status = await box.seen('its loss', (one) => one.problem?.code === 'wire-lost');
  expect(status.problem?.params).toMatchObject({ by: 'relay', path: relayName });
  expect(status.protection).toBe('full');
  await box.permitted();
});

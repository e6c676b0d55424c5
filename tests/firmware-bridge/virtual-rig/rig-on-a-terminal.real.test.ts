/** The virtual rig as a process on a real pseudo terminal: what a bridge will meet, and what a crash leaves. */
import { existsSync, lstatSync, readlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RigFolder, TinyHost } from './rig-process.ts';
import { until } from './until.ts';

let rig: RigFolder;
let hosts: TinyHost[] = [];
const connect = async (nonce: string): Promise<TinyHost> => {
  const host = await TinyHost.open(rig.link);
  hosts.push(host);
  await host.shakeHands(nonce);
  return host;
};

beforeEach(() => { rig = new RigFolder(); });
afterEach(async () => {
  for (const host of hosts) await host.close();
  hosts = [];
  await rig.remove();
});

test('handshake, permit, crossing, too late, the end: and the ledger tells it', async () => {
  expect(await rig.start('--scenario', 'idle', '--speed', '400')).toEqual({ ready: 'virtual-rig', path: rig.link, levers: rig.levers, serial: 'VIRTUAL-T' });
  const host = await connect('A1B2');
  expect(host.last('WELCOME')?.fields).toMatchObject({ rig: 'VIRTUAL-T', virtual: '1', model: 'Virtual-rig', latch: 'none' });
  expect(await rig.pull('seat', { model: 'iPhone 12' })).toMatchObject({ ok: true, state: { seated: true, model: 'iPhone 12' } });
  await until('three measurements', () => host.heard.filter((frame) => frame.verb === 'PROBE').length >= 3);
  host.permit = 'write';
  let written = false;
  host.onFrame = (frame) => {
    if (written || frame.fields.phase !== 'write') return;
    written = true;
    host.stop('5C1E77A90001');
  };
  expect(await rig.pull('start')).toMatchObject({ ok: true, state: { phase: 'prepare' } });
  await until('TOO-LATE', () => host.last('TOO-LATE') !== undefined);
  expect(host.last('TOO-LATE')?.fields).toMatchObject({ id: '5C1E77A90001', phase: 'write', zone: 'committed' });
  await until('ENDED', () => host.last('ENDED') !== undefined);
  expect(host.last('ENDED')?.fields.result).toBe('kept');
  const told = rig.ledger.filter((entry) => entry.event !== 'permit');
  expect(told.map((entry) => entry.event)).toEqual(['boot', 'gate', 'crossing', 'stop']);
  expect(told[2]).toMatchObject({ rig: 'VIRTUAL-T', boot: 1, point: 'write', live: true });
  expect(rig.ledger.some((entry) => entry.event === 'permit' && entry.live === true)).toBe(true);
  expect(host.corrupt).toBe(0);
});

test('a stop stands in the ledger before its answer can be read, and a killed rig comes back latched', async () => {
  await rig.start('--scenario', 'idle');
  const host = await connect('A1B2');
  await rig.pull('seat');
  await rig.pull('start');
  await host.phase('prepare');
  let told: unknown[] = [];
  host.onFrame = (frame) => { if (frame.verb === 'STOPPED') told = rig.ledger.filter((entry) => entry.event === 'stop'); };
  host.stop('5C1E77A90001');
  await until('STOPPED', () => host.last('STOPPED') !== undefined);
  expect(told).toMatchObject([{ id: '5C1E77A90001', answer: 'stopped', phase: 'prepare' }]);
  await rig.end('SIGKILL');
  await until('the port to be lost', () => host.closed);
  await rig.start('--scenario', 'idle');
  const again = await connect('B2C3');
  await until('LATCH', () => again.last('LATCH') !== undefined);
  expect(again.last('WELCOME')).toMatchObject({ session: 'B2C30002', fields: { latch: '5C1E77A90001' } });
  expect(again.last('LATCH')?.fields).toMatchObject({ id: '5C1E77A90001', answer: 'stopped', phase: 'prepare', cause: 'stop' });
  expect(await rig.pull('start')).toMatchObject({ ok: false, what: 'the rig is latched after a stop' });
  expect(await rig.pull('state'), 'the phone still lies there').toMatchObject({ state: { seated: true, boot: 2 } });
  again.say('RESET', { id: '5C1E77A90001' });
  await until('RESET-DONE', () => again.last('RESET-DONE') !== undefined);
});

test('a pulled cable closes the port; plugged in again, the same path works', async () => {
  await rig.start('--scenario', 'idle');
  const host = await connect('A1B2');
  expect(await rig.pull('pull-cable')).toMatchObject({ state: { cable: 'out' } });
  await until('close', () => host.closed);
  expect(lstatSync(rig.link, { throwIfNoEntry: false }), 'a link that stays could soon lead to the terminal of a stranger').toBeUndefined();
  expect(await rig.pull('plug-cable')).toMatchObject({ state: { cable: 'in' } });
  const again = await connect('B2C3');
  expect(again.last('WELCOME')?.session).toBe('B2C30001');
});

test('levers of the line: silence, damage, a deaf rig, a reboot', async () => {
  await rig.start('--scenario', 'idle');
  const host = await connect('A1B2');
  await rig.pull('garble', { count: 3 });
  await until('three corrupt lines', () => host.corrupt >= 3);
  await rig.pull('ignore-stop', { on: true });
  host.stop('5C1E77A90001');
  await until('the ignored stop', () => rig.ledger.some((entry) => entry.answer === 'ignored'));
  expect(host.last('STOPPED')).toBeUndefined();
  await rig.pull('go-silent');
  const heard = host.heard.length;
  expect(await rig.pull('restart')).toMatchObject({ state: { boot: 2, silent: true, session: null, latch: null } });
  expect(host.heard.length - heard).toBeLessThanOrEqual(3);
  await rig.pull('resume');
  await until('BOOT with the next boot counter', () => host.last('BOOT')?.session === '00000002');
  expect(host.last('BOOT')?.fields.rig).toBe('VIRTUAL-T');
});

test('one rig per levers: a second one is refused; SIGTERM takes the link away', async () => {
  await rig.start('--scenario', 'idle');
  const first = rig.child;
  const firstExit = rig.exit;
  const target = readlinkSync(rig.link);
  expect(await rig.start()).toMatchObject({ refused: 'already-running' });
  expect(await rig.exit).toBe(2);
  expect(readlinkSync(rig.link)).toBe(target);
  first?.kill('SIGTERM');
  expect(await firstExit).toBe(0);
  expect(lstatSync(rig.link, { throwIfNoEntry: false })).toBeUndefined();
  expect(existsSync(rig.levers)).toBe(false);
});

test('started to end with its parent, it ends when its input closes', async () => {
  await rig.start('--exit-with-parent');
  rig.child?.stdin?.end();
  expect(await rig.exit).toBe(0);
});

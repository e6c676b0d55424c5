/** `holdfast tls`: makes an authority once, renews under it, shows what there is, and keeps the keys to their owner. */
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { prepareListeners } from '../../../server/open-listeners.ts';
import { holdfast } from './running-holdfast.ts';
import type { Outcome } from './running-holdfast.ts';

const folder = mkdtempSync(join(tmpdir(), 'hf-tls-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const tls = (state: string, ...args: string[]): Promise<Outcome> => holdfast(['tls', ...args, '--state', join(folder, state)]);
const read = (state: string, name: string): string => readFileSync(join(folder, state, 'tls', name), 'utf8');

test('made once, shown, renewed under the same authority, and taken by the server', async () => {
  const made = await tls('store', 'init', '--name', 'Bench-PC.example', '--name', '192.168.1.5');
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toContain('for bench-pc.example, 192.168.1.5');
  expect(made.out).toContain('certutil -addstore');
  expect(made.out).not.toContain('PRIVATE KEY');
  expect(made.out.split('\n').filter((line) => line.length > 120)).toEqual([]);
  const authority = new X509Certificate(read('store', 'holdfast-ca.pem'));
  expect(made.out).toContain(authority.fingerprint256);
  expect(readdirSync(join(folder, 'store', 'tls')).toSorted()).toEqual(['holdfast-ca.key', 'holdfast-ca.pem', 'server.key', 'server.pem']);
  expect(['holdfast-ca.key', 'server.key'].map((name) => statSync(join(folder, 'store', 'tls', name)).mode & 0o777)).toEqual([0o600, 0o600]);
  expect(statSync(join(folder, 'store', 'tls')).mode & 0o777).toBe(0o700);

  const first = read('store', 'server.pem');
  const renewed = await tls('store', 'init');
  expect(renewed.out).toContain('for bench-pc.example, 192.168.1.5');
  expect(renewed.out).toContain('other machines need nothing new');
  expect(read('store', 'server.pem')).not.toBe(first);
  expect(new X509Certificate(read('store', 'server.pem')).checkIssued(authority)).toBe(true);
  expect(new X509Certificate(read('store', 'holdfast-ca.pem')).fingerprint256).toBe(authority.fingerprint256);

  const shown = await tls('store', 'show');
  expect([shown.code, shown.out.includes(authority.fingerprint256), /until 20\d\d-\d\d-\d\d \(39[67] days\)/.test(shown.out)]).toEqual([0, true, true]);
  const { certificate } = prepareListeners({ stateDir: join(folder, 'store'), host: '0.0.0.0', port: 0, tlsPort: 0, tls: null, public: null }, Date.now());
  expect(certificate?.names).toEqual(['bench-pc.example', '192.168.1.5']);
});

test('without a name it takes those that this machine has, and never one that only it can use', async () => {
  const { code, out } = await tls('unnamed', 'init', '--json');
  expect(code).toBe(0);
  const { tls: { names, isNewAuthority } } = JSON.parse(out) as { tls: { names: string[]; isNewAuthority: boolean } };
  expect([names.length > 0, isNewAuthority]).toEqual([true, true]);
  expect(names.filter((name) => name === 'localhost' || name === '127.0.0.1' || name === '::1')).toEqual([]);
});

test.each([
  ['a name that only this machine can use', ['init', '--name', 'localhost'], /"localhost" is neither a name nor an address/],
  ['a name with a port', ['init', '--name', 'bench-pc:4443'], /"bench-pc:4443" is neither/],
  ['nothing there yet', ['show'], /There are no certificates in/],
  ['another verb', ['renew'], /"renew" is not something that tls does/],
  ['a name for showing', ['show', '--name', 'a'], /--name is only for "tls init"/],
])('%s is refused in words', async (_what, args, says) => {
  const outcome = await tls('nothing', ...args);
  expect([outcome.code > 0, outcome.err]).toEqual([true, expect.stringMatching(says)]);
});

test('a folder that cannot be written is refused in words', async () => {
  writeFileSync(join(folder, 'file'), '');
  const outcome = await tls('file', 'init', '--name', 'a');
  expect([outcome.code, outcome.err]).toEqual([2, expect.stringContaining('could not be made or read')]);
});

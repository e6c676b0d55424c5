/** Every fault of a certificate or its key is refused by name before anything is served with it, and a good one is read. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillWords, SERVER_WORDS_EN } from '../../../server/contract/words.ts';
import { StartRefusal } from '../../../server/start-refusal.ts';
import { plainName } from '../../../server/tls/plain-name.ts';
import { readCertificate } from '../../../server/tls/read-certificate.ts';
import { temporaryFolder } from '../running-server.ts';
import { DAY_MS, madeAuthority, madeCertificate, written } from './made-certificates.ts';

const NOW = Date.UTC(2027, 0, 15);
const authority = madeAuthority(NOW);
const good = madeCertificate(authority, NOW);

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    const words = SERVER_WORDS_EN[error.code];
    for (const text of [words.what, words.remedy]) expect(fillWords(text, error.params)).not.toMatch(/\{\w+\}/);
    return error.code;
  }
  return 'accepted';
}

test('a good one is read with its names as they stand in a Host header, and further names of the configuration', () => {
  const read = readCertificate(written(temporaryFolder(), good), ['Other.Example', '192.168.1.5'], NOW);
  expect(read.names).toEqual(['bench-pc.example', '192.168.1.5', '[fd00::5]', 'other.example']);
  expect(read.endsAtMs).toBe(NOW + 397 * DAY_MS);
});

test('missing, unreadable, too large and foreign files', () => {
  const folder = temporaryFolder();
  const files = written(folder, good);
  expect(refusal(() => readCertificate({ ...files, cert: join(folder, 'none.pem') }, [], NOW))).toBe('tls-unreadable');
  mkdirSync(join(folder, 'directory'));
  expect(refusal(() => readCertificate({ ...files, key: join(folder, 'directory') }, [], NOW))).toBe('tls-unreadable');
  writeFileSync(join(folder, 'large.pem'), 'x'.repeat(300_000));
  expect(refusal(() => readCertificate({ ...files, cert: join(folder, 'large.pem') }, [], NOW))).toBe('tls-unreadable');
  for (const text of ['', 'not a certificate', good.key, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n']) {
    writeFileSync(files.cert, text);
    expect([text.slice(0, 20), refusal(() => readCertificate(files, [], NOW))]).toEqual([text.slice(0, 20), 'tls-wrong']);
  }
});

test('a key that is protected, is none, or belongs to another certificate', () => {
  const files = written(temporaryFolder(), good);
  writeFileSync(files.key, createPrivateKey(good.key).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }));
  expect(refusal(() => readCertificate(files, [], NOW))).toBe('tls-wrong');
  writeFileSync(files.key, good.cert);
  expect(refusal(() => readCertificate(files, [], NOW))).toBe('tls-wrong');
  writeFileSync(files.key, authority.key);
  expect(refusal(() => readCertificate(files, [], NOW))).toBe('tls-key-other');
});

test('a key that everybody can read', () => {
  const files = written(temporaryFolder(), good);
  chmodSync(files.key, 0o644);
  expect(refusal(() => readCertificate(files, [], NOW))).toBe('tls-key-open');
  chmodSync(files.key, 0o640);
  expect(refusal(() => readCertificate(files, [], NOW))).toBe('accepted');
});

test('ended, and not begun', () => {
  const files = written(temporaryFolder(), good);
  expect(refusal(() => readCertificate(files, [], NOW + 396 * DAY_MS))).toBe('accepted');
  expect(refusal(() => readCertificate(files, [], NOW + 397 * DAY_MS))).toBe('tls-ended');
  expect(refusal(() => readCertificate(files, [], NOW - 2 * DAY_MS))).toBe('tls-not-begun');
});

test('names with a star and of this machine only: the configuration must say which name is meant', () => {
  const files = written(temporaryFolder(), madeCertificate(authority, NOW, ['*.store.example', 'localhost', '127.0.0.1']));
  expect(refusal(() => readCertificate(files, [], NOW))).toBe('tls-nameless');
  expect(readCertificate(files, ['bench.store.example'], NOW).names).toEqual(['bench.store.example']);
});

test('what is made stands up to a strict look: chain, purpose, length, number', () => {
  const [server, above] = [new X509Certificate(good.cert), new X509Certificate(authority.cert)];
  expect([server.checkIssued(above), server.verify(above.publicKey), above.verify(above.publicKey), above.ca, server.ca]).toEqual([true, true, true, true, false]);
  expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect(server.checkHost('bench-pc.example')).toBe('bench-pc.example');
  expect(server.checkIP('fd00::5')).toBe('fd00::5');
  expect(server.checkHost('other.example')).toBeUndefined();
  expect(server.validToDate.getTime() - server.validFromDate.getTime()).toBeLessThan(825 * DAY_MS);
  expect(server.serialNumber).toHaveLength(32);
  expect(madeCertificate(authority, NOW).cert).not.toBe(good.cert);
  const late = new X509Certificate(madeCertificate(authority, NOW + 3500 * DAY_MS).cert);
  expect(late.validToDate).toEqual(above.validToDate);
});

test.each([
  ['Bench-PC.local', 'bench-pc.local'], ['192.168.1.5', '192.168.1.5'], ['[FD00:0::5]', 'fd00::5'], ['a', 'a'],
  ['localhost', null], ['127.0.0.2', null], ['::1', null], ['0.0.0.0', null], ['*.example', null], ['bench pc', null], ['bench_pc', null], ['a..b', null], ['-a', null], ['a.', null],
  ['192.168.1', null], ['192.168.1.5:4443', null], ['https://a', null], ['', null], [`${'a'.repeat(64)}.b`, null],
])('%j as a name is %j', (text, right) => {
  expect(plainName(text)).toBe(right);
});

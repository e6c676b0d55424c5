/** `holdfast backup`: whole while the server writes, without any key; put back it works, and what was erased stays unreadable. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupSchema } from '../../../server/contract/backup.ts';
import type { Backup } from '../../../server/contract/backup.ts';
import { lifeOfAStop } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';
import { CONTACT, filesHolding, openPrivateStore, STORY } from '../store/private-bench.ts';
import { holdfast } from './running-holdfast.ts';

async function backedUp(stateDir: string, folder: string): Promise<Backup> {
  const { code, out, err } = await holdfast(['backup', folder, '--state', stateDir, '--json']);
  expect([code, err]).toEqual([0, '']);
  return backupSchema.parse(JSON.parse(out));
}

/** As the README says: the server is ended, the copy takes the place of the database and its journal. */
function putBack(stateDir: string, file: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(join(stateDir, `server.sqlite${ending}`), { force: true });
  copyFileSync(file, join(stateDir, 'server.sqlite'));
}

test('a running server is backed up whole, goes on, and starts again from the copy with everything up to it', async () => {
  const [stateDir, folder] = [temporaryFolder(), join(temporaryFolder(), 'deep', 'copies')];
  const server = await runServer({ stateDir });
  const bridge = await openGreetedBridge(server);
  const events = [...lifeOfAStop('S1', 'VIRTUAL-1', 1), ...lifeOfAStop('S2', 'VIRTUAL-1', 10)];
  events.slice(0, 4).forEach((event, index) => bridge.report(index + 1, event));
  await until(() => bridge.acknowledged() === 4, 'the first stop');
  const backup = await backedUp(stateDir, folder);
  events.slice(4).forEach((event, index) => bridge.report(index + 5, event));
  await until(() => bridge.acknowledged() === 8, 'the second stop, after the backup');
  await server.close();

  expect(backup).toMatchObject({ lastEvidenceId: 4, privateRows: 0, bytes: statSync(backup.file).size });
  // Two files, for their owner: the database, complete in itself, and the key that signs custody events.
  const key = backup.custody.key ?? '';
  expect(readdirSync(folder).toSorted()).toEqual([key, backup.file].map((path) => path.split('/').at(-1)));
  expect([backup.file, key].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
  expect(readFileSync(key)).toEqual(readFileSync(join(stateDir, 'custody.key')));
  putBack(stateDir, backup.file);
  const again = await runServer({ stateDir });
  const health: unknown = await (await again.get('/api/health')).json();
  expect(health).toMatchObject({ ok: true, database: { id: backup.databaseId, lastEvidenceId: 4, stops: 1 }, audit: { brokenAt: null } });
});

test('no key is in a backup, and personal data in it is readable only as long as it is not erased', async () => {
  const folder = temporaryFolder();
  const store = openPrivateStore();
  store.write('K7Q2', 'story', STORY);
  store.write('H0LD', 'contact', CONTACT);
  const backup = await backedUp(store.stateDir, folder);
  expect(backup).toMatchObject({ privateRows: 2, audit: store.audit.head() });
  expect([...filesHolding(folder, STORY), ...filesHolding(folder, CONTACT), ...filesHolding(folder, readFileSync(join(store.stateDir, 'store.key')).subarray(0, 43))]).toEqual([]);
  store.erase('K7Q2');
  store.close();

  putBack(store.stateDir, backup.file);
  const again = openPrivateStore(store.stateDir, store.clock);
  expect([again.read('K7Q2', 'story'), again.read('H0LD', 'contact')]).toEqual(['private-unreadable', [CONTACT]]);
  // The erasure was on record behind the backup: the audit says from where on entries are missing.
  again.close();

  const elsewhere = temporaryFolder();
  copyFileSync(backup.file, join(elsewhere, 'server.sqlite'));
  expect(openPrivateStore(elsewhere, store.clock).read('H0LD', 'contact')).toBe('private-unreadable');
});

test('where it cannot be done it says why, leaves nothing half, and ends with 2', async () => {
  const [stateDir, folder] = [temporaryFolder(), temporaryFolder()];
  const nothing = await holdfast(['backup', folder, '--state', stateDir]);
  expect([nothing.code, nothing.err.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(`there is no database in ${stateDir}`)]);
  writeFileSync(join(folder, 'file'), '');
  openPrivateStore(stateDir).close();
  const noFolder = await holdfast(['backup', join(folder, 'file'), '--state', stateDir]);
  expect([noFolder.code, noFolder.err]).toEqual([2, expect.stringContaining('Name a folder on another disk')]);
  writeFileSync(join(stateDir, 'server.sqlite'), 'this is not a database, however long it is '.repeat(200));
  writeFileSync(join(stateDir, 'custody.key'), 'a key');
  const damaged = await holdfast(['backup', join(folder, 'copies'), '--state', stateDir]);
  expect([damaged.code, damaged.err]).toEqual([2, expect.stringContaining('No backup was made')]);
  expect(readdirSync(join(folder, 'copies'))).toEqual([]);
});

test('in words it names the file, and what the copy does not hold', async () => {
  const [stateDir, folder] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(stateDir, { recursive: true });
  openPrivateStore(stateDir).close();
  const { code, out } = await holdfast(['backup', folder, '--state', stateDir]);
  expect([code, out]).toEqual([0, expect.stringContaining(join(folder, readdirSync(folder)[0] ?? 'none'))]);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('The keys of personal data are not in it.');
  expect(out.split('\n').slice(1).filter((line) => line.length > 80)).toEqual([]);
});

test('a place that takes no folder is refused in words, at once', async () => {
  const stateDir = temporaryFolder();
  openPrivateStore(stateDir).close();
  const refused = await holdfast(['backup', '/proc/nope/deeper', '--state', stateDir]);
  expect([refused.code, refused.err.replaceAll(/\s+/gu, ' ')]).toEqual([2, expect.stringContaining("No backup was made: ENOENT: no such file or directory, mkdir '/proc/nope'. Name a folder on another disk")]);
});

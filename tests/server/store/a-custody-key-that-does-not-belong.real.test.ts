/** The custody key: made once, for its owner alone; a missing, damaged or strange one is refused by name and nothing is made over it. */
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillWords, SERVER_WORDS_EN } from '../../../server/contract/words.ts';
import { StartRefusal } from '../../../server/start-refusal.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import { fill, openCustody } from './custody-bench.ts';

const keyIn = (stateDir: string): string => join(stateDir, 'custody.key');

function begun(): string {
  const { custody, stateDir, close } = openCustody();
  fill(custody, 1);
  close();
  return stateDir;
}

function opened(stateDir: string): string {
  try {
    openCustody(stateDir).close();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof StartRefusal)) return String(error);
    return `${error.code}: ${fillWords(SERVER_WORDS_EN[error.code].what, error.params)}`;
  }
}

test('the first start makes it, for its owner alone, and every later one uses it', async () => {
  const stateDir = temporaryFolder();
  await (await runServer({ stateDir })).close();
  const made = readFileSync(keyIn(stateDir), 'utf8');
  expect([made.split('\n')[0], (statSync(keyIn(stateDir)).mode & 0o777).toString(8)]).toEqual(['-----BEGIN PRIVATE KEY-----', '600']);
  chmodSync(keyIn(stateDir), 0o644);
  await (await runServer({ stateDir })).close();
  expect([readFileSync(keyIn(stateDir), 'utf8'), (statSync(keyIn(stateDir)).mode & 0o777).toString(8)]).toEqual([made, '600']);
});

test('two stores have two keys', () => {
  const [one, two] = [begun(), begun()];
  expect(readFileSync(keyIn(one), 'utf8')).not.toBe(readFileSync(keyIn(two), 'utf8'));
});

test.each<[string, (stateDir: string) => void, RegExp]>([
  ['a lost key', (dir) => { rmSync(keyIn(dir)); }, /it is missing\.$/],
  ['the key of another store', (dir) => { writeFileSync(keyIn(dir), readFileSync(keyIn(begun()))); }, /it is not the key of this store\.$/],
  ['a key cut short', (dir) => { writeFileSync(keyIn(dir), readFileSync(keyIn(dir), 'utf8').slice(0, 60)); }, /it is damaged/],
  ['an empty key', (dir) => { writeFileSync(keyIn(dir), ''); }, /it is damaged/],
  ['a key of another kind', (dir) => { writeFileSync(keyIn(dir), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })); }, /it is a key of the kind ec/],
])('%s is refused, stays so, and nothing is made over it', (_name, harm, words) => {
  const stateDir = begun();
  harm(stateDir);
  const left = existsSync(keyIn(stateDir)) ? readFileSync(keyIn(stateDir), 'utf8') : null;
  for (let turn = 0; turn < 2; turn += 1) expect(opened(stateDir)).toMatch(words);
  expect(opened(stateDir)).toContain(`custody-key-unusable: The custody key ${keyIn(stateDir)} cannot be used`);
  expect(existsSync(keyIn(stateDir)) ? readFileSync(keyIn(stateDir), 'utf8') : null).toBe(left);
});

test('a key whose making was cut off before the database knew of it is taken over', () => {
  const [known, fresh] = [begun(), temporaryFolder()];
  writeFileSync(keyIn(fresh), readFileSync(keyIn(known)));
  expect([opened(fresh), readFileSync(keyIn(fresh), 'utf8')]).toEqual(['accepted', readFileSync(keyIn(known), 'utf8')]);
});

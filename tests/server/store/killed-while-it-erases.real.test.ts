/** Killed at any moment: what was said to be written is readable, what was said to be erased is not, and nothing is in between. */
import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../running-server.ts';
import { openPrivateStore } from './private-bench.ts';

const CHILD = new URL('./erase-until-killed.ts', import.meta.url).pathname;

/** Kills it when it has said so many lines; what it said until it was dead. */
function saidUntilKilled(stateDir: string, first: number, afterLines: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, stateDir, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.split('\n').length > afterLines) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', () => resolve(text.split('\n').slice(0, -1)));
  });
}

test('seven kills at seven places', async () => {
  const stateDir = temporaryFolder();
  const said: string[] = [];
  for (let round = 0; round < 7; round += 1) {
    said.push(...await saidUntilKilled(stateDir, round * 1000, 1 + round * 2));
    const store = openPrivateStore(stateDir, { ms: Date.now() });
    const named = (what: string): string[] => said.filter((line) => line.startsWith(what)).map((line) => line.split(' ')[1] ?? '');
    const erased = new Set(named('erased'));
    expect(named('written').filter((caseId) => erased.has(caseId) && store.read(caseId, 'story') !== 'case-erased')).toEqual([]);
    const live = named('written').filter((caseId) => !erased.has(caseId)).map((caseId) => [caseId, store.read(caseId, 'story')] as const);
    // The last erasure may have happened without having been said: then it is whole, with its record.
    const odd = live.filter(([caseId, found]) => !(Array.isArray(found) && found[0] === `story of ${caseId}`)).filter(([caseId, found]) => found !== 'case-erased' || store.records.erasures(caseId).length !== 1);
    expect(odd).toEqual([]);
    expect(live.filter(([, found]) => Array.isArray(found)).length).toBeGreaterThan(0);
    expect([store.audit.firstBroken(), store.records.keyless()]).toEqual([null, 0]);
    store.close();
  }
  expect(said.filter((line) => line.startsWith('erased')).length).toBeGreaterThan(7);
});

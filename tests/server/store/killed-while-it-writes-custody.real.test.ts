/** Three kills of `npm run crash:custody`, run as a person runs it: nothing told is lost, nothing is there twice or half, every chain is intact. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { like } from '../command/custody-store.ts';
import { temporaryFolder } from '../running-server.ts';

const ENTRY = resolve(import.meta.dirname, '..', '..', 'bench', 'custody-kill.ts');

test('three kills', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [ENTRY, '--kills', '3']);
  const [, events = '0'] = /^3 kills: (\d+) events of 4 cases, \d+ anchors, \d+ answers\.$/m.exec(stdout) ?? [];
  expect(Number(events)).toBeGreaterThan(3);
  expect(stdout.trim().split('\n').at(-1)).toBe('lost 0, twice 0, half 0, unknown 0, besideWrong 0, broken 0');
});

const FOLDER = resolve(import.meta.dirname, '..', '..', 'bench', 'custody-kill');

test('the comparison finds what is lost, twice, half, unknown, out of step and broken', async () => {
  const stateDir = temporaryFolder();
  const child = spawn(process.execPath, [join(FOLDER, 'appender.ts'), stateDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    if (said.includes('after 12\n')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const run = promisify(execFile);
  await run(process.execPath, [join(FOLDER, 'appender.ts'), stateDir, 'finish']);
  const compared = async (): Promise<Record<string, unknown>> => JSON.parse((await run(process.execPath, [join(FOLDER, 'compare.ts'), stateDir])).stdout) as Record<string, unknown>;
  expect(await compared()).toMatchObject({ cases: 4, lost: [], twice: [], half: [], unknown: [], besideWrong: [], broken: [] });

  const file = new Sqlite(join(stateDir, 'server.sqlite'));
  for (const { name } of file.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'custody%'").all()) file.exec(`DROP TRIGGER ${name}`);
  file.pragma('foreign_keys = OFF');
  file.pragma('ignore_check_constraints = ON');
  file.exec("DELETE FROM custody_events WHERE json_extract(line, '$.body.n') = 5 AND json_extract(line, '$.body.part') = 1; INSERT INTO beside VALUES (7); DELETE FROM beside WHERE n = 9");
  file.exec("INSERT INTO custody_events SELECT case_id, seq + 1000, 'another', line, hash, signature, key FROM custody_events WHERE json_extract(line, '$.body.n') = 3 AND json_extract(line, '$.body.part') = 0");
  file.close();
  const told = readFileSync(join(stateDir, 'told.txt'), 'utf8').split('\n')[0] ?? '';
  appendFileSync(join(stateDir, 'told.txt'), `${told.replace(/.$/, 'x')}\n`);
  expect(await compared()).toMatchObject({ lost: [like(/^5 /), like(/x$/)], twice: ['3.0'], half: [5], unknown: ['another'], besideWrong: [9, 7], broken: [like(/"seq":/), like(/"seq":/)] });
});

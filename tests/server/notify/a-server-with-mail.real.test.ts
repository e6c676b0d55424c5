/** The whole server with its mail: it sends by itself what waits, says on its health page how mail stands, and ends in good order. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillWords, SERVER_WORDS_EN } from '../../../server/contract/words.ts';
import { StartRefusal } from '../../../server/start-refusal.ts';
import { playSmtp } from '../../smtp-server.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { mailServerAt, openMailBench } from './mail-bench.ts';

interface MailHealth { readonly problem: string | null; readonly waiting: number; readonly oldestWaitingS: number }
const mailOf = async (server: TestServer): Promise<MailHealth> => ((await (await server.get('/api/health')).json()) as { mail: MailHealth }).mail;

test('without a mail server the health page says so, and what to do instead', async () => {
  expect(await mailOf(await runServer())).toEqual({
    problem: 'no-mail-server', what: 'Mail is not possible: no mail server is set up.', remedy: 'Tell people by print or by phone, or set up a mail server.', waiting: 0, oldestWaitingS: null, failed: 0,
  });
});

test('what waited in the folder is sent by itself, and a server that is gone is said on the health page', async () => {
  const first = await runServer();
  await first.close();
  const bench = await openMailBench(null, first.stateDir, { ms: Date.now() - 90_000 });
  bench.put();
  await bench.close();
  const smtp = await playSmtp();
  smtp.mood = { at: 'MAIL', does: { code: 530, words: '5.7.0 Authentication required' } };
  const server = await runServer({ stateDir: first.stateDir, mail: mailServerAt(smtp.port) });
  await until(() => smtp.connections() === 1, 'the first try');
  await until(async () => (await mailOf(server)).problem !== null, 'what came of it');
  expect(await mailOf(server)).toMatchObject({ problem: 'login-refused', what: 'The mail server refuses the user or the password.', waiting: 1, failed: 0 });
  expect((await mailOf(server)).oldestWaitingS).toBeGreaterThanOrEqual(90);
  await server.close();
  smtp.mood = null;
  const clock = { aheadMs: 0 };
  const again = await runServer({ stateDir: first.stateDir, mail: mailServerAt(smtp.port) }, { epochMs: () => Date.now() + clock.aheadMs });
  clock.aheadMs = 61_000;
  await until(() => smtp.taken.length === 1, 'it is sent');
  await until(async () => (await mailOf(again)).waiting === 0, 'and noted');
  expect(await mailOf(again)).toEqual({ problem: null, what: null, remedy: null, waiting: 0, oldestWaitingS: null, failed: 0 });
});

test('a password that everybody may read, or none in the file, refuses the start', async () => {
  const passwordFile = join(temporaryFolder(), 'mail.password');
  const mail = { ...mailServerAt(25), login: { user: 'store', passwordFile } };
  const refused = async (): Promise<string> => {
    try {
      await runServer({ mail });
    } catch (error) {
      if (!(error instanceof StartRefusal)) throw error;
      return fillWords(SERVER_WORDS_EN[error.code].what, error.params);
    }
    return 'it started';
  };
  expect(await refused()).toMatch(/^The password of the mail server in .* cannot be used: ENOENT/);
  writeFileSync(passwordFile, 'one\ntwo\n', { mode: 0o600 });
  expect(await refused()).toContain('it holds more than one line');
  writeFileSync(passwordFile, '\n');
  expect(await refused()).toContain('it is empty');
  writeFileSync(passwordFile, 'four words in it\n');
  chmodSync(passwordFile, 0o604);
  expect(await refused()).toContain('Every user of this machine can read or change');
  chmodSync(passwordFile, 0o640);
  expect(await refused()).toBe('it started');
});

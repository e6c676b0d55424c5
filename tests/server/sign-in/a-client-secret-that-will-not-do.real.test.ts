/** The secret of the identity provider's client: each fault of its file is a refusal to start by name, and a good one is read. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillWords, SERVER_WORDS_EN } from '../../../server/contract/words.ts';
import { readClientSecret } from '../../../server/open-provider.ts';
import { StartRefusal } from '../../../server/start-refusal.ts';
import { runServer, temporaryFolder } from '../running-server.ts';

function refusal(file: string): string {
  try {
    return `accepted ${readClientSecret(file)}`;
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    const words = SERVER_WORDS_EN[error.code];
    for (const text of [words.what, words.remedy]) expect(fillWords(text, error.params)).not.toMatch(/\{\w+\}/);
    return error.code;
  }
}

test('missing, a folder, empty, more than a secret, too large, open to others', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'secret');
  const write = (text: string, mode = 0o600): string => {
    writeFileSync(file, text);
    chmodSync(file, mode);
    return file;
  };
  expect(refusal(join(folder, 'none'))).toBe('client-secret-unreadable');
  mkdirSync(join(folder, 'directory'), { mode: 0o700 });
  expect(refusal(join(folder, 'directory'))).toBe('client-secret-unreadable');
  for (const text of ['', ' \n', 'two words', 'one\ntwo', 'x'.repeat(5000), 'naïve']) expect([text.slice(0, 9), refusal(write(text))]).toEqual([text.slice(0, 9), 'client-secret-unreadable']);
  for (const mode of [0o604, 0o602, 0o646]) expect(refusal(write('secret', mode))).toBe('client-secret-open');
  for (const mode of [0o600, 0o640, 0o400]) expect(refusal(write(' s3cret~.-_\n', mode))).toBe('accepted s3cret~.-_');
});

test('a server does not start with such a file, and says which it is', async () => {
  const clientSecretFile = join(temporaryFolder(), 'none');
  const oidc = { issuer: 'https://login.chain.example', clientId: 'a', clientSecretFile, name: 'Chain', userClaim: 'email' as const };
  await expect(runServer({ oidc })).rejects.toMatchObject({ code: 'client-secret-unreadable', params: { file: clientSecretFile } });
});

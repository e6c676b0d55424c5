/** Journeys to an identity provider that nobody ends: the oldest are forgotten, the newest still come back. */
import { expect, test } from 'vitest';
import { createProviderSignIn } from '../../../server/sign-in/by-provider.ts';

test('of more than a thousand only the newest come back', async () => {
  const journey = { state: 's', nonce: 'n', verifier: 'v', redirectUri: 'http://127.0.0.1/back' };
  let returns = 0;
  const ways = createProviderSignIn({
    name: 'Chain',
    begin: () => Promise.resolve({ url: 'https://login.example', journey }),
    finish: () => {
      returns += 1;
      return Promise.resolve({ refusal: 'provider-refused' });
    },
  }, { byUser: () => null } as never, {} as never, { nowMs: () => 0 });
  const tokens: string[] = [];
  for (let index = 0; index < 1001; index += 1) {
    const begun = await ways.begin(journey.redirectUri, { address: `192.0.2.${index % 250}`, benchPc: null, program: '' });
    tokens.push('token' in begun ? begun.token : '');
  }
  const place = { address: '198.51.100.1', benchPc: null, program: '' };
  await ways.finish(tokens[0], '?code=a', place);
  expect(returns).toBe(0);
  await ways.finish(tokens[1], '?code=a', place);
  await ways.finish(tokens[1000], '?code=a', place);
  expect(returns).toBe(2);
});

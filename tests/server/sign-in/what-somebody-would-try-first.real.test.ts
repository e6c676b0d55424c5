/** A password or PIN among the first guesses is refused with its remedy, and neither a link nor a proof is used up by that. */
import { expect, test } from 'vitest';
import { demoSecrets } from '../../../server/sign-in/first-people.ts';
import { isEasyPin, isGuessable } from '../../../server/sign-in/guessable.ts';
import { Signed } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';

test('common words with digits, rows of the keyboard and the own name are guessed; words without a link between them are not', () => {
  const guessed = ['password1234', 'qwertyuiop12', '123456789012', 'iloveyou1234', 'trustno1trustno1', 'holdfast1234', 'm.santos2026', 'santos123456', 'aaaaaaaaaaaa'];
  for (const password of guessed) expect([password, isGuessable(password, ['Mari Santos', 'm.santos'])]).toEqual([password, true]);
  for (const password of ['zebra kettle moss', 'correct horse battery', 'a long enough password', '人人之间有一只老猫睡觉']) {
    expect([password, isGuessable(password, ['Mari Santos', 'm.santos'])]).toEqual([password, false]);
  }
});

test('digits in a row, one digit many times and one half twice are no PIN', () => {
  expect(['123456', '654321', '890123', '000000', '112211', '123123', '121212', '12341234'].filter((pin) => !isEasyPin(pin))).toEqual([]);
  expect(['246810', '735194', '902714', '13579024'].filter(isEasyPin)).toEqual([]);
});

test('the link of a first start is not used up by a password that is refused', async () => {
  const server = await runServer({ virtual: false });
  const token = server.firstAdminToken;
  const admin = new Signed(server.url);
  const take = (password: string) => admin.post('/api/links/take', { token, name: 'Mari Santos', user: 'm.santos', password });
  expect(await take('m.santos2026')).toMatchObject({ status: 409, body: { code: 'password-guessable' } });
  expect((await take('zebra kettle moss')).status).toBe(200);
  const confirmation = await admin.confirm('own-secrets', '*', 'zebra kettle moss');
  expect(await admin.post('/api/session/secrets', { password: 'password1234', confirmation })).toMatchObject({ status: 409, body: { code: 'password-guessable', at: 'body.password' } });
  expect(await admin.post('/api/session/secrets', { pin: '123456', confirmation })).toMatchObject({ status: 409, body: { code: 'pin-easy', at: 'body.pin' } });
  expect((await admin.post('/api/session/secrets', { password: 'moss and quiet trains', pin: '735194', confirmation })).status).toBe(200);
});

test('the demo people of a virtual store get no such PIN either', () => {
  const drawn = [111_111, 123_456, 123_123, 482_913];
  expect(demoSecrets((limit) => (limit === 1_000_000 ? drawn.shift() ?? 0 : 0)).pin).toBe('482913');
});

/** Somebody who signs in again and again: the number of sessions is limited, and those of other people stay in sight. */
import { expect, test } from 'vitest';
import { elsewhere, madeSignIn, PASSWORD } from './made-sign-in.ts';

test('of one person the twenty sessions live that were used last; the older ones end', async () => {
  const { signIn, person, store, epochMs, forward } = madeSignIn();
  const kim = person('kim', ['technician']);
  const begun: string[] = [];
  for (let index = 0; index < 25; index += 1) {
    forward(1000);
    const answer = await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere());
    if ('session' in answer) begun.push(answer.session.id);
    if (begun[0] !== undefined) store.sessions.touch(begun[0], epochMs());
  }
  const live = store.sessions.live(epochMs(), kim).map(({ id }) => id);
  expect(live).toHaveLength(20);
  expect(new Set(live)).toEqual(new Set([begun[0], ...begun.slice(6)]));
});

test('a thousand sessions of others hide none', async () => {
  const { signIn, person, store, epochMs, forward } = madeSignIn();
  const quiet = person('quiet', ['technician']);
  await signIn.byPassword({ user: 'quiet', password: PASSWORD }, elsewhere());
  forward(1000);
  for (let one = 0; one < 60; one += 1) {
    person(`p-${one}`, ['technician']);
    for (let session = 0; session < 20; session += 1) await signIn.byPassword({ user: `p-${one}`, password: PASSWORD }, elsewhere(`198.51.100.${one}`));
  }
  expect(store.sessions.live(epochMs(), quiet)).toHaveLength(1);
});

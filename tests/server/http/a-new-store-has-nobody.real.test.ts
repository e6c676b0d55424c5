/** A new store that is real: no account that anybody could know, no door of a demonstration, and one first admin, also in a race. */
import { expect, test } from 'vitest';
import { Signed } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';

test('there is nobody with a password that could be guessed, and no way in but the link of the console', async () => {
  const server = await runServer({ virtual: false });
  const browser = new Signed(server.url);
  expect(server.demo).toBeNull();
  expect((await browser.get('/api/session')).body).toMatchObject({ session: null, needsFirstAdmin: true, quick: [] });
  for (const [user, password] of [['admin', 'admin'], ['admin', 'password'], ['root', 'root'], ['holdfast', 'holdfast'], ['demo-admin', 'demo'], ['first', 'first']]) {
    expect([user, (await browser.post('/api/session', { user, password })).status]).toEqual([user, 401]);
  }
  expect((await browser.post('/api/demo/enter', { token: 'x'.repeat(43) })).status).toBe(404);
  expect((await browser.post('/api/links/take', { token: 'x'.repeat(43), password: 'a long enough password', name: 'Me', user: 'me' })).status).toBe(401);
});

test('ten browsers open the link of the first start at once: one becomes the admin, the others are signed in as nobody', async () => {
  const server = await runServer({ virtual: false });
  const take = async (index: number) => {
    const browser = new Signed(server.url);
    const { status, body } = await browser.post('/api/links/take', { token: server.firstAdminToken, password: 'a long enough password', name: `First ${index}`, user: `first-${index}` });
    return { status, code: body['code'], browser };
  };
  const ends = await Promise.all(Array.from({ length: 10 }, (_, index) => take(index)));
  const [first, ...more] = ends.filter(({ status }) => status === 200);
  expect([first === undefined, more]).toEqual([false, []]);
  expect(((await first?.browser.get('/api/people'))?.body['people'] as unknown[])).toHaveLength(1);
  for (const { status, code, browser } of ends.filter((one) => one !== first)) {
    expect([[409, 401].includes(status), ['first-admin-named', 'link-used'].includes(String(code)), browser.cookies.size]).toEqual([true, true, 0]);
  }
  expect((await new Signed(server.url).post('/api/links/take', { token: server.firstAdminToken, password: 'another long password', name: 'Late', user: 'late' })).status).toBe(401);
});

/** Whether a link is there is told neither by an answer nor by the work that it takes: unknown, taken back, called off, over, or right with a wrong PIN. */
import { expect, onTestFinished, test } from 'vitest';
import { done } from '../cases/made-cases.ts';
import { temporaryFolder } from '../running-server.ts';
import { LINKS, madePartnerDesk, PIN } from './made-partner-desk.ts';
import { makeLink, outsideBench, pathOf } from './outside-bench.ts';
import { hiddenOf, Visitor } from './visitor.ts';

const WORK = ['count the address', 'hash the token', 'look up the link', 'count the try', 'hash the PIN'];
const FROM = { address: '192.0.2.1' };

test('a try costs one look-up, one count and one hash each, and is answered alike', async () => {
  const { desk, tokens, work, close } = await madePartnerDesk(temporaryFolder(), {
    hash: (secret) => Promise.resolve(`hash of ${secret}`), verify: (secret, held) => Promise.resolve(held === `hash of ${secret}`),
  });
  onTestFinished(close);
  for (const name of LINKS) {
    for (const pin of [name === 'true' ? '999999' : PIN, 'no PIN at all', '']) {
      work.length = 0;
      expect([name, pin, await desk.enter(tokens[name], pin, FROM), [...work]]).toEqual([name, pin, { refusal: 'pin-wrong' }, WORK]);
    }
  }
  expect(await desk.enter(tokens.true, PIN, FROM)).toHaveProperty('session');
});

test('whoever had the form open sees the same page, byte by byte, for a wrong PIN and for the right one of a link that is gone meanwhile', async () => {
  const bench = await outsideBench();
  const { manager, code, transfer } = bench;
  const links = await Promise.all(['true', 'taken back'].map(() => makeLink(manager, code, { whom: 'partner', transferId: transfer })));
  const [right, back] = links.map((link) => ({ path: pathOf(link), pin: link.pin ?? '', id: link.id }));
  if (right === undefined || back === undefined) throw new Error('no links');
  const visitor = new Visitor(bench.server);
  const forms = new Map<string, Record<string, string>>();
  for (const { path } of [right, back]) forms.set(path, hiddenOf((await visitor.get(path)).body, `${path}/enter`));
  const answer = async (path: string, pin: string, form = forms.get(path) ?? {}): Promise<unknown> => {
    const { status, body, headers: { date, ...headers } } = await visitor.post(`${path}/enter`, { ...form, pin });
    expect(date).toBeDefined();
    return { status, headers, body: body.replaceAll(path, '').replaceAll(/(name="(mark|id)" value=")[^"]*/g, '$1') };
  };
  const wrongPin = await answer(right.path, right.pin === '000000' ? '111111' : '000000');
  await done(manager, code, 'revoke-link', { linkId: back.id, why: 'sent to the wrong address' });
  expect(await answer(back.path, back.pin)).toEqual(wrongPin);
  const withoutForm = await answer(`/p/${'A'.repeat(43)}`, '123456', {});
  for (const { path } of [right, back]) expect(await answer(path, '123456', {})).toEqual(withoutForm);
  await done(manager, code, 'recall-transfer', { transferId: transfer, why: 'the customer changed their mind' });
  expect(await answer(right.path, right.pin)).toEqual(wrongPin);
  const gone = await visitor.get(`/p/${'A'.repeat(43)}`);
  for (const { path } of [right, back]) expect([(await visitor.get(path)).status, (await visitor.get(path)).body]).toEqual([404, gone.body]);
});

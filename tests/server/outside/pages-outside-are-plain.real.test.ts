/** What people outside read: what happened as they lived it, danger before what is asked of them, and no answer that was chosen for them. */
import { expect, test } from 'vitest';
import { done, fileBrief } from '../cases/made-cases.ts';
import { entered, makeLink, outsideBench, pathOf } from './outside-bench.ts';

const READS_PAGES = { accept: 'text/html,*/*;q=0.8' };

test('a customer reads where the phone went as they saw it go, and that it is with them before it comes', async () => {
  const bench = await outsideBench();
  const { manager, visitor, customer, code, device } = bench;
  const { body } = await visitor.get(customer);
  for (const words of ['You gave us the phone.', 'We handed it to the partner.']) expect(body.split(words).length, words).toBe(2);
  for (const words of ['We handed it on.', 'It arrived, and that was signed.']) expect(body).not.toContain(words);
  await entered(bench);
  await visitor.fill(bench.partner, `${bench.partner}/sign`, { name: 'Ben', strokes: '', seal: 'yes', condition: '' });
  await done(manager, code, 'record-outcome', { deviceId: device, result: 'partial', photos: 12, delivered: 'drive' });
  const ended = (await visitor.get(customer)).body;
  expect(ended).toContain('The work on it is done.');
  expect(ended).not.toContain('as soon as we hear something');
  const announced = await fileBrief(manager, { device: { ids: { serial: 'DNPX1234' }, looks: { model: 'Pixel 8' } } });
  expect((await visitor.get(pathOf(await makeLink(manager, announced.case.code, { whom: 'customer' })))).body).toContain('With you');
});

test('a message that was sent is told to be with the store, and the sender reads it once', async () => {
  const { visitor, customer } = await outsideBench();
  const sent = await visitor.fill(customer, `${customer}/message`, { words: 'Is there news?', to: 'store' });
  expect(sent.status).toBe(303);
  expect((await visitor.get(String(sent.headers['location']))).body).toContain('It is with us.');
  expect((await visitor.get(customer)).body).not.toContain('It is with us.');
});

test('a partner reads what is dangerous before the form, and no seal, stage or result is chosen already', async () => {
  const bench = await outsideBench();
  const { visitor, partner, device } = bench;
  await entered(bench);
  const { body } = await visitor.get(partner);
  expect(body.indexOf('Suspected damaged battery')).toBeGreaterThan(0);
  expect(body.indexOf('Suspected damaged battery')).toBeLessThan(body.indexOf(`action="${partner}/sign"`));
  const open = (page: string, name: string): boolean => page.includes(`name="${name}" required><option value="" selected disabled>`);
  expect(open(body, 'seal')).toBe(true);
  await visitor.fill(partner, `${partner}/sign`, { name: 'Ben', strokes: '', seal: 'yes', condition: '' });
  const taken = (await visitor.get(partner)).body;
  expect([open(taken, 'stage'), open(taken, 'result')]).toEqual([true, true]);
  const refused = await visitor.fill(partner, `${partner}/outcome`, { device, photos: '', videos: '', other: '', delivered: 'drive', gone: '', words: '' });
  expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('Please look at: Result.')]);
});

test('the address of a form that is opened again leads to its page, and a browser that is nowhere reads a page and a program a refusal', async () => {
  const { visitor, partner, customer } = await outsideBench();
  for (const [path, to] of [[`${partner}/enter`, partner], [`${partner}/outcome`, partner], [`${customer}/message`, customer], ['/agent/brief', '/agent']] as const) {
    expect([path, (await visitor.ask('GET', path, '', READS_PAGES)).headers['location']]).toEqual([path, to]);
  }
  const page = await visitor.ask('GET', '/nothing/here', '', READS_PAGES);
  expect([page.status, page.body]).toEqual([404, expect.stringContaining('This link does not work')]);
  expect(JSON.parse((await visitor.get('/nothing/here')).body)).toMatchObject({ code: 'not-public' });
});

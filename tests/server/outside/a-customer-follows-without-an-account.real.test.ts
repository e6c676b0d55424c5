/** The customer's own page: where the phone is, who looked at the case and why, and the little that can be done there. Strangers and other sites get nothing. */
import { expect, test } from 'vitest';
import { done } from '../cases/made-cases.ts';
import { outsideBench } from './outside-bench.ts';
import { hiddenOf, Visitor } from './visitor.ts';

test('it shows where the phone is and every look with its reason, by role and code, and no name of staff', async () => {
  const bench = await outsideBench();
  const { manager, code, customer, visitor } = bench;
  const look = await manager.post(`/api/cases/${code}/look`, { what: 'story', why: 'To decide about the hold' });
  expect(look.status).toBe(200);
  const { status, body, headers } = await visitor.get(customer);
  expect(status).toBe(200);
  for (const words of [code, 'To decide about the hold', 'manager']) expect(body).toContain(words);
  const people = (await manager.get('/api/people')).body;
  for (const staff of ['Ada Manager', 'Tom Technician', 'demo-manager']) expect(body).not.toContain(staff);
  expect(JSON.stringify(people)).toContain('demo-manager');
  expect([headers['cache-control'], headers['referrer-policy']]).toEqual([expect.stringContaining('no-store'), 'no-referrer']);
});

test('a consent is taken back once, a message reaches the store, and neither can be sent from another site', async () => {
  const bench = await outsideBench();
  const { customer, visitor } = bench;
  const consent = (await bench.view()).case.consents[0]?.id ?? '';
  const page = (await visitor.get(customer)).body;
  const takeBack = hiddenOf(page, `${customer}/consent/${consent}`);
  expect((await visitor.post(`${customer}/consent/${consent}`, takeBack, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await bench.view()).case.consents[0]?.withdrawnAtIso).toBeNull();
  const write = hiddenOf(page, `${customer}/message`);
  expect((await visitor.post(`${customer}/message`, { ...write, words: 'Please call <b>before noon</b>', call: 'on' })).status).toBe(303);
  const shown = (await visitor.get(customer)).body;
  expect([shown.includes('Please call &lt;b&gt;before noon&lt;/b&gt;'), shown.includes('<b>before noon')]).toEqual([true, false]);
  expect((await visitor.post(`${customer}/consent/${consent}`, takeBack)).status).toBe(303);
  expect((await bench.view()).case.consents[0]?.withdrawnAtIso).not.toBeNull();
});

test('a forged link, one that was revoked and one of a partner are answered alike, on every address below it', async () => {
  const bench = await outsideBench();
  const { customer, visitor, manager, code, partner } = bench;
  const token = customer.slice('/c/'.length);
  const linkId = (await bench.view()).case.links.find(({ whom }) => whom === 'customer')?.id ?? '';
  const forged = `/c/${[...token].toReversed().join('')}`;
  const answers = async (path: string) => {
    const { status, body } = await visitor.get(path);
    return [status, body.replaceAll(path, '')];
  };
  const [unknown, ofPartner] = [await answers(forged), await answers(partner.replace('/p/', '/c/'))];
  await done(manager, code, 'revoke-link', { linkId, why: 'it went to a wrong address' });
  expect([unknown[0], ofPartner, await answers(customer)]).toEqual([404, unknown, unknown]);
  for (const below of ['/message', `/consent/${linkId}`]) {
    expect([below, (await visitor.post(`${customer}${below}`, { id: linkId, words: 'x' })).status]).toEqual([below, 404]);
  }
});

test('a name of another host opens nothing, whatever the link', async () => {
  const bench = await outsideBench();
  const stranger = new Visitor(bench.server);
  for (const path of [bench.customer, bench.partner, '/agent']) {
    const { status, body } = await stranger.ask('GET', path, '', { host: 'evil.example' });
    expect([path, status, body.includes(bench.code)]).toEqual([path, 403, false]);
  }
});

test('once everything personal was erased nobody can write any more: no form here, a refusal in words for the store', async () => {
  const bench = await outsideBench();
  const { manager, code, customer, visitor, server } = bench;
  const confirmation = await manager.confirm('decide-privacy', (await bench.view()).case.id, server.password);
  expect((await manager.post(`/api/cases/${code}/privacy/erase`, { kind: null, why: 'the customer asked for it', confirmation })).status).toBe(200);
  const page = await visitor.get(customer);
  expect([page.status, page.body.includes('Where your phone is'), page.body.includes('<textarea')]).toEqual([200, true, false]);
  const { head } = await bench.view();
  const refused = await manager.post(`/api/cases/${code}/messages`, { id: '019aa000-0000-7000-8000-00000000abcd', to: 'customer', transferId: null, words: 'Your phone is here.' });
  expect([refused.status, refused.body['code']]).toEqual([409, 'case-erased']);
  expect((await bench.view()).head).toEqual(head);
});

/** Customer, store and partner write to one another through the case: what each sees, who passes on, who has read, and that each look is on record. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { messagesReplySchema } from '../../../server/contract/case-messages.ts';
import type { CaseMessage } from '../../../server/contract/case-messages.ts';
import { signedIn } from '../../signed-in.ts';
import type { Answer, Signed } from '../../signed-in.ts';
import { done } from '../cases/made-cases.ts';
import { entered, outsideBench, SIGNATURE } from './outside-bench.ts';
import type { OutsideBench } from './outside-bench.ts';
import { Visitor } from './visitor.ts';

const NUMBER = 'call me on +49 170 5550100';

async function atPartner() {
  const bench = await outsideBench();
  await done(bench.manager, bench.code, 'sign-taken', { transferId: bench.transfer, signedBy: 'paper', sealIntact: 'yes', private: { signature: SIGNATURE } });
  const partner = await entered(bench, new Visitor(bench.server, '203.0.113.9'));
  return { ...bench, atLab: partner, pages: { customer: () => bench.visitor.get(bench.customer).then(({ body }) => body), partner: () => partner.get(bench.partner).then(({ body }) => body) } };
}
const read = async (signed: Signed, code: string, why = 'Answer what was written'): Promise<CaseMessage[]> => messagesReplySchema.parse((await signed.post(`/api/cases/${code}/messages/look`, { why })).body).messages;
const ask = (signed: Signed, { code }: Pick<OutsideBench, 'code'>, rest: string, body: object): Promise<Answer> => signed.post(`/api/cases/${code}/messages${rest}`, { id: randomUUID(), ...body });
const looks = async ({ manager, code }: Pick<OutsideBench, 'manager' | 'code'>): Promise<number> => ((await manager.get(`/api/cases/${code}/looks`)).body['looks'] as { kind: string; why: string }[])
  .filter(({ why }) => why === 'Answer what was written').length;

test('what the customer writes to the partner is with the store until a person passes it on, and then it is with that partner', async () => {
  const bench = await atPartner();
  expect((await bench.visitor.fill(bench.customer, `${bench.customer}/message`, { to: 'partner', words: NUMBER })).status).toBe(303);
  expect(await bench.pages.customer()).toContain('We read it and pass it on.');
  expect(await bench.pages.partner()).not.toContain(NUMBER);
  const [message] = await read(bench.manager, bench.code);
  expect(message).toMatchObject({ from: 'customer', to: 'partner', words: NUMBER, passed: null });
  expect((await bench.view()).next.some(({ step }) => step === 'answer-message')).toBe(true);
  expect((await ask(bench.manager, bench, `/${message?.id ?? ''}/pass-on`, { transferId: bench.transfer })).status).toBe(200);
  expect(await bench.pages.partner()).toContain(NUMBER);
  expect(await bench.pages.customer()).toContain('Passed on to the partner.');
  expect((await bench.view()).next.some(({ step }) => step === 'answer-message')).toBe(false);
  expect((await ask(bench.manager, bench, `/${message?.id ?? ''}/pass-on`, { transferId: bench.transfer })).body).toMatchObject({ code: 'no-such-message' });
});

test('what the customer tells the store stays there; an answer stands on the one page it is for, by no name of staff', async () => {
  const bench = await atPartner();
  await bench.visitor.fill(bench.customer, `${bench.customer}/message`, { words: NUMBER, call: 'on' });
  expect(await bench.pages.partner()).not.toContain(NUMBER);
  expect((await ask(bench.manager, bench, '', { to: 'customer', words: 'We call at noon. שלום 🎉' })).status).toBe(200);
  expect((await ask(bench.manager, bench, '', { to: 'partner', transferId: bench.transfer, words: 'How does it go?' })).status).toBe(200);
  const [customer, partner] = [await bench.pages.customer(), await bench.pages.partner()];
  expect([customer.includes('We call at noon. שלום 🎉'), partner.includes('We call at noon.'), customer.includes('How does it go?'), partner.includes('How does it go?')]).toEqual([true, false, false, true]);
  const code = (await read(bench.manager, bench.code)).find(({ from }) => from === 'store')?.by ?? '';
  expect(code).toMatch(/^P-/);
  for (const page of [customer, partner]) expect(page.includes('demo-manager')).toBe(false);
  expect(JSON.stringify((await bench.manager.get(`/api/cases/${bench.code}/history`)).body)).not.toMatch(/We call at noon|5550100|How does it go/);
});

test('who has read is named; unread again it waits as before; a look is on record once in a quarter of an hour, and again when something is new', async () => {
  const bench = await atPartner();
  const technician = await signedIn(bench.server.url, bench.server, 'demo-technician');
  await bench.atLab.fill(bench.partner, `${bench.partner}/message`, { to: 'store', words: 'The board is fine.' });
  await read(technician, bench.code);
  const [message] = await read(bench.manager, bench.code);
  await read(bench.manager, bench.code);
  expect(message?.reads).toHaveLength(2);
  const before = await looks(bench);
  await read(bench.manager, bench.code);
  expect(await looks(bench)).toBe(before);
  expect((await ask(technician, bench, `/${message?.id ?? ''}/mark`, { as: 'needs-no-answer' })).status).toBe(200);
  expect((await bench.view()).case.openMessages).toEqual([]);
  expect((await ask(technician, bench, `/${message?.id ?? ''}/mark`, { as: 'unread' })).status).toBe(200);
  expect((await bench.view()).case.openMessages).toMatchObject([{ id: message?.id, from: 'partner' }]);
  expect((await read(technician, bench.code))[0]?.reads.map(({ by }) => by)).toHaveLength(1);
  await bench.atLab.fill(bench.partner, `${bench.partner}/message`, { to: 'store', words: 'Done tomorrow.' });
  await read(bench.manager, bench.code);
  expect(await looks(bench)).toBeGreaterThan(before);
});

test('2000 characters are kept whole and one more is refused; a message of another case is none of this one', async () => {
  const bench = await atPartner();
  const words = '🙂'.repeat(2000);
  expect((await ask(bench.manager, bench, '', { to: 'customer', words })).status).toBe(200);
  expect((await ask(bench.manager, bench, '', { to: 'customer', words: `${words}!` })).status).toBe(400);
  const [message] = await read(bench.manager, bench.code);
  expect(message?.words).toBe(words);
  expect((await ask(bench.manager, bench, `/${message?.id ?? ''}/mark`, { as: 'unread' })).status).toBe(404);
  const other = await done(bench.manager, null, 'open-walk-in', { irreplaceable: false, device: null, private: {} });
  await bench.visitor.fill(bench.customer, `${bench.customer}/message`, { words: 'hello' });
  const mine = (await read(bench.manager, bench.code)).find(({ from }) => from === 'customer')?.id ?? '';
  for (const what of [['mark', { as: 'unread' }], ['pass-on', { transferId: bench.transfer }]] as const) {
    expect((await ask(bench.manager, { code: other.case.code }, `/${mine}/${what[0]}`, what[1])).body).toMatchObject({ code: 'no-such-message' });
  }
});

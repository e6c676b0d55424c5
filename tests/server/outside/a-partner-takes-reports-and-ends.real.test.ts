/** The way of a partner from the handover sheet to the outcome, without an account; and every way in which it can go wrong on it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act, done } from '../cases/made-cases.ts';
import { temporaryFolder } from '../running-server.ts';
import { entered, makeLink, outsideBench, pathOf, PARTNER } from './outside-bench.ts';
import { hiddenOf, Visitor } from './visitor.ts';

test('signs as taken, reports, tells the outcome, and the case knows all of it', async () => {
  const bench = await outsideBench();
  const { partner, visitor, device } = bench;
  expect((await visitor.get(partner)).body).not.toContain('S-00417');
  await entered(bench);
  const page = await visitor.get(partner);
  for (const words of ['S-00417', 'Save the photos', 'Screen cracked', '512', 'cannot be replaced', 'Suspected damaged battery', 'Save the data, nothing else', '150 EUR', PARTNER.name]) expect(page.body).toContain(words);
  for (const secret of ['Zebulon', 'zebulon@example.org', '4711', 'Wilhelmina', 'balcony', 'Ada Manager']) expect(page.body).not.toContain(secret);
  const signed = await visitor.post(`${partner}/sign`, { ...hiddenOf(page.body, `${partner}/sign`), name: 'Ben Taker', strokes: '[[[1,2],[30,40]]]', seal: 'yes', condition: 'as described' });
  expect([signed.status, signed.headers['location']]).toEqual([303, partner]);
  expect((await bench.view()).case.transfers[1]).toMatchObject({ state: 'taken', taken: { how: 'link', by: { kind: 'partner' }, actor: 'partner-link', sealIntact: 'yes', condition: 'as described' } });
  expect((await visitor.fill(partner, `${partner}/stage`, { stage: 'recovering', expected: '2027-01-15' })).status).toBe(303);
  expect((await bench.view()).case.transfers[1]?.stages).toMatchObject([{ stage: 'recovering', expectedAtIso: '2027-01-15T12:00:00.000Z', by: 'partner-link' }]);
  expect((await visitor.fill(partner, `${partner}/outcome`, { device, result: 'partial', photos: '4,312', videos: '87', other: '', delivered: 'drive', gone: '2027-02-01', words: 'one clip was damaged' })).status).toBe(303);
  expect((await bench.view()).case.devices[0]?.outcome).toMatchObject({ result: 'partial', photos: 4312, videos: 87, other: null, delivered: 'drive', copyDeletedByIso: '2027-02-01T12:00:00.000Z', words: 'one clip was damaged', by: 'partner-link' });
  const audit = (await bench.manager.get('/api/audit?limit=1000')).body['entries'] as { what: string; who: { name: string }; from: { address: string } }[];
  expect(audit.find(({ what }) => what === 'sign-taken')).toMatchObject({ who: { name: 'partner-link' }, from: { address: '203.0.113.7' } });
});

test('the same form sent twice is done once; another one afterwards is told in words', async () => {
  const bench = await outsideBench();
  const { partner, visitor } = bench;
  await entered(bench);
  const fields = { ...hiddenOf((await visitor.get(partner)).body, `${partner}/sign`), name: 'Ben', strokes: '', seal: 'yes', condition: '' };
  expect([(await visitor.post(`${partner}/sign`, fields)).status, (await visitor.post(`${partner}/sign`, fields)).status]).toEqual([303, 303]);
  const { head } = await bench.view();
  const other = await visitor.post(`${partner}/sign`, { ...fields, id: '019aa000-0000-7000-8000-00000000abcd' });
  expect([other.status, other.body]).toEqual([409, expect.stringContaining('This handover is over')]);
  expect((await bench.view()).head).toEqual(head);
});

test('after a recall the page says so and takes nothing; nothing was lost', async () => {
  const bench = await outsideBench();
  const { partner, visitor, manager, code, transfer } = bench;
  await entered(bench);
  const before = (await visitor.get(partner)).body;
  await done(manager, code, 'recall-transfer', { transferId: transfer, why: 'the customer changed their mind' });
  const late = await visitor.post(`${partner}/sign`, { ...hiddenOf(before, `${partner}/sign`), name: 'Ben', strokes: '', seal: 'yes', condition: '' });
  expect([late.status, late.body]).toEqual([409, expect.stringContaining('This handover is over')]);
  expect((await visitor.get(partner)).body).toContain('This handover was called off');
  expect((await bench.view()).case.transfers[1]?.state).toBe('recalled');
});

test('five wrong PINs, then it waits, longer each time; the right one waits too, and a restart forgets nothing', async () => {
  let aheadMs = 0;
  const clock = { epochMs: () => Date.now() + aheadMs, nowMs: () => performance.now() + aheadMs };
  const bench = await outsideBench({}, clock);
  const { partner, pin } = bench;
  const wrong = pin === '000000' ? '111111' : '000000';
  const form = hiddenOf((await bench.visitor.get(partner)).body, `${partner}/enter`);
  const tries = (visitor: Visitor, guess: string): Promise<{ status: number }> => visitor.post(`${partner}/enter`, { ...form, pin: guess });
  for (let count = 0; count < 5; count += 1) expect((await tries(bench.visitor, wrong)).status).toBe(401);
  const elsewhere = new Visitor(bench.server, '198.51.100.9');
  // Nobody types a PIN in vain: while it waits there is no form.
  const waits = await elsewhere.get(partner);
  expect([waits.status, waits.headers['retry-after'], waits.body.includes('<form')]).toEqual([429, '60', false]);
  expect((await tries(elsewhere, pin)).status).toBe(429);
  aheadMs += 61_000;
  expect((await tries(elsewhere, wrong)).status).toBe(401);
  aheadMs += 61_000;
  expect((await tries(elsewhere, pin)).status).toBe(429);
  aheadMs += 61_000;
  expect((await tries(elsewhere, pin)).status).toBe(303);
});

test('who tries many links from one address waits, whatever the links', async () => {
  const bench = await outsideBench();
  const { partner, visitor } = bench;
  const { mark } = hiddenOf((await visitor.get(partner)).body, `${partner}/enter`);
  const answers = [];
  for (let count = 0; count < 25; count += 1) answers.push((await visitor.post(`${partner}/enter`, { mark: mark ?? '', pin: 'abc' })).status);
  expect(answers.at(-1)).toBe(429);
});

test('a link that was taken back, one that is over and one that was made up are told alike, also to who had entered', async () => {
  let aheadMs = 0;
  const clock = { epochMs: () => Date.now() + aheadMs };
  const bench = await outsideBench({}, clock);
  const { visitor, manager, code, transfer } = bench;
  const made = `/p/${'A'.repeat(43)}`;
  const second = await makeLink(manager, code, { whom: 'partner', transferId: transfer });
  await entered({ ...bench, partner: pathOf(second), pin: second.pin ?? '' });
  expect((await visitor.get(pathOf(second))).body).toContain('S-00417');
  await done(manager, code, 'revoke-link', { linkId: second.id, why: 'sent to the wrong address' });
  const [unknown, revoked] = [await visitor.get(made), await visitor.get(pathOf(second))];
  aheadMs += 91 * 86_400_000;
  const over = await visitor.get(bench.partner);
  for (const page of [unknown, revoked, over]) expect([page.status, page.body]).toEqual([404, unknown.body]);
  expect((await visitor.get(`/c/${bench.partner.slice(3)}`)).body).toBe(unknown.body);
  expect((await visitor.get('/p/x')).body).toBe(unknown.body);
});

test('the copy can be checked with openssl and sha256sum, and its head is noted', async () => {
  const bench = await outsideBench();
  const { partner, visitor, code } = bench;
  await entered(bench);
  const { head } = await bench.view();
  const answer = await visitor.fill(partner, `${partner}/copy`);
  expect([answer.status, answer.headers['content-disposition']]).toEqual([200, `attachment; filename="case-${code}-${String(head.seq)}.tar"`]);
  const folder = mkdtempSync(join(temporaryFolder(), 'copy-'));
  writeFileSync(join(folder, 'copy.tar'), answer.bytes);
  execFileSync('tar', ['xf', 'copy.tar'], { cwd: folder });
  const unpacked = join(folder, `case-${code}-${String(head.seq)}`);
  const commands = /\n\n(n=0\n[\s\S]+?)\n\nIt says/.exec(readFileSync(join(unpacked, 'README.txt'), 'utf8'))?.[1] ?? 'exit 1';
  expect(execFileSync('sh', ['-c', commands], { cwd: unpacked, encoding: 'utf8' }).trim()).toBe(`${String(head.seq)} events, head ${head.hash}`);
  expect(readFileSync(join(unpacked, 'custody.jsonl'), 'utf8')).not.toMatch(/Zebulon|4711|Wilhelmina/);
  expect(readFileSync(join(unpacked, 'anchors.json'), 'utf8')).toContain('"kind": "partner-copy"');
});

test('a device that is not with this partner has no outcome from there, and words that are no number are told', async () => {
  const bench = await outsideBench();
  const { partner, visitor, device } = bench;
  await entered(bench);
  await visitor.fill(partner, `${partner}/sign`, { name: 'Ben', strokes: '', seal: 'not-known', condition: '' });
  const outcome = { device, result: 'all', photos: '', videos: '', other: '', delivered: 'not-yet', gone: '', words: '' };
  const lots = await visitor.fill(partner, `${partner}/outcome`, { ...outcome, photos: 'lots' });
  expect([lots.status, lots.body]).toEqual([400, expect.stringContaining('look at: Photos.')]);
  const other = await visitor.fill(partner, `${partner}/outcome`, { ...outcome, device: '019aa000-0000-7000-8000-00000000abcd' });
  expect(other.status).toBe(409);
  expect((await bench.view()).case.devices[0]?.outcome).toBeNull();
});

test('without an address outside there are no links, and the reason is told', async () => {
  const bench = await outsideBench();
  const inside = await (await import('../running-server.ts')).runServer({ stateDir: temporaryFolder() });
  const manager = await inside.signed();
  const { case: { code } } = await (await import('../cases/made-cases.ts')).walkIn(manager);
  const answer = await manager.post(`/api/cases/${code}/links`, { id: '019aa000-0000-7000-8000-00000000abcd', whom: 'customer' });
  expect([answer.status, answer.body['code']]).toEqual([409, 'links-need-public-url']);
  expect((await act(bench.manager, bench.code, 'make-link', { whom: 'customer' })).status).toBe(404);
});

test('a link is shown once: sent again it is not told, and nothing of it lies in the database', async () => {
  const bench = await outsideBench();
  const id = '019aa000-0000-7000-8000-00000000abce';
  const link = await makeLink(bench.manager, bench.code, { whom: 'customer', id });
  const again = await bench.manager.post(`/api/cases/${bench.code}/links`, { id, whom: 'customer', transferId: null });
  expect([again.status, again.body['code']]).toEqual([409, 'link-shown-once']);
  await bench.server.close();
  const { readdirSync } = await import('node:fs');
  const files = readdirSync(bench.server.stateDir).filter((name) => /\.db|\.log|sqlite/.test(name)).map((name) => readFileSync(join(bench.server.stateDir, name), 'latin1')).join('\n');
  expect(files.length).toBeGreaterThan(10_000);
  for (const secret of [link.url.slice(-43), bench.partner.slice(3), bench.customer.slice(3)]) expect(files).not.toContain(secret);
  expect(bench.server.log.join('\n')).not.toMatch(new RegExp(`${bench.partner.slice(3)}|${bench.customer.slice(3)}`));
});

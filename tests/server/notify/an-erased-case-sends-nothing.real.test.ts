/** Once the personal data of a case is erased nothing of it leaves any more, and nothing of a mail is readable anywhere but in the mail. */
import { expect, test } from 'vitest';
import type { MailFill } from '../../../server/contract/mail.ts';
import { createOutbox } from '../../../server/notify/outbox.ts';
import { createMailTable } from '../../../server/store/mail-table.ts';
import { deadPort, playSmtp } from '../../smtp-server.ts';
import { filesHolding } from '../store/private-bench.ts';
import { until } from '../running-server.ts';
import { ADDRESS, CASE, HOUR_MS, NAME, newMail, openMailBench } from './mail-bench.ts';

const STAFF: MailFill = { template: 'test', params: { caseCode: '', toName: null } };
const PARTS = [ADDRESS, 'celik.whole', NAME, 'Yılmaz', 'secret-token', 'iPhone 12', 'bent by more'];
const plainIn = (bench: Awaited<ReturnType<typeof openMailBench>>): string[] =>
  PARTS.flatMap((part) => [...filesHolding(bench.stateDir, part), ...bench.log.filter((line) => line.includes(part))]);

test('mails that wait are called off, also those whose words are in memory already, and new ones are refused', async () => {
  const port = await deadPort();
  const bench = await openMailBench(port);
  const tried = bench.put();
  bench.clock.ms += 1;
  const other = bench.put({ caseId: '019a2b3c-0000-7000-8000-00000000c002' });
  await bench.run();
  expect(bench.state(tried.id)).toBe('waiting server-away');
  const untried = bench.put();
  bench.erase();
  const server = await playSmtp({ port });
  await bench.live(3 * HOUR_MS);
  expect([tried.id, untried.id, other.id].map(bench.state)).toEqual(['cancelled erased', 'cancelled erased', 'sent']);
  expect(server.taken).toHaveLength(1);
  expect(bench.mail.put(newMail())).toEqual({ refusal: 'case-erased' });
});

test('erased while it is being handed over and refused for now: it is not tried again', async () => {
  const server = await playSmtp();
  server.mood = { at: 'MAIL', does: 'silence' };
  const bench = await openMailBench(server.port);
  const { id } = bench.put();
  const running = bench.run();
  await until(() => server.connections() === 1, 'it is handed over');
  bench.erase();
  await server.close();
  await running;
  const again = await playSmtp({ port: server.port });
  await bench.live(2 * HOUR_MS);
  expect([bench.state(id), again.taken.length]).toEqual(['cancelled erased', 0]);
});

test('only the contact of a case was past its time: its mails are called off too', async () => {
  const bench = await openMailBench(await deadPort());
  const { id } = bench.put();
  bench.records.erase(CASE, 'contact', { who: { kind: 'system', name: 'retention' }, role: 'system', why: 'kept for 90 days', from: { address: 'local', machine: null } }, new Date(bench.clock.ms).toISOString());
  await bench.run();
  expect(bench.state(id)).toBe('cancelled erased');
});

test('nothing personal is in plain in any file or in the log: waiting, tried, refused, sent, erased', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  bench.put();
  expect(plainIn(bench)).toEqual([]);
  server.mood = { at: 'RCPT', does: { code: 451, words: `4.7.1 <${ADDRESS}>: celik.whole is greylisted` } };
  await bench.run();
  expect(plainIn(bench)).toEqual([]);
  server.mood = { at: 'RCPT', does: { code: 550, words: `5.1.1 <${ADDRESS}>: no mailbox celik.whole here` } };
  await bench.live(HOUR_MS);
  expect(plainIn(bench)).toEqual([]);
  expect(bench.mail.ofCase(CASE).map(({ state, problem, answer }) => [state, problem, answer])).toEqual([['failed', 'address-refused', '550 5.1.1 <…>: no mailbox … here']]);
  server.mood = null;
  bench.put();
  await bench.run();
  expect(server.taken).toHaveLength(1);
  // The search looks where the data lies: the case is there.
  expect(filesHolding(bench.stateDir, CASE).length).toBeGreaterThan(0);
  bench.erase();
  expect(plainIn(bench)).toEqual([]);
  await bench.close();
  expect(plainIn(bench)).toEqual([]);
});

test('the words of a mail of no case go when it has ended, however it ended', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  const rows = (): number => bench.database.prepare<[], { count: number }>('SELECT count(*) AS count FROM private_rows').get()?.count ?? -1;
  const sent = bench.put({ caseId: null, fill: STAFF });
  await bench.run();
  const off = bench.put({ caseId: null, fill: STAFF });
  expect([bench.mail.callOff(off.id), bench.mail.callOff(off.id), bench.mail.callOff(sent.id)]).toEqual([true, false, false]);
  server.mood = { at: 'RCPT', does: { code: 550, words: 'no' } };
  const refused = bench.put({ caseId: null, fill: STAFF });
  await bench.run();
  expect([sent, off, refused].map(({ id }) => bench.state(id))).toEqual(['sent', 'cancelled called-off', 'failed address-refused']);
  expect(rows()).toBe(0);
  expect(server.taken.map(({ to }) => to)).toEqual([[ADDRESS]]);
});

test('a mail whose key is lost is given up and told, and holds up no other', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  const told: string[] = [];
  bench.mail.follow({ delivered: ({ id }) => void told.push(`sent ${id}`), failedForGood: ({ id }) => void told.push(`failed ${id}`) });
  const lost = bench.put();
  bench.database.exec("UPDATE private_rows SET key_id = 'gone'");
  const other = bench.put({ caseId: '019a2b3c-0000-7000-8000-00000000c002' });
  await bench.run();
  expect(told.toSorted()).toEqual([`failed ${lost.id}`, `sent ${other.id}`]);
});

test('killed between the end of a mail of no case and the erasing of its words: the next start erases them', async () => {
  const bench = await openMailBench(null);
  bench.put({ caseId: null, fill: STAFF });
  bench.database.exec("UPDATE mail_outbox SET state = 'sent', problem = NULL, next_at_ms = NULL, ended_at_ms = put_at_ms");
  await bench.close();
  const again = await openMailBench(null, bench.stateDir, bench.clock);
  expect(again.database.prepare('SELECT * FROM private_rows').all()).toEqual([]);
});

test('each part refuses by itself: the table begins nothing whose words are gone, and the outbox remembers nothing that it was told to forget', async () => {
  const bench = await openMailBench(null);
  const table = createMailTable(bench.database);
  const outbox = createOutbox({ table, records: bench.records, outside: { publicUrl: null }, frame: { storeName: 'Corner store', timeZone: 'UTC', virtual: false }, epochMs: () => bench.clock.ms });
  const { id } = bench.put();
  const message = table.due(bench.clock.ms);
  if (message === null) throw new Error('nothing waits');
  expect(outbox.open(message)?.address).toBe(ADDRESS);
  bench.erase();
  expect(table.begin(id)).toBe(false);
  outbox.forget(id);
  expect(outbox.open(message)).toBeNull();
});

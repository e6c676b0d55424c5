/** A mail that belongs to an event is put in with it or not at all, is one mail however often it is put in, and its end is told exactly once. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { playSmtp } from '../../smtp-server.ts';
import { CASE, HELD, HOUR_MS, newMail, openMailBench } from './mail-bench.ts';

test('an event that is taken back takes its mail back, with its words and its place in the audit', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  bench.database.exec('CREATE TABLE events (id TEXT) STRICT');
  const before = bench.audit.head();
  const mail = newMail();
  const step = (fails: boolean): void => bench.database.transaction(() => {
    bench.database.prepare('INSERT INTO events VALUES (?)').run(mail.id);
    const put = bench.mail.put(mail);
    if ('refusal' in put) throw new Error(put.refusal);
    if (fails) throw new Error('the event does not fit');
  })();
  expect(() => step(true)).toThrow('does not fit');
  expect([bench.mail.entry(mail.id), bench.audit.head()]).toEqual([null, before]);
  expect(bench.database.prepare('SELECT * FROM private_rows').all()).toEqual([]);
  await bench.run();
  expect(server.taken).toEqual([]);
  step(false);
  await bench.run();
  expect([bench.state(mail.id), server.taken.length, bench.audit.firstBroken()]).toEqual(['sent', 1, null]);
});

test('put in again it is the same mail; another one under its number is refused', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  const mail = newMail();
  const first = bench.mail.put(mail);
  expect(bench.mail.put(mail)).toEqual(first);
  await bench.run();
  expect(bench.mail.put({ ...mail, address: 'other@example.org' })).toMatchObject({ entry: { id: mail.id, state: 'sent' } });
  expect(bench.mail.put({ ...mail, caseId: null })).toEqual({ refusal: 'mail-id-used' });
  expect(bench.mail.put({ ...mail, fill: { template: 'test', params: { caseCode: '', toName: null } } })).toEqual({ refusal: 'mail-id-used' });
  await bench.live(HOUR_MS);
  expect(server.taken).toHaveLength(1);
});

test('what is no address, or two, is refused before anything is kept', async () => {
  const bench = await openMailBench(null);
  for (const address of ['', 'celik', 'a@b.example, c@d.example', 'a@b.example\r\nRCPT TO:<c@d.example>']) expect(bench.mail.put(newMail({ address }))).toEqual({ refusal: 'mail-address-wrong' });
  expect(bench.mail.counts().waiting).toBe(0);
});

test('an end that cannot be written down is told again, others meanwhile; one that was written down is not', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  bench.database.exec('CREATE TABLE told (id TEXT, at TEXT) STRICT');
  const [bad, good] = [bench.put(), bench.put()];
  let isBroken = true;
  const delivered = ({ id, endedAtIso }: { id: string; endedAtIso: string | null }): void => {
    bench.database.prepare('INSERT INTO told VALUES (?, ?)').run(id, endedAtIso);
    if (isBroken && id === bad.id) throw new Error('no such case');
  };
  await bench.run();
  expect([bench.state(bad.id), bench.state(good.id)]).toEqual(['sent', 'sent']);
  bench.mail.follow({ delivered, failedForGood: () => undefined });
  await expect(bench.run()).rejects.toThrow('no such case');
  const told = (): unknown => bench.database.prepare('SELECT id, at FROM told').all();
  expect(told()).toEqual([{ id: good.id, at: '2026-11-24T10:00:00.000Z' }]);
  isBroken = false;
  await bench.run();
  await bench.run();
  expect(told()).toEqual([good, bad].map(({ id }) => ({ id, at: '2026-11-24T10:00:00.000Z' })));
  expect(server.taken).toHaveLength(2);
});

test('what stands in the outbox cannot be changed, deleted or replaced once it has ended', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  const { id } = bench.put();
  await bench.run();
  for (const change of ["UPDATE mail_outbox SET state = 'waiting', next_at_ms = 0, ended_at_ms = NULL", "UPDATE mail_outbox SET answer = ''", 'DELETE FROM mail_outbox', 'INSERT OR REPLACE INTO mail_outbox SELECT * FROM mail_outbox']) {
    expect(() => bench.database.exec(change), change).toThrow(/a mail (that ended stays so|is never (deleted|replaced))/);
  }
  expect(bench.state(id)).toBe('sent');
});

test('each mail of a case is listed, newest first, with neither address nor text', async () => {
  const bench = await openMailBench(null);
  const first = bench.put();
  bench.clock.ms += 1000;
  const second = bench.put({ id: randomUUID(), fill: { template: 'closing-agent', params: { caseCode: 'K7Q2', toName: 'Ira', reference: 'REF-9', result: 'all', customerTold: true } } });
  bench.put({ caseId: '019a2b3c-0000-7000-8000-00000000c002' });
  expect(bench.mail.ofCase(CASE)).toEqual([second, first]);
  expect(second).toEqual({
    id: second.id, caseId: CASE, template: 'closing-agent', to: 'agent', state: 'waiting', attempts: 0, putAtIso: '2026-11-24T10:00:01.000Z', nextAtIso: '2026-11-24T10:00:01.000Z', endedAtIso: null,
    problem: 'no-mail-server', answer: null,
  });
  expect(JSON.stringify(bench.mail.ofCase(CASE))).not.toMatch(/example\.org|REF-9|Ira/);
  expect(HELD.template).toBe(first.template);
});

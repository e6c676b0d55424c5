/** A mail server that is away for a day, refuses the login, or never comes back: nothing is lost, nothing waits for ever, nobody is pestered. */
import { expect, test } from 'vitest';
import { deadPort, playSmtp } from '../../smtp-server.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, NOW_MS, openMailBench } from './mail-bench.ts';

test('away for a day, over a restart: every mail arrives once, within an hour of its return, with one look for each process', async () => {
  const port = await deadPort();
  const first = await openMailBench(port);
  const ids = [first.put().id, first.put().id, first.put().id];
  await first.live(12 * HOUR_MS, 5 * MINUTE_MS);
  expect(ids.map(first.state)).toEqual(ids.map(() => 'waiting server-away'));
  expect(first.mail.problem()).toBe('server-away');
  expect(first.looks()).toHaveLength(3);
  await first.close();
  const second = await openMailBench(port, first.stateDir, { ms: first.clock.ms });
  await second.live(12 * HOUR_MS, 5 * MINUTE_MS);
  const attempts = ids.map((id) => second.mail.entry(id)?.attempts ?? 0);
  for (const count of attempts) expect(count).toBeGreaterThan(20);
  for (const count of attempts) expect(count).toBeLessThan(40);
  const server = await playSmtp({ port });
  const returnedMs = second.clock.ms;
  while (server.taken.length === 0 && second.clock.ms < returnedMs + DAY_MS) await second.live(MINUTE_MS);
  expect(second.clock.ms - returnedMs).toBeLessThanOrEqual(HOUR_MS);
  // The first that gets through shows that the line is good; the others do not wait for their own time.
  expect(ids.map(second.state)).toEqual(['sent', 'sent', 'sent']);
  expect(server.taken).toHaveLength(3);
  expect(second.mail.problem()).toBeNull();
  expect(second.looks()).toHaveLength(6);
  expect(second.log.filter((line) => line.includes('no mail leaves'))).toHaveLength(1);
  expect(second.log.filter((line) => line.includes('takes mail again'))).toHaveLength(1);
  await second.live(DAY_MS, HOUR_MS);
  expect(server.taken).toHaveLength(3);
}, 30_000);

test('the waits grow: one, five, fifteen minutes, an hour, and an hour again', async () => {
  const bench = await openMailBench(await deadPort());
  const { id } = bench.put();
  const waits: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    const fromMs = bench.clock.ms;
    await bench.run();
    const nextMs = Date.parse(bench.mail.entry(id)?.nextAtIso ?? '');
    waits.push((nextMs - fromMs) / MINUTE_MS);
    bench.clock.ms = nextMs;
  }
  expect(waits).toEqual([1, 5, 15, 60, 60, 60]);
});

test('when it is away, it is asked once a minute, not once for every mail', async () => {
  const server = await playSmtp({ login: { user: 'a', password: 'b' } });
  const bench = await openMailBench(server.port);
  for (let index = 0; index < 20; index += 1) bench.put();
  await bench.run();
  await bench.run();
  expect(server.connections()).toBe(1);
  expect(bench.mail.problem()).toBe('login-refused');
  await bench.live(3 * MINUTE_MS);
  expect(server.connections()).toBe(4);
});

test('after three days it is given up and told, so that somebody calls; a mail seven days old is not even tried', async () => {
  const server = await playSmtp();
  server.mood = { at: 'RCPT', does: { code: 450, words: '4.2.0 busy' } };
  const bench = await openMailBench(server.port);
  const told: string[] = [];
  bench.mail.follow({ delivered: ({ id }) => void told.push(`sent ${id}`), failedForGood: ({ id, problem, answer }) => void told.push(`failed ${id} ${problem ?? ''} ${answer ?? ''}`) });
  const { id } = bench.put();
  await bench.live(3 * DAY_MS - HOUR_MS, 30 * MINUTE_MS);
  expect(bench.state(id)).toBe('waiting asked-to-wait');
  expect(told).toEqual([]);
  await bench.live(2 * HOUR_MS, 30 * MINUTE_MS);
  expect(bench.state(id)).toBe('failed too-old');
  expect(told).toEqual([`failed ${id} too-old 450 4.2.0 busy`]);
  const before = server.connections();
  const late = bench.put();
  bench.clock.ms += 8 * DAY_MS;
  await bench.run();
  expect(bench.state(late.id)).toBe('failed too-old');
  expect(server.connections()).toBe(before);
  expect(bench.mail.counts()).toEqual({ waiting: 0, oldestWaitingMs: null, failed: 1 });
});

test('a PC that was off for four days sends what waited', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  const { id } = bench.put();
  bench.clock.ms += 4 * DAY_MS;
  await bench.run();
  expect(bench.state(id)).toBe('sent');
});

test('a clock that was ahead and came back holds up nothing', async () => {
  const port = await deadPort();
  const bench = await openMailBench(port);
  bench.clock.ms = NOW_MS + 400 * DAY_MS;
  const { id } = bench.put();
  await bench.run();
  expect(bench.state(id)).toBe('waiting server-away');
  bench.clock.ms = NOW_MS;
  const server = await playSmtp({ port });
  await bench.close();
  const again = await openMailBench(port, bench.stateDir, bench.clock);
  await again.run();
  expect([again.state(id), server.taken.length]).toEqual(['sent', 1]);
});

test('thirty in a minute and no more', async () => {
  const server = await playSmtp();
  const bench = await openMailBench(server.port);
  for (let index = 0; index < 70; index += 1) bench.put();
  await bench.run();
  expect(server.taken).toHaveLength(30);
  await bench.live(MINUTE_MS, 1000);
  expect(server.taken).toHaveLength(60);
  await bench.live(MINUTE_MS, 1000);
  expect(server.taken).toHaveLength(70);
  expect(new Set(server.taken.map(({ raw }) => /Message-ID: (.*)/.exec(raw)?.[1])).size).toBe(70);
});

test('without a mail server they wait and say why; one that is set up later sends them, and after three days somebody is told to call', async () => {
  const bench = await openMailBench(null);
  const told: string[] = [];
  bench.mail.follow({ delivered: () => void told.push('sent'), failedForGood: ({ id, problem }) => void told.push(`${id} ${problem ?? ''}`) });
  const old = bench.put();
  expect([old.state, old.problem, bench.mail.problem()]).toEqual(['waiting', 'no-mail-server', 'no-mail-server']);
  await bench.live(3 * DAY_MS, HOUR_MS);
  expect(bench.state(old.id)).toBe('failed no-mail-server');
  expect(told).toEqual([`${old.id} no-mail-server`]);
  const young = bench.put();
  await bench.close();
  const server = await playSmtp();
  const later = await openMailBench(server.port, bench.stateDir, bench.clock);
  expect(later.state(young.id)).toBe('waiting');
  await later.run();
  expect([later.state(young.id), later.state(old.id), server.taken.length]).toEqual(['sent', 'failed no-mail-server', 1]);
});

/** The server loses its database while bridge and server are down: nothing of the new one is believed before a person confirms it. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { BenchBox, endChild, until } from '../../bench-in-a-box.ts';

let box: BenchBox;
afterEach(async () => { await box.end(); });

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../..');

/** The command as a person types it. */
async function holdfast(...args: readonly string[]): Promise<{ code: number; out: string }> {
  const argv = [join(ROOT, 'server/command/holdfast.ts'), ...args, '--state', box.state];
  return run(process.execPath, argv).then(({ stdout }) => ({ code: 0, out: stdout }), (error: unknown) => {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout + stderr };
  });
}

/** The database whose facts the recorder has kept. */
function keptDatabase(): unknown {
  const outbox = new Database(join(box.state, 'outbox.sqlite'), { readonly: true });
  try {
    return outbox.prepare('SELECT database_id FROM known_facts').pluck().get();
  } finally {
    outbox.close();
  }
}

async function endBoth(): Promise<void> {
  if (box.bridge !== null) await endChild(box.bridge);
  if (box.server !== null) await endChild(box.server);
}

test('a new database is refused over restarts, and confirmed only by its id on the bench PC', async () => {
  box = await BenchBox.start();
  const idOf = async (): Promise<string> => ((await box.get('/api/health')).body as { database: { id: string } }).database.id;
  const first = await idOf();
  await endBoth();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(box.state, `server.sqlite${suffix}`), { force: true });
  await box.startServer();
  const second = await idOf();
  expect(second).not.toBe(first);
  await box.startBridge();
  const refused = await box.seen('the refusal', (status) => status.problem?.code === 'database-unconfirmed');
  expect(refused.problem?.params).toEqual({ database: second, why: 'other-database' });
  expect(refused.holds.ageMs).toBeNull();
  const shown = await holdfast('status');
  expect(shown.out.replaceAll(/\s+/g, ' ')).toContain(`holdfast confirm-database ${second} --name`);

  expect(await holdfast('confirm-database', first, '--name', 'Test Person', '--reason', 'mistyped')).toMatchObject({ code: 1, out: expect.stringContaining('not what the server shows') as unknown });
  expect(await holdfast('confirm-database', second, '--name', ' ', '--reason', 'set up anew')).toMatchObject({ code: 2 });
  expect((await box.status()).problem?.code).toBe('database-unconfirmed');
  expect(await holdfast('confirm-database', second, '--name', 'Test Person', '--reason', 'set up anew')).toMatchObject({ code: 0, out: expect.stringContaining('Database confirmed') as unknown });
  // It repeats its facts every 15 s, and tells them at once to a bridge that dials anew.
  if (box.server !== null) await endChild(box.server);
  await box.startServer();
  await box.seen('the facts of the new database', (status) => status.problem === null && status.holds.ageMs !== null, 25_000);
  await until('the recorder keeps the new one', () => keptDatabase() === second, 25_000);
  const confirmed = await until('the confirmation at the server', async () => {
    const { events } = (await box.get('/api/events?bench=bench-1')).body as unknown as { events: { event: { kind: string; actor: { name: string }; body: object } }[] };
    return events.find(({ event }) => event.kind === 'database-confirmed')?.event;
  });
  expect(confirmed).toMatchObject({ actor: { name: 'Test Person' }, body: { databaseId: second, former: first, reason: 'set up anew' } });

  await endBoth();
  await box.startServer();
  await box.startBridge();
  await box.seen('believed after a restart', (status) => status.problem === null && status.holds.ageMs !== null);
}, 90_000);

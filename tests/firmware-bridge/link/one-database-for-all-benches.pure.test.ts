/** The benches of one bridge believe one database: a new or unreadable file does not make one of them believe whoever speaks first. */
import { expect, test } from 'vitest';
import type { ToRecorder } from '../../../firmware-bridge/contract/recorder-pipe.ts';
import type { OrderRefusal, OrderResult } from '../../../firmware-bridge/contract/uplink.ts';
import { initialState, type KeptLatch } from '../../../firmware-bridge/guard/state.ts';
import { confirmEverywhere, DatabaseTeller, withSharedDatabase } from '../../../firmware-bridge/link/known-database.ts';
import { SETUP } from '../guard/bench-script.ts';

const database = { id: 'db', version: 7, carried: null };
const knowing: KeptLatch = { v: 1, trip: null, restore: null, database };
const state = (id: string | null) => initialState(SETUP, id === null ? null : { ...knowing, database: { ...database, id } });

test('a bench without a database gets that of another, and it is put into its file at once', () => {
  const written: KeptLatch[][] = [[], [], []];
  const parts = [null, { v: 1, trip: null, restore: null } as const, knowing].map((kept, index) => ({
    setup: SETUP, kept, blackBoxMb: 16, file: { keep: (latch: KeptLatch) => { written[index]?.push(latch); } },
  }));
  expect(withSharedDatabase(parts).map(({ kept }) => kept?.database)).toEqual([database, database, database]);
  expect(written).toEqual([[knowing], [knowing], []]);
  expect(withSharedDatabase(parts.slice(0, 2)).map(({ kept }) => kept?.database)).toEqual([undefined, undefined]);
});

test('the recorder is told after each of its starts and at each change, until there was room for it', () => {
  const told: ToRecorder[] = [];
  const line = { hasRoom: true, starts: 1 };
  const teller = new DatabaseTeller({ recorderStarts: () => line.starts, offer: (message) => line.hasRoom && told.push(message) > 0 });
  teller.tell([state(null)]);
  expect(told).toEqual([]);
  line.hasRoom = false;
  teller.tell([state('db')]);
  line.hasRoom = true;
  for (let times = 0; times < 3; times += 1) teller.tell([state(null), state('db')]);
  expect(told).toEqual([{ type: 'known-database', databaseId: 'db' }]);
  line.starts = 2;
  teller.tell([state('db')]);
  teller.tell([state('other')]);
  expect(told.slice(1)).toEqual([{ type: 'known-database', databaseId: 'db' }, { type: 'known-database', databaseId: 'other' }]);
});

test('one bench that refuses is told first; one that had nothing to confirm hinders nobody', async () => {
  const result = (refusal: OrderRefusal | null): Promise<OrderResult> =>
    Promise.resolve({ id: '00000000-0000-7000-8000-000000000001', ok: refusal === null, outcome: refusal === null ? 'database-confirmed' : 'refused', refusal, tripId: null });
  expect(await confirmEverywhere([result('nothing-to-confirm'), result(null)])).toMatchObject({ ok: true });
  expect(await confirmEverywhere([result(null), result('holds-not-known')])).toMatchObject({ ok: false, refusal: 'holds-not-known' });
  expect(await confirmEverywhere([result('nothing-to-confirm')])).toMatchObject({ ok: false, refusal: 'nothing-to-confirm' });
});

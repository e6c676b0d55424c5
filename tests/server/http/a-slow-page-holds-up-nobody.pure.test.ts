/** The hub: states at most ten and at least one a second, made once for all; a page that does not read gets a snapshot later. */
import { expect, test } from 'vitest';
import { liveMessageSchema } from '../../../server/contract/live.ts';
import type { LiveMessage, StoredEvidence } from '../../../server/contract/live.ts';
import { createBoard } from '../../../server/domain/board.ts';
import { createLiveHub } from '../../../server/http/live-hub.ts';
import { AT_ISO, madeEvent, madeStatus, stored } from '../made-evidence.ts';

const MEGABYTE = 1024 * 1024;

function makeHub(known: StoredEvidence[] = []) {
  let nowMs = 0;
  const board = createBoard();
  const edges = { nowMs: () => nowMs, epochMs: () => Date.parse(AT_ISO) + nowMs, newUuid: () => '', log: () => undefined };
  const hub = createLiveHub({ version: '1', storeName: 'Store', virtual: true }, {
    lastEvidenceId: () => known.at(-1)?.id ?? 0,
    countAfter: (after, limit) => Math.min(limit, known.filter((item) => item.id > after).length),
    events: (_bench, { limit, after }) => (after === null ? known.slice(-limit) : known.filter((item) => item.id > after).slice(0, limit)),
  }, board, edges);
  const join = (after: number | null = null) => {
    const page = { buffered: 0, sent: [] as Uint8Array[], terminated: false };
    const leave = hub.join({
      bufferedBytes: () => page.buffered,
      send: (message) => page.sent.push(message),
      close: () => undefined,
      terminate: () => {
        page.terminated = true;
      },
    }, after);
    const messages = (): LiveMessage[] => page.sent.map((bytes) => liveMessageSchema.parse(JSON.parse(Buffer.from(bytes).toString())));
    return { page, leave, messages, ofType: (type: LiveMessage['type']) => messages().filter((message) => message.type === type) };
  };
  const report = (count: number): void => {
    const items = Array.from({ length: count }, (_, index) => stored(madeEvent(known.length + index + 1, 'device-left', {}), known.length + index + 1));
    known.push(...items);
    hub.evidenceStored(items.map((item) => ({ ...item, raw: JSON.stringify(item.event) })));
  };
  const telemetry = (): void => {
    board.statusArrived('bridge-1', madeStatus('bench-1'), nowMs);
    hub.benchesChanged(['bench-1']);
  };
  const pass = (ms: number, each: () => void = () => undefined): void => {
    for (let step = 0; step < ms; step += 5) {
      nowMs += 5;
      each();
      if (nowMs % 25 === 0) hub.pump();
    }
  };
  return { hub, board, join, report, telemetry, pass };
}

test('a hundred states a second become at most ten, and the latest wins', () => {
  const { join, telemetry, pass } = makeHub();
  const { ofType } = join();
  pass(3000, telemetry);
  const count = ofType('bench').length;
  expect(count).toBeLessThanOrEqual(31);
  expect(count).toBeGreaterThanOrEqual(25);
});

test('without news a state is repeated once a second with its growing age', () => {
  const { join, telemetry, pass, board, hub } = makeHub();
  telemetry();
  const { ofType } = join();
  pass(100);
  hub.benchesChanged(board.bridgeConnected('bridge-1', false));
  pass(5000);
  const ages = ofType('bench').map((message) => (message.type === 'bench' ? message.bench.ageMs : null));
  expect(ages.length).toBeGreaterThanOrEqual(5);
  expect(ages.length).toBeLessThanOrEqual(7);
  expect(ages.at(-1)).toBeGreaterThanOrEqual(4000);
});

test('the same bytes go to every page', () => {
  const { join, telemetry } = makeHub();
  const pages = [join(), join(), join()];
  telemetry();
  expect(new Set(pages.map(({ page }) => page.sent.at(-1))).size).toBe(1);
});

test('a page that does not read gets nothing more, others get everything, and it catches up with a snapshot', () => {
  const { join, report, telemetry, pass } = makeHub();
  const [slow, quick] = [join(), join()];
  slow.page.buffered = 2 * MEGABYTE;
  report(3);
  pass(1000, telemetry);
  expect(slow.messages()).toHaveLength(1);
  expect(quick.ofType('evidence')).toHaveLength(3);
  expect(quick.ofType('bench').length).toBeGreaterThan(8);
  slow.page.buffered = 0;
  pass(100);
  const [, again] = slow.ofType('snapshot');
  expect(again).toMatchObject({ after: 3, recent: [{ id: 1 }, { id: 2 }, { id: 3 }], benches: [{ id: 'bench-1' }] });
  report(1);
  expect(slow.ofType('evidence')).toMatchObject([{ item: { id: 4 } }]);
});

test('a page that has not read for a minute is let go', () => {
  const { join, report, pass } = makeHub();
  const { page } = join();
  page.buffered = 2 * MEGABYTE;
  report(1);
  pass(50_000);
  expect(page.terminated).toBe(false);
  pass(15_000);
  expect(page.terminated).toBe(true);
});

test.each([
  ['goes on after the asked number', 650, 640, 641],
  ['gets the newest hundred when too much was missed', 650, 3, 551],
  ['gets the newest hundred when its number is of another database', 650, 9000, 551],
  ['gets the newest hundred when it asks for nothing', 650, null, 551],
])('a page %s', (_words, count, after, firstId) => {
  const { join, report } = makeHub();
  report(count);
  const [snapshot] = join(after).ofType('snapshot');
  expect(snapshot).toMatchObject({ after: count });
  expect(snapshot?.type === 'snapshot' ? [snapshot.recent[0]?.id, snapshot.recent.at(-1)?.id] : []).toEqual([firstId, count]);
});

test('nothing is made while nobody watches, and a page that left gets nothing', () => {
  const { hub, join, report } = makeHub();
  const { page, leave } = join();
  expect(hub.count()).toBe(1);
  leave();
  report(2);
  expect([hub.count(), page.sent.length]).toEqual([0, 1]);
});

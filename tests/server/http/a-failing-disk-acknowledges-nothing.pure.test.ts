/** A disk that fails: nothing is acknowledged, the bridge is asked to come back, and nothing behind the gap slips through. */
import { expect, test } from 'vitest';
import type { ReceivedEvidence, UnreadableReport } from '../../../server/domain/store-port.ts';
import { createBridgeSession } from '../../../server/http/bridge-session.ts';
import { madeEvent } from '../made-evidence.ts';

function openSession(fails: () => boolean) {
  const sent: unknown[] = [];
  const closed: number[] = [];
  const bursts: number[] = [];
  const failures: unknown[] = [];
  const session = createBridgeSession({ send: (text) => sent.push(JSON.parse(text)), close: (code) => closed.push(code), bufferedBytes: () => 0 }, {
    hello: () => null,
    append(events: readonly ReceivedEvidence[], unreadable: readonly UnreadableReport[]) {
      if (fails()) throw new Error('database or disk is full');
      bursts.push(events.length + unreadable.length);
      return { appended: [], factsChanged: false };
    },
    stored: () => undefined,
    telemetry: () => undefined,
    orderResult: () => undefined, raw: () => undefined,
    refused: () => undefined,
    failed: (error) => failures.push(error),
  });
  session.message(JSON.stringify({ type: 'hello', bridge: 'bridge-1', bootId: 'b', version: '1', virtual: true }));
  const report = (seq: number): void => session.message(JSON.stringify({ type: 'report', seq, event: madeEvent(seq, 'device-left', {}) }));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { session, sent, closed, bursts, failures, report, settled };
}

test('reports that arrive together are stored together and acknowledged once', async () => {
  const { report, settled, bursts, sent } = openSession(() => false);
  for (let seq = 1; seq <= 600; seq += 1) report(seq);
  await settled();
  expect(bursts).toEqual([256, 256, 88]);
  expect(sent).toEqual([{ type: 'ack', upTo: 256 }, { type: 'ack', upTo: 512 }, { type: 'ack', upTo: 600 }]);
});

test('after a failure nothing is acknowledged on this connection, also when the disk works again', async () => {
  let full = false;
  const { report, settled, sent, closed, failures } = openSession(() => full);
  report(1);
  await settled();
  full = true;
  report(2);
  await settled();
  full = false;
  report(3);
  await settled();
  expect(sent).toEqual([{ type: 'ack', upTo: 1 }]);
  expect(closed).toEqual([1013]);
  expect(failures).toHaveLength(1);
});

test('what had arrived is stored when the connection ends, and nothing is heard after it', async () => {
  const { session, report, settled, bursts, sent } = openSession(() => false);
  report(1);
  session.end();
  report(2);
  await settled();
  expect(bursts).toEqual([1]);
  expect(sent).toEqual([]);
});

/** What survives the end of the bridge: the trip, the latch at either end, and a person's way to stop without a server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BenchBox, endChild, startEntry } from '../../bench-in-a-box.ts';

let box: BenchBox;
beforeAll(async () => { box = await BenchBox.start({ speed: 4 }); });
afterAll(async () => { await box.end(); });

test('a second bridge on the same state folder is refused by name', async () => {
  await expect(startEntry('firmware-bridge/main.ts', ['--state', box.state, '--rig', '/dev/none'], box.children)).rejects.toThrow(/already guards/);
});

test('with the server dead a person still stops at the bench, and the trip survives kill -9 of the bridge', async () => {
  await box.permitted();
  if (box.server !== null) await endChild(box.server);
  const answer = await box.control({ cmd: 'stop', bench: 'bench-1', name: 'Test Person' });
  expect(answer).toMatchObject({ ok: true, result: { ok: true, outcome: 'stop-written' } });
  const before = await box.seen('confirmed', (status) => status.trip?.receipt.answer === 'stopped');
  if (box.bridge !== null) await endChild(box.bridge);
  await box.startBridge();
  const after = await box.seen('the rig accepted again', (status) => status.protection === 'full');
  expect(after.mode).toBe('tripped');
  expect(after.trip?.id).toBe(before.trip?.id);
  expect(after.permit).toBeNull();
});

test('a stop that the bridge did not live to keep is rebuilt from the latch of the rig', async () => {
  if (box.bridge !== null) await endChild(box.bridge);
  const { rmSync } = await import('node:fs');
  rmSync(`${box.state}/latch`, { recursive: true, force: true });
  await box.startBridge();
  const status = await box.seen('the recovered trip', (one) => one.trip !== null);
  expect(status.trip).toMatchObject({ recovered: true, receipt: { answer: 'stopped' } });
  const stop = box.ledger().find((entry) => entry['event'] === 'stop');
  expect(status.trip?.id).toBe(stop?.['id']);
});

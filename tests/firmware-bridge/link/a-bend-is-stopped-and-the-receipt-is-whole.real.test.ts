/** The main way: a bend, and an update that falls back to an erase, stopped at a real terminal with a whole receipt. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BenchBox } from '../../bench-in-a-box.ts';

let box: BenchBox;
beforeAll(async () => { box = await BenchBox.start({ speed: 4 }); });
afterAll(async () => { await box.end(); });

test('a bend in unpack is stopped, answered, seen stopped, and released by a person without restarting anything', async () => {
  await box.permitted();
  await box.lever('bend', { um: 900 });
  const tripped = await box.seen('the stop confirmed and seen', (status) => status.trip?.receipt.seenStoppedAfterUs != null);
  expect(tripped.mode).toBe('tripped');
  expect(tripped.permit).toBeNull();
  const trip = tripped.trip;
  expect(trip?.causes[0]?.code).toBe('device-frame-bent');
  expect(trip?.outcome).toBe('intact');
  const receipt = trip?.receipt;
  expect(receipt).toMatchObject({ state: 'confirmed', answer: 'stopped' });
  // On a slow disk the virtual rig may answer after the first deadline; the stop is then written again under the same id.
  expect(receipt?.rung).toBe(receipt?.writes === 1 ? 1 : 2);
  expect(receipt?.writtenAfterUs).toBeLessThanOrEqual(receipt?.acknowledgedAfterUs ?? 0);
  expect(receipt?.acknowledgedAfterUs).toBeLessThanOrEqual(receipt?.seenStoppedAfterUs ?? 0);
  const stops = box.ledger().filter((entry) => entry['event'] === 'stop');
  expect(new Set(stops.map((entry) => entry['id']))).toEqual(new Set([trip?.id]));

  const early = await box.reset(trip?.id, 'looked at it');
  expect(early.status).toBe(409);
  expect(early.body['code']).toBe('cause-not-cleared');
  await box.lever('unseat');
  await box.seen('the reset possible', (status) => status.reset.possible);
  const done = await box.reset(trip?.id, 'device taken out');
  expect(done).toMatchObject({ status: 200, body: { ok: true, outcome: 'reset-done' } });
  const after = await box.seen('inhibited again', (status) => status.mode === 'inhibited');
  expect(after.trip).toBeNull();
  expect(after.restore).toBeNull();
  expect(after.permit).toBeNull();
});

test('an update that falls back to an erase is stopped before the erase', async () => {
  await box.permitted();
  await box.lever('speed', { n: 40 });
  await box.seen('writing', (status) => status.committedEstablished, 20_000);
  await box.lever('announce-erase');
  const tripped = await box.seen('the stop', (status) => status.trip?.receipt.answer === 'stopped');
  expect(tripped.trip?.causes.map((cause) => cause.code)).toContain('update-fell-back-to-erase');
  expect(tripped.trip?.receipt.answerPhase).toBe('erase-next');
  expect(tripped.trip?.outcome).toBe('unknown');
  expect(tripped.trip?.dataAtStake).toBe(true);
  expect(box.ledger().some((entry) => entry['event'] === 'erase-begun')).toBe(false);
});

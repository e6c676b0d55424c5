/** The levers of the chassis against the real bridge, on a fixture with a middle row: twist, lying probes, zero, heat, and measuring three times. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import { BenchBox } from '../../bench-in-a-box.ts';

let box: BenchBox;
beforeAll(async () => { box = await BenchBox.start({ rows: 3 }); });
afterAll(async () => { await box.end(); });

/** Back to an empty, released bench with honest probes. */
afterEach(async () => {
  await box.lever('probe-fault', { edge: 'none' });
  await box.lever('zero-off', { um: 6 });
  await box.lever('fixture-heat', { c: 23 });
  if ((await box.status()).seated) await box.lever('unseat').catch(() => undefined);
  const idle = await box.seen('a reset possible, or no need of one', (status) => !status.seated && (status.mode === 'inhibited' || status.reset.possible), 15_000);
  if (idle.trip === null) return;
  const done = await box.reset(idle.trip.id, 'test is over');
  expect(done.body).toMatchObject({ ok: true });
  await box.seen('inhibited', (status) => status.mode === 'inhibited');
});

const metric = (status: BenchStatus, name: string): number => status.frame.metrics?.find((one) => one.metric === name)?.valueUm ?? -1;

test('edges, plane and twist of a straight phone stand beside their limits, and permit', async () => {
  const status = await box.permitted();
  expect(status.frame.metrics).toHaveLength(3);
  for (const one of status.frame.metrics ?? []) expect(one).toMatchObject({ holdAtUm: 300, limitUm: 400, verdict: 'pass' });
  expect(metric(status, 'plane')).toBeGreaterThan(40);
  expect(metric(status, 'plane')).toBeLessThan(150);
});

test('a twist is stopped as a twist, though the edges stay straight', async () => {
  await box.permitted();
  await box.lever('twist', { um: 500 });
  const status = await box.seen('the stop', (one) => one.trip?.receipt.state === 'confirmed');
  expect(status.trip?.causes[0]).toMatchObject({ code: 'device-frame-bent', params: { metric: 'twist', holdAtUm: 300 } });
  expect(metric(status, 'edge')).toBeLessThan(150);
});

test.each([
  ['missing', 'missing-probe'], ['rail', 'rail-value'], ['stuck', 'stuck'], ['zero', 'rail-value'], ['jump', 'impossible-rate'], ['gap', 'gap'],
] as const)('a probe that lies by "%s" is named %s, and is never fine', async (edge, fault) => {
  await box.lever('seat');
  await box.seen('a good measurement', (status) => status.frame.verdict === 'pass');
  await box.lever('probe-fault', { edge });
  const status = await box.seen(fault, (one) => one.frame.fault === fault);
  expect(status.frame.verdict).toBe('cannot-measure');
  expect(status.permissives.find((one) => one.id === 'frame-measured')).toMatchObject({ ok: false, detail: { fault } });
});

test('a failed zero check and a warm fixture withhold', async () => {
  await box.lever('seat');
  await box.lever('zero-off', { um: 80 });
  await box.seen('zero-off', (status) => status.frame.fault === 'zero-off');
  await box.lever('zero-off', { um: 6 });
  await box.seen('fine again', (status) => status.frame.verdict === 'pass');
  await box.lever('fixture-heat', { c: 45 });
  await box.seen('a warm fixture', (status) => status.frame.fault === 'fixture-moved-with-temperature', 20_000);
});

test('a phone near the hold limit is permitted once it was measured three times, turned in between', async () => {
  // Between review and hold lie 50 µm: calm probes keep every measurement of this phone there.
  await box.lever('noise', { um: 3 });
  await box.lever('seat', { model: 'iPhone 12', serial: 'VIRT-NEAR-01' });
  await box.lever('bend', { um: 205 });
  await box.seen('measured once', (status) => status.frame.remeasure?.count === 1 && status.frame.remeasure.next === 'turn');
  await box.lever('turn');
  await box.seen('measured twice', (status) => status.frame.remeasure?.count === 2 && status.frame.remeasure.turned);
  await box.lever('start');
  const early = await box.seen('a restore without a permit', (status) => status.restore?.plan !== null && status.restore !== null && status.permissives.every((one) => one.ok || one.id === 'frame-measured'));
  expect(early.permit).toBeNull();
  await box.lever('turn');
  await box.seen('measured three times', (status) => status.frame.remeasure?.next === 'done');
  await box.lever('start');
  const status = await box.seen('a permit', (one) => one.permit !== null);
  expect(status.frame).toMatchObject({ verdict: 'review', decidedBy: 'plane' });
});

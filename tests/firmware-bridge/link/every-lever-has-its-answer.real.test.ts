/** Every lever of the virtual rig against the real bridge: what each misbehaviour is answered with. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import { BenchBox } from '../../bench-in-a-box.ts';

let box: BenchBox;
beforeAll(async () => { box = await BenchBox.start({ speed: 4 }); });
afterAll(async () => { await box.end(); });

/** Back to an empty, released bench. */
afterEach(async () => {
  await box.lever('resume');
  await box.lever('plug-cable').catch(() => undefined);
  await box.lever('ignore-stop', { on: false });
  await box.lever('estop', { on: false });
  await box.lever('probe-fault', { edge: 'none' });
  await box.lever('speed', { n: 40 });
  const ended = await box.seen('the restore over', (status) => status.rig !== null && status.protection === 'full' && (status.restore === null || status.trip?.receipt.state !== 'pending'), 15_000);
  if (ended.seated) await box.lever('unseat').catch(() => undefined);
  const idle = await box.seen('a reset possible, or no need of one', (status) => status.mode === 'inhibited' || status.reset.possible, 15_000);
  if (idle.trip !== null) {
    const done = await box.post('/api/benches/bench-1/reset', { tripId: idle.trip.id, name: 'Test Person', secondName: 'Other Person', reason: 'test is over' });
    expect(done.body).toMatchObject({ ok: true });
  }
  await box.seen('inhibited', (status) => status.mode === 'inhibited');
  await box.lever('speed', { n: 4 });
});

const causes = (status: BenchStatus): readonly string[] => status.trip?.causes.map((cause) => cause.code) ?? [];
const confirmed = (status: BenchStatus): boolean => status.trip?.receipt.state === 'confirmed';

test('a plan that erases without consent and backup is stopped in safe', async () => {
  await box.lever('seat');
  await box.lever('erase');
  const status = await box.seen('the stop', confirmed);
  expect(causes(status)).toContain('erase-without-consent');
  expect(status.reset.needsTwoPeople).toBe(true);
});

test('a plan nobody knows is stopped like one that erases', async () => {
  await box.lever('seat');
  await box.lever('start', { plan: 'refresh' });
  expect(causes(await box.seen('the stop', confirmed))[0]).toBe('unknown-plan');
});

test('the stop button of the rig trips the bench', async () => {
  await box.permitted();
  await box.lever('button');
  expect(causes(await box.seen('the trip', (status) => status.trip !== null))).toContain('stop-button');
});

test('an E-stop held cannot be reset', async () => {
  await box.permitted();
  await box.lever('estop', { on: true });
  // The trip comes with the event; that it is held stands in the heartbeats after it.
  const status = await box.seen('the trip, and that it is held', (one) => causes(one).includes('estop') && one.reset.blockedBy.includes('estop-held'));
  expect(status.reset.possible).toBe(false);
});

test('silence in safe withholds the permit and stops nothing', async () => {
  await box.permitted();
  await box.lever('go-silent');
  const silent = await box.seen('the loss', (status) => status.mode === 'handshaking');
  expect(silent.permit).toBeNull();
  expect(silent.trip).toBeNull();
  expect(silent.problem?.code).toBe('rig-silent');
});

test('silence in critical trips, and without an answer a person is called', async () => {
  await box.permitted();
  await box.lever('speed', { n: 20 });
  await box.seen('the gate is near', (status) => status.restore?.phase === 'recovery' || status.zone === 'critical', 20_000);
  await box.lever('speed', { n: 3 });
  await box.seen('critical', (status) => status.zone === 'critical', 30_000);
  await box.lever('go-silent');
  const status = await box.seen('nobody confirmed', (one) => one.trip?.receipt.state === 'not-confirmed');
  expect(causes(status)[0]).toBe('rig-silent');
  expect(['pull-device', 'look-first']).toContain(status.trip?.operator);
  expect(status.trip?.receipt).toMatchObject({ rung: 4, writes: 4 });
});

test('a rig that ignores the stop is never shown as stopped', async () => {
  await box.permitted();
  await box.lever('ignore-stop', { on: true });
  await box.lever('bend', { um: 900 });
  const status = await box.seen('nobody confirmed', (one) => one.trip?.receipt.state === 'not-confirmed');
  expect(status.trip?.receipt.acknowledgedAfterUs).toBeNull();
  expect(status.trip?.outcome).not.toBe('intact');
});

test('corrupt lines end the permit', async () => {
  await box.permitted();
  await box.lever('garble', { count: 3 });
  await box.seen('the loss', (status) => status.permit === null);
});

test('a rig that restarts in a restore is a trip', async () => {
  await box.permitted();
  await box.lever('restart');
  expect(causes(await box.seen('the trip', (status) => status.trip !== null))[0]).toBe('rig-restarted');
});

test('a pulled cable leaves the bench unprotected, and it comes back by itself without a permit of before', async () => {
  await box.permitted();
  await box.lever('pull-cable');
  const away = await box.seen('offline', (status) => status.mode === 'offline');
  expect(away.protection).toBe('none');
  expect(['port-lost', 'port-missing']).toContain(away.problem?.code);
  await box.lever('plug-cable');
  await box.seen('back', (status) => status.protection === 'full');
});

test('probes that fail are never "fine"', async () => {
  await box.permitted();
  await box.lever('probe-fault', { edge: 'left' });
  const status = await box.seen('no permit', (one) => one.permit === null);
  expect(status).toMatchObject({ mode: 'inhibited', trip: null, frame: { verdict: 'cannot-measure', fault: 'missing-probe' } });
  expect(status.permissives.find((one) => one.id === 'frame-measured')?.ok).toBe(false);
});

test('past the point of no return a person is told that it is too late, and nothing is written', async () => {
  await box.permitted();
  await box.lever('speed', { n: 40 });
  await box.seen('committed', (status) => status.committedEstablished, 20_000);
  await box.lever('speed', { n: 4 });
  const answer = await box.control({ cmd: 'stop', bench: 'bench-1', name: 'Test Person' });
  expect(answer['result']).toMatchObject({ outcome: 'too-late' });
  const status = await box.status();
  expect(status.trip).toMatchObject({ operator: 'keep-cable', receipt: { writes: 0, state: 'too-late' } });
});

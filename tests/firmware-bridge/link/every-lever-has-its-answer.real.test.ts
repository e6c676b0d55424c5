/** Every lever of the virtual rig against the real bridge: what each misbehaviour is answered with. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import { BenchBox, until } from '../../bench-in-a-box.ts';

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
  for (const lever of ['smoke', 'swell', 'lock', 'rogue', 'strange-phase', 'forget-drills']) await box.lever(lever, { on: false }).catch(() => undefined);
  await box.lever('force', { cn: 110 });
  await box.lever('hub', { n: 0 }).catch(() => undefined);
  await box.lever('speed', { n: 40 });
  const ended = await box.seen('the restore over', (status) => status.rig !== null && status.protection === 'full' && (status.restore === null || status.trip?.receipt.state !== 'pending'), 15_000);
  if (ended.seated) await box.lever('unseat').catch(() => undefined);
  const idle = await box.seen('a reset possible, or no need of one', (status) => status.mode === 'inhibited' || status.reset.possible, 15_000);
  if (idle.trip !== null) {
    const done = await box.reset(idle.trip.id, 'test is over');
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
  // On a PC that stood still in the short critical phase there is a trip already, with a stop that came too late.
  const writes = (await box.status()).trip?.receipt.writes ?? 0;
  const answer = await box.control({ cmd: 'stop', bench: 'bench-1', name: 'Test Person' });
  expect(answer['result']).toMatchObject({ outcome: 'too-late' });
  const status = await box.status();
  expect(status.trip).toMatchObject({ operator: 'keep-cable', receipt: { writes, state: 'too-late' } });
});

/** Brings the restore to where the bridge believes it committed. */
async function committed(): Promise<void> {
  await box.permitted();
  await box.lever('speed', { n: 40 });
  await box.seen('committed', (status) => status.committedEstablished, 20_000);
  await box.lever('speed', { n: 1 });
}

test('smoke past the point of no return sends people away, writes no stop, and the rig cuts charging and lets the press go', async () => {
  await committed();
  const rig = await box.lever('smoke');
  expect(rig.cutOut).toBe(true);
  const status = await box.seen('the trip', (one) => one.trip !== null);
  expect(causes(status)).toEqual(['smoke-button']);
  expect(status.trip).toMatchObject({ operator: 'step-back', receipt: { writes: 0, state: 'too-late' } });
  const calm = await box.seen('the press let go', (one) => one.power?.forceCn === 0);
  expect(calm.trip?.operator).toBe('step-back');
});

test('a hot phone trips a bench without a restore', async () => {
  await box.lever('seat');
  await box.lever('heat', { c: 85 });
  const status = await box.seen('the stop', (one) => causes(one).includes('device-hot') && confirmed(one), 15_000);
  expect(status.restore).toBeNull();
  expect(status.trip).toMatchObject({ operator: 'step-back', receipt: { answer: 'stopped' } });
});

test('a press that is too strong is a danger', async () => {
  await box.permitted();
  await box.lever('force', { cn: 1200 });
  const status = await box.seen('the stop', confirmed);
  expect(causes(status)[0]).toBe('probe-force');
  expect(status.trip?.operator).toBe('step-back');
});

test('a downgrade that keeps data is stopped in safe', async () => {
  await box.lever('seat');
  await box.lever('downgrade');
  expect(causes(await box.seen('the stop', confirmed))).toEqual(['downgrade']);
});

test('a second attempt after a failed update needs two people', async () => {
  await box.permitted();
  await box.lever('fail');
  await box.seen('the end', (status) => status.restore === null);
  await box.lever('start');
  const status = await box.seen('the stop', confirmed);
  expect(causes(status)).toEqual(['second-attempt']);
  expect(status.reset.needsTwoPeople).toBe(true);
});

test('a phone that drops off the bus, too many hubs and a dip of the supply withhold the permit', async () => {
  await box.permitted();
  const missing = (status: BenchStatus): readonly string[] => status.permissives.filter((one) => !one.ok).map((one) => one.id);
  for (const [pull, value, id] of [['usb-gone', {}, 'usb-steady'], ['hub', { n: 2 }, 'hub-shallow'], ['supply-dip', {}, 'supply-steady']] as const) {
    await box.lever(pull, value);
    await box.seen(id, (status) => missing(status).includes(id));
  }
  expect((await box.seen('the permit gone', (status) => status.permit === null)).trip).toBeNull();
});

test('a phone that was swapped unseen, failing storage and a refused heartbeat', async () => {
  await box.permitted();
  // The loss lasts for two heartbeats; who asks on a busy PC may come between.
  await until('the loss', async () => {
    await box.lever('refuse');
    return (await box.status()).permit === null;
  });
  await box.lever('storage-error');
  await box.seen('the storage', (status) => causes(status).includes('storage-errors'));
  await box.lever('swap').catch(() => undefined);
  expect((await box.status()).trip?.dataAtStake).toBe(true);
});

test('a rig that crosses without a permit is told of, and a person is called to it', async () => {
  await box.lever('ignore-stop', { on: true });
  await box.lever('rogue', { on: true });
  await box.lever('seat');
  await box.lever('erase');
  await box.lever('speed', { n: 40 });
  const status = await box.seen('the erase', (one) => causes(one).includes('erase-without-permit'), 20_000);
  expect(status.trip?.outcome).not.toBe('intact');
  expect(status.trip?.receipt.answer).toBe('none');
});

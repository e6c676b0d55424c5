/** The simulated chassis and bench behave like real ones: good phones, bent phones, noise, no jumps, honest identities. */
import { expect, test } from 'vitest';
import { BenchWorld } from '../../../firmware-bridge/virtual-rig/bench-world.ts';
import { MODELS, virtualDevice, virtualPlan } from '../../../firmware-bridge/virtual-rig/device.ts';
import { STRAIGHT, bendAt, bendTo, chassisOf, heightUm, sampleEdge } from '../../../firmware-bridge/virtual-rig/physics.ts';
import { ProbedChassis } from '../../../firmware-bridge/virtual-rig/probed-chassis.ts';
import { THREE_ROW_FIXTURE, VIRTUAL_FIXTURE } from '../../../firmware-bridge/virtual-rig/firmware.ts';
import { makeRandom } from '../../../firmware-bridge/virtual-rig/random.ts';
import type { Chassis } from '../../../firmware-bridge/virtual-rig/physics.ts';

/** Peak to valley from the least-squares line, written anew here so that it can disagree with the guard's. */
function deviationUm(heights: readonly number[]): number {
  const mid = (heights.length - 1) / 2;
  const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  let along = 0;
  let square = 0;
  for (const [index, height] of heights.entries()) {
    along += (index - mid) * height;
    square += (index - mid) ** 2;
  }
  const off = heights.map((height, index) => height - mean - (along / square) * (index - mid));
  return Math.max(...off) - Math.min(...off);
}

const PHONES = Array.from({ length: 40 }, (_unused, index) => chassisOf(`VIRT-${index}`));
const shape = (chassis: Chassis, edge: 'left' | 'right', bendUm: number): number[] =>
  [0, 1, 2, 3, 4].map((probe) => heightUm(chassis, edge, (147 * probe) / 4, 147, bendUm));

test('a good phone deviates 60 to 110 µm, on both edges', () => {
  for (const chassis of PHONES) {
    for (const edge of ['left', 'right'] as const) {
      expect(deviationUm(shape(chassis, edge, 0))).toBeGreaterThan(55);
      expect(deviationUm(shape(chassis, edge, 0))).toBeLessThan(110);
    }
  }
});

test('a bend of 600 µm is seen far above the hold limit, and larger bends larger', () => {
  for (const chassis of PHONES) {
    const bent = deviationUm(shape(chassis, 'left', 600));
    expect(bent).toBeGreaterThan(450);
    expect(bent).toBeLessThan(750);
    expect(deviationUm(shape(chassis, 'left', 1200))).toBeGreaterThan(bent + 400);
  }
});

test('the noise of a sample is what the fixture declares', () => {
  const chassis = PHONES[0] as Chassis;
  const random = makeRandom(3);
  const middle = Array.from({ length: 3000 }, () => sampleEdge(chassis, 'left', 0, { fixture: VIRTUAL_FIXTURE, atMs: 0, fixtureDc: 231, random })[2] ?? 0);
  const mean = middle.reduce((sum, um) => sum + um, 0) / middle.length;
  const sigma = Math.sqrt(middle.reduce((sum, um) => sum + (um - mean) ** 2, 0) / middle.length);
  expect(Math.abs(mean - heightUm(chassis, 'left', 73.5, 147, 0))).toBeLessThan(1);
  expect(Math.abs(sigma - VIRTUAL_FIXTURE.noiseUm)).toBeLessThan(1);
});

test('a bend grows smoothly: never more than 260 µm in 100 ms, and it arrives', () => {
  for (const um of [600, 900, 4000]) {
    const bend = bendTo(STRAIGHT, um, 1000);
    let last = 0;
    for (let atMs = 1000; atMs <= 6000; atMs += 100) {
      const now = bendAt(bend, atMs);
      expect(now - last).toBeLessThanOrEqual(260);
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
    expect(last).toBe(um);
  }
  expect(bendAt(bendTo(STRAIGHT, 600, 0), 600)).toBe(600);
});

test('straightened in the middle of a bend, it goes back from where it is', () => {
  const bend = bendTo(STRAIGHT, 600, 0);
  const back = bendTo(bend, 0, 300);
  expect(bendAt(back, 300)).toBe(bendAt(bend, 300));
  expect(bendAt(back, 900)).toBe(0);
});

const AT_REST = { phase: 'idle', estop: false, speed: 1 } as const;

test('battery is known a second after seating, stands still from recovery on, and the E-stop cuts supply and press', () => {
  const world = new BenchWorld(VIRTUAL_FIXTURE, 5);
  world.seat(virtualDevice('VIRTUAL-1', 1, 1), 0);
  expect(world.read({ ...AT_REST, atMs: 500 }).batteryPct).toBeNull();
  const known = world.read({ ...AT_REST, atMs: 1500 }).batteryPct;
  expect(known).toBeGreaterThan(50);
  for (let atMs = 2000; atMs < 200_000; atMs += 1000) world.read({ ...AT_REST, phase: 'write', atMs });
  expect(world.read({ ...AT_REST, phase: 'write', atMs: 200_000 }).batteryPct).toBe(known);
  expect(world.read({ ...AT_REST, estop: true, atMs: 200_100 })).toMatchObject({ supplyMv: 0, forceCn: 0 });
});

test('the levers of battery, heat and a faulty probe show in the readings', () => {
  const world = new BenchWorld(VIRTUAL_FIXTURE, 5);
  world.seat(virtualDevice('VIRTUAL-1', 1, 1), 0);
  world.read({ ...AT_REST, atMs: 1500 });
  world.setBattery(12);
  world.heat(60);
  world.chassis.fault = 'right';
  for (let atMs = 2000; atMs < 22_000; atMs += 500) world.read({ ...AT_REST, atMs });
  const readings = world.read({ ...AT_REST, atMs: 22_000 });
  expect(readings.batteryPct).toBe(12);
  expect(readings.deviceDc).toBeGreaterThan(580);
  expect(readings.rightUm.filter((um) => um === null)).toHaveLength(1);
  expect(readings.leftUm).not.toContain(null);
});

test('every virtual phone says that it is one, none comes twice, and its plan hash follows the plan', () => {
  const phones = [1, 2].flatMap((boot) => ['VIRTUAL-1', 'VIRTUAL-2'].flatMap((rig) => MODELS.map((_model, index) => virtualDevice(rig, boot, index + 1))));
  for (const phone of phones) {
    expect(phone.serial).toMatch(/^VIRT-/);
    expect(phone.imei).toMatch(/^00\d{13}$/);
    if (phone.ecid !== null) expect(phone.ecid).toMatch(/^FFFFFFFF[0-9A-F]{8}$/);
    for (const text of [phone.model, phone.serial, phone.imei]) expect((text ?? '').length).toBeLessThanOrEqual(24);
  }
  expect(new Set(phones.map((phone) => phone.serial)).size).toBe(phones.length);
  expect(new Set(phones.map((phone) => phone.imei)).size).toBe(phones.length);
  const phone = virtualDevice('VIRTUAL-1', 1, 1);
  expect(virtualPlan(phone, 'update').hash).not.toBe(virtualPlan(phone, 'erase').hash);
  expect(virtualPlan(phone, 'update').hash).toMatch(/^[0-9A-F]{8}$/);
});

/** A chassis without noise in a fixture, laid in as told. */
function laid(fixture = THREE_ROW_FIXTURE, lying: { bentUm?: number; twistUm?: number; turned?: boolean } = {}): ProbedChassis {
  const chassis = new ProbedChassis(fixture, makeRandom(3));
  chassis.noiseUm = 0;
  chassis.lay('VIRT-NEAR-01', { bentUm: 0, twistUm: 0, turned: false, ...lying });
  return chassis;
}

test('a middle row stands a little over the edges, and there is none in a fixture with two rows', () => {
  const { leftUm, rightUm, middleUm } = laid().feel(0, 231);
  const over = (middleUm ?? []).map((um, probe) => (um ?? 0) - ((leftUm[probe] ?? 0) + (rightUm[probe] ?? 0)) / 2);
  expect(over).toHaveLength(5);
  for (const um of over) expect(um).toBeGreaterThan(2);
  for (const um of over) expect(um).toBeLessThan(20);
  expect(laid(VIRTUAL_FIXTURE).feel(0, 231).middleUm).toBeNull();
});

test('a twist raises one corner by so much, smoothly, and leaves the edges as straight as they were', () => {
  const chassis = laid();
  const straight = chassis.feel(0, 231);
  chassis.twist(400, 0);
  const corner = (): number => (chassis.feel(chassisMs, 231).rightUm[4] ?? 0) - (straight.rightUm[4] ?? 0);
  let chassisMs = 100;
  expect(corner()).toBeLessThan(60);
  chassisMs = 2000;
  expect(Math.abs(corner() - 400)).toBeLessThanOrEqual(2);
  expect(Math.abs(deviationUm(chassis.feel(2000, 231).rightUm as number[]) - deviationUm(straight.rightUm as number[]))).toBeLessThan(3);
});

test('turned by 180° the other edge lies there, foot first', () => {
  const plain = laid(THREE_ROW_FIXTURE, { bentUm: 300, twistUm: 100 }).feel(0, 231);
  const turned = laid(THREE_ROW_FIXTURE, { bentUm: 300, twistUm: 100, turned: true }).feel(0, 231);
  expect(turned.leftUm).toEqual(plain.rightUm.toReversed());
  expect(turned.rightUm).toEqual(plain.leftUm.toReversed());
  expect(turned.middleUm).toEqual(plain.middleUm?.toReversed());
  expect([plain.turned, turned.turned]).toEqual([false, true]);
});

test('each way to lie shows in the readings of its probe and in no other', () => {
  const told = (fault: ProbedChassis['fault']): ReturnType<ProbedChassis['feel']> => {
    const chassis = laid();
    chassis.fault = fault;
    return chassis.feel(0, 231);
  };
  const honest = told('none');
  expect(told('missing').leftUm).toEqual(honest.leftUm.with(2, null));
  expect(told('right').rightUm).toEqual(honest.rightUm.with(2, null));
  expect(told('rail').leftUm).toEqual(honest.leftUm.with(2, 8190));
  expect(told('zero').leftUm).toEqual([0, 0, 0, 0, 0]);
  expect([told('jump').probeLie, told('gap').probeLie, honest.probeLie]).toEqual(['jump', 'gap', null]);
  for (const fault of ['missing', 'rail', 'zero', 'stuck'] as const) expect(told(fault).rightUm).toEqual(honest.rightUm);
  const stuck = laid();
  stuck.noiseUm = 10;
  stuck.fault = 'stuck';
  const rounds = Array.from({ length: 20 }, (_unused, round) => stuck.feel(round * 100, 231).leftUm);
  expect(new Set(rounds.map((row) => row[2])).size).toBe(1);
  expect(new Set(rounds.map((row) => row[1])).size).toBeGreaterThan(5);
});

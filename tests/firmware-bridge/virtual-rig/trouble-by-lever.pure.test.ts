/** The levers for trouble: what the rig does and says for each, and that it protects people by itself. PROTOCOL.md §8. */
import { expect, test } from 'vitest';
import { virtualDevice, virtualPlan } from '../../../firmware-bridge/virtual-rig/device.ts';
import { RigEngine } from '../../../firmware-bridge/virtual-rig/engine.ts';
import { VIRTUAL_FIXTURE } from '../../../firmware-bridge/virtual-rig/firmware.ts';
import { LEVERS, LEVER_NAMES, parseLever } from '../../../firmware-bridge/virtual-rig/lever.ts';
import { LineFaults } from '../../../firmware-bridge/virtual-rig/line-faults.ts';
import { BLANK } from '../../../firmware-bridge/virtual-rig/memory-file.ts';
import { pullTrouble } from '../../../firmware-bridge/virtual-rig/pull-trouble.ts';
import { PHASE_DURATIONS_MS } from '../../../firmware-bridge/virtual-rig/restore.ts';
import type { LeverRefusal, StampedEntry } from '../../../firmware-bridge/virtual-rig/rig-state.ts';
import { decodeFrame, encodeFrame, type Frame } from '../../../firmware-bridge/wire/frame.ts';

const STEP_MS = 10;

class TroubledRig {
  nowMs = 0;
  readonly said: Frame[] = [];
  readonly ledger: StampedEntry[] = [];
  readonly engine: RigEngine;
  #phones = 1;

  constructor() {
    const identity = { serial: 'VIRTUAL-T', fw: '1', model: 'T', virtual: true };
    this.engine = new RigEngine({ identity, fixture: VIRTUAL_FIXTURE, durationsMs: PHASE_DURATIONS_MS, speed: 20 }, BLANK, 1, {
      nowMs: () => this.nowMs, record: (entries) => { this.ledger.push(...entries); }, save: () => undefined,
      send: (_verb, line) => {
        const decoded = decodeFrame(line.slice(0, -1));
        if (decoded.ok) this.said.push(decoded.frame);
      },
    });
    this.host('HELLO', { proto: '1', host: 't' }, '00010000', 0);
    this.engine.seat(virtualDevice('VIRTUAL-T', 1, 1));
    this.run(1500);
  }

  host(verb: string, fields: Readonly<Record<string, string>>, session = this.engine.state.session?.id ?? '', n = (this.engine.state.session?.inN ?? 0) + 1): void {
    this.engine.apply({ kind: 'bytes', bytes: encodeFrame({ session, n, verb, fields }) ?? '' });
  }

  run(ms: number): void {
    for (const endMs = this.nowMs + ms; this.nowMs < endMs;) {
      this.nowMs += STEP_MS;
      this.engine.tick();
      if (this.nowMs % 500 === 0) this.host('HB', { re: '0', re_ms: '0' });
    }
  }

  start(kind = 'update'): void {
    const { device } = this.engine.state;
    if (device !== null) this.engine.apply({ kind: 'start', plan: virtualPlan(device, kind), fallsBackAtPct: null });
  }

  pull(lever: string, value: string | number | boolean | null = null): LeverRefusal | null | 'not-mine' {
    const parsed = parseLever(JSON.stringify({ lever, value }));
    if ('ok' in parsed) throw new Error(`${parsed.what}: ${parsed.remedy}`);
    return pullTrouble(this.engine, parsed, () => virtualDevice('VIRTUAL-T', 1, (this.#phones += 1)));
  }

  last(verb: string): Frame | undefined { return this.said.findLast((frame) => frame.verb === verb); }
  events(kind: string): number { return this.said.filter((frame) => frame.verb === 'EVENT' && frame.fields.kind === kind).length; }
}

test.each(['smoke', 'swell'] as const)('%s cuts charging, retracts the press, and is told again every second, in every zone', (lever) => {
  const kind = lever === 'swell' ? 'swelling' : lever;
  const rig = new TroubledRig();
  rig.pull('rogue');
  rig.start();
  for (let turn = 0; turn < 3000 && rig.engine.state.restore?.phase !== 'write'; turn += 1) rig.run(STEP_MS);
  expect(rig.engine.state.restore?.phase).toBe('write');
  rig.pull(lever);
  expect(rig.events(kind)).toBe(1);
  rig.run(2800);
  expect(rig.events(kind)).toBe(4);
  expect(rig.last('POWER')?.fields.force_cn).toBe('0');
  expect(rig.engine.state.trouble.cutOut).toBe(true);
  rig.pull(lever, 'off');
  const told = rig.events(kind);
  rig.run(2000);
  expect(rig.events(kind)).toBe(told);
  expect(rig.engine.state.trouble.cutOut).toBe(true);
});

test('a phone that is hot by the rig’s own limit makes it cut out, and it says so while it lasts', () => {
  const rig = new TroubledRig();
  rig.engine.world.heat(80);
  rig.run(15_000);
  expect(rig.events('hot')).toBeGreaterThan(3);
  expect(rig.engine.state.trouble.cutOut).toBe(true);
  rig.engine.world.heat(25);
  rig.run(20_000);
  const told = rig.events('hot');
  rig.run(2000);
  expect(rig.events('hot')).toBe(told);
});

test('a press that is too strong lets go by itself; a little too strong only the host sees', () => {
  const rig = new TroubledRig();
  rig.pull('force', 1200);
  rig.run(1000);
  expect(Number(rig.last('POWER')?.fields.force_cn)).toBeGreaterThan(1100);
  expect(rig.events('force')).toBe(0);
  rig.pull('force', 2000);
  rig.run(1000);
  expect(rig.events('force')).toBe(1);
  expect(rig.last('POWER')?.fields.force_cn).toBe('0');
});

test('charging and press come back when the phone is out', () => {
  const rig = new TroubledRig();
  rig.pull('swell');
  rig.engine.unseat();
  expect(rig.engine.state.trouble).toMatchObject({ cutOut: false, dangers: [] });
  rig.pull('smoke');
  rig.engine.unseat();
  expect(rig.engine.state.trouble.dangers).toEqual(['smoke']);
});

test('they stay off after a reset as long as the danger lasts', () => {
  const rig = new TroubledRig();
  rig.pull('smoke');
  rig.host('STOP', { id: '5C1E77A90001' });
  rig.host('RESET', { id: '5C1E77A90001' });
  expect(rig.last('RESET-DONE')).toBeDefined();
  expect(rig.engine.state.trouble.cutOut).toBe(true);
});

test.each(['usb-gone', 'usb-back', 'supply-dip', 'storage-error'])('%s is told once', (lever) => {
  const rig = new TroubledRig();
  expect(rig.pull(lever)).toBeNull();
  rig.run(2000);
  expect(rig.events(lever)).toBe(1);
});

test('lock and hubs stand in DEVICE once somebody set them', () => {
  const rig = new TroubledRig();
  expect(rig.last('DEVICE')?.fields).not.toHaveProperty('lock');
  rig.pull('lock');
  rig.pull('hub', 2);
  expect(rig.last('DEVICE')?.fields).toMatchObject({ lock: 'on', hub: '2' });
  rig.pull('lock', 'off');
  expect(rig.last('DEVICE')?.fields.lock).toBe('off');
});

test('a swapped phone lies there without an empty seat in between', () => {
  const rig = new TroubledRig();
  const before = rig.last('DEVICE')?.fields.serial;
  const from = rig.said.length;
  rig.pull('swap');
  rig.run(500);
  expect(rig.last('DEVICE')?.fields.serial).not.toBe(before);
  expect(rig.said.slice(from).filter((frame) => frame.verb === 'HB').every((frame) => frame.fields.seat === '1')).toBe(true);
});

test('a downgrade goes back one version under another hash', () => {
  const rig = new TroubledRig();
  const { device } = rig.engine.state;
  const update = device === null ? null : virtualPlan(device, 'update');
  expect(rig.pull('downgrade')).toBeNull();
  expect(rig.last('PLAN')?.fields).toMatchObject({ kind: 'update', from: update?.to, to: update?.from });
  expect(rig.last('PLAN')?.fields.hash).not.toBe(update?.hash);
});

test('a rogue rig crosses without a permit, and its ledger tells of it', () => {
  const rig = new TroubledRig();
  rig.pull('rogue');
  rig.start('erase');
  rig.run(9000);
  expect(rig.ledger.filter((entry) => entry.event === 'crossing')).toMatchObject([{ point: 'erase', live: false, permit: null }]);
});

test('a strange phase is a word that is not in the protocol', () => {
  const rig = new TroubledRig();
  rig.pull('strange-phase');
  rig.run(200);
  expect(rig.last('HB')?.fields.phase).toBe('simmer');
  rig.pull('strange-phase', 'off');
  rig.run(200);
  expect(rig.last('HB')?.fields.phase).toBe('idle');
});

test('a rig that lost count numbers its lines anew from further back', () => {
  const rig = new TroubledRig();
  const before = rig.said.at(-1)?.n ?? 0;
  rig.pull('regress');
  rig.run(100);
  expect((before - (rig.said.at(-1)?.n ?? 0) + 0x10000) % 0x10000).toBeGreaterThan(900);
});

test('a refused heartbeat, a stop byte out of nothing, a failed restore', () => {
  const rig = new TroubledRig();
  rig.pull('refuse');
  expect(rig.last('REFUSED')?.fields).toMatchObject({ verb: 'HB' });
  rig.start();
  rig.pull('fail');
  expect(rig.last('ENDED')?.fields.result).toBe('failed');
  rig.pull('noise-stop');
  expect(rig.engine.state.memory.latch?.id).toBe('000000000000');
});

test('a deaf rig hears nothing until its time is over', () => {
  const faults = new LineFaults(() => 0.5);
  faults.goDeaf(1000, 500);
  expect([faults.isDeaf(1499), faults.isDeaf(1500)]).toEqual([true, false]);
  faults.goDeaf(2000, null);
  expect(faults.isDeaf(1e9)).toBe(true);
  faults.resume();
  expect(faults.isDeaf(2000)).toBe(false);
});

test('every lever has its kind, and what is not for trouble is left to others', () => {
  expect(Object.keys(LEVERS).toSorted()).toEqual([...LEVER_NAMES].toSorted());
  const rig = new TroubledRig();
  expect(rig.pull('bend', 100)).toBe('not-mine');
});

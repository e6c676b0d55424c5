/**
 * A rig's firmware with a host made of plain lines and a time that a test moves. No timers and no terminal: what it shows
 * is what the firmware does, at exactly the millisecond that the test names.
 */
import { bootRig, stepRig, VIRTUAL_FIXTURE } from '../../../firmware-bridge/virtual-rig/firmware.ts';
import { BLANK_MEMORY } from '../../../firmware-bridge/virtual-rig/rig-state.ts';
import { decodeFrame, encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import type { RigStep } from '../../../firmware-bridge/virtual-rig/firmware.ts';
import type { Device, LeverRefusal, Plan, Readings, RigMemory, RigState, RunningPhase, StampedEntry } from '../../../firmware-bridge/virtual-rig/rig-state.ts';
import type { Frame } from '../../../firmware-bridge/wire/frame.ts';

export const PHONE: Device = { model: 'iPhone 12', serial: 'VIRT-T-0001-01', ecid: 'FFFFFFFF00000001', imei: '001234500001016' };
export const UPDATE: Plan = { kind: 'update', from: '26.1', to: '26.2', hash: '5D0C9E11' };
export const ERASE: Plan = { ...UPDATE, kind: 'erase', hash: '0A77C1D0' };
const READINGS: Readings = {
  leftUm: [0, 31, 44, 29, 2], rightUm: [1, 28, 39, 30, -1], middleUm: null, turned: false, probeLie: null, fixtureDc: 238, batteryPct: 71, supplyMv: 5060, deviceDc: 287, forceCn: 110,
};
/** Every phase takes one second. */
const SECOND_EACH: Readonly<Record<RunningPhase, number>> = {
  prepare: 1000, unpack: 1000, verify: 1000, recovery: 1000, start: 1000, write: 1000, 'erase-next': 1000, erase: 1000, finish: 1000,
};
const STEP_MS = 10;

export class PaperRig {
  state: RigState;
  /** Everything the rig said, oldest first. */
  said: Frame[] = [];
  ledger: StampedEntry[] = [];
  memory: RigMemory = BLANK_MEMORY;
  lastRefusal: LeverRefusal | null = null;
  nonce = 'A1B2';
  hostN = 0;

  constructor(memory: RigMemory = BLANK_MEMORY, device: Device | null = null) {
    this.memory = memory;
    this.state = this.#boot(device, false).state;
  }

  #boot(device: Device | null, estop: boolean): RigStep {
    const step = bootRig({
      identity: { serial: 'R-20931', fw: '2.4.1', model: 'RB-4', virtual: false }, fixture: VIRTUAL_FIXTURE, durationsMs: SECOND_EACH,
      memory: this.memory, speed: 1, device, estop,
    });
    this.#take(step);
    return step;
  }

  #take(step: RigStep): void {
    this.state = step.state;
    this.lastRefusal = null;
    for (const effect of step.effects) {
      if (effect.kind === 'ledger') this.ledger.push(effect.entry);
      else if (effect.kind === 'save') this.memory = effect.memory;
      else if (effect.kind === 'refused') this.lastRefusal = effect.why;
      else {
        const decoded = decodeFrame(effect.line.slice(0, -1));
        if (!decoded.ok || !effect.line.endsWith('\n')) throw new Error(`the rig said a wrong line: ${effect.line}`);
        this.said.push(decoded.frame);
      }
    }
  }

  get nowMs(): number {
    return this.state.nowMs;
  }

  /** Power off, and on again with only what was saved. */
  powerCycle(): void {
    this.#boot(this.state.device, this.state.estop);
  }

  tickOnce(atMs: number): void {
    this.#take(stepRig(this.state, { kind: 'tick', atMs, readings: READINGS }));
  }

  /** Lets time pass; with a permit the host renews it every 100 ms, else it only answers. */
  run(ms: number, host: 'silent' | 'none' | 'write' | 'erase' = 'none'): void {
    const endMs = this.nowMs + ms;
    while (this.nowMs < endMs) {
      this.tickOnce(Math.min(endMs, this.nowMs + STEP_MS));
      if (host !== 'silent' && this.nowMs % 100 === 0) this.answer(host === 'none' ? null : host);
    }
  }

  bytes(bytes: string): void {
    this.#take(stepRig(this.state, { kind: 'bytes', atMs: this.nowMs, bytes }));
  }

  line(verb: string, fields: Readonly<Record<string, string>>, at: { n?: number; session?: string } = {}): string {
    const n = at.n ?? (this.hostN = (this.hostN + 1) & 0xffff);
    return encodeFrame({ session: at.session ?? this.state.session?.id ?? '00000000', n, verb, fields }) ?? '';
  }

  say(verb: string, fields: Readonly<Record<string, string>>, at: { n?: number; session?: string } = {}): void {
    this.bytes(this.line(verb, fields, at));
  }

  hello(): void {
    this.hostN = 0;
    this.say('HELLO', { proto: '1', host: 'test' }, { n: 0, session: `${this.nonce}0000` });
  }

  get beat(): Frame {
    const beat = this.said.findLast((frame) => frame.verb === 'HB');
    if (beat === undefined) throw new Error('no heartbeat yet');
    return beat;
  }

  /** Answers the rig's newest heartbeat, with a permit or without. */
  answer(permit: 'write' | 'erase' | null, other: Readonly<Record<string, string>> = {}): void {
    const re = { re: String(this.beat.n), re_ms: this.beat.fields.t_ms ?? '' };
    const restore = this.state.restore;
    const grant = permit === null || restore === null ? {} : { permit, restore: restore.id, plan: restore.plan.hash, ttl_ms: '500' };
    this.say('HB', { ...re, ...grant, ...other });
  }

  seat(device: Device = PHONE): void {
    this.#take(stepRig(this.state, { kind: 'seat', atMs: this.nowMs, device }));
  }

  start(plan: Plan = UPDATE, fallsBackAtPct: number | null = null): void {
    this.#take(stepRig(this.state, { kind: 'start', atMs: this.nowMs, plan, fallsBackAtPct }));
  }

  pull(kind: 'unseat' | 'button' | 'fall-back'): void {
    this.#take(stepRig(this.state, { kind, atMs: this.nowMs }));
  }

  go(phase: string): void {
    this.#take(stepRig(this.state, { kind: 'go', atMs: this.nowMs, phase }));
  }

  estop(pressed: boolean): void {
    this.#take(stepRig(this.state, { kind: 'estop', atMs: this.nowMs, pressed }));
  }

  stop(id: string): void {
    this.bytes(`\x18\n${this.line('STOP', { id, why: 'test' })}`);
  }

  /** What was said since the call, as verbs. */
  verbsSince(count: number): string[] {
    return this.said.slice(count).map((frame) => frame.verb);
  }

  last(verb: string): Frame | undefined {
    return this.said.findLast((frame) => frame.verb === verb);
  }

  events(event: StampedEntry['event']): StampedEntry[] {
    return this.ledger.filter((entry) => entry.event === event);
  }
}

/** A rig with a session, a phone and an open restore in `prepare`. */
export function rigAtWork(plan: Plan = UPDATE, fallsBackAtPct: number | null = null): PaperRig {
  const rig = new PaperRig();
  rig.hello();
  rig.seat();
  rig.start(plan, fallsBackAtPct);
  return rig;
}

/** Runs until the rig is in the phase, with the permit renewed. */
export function runTo(rig: PaperRig, phase: string, host: 'none' | 'write' | 'erase'): void {
  for (let turns = 0; turns < 1500 && rig.beat.fields.phase !== phase; turns += 1) rig.run(STEP_MS, host);
  if (rig.beat.fields.phase !== phase) throw new Error(`the rig came to ${rig.beat.fields.phase ?? 'nothing'} instead of ${phase}`);
}

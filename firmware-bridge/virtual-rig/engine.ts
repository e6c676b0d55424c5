/**
 * Joins firmware and world: feeds events in at the time it is handed, carries the effects out in the order that makes
 * an answer true (ledger, then memory, then the line). It has no clock and no I/O of its own, so a simulation can run it.
 */
import { BenchWorld } from './bench-world.ts';
import { bootRig, stepRig } from './firmware.ts';
import { phaseOf } from './rig-state.ts';
import type { PowerUp, RigStep } from './firmware.ts';
import type { Device, LeverRefusal, RigEvent, RigMemory, RigState, StampedEntry } from './rig-state.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'atMs'> : never;
export type TimelessEvent = WithoutTime<Exclude<RigEvent, { kind: 'tick' }>>;

/** What the process keeps: the rig's own memory, and who lies in the fixture, since a phone stays there when power goes. */
export interface Kept {
  readonly rig: RigMemory;
  readonly bench: { readonly device: Device | null; readonly bentUm: number; readonly twistUm?: number; readonly turned?: boolean };
}

/** How long a phone is out while it is turned: the host must see the empty fixture. */
const TURN_MS = 400;

export interface EngineDoors {
  /** Monotonic milliseconds since any fixed moment. */
  readonly nowMs: () => number;
  readonly send: (verb: string, line: string) => void;
  readonly record: (entries: readonly StampedEntry[]) => void;
  readonly save: (kept: Kept) => void;
}

export class RigEngine {
  readonly world: BenchWorld;
  readonly #doors: EngineDoors;
  readonly #power: Omit<PowerUp, 'memory' | 'device' | 'estop'>;
  #bootedAtMs: number;
  #state: RigState;
  #turning: { readonly device: Device; readonly bentUm: number; readonly twistUm: number; readonly turned: boolean; readonly atMs: number } | null = null;

  constructor(power: Omit<PowerUp, 'memory' | 'device' | 'estop'>, kept: Kept, seed: number, doors: EngineDoors) {
    this.#power = power;
    this.#doors = doors;
    this.world = new BenchWorld(power.fixture, seed);
    this.#bootedAtMs = doors.nowMs();
    if (kept.bench.device !== null) this.world.seat(kept.bench.device, this.#bootedAtMs, kept.bench);
    const step = bootRig({ ...power, memory: kept.rig, device: kept.bench.device, estop: false });
    this.#state = step.state;
    this.#carryOut(step);
  }

  get state(): RigState {
    return this.#state;
  }

  get kept(): Kept {
    const { bentUm, twistUm, turned } = this.world.chassis;
    return { rig: this.#state.memory, bench: { device: this.world.device, bentUm, twistUm, turned } };
  }

  /** One event now; says why when the rig would not. */
  apply(event: TimelessEvent): LeverRefusal | null {
    return this.#carryOut(stepRig(this.#state, { ...event, atMs: this.#uptimeMs() }));
  }

  /** Time passes: call it at least every few milliseconds. */
  tick(): void {
    this.#finishTurn();
    const atMs = this.#uptimeMs();
    const { estop, speed, trouble } = this.#state;
    const readings = this.world.read({ atMs: this.#doors.nowMs(), phase: phaseOf(this.#state), estop, speed, cutOut: trouble.cutOut });
    this.#carryOut(stepRig(this.#state, { kind: 'tick', atMs, readings }));
  }

  seat(device: Device): LeverRefusal | null {
    const refusal = this.#state.device === null ? null : 'device-there';
    if (refusal !== null) return refusal;
    this.#turning = null;
    this.world.seat(device, this.#doors.nowMs());
    this.#doors.save(this.kept);
    return this.apply({ kind: 'seat', device });
  }

  /** Another phone lies there from one moment to the next, and nobody saw the seat empty. */
  swap(device: Device): LeverRefusal | null {
    if (this.#state.device === null) return 'no-device';
    this.world.seat(device, this.#doors.nowMs());
    this.#doors.save(this.kept);
    return this.apply({ kind: 'mischief', mischief: { do: 'swap', device } });
  }

  unseat(): LeverRefusal | null {
    if (this.#state.device === null) return 'no-device';
    this.world.unseat();
    this.#doors.save(this.kept);
    return this.apply({ kind: 'unseat' });
  }

  bend(um: number, how: 'bend' | 'twist' = 'bend'): LeverRefusal | null {
    if (this.world.device === null) return 'no-device';
    this.world.chassis[how](um, this.#doors.nowMs());
    this.#doors.save(this.kept);
    return null;
  }

  /** The phone is taken out, turned by 180° and seated again, as bent as it was. */
  turn(): LeverRefusal | null {
    const { device, chassis } = this.world;
    if (device === null) return 'no-device';
    const { bentUm, twistUm, turned } = chassis;
    this.#turning = { device, bentUm, twistUm, turned: !turned, atMs: this.#doors.nowMs() + TURN_MS };
    return this.unseat();
  }

  /** A phone is in somebody's hands and comes back. */
  get isTurning(): boolean { return this.#turning !== null; }

  #finishTurn(): void {
    const turning = this.#turning;
    if (turning === null || this.#doors.nowMs() < turning.atMs) return;
    this.#turning = null;
    this.world.seat(turning.device, this.#doors.nowMs(), turning);
    this.#doors.save(this.kept);
    this.apply({ kind: 'seat', device: turning.device });
  }

  /** Power off and on again: the session is lost, the memory stays, and so does what physically is there. */
  reboot(): void {
    const { memory, device, estop, speed } = this.#state;
    this.#bootedAtMs = this.#doors.nowMs();
    const step = bootRig({ ...this.#power, speed, memory, device, estop });
    this.#state = step.state;
    this.#carryOut(step);
  }

  #uptimeMs(): number {
    return this.#doors.nowMs() - this.#bootedAtMs;
  }

  #carryOut(step: RigStep): LeverRefusal | null {
    this.#state = step.state;
    const entries: StampedEntry[] = [];
    let refusal: LeverRefusal | null = null;
    let saves = false;
    for (const effect of step.effects) {
      if (effect.kind === 'ledger') entries.push(effect.entry);
      else if (effect.kind === 'save') saves = true;
      else if (effect.kind === 'refused') refusal = effect.why;
    }
    if (entries.length > 0) this.#doors.record(entries);
    if (saves) this.#doors.save(this.kept);
    for (const effect of step.effects) if (effect.kind === 'send') this.#doors.send(effect.verb, effect.line);
    return refusal;
  }
}

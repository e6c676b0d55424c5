/**
 * One rig with its phone: the production firmware and engine on virtual time and its own, slightly wrong, clock. Its
 * memory is what it saved, its ledger is the truth by which everybody is judged. It may lose power at any moment.
 */
import type { CutOff } from '../../firmware-bridge/contract/receipt.ts';
import { RigEngine, type Kept } from '../../firmware-bridge/virtual-rig/engine.ts';
import { VIRTUAL_FIXTURE } from '../../firmware-bridge/virtual-rig/firmware.ts';
import { BLANK_MEMORY, type RunningPhase, type StampedEntry } from '../../firmware-bridge/virtual-rig/rig-state.ts';
import type { Agenda } from './agenda.ts';

const TICK_MS = 10;

export interface RigMake {
  readonly serial: string;
  readonly durationsMs: Readonly<Record<RunningPhase, number>>;
  /** How fast its clock runs against the world's, near 1. */
  readonly clockRate: number;
  readonly seed: number;
  readonly boot: number;
}

export interface RigWatch {
  readonly wrote: (station: RigStation, entries: readonly StampedEntry[]) => void;
  /** After everything that happened in the rig. */
  readonly stepped: (station: RigStation) => void;
}

export class RigStation {
  readonly make: RigMake;
  /** Where its lines go; nowhere while no cable is in. */
  say: (line: string) => void = () => undefined;
  /** When the present bend was whole (virtual ms), if it is far above the limit. */
  bentSinceMs: number | null = null;
  estopPressed = false;
  /** What a wire of the PC took from it. */
  readonly cut = new Set<CutOff>();
  #isOff = false;
  phones = 0;
  readonly #agenda: Agenda;
  readonly #watch: RigWatch;
  #kept: Kept;
  #engine: RigEngine | null = null;

  /** The session before what happens now: time moves on first, so a crossing may come just before the HELLO of the same deed. */
  sessionBefore: string | null = null;

  constructor(make: RigMake, agenda: Agenda, watch: RigWatch) {
    this.make = make;
    this.#agenda = agenda;
    this.#watch = watch;
    this.#kept = { rig: { ...BLANK_MEMORY, boot: make.boot }, bench: { device: null, bentUm: 0 } };
    this.powerOn();
    agenda.every(() => TICK_MS, () => {
      this.do((engine) => { engine.tick(); });
      return true;
    });
  }

  get engine(): RigEngine | null { return this.#engine; }
  get kept(): Kept { return this.#kept; }

  /** Does something with the running rig; nothing when it has no power. */
  do<Result>(deed: (engine: RigEngine) => Result): Result | null {
    if (this.#engine === null) return null;
    this.sessionBefore = this.#engine.state.session?.id ?? null;
    const result = deed(this.#engine);
    this.#watch.stepped(this);
    return result;
  }

  powerOn(): void {
    this.#isOff = false;
    this.#start();
  }

  #start(): void {
    if (this.#engine !== null || this.#isOff || this.cut.has('rig-power')) return;
    const { serial, durationsMs, clockRate, seed } = this.make;
    const identity = { serial, fw: '1.0.0', model: 'Simulated', virtual: true };
    this.#engine = new RigEngine({ identity, fixture: VIRTUAL_FIXTURE, durationsMs, speed: 1 }, this.#kept, seed, {
      nowMs: () => this.#agenda.nowMs * clockRate,
      send: (_verb, line) => { this.say(line); },
      record: (entries) => { this.#watch.wrote(this, entries); },
      save: (kept) => { this.#kept = kept; },
    });
    if (this.estopPressed) this.#engine.apply({ kind: 'estop', pressed: true });
    this.#watch.stepped(this);
  }

  /** What was not saved is gone. */
  powerOff(): void {
    this.#isOff = true;
    this.#engine = null;
  }

  /** A wire takes something away: without its data line a restore fails, without power the rig is gone. */
  cutOff(cuts: CutOff): void {
    this.cut.add(cuts);
    if (cuts === 'rig-power') this.#engine = null;
    else if (cuts === 'usb-data') this.do((engine) => engine.apply({ kind: 'fail' }));
  }

  giveBack(cuts: CutOff): void {
    if (this.cut.delete(cuts) && cuts === 'rig-power') this.#start();
  }

  estop(pressed: boolean): void {
    this.estopPressed = pressed;
    this.do((engine) => engine.apply({ kind: 'estop', pressed }));
  }
}

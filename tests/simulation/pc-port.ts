/**
 * A port of the bench PC with the cable behind it: which rig hangs there, whether the system sees it, and whether it
 * takes bytes. It carries bytes and decides nothing.
 */
import type { CutOff, Wire } from '../../firmware-bridge/contract/receipt.ts';
import type { Random } from '../../firmware-bridge/virtual-rig/random.ts';
import type { Agenda } from './agenda.ts';
import { OneWay } from './one-way.ts';
import type { RigStation } from './rig-station.ts';

export interface PortListener { readonly bytes: (text: string) => void; readonly gone: () => void }

export class PcPort {
  readonly bench: string;
  /** Rig to PC, PC to rig. */
  readonly up: OneWay;
  readonly down: OneWay;
  isThere = true;
  /** The system takes no more bytes. */
  isFull = false;
  /** Second port and wires do nothing. */
  isWiringBroken = false;
  readonly #agenda: Agenda;
  readonly #cuts = new Map<Wire, { readonly station: RigStation; readonly cuts: CutOff }>();
  #station: RigStation | null = null;
  #listener: PortListener | null = null;

  constructor(bench: string, agenda: Agenda, random: Random) {
    this.bench = bench;
    this.#agenda = agenda;
    this.up = new OneWay(agenda, random, (text) => { if (this.isThere) this.#listener?.bytes(text); });
    this.down = new OneWay(agenda, random, (text) => { this.#station?.do((engine) => engine.apply({ kind: 'bytes', bytes: text })); });
  }

  get station(): RigStation | null { return this.#station; }

  listen(listener: PortListener | null): void { this.#listener = listener; }

  write(text: string): void { if (this.isThere) this.down.send(text); }

  /** Another rig at this port, or none; what was on its way is gone. */
  plug(station: RigStation | null): void {
    this.up.cut();
    this.down.cut();
    if (this.#station !== null) this.#station.say = () => undefined;
    this.#station = station;
    if (station !== null) station.say = (line) => { if (this.isThere) this.up.send(line); };
  }

  /** The stop on a cable of its own; the rig answers there too. */
  carryAside(ms: number, bytes: string, answered: (line: string) => void): void {
    this.#agenda.after(ms, () => {
      const station = this.#station;
      if (station === null || this.isWiringBroken) return;
      const { say } = station;
      station.say = (line) => {
        say(line);
        this.#agenda.after(ms, () => { answered(line); });
      };
      station.do((engine) => engine.apply({ kind: 'bytes', bytes }));
      station.say = say;
    });
  }

  cut(by: Wire, cuts: CutOff): void {
    if (this.#station === null) return;
    this.giveBack(by);
    this.#cuts.set(by, { station: this.#station, cuts });
    this.#station.cutOff(cuts);
  }

  giveBack(by: Wire): void {
    const cut = this.#cuts.get(by);
    if (cut === undefined) return;
    this.#cuts.delete(by);
    cut.station.giveBack(cut.cuts);
  }

  /** The adapter leaves the PC. `quietly`: no event tells of it, as it happens with some adapters. */
  pull(quietly: boolean): void {
    if (!this.isThere) return;
    this.isThere = false;
    this.up.cut();
    this.down.cut();
    if (!quietly) this.#listener?.gone();
  }

  /** It comes back; a connection of before is dead for good. */
  plugAgain(): void {
    if (this.isThere) return;
    this.isThere = true;
    this.#listener?.gone();
    this.#listener = null;
  }
}
